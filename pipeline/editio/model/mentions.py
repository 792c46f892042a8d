"""What stands in the places of a text, as typed values: what can be cited, what means an entry of a
register, what the editors did, notes.
"""

from dataclasses import dataclass
from functools import lru_cache
from sys import intern

from editio.edition.blanks import worded
from editio.edition.reading.source import ED
from lxml import etree


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
    grounds: str = ""
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
    sources: tuple[str, ...] = ()

    @property
    def is_editorial(self) -> bool:
        """Whether it is a note of the editors."""
        return self.kind == "editorial"


def unit(one: etree._Element) -> Unit:
    """Return what an `ed:unit` says."""
    return Unit(
        id=given(one, "id"),
        kind=given(one, "kind"),
        n=given(one, "n"),
        level=given(one, "level"),
        only=given(one, "only"),
        words=worded(one),
    )


def mention(one: etree._Element) -> Mention:
    """Return what an `ed:mention` says."""
    return Mention(
        number=given(one, "mention"),
        entries=_ids(one.get("entries", "")),
        kind=given(one, "kind"),
        within=given(one, "in"),
        only=given(one, "only"),
        certainty=given(one, "cert"),
        before=_words(one, "before"),
        form=intern(_words(one, "form")),
        after=_words(one, "after"),
    )


def intervention(one: etree._Element) -> Intervention:
    """Return what an `ed:intervention` says."""
    return Intervention(
        key=given(one, "key"),
        kind=given(one, "kind"),
        within=given(one, "in"),
        locus=given(one, "place"),
        only=given(one, "only"),
        source_has=_words(one, "source-has"),
        edition_has=_words(one, "edition-has"),
        treatment=given(one, "treatment"),
        remark=_words(one, "why"),
        certainty=given(one, "cert"),
        grounds=given(one, "evidence"),
        responsible=given(one, "responsible"),
        source=given(one, "source"),
    )


def note(one: etree._Element) -> Note:
    """Return what an `ed:note` says."""
    return Note(
        id=given(one, "id"),
        n=given(one, "n"),
        kind=given(one, "kind"),
        within=given(one, "in"),
        only=given(one, "only"),
        certainty=given(one, "cert"),
        words=" ".join((one.text or "").split()),
        sources=tuple(intern(worded(source)) for source in one),
    )


def given(one: etree._Element, name: str) -> str:
    """Return an attribute; a value that many have, such as a kind or a place, is one in memory."""
    return intern(one.get(name, ""))


@lru_cache(4096)
def _ids(words: str) -> tuple[str, ...]:
    return tuple(map(intern, words.split()))


def _words(one: etree._Element, name: str) -> str:
    found = one.find(f"{{{ED}}}{name}")
    return "" if found is None else worded(found)
