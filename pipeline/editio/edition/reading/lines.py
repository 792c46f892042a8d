"""The characters and lines of a file as they were typed, whatever its encoding.

Turns bytes into text, well-formed or not, and into UTF-8, which every parser reads.
"""

import codecs
import re

_DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']""")
_DECLARATION = re.compile(r"""(<\?xml[^>]*?)(\s+encoding\s*=\s*["'][\w.:-]+["'])""")
# Codecs of Python that are no encodings of text files.
_NO_TEXT = frozenset(
    {"unicode-escape", "raw-unicode-escape", "unicode_escape", "raw_unicode_escape"}
    | {"idna", "punycode", "undefined", "mbcs", "oem", "charmap"}
)
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"),
    (b"<\0?\0", "utf-16-le"),
    (b"\0<\0?", "utf-16-be"),
)


def text_lines(data: bytes) -> tuple[str, ...]:
    """Return the lines of a file that may not be well-formed."""
    try:
        return split_lines(data, encoding(data))
    except (LookupError, UnicodeError):  # of an encoding that nobody knows, or that is none of text
        return split_lines(data, "utf-8")


def split_lines(data: bytes, encoding: str) -> tuple[str, ...]:
    """Split as the XML parsers count: CR LF, CR and LF each end a line."""
    text = data.decode(encoding, "replace").removeprefix("\ufeff")
    return tuple(re.split(r"\r\n|\r|\n", text) if "\r" in text else text.split("\n"))


def encoding(data: bytes) -> str:
    """Tell the encoding of a file that may not be well-formed (XML 1.0, appendix F)."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    declared = _DECLARED.match(data.removeprefix(codecs.BOM_UTF8))
    return declared[1].decode() if declared else "utf-8"


def in_utf8(data: bytes) -> bytes:
    """Return a file in UTF-8; as it is where its encoding is unknown or its bytes do not fit.

    The encoding that it declares is replaced by blanks of the same length, so places stay.
    """
    try:
        codec = codecs.lookup(encoding(data)).name
        if codec in {"utf-8", "ascii"} or codec in _NO_TEXT:
            return data
        text = data.decode(codec).removeprefix("\ufeff")
    except (LookupError, UnicodeError):
        return data
    return _DECLARATION.sub(lambda m: m[1] + " " * len(m[2]), text, count=1).encode()
