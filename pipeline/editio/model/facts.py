"""What is known of a text as typed values: its header, letters, citable units, mentions of register
entries, interventions of the editors, notes, apparatus and rows of tables.

Read from the `ed:facts` that xslt/facts.xsl made, the only place that does.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from sys import intern
from typing import TypeVar

from editio.edition.blanks import worded
from editio.edition.reading.source import ED
from editio.model.apparatus import NONE, Apparatus, apparatus
from editio.model.header import UNSAID, Header, header
from editio.model.letters import Letter, letters
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
class Unit:
    """What can be cited: `only` names the text that has it, where the other has not."""

    id: str
    kind: str
    n: str = ""
    level: str = ""
    only: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that mean entries of registers: `kind` is the TEI element, `within` the place."""

    number: str
    entries: tuple[str, ...]
    kind: str
    within: str
    only: str = ""
    certainty: str = ""
    before: str = ""
    form: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Intervention:
    """What the editors did in a place of the text, and what the source has there."""

    key: str
    kind: str
    within: str
    only: str = ""
    certainty: str = ""
    locus: str = ""
    treatment: str = ""
    responsible: str = ""
    source: str = ""
    source_has: str = ""
    edition_has: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A note in words: `n` as printed, `within` the citable place that calls it."""

    id: str
    kind: str
    within: str
    only: str = ""
    certainty: str = ""
    n: str = ""
    words: str = ""

    @property
    def is_editorial(self) -> bool:
        """Whether it is a note of the editors."""
        return self.kind == "editorial"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table that a genre has of its own: its values by columns, none that is empty."""

    table: str
    values: tuple[tuple[str, str], ...]


_NO_COUNTS = Counts()


@dataclass(frozen=True, slots=True)
class Facts:
    """All that is known of a text once it is rendered."""

    id: str
    lang: str
    text_lang: str = ""
    genre: str = ""
    counts: Counts = _NO_COUNTS
    header: Header = UNSAID
    letters: tuple[Letter, ...] = ()
    units: tuple[Unit, ...] = ()
    mentions: tuple[Mention, ...] = ()
    interventions: tuple[Intervention, ...] = ()
    notes: tuple[Note, ...] = ()
    rows: tuple[Row, ...] = ()
    apparatus: Apparatus = NONE

    @property
    def title(self) -> str:
        """Its title as the header has it, else its id."""
        return next((one.text for one in self.header.named("title")), "") or self.id


NOTHING_KNOWN = Facts("", "")
# One for all: making a parser takes longer than reading a letter.
_PARSER = etree.XMLParser(huge_tree=True)


def facts_from(xml: str) -> Facts:
    """Return what an `ed:facts` says."""
    root = etree.fromstring(xml, _PARSER)
    return Facts(
        id=root.get("id", ""),
        lang=root.get("lang", ""),
        text_lang=root.get("text-lang", ""),
        genre=root.get("kind", ""),
        counts=_counts(root),
        header=header(root),
        letters=letters(root),
        units=_every(root, "unit", _unit),
        mentions=_every(root, "mention", _mention),
        interventions=_every(root, "intervention", _intervention),
        notes=_every(root, "note", _note),
        rows=_every(root, "row", _row),
        apparatus=apparatus(root),
    )


def _every(root: etree._Element, name: str, read: Callable[[etree._Element], T]) -> tuple[T, ...]:
    return tuple(map(read, root.iterfind(f"{{{ED}}}{name}")))


def _counts(root: etree._Element) -> Counts:
    names = ("words", "notes", "editorial-notes", "interventions", "images")
    return Counts(*(int(root.get(name, 0)) for name in names))


def _unit(one: etree._Element) -> Unit:
    return Unit(
        id=_at(one, "id"),
        kind=_at(one, "kind"),
        n=_at(one, "n"),
        level=_at(one, "level"),
        only=_at(one, "only"),
        words=worded(one),
    )


def _mention(one: etree._Element) -> Mention:
    return Mention(
        number=_at(one, "mention"),
        entries=_ids(one.get("entries", "")),
        kind=_at(one, "kind"),
        within=_at(one, "in"),
        only=_at(one, "only"),
        certainty=_at(one, "cert"),
        before=_said(one, "before"),
        form=intern(_said(one, "form")),
        after=_said(one, "after"),
    )


def _intervention(one: etree._Element) -> Intervention:
    return Intervention(
        key=_at(one, "key"),
        kind=_at(one, "kind"),
        within=_at(one, "in"),
        locus=_at(one, "place"),
        only=_at(one, "only"),
        source_has=_said(one, "source-has"),
        edition_has=_said(one, "edition-has"),
        treatment=_at(one, "treatment"),
        remark=_said(one, "why"),
        certainty=_at(one, "cert"),
        responsible=_at(one, "responsible"),
        source=_at(one, "source"),
    )


def _note(one: etree._Element) -> Note:
    return Note(
        id=_at(one, "id"),
        n=_at(one, "n"),
        kind=_at(one, "kind"),
        within=_at(one, "in"),
        only=_at(one, "only"),
        certainty=_at(one, "cert"),
        words=worded(one),
    )


def _row(one: etree._Element) -> Row:
    values = ((intern(each.get("name", "")), each.text or "") for each in one)
    return Row(_at(one, "table"), tuple(values))


def _at(one: etree._Element, name: str) -> str:
    """Return an attribute; a value that many have, such as a kind or a place, is one in memory."""
    return intern(one.get(name, ""))


@lru_cache(4096)
def _ids(words: str) -> tuple[str, ...]:
    return tuple(map(intern, words.split()))


def _said(one: etree._Element, name: str) -> str:
    found = one.find(f"{{{ED}}}{name}")
    return "" if found is None else worded(found)
