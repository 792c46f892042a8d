"""An xml:id for every citable element that lacks one, written into the bytes of a file.

Turns bytes into the same bytes with attributes added, and says which. Nothing else is touched: the
file is not serialised but added to at the places that the parser names.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from editio.resources import XSLT

TEI = "http://www.tei-c.org/ns/1.0"
EXAMPLES = "http://www.tei-c.org/ns/Examples egXML"
XML_ID = "http://www.w3.org/XML/1998/namespace id"
# Around what is cited; in standOff, what becomes a note.
HOLDERS = ("text", "sourceDoc")
OFF, NOTES = "standOff", ("note", "annotation")


def _cited() -> dict[str, str]:
    """Return what has an address on pages (prepare/ids.xsl), and how its ids begin."""
    words = (XSLT / "prepare" / "ids.xsl").read_text("utf-8")
    (listed,) = re.findall(r'(?s)name="ed:citable".*?ed:set\(\((.*?)\)\)', words)
    names = re.findall(r"'(\w+)'", listed)
    short = {"note": "n", "head": "h", "annotation": "n"}
    return {name: short.get(name, name.rstrip("1234567")) for name in (*names, "annotation")}


CITED = _cited()
# Nothing is published of these where they hold nothing (rules/blocks.xsl).
NOTHING = frozenset({"p", "ab"})
# What is looked for within a holder.
WITHIN = {name: tuple(CITED.keys() - {"annotation"}) for name in HOLDERS} | {OFF: NOTES}


@dataclass(frozen=True)
class Given:
    """An id that was given: the element, its line, the id, and the byte at which it is written."""

    name: str
    line: int
    id: str
    at: int


@dataclass
class _Reader:
    """What the parser has met so far."""

    data: bytes
    taken: set[str] = field(default_factory=set)
    lacking: list[tuple[str, int, int]] = field(default_factory=list)
    within: list[str] = field(default_factory=list)
    holds_nothing: bool = False  # the element that was begun last, as far as it is read

    def begin(self, parser: expat.XMLParserType, name: str, attributes: dict[str, str]) -> None:
        """Note ids, and citable elements of a text without one."""
        self.within.append(name)
        self.holds_nothing = False
        if XML_ID in attributes:
            self.taken.add(attributes[XML_ID])
            return
        space, _, local = name.rpartition(" ")
        if space == TEI and self.is_cited(local):
            self.lacking.append((local, parser.CurrentLineNumber, parser.CurrentByteIndex))
            self.holds_nothing = local in NOTHING

    def read(self, words: str) -> None:
        """Note that an element holds words."""
        self.holds_nothing = self.holds_nothing and not words.strip(" \t\r\n")

    def end(self) -> None:
        """Forget an element that holds nothing."""
        self.within.pop()
        if self.holds_nothing:
            self.lacking.pop()
        self.holds_nothing = False

    def is_cited(self, local: str) -> bool:
        """Whether an element of this name has an address here."""
        if local not in CITED or EXAMPLES in self.within:
            return False
        return any(local in some for name, some in WITHIN.items() if f"{TEI} {name}" in self.within)


def given(data: bytes) -> list[Given]:
    """Return the ids for what lacks one, in the order of the file. Raises expat.ExpatError."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    reader = _Reader(data)
    parser.StartElementHandler = lambda name, attributes: reader.begin(parser, name, attributes)
    parser.CharacterDataHandler = reader.read
    parser.EndElementHandler = lambda _: reader.end()
    parser.Parse(data, True)
    return list(_given(reader))


def _given(reader: _Reader) -> Iterator[Given]:
    counts = dict.fromkeys(CITED.values(), 0)
    for name, line, start in reader.lacking:
        tag = re.match(rb"\x00?<\x00?(?:[^\s/>]\x00?)+", reader.data[start : start + 400])
        if not tag:  # it comes from an entity, and stands nowhere in the file
            continue
        while True:
            counts[CITED[name]] += 1
            one = f"{CITED[name]}{counts[CITED[name]]}"
            if one not in reader.taken:
                break
        # In UTF-16 with the high byte first, that of the sign behind the name was taken for it.
        over = int(reader.data[:2] == b"\xfe\xff")
        yield Given(name, line, one, start + tag.end() - over)


def written(data: bytes, ids: list[Given]) -> bytes:
    """Return the bytes with the ids in them."""
    is_wide = data[:2] in {b"\xff\xfe", b"\xfe\xff"}
    encoding = ("utf-16-le" if data[:2] == b"\xff\xfe" else "utf-16-be") if is_wide else "ascii"
    parts, last = [], 0
    for one in ids:
        parts += [data[last : one.at], f' xml:id="{one.id}"'.encode(encoding)]
        last = one.at
    return b"".join([*parts, data[last:]])
