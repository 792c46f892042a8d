"""Tables that are wider than the page although they are set small: turned. Each stands on pages of
its own that lie on their side; for the press such a page is turned back, its head on the left.

Which tables may turn is said in the page (xslt/print/tables.xsl); whether one has to is known once
it is laid out: its columns do not hold their longest words.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from editio.engines.paged.design import Design

# The name of the pages (print.css); the smallest and the usual size of a table's type (rem).
PAGE = "turned"
_SMALLEST, _USUAL = 0.58, 0.86
# A longer word may be divided.
_LONG = 12
_PIECE = re.compile(r"[^\s\-\u2010\u2013\u2014/]+[\-\u2010\u2013\u2014/]?")
_SHEET = (
    'table[data-table="{}"] {{ page: ' + PAGE + "; width: 100%; margin: 0; "
    "font-size: {:.2f}rem; line-height: {:.2f}rlh; }}"
)


@dataclass(frozen=True, order=True)
class Turned:
    """A table by its name, and the size of its type on a page on its side."""

    name: str
    size: float


def sheet(tables: Iterable[Turned]) -> str:
    """Return style rules that turn tables."""
    return "\n".join(_SHEET.format(one.name, one.size, 1.05 * one.size) for one in sorted(tables))


def too_wide(pages: Iterable[Any], design: Design) -> frozenset[Turned]:
    """Return the tables of some pages that are too wide, where the page is higher than wide."""
    room = (design.size[1] - design.margins[0] - design.margins[2]) * 96 / 25.4
    sizes: dict[str, float] = {}
    for table, measure in _tables(pages) if design.size[0] < design.size[1] else ():
        if (needed := _needed(table)) > measure + 1:
            name = table.element.get("data-table")
            own = table.style["font_size"] / (design.type_size * 96 / 72)
            size = max(_SMALLEST, min(_USUAL, round(own * room / needed - 0.005, 2)))
            # Of a table over several pages each part is seen, and the widest decides.
            sizes[name] = min(size, sizes.get(name, size))
    return frozenset(Turned(name, size) for name, size in sizes.items())


def turn_back(document: Any, pdf: Any) -> None:
    """Let every page of a file stand as the sheets of the book do."""
    for page, reference in zip(document.pages, pdf.pages["Kids"][::3], strict=True):
        if page._page_box.page_type.name == PAGE:
            pdf.objects[reference]["Rotate"] = 270


def _tables(pages: Iterable[Any]) -> Iterator[tuple[Any, float]]:
    """Tables that may turn and have not yet, each with the measure of its page."""
    for page in (one._page_box for one in pages):
        for box in page.children[0].descendants() if page.page_type.name != PAGE else ():
            named = type(box).__name__ == "TableBox" and box.element is not None
            if named and box.element.get("data-table"):
                yield box, page.width


def _needed(table: Any) -> float:
    """About how wide a table is whose columns hold their longest words."""
    texts = [box for box in table.descendants() if type(box).__name__ == "TextBox" and box.text]
    letter = sum(box.width for box in texts) / max(1, sum(len(box.text) for box in texts))
    columns: dict[int, float] = {}
    for box in table.descendants():
        if type(box).__name__ == "TableCellBox" and box.colspan == 1 and box.element is not None:
            width = letter * _longest(box.element) + box.border_width() - box.width
            columns[box.grid_x] = max(columns.get(box.grid_x, 0), width)
    return sum(columns.values())


def _longest(cell: Any) -> int:
    """How many letters the longest word of a cell has, its notes left out."""
    notes = {id(text) for note in cell.iter("span") if "footnote" in note.get("class", "").split()
             for text in note.iter()}  # fmt: skip
    texts = [one.text or "" for one in cell.iter() if id(one) not in notes]
    texts += [one.tail or "" for one in cell.iter() if one is not cell]
    return max((min(_LONG, len(one)) for one in _PIECE.findall(" ".join(texts))), default=0)
