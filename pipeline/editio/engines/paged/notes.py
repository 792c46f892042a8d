"""Notes at the foot of the page of their call: whole, or divided and continued overleaf.

Takes the place of the engine's own placing of notes (repairs/). The foot itself is laid out in
foot.py, a note divided in division.py. A note that is called in a note follows it, on the page of
its call or, where that has no room, overleaf.
"""

from dataclasses import dataclass
from typing import Any

from editio.engines.paged.division import divide
from editio.engines.paged.foot import BAND_SPACE, height, is_last
from weasyprint.text.line_break import strut

# A page that a long note runs on to keeps this much for its text (in CSS pixels), and one that it
# begins on as much behind its call.
TEXT = 150.0
# As much holds headings and two lines below them.
HEAD = 190.0
# A note higher than this gives way to the lines that follow its call.
LONG = 100.0
# How often the head of a note is made shorter until it fits.
_TRIES = 3


@dataclass
class Cut:
    """A note divided on the page in hand: as it was, what stands on the page, what goes on."""

    whole: Any
    head: Any
    tail: Any


def place(context: Any, note: Any, bottom: float, forced: bool, opens: bool = False) -> bool:
    """Put `note` at the foot, under a line that ends at `bottom`, at least its beginning.

    False means that the line has to go to the next page; a `forced` line cannot, nor the line of
    a note that is free to leave its call (CSS Generated Content for Paged Media, footnote-policy),
    nor one that `opens` a paragraph at the head of the page: its heading would stay there alone.
    """
    context.footnotes.remove(note)
    forced = forced or note.style["footnote_policy"] == "auto"
    forced = forced or (opens and _is_at_head(context, bottom))
    # The end of a note that began on an earlier page gives way to one that begins here.
    gives_way = [cut for cut in _cuts(context) if forced or cut.whole in _brought(context)]
    if context.reported_footnotes and not (gives_way or forced):
        return _refuse(context, note, forced)
    if gives_way:
        _shorten(context, gives_way[-1], note)
    placed = _stands(context, note, bottom) or _divide(context, note, bottom)
    if not placed:
        return _refuse(context, note, forced)
    context.calls[note] = bottom
    _follow(context, placed, bottom)
    return True


def _is_at_head(context: Any, bottom: float) -> bool:
    """Whether a line has hardly more than headings above it, on a page that no note goes on to."""
    top = context.current_footnote_area.page.content_box_y()
    return not (context.in_column or _brought(context)) and bottom - top <= HEAD


def give_way(context: Any, bottom: float, below: bool = False) -> bool:
    """Make room for a line that ends at `bottom`, where a long note leaves none: its end goes
    overleaf. Otherwise a paragraph with such a note in its first line would go there, and with it
    what has to stand above it, from a page that is nearly empty. `below`: something does.
    """
    if context.in_column or getattr(context, "on_trial", False):
        return False
    if not (cut := _long(context, bottom)):
        return False
    for _ in range(_TRIES):
        over = bottom - context.page_bottom
        if over <= 1e-6:
            return True
        less = max(over, strut(cut.whole.style)[0])
        if parts := divide(context, cut.whole, height(context, cut.head) - less):
            _exchange(context, cut, *parts)
    if context.page_bottom < bottom and below and _is_at_head(context, bottom):
        _send_overleaf(context, cut)
    return bool(context.page_bottom >= bottom * (1 - 1e-9))


def _send_overleaf(context: Any, cut: Cut) -> None:
    """Take a note off the page that leaves no room as it is, because of a picture in it, say."""
    here, there = context.current_page_footnotes, context.reported_footnotes
    here.remove(cut.head)
    if cut.tail is None:
        there.insert(0, cut.whole)
    else:
        there[there.index(cut.tail)] = cut.whole
        _cuts(context).remove(cut)
    _give_back(context, cut.whole)


def _long(context: Any, bottom: float) -> Cut | None:
    """Return the long note that is called on this page shortly above a line, if there is one."""
    here = context.current_page_footnotes
    cuts = [cut for cut in _cuts(context) if cut.whole in context.calls]
    if not (cuts or (context.reported_footnotes and _brought(context))):
        whole = [note for note in here if note in context.calls and is_last(note, here)]
        cuts = [Cut(note, note, None) for note in whole if height(context, note) > LONG]
    return next((cut for cut in cuts if context.calls[cut.whole] >= bottom - TEXT), None)


def _stands(context: Any, note: Any, bottom: float) -> Any:
    """Put a whole note at the foot if there is room for it under `bottom`; give it back."""
    context.current_page_footnotes.append(note)
    context._update_footnote_area()
    if context.page_bottom >= bottom * (1 - 1e-9):
        return note
    context.current_page_footnotes.remove(note)
    context._update_footnote_area()
    return None


def _follow(context: Any, piece: Any, bottom: float) -> None:
    """Put the notes that are called in a note, or in the part of it on this page, behind it."""
    waiting = _called(context, piece)
    while waiting:
        note = waiting.pop(0)
        placed = None
        if not context.reported_footnotes:
            placed = _stands(context, note, bottom) or _divide(context, note, bottom)
        if placed:
            waiting[:0] = _called(context, placed)
        else:
            context.reported_footnotes.append(note)


def _called(context: Any, piece: Any) -> list[Any]:
    """Take the notes that are called in a piece of a note off those that wait."""
    found = [one for one in _nested(piece) if one in context.footnotes]
    context.footnotes[:] = [one for one in context.footnotes if one not in found]
    return found


def _nested(piece: Any) -> list[Any]:
    return [box.footnote for box in piece.descendants() if box.footnote]


def _refuse(context: Any, note: Any, forced: bool) -> bool:
    """Let the line go to the next page; where it cannot, the note follows it overleaf."""
    if forced:
        context.reported_footnotes.append(note)
        return True
    context.footnotes.append(note)
    return False


def _divide(context: Any, note: Any, bottom: float) -> Any:
    """Put what fits under `bottom` at the foot and keep the rest for the next page; give back
    what stands here.
    """
    between = BAND_SPACE if context.current_page_footnotes else 0
    room = context.page_bottom - bottom - between
    # Margins of neighbours may join or part: what a head takes is known when it stands.
    for _ in range(_TRIES):
        parts = divide(context, note, room)
        if parts is None:
            return None
        context.current_page_footnotes.append(parts[0])
        context._update_footnote_area()
        over = bottom - context.page_bottom
        if over <= 1e-6:
            _cuts(context).append(Cut(note, *parts))
            context.reported_footnotes.append(parts[1])
            return parts[0]
        context.current_page_footnotes.pop()
        context._update_footnote_area()
        # A line at least: with less taken away the head may be the same again.
        room -= max(over, strut(note.style)[0])
    return None


def _shorten(context: Any, cut: Cut, note: Any) -> None:
    """Divide a note earlier, so that half of its place, or what `note` needs, is free; one that is
    called in a note, and too short for that, goes overleaf.
    """
    has = height(context, cut.head)
    room = max(has - height(context, note), has / 2)
    here, there = context.current_page_footnotes, context.reported_footnotes
    if parts := divide(context, cut.whole, room):
        _exchange(context, cut, *parts)
    elif any(cut.whole in _nested(one) for one in here):  # it may follow its call overleaf
        here.remove(cut.head)
        there[there.index(cut.tail)] = cut.whole
        _cuts(context).remove(cut)
        _give_back(context, cut.whole)


def _exchange(context: Any, cut: Cut, head: Any, tail: Any) -> None:
    """Put other parts of a note in the place of those that it has, or of the whole."""
    here, there = context.current_page_footnotes, context.reported_footnotes
    here[here.index(cut.head)] = head
    if cut.tail is None:  # what waits there is called behind it
        there.insert(0, tail)
        _cuts(context).append(cut)
    else:
        there[there.index(cut.tail)] = tail
    cut.head, cut.tail = head, tail
    _give_back(context, tail)


def _give_back(context: Any, gone: Any) -> None:
    """Give back what is called in a piece of a note that goes overleaf."""
    for inner in _nested(gone):
        take_back(context, inner)
    context._update_footnote_area()


def go_on(context: Any, handed: list[Any], alone: bool) -> None:
    """Open the foot of a page with the notes `handed` on; `alone`: the text is at its end."""
    context.cuts, context.brought, context.calls = [], list(handed), {}
    context.footnotes[:] = [one for one in context.footnotes if one not in handed]
    bottom = context.page_bottom - context.current_footnote_area.page.height
    bottom += 0 if alone else TEXT
    waiting = list(handed)
    while waiting:
        note = waiting.pop(0)
        placed = _stands(context, note, bottom) or _divide(context, note, bottom)
        if not placed and context.current_page_footnotes:
            context.reported_footnotes.append(note)
        elif not placed:  # nothing in it can be divided: it runs over the foot, and a test sees it
            placed = note
            context.current_page_footnotes.append(note)
            context._update_footnote_area()
        waiting[:0] = _called(context, placed) if placed else []
        if context.reported_footnotes:
            context.reported_footnotes += waiting
            break


def take_back(context: Any, note: Any) -> None:
    """Undo what was done for `note`, whose line goes to the next page."""
    if note in context.footnotes or getattr(context, "on_trial", False):
        return
    context.footnotes.append(note)
    for inner in _nested(note):
        take_back(context, inner)
    pieces = [note]
    for cut in [one for one in _cuts(context) if one.whole is note]:
        pieces += cut.head, cut.tail
        context.cuts.remove(cut)
    for notes in (context.current_page_footnotes, context.reported_footnotes):
        notes[:] = [one for one in notes if one not in pieces]
    context._update_footnote_area()


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
