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
                for line in area.descendants():
                    if type(line).__name__ == "TextBox":
                        key = next_note(line, area)
                        found[key] = found.get(key, "") + squeezed(line.text)
    return found


def next_note(text: Any, area: Any) -> str:
    """The data-id of the note that a text box belongs to."""
    for box in area.descendants():
        if NOTE in classes(box) and any(inner is text for inner in box.descendants()):
            return str(box.element.get("data-id"))
    return ""


def squeezed(text: str) -> str:
    """Text without white space and hyphens: the same however its lines are broken."""
    return "".join(text.split()).replace("\u2010", "").replace("-", "").replace("\u00ad", "")
