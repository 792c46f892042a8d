"""A text on left-hand pages and its translation on right-hand ones: two flows in one book. Pairs of
what corresponds stand in the same opening and begin level, the shorter of the two with space below.

An opening holds as many whole pairs as both of its pages have room for; a paragraph that fits on
neither page whole is divided on both. The pages of a side go on where the side ended last, so that
nothing is lost where a page held less than was planned. What is a pair is said in the page: a box
`facing` of two `side`s with equally many `pair`s (xslt/print/parallel.xsl).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from editio.engines.paged.columns import runs_in, styled
from editio.engines.paged.foot import height, trial
from weasyprint.css.properties import Dimension
from weasyprint.layout import block
from weasyprint.text.line_break import strut

# A paragraph is divided only where this many of its lines have room.
_LINES = 4
# Rule and space above notes (print-notes.css), and the rest of a line of those that run on.
_FRAME = 32.0
# How wide a letter is, in em, with what is between two notes that share a line.
_LETTER = 0.48
# Less than any line: what rounding may take from a page.
_HAIR = 0.01


@dataclass(frozen=True)
class Opening:
    """Two pages that face each other: before which pair they end, and how high each pair is."""

    stop: int
    heights: dict[int, float] = field(default_factory=dict)


@dataclass(frozen=True)
class _Sides:
    """Both sides of a text, where each goes on in this opening, and what lays them out."""

    context: Any
    box: Any
    starts: tuple[dict[int, Any], dict[int, Any]]

    def pair(self, side: int, number: int) -> tuple[float, float]:
        """Return how high a pair is on a side, as far as it is still to come, and its notes."""
        ((begun, below),) = self.starts[side].items()
        if number < begun:
            return 0, 0
        piece = self.box.children[side].children[number].deepcopy()
        piece.position_x = piece.position_y = 0
        at = below if number == begun else None
        with trial(self.context):
            laid = block.block_level_layout(self.context, piece, -block.inf, at, self.box, True)[0]
        return (laid.margin_height(), self._foot(laid)) if laid else (0, 0)

    def _foot(self, laid: Any) -> float:
        notes = [one.footnote for one in laid.descendants() if one.footnote]
        return sum(
            _share(one, laid.width) if runs_in(one) else height(self.context, one) for one in notes
        )

    @property
    def first(self) -> int:
        """The first pair of which something is still to come."""
        return min(number for start in self.starts for number in start)

    @property
    def count(self) -> int:
        """How many pairs there are."""
        return len(self.box.children[0].children)


def is_facing(box: Any) -> bool:
    """Whether a box holds two sides that face each other."""
    return len(box.children) == 2 and _is(box, "facing") and _is(box.children[0], "side")


def lay_out(context: Any, box: Any, bottom_space: float, skip_stack: Any, *more: Any) -> Any:
    """Lay out one side on the page in hand; what block.block_container_layout returns."""
    state = skip_stack or {0: {0: None}, 1: {0: None}}
    opening, starts = state.get("opening"), (state[0], state[1])
    side = 1 if opening else 0
    top = context.current_footnote_area.page.content_box_y()
    if opening:  # as far down as its other side
        box.position_y = max(box.position_y, top + state["from"])
    else:
        room = context.page_bottom - bottom_space - box.position_y
        opening = _opening(_Sides(context, box, starts), room)
    laid, ended = _side(context, box, bottom_space, (side, starts, opening), more)
    if side == 0:
        opening = as_far(opening, ended)
        below = box.position_y - top
        return _stopped(laid, {0: ended, 1: starts[1], "opening": opening, "from": below})
    state = {0: starts[0], 1: ended}
    count = len(box.children[0].children)
    return _stopped(laid, state if min(min(one) for one in state.values()) < count else None)


def _share(note: Any, measure: float) -> float:
    """Return how high a note is that shares its lines with others, about."""
    letters = sum(len(box.text) for box in note.descendants() if hasattr(box, "text"))
    width = (_LETTER * letters + 1) * note.style["font_size"]
    return float(width / measure * strut(note.style)[0])


def as_far(opening: Opening, ended: dict[int, Any]) -> Opening:
    """Return an opening that goes no further than its left-hand page did: notes may have taken more
    room there than was planned.
    """
    ((number, below),) = ended.items()
    stop = number if below is None else number + 1
    if stop >= opening.stop:
        return opening
    heights = {pair: high for pair, high in opening.heights.items() if pair < stop}
    return Opening(stop, heights)


def _stopped(laid: Any, state: Any) -> Any:
    return laid, state, {"break": "any", "page": None}, [], False, None


def _opening(sides: _Sides, room: float) -> Opening:
    """Plan an opening: whole pairs, and part of a paragraph where much room is left."""
    heights: dict[int, float] = {}
    full = [0.0, 0.0]
    for number in range(sides.first, sides.count):
        pairs = [sides.pair(side, number) for side in (0, 1)]
        level = max(high for high, _ in pairs)
        feet = [was + notes + (_FRAME if notes and not was else 0)
                for was, (_, notes) in zip(full, pairs, strict=True)]  # fmt: skip
        if sum(heights.values()) + level + max(feet) > room + _HAIR:
            left = room - sum(heights.values()) - max(full)
            return _ended(sides, number, heights, left)
        full, heights[number] = feet, level
    return Opening(sides.count, heights)


def _ended(sides: _Sides, number: int, heights: dict[int, float], left: float) -> Opening:
    """Where the pair of this number does not fit whole."""
    piece = sides.box.children[0].children[number]
    if not heights or (not _is(piece, "stanza") and left > _LINES * strut(piece.style)[0]):
        return Opening(number + 1, heights)
    while len(heights) > 1 and _is(sides.box.children[0].children[number - 1], "headed"):
        number -= 1
        heights.pop(number)
    return Opening(number, heights)


def _side(
    context: Any, box: Any, bottom_space: float, what: tuple[int, Any, Opening], more: Any
) -> tuple[Any, dict[int, Any]]:
    """Lay out one side as far as the opening goes; and where it ended."""
    side, starts, opening = what
    ((number, below),) = starts[side].items()
    if number >= opening.stop:
        laid = box.copy_with_children([])
        laid.height = 0
        return laid, starts[side]
    pairs = list(_level(box.children[side], starts, side, opening))
    one = box.copy_with_children([box.children[side].copy_with_children(pairs)])
    laid, resume_at, *_ = block.block_container_layout(
        context, one, bottom_space, {0: {number: below}}, *more
    )
    if laid is None:
        return laid, starts[side]
    return laid, resume_at[0] if resume_at else {opening.stop: None}


def _level(side: Any, starts: Any, number: int, opening: Opening) -> Iterator[Any]:
    """The pairs of a side, each as high as the higher of the two; the last one as high as it is."""
    ((begun, _),) = starts[number].items()
    # What the other side still has of pairs that end here.
    above = sum(high for pair, high in opening.heights.items() if pair < begun)
    for place, pair in enumerate(side.children[: opening.stop]):
        high = opening.heights.get(place, 0) - _HAIR
        made = pair
        if place < opening.stop - 1 and high > 0 and place >= begun:
            made = styled(made, min_height=Dimension(high, "px"))
        if place == begun and above > 0:
            made = styled(made, padding_top=Dimension(above, "px"))
        yield made


def _is(box: Any, name: str) -> bool:
    return box.element is not None and name in box.element.get("class", "").split()
