"""The apparatus of a text as typed values: its witnesses, its entries, the readings of each.

Read once from the `ed:apparatus` of the facts, which xslt/apparatus.xsl made: the value from which
the foot of the book, the pages, the plain text and the tables say the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from editio.edition.blanks import worded
from lxml import etree

_ED = "{urn:editio:ns}"


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
    keyed_by: str
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
        tuple(_entry(one) for one in facts.findall(f"{_ED}apparatus/{_ED}entry")),
        tuple(_witnesses(facts.find(f"{_ED}witnesses"), "")),
    )
    return found if found.entries or found.witnesses else NONE


def _witnesses(within: etree._Element | None, group: str) -> Iterator[Witness]:
    for one in () if within is None else within.findall(f"{_ED}witness"):
        siglum, words = one.get("siglum", ""), _within(one, "words")
        yield Witness(
            one.get("id", ""), siglum, one.get("kind", ""), words,
            one.get("date", ""), one.get("place", ""), group,
        )  # fmt: skip
        yield from _witnesses(one, words or siglum)


def _entry(one: etree._Element) -> Entry:
    lemma = one.find(f"{_ED}lemma")
    return Entry(
        one.get("key", ""),
        one.get("layer", ""),
        one.get("by", ""),
        one.get("from", ""),
        one.get("to", ""),
        one.get("place", ""),
        one.get("in", ""),
        "" if lemma is None else lemma.get("words", ""),
        _within(one, "told"),
        tuple(_reading(each) for each in one.findall(f"{_ED}reading")),
        _all(one, "note"),
        tuple(one.get("absent", "").split()),
    )


def _reading(one: etree._Element) -> Reading:
    return Reading(
        one.get("kind", ""),
        _within(one, "words"),
        _sigla(one.get("sigla", "")),
        tuple(one.get("expanded", "").split()),
        one.get("group", ""),
        one.get("type", ""),
        one.get("cause", ""),
        one.get("varSeq", ""),
        one.get("hand", ""),
        one.get("resp", ""),
        one.get("source", ""),
        one.get("cert", ""),
        _all(one, "detail"),
        _all(one, "note"),
    )


def _sigla(words: str) -> tuple[str, ...]:
    """Return sigla one by one; one with blanks as it is printed has blanks that do not part."""
    return tuple(one.replace("\xa0", " ") for one in words.split(" ") if one)


def _all(one: etree._Element, name: str) -> tuple[str, ...]:
    return tuple(worded(each) for each in one.findall(f"{_ED}{name}"))


def _within(one: etree._Element, name: str) -> str:
    """Return the words of the first child of a name; none where there is no such child."""
    found = one.find(f"{_ED}{name}")
    return "" if found is None else worded(found)
