"""Registers: each entry stands once, is of the kind that is named, and is there for a reason."""

import re
from collections.abc import Iterator

from editio.checks.index import Anchor, Corpus, Index, Pointer, numbers
from editio.checks.near import Names
from editio.checks.registry import Finding, edition_check
from editio.checks.targets import known
from editio.diagnostics.codes import ERROR, WARNING

_PERSON = frozenset({"person", "personGrp"})
_WORK = frozenset({"bibl", "biblStruct", "biblFull", "object"})
KINDS = {
    "a person": _PERSON,
    "a place": frozenset({"place"}),
    "an organisation": frozenset({"org"}),
    "an event": frozenset({"event"}),
    "a work": _WORK,
}
# What a name names; for name and rs their @type decides. Others may point anywhere.
_NAMES = {
    "persName": "a person",
    "placeName": "a place",
    "geogName": "a place",
    "settlement": "a place",
    "country": "a place",
    "region": "a place",
    "orgName": "an organisation",
    "title": "a work",
    "person": "a person",
    "place": "a place",
    "org": "an organisation",
    "organisation": "an organisation",
    "organization": "an organisation",
    "event": "an event",
    "work": "a work",
}


@edition_check(
    "P005",
    WARNING,
    "<{element}> names {wanted}, but “{target}” is {found}",
    "Point to the entry of {wanted}, or tag the name as what it is.",
)
def wrong_kind(corpus: Corpus) -> Iterator[Finding]:
    """A name points to an entry of its own kind: a person's name to a person.

    Checked for persName, placeName, orgName, title and the like, and for name and rs by @type.

    Wrong:
        <persName ref="#moscow">Khrushchev</persName>, where moscow is a place
    Right:
        <persName ref="#khrushchev">Khrushchev</persName>
    """
    everything = known(corpus)
    for index in corpus.checked():
        for pointer, goal in everything.aims(index):
            if pointer.attribute != "ref" or not (kind := wanted(pointer)):
                continue
            entry = everything.hit(goal, index)
            found = next((k for k, names in KINDS.items() if entry and entry.kind in names), "")
            if found and found != kind:
                facts = {"element": pointer.element, "wanted": kind, "found": found}
                facts["target"] = pointer.token
                yield Finding(pointer.file or index.path, pointer.line, pointer.column, facts)


def wanted(pointer: Pointer) -> str:
    """Return the kind of entry that a name names, nothing where it may be of any."""
    if pointer.element in {"name", "rs"}:
        return _NAMES.get(pointer.type, "") if not pointer.type[:1].isupper() else ""
    return _NAMES.get(pointer.element, "")


@edition_check(
    "P006",
    ERROR,
    "the entry “{name}” is defined in two registers",
    "{other} has it too. Merge the two entries, or give one of them another id.",
)
def entries_in_two_registers(corpus: Corpus) -> Iterator[Finding]:
    """An entry has one home: its id stands in one register only.

    Texts point to entries by #id from anywhere, so the id must be unique among the registers.

    Wrong:
        <person xml:id="lenin"> in persons.xml and <person xml:id="lenin"> in authors.xml
    Right:
        one <person xml:id="lenin"> in persons.xml
    """
    first: dict[str, Index] = {}
    for index, entry in _entries(corpus):
        if index.role != "register" or (index.guessed and entry.kind == "category"):
            continue  # a file that is described alone has categories of its own
        other = first.setdefault(entry.id, index)
        if other.path != index.path and index.checked:
            facts = {"name": entry.id, "other": other.path}
            yield Finding(entry.file or index.path, entry.line, entry.column, facts)


@edition_check(
    "P007",
    WARNING,
    "the entries “{name}” and “{other}” have the same identifier {identifier}",
    "Merge them if they stand for the same; otherwise one of the identifiers is wrong.",
)
def entries_with_one_identifier(corpus: Corpus) -> Iterator[Finding]:
    """An identifier of an authority file belongs to one entry.

    Two entries with the same number are the same person twice, or a slip in copying.

    Wrong:
        two entries with <idno type="GND">118540238</idno>
    Right:
        one entry with <idno type="GND">118540238</idno>
    """
    first: dict[tuple[str, str], Anchor] = {}
    for index, entry in _entries(corpus):
        # Entries of several texts with one number become one (edition/registers/gathering.py).
        home = "" if index.role == "register" else index.path
        for identifier in entry.identifiers:
            other = first.setdefault((home, f"{entry.kind} {identifier}"), entry)
            if other.id != entry.id and " " in identifier and index.checked:
                facts = {"name": entry.id, "other": other.id, "identifier": identifier}
                yield Finding(entry.file or index.path, entry.line, entry.column, facts)


@edition_check(
    "P008",
    WARNING,
    "nothing in the edition points to the entry “{name}”",
    'Tag a mention with ref="#{name}", delete the entry, or say why it is there: '
    '<{why} type="why">…</{why}>',
)
def unused_entries(corpus: Corpus) -> Iterator[Finding]:
    """Every entry of a register is mentioned somewhere, or says why it is there.

    An entry that nothing points to would be published without a single place. Pointers from
    inside the entry itself do not count; an entry that holds others is their home. In a plain
    folder a file of nothing but lists is a register, if anything points into it.

    Wrong:
        <person xml:id="trotsky">…</person>, and no ref="#trotsky" anywhere
    Right:
        <person xml:id="trotsky">…<note type="why">Signs it, unnamed.</note></person>
    """
    if not corpus.whole or not any(index.role == "text" for index in corpus.files.values()):
        return
    mentioned, meant = _mentions(corpus)
    near = Names(meant)
    for index in corpus.checked():
        entries = [one for one in index.anchors if one.entry and one.kind != "item"]
        is_used = any(one.id in mentioned for one in entries) or not index.guessed
        if index.role != "register" or not is_used:
            continue
        for entry in entries:
            excused = entry.excused or entry.id in mentioned or _may_be_unused(entry, index)
            if not excused and not near.nearest(entry.id):
                facts = {"name": entry.id, "why": "desc" if entry.kind == "category" else "note"}
                yield Finding(entry.file or index.path, entry.line, entry.column, facts)


def _may_be_unused(entry: Anchor, index: Index) -> bool:
    """Whether an entry is one of a bibliography in a folder that is no edition."""
    return index.guessed and entry.kind.startswith("bibl")


def _mentions(corpus: Corpus) -> tuple[set[str], set[str]]:
    """Ids that pointers hit from outside the entry, and names that others may have meant."""
    everything = known(corpus)
    hits, meant = set(), set()
    for index in corpus.files.values():
        for pointer, goal in everything.aims(index):
            hit = everything.hit(goal, index)
            if hit is None and not goal.outside:
                meant.add(re.split(r"[#:/]", pointer.token)[-1])
            elif hit is not None and hit.id != pointer.inside:
                hits.add(hit.id)
    return hits | _as_others(corpus, hits), meant


def _as_others(corpus: Corpus, hits: set[str]) -> set[str]:
    """Ids of entries that become one with an entry of a text that is mentioned, by its number."""
    texts = (index for index in corpus.files.values() if index.role == "text")
    listed = (one for index in texts for one in index.anchors if one.id in hits)
    called = {(one.kind, number) for one in listed for number in numbers(one)}
    everything = (one for index in corpus.files.values() for one in index.anchors)
    return {one.id for one in everything if any((one.kind, n) in called for n in numbers(one))}


def _entries(corpus: Corpus) -> Iterator[tuple[Index, Anchor]]:
    for index in corpus.files.values():
        yield from ((index, anchor) for anchor in index.anchors if anchor.entry)
