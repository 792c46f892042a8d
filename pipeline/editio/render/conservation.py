"""Whether the words of a text came through: all of them, once, in order, apart from each other.

The prepared text is compared with the behaviours, both readings at once, and these, one reading
after the other, with the pages of each format. A page may have words beside those of the text
(heads, numbers, labels); what it may not have is fewer, or two in one.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import chain

from editio.diagnostics import Diagnostic, diagnostic
from editio.diagnostics.repeats import once
from editio.edition.blanks import NO_XML
from editio.formats.pdf import GIVEN
from editio.formats.site import parts
from editio.model.words import ED, MAIN, Element, Flow, Hunk, Way, bare, flows, hunks, walked
from editio.render.header_words import untold
from editio.render.hunks import finer
from editio.render.ways import behaviours, tei
from editio.render.ways.pages import Signs, hypertext, plain, steps
from editio.render.whereabouts import place
from lxml import etree

LOST, GLUED, DOUBLED, MOVED = "O010", "O011", "O012", "O013"
_LINES = Way(lambda _: True)  # of plain text


@dataclass(frozen=True)
class Fault:
    """What became of some words: the code says what, `at` is their place in the TEI."""

    code: str
    words: str
    at: str


@dataclass(frozen=True)
class Counted:
    """How many words a text has, how many of them are in every format, and what is amiss."""

    words: int = 0
    kept: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()
    # The same by format, "" for the text itself: findings, and the words that are not there.
    told: Mapping[str, tuple[Diagnostic, ...]] = field(default_factory=dict)
    lost: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def conserved(
    path: str, prepared: str, ruled: str, pages: Mapping[str, Mapping[str, bytes]]
) -> Counted:
    """Compare a text with its renditions.

    `prepared` and `ruled` are the text after those steps, as XML that was not indented; `pages`
    has format -> path -> page, as the formats return them for one text.
    """
    source, tree = _parsed(prepared), _parsed(ruled)
    before = flows(tei.steps(source), tei.PREPARED)
    walk = behaviours.steps(tree)
    after = flows(walk, behaviours.way(None))
    # Rules set the marks on letters that an inscription has.
    marked = tree.find(f".//{ED}inline[@marked]") is not None
    faults = {"": list(_stage(*((bare(before), bare(after)) if marked else (before, after))))}
    signs = _signs(tree)
    read = cache(
        lambda reading, aside: (
            behaviours.hidden_notes(tree, reading, aside)
            | flows(walk, behaviours.way(reading, aside))
        )
    )
    same = behaviours.readings(tree)
    in_capitals = tree.find(f".//{ED}section[@capitals]") is not None
    for reading in ("reading", "diplomatic"):
        for name, shown in _pages(reading, pages):
            # In plain text a figure does not divide the sentence in which it stands.
            aside = ("note", "figure") if name.startswith("text") else ("note", "translation")
            shape = _SHAPES[name.partition(" ")[0]]
            expected = read(*same(reading, aside))
            if in_capitals and reading == "diplomatic":
                faults[name] = list(shape(bare(expected), shown, replace(signs, bare=True)))
            else:
                faults[name] = list(shape(expected, shown, signs))
    header = [Fault(LOST, words, at) for words, at in untold(source, tree)]
    return _counted(path, sum(len(one.words) for one in before.values()), faults, header)


def _signs(tree: Element) -> Signs:
    """Return what plain text has among the words of a text."""
    lines = [one.get("n") or "" for one in tree.iter(f"{ED}break") if one.get("numbered")]
    called = (one.get("unlike") or one.get("n") or "" for one in tree.iter(f"{ED}note"))
    placed = tree.iterfind(f".//{ED}inline[@kind='add'][@place]")
    added = (re.findall(r"\w+", "".join(map(str, one.itertext()))) for one in placed)
    return Signs(frozenset(called), tuple(lines), frozenset(chain.from_iterable(added)))


def _counted(
    path: str, total: int, faults: Mapping[str, list[Fault]], header: list[Fault]
) -> Counted:
    """Return how many words are kept, and the findings, a format at a time; words of the header
    are told and not counted.
    """
    about = {"what is told about the text": header}
    told: dict[str, tuple[Diagnostic, ...]] = {"": tuple(_told(path, about))}
    lost: dict[str, tuple[str, ...]] = {}
    for name, found in faults.items():
        form = name.partition(" ")[0]
        missing = (f"{one.at} {one.words}" for one in found if one.code != DOUBLED)
        told[form] = (*told.get(form, ()), *_told(path, {name: found}))
        lost[form] = (*lost.get(form, ()), *missing)
    every = {one for some in lost.values() for one in some}
    said = tuple(one for some in told.values() for one in some)
    return Counted(total, max(total - len(every), 0), said, told, lost)


def _parsed(xml: str) -> Element:
    parser = etree.XMLParser(huge_tree=True, resolve_entities=False, collect_ids=False)
    return etree.fromstring(xml.encode(), parser)


def _pages(
    reading: str, pages: Mapping[str, Mapping[str, bytes]]
) -> Iterator[tuple[str, Sequence[bytes]]]:
    """Yield the pages that show one of the two texts, with the name of the format and view."""
    if shown := parts.views(pages.get("html", {}), reading):
        yield f"html {reading}", shown
    for path, page in pages.get("text", {}).items():
        if path.startswith(f"{reading}/"):
            yield f"text {reading}", [page]
    for path, page in pages.get("epub", {}).items():
        if path.endswith("/text") and reading == "reading":
            yield "epub", [page]
    for path, page in pages.get("pdf", {}).items():
        if path.startswith(GIVEN) and reading == "reading":
            yield "pdf", [page]


def _stage(before: Mapping[str, Flow], after: Mapping[str, Flow]) -> Iterator[Fault]:
    """Yield the faults of all flows; a note that is no note any more is looked for in the text."""
    rest: list[str] = []
    yield from _faults(before[MAIN], after[MAIN], rest)
    aside = {key: flow for key, flow in before.items() if key != MAIN and flow.words}
    for key, flow in aside.items():
        if key in after:
            yield from _faults(flow, after[key])
    yield from _anywhere([flow for key, flow in aside.items() if key not in after], rest)


def _anywhere(flows_aside: Iterable[Flow], rest: list[str]) -> Iterator[Fault]:
    """Yield the faults of notes that stand somewhere among the words that are left."""
    starts: dict[str, list[int]] = {}
    for n, word in enumerate(rest):
        starts.setdefault(word, []).append(n)
    behind = -1  # the last word of the note before
    for flow in flows_aside:
        at, length = place(flow, rest, starts, behind), len(flow.words)
        behind = at + length - 1
        yield from _faults(flow, Flow(tuple(rest[at : at + length + length // 2 + 40])))


def _of_hypertext(
    expected: Mapping[str, Flow], pages: Sequence[bytes], signs: Signs
) -> Iterator[Fault]:
    found = flows(steps(_body(pages), expected), hypertext(expected))
    yield from _stage(expected, bare(found) if signs.bare else found)


def _body(pages: Sequence[bytes]) -> Element:
    """Return what is on pages of a text; where there are several, as if they were one."""
    found: list[Element] = [parts.opened(page) for page in pages]
    bodies = [one if (main := one.find(".//main")) is None else main for one in found]
    whole = next(bodies[0].iter("article"), bodies[0])
    for article in (each for one in bodies[1:] for each in one.iter("article")):
        whole.extend(list(article))
    # The notes of a page stand below its text; those of all pages, below all that is text.
    whole.extend([one for one in whole if one.tag == "section"])
    return bodies[0]


def _of_text(expected: Mapping[str, Flow], pages: Sequence[bytes], signs: Signs) -> Iterator[Fault]:
    """Yield the faults of plain text, in which notes stand in their place or after the text."""
    found = flows(walked(plain(b"".join(pages), signs)), _LINES)
    words = (bare(found) if signs.bare else found)[MAIN].words
    rest: list[str] = []
    written = b"".join(pages).decode()
    begins = _length_of_head(written, signs)
    for fault in _faults(expected[MAIN], Flow(words), rest, begins):
        # Code has figures in brackets, too, which cannot be told from calls of notes.
        calls = [one for one in signs.calls if one and one in fault.words]
        if fault.code != LOST or all(written.count(f"[{one}]") <= 2 for one in calls):
            yield fault
    aside = (flow for key, flow in expected.items() if key != MAIN and flow.words)
    yield from _anywhere(aside, rest)


def _length_of_head(page: str, signs: Signs) -> int:
    """Return how many words a sheet of plain text has before its text: its head is in one piece."""
    head, sign, _ = page.partition("\n\n***\n")
    if not sign or "\n\n" in head:
        return 0
    return len(flows(walked(plain(head.encode(), signs)), _LINES)[MAIN].words)


def _of_paper(expected: Mapping[str, Flow], pages: Sequence[bytes], _: Signs) -> Iterator[Fault]:
    """Yield the words that the lines of a book do not have as often as the text. Notes stand where
    there is room for them, so the order of all is not asked.
    """
    root = etree.Element("page")
    root.text = NO_XML.sub(" ", b"".join(pages).decode())
    rest = Counter(flows(walked(root), _LINES)[MAIN].words)
    for flow in expected.values():
        amiss = [n for n, word in enumerate(flow.words) if not _taken(rest, word)]
        for n in _unset(amiss, flow.words, rest):
            word = flow.words[n]
            glued = len(word) > 1 and any(word in one for one in +rest)
            yield Fault(GLUED if glued else LOST, word, flow.at(n))


def _unset(amiss: Sequence[int], words: Sequence[str], rest: Counter[str]) -> Iterator[int]:
    """Yield which of these words are not among the rest in two pieces, as divided overleaf, or in
    one with a neighbour, where a line ended with the hyphen between them: that one is free again.
    """
    for n in amiss:
        word, before, behind = words[n], words[max(n - 1, 0) : n], words[n + 1 : n + 2]
        divided = ((word[:at], word[at:]) for at in range(2, len(word) - 1))
        if _taken(rest, word) or any(_taken(rest, *one) for one in divided):
            continue
        if before and _taken(rest, f"{before[0]}{word}"):
            rest.update(before)
        elif behind and _taken(rest, f"{word}{behind[0]}"):
            rest.update(behind)
        else:
            yield n


def _taken(rest: Counter[str], *words: str) -> bool:
    """Take words out of those that are left, if all are there."""
    found = all(rest[one] >= count for one, count in Counter(words).items())
    if found:
        rest.subtract(words)
    return found


_SHAPES: Mapping[str, Callable[[Mapping[str, Flow], Sequence[bytes], Signs], Iterator[Fault]]] = {
    "html": _of_hypertext,
    "epub": _of_hypertext,
    "text": _of_text,
    "pdf": _of_paper,
}


def _faults(
    before: Flow, after: Flow, rest: list[str] | None = None, begins: int = 0
) -> Iterator[Fault]:
    """Yield what became of the words of a flow; words beside them are added to `rest`. The text of
    a page begins behind so many words, if that is known.
    """
    if before.words == after.words:
        return
    start, end = _extent(before.words, after.words, begins)
    parted = [one for hunk in hunks(before.words, after.words[start:end]) for one in finer(hunk)]
    head, foot = after.words[:start], after.words[end:]
    extra = [*head, *(word for one in parted for word in one.instead), *foot]
    if rest is not None:
        rest += extra
    for hunk in parted:
        if hunk.missing and _in(hunk.missing, head):
            continue  # the page's own head says it
        if hunk.missing:
            yield Fault(_lost(hunk, extra), " ".join(hunk.missing), before.at(hunk.index))
        elif _doubled(hunk, before.words):
            yield Fault(DOUBLED, " ".join(hunk.instead), before.at(hunk.index))


def _in(words: Sequence[str], others: Sequence[str]) -> bool:
    return f" {' '.join(words)} " in f" {' '.join(others)} "


def _extent(words: tuple[str, ...], page: tuple[str, ...], begins: int) -> tuple[int, int]:
    """Return where the text begins and ends among the words of a page, as far as one can see."""
    size = min(5, len(words))
    if not size:
        return 0, 0
    heads = _found(words[:size], page) or _found(words[:1], page)
    heads = [n for n in heads if n >= begins] or heads
    tails = (n for n in range(len(page), size - 1, -1) if page[n - size : n] == words[-size:])
    # The title of a page may be that with which its text begins, too.
    start = max(heads, key=lambda n: _alike(words[:80], page[n : n + 80]), default=0)
    end = next(tails, len(page))
    return (start, end) if start < end else (0, len(page))


def _found(words: tuple[str, ...], page: tuple[str, ...]) -> list[int]:
    """Return where words stand on a page; a number of a page may part the first ones."""
    size, at, found = len(words), -1, []
    with suppress(ValueError):  # there are no more
        while True:
            at = page.index(words[0], at + 1)
            if page[at : at + size] == words:
                found.append(at)
    return found


def _alike(words: Sequence[str], others: Sequence[str]) -> int:
    """Return how many words at the beginning are the same."""
    pairs = enumerate(zip(words, others, strict=False))
    return next((n for n, (one, other) in pairs if one != other), min(len(words), len(others)))


def _lost(hunk: Hunk, extra: list[str]) -> str:
    """Return the code for missing words: run together, torn, somewhere else, or nowhere."""
    run_together = "".join(hunk.missing)
    if any(len(word) > len(hunk.missing[0]) and word in run_together for word in hunk.instead):
        return GLUED
    if hunk.instead and "".join(hunk.instead) == run_together:
        return GLUED
    if any(word in one for one in hunk.instead for word in hunk.missing if len(one) > len(word)):
        return GLUED
    return MOVED if len(hunk.missing) > 1 and _in(hunk.missing, extra) else LOST


def _doubled(hunk: Hunk, words: tuple[str, ...]) -> bool:
    """Whether words that are too many are those before or after them once more."""
    size, at = len(hunk.instead), hunk.index
    return size > 4 and hunk.instead in {words[max(at - size, 0) : at], words[at : at + size]}


def _told(path: str, faults: Mapping[str, list[Fault]]) -> Iterator[Diagnostic]:
    """Yield one finding a code and format, at the first place, with how often it occurs."""
    for name, found in faults.items():
        for one, many in once(found, lambda each: each.code):
            # What was included stands in a file of its own.
            line, column, file = [*one.at.split(":", 2), "", ""][:3]
            yield diagnostic(
                one.code,
                file or path,
                int(line or 1),
                int(column or 1),
                words=_short(one.words),
                where=f"in {name}" if name else "in the text as it is published",
                times=_times(many - 1),
            )


def _times(more: int) -> str:
    """Say that a fault is met at other places, too."""
    return {0: "", 1: " (and once more)"}.get(more, f" (and at {more} other places)")


def _short(words: str) -> str:
    return words if len(words) <= 60 else words[:57].rsplit(" ", 1)[0] + " …"
