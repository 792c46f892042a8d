"""Paragraph fit: the lines of a paragraph are chosen together, not one after the other.

The engine fills line by line and only stretches spaces. Here, where a justified block declares
a negative word space (how far spaces may shrink), all ways to break it are weighed (after Knuth
and Plass, Breaking Paragraphs into Lines, 1981), and the engine is told how wide the words of
each line may be. Letter space is not used: with it the engine drops all ligatures.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pyphen
from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline
from weasyprint.text.line_break import create_layout, line_size

# Word spaces in em of the type: aimed at, still good, and what a departure of one step costs.
AIM, WIDE, STEP = 0.225, 0.34, 0.05
# A hyphen; the second and the third in succession; a last line that is hardly one.
HYPHEN, LADDER, STUB = 3.0, (0.0, 3.0, 12.0), 6.0
# How much wider than its words a line may be told to be: less than any letter.
SLACK = 0.7
_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True)
class Break:
    """A place where a line may end: where the next begins, widths to it and after it, a hyphen."""

    start: int
    end: float
    hyphen: float
    spaces: int
    resume: float


@dataclass(frozen=True)
class Trail:
    """The best way found to a break: its cost, hyphens in succession, the way before, its line."""

    cost: float
    ladder: int
    before: "Trail | None"
    at: Break
    width: float


class Measured:
    """The words of one block as widths in CSS pixels, with every place to break them."""

    def __init__(self, context: Any, line: Any) -> None:
        self.breaks: list[Break] = [Break(0, 0, 0, 0, 0)]
        self._context = context
        self._widths: dict[tuple[int, str], float] = {}
        self._at, self._offset, self._spaces = 0.0, 0, 0
        self.sound = self._measure(line)
        self.breaks.append(Break(self._offset, self._at, 0, self._spaces, self._at))

    def _measure(self, box: Any) -> bool:
        """Walk through a line box; False where it holds more than words."""
        for child in box.children:
            if isinstance(child, boxes.TextBox):
                self._text(child)
            elif isinstance(child, boxes.InlineBox) and child.is_in_normal_flow():
                self._at += _edge(child, "left")
                if not self._measure(child):
                    return False
                self._at += _edge(child, "right")
            elif child.is_in_normal_flow():
                return False
        return True

    def _text(self, box: Any) -> None:
        space = self._width(box, "n n") - 2 * self._width(box, "n")
        for piece in re.findall(r" +|[^ ]+", box.text):
            if piece.startswith(" "):
                end, spaces = self._at, self._spaces
                self._at, self._spaces = self._at + space, self._spaces + 1
                self._offset += len(piece)
                self.breaks.append(Break(self._offset, end, 0, spaces, self._at))
            else:
                self._word(box, piece)

    def _word(self, box: Any, piece: str) -> None:
        hyphen = self._width(box, "\u2010")
        for place in _divisions(box.style, piece):
            end = self._at + self._width(box, piece[:place] + "\u2010") - hyphen
            start = self._offset + len(piece[:place].encode())
            self.breaks.append(Break(start, end, hyphen, self._spaces, end))
        self._at += self._width(box, piece)
        self._offset += len(piece.encode())

    def _width(self, box: Any, text: str) -> float:
        key = id(box.style), text
        if key not in self._widths:
            layout = create_layout(text, box.style, self._context, None, 0)
            self._widths[key] = float(line_size(layout.get_first_line()[0], box.style)[0])
        return self._widths[key]


def _edge(box: Any, side: str) -> float:
    values = (box.style[f"{kind}_{side}"] for kind in ("margin", "padding"))
    return sum(float(one.value) for one in values if getattr(one, "unit", "") == "px")


def _divisions(style: Any, piece: str) -> Iterator[int]:
    """Where the words in a piece of text may be divided, by the language of the text."""
    lang = pyphen.language_fallback(style["lang"]) if style["lang"] else None
    if style["hyphens"] != "auto" or lang is None:
        return
    least, before, after = style["hyphenate_limit_chars"]
    dictionary = pyphen.Pyphen(lang=lang, left=before, right=after)
    for word in _WORD.finditer(piece):
        if len(word[0]) >= least:
            yield from (word.start() + place for place in dictionary.positions(word[0]))


def widths(
    measured: Measured, measure: float, em: float, shrink: float, start: int
) -> dict[int, float]:
    """Give, for each line from byte `start` on, how wide its words are: start -> width."""
    first = next((one for one in measured.breaks if one.start == start), None)
    if first is None:
        return {}
    active = [Trail(0, 0, None, first, 0)]
    for place in measured.breaks:
        if place.start > start:
            active = _extended(active, place, measured.breaks[-1], (measure, em, shrink))
    best = min((one for one in active if one.at is measured.breaks[-1]), key=lambda one: one.cost)
    found = {}
    while best.before is not None:
        found[best.before.at.start] = best.width
        best = best.before
    return found


def _extended(
    active: list[Trail], place: Break, last: Break, frame: tuple[float, float, float]
) -> list[Trail]:
    """Go on from all active places to one more; drop those that are too far back for a line."""
    measure = frame[0]
    within = [one for one in active if place.end + place.hyphen - one.at.resume <= measure]
    kept = within or active[-1:]
    ways = [_way(one, place, place is last, frame) for one in kept]
    return [*within, min(ways, key=lambda way: way.cost)]


def _way(trail: Trail, place: Break, is_last: bool, frame: tuple[float, float, float]) -> Trail:
    """Set one more line, from the end of a trail to a place, and weigh it."""
    measure, em, shrink = frame
    width = place.end + place.hyphen - trail.at.resume
    spaces = place.spaces - trail.at.spaces
    if is_last:
        cost = STUB if trail.before is not None and width < 0.12 * measure else 0.0
        return Trail(trail.cost + cost, 0, trail, place, width)
    free = (measure - width) / em
    space = 0.2 + shrink + free / spaces if spaces > 0 else 1 + abs(free)
    cost = ((space - AIM) / STEP) ** 2 + (max(0.0, space - WIDE) / (STEP / 2)) ** 2
    ladder = trail.ladder + 1 if place.hyphen else 0
    if width > measure:
        cost += 1e4 * (width - measure)
    cost += (HYPHEN + LADDER[min(ladder, 3) - 1]) if ladder else 0.0
    return Trail(trail.cost + cost, ladder, trail, place, width)


_known: dict[tuple[Any, ...], dict[int, float]] = {}


def limit(context: Any, line: Any, skip_stack: Any, measure: float) -> float:
    """How wide the words of the next line of a block may be, of a `measure` that is free."""
    shrink = line.style["word_spacing"]
    if shrink >= 0 or line.style["text_align_all"] != "justify" or context.in_column:
        return measure
    start, words = _offset(line, skip_stack), _words(line)
    key = words, round(measure, 2), line.style["font_size"], shrink
    if start not in _known.setdefault(key, {}):
        measured = Measured(context, line)
        em = line.style["font_size"]
        room = measure - (line.text_indent if skip_stack is None else 0)
        if not measured.sound or "\n" in words:
            return measure
        if line.text_indent and skip_stack is None:  # the first line is shorter
            first = measured.breaks[0]
            measured.breaks[0] = Break(0, 0, 0, 0, first.resume - line.text_indent)
            room = measure
        _known[key].update(widths(measured, room, em, shrink / em, start))
    found = _known[key].get(start)
    return measure if found is None else min(measure, found + SLACK)


def _words(box: Any) -> str:
    return "".join(one.text for one in box.descendants() if isinstance(one, boxes.TextBox))


def _offset(box: Any, stack: Any) -> int:
    """How many bytes of a line box stand before the place that `stack` points to."""
    if not stack:
        return 0
    ((index, below),) = stack.items()
    if isinstance(box, boxes.TextBox):
        return int(index)
    before = [box.children[place] for place in range(index)]
    texts = (one.text if isinstance(one, boxes.TextBox) else _words(one) for one in before
             if isinstance(one, (boxes.TextBox, boxes.InlineBox)))  # fmt: skip
    return sum(len(text.encode()) for text in texts) + _offset(box.children[index], below)


def align(context: Any, line: Any, measure: float, last: bool) -> Any:
    """Align a line; the spaces of a last one, which is not stretched, are not shrunk either."""
    shrink = line.style["word_spacing"]
    if last and shrink < 0 and line.style["text_align_all"] == "justify":
        spaces = inline.count_expandable_spaces(line)
        room = measure - line.width
        if spaces and room > 0:
            inline.add_word_spacing(context, line, min(-shrink, room / spaces), 0)
    return inline.text_align(context, line, measure, last=last)
