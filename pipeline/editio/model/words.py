"""Trees to flows of words, so that the words of a text can be followed from stage to stage.

A flow is the words that one reads in a row: the text, or one note. Words are what letters and
digits make; signs are left to the tests. What a word may stand for, and which words a page may
add, is left to render/conservation.py.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

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
_LOST = r"\[(?:ca?\. \d+|\d+–\d+|\. \. \d+ \. \.|-ca\.\?-)\]"
_GAP = re.compile(
    rf"\[(?:[^\w\[\]]+|…[^\[\]]*)\]|\(vac[^()]*\)|(?<=[^\W\d]){_LOST}|{_LOST}(?=[^\W\d])"
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
# How the key of a flow begins in which the words may stand in any order.
FREE = "free "

Element = etree._Element


def name_of(element: Element) -> str:
    """Return the name of an element, without its namespace."""
    return _local(element.tag)


@lru_cache(maxsize=4096)  # asked millions of times, of a few hundred names
def _local(tag: object) -> str:
    return str(tag).rpartition("}")[2]


@dataclass(frozen=True)
class Flow:
    """Words in a row, the text that they stand in, `marks` of places in it."""

    words: tuple[str, ...]
    text: str = ""
    marks: tuple[tuple[int, str], ...] = ()
    order: tuple[int, ...] = ()

    def at(self, index: int) -> str:
        """Return the place ("line:column") of a word, as far as the tree says one."""
        # Looked for where something is amiss only: most flows are never asked.
        found = _words(self.text).finditer(self.text) if self.marks else ()
        offsets = [one.start() for one in found]
        if not offsets:
            return ""
        index = min(index, len(offsets) - 1)
        offset = offsets[self.order[index] if self.order else index]
        last = bisect_right(self.marks, (offset, "\uffff")) - 1
        return self.marks[max(last, 0)][1]


@dataclass(frozen=True)
class Way:
    """How a tree is read.

    `parts`: the element parts its neighbours' words, as a paragraph does.
    `flow`: the key of the flow that the element begins; None where it begins none.
    `skip`: the element and all in it are not read. `instead`: what is read in the place of what is
    skipped. `place`: where the element stands. `joins`: the element goes on with the word before.
    """

    parts: Callable[[Element], bool]
    flow: Callable[[Element], str | None] = lambda _: None
    skip: Callable[[Element], bool] = lambda _: False
    place: Callable[[Element], str] = lambda _: ""
    instead: Callable[[Element], str] = lambda _: ""
    joins: Callable[[Element], bool] = lambda _: False


@dataclass
class _Growing:
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    marks: list[tuple[int, str]] = field(default_factory=list)

    def add(self, piece: str) -> None:
        if "\xad" in piece:
            piece = piece.replace("\xad", "")
        self.pieces.append(piece)
        self.length += len(piece)

    def close_up(self) -> None:
        """Take the blanks at the end away."""
        while self.pieces and not self.pieces[-1].strip():
            self.length -= len(self.pieces.pop())

    def grown(self) -> Flow:
        text = "".join(self.pieces)
        if "[" in text or "(vac" in text:
            text = _GAP.sub(" ", text)
        if "((" in text:
            text = _CALLED.sub(" ", text)
        # A word of which some letters are not certain.
        text = _undotted(text).replace("(?)", "")
        if not _SIGNS.isdisjoint(text):
            text = _BRACKET.sub("", text)
        return Flow(tuple(_words(text).findall(text)), text, tuple(self.marks))


def _words(text: str) -> re.Pattern[str]:
    """Return what is a word of a text; most texts need no more than the quicker one of the two."""
    return _WORD if not text.isascii() and _LETTER.search(text) else _SPACED


def _undotted(text: str) -> str:
    """Return the text composed, without dots and strokes that tell how well letters can be read."""
    if text.isascii():
        return text
    if _ANY_RAISED.search(text):
        text = text.translate(_RAISED)
    if _DOTTED.search(text):
        text = re.sub("[\u02cb\u0305\u0323\u0336\u0361]", "", unicodedata.normalize("NFD", text))
    return _LEFT_OVER.sub("", unicodedata.normalize("NFC", text))


def flows(root: Element, way: Way) -> dict[str, Flow]:
    """Return the flows of a tree: MAIN, and one for each key that `way.flow` names."""
    growing = {MAIN: _Growing()}
    # The flow that each open element is in, and what is left for its end to do.
    stack = [growing[MAIN]]
    ends: list[bool] = []
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event == "start":
            if way.skip(element):
                walk.skip_subtree()
                stack[-1].add(way.instead(element))
                stack.append(stack[-1])
                ends.append(way.parts(element))
                continue
            ends.append(_begin(growing, stack, element, way))
        elif event == "end":
            inner = stack.pop()
            here = stack[-1]
            if ends.pop() and inner is here:
                here.add(" ")
            if element is not root and (tail := element.tail):
                here.add(tail)
        elif element is not root and (tail := element.tail):
            stack[-1].add(tail)
    return {key: _sorted(key, one.grown()) for key, one in growing.items()}


def bare(whole: Mapping[str, Flow]) -> dict[str, Flow]:
    """Return flows without accents and capitals, which are not told apart on a stone."""
    return {
        key: replace(one, words=tuple(_bare(word) for word in one.words))
        for key, one in whole.items()
    }


def _bare(word: str) -> str:
    letters = (one for one in unicodedata.normalize("NFD", word) if not unicodedata.combining(one))
    return "".join(letters).casefold()


def _sorted(key: str, flow: Flow) -> Flow:
    """Return a flow whose words may stand in any order with its words sorted."""
    if not key.startswith(FREE):
        return flow
    pairs = sorted((word, n) for n, word in enumerate(flow.words))
    order = tuple(n for _, n in pairs)
    return Flow(tuple(word for word, _ in pairs), flow.text, flow.marks, order)


def _begin(growing: dict[str, _Growing], stack: list[_Growing], element: Element, way: Way) -> bool:
    """Enter an element; return whether it parts its neighbours' words."""
    key, parts = way.flow(element), way.parts(element)
    here = stack[-1] if key is None else growing.setdefault(key, _Growing())
    stack.append(here)
    if way.joins(element):
        here.close_up()
    elif key is not None or parts:
        here.add(" ")
    if place := way.place(element):
        here.marks.append((here.length, place))
    if text := element.text:
        here.add(text)
    return parts


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
