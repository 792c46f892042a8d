"""A note divided between two lines: what stands on the page in hand, and what goes on overleaf."""

from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout.block import block_level_layout

from pipeline.typesetting.foot import area_with, frame, ready, styled
from pipeline.typesetting.words import said

# A note is divided only where this much of the page (in CSS pixels) is left for it.
LEAST = 28.0


def divide(context: Any, note: Any, room: float) -> tuple[Any, Any] | None:
    """Divide a note between two lines so that its head fills at most `room`; None: not possible.

    Room is what the foot may take in all; where the foot holds notes its frame is paid already.
    """
    if room < LEAST:
        return None
    area = ready(area_with(context, note))
    paid = frame(context) if context.current_page_footnotes else 0
    laid, resume_at, *_ = block_level_layout(
        context, area.deepcopy(), context.page_bottom - room - paid, None, area.page, True
    )
    below = (resume_at or {}).get(0)
    if laid is None or not below:
        return None
    last = [box for box in laid.descendants() if isinstance(box, boxes.TextBox)][-1]
    (piece,) = area.children
    if isinstance(piece, boxes.LineBox):  # a run-in note: what stands in its line
        ((_, below),), (piece,) = below.items(), piece.children
    return (_before(piece, below, last.text), _after(piece, below)) if below else None


def _before(box: Any, stack: Any, last: str) -> Any:
    """The part of `box` before the place that `stack` points to, its last line a full one unless
    it ended by itself; None for the beginning of a text.

    In texts the engine counts bytes (UTF-8), in boxes children.
    """
    ((index, below),) = stack.items()
    if isinstance(box, boxes.TextBox):
        text = box.text.encode()[:index].decode()
        text += "\u2010" if last.endswith("\u2010") and not text.endswith("\u2010") else ""
        return box.copy_with_text(text) if text else None
    children = list(box.children[:index])
    if below and (part := _before(box.children[index], below, last)) is not None:
        children.append(part)
    head = box.copy_with_children(_unlined(children))
    goes_on = isinstance(box, boxes.BlockBox) and not said(head).endswith("\n")
    return styled(head, text_align_last="justify") if goes_on else head


def _after(box: Any, stack: Any) -> Any:
    """The part of `box` from the place that `stack` points to; None for the end of a text."""
    ((index, below),) = stack.items()
    if isinstance(box, boxes.TextBox):
        text = box.text.encode()[index:].decode()
        return box.copy_with_text(text) if text else None
    children = list(box.children[index:])
    if below:
        part = _after(children[0], below)
        children[:1] = [] if part is None else [part]
    return box.copy_with_children(_unlined(children))


def _unlined(children: list[Any]) -> list[Any]:
    """Take words out of line boxes: the engine makes these anew and refuses ready ones."""
    return [
        inner
        for child in children
        for inner in (child.children if isinstance(child, boxes.LineBox) else [child])
    ]
