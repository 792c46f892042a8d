"""The foot of a page as one area: which notes stand in it, in bands, and how high it is.

What a note says or looks like is not decided here, nor which notes a page takes (notes.py).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby
from math import inf
from typing import Any

from editio.engines.paged.columns import form, in_columns, no_page, runs_in, styled
from weasyprint.css.properties import Dimension
from weasyprint.formatting_structure import boxes, build
from weasyprint.layout.block import block_level_layout

# Classes of notes from the top of the foot to its bottom, and the space between two bands.
BANDS = ("variant", "note", "editorial")
BAND_SPACE = 4.0


def set_area(context: Any) -> bool:
    """Lay out the foot of the page in hand and take its height from the text.

    The engine took the frame of an empty foot from the text as well: a page lost a line.
    """
    area = context.current_footnote_area
    if area.height != "auto" and not context.in_column:
        context.page_bottom += area.margin_height()
    area.children = _in_bands(context.current_page_footnotes)
    area.height = "auto"
    if area.children:
        area.height = laid_out(context, area)[0].height
        if not context.in_column:
            context.page_bottom -= area.margin_height()
    return False


def _in_bands(notes: list[Any]) -> list[Any]:
    """Sort notes into bands, each kind in the order of its calls, with space between bands."""
    found: list[Any] = []
    for note in sorted(notes, key=_band):
        opens = found and _band(found[-1]) != _band(note)
        found.append(styled(note, margin_top=Dimension(BAND_SPACE, "px")) if opens else note)
    return found


def _band(note: Any) -> tuple[int, int]:
    """Return the rank of the kind of a note, and of its layer or series within the kind."""
    classes = note.element.get("class", "").split()
    first = next((rank for rank, name in enumerate(BANDS) if name in classes), len(BANDS))
    return first, int(note.element.get("data-band", "0"))


def is_last(note: Any, notes: list[Any]) -> bool:
    """Whether none of its band comes after a note."""
    return [one for one in notes if _band(one) == _band(note)][-1] is note


def ready(area: Any) -> Any:
    """Make a foot ready for layout. Its notes may come from places with different page names,
    which is no reason to break the foot: the engine did, and lost what came behind.
    """
    made = area.copy()
    made.children = [
        box for (kind, _), notes in groupby(area.children, lambda one: (form(one), _band(one)))
        for box in _formed(area, kind, list(notes))
    ]  # fmt: skip
    for child in made.children:
        child.page_values = no_page
    return made


def _formed(area: Any, kind: int, notes: list[Any]) -> list[Any]:
    """The notes of one band in their form: a paragraph, a block each, or blocks in columns."""
    if kind == 0:
        return _run_in(area, notes)
    if kind == 1:
        return [settled(one) for one in notes]
    return [in_columns(area, kind, notes, settled)]


def _run_in(area: Any, notes: list[Any]) -> list[Any]:
    """Bind notes that run on into one block."""
    line = build.create_anonymous_boxes(area.copy_with_children([one.deepcopy() for one in notes]))
    block = boxes.BlockBox.anonymous_from(area, list(line.children))
    return [styled(block, margin_top=notes[0].style["margin_top"])]


def settled(note: Any) -> Any:
    """Return a note whose blocks and lines are known, to be laid out: the engine finds them once,
    and part of a note that was divided has them from the whole.
    """
    known = note.__dict__
    if "settled" not in known:
        known["settled"] = build.create_anonymous_boxes(note.deepcopy())
    made = known["settled"].deepcopy()
    made.style = note.style
    return made


def as_settled(piece: Any) -> Any:
    """Return part of a settled note as a note of its own."""
    return piece if runs_in(piece) else _marked(piece)


def _marked(piece: Any) -> Any:
    note = piece.copy()
    note.__dict__["settled"] = piece
    return note


@contextmanager
def trial(context: Any) -> Iterator[None]:
    """Lay out something without taking or giving back notes: those called in it wait."""
    waiting, context.footnotes = context.footnotes, []
    context.on_trial = True
    try:
        yield
    finally:
        context.footnotes, context.on_trial = waiting, False


def laid_out(context: Any, area: Any) -> Any:
    """Lay out a foot by itself; the engine's tuple, the box first."""
    with trial(context):
        return block_level_layout(context, ready(area), -inf, None, area.page, page_is_empty=True)


def area_with(context: Any, note: Any) -> Any:
    """Return a foot like that of the page in hand, with one note in it."""
    area = context.current_footnote_area.copy_with_children([note])
    area.position_y, area.height = 0, "auto"
    return area


def height(context: Any, note: Any) -> float:
    """How high a foot is with this one note in it, its frame not counted."""
    return float(laid_out(context, area_with(context, note))[0].height)


def frame(context: Any) -> float:
    """The height of the foot without its notes: rule, padding, margin."""
    area = laid_out(context, area_with(context, context.current_page_footnotes[0]))[0]
    return float(area.margin_height() - area.height)
