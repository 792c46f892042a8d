"""Letters as typed values: who wrote to whom, when, where, and which letters stand around.

Turns the ed:letter of a text's facts into frozen values for tables, lists and exports.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from typing import cast

from editio.edition.blanks import worded
from editio.model.words import ED
from lxml import etree

_DATES = frozenset(("when", "from", "to", "notBefore", "notAfter", "cert", "evidence"))


@dataclass(frozen=True, slots=True)
class When:
    """A date as a header gives it: its words and the ISO 8601 values of its attributes."""

    words: str = ""
    when: str = ""
    start: str = ""
    end: str = ""
    not_before: str = ""
    not_after: str = ""
    certainty: str = ""
    conjecture: bool = False

    @property
    def earliest(self) -> str:
        """The first day that the date can mean."""
        return self.when or self.start or self.not_before or self.end or self.not_after

    @property
    def latest(self) -> str:
        """The last day that the date can mean."""
        return self.when or self.end or self.not_after or self.start or self.not_before


UNDATED = When()


@dataclass(frozen=True, slots=True)
class Named:
    """A person, body or place: its name, the register entries that are meant, an address; whether
    the header is in doubt of it, or conjectures it.
    """

    name: str
    kind: str = ""
    entries: tuple[str, ...] = ()
    uri: str = ""
    doubted: bool = False


@dataclass(frozen=True, slots=True)
class Action:
    """What happened to a letter: `type` is sent, received, forwarded … as the header has it."""

    type: str
    parties: tuple[Named, ...] = ()
    places: tuple[Named, ...] = ()
    date: When | None = None
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """A letter around: `role` is previous, next or other; `within` collection, correspondence."""

    role: str
    within: str
    target: str
    words: str


@dataclass(frozen=True, slots=True)
class Letter:
    """One correspDesc; `part` is the id of what it is about, where that is not the whole text."""

    actions: tuple[Action, ...] = ()
    context: tuple[Context, ...] = ()
    remarks: tuple[str, ...] = field(default=())
    part: str = ""

    def parties(self, kind: str) -> tuple[str, ...]:
        """Return the names of those who took part in the actions of a kind."""
        return tuple(one.name for act in self._acts(kind) for one in act.parties)

    def places(self, kind: str) -> tuple[str, ...]:
        """Return the names of the places of the actions of a kind."""
        return tuple(one.name for act in self._acts(kind) for one in act.places)

    def doubted(self) -> tuple[str, ...]:
        """Return the names of whom and what the header is in doubt of."""
        every = (one for act in self.actions for one in (*act.parties, *act.places))
        return tuple(dict.fromkeys(one.name for one in every if one.doubted))

    def _acts(self, kind: str) -> Iterator[Action]:
        return (act for act in self.actions if act.type == kind)


def letters(facts: etree._Element) -> tuple[Letter, ...]:
    """Return the letters that a text's facts tell of; more than one where several are one text."""
    return tuple(_letter(one) for one in facts.findall(f"{ED}letter"))


def _letter(element: etree._Element) -> Letter:
    return Letter(
        tuple(_action(one) for one in element.findall(f"{ED}action")),
        tuple(
            Context(one.get("role", ""), one.get("within", ""), one.get("target", ""), worded(one))
            for one in element.findall(f"{ED}context")
        ),
        tuple(worded(one) for one in element.findall(f"{ED}remark")),
        next((one.get("target", "")[1:] for one in element.findall(f"{ED}link")), ""),
    )


def _action(element: etree._Element) -> Action:
    dates = [when_of(one, worded(one)) for one in element.findall(f"{ED}date")]
    return Action(
        element.get("type", ""),
        tuple(_named(one) for one in element.findall(f"{ED}party")),
        tuple(_named(one) for one in element.findall(f"{ED}place")),
        dates[0] if dates else None,
        tuple(worded(one) for one in element.findall(f"{ED}remark")),
    )


def _named(element: etree._Element) -> Named:
    entries = tuple(element.get("entries", "").split())
    doubted = _is_doubted(element.get("cert", "")) or element.get("evidence") == "conjecture"
    said = worded(element), element.get("kind", ""), entries, element.get("uri", "")
    return _shared(*said, doubted)


def _is_doubted(certainty: str) -> bool:
    """Whether a certainty, a word or a degree between 0 and 1 (certainty/@degree), is a doubt."""
    with suppress(ValueError):
        return float(certainty) < 0.5
    return certainty in {"low", "unknown"}


# Who writes often is one value in memory.
_shared = lru_cache(4096)(Named)


def when_of(element: etree._Element, words: str = "") -> When:
    """Return the date that the attributes of an element give."""
    if not words and _DATES.isdisjoint(cast(dict[str, str], element.attrib)):
        return UNDATED
    return When(
        words,
        element.get("when", ""),
        element.get("from", ""),
        element.get("to", ""),
        element.get("notBefore", ""),
        element.get("notAfter", ""),
        element.get("cert", ""),
        element.get("evidence") == "conjecture",
    )
