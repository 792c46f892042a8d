"""The form of a note at the foot: run on with its neighbours, a block, or a block in columns.

Which notes stand in the foot is decided in notes.py, in which bands in foot.py.
"""

from collections.abc import Callable
from math import ceil
from typing import Any

from weasyprint.css.properties import Dimension
from weasyprint.formatting_structure import boxes, build

COLUMN_SPACE = 14.0
_NOTHING = Dimension(0, "px")


def styled(box: Any, **declared: Any) -> Any:
    """Return a copy of a box with some properties set."""
    changed = box.copy()
    changed.style = box.style.copy()
    for name, value in declared.items():
        changed.style[name] = value
    return changed


def runs_in(note: Any) -> bool:
    """Whether a note stands in one paragraph with its neighbours."""
    return isinstance(note, boxes.InlineLevelBox)


def form(note: Any) -> int:
    """Return 0 for a note that runs on with its neighbours, or in how many columns it stands."""
    if runs_in(note):
        return 0
    count = note.style["column_count"]
    return 1 if count == "auto" else int(count)


def no_page() -> tuple[str, str]:
    """Return that a box asks for no page of a name."""
    return "", ""


def in_columns(area: Any, count: int, notes: list[Any], settled: Callable[[Any], Any]) -> Any:
    """Set whole notes side by side in columns of about the same length, in a table of one row: the
    engine's own columns push notes to the next page.
    """
    inner = [settled(_apart(one)) for one in notes]
    for child in inner:
        child.page_values = no_page
    parent = area.copy()
    parent.element = notes[0].element  # a cell asks its element how many columns it spans
    cell = boxes.TableCellBox.anonymous_from(parent, [])
    cells = [styled(cell, **gaps) for gaps in _gaps(count)]
    if area.style["direction"] == "rtl":
        cells.reverse()
    (wrapper,) = build.create_anonymous_boxes(area.copy_with_children(cells)).children
    made = [box for box in wrapper.descendants() if isinstance(box, boxes.TableCellBox)]
    for cell, some in zip(made, _shared_out(inner, count), strict=True):
        cell.children = some
    for box in (wrapper, wrapper.get_wrapped_table()):
        box.style = styled(box, width=Dimension(100, "%"), table_layout="fixed").style
    wrapper.style["margin_top"] = notes[0].style["margin_top"]
    return wrapper


def _apart(note: Any) -> Any:
    """A note of columns as it is laid out within one."""
    return styled(note, column_count="auto", margin_top=_NOTHING)


def _gaps(count: int) -> list[dict[str, Dimension]]:
    """Return the space beside each column, from left to right: the cells are of one width, and
    with these all columns are.
    """
    share = COLUMN_SPACE / count
    return [
        {
            "padding_left": Dimension(place * share, "px"),
            "padding_right": Dimension((count - 1 - place) * share, "px"),
        }
        for place in range(count)
    ]


def _shared_out(notes: list[Any], count: int) -> list[list[Any]]:
    """Share notes out to columns in their order, by how many letters they have."""
    sizes = [40 + sum(len(one.text) for one in note.descendants() if hasattr(one, "text"))
             for note in notes]  # fmt: skip
    columns: list[list[Any]] = [[] for _ in range(count)]
    before = 0.0
    for note, size in zip(notes, sizes, strict=True):
        columns[ceil((before + size / 2) / sum(sizes) * count) - 1].append(note)
        before += size
    return columns


def narrow(area: Any, note: Any) -> Any:
    """A note of columns by itself, as wide as one: to be divided."""
    count = int(note.style["column_count"])
    width = (area.page.width - (count - 1) * COLUMN_SPACE) / count
    return styled(_apart(note), width=Dimension(width, "px"))


def widened(piece: Any, note: Any) -> Any:
    """Part of a note that was divided, for the columns that the note stands in."""
    return styled(piece, width="auto", column_count=note.style["column_count"])
