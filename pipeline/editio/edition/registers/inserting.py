"""Where a list of a register ends in the bytes of its file, and words put there.

Turns bytes into the same bytes with some more, in their encoding. Nothing else is touched: the file
is not serialised but added to at the place that the parser names.
"""

import re
from dataclasses import dataclass, field
from xml.parsers import expat

from editio.edition.reading.source import TEI

_WIDE = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']""")
# The tag of an empty element; values may hold > (XML 1.0, section 3.1).
_EMPTY = re.compile(r"""<[^\s/>]+(?:\s+[^\s=>]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*/>""")
_OFF = "standOff"
# What a register has around its lists.
_PARTS = re.compile(r"list[A-Z]\w*|standOff")


@dataclass(frozen=True)
class Gap:
    """A place in a file: the byte, the element that ends there, how that is indented and prefixed;
    `is_list`: it is the list itself, else what may hold one. `empty`: the tag of an empty element,
    which begins there.
    """

    at: int
    is_list: bool
    indent: str
    prefix: str
    encoding: str
    empty: str = ""


@dataclass(frozen=True)
class _Reader:
    """What the parser has met: open elements, and where the last of each name ended."""

    data: bytes
    within: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: dict[str, int] = field(default_factory=dict)

    def begin(self, name: str, at: int) -> None:
        """Note where an element begins."""
        self.within.append(name)
        self.starts.append(at)

    def end(self, at: int) -> None:
        """Note where an element ends that is a list in no list, or holds the lists."""
        start = self.starts.pop()
        space, _, name = self.within.pop().rpartition(" ")
        outer = [one.rpartition(" ")[2] for one in self.within]
        inner = any(one.startswith("list") for one in outer) or "teiHeader" in outer
        if space == TEI and _PARTS.fullmatch(name) and not inner:
            # Of an empty element the parser names the place behind it.
            whole = self.data[start:at].decode(_encoding(self.data), "replace")
            self.ends[name] = start if _EMPTY.fullmatch(whole) else at


def gap(data: bytes, holder: str) -> Gap | None:
    """Return where entries go: the end of the last list of that name, else of <standOff>; nothing
    where there is neither, or the file is not XML.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    reader = _Reader(data)
    parser.StartElementHandler = lambda name, _: reader.begin(name, parser.CurrentByteIndex)
    parser.EndElementHandler = lambda _: reader.end(parser.CurrentByteIndex)
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        return None
    name = holder if holder in reader.ends else _OFF
    return _gap(data, reader.ends[name], name == holder) if name in reader.ends else None


def _gap(data: bytes, at: int, is_list: bool) -> Gap:
    encoding = _encoding(data)
    before, behind = data[:at].decode(encoding), data[at:].decode(encoding)
    empty = _EMPTY.match(behind)
    tag = empty[0] if empty else behind[: behind.find(">") + 1]
    prefix = tag.strip("</>").split()[0].rpartition(":")[0]
    line = before.rpartition("\n")[2]
    return Gap(at, is_list, line if not line.strip() else "", prefix, encoding,
               "" if tag.startswith("</") else tag)  # fmt: skip


def put(data: bytes, place: Gap, words: str) -> bytes:
    """Return the bytes with words at a place, on lines of their own.

    A list that was empty (<listPerson/>) gets an end tag; before an end tag on a line of its own
    they go in front of its indent; else the tag stays behind them.
    """
    before, behind = (
        data[: place.at].decode(place.encoding),
        data[place.at :].decode(place.encoding),
    )
    end = "\r\n" if "\r\n" in before else "\n"
    if place.empty:
        name = place.empty.strip("</>").split()[0]
        start, behind = f"{place.empty[:-2].rstrip()}>", behind[len(place.empty) :]
        made = f"{start}\n{words}{place.indent}</{name}>"
    elif before.endswith("\n" + place.indent):
        before, made = before[: len(before) - len(place.indent)], words + place.indent
    else:
        made = f"\n{words}"
    made = made.replace("\n", end)
    return before.encode(place.encoding) + _encoded(made, place) + behind.encode(place.encoding)


def _encoded(words: str, place: Gap) -> bytes:
    return words.encode(place.encoding, "xmlcharrefreplace")


def _encoding(data: bytes) -> str:
    wide = _WIDE.get(data[:2], "")
    declared = _DECLARED.match(data.removeprefix(b"\xef\xbb\xbf"))
    return wide or (declared[1].decode() if declared else "utf-8")
