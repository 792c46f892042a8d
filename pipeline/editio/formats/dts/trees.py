"""The refsDecl of a text to citation trees: which units it has, in which order, within which."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from editio.edition.reading.source import TEI, XML_ID
from editio.formats.dts import headings, xpath

_TITLE = "http://purl.org/dc/terms/title"


@dataclass(frozen=True)
class Unit:
    """One citable unit: its identifier, depth, parent, type, title and element."""

    identifier: str
    level: int
    parent: str | None
    kind: str
    title: str
    element: etree._Element


@dataclass(frozen=True)
class Tree:
    """One way to cite a text. The default tree has no identifier; units are in document order."""

    identifier: str
    structure: tuple[dict[str, Any], ...]
    units: tuple[Unit, ...]
    depth: int
    _places: dict[str, int] = field(default_factory=dict)

    def place(self, identifier: str) -> int | None:
        """Return the place of a unit in the tree, or nothing."""
        if not self._places:
            self._places.update({one.identifier: at for at, one in enumerate(self.units)})
        return self._places.get(identifier)

    def subtree(self, at: int) -> range:
        """Return the places of a unit and of all units below it."""
        end = at + 1
        while end < len(self.units) and self.units[end].level > self.units[at].level:
            end += 1
        return range(at, end)


def trees(root: etree._Element) -> tuple[Tree, ...]:
    """Return the citation trees of a text, the default one first."""
    declared = [
        one
        for one in root.iterfind(f"{{{TEI}}}teiHeader//{{{TEI}}}refsDecl")
        if one.find(f"{{{TEI}}}citeStructure") is not None
    ]
    declared.sort(key=lambda one: one.get("default") != "true")
    order = {element: at for at, element in enumerate(root.iter(etree.Element))}
    return tuple(_tree(one, root, order, rank) for rank, one in enumerate(declared))


def _tree(
    declared: etree._Element, root: etree._Element, order: dict[etree._Element, int], rank: int
) -> Tree:
    seen: dict[str, Unit] = {}
    for unit in _units(declared, root, None, order):
        seen.setdefault(unit.identifier, unit)
    name = declared.get(XML_ID) or f"tree-{rank + 1}"
    structure = tuple(_structure(one) for one in _inner(declared))
    units = tuple(seen.values())
    return Tree(name if rank else "", structure, units, max((u.level for u in units), default=0))


def _inner(element: etree._Element) -> Iterator[etree._Element]:
    return element.iterchildren(f"{{{TEI}}}citeStructure")


def _structure(declared: etree._Element) -> dict[str, Any]:
    inner = [_structure(one) for one in _inner(declared)]
    found: dict[str, Any] = {"@type": "CiteStructure", "citeType": declared.get("unit", "unit")}
    return found | ({"citeStructure": inner} if inner else {})


def _units(
    declared: etree._Element,
    context: etree._Element,
    parent: Unit | None,
    order: dict[etree._Element, int],
) -> Iterator[Unit]:
    """Yield the units below `parent`, each followed by its own."""
    found = []
    for structure in _inner(declared):
        path = structure.get("match", "")
        for at, element in enumerate(xpath.elements(context, path), 1):
            if unit := _unit(structure, element, at, parent):
                found.append((order.get(element, 0), structure, unit))
    for _, structure, unit in sorted(found, key=lambda one: one[0]):
        yield unit
        yield from _units(structure, unit.element, unit, order)


def _unit(
    structure: etree._Element, element: etree._Element, at: int, parent: Unit | None
) -> Unit | None:
    use = structure.get("use", "")
    own = str(at) if use == "position()" else xpath.words(element, use)
    if not own:
        return None
    before = parent.identifier + structure.get("delim", "") if parent else ""
    titles = [
        _title(element, data.get("use", ""))
        for data in structure.iterchildren(f"{{{TEI}}}citeData")
        if data.get("property") == _TITLE
    ]
    level = parent.level + 1 if parent else 1
    name = parent.identifier if parent else None
    kind = structure.get("unit", "unit")
    return Unit(before + own, level, name, kind, "; ".join(titles[:1]), element)


def _title(element: etree._Element, path: str) -> str:
    """Return what a path leads to: the words of the first element, or another value as it is."""
    found = xpath.elements(element, path)
    return headings.title(found[0]) if found else xpath.words(element, path)
