"""Notes at the foot of the page of their call: whole, or divided and continued overleaf.

Takes the place of the engine's own placing of notes (repairs.py). Two calls on one page keep
their notes in the order of the bands that BANDS names. What a note says or looks like is not
decided here.
"""

from dataclasses import dataclass
from math import inf
from typing import Any

from weasyprint.css.properties import Dimension
from weasyprint.formatting_structure import boxes, build
from weasyprint.layout.block import block_level_layout

# Classes of notes from the top of the foot to its bottom, and the space between two bands.
BANDS = ("variant", "note", "editorial")
BAND_SPACE = 4.0
# A note is divided only where this much of the page (in CSS pixels) is left for it, and a page
# that a long note runs on to keeps this much for its text.
LEAST, TEXT = 28.0, 150.0


@dataclass
class Cut:
    """A note divided on the page in hand: as it was, what stands on the page, what goes on."""

    whole: Any
    head: Any
    tail: Any


def place(context: Any, note: Any, bottom: float, forced: bool) -> bool:
    """Put `note` at the foot, under a line that ends at `bottom`, at least its beginning.

    False means that the line has to go to the next page; a `forced` line cannot.
    """
    context.footnotes.remove(note)
    # The end of a note that began on an earlier page gives way to one that begins here.
    gives_way = [cut for cut in _cuts(context) if forced or cut.whole in _brought(context)]
    if context.reported_footnotes and not (gives_way or forced):
        return _refuse(context, note, forced)
    if gives_way:
        _shorten(context, gives_way[-1], note)
    context.current_page_footnotes.append(note)
    context._update_footnote_area()
    if context.page_bottom >= bottom * (1 - 1e-9):
        return True
    context.current_page_footnotes.remove(note)
    context._update_footnote_area()
    room = context.page_bottom - bottom
    return _divide(context, note, room) or _refuse(context, note, forced)


def _refuse(context: Any, note: Any, forced: bool) -> bool:
    """Let the line go to the next page; where it cannot, the note follows it overleaf."""
    if forced:
        context.reported_footnotes.append(note)
        return True
    context.footnotes.append(note)
    return False


def _divide(context: Any, note: Any, room: float) -> bool:
    """Put what fits into `room` at the foot and keep the rest for the next page."""
    between = BAND_SPACE if context.current_page_footnotes else 0
    parts = divide(context, note, room - between)
    if parts is None:
        return False
    cut = Cut(note, *parts)
    _cuts(context).append(cut)
    context.current_page_footnotes.append(cut.head)
    context.reported_footnotes.append(cut.tail)
    context._update_footnote_area()
    return True


def _shorten(context: Any, cut: Cut, note: Any) -> None:
    """Divide a note earlier, so that half of its place, or what `note` needs, is free."""
    has = _height(context, cut.head)
    room = max(has - _height(context, note), has / 2)
    parts = divide(context, cut.whole, room)
    if parts:
        here, there = context.current_page_footnotes, context.reported_footnotes
        here[here.index(cut.head)], there[there.index(cut.tail)] = parts
        cut.head, cut.tail = parts
        context._update_footnote_area()


def go_on(context: Any, handed: list[Any], alone: bool) -> None:
    """Open the foot of a page with the notes `handed` on; `alone`: the text is at its end."""
    context.cuts, context.brought = [], list(handed)
    bottom = context.page_bottom - context.current_footnote_area.page.height
    for number, note in enumerate(handed):
        context.current_page_footnotes.append(note)
        context._update_footnote_area()
        if context.page_bottom >= bottom + (0 if alone else TEXT):
            continue
        context.current_page_footnotes.remove(note)
        context._update_footnote_area()
        room = context.page_bottom - bottom - (0 if alone else TEXT)
        if _divide(context, note, room):
            context.reported_footnotes += handed[number + 1 :]
        elif number:
            context.reported_footnotes += handed[number:]
        else:  # nothing in it can be divided: it runs over the foot, and a test sees it
            context.current_page_footnotes.append(note)
            context.reported_footnotes += handed[1:]
            context._update_footnote_area()
        break


def take_back(context: Any, note: Any) -> None:
    """Undo what was done for `note`, whose line goes to the next page."""
    if note in context.footnotes:
        return
    context.footnotes.append(note)
    pieces = [note]
    for cut in [one for one in _cuts(context) if one.whole is note]:
        pieces += cut.head, cut.tail
        context.cuts.remove(cut)
    for notes in (context.current_page_footnotes, context.reported_footnotes):
        notes[:] = [one for one in notes if one not in pieces]
    context._update_footnote_area()


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
        area.height = _laid_out(context, area)[0].height
        if not context.in_column:
            context.page_bottom -= area.margin_height()
    return False


def _in_bands(notes: list[Any]) -> list[Any]:
    """Sort notes into bands, each kind in the order of its calls, with space between bands."""
    found: list[Any] = []
    for note in sorted(notes, key=_band):
        opens = found and _band(found[-1]) != _band(note)
        found.append(_styled(note, margin_top=Dimension(BAND_SPACE, "px")) if opens else note)
    return found


def _band(note: Any) -> int:
    classes = note.element.get("class", "").split()
    return next((rank for rank, name in enumerate(BANDS) if name in classes), len(BANDS))


def _styled(box: Any, **declared: Any) -> Any:
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


def _laid_out(context: Any, area: Any) -> Any:
    return block_level_layout(context, ready(area), -inf, None, area.page, page_is_empty=True)


def _area_with(context: Any, note: Any) -> Any:
    area = context.current_footnote_area.copy_with_children([note])
    area.position_y, area.height = 0, "auto"
    return area


def _height(context: Any, note: Any) -> float:
    return float(_laid_out(context, _area_with(context, note))[0].height)


def _frame(context: Any) -> float:
    """The height of the foot without its notes: rule, padding, margin."""
    area = _laid_out(context, _area_with(context, context.current_page_footnotes[0]))[0]
    return float(area.margin_height() - area.height)


def divide(context: Any, note: Any, room: float) -> tuple[Any, Any] | None:
    """Divide a note between two lines so that its head fills at most `room`; None: not possible.

    Room is what the foot may take in all; where the foot holds notes its frame is paid already.
    """
    if room < LEAST:
        return None
    area = ready(_area_with(context, note))
    paid = _frame(context) if context.current_page_footnotes else 0
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
    """The part of `box` before the place that `stack` points to, its last line a full one.

    In texts the engine counts bytes (UTF-8), in boxes children.
    """
    ((index, below),) = stack.items()
    if isinstance(box, boxes.TextBox):
        text = box.text.encode()[:index].decode()
        return box.copy_with_text(text + last[-1] if last.endswith("\u2010") else text)
    children = list(box.children[:index])
    if below:
        children.append(_before(box.children[index], below, last))
    head = box.copy_with_children(_unlined(children))
    return _styled(head, text_align_last="justify") if isinstance(box, boxes.BlockBox) else head


def _after(box: Any, stack: Any) -> Any:
    """The part of `box` from the place that `stack` points to."""
    ((index, below),) = stack.items()
    if isinstance(box, boxes.TextBox):
        return box.copy_with_text(box.text.encode()[index:].decode())
    children = list(box.children[index:])
    if below:
        children[0] = _after(children[0], below)
    return box.copy_with_children(_unlined(children))


def _unlined(children: list[Any]) -> list[Any]:
    """Take words out of line boxes: the engine makes these anew and refuses ready ones."""
    return [
        inner
        for child in children
        for inner in (child.children if isinstance(child, boxes.LineBox) else [child])
    ]


def _cuts(context: Any) -> list[Cut]:
    cuts: list[Cut] = context.__dict__.setdefault("cuts", [])
    return cuts


def _brought(context: Any) -> list[Any]:
    brought: list[Any] = context.__dict__.setdefault("brought", [])
    return brought


def _ledger(context: Any) -> dict[int, list[Any]]:
    """What each page hands on to the next, by the number of the receiving page."""
    ledger: dict[int, list[Any]] = context.__dict__.setdefault("handed_on", {})
    return ledger


def bring_over(context: Any, page: int) -> None:
    """Before a page is made: what the page before it hands on, also if that one is old."""
    context.reported_footnotes = list(_ledger(context).get(page, []))


def carry_over(context: Any, page: int) -> None:
    """After a page was made: keep what it hands on; the next page must be made with it."""
    before = _ledger(context).get(page + 1, [])
    now = list(context.reported_footnotes)
    _ledger(context)[page + 1] = now
    if (before or now) and page + 1 < len(context.page_maker):
        context.page_maker[page + 1][-1]["content_changed"] = True


def handed_on(context: Any, page: int) -> list[Any]:
    """What an old page hands on."""
    return _ledger(context).get(page + 1, [])
