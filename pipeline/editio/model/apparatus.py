"""The apparatus of a text as typed values: its witnesses, its entries, the readings of each.

Read once from the `ed:apparatus` of the facts, which xslt/apparatus.xsl made: the value from which
the foot of the book, the pages, the plain text and the tables say the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from editio.edition.blanks import worded
from editio.model.words import ED
from lxml import etree


@dataclass(frozen=True, slots=True)
class Witness:
    """A witness of the lists: `group` is the siglum or the words of the list that it stands in."""

    id: str
    siglum: str
    kind: str
    description: str = ""
    date: str = ""
    place: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What some witnesses have, or somebody conjectures, in the place of the lemma."""

    kind: str
    words: str
    wit: tuple[str, ...] = ()
    expanded: tuple[str, ...] = ()
    group: str = ""
    type: str = ""
    cause: str = ""
    sequence: str = ""
    hand: str = ""
    resp: str = ""
    source: str = ""
    cert: str = ""
    details: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: `told` is all that stands after its key, in every format."""

    key: str
    layer: str
    start: str
    end: str
    place: str
    within: str
    lemma: str
    told: str
    readings: tuple[Reading, ...] = ()
    notes: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()

    @property
    def line(self) -> str:
        """The key and what stands after it: “12–14 sky] sea B”."""
        return f"{'–'.join(filter(None, (self.start, self.end))) or self.place} {self.told}"


@dataclass(frozen=True, slots=True)
class Apparatus:
    """All entries of a text, in order, and its witnesses."""

    entries: tuple[Entry, ...] = ()
    witnesses: tuple[Witness, ...] = ()


NONE = Apparatus()


def apparatus(facts: etree._Element) -> Apparatus:
    """Return the apparatus that a text's facts tell of; an empty one where it has none."""
    found = Apparatus(
        tuple(_entry(one) for one in facts.findall(f"{ED}apparatus/{ED}entry")),
        tuple(_witnesses(facts.find(f"{ED}witnesses"), "")),
    )
    return found if found.entries or found.witnesses else NONE


def _witnesses(within: etree._Element | None, group: str) -> Iterator[Witness]:
    """Yield the witnesses of a list, each before those of the list that it is."""
    for one in () if within is None else within.findall(f"{ED}witness"):
        siglum, words = one.get("siglum", ""), _within(one, "words")
        yield Witness(
            id=one.get("id", ""),
            siglum=siglum,
            kind=one.get("kind", ""),
            description=words,
            date=one.get("date", ""),
            place=one.get("place", ""),
            group=group,
        )
        yield from _witnesses(one, words or siglum)


def _entry(one: etree._Element) -> Entry:
    lemma = one.find(f"{ED}lemma")
    return Entry(
        key=one.get("key", ""),
        layer=one.get("layer", ""),
        start=one.get("from", ""),
        end=one.get("to", ""),
        place=one.get("place", ""),
        within=one.get("in", ""),
        lemma="" if lemma is None else lemma.get("words", ""),
        told=_within(one, "told"),
        readings=tuple(_reading(each, one.get("cert", "")) for each in one.findall(f"{ED}reading")),
        notes=_all(one, "note"),
        absent=tuple(one.get("absent", "").split()),
    )


def _reading(one: etree._Element, certainty: str) -> Reading:
    """Return a reading; one that says nothing of its certainty has that of its entry."""
    return Reading(
        kind=one.get("kind", ""),
        words=_within(one, "words"),
        wit=_sigla(one.get("sigla", "")),
        expanded=tuple(one.get("expanded", "").split()),
        group=one.get("group", ""),
        type=one.get("type", ""),
        cause=one.get("cause", ""),
        sequence=one.get("varSeq", ""),
        hand=one.get("hand", ""),
        resp=one.get("resp", ""),
        source=one.get("source", ""),
        cert=one.get("cert", certainty),
        details=_all(one, "detail"),
        notes=_all(one, "note"),
    )


def _sigla(words: str) -> tuple[str, ...]:
    """Return sigla one by one; one with blanks as it is printed has blanks that do not part."""
    return tuple(one.replace("\xa0", " ") for one in words.split(" ") if one)


def _all(one: etree._Element, name: str) -> tuple[str, ...]:
    return tuple(worded(each) for each in one.findall(f"{ED}{name}"))


def _within(one: etree._Element, name: str) -> str:
    """Return the words of the first child of a name; none where there is no such child."""
    found = one.find(f"{ED}{name}")
    return "" if found is None else worded(found)
