"""Where each start tag of a file stands: line and column, from 1, in characters.

Turns the bytes of a well-formed file, in UTF-8, into places by element. Tags are looked for in the
text, which takes half as long as to parse it once more; expat, which does that, is asked where a
DTD may bring tags along, and of names that not every parser reads.
"""

import re
from collections.abc import Sequence
from xml.parsers import expat

from editio.edition.reading.lines import encoding, split_lines
from editio.edition.reading.tokens import Place, Source
from lxml import etree

# A start tag by its first character, or all of what may hold the like of one.
_START = re.compile(r"<(?![/!?])|<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>", re.DOTALL)
# A tag with a character that is not ASCII outside of the values of its attributes.
_ODD_NAME = re.compile(
    rb"""<(?![!?])[^<>"'\x80-\xff]*+(?:(?:"[^"]*+"|'[^']*+')[^<>"'\x80-\xff]*+)*+[\x80-\xff]"""
)
_UTF_8 = frozenset({"utf-8", "us-ascii", "ascii"})


def is_plain(data: bytes) -> bool:
    """Whether the start tags of a file are those that can be seen in it, with names in ASCII."""
    if encoding(data).lower() not in _UTF_8 or data.startswith(b"\xef\xbb\xbf"):
        return False
    return b"<!DOCTYPE" not in data and (data.isascii() or not _ODD_NAME.search(data))


def places(root: etree._Element, data: bytes, plain: bool) -> dict[etree._Element, Place]:
    """Return the place of the start tag of each element, in document order; `plain`: its tags are
    (see above).
    """
    elements = list(root.iter(etree.Element))
    found: Sequence[Place] = ()
    if plain:
        source = Source(split_lines(data, "utf-8"))
        found = [source.place(one) for one in starts(source.text)]
    if len(found) != len(elements):
        found = _read(data)
    rest = [(int(str(one.sourceline or 1)), 1) for one in elements[len(found) :]]
    return dict(zip(elements, [*found, *rest], strict=False))


def stamp(found: dict[etree._Element, Place], attribute: str) -> None:
    """Write on every element where it stands."""
    for element, (line, column) in found.items():
        element.set(attribute, f"{line}:{column}")


def starts(text: str) -> list[int]:
    """Return where in a text stands what looks like a start tag."""
    found = (one.span() for one in _START.finditer(text))
    return [start for start, end in found if end == start + 1]


def _read(data: bytes) -> Sequence[Place]:
    """Return the places as expat reads them; nothing where it cannot read the file."""
    found: list[Place] = []
    parser = expat.ParserCreate()

    def begin(_name: str, _attributes: object) -> None:
        found.append((parser.CurrentLineNumber, parser.CurrentColumnNumber + 1))

    parser.StartElementHandler = begin
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError):  # what expat lacks: lines come from lxml
        return ()
    return found
