"""Notes in the margin beside their line. The page has them out of its flow, at the place of their
call; here each is moved to the margin that it asks for, level with its line or as near as others
leave room. What finds no room is told, to be set at the foot with a sign in another round.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from editio.engines.paged.design import GAP, Design
from editio.engines.paged.lines import classes, counted, lines, source_pages

# A note stands at most so many lines of the text from its own, fills at most this part of the
# page, and keeps this much (CSS pixels) from its neighbours.
_FAR, _PART, _APART = 5, 0.6, 3.0
_PX = 96 / 25.4
# Less than any line: what rounding may take from a page.
_HAIR = 0.5
# What a note at the foot has, and the note and the call of one in the margin have not.
_FOOT = (
    '.footnote.beside[data-beside="{0}"][data-side] {{ position: relative; float: footnote; '
    "width: auto; font: 0.81rem/0.75rlh var(--faces); text-align: justify; }}\n"
    '.beside[data-beside="{0}"][data-side], [data-beside="{0}"][data-side] .note-number[href] '
    "{{ display: inline; }}"
)


@dataclass(frozen=True)
class _Note:
    """A note laid out, where its line is, and where it would stand best."""

    box: Any
    name: str
    top: float

    @property
    def height(self) -> float:
        return float(self.box.height)


def is_beside(box: Any) -> bool:
    """Whether a box is a note for the margin: it is never divided, for it may be moved."""
    return "beside" in classes(box) and "footnote" in classes(box)


def foot_sheet(names: Iterable[str]) -> str:
    """Style rules for the notes of the margin that have no room there."""
    return "\n".join(_FOOT.format(name) for name in sorted(names))


def place(pages: Iterable[Any], design: Design) -> frozenset[str]:
    """Move the notes of the margin to their places; return the names of those without one."""
    return frozenset(name for page in pages for name in _placed(page, design))


def _placed(page: Any, design: Design) -> Iterator[str]:
    found = list(_notes(page._page_box.children[0]))
    recto = page._page_box.page_type.side == "right"
    for side in ("left", "right") if found else ():
        outer = (side == "right") == recto
        column = _column(page._page_box, side, design.beside("outer" if outer else "inner") * _PX)
        here = [one for one in found if _side(one.box, recto=recto) == side]
        taken = list(_taken(page, column, design, outer=outer)) if here else []
        for note in sorted(here, key=lambda one: one.top):
            top = _free(note, taken, page._page_box, design)
            if top is None or not _fits(note.box, column):
                yield note.name
                continue
            _move(note.box, column[0], top, flush=side == "left")
            taken.append((top, top + note.height))


def _notes(box: Any, line: Any = None) -> Iterator[_Note]:
    line = box if type(box).__name__ == "LineBox" else line
    for child in getattr(box, "children", ()):
        if is_beside(child) and child.is_absolutely_positioned():
            yield _Note(child, child.element.get("data-beside"), _top(child, line or child))
        else:
            yield from _notes(child, line)


def _top(note: Any, line: Any) -> float:
    """Where a note has to begin so that its first line is level with the line of its call."""
    first = next((one for one in note.descendants() if type(one).__name__ == "LineBox"), None)
    if first is None or not hasattr(line, "baseline"):
        return float(line.position_y)
    down = first.position_y + first.baseline - note.position_y
    return float(line.position_y + line.baseline - down)


def _side(note: Any, *, recto: bool) -> str:
    asked = note.element.get("data-side")
    if asked in {"left", "right"}:
        return str(asked)
    return "right" if (asked != "inner") == recto else "left"


def _column(page: Any, side: str, width: float) -> tuple[float, float]:
    """Where a column in a margin begins and ends, from left to right."""
    if side == "left":
        end = page.content_box_x() - GAP * _PX
        return end - width, end
    start = page.content_box_x() + page.width + GAP * _PX
    return start, start + width


def _taken(
    page: Any, column: tuple[float, float], design: Design, *, outer: bool
) -> Iterator[tuple[float, float]]:
    """What stands in a column already: numbers of verse, and of lines and pages (margins.py)."""
    for box in _texts(page._page_box.children[0]):
        begins, ends = box.position_x, box.position_x + box.width
        if begins < column[1] and ends > column[0] and box.text.strip():
            yield box.position_y, box.position_y + box.height
    leading, numbered = _leading(design), counted(design)
    for line in lines(page):
        every = numbered.every if numbered.has(line) else 0
        if source_pages(line) if outer else every and line.number % every == 0:
            yield line.baseline - 0.7 * leading, line.baseline + 0.3 * leading


def _texts(box: Any) -> Iterator[Any]:
    """The texts of a page, those out of its flow, too, but for notes of the margin."""
    if type(box).__name__ == "TextBox":
        yield box
    elif not is_beside(box):
        for child in getattr(box, "children", ()):
            yield from _texts(child)


def _free(note: _Note, taken: list[tuple[float, float]], page: Any, design: Design) -> float | None:
    """The free place nearest to where a note would stand best; None: there is none near."""
    first = float(page.content_box_y())
    last = first + float(page.height) - note.height
    tops = [note.top, last]
    tops += [end + _APART for _, end in taken]
    tops += [start - _APART - note.height for start, _ in taken]
    near = [
        top for top in tops
        if first - _APART <= top <= last + _HAIR and abs(top - note.top) <= _FAR * _leading(design)
        and all(top >= end or top + note.height <= start for start, end in taken)
    ]  # fmt: skip
    if note.height > _PART * page.height or not near:
        return None
    return min(near, key=lambda top: abs(top - note.top))


def _leading(design: Design) -> float:
    """How high a line is, in CSS pixels."""
    return design.leading * 4 / 3


def _fits(note: Any, column: tuple[float, float]) -> bool:
    """Whether nothing in a note is wider than its column."""
    width = column[1] - column[0]
    inner = [one for one in note.descendants() if hasattr(one, "width") and one.width != "auto"]
    return note.width <= width + 1 and all(one.width <= note.width + 1 for one in inner)


def _move(note: Any, left: float, top: float, *, flush: bool) -> None:
    """Move a note to its place; in a left margin its lines end beside the text."""
    note.translate(left - note.position_x, top - note.position_y)
    for line in note.descendants() if flush else ():
        if type(line).__name__ == "LineBox":
            line.translate(note.position_x + note.width - line.position_x - line.width)
