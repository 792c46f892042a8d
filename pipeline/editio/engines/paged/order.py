"""Puts the structure tree of a PDF in the order that PDF/UA-1 asks for (ISO 14289-1, 7): lists of
items, tables of rows, contents, references, headings without gaps.
"""

from collections.abc import Callable, Iterator
from itertools import groupby

import pydyf
from editio.engines.paged.tree import Element, Tree

# What stands around words without saying what they are.
_BARE = {"NonStruct", "Div", "Span", "Sect", "P", "LBody", "LI"}
_ROWS = {"TR", "THead", "TBody", "TFoot", "Caption"}
# Kinds that are nothing without their parent, and what they are then.
_ALONE = {
    "LI": ({"L"}, "Div"),
    "Lbl": ({"LI", "Note", "TOCI"}, "Span"),
    "LBody": ({"LI"}, "Div"),
    "TR": ({"Table", "THead", "TBody", "TFoot"}, "Div"),
    "TH": ({"TR"}, "Div"),
    "TD": ({"TR"}, "Div"),
    "Caption": ({"Table", "L", "Figure", "TOC"}, "Div"),
}


def put_in_order(tree: Tree) -> None:
    """Put a tree in order; what it holds stays in its sequence."""
    _settle(tree, tree.document)
    _alone(tree.document, "")
    _level(tree.document)
    tree.write()


def _settle(tree: Tree, element: Element, linked: bool = False) -> None:
    """Put an element in order after all below it; `linked`: it is inside a link."""
    for leader in [one for one in element.elements if one.role == "leader"]:
        tree.to_artifact(leader)
        element.kids.remove(leader)
    linked = linked or element.kind == "Link"
    for kid in element.elements:
        if linked and kid.kind == "Link":
            kid.kind = "Span"
        _settle(tree, kid, linked)
    if element.kind != "Link" and any(isinstance(kid, bytes) for kid in element.kids):
        element.kids = [tree.made("Link", element.kids, element)]
    if settle := _RULES.get(element.kind):
        settle(tree, element)
    if element.role == "contents":
        _contents(element)
    element.kids = [_referring(tree, kid) for kid in element.kids]


def _referring(tree: Tree, kid: object) -> object:
    """A call of a note is a reference to it."""
    calls = isinstance(kid, Element) and kid.kind == "Link" and kid.role == "note-call"
    return tree.made("Reference", [kid], kid) if calls and isinstance(kid, Element) else kid


def _contents(nav: Element) -> None:
    """The lists in the navigation of a book are its table of contents."""
    for found in [one for one in nav.walk() if one.kind == "L"]:
        found.kind = "TOC"
        for item in [one for one in found.elements if one.kind == "LI"]:
            item.kind = "TOCI"
            item.kids = [kid for body in item.elements for kid in body.kids]


def _list(tree: Tree, element: Element) -> None:
    """A list holds items, each a label and a body; the term of a pair is its label."""
    items: list[Element] = []
    for kid in _flat(element, {"LI", "L", "Caption"}):
        if isinstance(kid, Element) and kid.kind in {"LI", "L", "Caption"}:
            items.append(kid)
        else:
            items.append(tree.made("LI", [tree.made("LBody", [kid], element)], element))
    element.kids = list(_paired(items))


def _paired(items: list[Element]) -> Iterator[Element]:
    """Bind the terms of a list of pairs to what is said of each."""
    term: Element | None = None
    for item in items:
        role = next((one.role for one in item.elements), "")
        if role == "dt" and item.kind == "LI":
            for body in item.elements:
                body.kind = "Lbl"
            term = item
            yield item
        elif role == "dd" and term is not None and len(term.kids) == 1:
            term.kids += item.kids
        else:
            yield item


def _item(tree: Tree, element: Element) -> None:
    """An item holds a label and one body."""
    kids: list[object] = []
    for is_part, run in groupby(element.kids, _is_part):
        found = list(run)
        kids += found if is_part else [tree.made("LBody", found, element)]
    element.kids = kids


def _is_part(kid: object) -> bool:
    return isinstance(kid, Element) and kid.kind in {"Lbl", "LBody"}


def _table(tree: Tree, element: Element) -> None:
    """A table holds rows as wide as each other, groups of them, and a caption first or last."""
    kids = [kid for kid in _flat(element, _ROWS) if isinstance(kid, Element)]
    caption = [kid for kid in kids if kid.kind == "Caption"]
    for more in caption[1:]:
        caption[0].kids += more.kids
    element.kids = [*caption[:1], *(kid for kid in kids if kid.kind != "Caption")]
    rows = [one for one in element.walk() if one.kind == "TR"]
    for row, missing in zip(rows, missing_cells(rows), strict=True):
        row.kids += [tree.made("TD", [], row) for _ in range(missing)]


def missing_cells(rows: list[Element]) -> list[int]:
    """How many cells each row lacks to be as wide as the widest, spans counted."""
    widths = [0] * len(rows)
    for number, row in enumerate(rows):
        for cell in row.elements:
            table = cell.data.get("A") or {}
            wide, high = int(table.get("ColSpan", 1)), int(table.get("RowSpan", 1))
            for below in range(number, min(len(rows), number + high)):
                widths[below] += wide
    return [max(widths) - width for width in widths]


def _row(tree: Tree, element: Element) -> None:
    """A row holds cells."""
    cells = []
    for kid in _flat(element, {"TH", "TD"}):
        whole = isinstance(kid, Element) and kid.kind in {"TH", "TD"}
        cells.append(kid if whole else tree.made("TD", [kid], element))
    element.kids = cells


def _heading_cell(_tree: Tree, element: Element) -> None:
    """A heading says of what: of its column, unless it says of its row."""
    scope = "/Row" if getattr(element.data, "scope", "") == "row" else "/Column"
    element.data.setdefault("A", pydyf.Dictionary({"O": "/Table"}))["Scope"] = scope


def _flat(element: Element, wanted: set[str]) -> Iterator[object]:
    """The kids of an element, and those of bare frames that hold nothing but what is wanted."""
    for kid in element.kids:
        bare = isinstance(kid, Element) and kid.kind in _BARE - wanted
        if bare and isinstance(kid, Element) and _holds(kid, wanted):
            yield from _flat(kid, wanted)
        else:
            yield kid


def _holds(frame: Element, wanted: set[str]) -> bool:
    """Whether a frame holds something that is wanted, at any depth of frames."""
    return any(
        one.kind in wanted or (one.kind in _BARE and _holds(one, wanted)) for one in frame.elements
    )


def _alone(element: Element, parent: str) -> None:
    """What stands without the parent that gives it sense is a plain frame."""
    parents, plain = _ALONE.get(element.kind, ({parent}, ""))
    if parent not in parents:
        element.kind = plain
    for kid in element.elements:
        _alone(kid, element.kind)


def _level(document: Element) -> None:
    """Headings go down by one level at a time, from the first (ISO 14289-1, 7.4.2).

    Those of one level stay on one where a level above them is left out.
    """
    above: list[tuple[int, int]] = []  # level as set, level as told
    for one in document.walk():
        if len(one.kind) == 2 and one.kind[0] == "H" and one.kind[1].isdigit():
            level = int(one.kind[1])
            while above and above[-1][0] >= level:
                above.pop()
            above.append((level, min(level, above[-1][1] + 1 if above else 1)))
            one.kind = f"H{above[-1][1]}"


_RULES: dict[str, Callable[[Tree, Element], None]] = {
    "L": _list, "LI": _item, "Table": _table, "TR": _row, "TH": _heading_cell,
}  # fmt: skip
