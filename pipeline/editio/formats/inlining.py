"""Register entries into the file that points to them: as lists in standOff, taxonomies in the
header, with the sources that the entries name.
"""

from collections import defaultdict
from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from editio.edition.reading.source import TEI, XML_ID
from editio.edition.registers.entries import HOMES


@dataclass(frozen=True)
class Shelf:
    """The registers, and where each of their ids is."""

    registers: tuple[etree._Element, ...]
    places: dict[str, etree._Element] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for register in self.registers:
            for element in register.iter(etree.Element):
                if element is not register and (name := element.get(XML_ID)):
                    self.places.setdefault(name, element)


def inline(root: etree._Element, shelf: Shelf, everything: bool = False) -> etree._Element:
    """Put what `root` points to, or everything that is on the shelf, into `root`."""
    own = {name for one in root.iter(etree.Element) if (name := one.get(XML_ID))}
    wanted = _reached(root, shelf, own, everything)
    entries, categories, sources = defaultdict(list), [], []
    for name in wanted:
        element = shelf.places[name]
        kind = etree.QName(element).localname
        if kind == "category":
            categories.append(element)
        elif element.getparent() is not None and _in_header(element):
            sources.append(element)
        else:
            entries[HOMES[kind][0]].append(element)
    _stand_off(root, entries, sources)
    _taxonomies(root, categories)
    return root


def _reached(root: etree._Element, shelf: Shelf, own: set[str], everything: bool) -> list[str]:
    """Return ids on the shelf, in its order, that can be reached by pointers."""
    found: set[str] = set()
    waiting = [root, *(shelf.places.values() if everything else ())]
    if everything:
        found = {name for name, one in shelf.places.items() if _is_entry(one)} - own
    while waiting:
        for name in _pointed(waiting.pop()):
            if name in shelf.places and name not in own | found:
                found.add(name)
                waiting.append(shelf.places[name])
    return [name for name, one in shelf.places.items() if name in found and _is_whole(one)]


def _is_entry(element: etree._Element) -> bool:
    return etree.QName(element).localname in {*HOMES, "category"} and not _in_header(element)


def _is_whole(element: etree._Element) -> bool:
    return etree.QName(element).localname in {*HOMES, "category"}


def _pointed(root: etree._Element) -> Iterable[str]:
    """Return the ids that pointers in an element name, with or without a file before them."""
    for element in root.iter(etree.Element):
        for value in element.attrib.values():
            for token in str(value).split() if "#" in value else ():
                if "://" not in token:
                    yield token.partition("#")[2]


def _in_header(element: etree._Element) -> bool:
    return any(one.tag == f"{{{TEI}}}sourceDesc" for one in element.iterancestors())


def _stand_off(
    root: etree._Element,
    entries: dict[str, list[etree._Element]],
    sources: list[etree._Element],
) -> None:
    """Write the lists, one a kind, behind the header; relations go with their list."""
    if not entries and not sources:
        return
    stand_off = etree.Element(f"{{{TEI}}}standOff")
    for name in dict.fromkeys(one for one, _ in HOMES.values()):
        if entries.get(name):
            _list(stand_off, name, entries[name])
    if sources:
        _list(stand_off, "listBibl", sources)
    header = root.find(f"{{{TEI}}}teiHeader")
    root.insert(0 if header is None else root.index(header) + 1, stand_off)
    stand_off.tail = "\n"


def _list(stand_off: etree._Element, name: str, members: list[etree._Element]) -> None:
    made = etree.SubElement(stand_off, f"{{{TEI}}}{name}")
    names = {member.get(XML_ID) for member in members}
    for member in members:
        _copy(made, member)
    relations = [one for member in members for one in _relations(member, names)]
    if relations:
        holder = etree.SubElement(made, f"{{{TEI}}}listRelation")
        for relation in dict.fromkeys(relations):
            _copy(holder, relation)


def _relations(member: etree._Element, names: set[str | None]) -> list[etree._Element]:
    """Return the relations of the member's own list whose two ends are both here."""
    parent = member.getparent()
    found = [] if parent is None else list(parent.iter(f"{{{TEI}}}relation"))
    ends = ("active", "passive", "mutual")
    return [
        one
        for one in found
        if f"#{member.get(XML_ID)}" in (one.get("active", "") + " " + one.get("mutual", "")).split()
        and all(token[1:] in names for end in ends for token in one.get(end, "").split())
    ]


def _copy(into: etree._Element, element: etree._Element) -> None:
    copy = deepcopy(element)
    copy.tail = "\n"
    into.append(copy)


def _taxonomies(root: etree._Element, categories: list[etree._Element]) -> None:
    """Write categories into a taxonomy of the header."""
    header = root.find(f"{{{TEI}}}teiHeader")
    if not categories or header is None:
        return
    encoding = header.find(f"{{{TEI}}}encodingDesc")
    if encoding is None:
        encoding = etree.Element(f"{{{TEI}}}encodingDesc")
        header.insert(1, encoding)
    declared = encoding.find(f"{{{TEI}}}classDecl")
    if declared is None:
        declared = etree.SubElement(encoding, f"{{{TEI}}}classDecl")
    taxonomy = etree.SubElement(declared, f"{{{TEI}}}taxonomy")
    for category in categories:
        _copy(taxonomy, category)
