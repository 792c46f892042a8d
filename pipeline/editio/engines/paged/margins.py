"""What stands in the margins beside its line: line numbers, and pages of the source.

CSS counts no lines and does not know the outer side from within a line, so these are set as a
document of their own, page by page, and laid over the pages once their lines are known. To an
assistive reader they are like the running heads: not part of the text. Verse with numbers of its
own, also where none is shown, is not counted a second time; nor is prose beside numbers that are
shown, unless a textual note names its line.
"""

from html import escape
from typing import Any

from editio.engines.paged.lines import (
    Counted,
    Line,
    has_own_numbers,
    is_numbered_verse,
    is_prose,
    lines,
    names_lines,
    source_pages,
)
from editio.engines.paged.turned import PAGE as TURNED
from weasyprint import CSS, HTML, Document
from weasyprint.formatting_structure import boxes

_PAGE = '<html lang="en"><title>margins</title><body>{}</body></html>'
_BARE = "@page :left { margin: 0; } @page :right { margin: 0; }"


def number_lines(document: Document, counted: Counted, styles: list[CSS], fonts: Any) -> None:
    """Put numerals beside lines that are counted, source pages beside the line they begin in."""
    sides = ["right" if page._page_box.page_type.side == "right" else "left"
             for page in document.pages]  # fmt: skip
    own = counted.every > 0 and any(map(has_own_numbers, document.pages))
    leaves = [
        "" if page._page_box.page_type.name == TURNED
        else _leaf(lines(page), side, _counted(page, counted, own=own), own=own)
        for page, side in zip(document.pages, sides, strict=True)
    ]  # fmt: skip
    if not any(leaves):
        return
    sheet = _PAGE.format("".join(f'<section class="leaf">{leaf}</section>' for leaf in leaves))
    bare = CSS(string=_BARE, font_config=fonts)
    over = HTML(string=sheet).render(stylesheets=[*styles, bare], font_config=fonts)
    for page, leaf, filled in zip(document.pages, over.pages, leaves, strict=True):
        if filled:
            page._page_box.children += (_as_margin(leaf._page_box.children[0]),)


def _counted(page: Any, counted: Counted, *, own: bool) -> Counted:
    """Return which lines of a page are numbered: none beside verse that has its own numbers, where
    nothing at the foot names them.
    """
    return Counted(0) if own and has_own_numbers(page) and not names_lines(page) else counted


def _leaf(found: list[Line], side: str, counted: Counted, *, own: bool) -> str:
    return "".join(
        f'<p class="{kind} on-{side}" style="top: {line.baseline:.3f}px">{escape(words)}</p>'
        for line in found
        for kind, words in _beside(line, counted if _may_be_counted(line, own=own) else Counted(0))
    )


def _may_be_counted(line: Line, *, own: bool) -> bool:
    """Whether no other number is found by that of a line: verses are, where they have their own."""
    return is_prose(line) if own else not is_numbered_verse(line)


def _beside(line: Line, counted: Counted) -> list[tuple[str, str]]:
    """Return what stands in the margin beside a line: each a class and its words."""
    beside = []
    every = counted.every if counted.has(line) else 0
    if every and line.number % every == 0:
        beside.append(("line-number", str(line.number)))
    if pages := source_pages(line):
        beside.append(("page-number", f"[{', '.join(pages)}]"))
    return beside


def _as_margin(root: Any) -> Any:
    """Make a laid out tree a margin box, its lines raised onto the baselines asked for. A long
    name of a page takes several lines: the next one stands below it, and not upon it.
    """
    ends: dict[str, float] = {}
    for box in list(root.descendants(placeholders=True)):
        if isinstance(box, boxes.BlockBox) and box.element_tag == "p":
            first, kind = box.children[0], box.element.get("class", "")
            onto_line = -(first.position_y + first.baseline - box.position_y)
            below = ends.get(kind, box.position_y + onto_line) - box.position_y
            box.translate(dy=max(onto_line, below))
            ends[kind] = box.position_y + box.height
    margin = boxes.MarginBox("@left-middle", root.style)
    kept = {"at_keyword", "style"}
    margin.__dict__.update({k: v for k, v in root.__dict__.items() if k not in kept})
    return margin
