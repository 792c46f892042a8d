"""Ids and pointers: every id is one element's, every pointer hits (TEI Guidelines, chapter SA)."""

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator

from editio.checks.index import Anchor, Corpus, Index, Pointer
from editio.checks.near import Names
from editio.checks.registry import Finding, edition_check
from editio.checks.targets import Known, Target, known
from editio.checks.unlisted import is_unlisted, listed_kinds
from editio.diagnostics.codes import ERROR, WARNING
from editio.diagnostics.repeats import once
from editio.edition.reading.addresses import is_on_drive
from editio.edition.reading.files import TEI_NAMES
from editio.edition.registers.aims import IMAGE
from editio.edition.registers.authorities import ADDRESSES


@edition_check(
    "P001",
    ERROR,
    "the xml:id “{name}” is given twice in this file",
    "{other} has it too. Give one of the two another id.",
)
def duplicate_ids(corpus: Corpus) -> Iterator[Finding]:
    """An xml:id names one element of a file and no other.

    A pointer to an id that two elements have leads to the first of them, whichever was meant
    (XML 1.0, section 3.3.1, validity constraint ID). Told at each of them.

    Wrong:
        <note xml:id="n1">…</note> <note xml:id="n1">…</note>
    Right:
        <note xml:id="n1">…</note> <note xml:id="n2">…</note>
    """
    for index in corpus.checked():
        named: dict[str, list[Anchor]] = defaultdict(list)
        for anchor in index.anchors:
            named[anchor.id].append(anchor)
        for name, alike in named.items():
            for anchor in alike if len(alike) > 1 else ():
                other = alike[0] if anchor is not alike[0] else alike[1]
                facts = {"name": name, "other": f"Line {other.line}, column {other.column}"}
                yield Finding(anchor.file or index.path, anchor.line, anchor.column, facts)


@edition_check(
    "P002",
    ERROR,
    "@{attribute} points to “{target}”, but nothing in {where} has that xml:id{times}",
    "{advice}",
)
def dangling_pointers(corpus: Corpus) -> Iterator[Finding]:
    """Every pointer resolves to an element of the file that it names, or to an entry of a register.

    Looked for, in this order: the same file, the entries of the registers (#id), the file before
    the # (persons.xml#id), what a prefixDef makes of a prefix. Addresses on the web are not
    followed.

    Wrong:
        <persName ref="#bukarin">Bukharin</persName>
    Right:
        <persName ref="#bukharin">Bukharin</persName>, with <person xml:id="bukharin"> in a register
    """
    everything, listed = known(corpus), listed_kinds(corpus)
    texts = _texts(corpus)
    names: dict[tuple[str, bool], Names] = {}
    homes: dict[str, str] = {}
    for index in corpus.checked():
        missed = [
            (pointer, goal)
            for pointer, goal in _goals(index, everything)
            if goal.id
            and everything.has(goal, index)
            and not everything.hit(goal, index)
            and not (is_unlisted(pointer, listed) or _is_beside(pointer, texts))
        ]
        homes = homes or (_homes(everything) if missed else {})
        for pointer, goal, times in _told_once(missed):
            place = goal.file or index.path, bool(goal.file)
            is_said = goal.file or _is_name(pointer)
            if other := "" if is_said else homes.get(goal.id, ""):
                yield _in_another(pointer, goal, index, other, times)
                continue
            if place not in names:
                names[place] = _names(*place, everything)
            near = names[place].nearest(goal.id)
            if near and f"#{near}" in _beside(pointer, index):
                near = ""
            if near or not _is_name(pointer):
                yield _missed(pointer, goal, index, near, times)


def _texts(corpus: Corpus) -> frozenset[str]:
    """Return the ids of the texts of an edition."""
    first = (one for index in corpus.files.values() for one in index.anchors[:1])
    return frozenset(one.id for one in first if one.kind == "TEI")


def _is_name(pointer: Pointer) -> bool:
    """Whether it is said, as books do, who answers for something (resp="BL 1.316") or where it is
    taken from (source="GeoNames").
    """
    is_file = "/" in pointer.token or pointer.token.lower().endswith(TEI_NAMES)
    return pointer.attribute in {"resp", "source"} and "#" not in pointer.token and not is_file


def _is_beside(pointer: Pointer, texts: frozenset[str]) -> bool:
    """Whether this is the letter before or after, by the id of its text without #."""
    return pointer.token in texts and bool(_BESIDE.search(pointer.type))


# Types of what stands in a correspContext.
_BESIDE = re.compile(r"prev|next|within", re.IGNORECASE)
_SEVERAL = 4  # words in an attribute that is made for pointers: no slip, but a habit


def _told_once(missed: list[tuple[Pointer, Target]]) -> Iterator[tuple[Pointer, Target, str]]:
    """Yield each token that misses once, with how often; words that are no pointers together."""
    words: dict[str, set[str]] = defaultdict(set)
    for pointer, _ in missed:
        if not set(pointer.token) & set("#/"):
            words[pointer.attribute].add(pointer.token)

    def kind(one: tuple[Pointer, Target]) -> str:
        pointer = one[0]
        alike = words[pointer.attribute]
        habit = len(alike) >= _SEVERAL and pointer.token in alike
        return f"@{pointer.attribute}" if habit else pointer.token

    for (pointer, goal), count in once(missed, kind):
        times = f"{count} times in this file" if count > 1 else ""
        if kind((pointer, goal)) != pointer.token:
            times = f"and to {len(words[pointer.attribute]) - 1} words like it, {times}"
        yield pointer, goal, f" ({times})" if times else ""


def _beside(pointer: Pointer, index: Index) -> set[str]:
    """Return what the same attribute points to as well: none of this is meant once more."""
    place = pointer[:3], pointer.line, pointer.column
    return {one.token for one in index.pointers if (one[:3], one.line, one.column) == place}


def _names(file: str, alone: bool, everything: Known) -> Names:
    """Gather the ids that a pointer may have meant."""
    return Names([*everything.files[file], *(() if alone else everything.entries)])


def _homes(everything: Known) -> dict[str, str]:
    """Return the file of each id, the first where several have it."""
    homes: dict[str, str] = {}
    for path, ids in everything.files.items():
        homes |= dict.fromkeys(ids.keys() - homes.keys(), path)
    return homes


def _in_another(pointer: Pointer, goal: Target, index: Index, other: str, times: str) -> Finding:
    """Tell that another file has the id to which a pointer within its own file leads."""
    path = pointer.file or index.path
    name = posixpath.relpath(other, posixpath.dirname(path) or ".")
    facts = {
        "attribute": pointer.attribute,
        "target": pointer.token,
        "where": "this file and the registers",
        "times": times,
        "advice": f"{other} has it: write “{name}#{goal.id}” if that is meant.",
    }
    return Finding(path, pointer.line, pointer.column, facts)


def _missed(pointer: Pointer, goal: Target, index: Index, near: str, times: str) -> Finding:
    where = goal.file or "the edition"
    advice = "Give the element that is meant this xml:id, or add the entry to a register."
    if near:
        advice = f"Did you mean “{pointer.token.rpartition('#')[0]}#{near}”?"
    elif "#" not in pointer.token:
        advice = f"For an element of the edition write #{goal.id}; for a file its whole name."
    facts = {
        "attribute": pointer.attribute,
        "target": pointer.token,
        "where": where,
        "times": times,
        "advice": advice,
    }
    return Finding(pointer.file or index.path, pointer.line, pointer.column, facts)


@edition_check(
    "P004",
    ERROR,
    "@{attribute} points to the file “{file}”, which is not there{times}",
    "{advice}",
)
def missing_files(corpus: Corpus) -> Iterator[Finding]:
    """A pointer to another file finds it, seen from the file in which the pointer stands.

    Wrong:
        <ptr target="../registers/person.xml#bukharin"/>
    Right:
        <ptr target="../registers/persons.xml#bukharin"/>
    """
    everything, listed = known(corpus), listed_kinds(corpus)
    texts = _texts(corpus)
    there = corpus.present | set(corpus.files)
    named = {posixpath.basename(one): one for one in sorted(there)}
    names = Names(named)
    for index in corpus.checked():
        missed = [
            (pointer, goal)
            for pointer, goal in _goals(index, everything)
            if goal.file
            and goal.file not in there
            and not (is_unlisted(pointer, listed) or _is_name(pointer))
            and not (everything.hit(goal, index) or _is_beside(pointer, texts))
        ]
        for pointer, goal, times in _told_once(missed):
            near = names.nearest(posixpath.basename(goal.file))
            advice = _elsewhere(pointer.token, index)
            if near and named[near] != index.path:
                advice = f"Is {named[near]} meant? Paths are relative to {index.path}."
            facts = {"attribute": pointer.attribute, "file": goal.file}
            facts |= {"times": times, "advice": advice}
            yield Finding(pointer.file or index.path, pointer.line, pointer.column, facts)


def _elsewhere(token: str, index: Index) -> str:
    """Say what a pointer to a file that is nowhere may have meant."""
    if re.match(r"www\.|10\.\d{4,}/", token):
        start = "https://" if token.startswith("www") else "https://doi.org/"
        return f"An address on the web is written in full: {start}{token}"
    advice = f"Add the file, or mend the path, which is relative to {index.path}."
    is_name = "/" not in token and not token.lower().endswith(TEI_NAMES)
    return f"{advice} For an element of this edition write #{token}." if is_name else advice


@edition_check(
    "P009",
    WARNING,
    "the prefix “{prefix}:” of @{attribute} is declared nowhere",
    "{advice}",
)
def undeclared_prefixes(corpus: Corpus) -> Iterator[Finding]:
    """A private prefix is declared by a prefixDef of the same file (TEI Guidelines, 17.2.3).

    Without it nobody but the editor knows what the pointer means.

    Wrong:
        <persName ref="psn:bukharin">Bukharin</persName>, and no prefixDef
    Right:
        <prefixDef ident="psn" matchPattern="(.+)" replacementPattern="persons.xml#$1"/>
    """
    everything = known(corpus)
    for index in corpus.checked():
        told: set[str] = set()
        for pointer, goal in _goals(index, everything):
            if goal.prefix and goal.prefix not in told:
                told.add(goal.prefix)
                facts = {"prefix": goal.prefix, "attribute": pointer.attribute}
                facts["advice"] = _DRIVE
                if not is_on_drive(pointer.token):
                    facts["advice"] = _declaration(goal.prefix)
                yield Finding(pointer.file or index.path, pointer.line, pointer.column, facts)


def _declaration(prefix: str) -> str:
    """Say how a prefix is declared; one that is called like an authority file, with its address."""
    address = ADDRESSES.get(prefix.lower(), "…")
    pattern = "…" if address == "…" else "(.+)"
    return (
        f'Declare it in the header: <prefixDef ident="{prefix}" matchPattern="{pattern}" '
        f'replacementPattern="{address}"/>, or write the address in full.'
    )


_DRIVE = (
    "This is a path on one computer, as Windows writes it: put the file beside the text, and name "
    "it by its relative path."
)


def _goals(index: Index, everything: Known) -> Iterator[tuple[Pointer, Target]]:
    """Pointers with what they mean; those that lead outside are left out."""
    numbers = _numbers_of_images(index)
    for pointer, goal in everything.aims(index):
        # @facs also takes numbers of images, which are files of others.
        image = pointer.token in numbers or (
            pointer.attribute == "facs" and (goal.file or "#" not in pointer.token)
        )
        # Who changed a file is often written as a name; nobody follows that.
        name = pointer.element == "change" and "#" not in pointer.token
        if not goal.outside and not image and not name:
            yield pointer, goal


def _numbers_of_images(index: Index) -> set[str]:
    """Return the images that pages are named by, where none of them is an id of the file."""
    pages = (one for one in index.pointers if (one.element, one.attribute) == ("pb", "facs"))
    tokens = {one.token for one in pages}
    numbers = {one for one in tokens if IMAGE.fullmatch(one)}
    ids = {f"#{one.id}" for one in index.anchors} if numbers else set()
    return numbers if ids.isdisjoint(numbers) else set()
