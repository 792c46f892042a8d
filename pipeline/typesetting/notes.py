"""Notes at the foot of the page of their call: whole, or divided and continued overleaf.

Takes the place of the engine's own placing of notes (repairs.py). The foot itself is laid out in
foot.py, a note divided in division.py.
"""

from dataclasses import dataclass
from typing import Any

from pipeline.typesetting.division import divide
from pipeline.typesetting.foot import BAND_SPACE, height

# A page that a long note runs on to keeps this much for its text (in CSS pixels).
TEXT = 150.0


@dataclass
class Cut:
    """A note divided on the page in hand: as it was, what stands on the page, what goes on."""

    whole: Any
    head: Any
    tail: Any


def place(context: Any, note: Any, bottom: float, forced: bool) -> bool:
    """Put `note` at the foot, under a line that ends at `bottom`, at least its beginning.

    False means that the line has to go to the next page; a `forced` line cannot, nor the line of
    a note that is free to leave its call (CSS Generated Content for Paged Media, footnote-policy).
    """
    context.footnotes.remove(note)
    forced = forced or note.style["footnote_policy"] == "auto"
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
    has = height(context, cut.head)
    room = max(has - height(context, note), has / 2)
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
