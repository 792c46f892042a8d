"""A note divided between two lines: what stands on the page in hand, and what goes on overleaf.

A note may hold whatever a text may: paragraphs, lists, verse, tables.
"""

from collections.abc import Callable
from typing import Any

from editio.engines.paged.columns import form, narrow, runs_in, styled, widened
from editio.engines.paged.foot import area_with, as_settled, frame, ready, trial
from editio.engines.paged.words import said
from weasyprint.css.properties import Dimension
from weasyprint.formatting_structure import boxes
from weasyprint.layout.block import block_level_layout

# A note is divided only where this much of the page (in CSS pixels) is left for it.
LEAST = 28.0
_NOTHING = Dimension(0, "px")


def divide(context: Any, note: Any, room: float) -> tuple[Any, Any] | None:
    """Divide a note between two lines so that its head fills at most `room`; None: not possible.

    Room is what the foot may take in all; where the foot holds notes its frame is paid already.
    """
    if room < LEAST:
        return None
    in_columns = form(note) > 1
    area = area_with(context, note)
    area = ready(area_with(context, narrow(area, note)) if in_columns else area)
    paid = frame(context) if context.current_page_footnotes else 0
    with trial(context):
        laid, resume_at, *_ = block_level_layout(
            context, area.deepcopy(), context.page_bottom - room - paid, None, area.page, True
        )
    below = (resume_at or {}).get(0)
    if laid is None or not below or len(area.children) != 1:
        return None
    texts = [box for box in laid.descendants() if isinstance(box, boxes.TextBox)]
    (piece,) = area.children
    for _ in range(2 if runs_in(note) else 0):  # through the block and the line it runs on in
        ((_, below),), (piece,) = below.items(), piece.children
    if not below or not texts:
        return None
    head = _before(piece, below, texts[-1].text)
    tail = _after(piece, below)
    if not (head and tail):
        return None
    head, tail = as_settled(head), as_settled(tail)
    return (widened(head, note), widened(tail, note)) if in_columns else (head, tail)


def _before(box: Any, stack: Any, last: str) -> Any:
    """The part of `box` before the place that `stack` points to, its last line a full one unless
    it ended by itself; None for the beginning of a text.

    In texts the engine counts bytes (UTF-8), in boxes children.
    """
    if isinstance(box, boxes.TableRowBox):
        return _row(box, stack, lambda cell, below: _before(cell, below, last), divided=False)
    ((index, below),) = stack.items()
    if _parts_caption(box, index, below):
        return None
    if isinstance(box, boxes.TextBox):
        text = box.text.encode()[:index].decode()
        text += "\u2010" if last.endswith("\u2010") and not text.endswith("\u2010") else ""
        return box.copy_with_text(text) if text else None
    children = list(box.children[:index])
    if below and (part := _before(box.children[index], below, last)) is not None:
        children.append(part)
    children += [one for one in box.children[index + 1 :] if _repeated(one, "is_footer")]
    head = box.copy_with_children(children)
    if isinstance(box, boxes.LineBox):
        return head if said(head).endswith("\n") else styled(head, text_align_last="justify")
    return _open(head, "bottom") if isinstance(box, boxes.BlockBox) else head


def _after(box: Any, stack: Any) -> Any:
    """The part of `box` from the place that `stack` points to; None for the end of a text."""
    if isinstance(box, boxes.TableRowBox):
        return _row(box, stack, _after, divided=True)
    ((index, below),) = stack.items()
    if _parts_caption(box, index, below):
        return box
    if isinstance(box, boxes.TextBox):
        text = box.text.encode()[index:].decode()
        return box.copy_with_text(text) if text else None
    children = list(box.children[index:])
    if below:
        part = _after(children[0], below)
        children[:1] = [] if part is None else [part]
    children = [one for one in box.children[:index] if _repeated(one, "is_header")] + children
    tail = box.copy_with_children(children)
    if isinstance(box, boxes.LineBox):
        return styled(tail, text_indent=_NOTHING)
    return _open(tail, "top") if isinstance(box, boxes.BlockBox) else tail


def _parts_caption(box: Any, index: int, below: Any) -> bool:
    """Whether a table would be parted from its caption: it goes overleaf with it."""
    if not getattr(box, "is_table_wrapper", False):
        return False
    captions = index if below is None else index + 1
    return not any(isinstance(one, boxes.TableBox) for one in box.children[:captions])


def _row(
    row: Any, stacks: dict[int, Any], part: Callable[[Any, Any], Any], *, divided: bool
) -> Any:
    """Part of a row of a table: each cell goes on by itself, or has ended."""
    cells = []
    for place, cell in enumerate(row.children):
        whole = cell.copy_with_children([]) if divided else cell
        cells.append(part(cell, stacks[place]) if stacks.get(place) else whole)
    return row.copy_with_children(cells)


def _repeated(box: Any, name: str) -> bool:
    """Whether a box is the head, or the foot, that a table has on each page."""
    return isinstance(box, boxes.TableRowGroupBox) and bool(getattr(box, name))


def _open(box: Any, side: str) -> Any:
    """Return a block without space and rule on the side on which it was cut."""
    names = f"margin_{side}", f"padding_{side}", f"border_{side}_width"
    return styled(box, **dict.fromkeys(names[:2], _NOTHING), **{names[2]: 0})
