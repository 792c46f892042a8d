"""Whether the structure tree of a PDF is what PDF/UA-1 asks for (ISO 14289-1, 7), as far as a
program can see it. A file says that it conforms only where nothing is found here.
"""

from collections import Counter
from collections.abc import Iterator

from editio.engines.paged.order import missing_cells
from editio.engines.paged.tree import Element, Tree

# What an element must stand in, and what it may hold.
_PARENTS = {
    "LI": {"L"}, "Lbl": {"LI", "Note", "TOCI"}, "LBody": {"LI"}, "TOCI": {"TOC"},
    "TR": {"Table", "THead", "TBody", "TFoot"}, "TH": {"TR"}, "TD": {"TR"},
    "THead": {"Table"}, "TBody": {"Table"}, "TFoot": {"Table"},
}  # fmt: skip
_KIDS = {
    "L": {"L", "LI", "Caption"}, "LI": {"Lbl", "LBody"}, "TOC": {"TOC", "TOCI", "Caption"},
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"}, "TR": {"TH", "TD"},
    "THead": {"TR"}, "TBody": {"TR"}, "TFoot": {"TR"},
}  # fmt: skip


def faults(tree: Tree) -> list[str]:
    """Return what is wrong with a tree, in words; nothing where it is sound."""
    return list(dict.fromkeys([*_nesting(tree.document, ""), *_each(tree), *_headings(tree)]))


def _nesting(element: Element, parent: str) -> Iterator[str]:
    """Yield what stands in an element that may not hold it, here and below; words are “content”."""
    kind = element.kind
    if parent not in _PARENTS.get(kind, {parent}):
        yield f"{kind} in {parent}"
    for kid in element.kids:
        inner = kid.kind if isinstance(kid, Element) else "content"
        if inner not in _KIDS.get(kind, {inner}):
            yield f"{inner} in {kind}"
        if isinstance(kid, Element):
            yield from _nesting(kid, kind)


def _each(tree: Tree) -> Iterator[str]:
    ids: Counter[bytes] = Counter()
    for one in tree.document.walk():
        if one.kind in {"Figure", "Formula"} and "Alt" not in one.data:
            yield "a picture without an alternative in words"
        if one.kind == "TH" and "Scope" not in one.data.get("A", {}):
            yield "a heading of a table that does not say of what"
        if one.kind == "Table" and any(missing_cells([r for r in one.walk() if r.kind == "TR"])):
            yield "a table whose rows are not equally wide"
        if one.kind != "Link" and any(isinstance(kid, bytes) for kid in one.kids):
            yield "a link that is not tagged as one"
        if one.kind == "Note":
            ids[one.data["ID"].data if "ID" in one.data else b""] += 1
    if any(not key or count > 1 for key, count in ids.items()):
        yield "notes that cannot be told apart"


def _headings(tree: Tree) -> Iterator[str]:
    before = 0
    for one in tree.document.walk():
        if len(one.kind) == 2 and one.kind[0] == "H" and one.kind[1].isdigit():
            if int(one.kind[1]) > before + 1:
                yield "a heading more than one level below the one before"
            before = int(one.kind[1])
