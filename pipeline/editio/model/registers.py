"""Registers as typed values: what an entry is called and what is said of it.

Read from the `ed:register` that xslt/registers.xsl made, the only place that does.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from editio.edition.blanks import worded
from editio.edition.reading.source import ED
from editio.model.header import UNSAID, Field, Header, fields, header
from editio.model.letters import UNDATED, When, when_of
from lxml import etree

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Said:
    """Words of an entry under a name: the kind of a form, of a note or of a place around."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Relation:
    """As what an entry is related to another; `passive`: the other is, to it. `said`: what is said
    of that, since when, how certainly.
    """

    name: str
    entry: str
    passive: bool = False
    said: When = UNDATED


@dataclass(frozen=True, slots=True)
class Life:
    """A date of a life: `role` is birth, death or floruit."""

    role: str
    date: When


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the earth in degrees, WGS 84."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Part:
    """A bibliographic level of a work (analytic, monogr, series) and its fields."""

    level: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a register. `name` stands as the register has it, `name_certainty` is empty where
    a source is named or nothing is said of it, `lang` is that of the register;
    `uris` are addresses in authority files, `date` is that of an event.
    """

    id: str
    kind: str
    name: str
    lang: str = "en"
    type: str = ""
    date: When = UNDATED
    forms: tuple[Said, ...] = ()
    notes: tuple[Said, ...] = ()
    statements: tuple[Said, ...] = ()
    within: tuple[Said, ...] = ()
    relations: tuple[Relation, ...] = ()
    life: tuple[Life, ...] = ()
    uris: tuple[str, ...] = ()
    point: Point | None = None
    parts: tuple[Part, ...] = ()
    name_certainty: str = ""

    @property
    def words(self) -> str:
        """Its name, white space collapsed."""
        return " ".join(self.name.split())


@dataclass(frozen=True, slots=True)
class Register:
    """A register: its entries in order, its header, and its `ed:register` for stylesheets."""

    xml: str = field(repr=False)
    header: Header = UNSAID
    entries: tuple[Entry, ...] = ()


def register_from(xml: str) -> Register:
    """Return what an `ed:register` says."""
    root = etree.fromstring(xml, etree.XMLParser(huge_tree=True))
    lang = root.get("lang", "en")
    entries = (_entry(one, lang) for one in root.iterfind(f"{{{ED}}}entry"))
    return Register(xml, header(root), tuple(entries))


def _entry(one: etree._Element, lang: str) -> Entry:
    named = one.find(f"{{{ED}}}name")
    return Entry(
        id=one.get("id", ""),
        kind=one.get("kind", ""),
        name=one.findtext(f"{{{ED}}}name") or "",
        lang=lang,
        type=one.get("type", ""),
        date=when_of(one),
        forms=_every(one, "form", lambda form: Said(form.get("kind", ""), worded(form))),
        notes=_every(one, "note", lambda note: Said(note.get("kind", ""), worded(note))),
        statements=_every(one, "statement", lambda said: Said(said.get("name", ""), worded(said))),
        within=_every(one, "within", lambda place: Said(place.get("kind", ""), worded(place))),
        relations=_every(one, "relation", _relation),
        life=_every(one, "date", lambda date: Life(date.get("role", ""), when_of(date))),
        uris=tuple(filter(None, _every(one, "idno", lambda idno: idno.get("uri", "")))),
        point=next(iter(_every(one, "geo", _point)), None),
        name_certainty="" if named is None else named.get("cert", ""),
        parts=_every(one, "part", lambda part: Part(part.get("level", ""), fields(part))),
    )


def _every(entry: etree._Element, name: str, read: Callable[[etree._Element], T]) -> tuple[T, ...]:
    return tuple(map(read, entry.iterfind(f"{{{ED}}}{name}")))


def _relation(one: etree._Element) -> Relation:
    passive = one.get("side") == "passive"
    return Relation(one.get("name", ""), one.get("entry", ""), passive, when_of(one, worded(one)))


def _point(one: etree._Element) -> Point:
    return Point(float(one.get("latitude", "")), float(one.get("longitude", "")))
