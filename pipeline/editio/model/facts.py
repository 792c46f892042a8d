"""What is known of a text as typed values: its header, letters, citable units, mentions of register
entries, interventions of the editors, notes, apparatus and rows of tables.

Read from the `ed:facts` that xslt/facts.xsl made, the only place that does.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache, partial
from sys import intern
from typing import TypeVar

from editio.edition.reading.source import ED
from editio.model.apparatus import NONE, Apparatus, apparatus
from editio.model.header import UNSAID, Header, header
from editio.model.lazy import Lazy
from editio.model.letters import Letter, letters
from editio.model.mentions import (
    Intervention,
    Mention,
    Note,
    Unit,
    given,
    intervention,
    mention,
    note,
    unit,
)
from lxml import etree

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Counts:
    """How much there is of a text: words, notes of its author and of its editors, and so on."""

    words: int = 0
    notes: int = 0
    editorial_notes: int = 0
    interventions: int = 0
    images: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table that a genre has of its own: its values by columns, none that is empty."""

    table: str
    values: tuple[tuple[str, str], ...]


_NO_COUNTS = Counts()
# Texts of which what stands in them is held: of more it is read again when somebody asks.
MOST = 1000


@dataclass(frozen=True, slots=True)
class Places:
    """What stands in the places of a text: most of what is known of it."""

    units: tuple[Unit, ...] = ()
    mentions: tuple[Mention, ...] = ()
    interventions: tuple[Intervention, ...] = ()
    notes: tuple[Note, ...] = ()
    rows: tuple[Row, ...] = ()
    apparatus: Apparatus = NONE


@dataclass(frozen=True, slots=True)
class Facts:
    """All that is known of a text once it is rendered. `places` is asked for what stands in it."""

    id: str
    lang: str
    called: str = ""
    text_lang: str = ""
    genre: str = ""
    counts: Counts = _NO_COUNTS
    header: Header = UNSAID
    letters: tuple[Letter, ...] = ()
    places: Callable[[], Places] = field(default=Places, repr=False)

    @property
    def units(self) -> tuple[Unit, ...]:
        """What can be cited."""
        return self.places().units

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """What means entries of registers."""
        return self.places().mentions

    @property
    def interventions(self) -> tuple[Intervention, ...]:
        """What the editors did."""
        return self.places().interventions

    @property
    def notes(self) -> tuple[Note, ...]:
        """Notes, the author's and the editors'."""
        return self.places().notes

    @property
    def rows(self) -> tuple[Row, ...]:
        """Rows of tables of its genre."""
        return self.places().rows

    @property
    def apparatus(self) -> Apparatus:
        """Its apparatus."""
        return self.places().apparatus

    @property
    def title(self) -> str:
        """Its title as the header has it, else its id."""
        return next((one.text for one in self.header.named("title")), "") or self.id

    @property
    def name(self) -> str:
        """What lists of texts call it: its title, with what tells it from others of that title."""
        return self.called or self.title


NOTHING_KNOWN = Facts("", "")
# One for all: making a parser takes longer than reading a letter.
_PARSER = etree.XMLParser(huge_tree=True)


def facts_from(xml: str, places: Callable[[], Places] | None = None) -> Facts:
    """Return what an `ed:facts` says; without `places` what stands in the text is read, too."""
    root = etree.fromstring(xml, _PARSER)
    return Facts(
        id=root.get("id", ""),
        lang=root.get("lang", ""),
        called=root.get("called", ""),
        text_lang=root.get("text-lang", ""),
        genre=root.get("kind", ""),
        counts=_counts(root),
        header=header(root),
        letters=letters(root),
        places=places or partial(_same, _places(root)),
    )


def facts_of_all(xml: Sequence[str]) -> Sequence[Facts]:
    """Return the facts of many texts, read when they are first asked for: what a header says is
    held for all formats, what stands in the texts for the last that were asked.
    """
    last = lru_cache(MOST)(lambda at: _places(etree.fromstring(xml[at], _PARSER)))
    return Lazy(len(xml), cache(lambda at: facts_from(xml[at], partial(last, at))))


def _same(places: Places) -> Places:
    return places


def _places(root: etree._Element) -> Places:
    return Places(
        units=_every(root, "unit", unit),
        mentions=_every(root, "mention", mention),
        interventions=_every(root, "intervention", intervention),
        notes=_every(root, "note", note),
        rows=_every(root, "row", _row),
        apparatus=apparatus(root),
    )


def _every(root: etree._Element, name: str, read: Callable[[etree._Element], T]) -> tuple[T, ...]:
    return tuple(map(read, root.iterfind(f"{{{ED}}}{name}")))


def _counts(root: etree._Element) -> Counts:
    names = ("words", "notes", "editorial-notes", "interventions", "images")
    return Counts(*(int(root.get(name, 0)) for name in names))


def _row(one: etree._Element) -> Row:
    values = ((intern(each.get("name", "")), each.text or "") for each in one)
    return Row(given(one, "table"), tuple(values))
