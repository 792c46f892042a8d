"""Reading a laid out document by its boxes: which words and notes stand on which page."""

from collections.abc import Iterator
from typing import Any

NOTE, CALL, MARK = "footnote", "note-call", "note-number"


def classes(box: Any) -> list[str]:
    """Classes of the element that made the box; none for boxes without one."""
    return box.element.get("class", "").split() if box.element is not None else []


def inside(page: Any) -> Iterator[Any]:
    """Every box of a page."""
    yield from page._page_box.descendants()


def words(box: Any) -> str:
    """The words of a box, lines joined; a hyphen at the end of a line is not taken out."""
    return "".join(one.text for one in box.descendants() if type(one).__name__ == "TextBox")


def places(document: Any, kind: str) -> dict[str, list[int]]:
    """Where each call or mark of a note stands: its number -> pages, one entry a box."""
    found: dict[str, list[int]] = {}
    for number, page in enumerate(document.pages):
        for box in inside(page):
            if type(box).__name__ == "InlineBox" and kind in classes(box):
                found.setdefault(words(box).strip(), []).append(number)
    return found


def note_words(document: Any) -> dict[str, str]:
    """The words of each note, over all pages, by the id of its element, without white space."""
    found: dict[str, str] = {}
    for page in document.pages:
        for area in page._page_box.children:
            if type(area).__name__ == "FootnoteAreaBox":
                for key, text in _said(area, ""):
                    found[key] = found.get(key, "") + squeezed(text)
    return found


def _said(box: Any, key: str) -> Iterator[tuple[str, str]]:
    """Every text in a box, by the data-id of the note that it belongs to."""
    if NOTE in classes(box) and box.element.get("data-id"):
        key = str(box.element.get("data-id"))
    if type(box).__name__ == "TextBox" and "::marker" not in box.element_tag:
        yield key, box.text
    for child in getattr(box, "children", ()):
        yield from _said(child, key)


def squeezed(text: str) -> str:
    """Text without white space and hyphens: the same however its lines are broken."""
    return "".join(text.split()).replace("\u2010", "").replace("-", "").replace("\u00ad", "")
