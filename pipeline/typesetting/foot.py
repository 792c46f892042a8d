"""The foot of a page as one area: which notes stand in it, in bands, and how high it is.

What a note says or looks like is not decided here, nor which notes a page takes (notes.py).
"""

from math import inf
from typing import Any

from weasyprint.css.properties import Dimension
from weasyprint.formatting_structure import build
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


def _band(note: Any) -> int:
    classes = note.element.get("class", "").split()
    return next((rank for rank, name in enumerate(BANDS) if name in classes), len(BANDS))


def styled(box: Any, **declared: Any) -> Any:
    """Give a copy of a box with some properties set."""
    changed = box.copy()
    changed.style = box.style.copy()
    for name, value in declared.items():
        changed.style[name] = value
    return changed


def ready(area: Any) -> Any:
    """Make a foot ready for layout. Its notes may come from places with different page names,
    which is no reason to break the foot: the engine did, and lost what came behind.
    """
    made = build.create_anonymous_boxes(area.deepcopy())
    for child in made.children:
        child.page_values = _no_page
    return made


def _no_page() -> tuple[str, str]:
    return "", ""


def laid_out(context: Any, area: Any) -> Any:
    """Lay out a foot by itself; the engine's tuple, the box first."""
    return block_level_layout(context, ready(area), -inf, None, area.page, page_is_empty=True)


def area_with(context: Any, note: Any) -> Any:
    """Give a foot like that of the page in hand, with one note in it."""
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
