"""The words of a laid out text as they stand in its lines, page by page: they are compared with
those of its TEI. Title page, running heads and what is said about the text are left out.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from weasyprint import Document

# Where the text and its notes stand, by class.
_PARTS = frozenset({"text", "notes"})
# Numbers of notes and lines are none of the words around them.
_CALLS = frozenset({"note-call", "note-number", "line-number", "source-line"})
# What the engine sets where it divides a word, and the sign that asks it to.
_DIVIDED = ("\u2010", "-", "\xad")


def given(document: "Document") -> str:
    """Return the lines of all pages, a line each; a word that is divided stands in one piece."""
    made: list[str] = []
    for line in lines(document):
        if made and made[-1].endswith(_DIVIDED):
            made[-1] = made[-1][:-1] + line
        else:
            made.append(line)
    return "\n".join(made)


def lines(document: "Document") -> Iterator[str]:
    """Yield the words of each line of the text and its notes, and numbers of these behind all."""
    known: set[int] = set()
    calls: list[str] = []
    for page in document.pages:
        for area in page._page_box.children:
            known = known or {id(one) for one in _of_text(area)}
            yield from (line for element, line in _lines(area, calls) if id(element) in known)
    yield from calls


def _of_text(area: Any) -> Iterator[Any]:
    """Yield the elements of the text and its notes, where an area of a page is that of the root."""
    if area.element_tag == "html":
        for part in area.element.iter():
            if not _PARTS.isdisjoint((part.get("class") or "").split()):
                yield from part.iter()


def _lines(box: Any, calls: list[str]) -> Iterator[tuple[Any, str]]:
    """Yield each line below a box with the element that it is of; add the numbers of notes."""
    for child in getattr(box, "children", ()):
        if _kind(child) == "LineBox":
            yield child.element, "".join(_words(child))
            for one in child.descendants():
                if _is_call(one):
                    calls.append("".join(_words(one)))
                if _kind(one) not in {"TextBox", "InlineBox", "LineBox"}:
                    yield from _lines(one, calls)
        else:
            yield from _lines(child, calls)


def _words(box: Any) -> Iterator[str]:
    """Yield the words in a line, without those of blocks that are set in it."""
    for child in getattr(box, "children", ()):
        if _kind(child) == "TextBox":
            yield child.text
        elif _kind(child) not in {"InlineBox", "LineBox"}:
            yield " "
        elif not _is_call(child):
            yield from _words(child)


def _is_call(box: Any) -> bool:
    """Whether it is the number of a line, or of a note, in the text or before the note."""
    named = "" if box.element is None else box.element.get("class") or ""
    return _kind(box) == "InlineBox" and not _CALLS.isdisjoint(named.split())


def _kind(box: Any) -> str:
    return type(box).__name__
