"""What a schema admits directly in each of its elements, and what of it some documents show.

Turns patterns, and elements, into ways: an element with one attribute, value, child, or with text.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from lxml import etree

from tests.schema.fragments import RELAXNG, TEI, XML

Way = tuple[str, str]


def admitted(schema: Path) -> set[Way]:
    """Return every way that the elements of a schema can be written, one step deep."""
    defined = {
        one.get("name", ""): one for one in etree.parse(schema).getroot().iter(f"{RELAXNG}define")
    }
    return {
        (name, way)
        for name, definition in defined.items()
        for element in definition.iterchildren(f"{RELAXNG}element")
        for way in _within(element, defined)
    }


def _within(pattern: etree._Element, defined: dict[str, etree._Element]) -> Iterator[str]:
    for part in pattern.iterchildren(f"{RELAXNG}*"):
        kind, name = str(part.tag).removeprefix(RELAXNG), part.get("name", "")
        if kind == "attribute":
            yield f"@{name}"
            yield from (f"@{name}={one.text}" for one in part.iter(f"{RELAXNG}value"))
        elif kind in ("text", "data"):
            yield "text"
        elif kind == "ref" and defined[name].find(f"{RELAXNG}element") is not None:
            yield name
        else:
            yield from _within(defined[name] if kind == "ref" else part, defined)


def shown(parts: Iterable[etree._Element]) -> set[Way]:
    """Return the ways that the elements in some documents are written."""
    elements = (one for part in parts for one in part.iter(f"{TEI}*"))
    return {(str(one.tag).removeprefix(TEI), way) for one in elements for way in _written(one)}


def _written(element: etree._Element) -> Iterator[str]:
    for name in map(str, element.attrib):
        attribute = name.replace(XML, "xml:")
        yield from (f"@{attribute}", f"@{attribute}={element.get(name)}")
    yield from (str(child.tag).removeprefix(TEI) for child in element)
    if element.text or any(child.tail for child in element):
        yield "text"
