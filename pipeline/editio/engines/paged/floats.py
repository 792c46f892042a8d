"""Pictures that do not fit where they stand: the text goes on, and they open the next page.

A picture waits only where the text behind it in the same part fills the page, so that it stays in
its part, and never longer than to the next page. Those behind it wait with it: their order is kept.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import ceil, inf
from typing import Any

from editio.engines.paged.columns import styled
from editio.engines.paged.foot import trial
from editio.engines.paged.lines import classes
from editio.engines.paged.words import said
from weasyprint.css.properties import Dimension
from weasyprint.formatting_structure import boxes
from weasyprint.layout import block
from weasyprint.text.line_break import strut

# Pictures that open a page fill at most this part of it; as many lines of the text as this must
# follow on the next page. A letter is about so wide, in parts of the size of the type.
_PART, _MORE, _LETTER = 0.8, 4, 0.42
_INDENT = 1.3  # print.css
_FORCED = {"page", "left", "right", "recto", "verso", "always"}


@dataclass
class _Waiting:
    """What waits on the page in hand, and what each page was handed by the one before."""

    now: list[Any] = field(default_factory=list)
    handed: dict[int, list[Any]] = field(default_factory=dict)
    page: int = 0

    def done(self, box: Any) -> bool:
        """Whether a picture stands at the head of this page or of one before, or waits."""
        before = (one for at, some in self.handed.items() if at <= self.page for one in some)
        return any(one.element is box.element for one in (*self.now, *before))


def _of(context: Any) -> _Waiting:
    found: _Waiting = context.__dict__.setdefault("waiting_pictures", _Waiting())
    return found


def begin(context: Any, page: int) -> None:
    """Before a page is made."""
    waiting = _of(context)
    waiting.now, waiting.page = [], page


def end(context: Any, page: int) -> None:
    """After a page was made: what waits is handed to the next, which must be made with it."""
    waiting = _of(context)
    before = waiting.handed.get(page + 1, [])
    waiting.handed[page + 1] = waiting.now
    changed = [one.element for one in before] != [one.element for one in waiting.now]
    if changed and page + 1 < len(context.page_maker):
        context.page_maker[page + 1][-1]["content_changed"] = True


def passes(context: Any, parent: Any, index: int, box: Any) -> bool:
    """Whether a picture has its place elsewhere, or has to wait with those before it."""
    if not _is_picture(box) or getattr(context, "on_trial", False):
        return False
    waiting = _of(context)
    return waiting.done(box) or (bool(waiting.now) and waits(context, parent, index, box))


def waits(context: Any, parent: Any, index: int, box: Any) -> bool:
    """Let a picture that has no room wait for the next page, where text enough follows it."""
    if not _may_wait(context, parent, box):
        return False
    waiting, page = _of(context), context.current_footnote_area.page
    room = context.page_bottom - box.position_y
    if sum(_height(context, one, page) for one in (*waiting.now, box)) > _PART * page.height:
        return False
    if _lines(parent, index) < room / strut(parent.style)[0] + _MORE:
        return False
    waiting.now.append(box)
    _indent(parent, index)
    return True


def set_at_head(context: Any, page: Any, root: Any, *, blank: bool) -> list[Any]:
    """Set the pictures that a page was handed at its head, and let the text begin below."""
    waiting, made = _of(context), []
    handed = waiting.handed.get(waiting.page, [])
    if blank:
        waiting.now.extend(handed)
        return []
    for picture in handed:
        laid = _laid_out(context, picture, page, root.position_y)
        root.position_y += laid.margin_height()
        made.append(laid)
    return made


def _indent(parent: Any, index: int) -> None:
    """A paragraph that no picture stands above any more begins as others do."""
    for after in parent.children[index + 1 : index + 2]:
        for one in _within(after) if "p" in classes(after) else ():
            if one is after or isinstance(one, boxes.LineBox):
                one.style = one.style.copy()
                one.style["text_indent"] = Dimension(_INDENT * after.style["font_size"], "px")


def _is_picture(box: Any) -> bool:
    return bool(box.element_tag == "figure" and isinstance(box, boxes.BlockBox))


def _may_wait(context: Any, parent: Any, box: Any) -> bool:
    return (
        _is_picture(box)
        and not context.in_column
        and not getattr(context, "on_trial", False)
        and "pair" not in classes(parent)
        and not any(inner.footnote for inner in box.descendants())
    )


def _laid_out(context: Any, picture: Any, page: Any, top: float) -> Any:
    piece = styled(picture.deepcopy(), margin_top=Dimension(0, "px"))
    piece.position_x, piece.position_y = page.content_box_x(), top
    with trial(context):
        return block.block_level_layout(context, piece, -inf, None, page, page_is_empty=True)[0]


def _height(context: Any, picture: Any, page: Any) -> float:
    return float(_laid_out(context, picture, page, 0).margin_height())


def _lines(parent: Any, index: int) -> int:
    """About how many lines follow a picture in its part, up to a page break that is asked for."""
    letters = parent.width / (_LETTER * parent.style["font_size"])
    return sum(ceil(max(1, len(said(one))) / letters) for one in _following(parent, index))


def _following(parent: Any, index: int) -> Iterator[Any]:
    for child in parent.children[index + 1 :]:
        if _asks_for_a_page(child):
            return
        yield from (one for one in _within(child) if isinstance(one, boxes.LineBox))


def _within(box: Any) -> Iterator[Any]:
    yield box
    if hasattr(box, "descendants"):
        yield from box.descendants()


def _asks_for_a_page(box: Any) -> bool:
    return any(
        one.style["break_before"] in _FORCED or one.style["break_after"] in _FORCED
        for one in _within(box)
        if isinstance(one, boxes.BlockLevelBox)
    )
