"""What the checks of a whole edition need to know of a file: its ids, pointers and entries.

Turns a Document into an Index of small values, so that ten thousand files can be looked at
together without keeping their trees.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urljoin

from lxml import etree

from editio.checks.bearers import bearers
from editio.checks.places import attribute_place
from editio.edition.reading.source import TEI, XML_ID, Document
from editio.edition.registers.entries import (
    ENTRIES,
    holds_only_entries,
    identifiers,
    is_entry,
    is_excused,
    is_register,
)
from editio.edition.registers.likeness import ONCE, said
from editio.edition.registers.prefixes import Prefixes, prefixes
from editio.edition.texts.identify import NOTHING, WITHIN

# Attributes of the TEI datatype teidata.pointer; several pointers are parted by spaces.
# @wit has a check of its own.
POINTERS = (
    "ana", "change", "corresp", "copyOf", "decls", "exclude", "facs", "hand", "mutual", "active",
    "passive", "next", "parts", "prev", "ref", "resp", "sameAs", "scribeRef", "select", "source",
    "spanTo", "synch", "target", "targetEnd", "who",
)  # fmt: skip
_ORDER = {name: place for place, name in enumerate((*POINTERS, "from", "to"))}
_POINTING = frozenset(_ORDER)
EXAMPLE = "{http://www.tei-c.org/ns/Examples}"
# What these of them point from and to; of other elements they are words, numbers and dates.
_ENDS = frozenset(("from", "to"))
_ENDED = frozenset(("app", "span"))
# Where one of these has no id, its page does not say that addresses last (rules.xsl).
_CITED = {
    f"{{{TEI}}}{holder}": tuple(f"{{{TEI}}}{name}" for name in names)
    for holder, names in WITHIN.items()
}
_OURS = f"{{{TEI}}}"
_BASE = "{http://www.w3.org/XML/1998/namespace}base"


class Anchor(NamedTuple):
    """An element with an id: what a pointer can hit. `excused` says why nothing points to it.

    `file`: where it stands, if in one that is included. `says`: of an entry, what it is called
    first, and what a thing has once (see edition/registers/likeness.py).
    """

    id: str
    kind: str
    line: int
    column: int
    entry: bool = False
    excused: bool = False
    identifiers: tuple[str, ...] = ()
    file: str = ""
    says: tuple[tuple[str, str], ...] = ()


def numbers(entry: Anchor) -> tuple[tuple[str, str], ...]:
    """Return what authorities call an entry; that makes it one with others."""
    return tuple(one for one in entry.says if one[0] != "name" and one[0] not in ONCE)


class Pointer(NamedTuple):
    """One token of a pointing attribute; `inside` is the entry in which it stands.

    `file`: where it stands, if in one that is included.
    """

    element: str
    type: str
    attribute: str
    token: str
    line: int
    column: int
    inside: str = ""
    file: str = ""


@dataclass(frozen=True)
class Counted:
    """How many of the places that readers cite have no id, of how many; where the first is."""

    lacking: int
    all: int
    line: int
    column: int
    file: str = ""


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
    prefixes: Prefixes = ()
    elsewhere: bool = False
    checked: bool = True
    guessed: bool = False
    counted: Counted | None = None


@dataclass(frozen=True, eq=False)
class Corpus:
    """All files of an edition by path, and which other files their pointers find on the disk.

    `whole`: no file is missing because it could not be read.
    """

    files: dict[str, Index]
    present: frozenset[str] = frozenset()
    whole: bool = True

    def checked(self) -> Iterator[Index]:
        """Return the files that findings may be about."""
        return (index for index in self.files.values() if index.checked)


def local(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def index(document: Document, role: str, checked: bool = True) -> Index:
    """Gather what a file offers to pointers and where it points; guess its role if it has none."""
    guessed = not role or (role == "text" and is_register(document.root))
    if guessed:
        role = "register" if holds_only_entries(document.root) else "text"
    anchors = [
        _anchor(document, one, role)
        for one in bearers(document.root, XML_ID)
        if one.get(XML_ID, "").strip() and not str(one.tag).startswith(EXAMPLE)
    ]
    elsewhere = ":" in document.root.get(_BASE, "")
    pointers = tuple(_every_pointer(document))
    parts = tuple(anchors), pointers, prefixes(document.root), elsewhere
    return Index(document.path, role, *parts, checked, guessed, _counted(document))


def _counted(document: Document) -> Counted | None:
    holders = document.root.iter(*_CITED)
    found = dict.fromkeys(one for each in holders for one in each.iter(*_CITED[each.tag]))
    cited = [one for one in found if one.get(XML_ID, "").strip() or not _is_nothing(one)]
    lacking = [one for one in cited if not one.get(XML_ID, "").strip()]
    if not lacking:
        return None
    place = *document.at(lacking[0]), _elsewhere(document, lacking[0])
    return Counted(len(lacking), len(cited), *place)


def _is_nothing(element: etree._Element) -> bool:
    """Whether nothing is published of an element that holds nothing."""
    held = "".join((element.text or "", *(one.tail or "" for one in element)))
    is_empty = next(element.iterchildren(etree.Element), None) is None
    return is_empty and local(element) in NOTHING and not held.strip(" \t\r\n")


def _anchor(document: Document, element: etree._Element, role: str) -> Anchor:
    entry = is_entry(element)
    return Anchor(
        element.get(XML_ID, ""),
        local(element),
        *document.at(element),
        entry and (role == "register" or local(element) not in {"bibl", "item", "category"}),
        entry and is_excused(element),
        tuple(identifiers(element)) if entry else (),
        _elsewhere(document, element),
        tuple(said(element)) if entry else (),
    )


def _elsewhere(document: Document, element: etree._Element) -> str:
    """Return the file that an element stands in where the document only includes that."""
    return file if (file := document.file(element)) != document.path else ""


def _every_pointer(document: Document) -> Iterator[Pointer]:
    """Yield each pointer of a file, with its place; where elements have an @xml:base, as what it
    means there.
    """
    based = any(one is not document.root for one in bearers(document.root, _BASE))
    around: dict[etree._Element, str] = {}
    for element in bearers(document.root, *_ORDER):
        tag = str(element.tag)
        if tag.startswith(_OURS) and (names := _pointing(element, tag[len(_OURS) :])):
            inside = _inside(element.getparent(), around)
            yield from _pointers(document, element, names, based, inside)


def _pointing(element: etree._Element, name: str) -> list[str]:
    """Return the attributes by which an element of a name points, in our order."""
    names = _POINTING.intersection(element.keys())
    if name == "interaction":  # how many speak, and to whom
        names -= {"active", "passive"}
    if name not in _ENDED:
        names -= _ENDS
    return sorted(names, key=_ORDER.__getitem__) if len(names) > 1 else list(names)


def _inside(element: etree._Element | None, around: dict[etree._Element, str]) -> str:
    """Return the id of the innermost entry around what an element holds; `around`: what is known
    of others.
    """
    passed: list[etree._Element] = []
    while element is not None and element not in around:
        passed.append(element)
        if element.tag in ENTRIES and XML_ID in element.attrib:
            around[element] = element.get(XML_ID, "")
        else:
            element = element.getparent()
    found = "" if element is None else around[element]
    around.update(dict.fromkeys(passed, found))
    return found


def _pointers(
    document: Document, element: etree._Element, names: list[str], based: bool, inside: str
) -> Iterator[Pointer]:
    """Yield the pointers of an element, inside of an entry or not."""
    lines, start = document.lines_of(document.file(element)), document.at(element)
    elsewhere, name, kind = _elsewhere(document, element), local(element), element.get("type", "")
    for attribute in names:
        place = attribute_place(lines, start, attribute)
        for token in element.get(attribute, "").split():
            meant = _from_base(token, element) if based else token
            yield Pointer(name, kind, attribute, meant, *place, inside, elsewhere)


def _from_base(token: str, element: etree._Element) -> str:
    """Return a relative address with the xml:base around it, where that leads to the web.

    That of the root is the address of the file itself, which has its own places.
    """
    around = next((one for one in (element, *element.iterancestors()) if _BASE in one.attrib), None)
    base = "" if around is None else around.get(_BASE, "")
    own = token.startswith("#") and around is not None and around.getparent() is None
    return urljoin(base, token) if ":" in base and not own else token
