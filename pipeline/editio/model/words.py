"""Trees to flows of words, so that the words of a text can be followed from stage to stage.

A flow is the words that one reads in a row: the text, or one note. Words are what letters and
digits make; signs are left to the tests. What a word may stand for, and which words a page may
add, is left to render/conservation.py.
"""

import re
import unicodedata
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import accumulate, islice
from typing import TypeAlias

from lxml import etree

# How the names of our own elements and attributes begin.
ED = "{urn:editio:ns}"

# Scripts without blanks between words are compared letter by letter: where a note, a line or a
# picture stands among them, no word is torn.
_UNSPACED = "\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_LETTER = re.compile(f"[{_UNSPACED}]")
_SPACED = re.compile(r"[^\W_]+")
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")
# A gap divides words; editors' brackets inside a word do not. What tells how much is lost has
# figures, beside letters.
_LOST = r"(?:ca?\. \d+|\d+–\d+|\. \. \d+ \. \.|-ca\.\?-)\]"
_GAP = re.compile(
    r"\[(?:[^\w\[\]]+|…[^\[\]]*)\]|\(vac[^()]*\)"
    rf"|\[(?<=[^\W\d]\[){_LOST}|\[{_LOST}(?=[^\W\d])"
)
# The name of a sign that no letter stands for, ((leaf)), divides them, too.
_CALLED = re.compile(r"\(\([^()]*\)\)")
# A bracket behind a letter; the letter is looked for last, since brackets are rare.
_SIGNS = frozenset("[]()⟨⟩{}<>⟦⟧⸢⸣⌈⌉⌊⌋ˋ´«»|\\/")
_SIGN = f"[{re.escape(''.join(sorted(_SIGNS)))}]"
_BRACKET = re.compile(rf"{_SIGN}(?<=\w{_SIGN}){_SIGN}*(?=\w)")
# Marks that editors of inscriptions set on letters, and letters that may hold one of them; marks of
# letters with which they do not make one.
_DOTTED = re.compile("[\u02cb\u0305\u0323\u0336\u0361\u1e00-\u1ef9]")
_LEFT_OVER = re.compile("[\u0300-\u036f]")
MAIN = ""
# Figures that plain text raises behind others.
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_ANY_RAISED = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]")
_LONG, _MANY = 1000, 60  # signs of a text, different ones that are in no words
# How the key of a flow begins in which the words may stand in any order.
FREE = "free "

Element = etree._Element


class _Names(dict[object, str]):
    """Names without their namespaces, each told once: asked millions of times, of a few hundred."""

    def __missing__(self, tag: object) -> str:
        name = self[tag] = str(tag).rpartition("}")[2]
        return name


_NAMES = _Names()


def name_of(element: Element) -> str:
    """Return the name of an element, without its namespace."""
    return _NAMES[element.tag]


@dataclass(frozen=True)
class Flow:
    """Words in a row, the text that they stand in and the pieces that it was made of; `marks` has
    places, each with how many pieces are before it.
    """

    words: tuple[str, ...]
    text: str = ""
    pieces: Sequence[str] = ()
    marks: Sequence[tuple[int, str]] = ()
    order: tuple[int, ...] = ()

    def at(self, index: int) -> str:
        """Return the place ("line:column") of the word with an index; "" if the tree names none."""
        # Where words begin is not kept: most flows are never asked.
        if not self.marks or not self.words:
            return ""
        index = min(index, len(self.words) - 1)
        index = self.order[index] if self.order else index
        found = next(islice(_words("".join(set(self.text))).finditer(self.text), index, None))
        offset = found.start()
        starts = [0, *accumulate(map(len, self.pieces))]
        before = [place for n, place in self.marks if starts[min(n, len(starts) - 1)] <= offset]
        return before[-1] if before else self.marks[0][1]


@dataclass(frozen=True)
class Way:
    """How a tree is read.

    `parts`: the element parts its neighbours' words, as a paragraph does.
    `flow`: the key of the flow that the element begins; None where it begins none.
    `skip`: the element and all in it are not read. `instead`: what is read in the place of what is
    skipped. `joins`: the element goes on with the word before.
    """

    parts: Callable[[Element], bool]
    flow: Callable[[Element], str | None] = lambda _: None
    skip: Callable[[Element], bool] = lambda _: False
    instead: Callable[[Element], str] = lambda _: ""
    joins: Callable[[Element], bool] = lambda _: False


# Where an element begins: with its text, its kin (see `walked`) and its place. Or where an element
# ends (then the third is True) or a comment does, with what stands behind it.
_Step: TypeAlias = tuple[Element | None, str, Hashable, str]
Walk: TypeAlias = Sequence[_Step]
_SHUT = object()


@dataclass
class _Growing:
    """What a flow is made of, as it is there."""

    pieces: list[str] = field(default_factory=list)
    marks: list[tuple[int, str]] = field(default_factory=list)

    def close_up(self) -> None:
        """Take the blanks at the end away."""
        while self.pieces and not self.pieces[-1].strip():
            self.pieces.pop()

    def grown(self) -> Flow:
        raw = "".join(self.pieces)
        if "\xad" in raw:
            self.pieces = [one.replace("\xad", "") for one in self.pieces]
            raw = "".join(self.pieces)
        text, words = _short(raw) if len(raw) < _LONG else _read(raw)
        return Flow(words, text, self.pieces, self.marks)


def _read(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a text without what stands in its words and is none of them, as signs of editors; and
    its words.
    """
    signs = "".join(set(text))  # few, where the text is long
    if "[" in signs or "(vac" in text:
        text = _GAP.sub(" ", text)
    if "((" in text:
        text = _CALLED.sub(" ", text)
    # A word of which some letters are not certain.
    composed = _undotted(text, signs)
    signs = signs if composed == text else "".join(set(composed))
    text = composed.replace("(?)", "")
    if not _SIGNS.isdisjoint(signs):
        text = _BRACKET.sub("", text)
    return text, _split(text, signs)


_short = lru_cache(maxsize=4096)(_read)  # notes, which each stage and format has


def _split(text: str, signs: str) -> tuple[str, ...]:
    """Return the words of a text that has these signs and maybe fewer."""
    words = _words(signs)
    others = [one for one in signs if not one.isalnum() and not one.isspace()]
    if words is _WORD or len(others) > _MANY:
        return tuple(words.findall(text))
    for one in others:  # a third of the time that a regular expression takes
        text = text.replace(one, " ")
    return tuple(text.split())


def _words(signs: str) -> re.Pattern[str]:
    """Return what is a word of a text that has these signs: most need no more than the quicker."""
    return _WORD if not signs.isascii() and _LETTER.search(signs) else _SPACED


def _undotted(text: str, signs: str) -> str:
    """Return the text, which has these signs, composed, without dots and strokes that tell how well
    letters can be read.
    """
    if signs.isascii():
        return text
    if _ANY_RAISED.search(signs):
        text = text.translate(_RAISED)
    if _DOTTED.search(signs):
        text = re.sub("[\u02cb\u0305\u0323\u0336\u0361]", "", unicodedata.normalize("NFD", text))
    composed = unicodedata.normalize("NFC", text)
    if composed == text and not _LEFT_OVER.search(signs):
        return text
    return _LEFT_OVER.sub("", composed)


def walked(
    root: Element,
    place: Callable[[Element], str] = lambda _: "",
    kin: Callable[[Element], Hashable] = lambda _: None,
    shut: Callable[[Element], bool] = lambda _: False,
) -> Walk:
    """Return the steps through a tree, for all the ways in which it is read.

    `place`: where an element stands. `kin`: what an element has in common with others of which each
    way says the same: whether it is left out, read apart, parts or joins words; None for one that
    is asked by itself. `shut`: what every way leaves out, which is not entered.
    """
    steps: list[_Step] = []
    known: dict[Hashable, bool] = {}
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event != "start":
            tail = (element.tail or "") if element is not root else ""
            steps.append((None, tail, event == "end", ""))
            continue
        alike = kin(element)
        closed = known.get(alike)
        if closed is None:
            closed = shut(element)
            if alike is not None:
                known[alike] = closed
        if closed:
            walk.skip_subtree()
            steps.append((element, "", _SHUT, ""))
        else:
            steps.append((element, element.text or "", alike, place(element)))
    return steps


def flows(walk: Walk, way: Way) -> dict[str, Flow]:
    """Return the flows of a tree: MAIN, and one for each key that `way.flow` names."""
    growing = {MAIN: _Growing()}
    # For each element that is open: its flow, and whether it parts the words on both sides of it.
    stack = [growing[MAIN]]
    parting: list[bool] = []
    # Whether elements part words, for those that are neither left out nor read apart.
    plain: dict[Hashable, bool] = {}
    at, size = 0, len(walk)
    while at < size:
        element, text, kin, place = walk[at]
        at += 1
        if element is None:
            if kin:
                inner = stack.pop()
                if parting.pop() and inner is stack[-1]:
                    inner.pieces.append(" ")
            stack[-1].pieces.append(text)
            continue
        here, parts = stack[-1], plain.get(kin)
        if parts is None:
            parts = way.parts(element)
            if kin is _SHUT or way.skip(element):
                stack.append(here)
                parting.append(parts)
                here.pieces.append(way.instead(element))
                at = _end(walk, at)
                continue
            here = _begin(growing, here, element, way)
            if here is stack[-1] and kin is not None:
                plain[kin] = parts
        elif parts:
            here.pieces.append(" ")
        if place:
            here.marks.append((len(here.pieces), place))
        here.pieces.append(text)
        stack.append(here)
        parting.append(parts)
    return {key: _sorted(key, one.grown()) for key, one in growing.items()}


def _begin(growing: dict[str, _Growing], around: _Growing, element: Element, way: Way) -> _Growing:
    """Return the flow in which an element is read, with what divides it from what is before."""
    key = way.flow(element)
    here = around if key is None else growing.setdefault(key, _Growing())
    if way.joins(element):
        here.close_up()
    elif key is not None or way.parts(element):
        here.pieces.append(" ")
    return here


def _end(walk: Walk, at: int) -> int:
    """Return the number of the step with which the element ends in which a walk is."""
    depth = 1
    while True:
        element, _, ends, _ = walk[at]
        depth += 1 if element is not None else -1 if ends else 0
        if not depth:
            return at
        at += 1


def bare(whole: Mapping[str, Flow]) -> dict[str, Flow]:
    """Return flows without accents and capitals, which are not told apart on a stone."""
    return {
        key: replace(one, words=tuple(_bare(word) for word in one.words))
        for key, one in whole.items()
    }


@lru_cache(maxsize=1 << 15)  # each stage and format has the same words
def _bare(word: str) -> str:
    if word.isascii():
        return word.casefold()
    letters = (one for one in unicodedata.normalize("NFD", word) if not unicodedata.combining(one))
    return "".join(letters).casefold()


def _sorted(key: str, flow: Flow) -> Flow:
    """Return a flow whose words may stand in any order with its words sorted."""
    if not key.startswith(FREE):
        return flow
    pairs = sorted((word, n) for n, word in enumerate(flow.words))
    order = tuple(n for _, n in pairs)
    return replace(flow, words=tuple(word for word, _ in pairs), order=order)


@dataclass(frozen=True)
class Hunk:
    """Where two flows part: words of the first that are not there, words that stand instead.

    `index` counts words of the first flow, `other` those of the second.
    """

    index: int
    other: int
    missing: tuple[str, ...]
    instead: tuple[str, ...]


def hunks(first: tuple[str, ...], second: tuple[str, ...]) -> Iterator[Hunk]:
    """Yield where two flows part. Linear where they agree again soon, as renderings do."""
    i = j = 0
    while i < len(first) and j < len(second):
        if same := _same(first, second, i, j):
            i, j = i + same, j + same
            continue
        a, b = _meet(first, second, i, j)
        yield Hunk(i, j, first[i : i + a], second[j : j + b])
        i, j = i + a, j + b
    if i < len(first) or j < len(second):
        yield Hunk(i, j, first[i:], second[j:])


def _same(first: tuple[str, ...], second: tuple[str, ...], i: int, j: int) -> int:
    """Return how many words are alike from here on: many at once, then one by one."""
    at, most = 0, min(len(first) - i, len(second) - j)
    while (
        at + _CHUNK <= most and first[i + at : i + at + _CHUNK] == second[j + at : j + at + _CHUNK]
    ):
        at += _CHUNK
    while at < most and first[i + at] == second[j + at]:
        at += 1
    return at


def _meet(first: tuple[str, ...], second: tuple[str, ...], i: int, j: int) -> tuple[int, int]:
    """Return how many words of each are passed over until both go on alike."""
    reach = 40
    while True:
        if found := _meeting(first, second, (i, j), reach):
            return found
        if i + reach >= len(first) and j + reach >= len(second):
            return len(first) - i, len(second) - j
        reach *= 8


def _meeting(
    first: tuple[str, ...], second: tuple[str, ...], at: tuple[int, int], reach: int
) -> tuple[int, int] | None:
    """Return the nearest place within reach where some words (or all that is left) are alike.

    Words that came in are likelier than words that are lost, so they count for less.
    """
    i, j = at
    ahead: dict[tuple[str, ...], int] = {}
    for b in range(min(reach, len(second) - j) + 1):
        ahead.setdefault(second[j + b : j + b + _ALIKE], b)
    best: tuple[int, int, int] | None = None
    for a in range(min(reach, len(first) - i - 1) + 1):
        if best is not None and a * _LOSS >= best[0]:
            break
        near = ahead.get(first[i + a : i + a + _ALIKE])
        if near is not None and (best is None or a * _LOSS + near < best[0]):
            best = (a * _LOSS + near, a, near)
    return best[1:] if best else None


# How many words alike make a place where two flows meet again; how much a lost word weighs.
_ALIKE = 3
# How many words are compared at once.
_CHUNK = 256
_LOSS = 10
