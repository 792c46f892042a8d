"""What the checks of a whole edition need to know of a file: its ids, pointers and entries.

Turns a Document into an Index of small values, so that ten thousand files can be looked at
together without keeping their trees.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from pipeline.checks.places import attribute_place
from pipeline.source import TEI, XML_ID, Document

# Attributes of the TEI datatype teidata.pointer; several pointers are parted by spaces.
# @wit has a check of its own.
POINTERS = (
    "ana", "change", "corresp", "copyOf", "decls", "exclude", "facs", "hand", "mutual", "active",
    "passive", "next", "parts", "prev", "ref", "resp", "sameAs", "scribeRef", "select", "source",
    "synch", "target", "targetEnd", "who",
)  # fmt: skip
EXAMPLE = "{http://www.tei-c.org/ns/Examples}"
ENTRIES = frozenset(
    f"{{{TEI}}}{name}"
    for name in (
        *("person", "personGrp", "place", "org", "event", "bibl", "biblStruct", "biblFull"),
        *("object", "nym", "category", "item"),
    )
)
_HEADER = f"{{{TEI}}}teiHeader"
_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_WHY = f"{{{TEI}}}note[@type='why']"


@dataclass(frozen=True)
class Anchor:
    """An element with an id: what a pointer can hit. `excused` says why nothing points to it."""

    id: str
    kind: str
    line: int
    column: int
    entry: bool = False
    excused: bool = False
    identifiers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Pointer:
    """One token of a pointing attribute; `inside` is the entry in which it stands."""

    element: str
    type: str
    attribute: str
    token: str
    line: int
    column: int
    inside: str = ""


@dataclass(frozen=True)
class Index:
    """The ids and pointers of one file. `role`: text, register, about, or context (not checked).

    `elsewhere`: its xml:base says that relative addresses lead to the web.
    """

    path: str
    role: str
    anchors: tuple[Anchor, ...]
    pointers: tuple[Pointer, ...]
    prefixes: tuple[tuple[str, str, str], ...] = ()
    elsewhere: bool = False


@dataclass(frozen=True)
class Corpus:
    """All files of an edition by path, and which other files their pointers find on the disk.

    `whole`: no file is missing because it could not be read.
    """

    files: dict[str, Index]
    present: frozenset[str] = frozenset()
    whole: bool = True

    def checked(self) -> Iterator[Index]:
        """Give the files that findings may be about."""
        return (index for index in self.files.values() if index.role != "context")


def local(element: etree._Element) -> str:
    """Give the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def index(document: Document, role: str) -> Index:
    """Gather what a file offers to pointers and where it points."""
    anchors: list[Anchor] = []
    pointers: list[Pointer] = []
    for element in document.root.iter(etree.Element):
        if not str(element.tag).startswith(EXAMPLE):
            if XML_ID in element.attrib:
                anchors.append(_anchor(document, element, role))
            pointers += _pointers(document, element)
    prefixes = tuple(
        (one.get("ident", ""), one.get("matchPattern", ""), one.get("replacementPattern", ""))
        for one in document.root.iter(f"{{{TEI}}}prefixDef")
    )
    elsewhere = ":" in document.root.get(_BASE, "")
    return Index(document.path, role, tuple(anchors), tuple(pointers), prefixes, elsewhere)


def _anchor(document: Document, element: etree._Element, role: str) -> Anchor:
    entry = element.tag in ENTRIES and (
        element.tag == f"{{{TEI}}}category" or next(element.iterancestors(_HEADER), None) is None
    )
    identifiers = (
        tuple(
            f"{idno.get('type', '')} {(idno.text or '').strip()}".strip()
            for idno in element.findall(f"{{{TEI}}}idno")
        )
        if entry
        else ()
    )
    return Anchor(
        element.get(XML_ID, ""),
        local(element),
        *document.at(element),
        entry and (role == "register" or local(element) not in {"bibl", "item", "category"}),
        entry and element.find(_WHY) is not None,
        identifiers,
    )


def _pointers(document: Document, element: etree._Element) -> Iterator[Pointer]:
    for attribute in POINTERS:
        if value := element.get(attribute):
            place = attribute_place(document.lines, document.at(element), attribute)
            inside = next((one.get(XML_ID, "") for one in _entries_around(element)), "")
            for token in value.split():
                kind = element.get("type", "")
                yield Pointer(local(element), kind, attribute, token, *place, inside)


def _entries_around(element: etree._Element) -> Iterator[etree._Element]:
    return (one for one in element.iterancestors() if one.tag in ENTRIES and XML_ID in one.attrib)
