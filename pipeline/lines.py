"""The lines of a file as they were typed, whatever its encoding, well-formed or not."""

import re

_DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)""")


def text_lines(data: bytes) -> tuple[str, ...]:
    """Give the lines of a file that may not be well-formed."""
    try:
        return split_lines(data, _encoding(data))
    except (LookupError, UnicodeError):  # of an encoding that nobody knows, or that is none of text
        return split_lines(data, "utf-8")


def split_lines(data: bytes, encoding: str) -> tuple[str, ...]:
    """Split as the XML parsers count: CR LF, CR and LF each end a line."""
    return tuple(re.split(r"\r\n|\r|\n", data.decode(encoding, "replace").removeprefix("\ufeff")))


def _encoding(data: bytes) -> str:
    """Tell the encoding of a file that may not be well-formed (XML 1.0, appendix F)."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    declared = _DECLARED.match(data.removeprefix(b"\xef\xbb\xbf"))
    return declared[1].decode() if declared else "utf-8"
