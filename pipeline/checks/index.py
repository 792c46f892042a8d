"""What the checks of a whole edition need to know of a file: its ids, pointers and entries.

Turns a Document into an Index of small values, so that ten thousand files can be looked at
together without keeping their trees.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from pipeline.checks.entries import (
    ENTRIES,
    holds_only_entries,
    identifiers,
    is_entry,
    is_excused,
)
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
_BASE = "{http://www.w3.org/XML/1998/namespace}base"


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
    """The ids and pointers of one file. `role`: text, register or about.

    `elsewhere`: its xml:base says that relative addresses lead to the web. `checked`: findings
    may be about it. `guessed`: its role was, as it belongs to no edition.
    """

    path: str
    role: str
    anchors: tuple[Anchor, ...]
    pointers: tuple[Pointer, ...]
    prefixes: tuple[tuple[str, str, str], ...] = ()
    elsewhere: bool = False
    checked: bool = True
    guessed: bool = False


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
        return (index for index in self.files.values() if index.checked)


def local(element: etree._Element) -> str:
    """Give the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def index(document: Document, role: str, checked: bool = True) -> Index:
    """Gather what a file offers to pointers and where it points; guess its role if it has none."""
    guessed = not role
    role = role or ("register" if holds_only_entries(document.root) else "text")
    anchors: list[Anchor] = []
    pointers: list[Pointer] = []
    for element in document.root.iter(etree.Element):
        if not str(element.tag).startswith(EXAMPLE):
            if XML_ID in element.attrib:
                anchors.append(_anchor(document, element, role))
            if str(element.tag).startswith(f"{{{TEI}}}"):
                pointers += _pointers(document, element)
    prefixes = tuple(
        (one.get("ident", ""), one.get("matchPattern", ""), one.get("replacementPattern", ""))
        for one in document.root.iter(f"{{{TEI}}}prefixDef")
    )
    elsewhere = ":" in document.root.get(_BASE, "")
    parts = tuple(anchors), tuple(pointers), prefixes, elsewhere
    return Index(document.path, role, *parts, checked, guessed)


def _anchor(document: Document, element: etree._Element, role: str) -> Anchor:
    entry = is_entry(element)
    return Anchor(
        element.get(XML_ID, ""),
        local(element),
        *document.at(element),
        entry and (role == "register" or local(element) not in {"bibl", "item", "category"}),
        entry and is_excused(element),
        tuple(identifiers(element)) if entry else (),
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
