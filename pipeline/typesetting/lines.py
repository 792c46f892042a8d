"""The lines of a laid out document: which line of its page a word stands on, and where on the
paper the lines of the text are. The boxes are read, never changed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

TEXT, PAGE_MARK = "text", "source-page"


@dataclass(frozen=True)
class Line:
    """A line of the text on a page: its number from the top, its baseline, its boxes."""

    number: int
    baseline: float
    boxes: tuple[Any, ...]


def classes(box: Any) -> list[str]:
    """Classes of the element that made the box."""
    return box.element.get("class", "").split() if box.element is not None else []


def lines(page: Any) -> list[Line]:
    """Every line of the edited text on a page; what stands side by side is one line."""
    found = sorted(_line_boxes(page._page_box.children[0]), key=_baseline)
    rows: list[list[Any]] = []
    for box in found:
        if rows and abs(_baseline(rows[-1][-1]) - _baseline(box)) < 3:
            rows[-1].append(box)
        else:
            rows.append([box])
    return [Line(number, _baseline(row[0]), tuple(row)) for number, row in enumerate(rows, 1)]


def _baseline(box: Any) -> float:
    return float(box.position_y + box.baseline)


def _line_boxes(box: Any, inside: bool = False) -> Iterator[Any]:
    """Line boxes with words in them, below an element of class `text`."""
    if type(box).__name__ == "LineBox":
        if inside and any(text.text.strip() for text in _texts(box)):
            yield box
        return
    inside = inside or TEXT in classes(box)
    for child in getattr(box, "children", ()):
        yield from _line_boxes(child, inside)


def _texts(box: Any) -> Iterator[Any]:
    return (inner for inner in box.descendants() if type(inner).__name__ == "TextBox")


def keys(pages: list[Any]) -> dict[str, int]:
    """The line of its page on which each textual note's place begins, by the note's key."""
    found: dict[str, int] = {}
    for page in pages:
        for line in lines(page):
            for box in line.boxes:
                for inner in box.descendants():
                    if key := _key(inner):
                        found.setdefault(key, line.number)
    return found


def _key(box: Any) -> str | None:
    """The key of a place; the call of the note about it has the same, and is not the place."""
    if box.element is None or "::" in box.element_tag:
        return None
    key: str | None = box.element.get("data-key")
    return key


def key_sheet(found: dict[str, int]) -> str:
    """Style rules that print the line of each textual note before it, and behind the page of each
    place in the table of all.
    """
    return "\n".join(
        f'.variant[data-key="{key}"] .line-key::before {{ content: "{line}"; }}\n'
        f'.place[data-key="{key}"]::after {{ content: ".{line}"; }}'
        for key, line in found.items()
    )


def source_pages(line: Line) -> list[str]:
    """The pages of the source that begin in a line."""
    marks = {
        id(box.element): box.element.get("data-n", "")
        for outer in line.boxes
        for box in outer.descendants()
        if PAGE_MARK in classes(box)
    }
    return list(marks.values())
