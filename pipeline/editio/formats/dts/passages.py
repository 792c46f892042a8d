"""Units of a text to the part of the TEI that holds them, in a dts:wrapper."""

from collections.abc import Callable
from copy import deepcopy

from lxml import etree

from editio.edition.reading.source import TEI
from editio.formats.dts.trees import Tree

DTS = "https://w3id.org/api/dts#"
Spans = dict[etree._Element, tuple[int, int]]


def whole(root: etree._Element) -> bytes:
    """Return a whole text."""
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, with_tail=False) + b"\n"


def passage(tree: Tree, first: int, last: int, spans: Callable[[], Spans]) -> bytes:
    """Return what stands from unit `first` to the end of unit `last`."""
    wrapper = etree.Element(f"{{{DTS}}}wrapper", nsmap={"dts": DTS})
    element = tree.units[first].element
    wrapper.append(
        _alone(element)
        if first == last and not _is_mark(element)
        else _between(tree, first, last, spans())
    )
    return whole(_in_tei(wrapper))


def _alone(element: etree._Element) -> etree._Element:
    copy = deepcopy(element)
    copy.tail = None
    return copy


def _between(tree: Tree, first: int, last: int, spans: Spans) -> etree._Element:
    start, end = tree.units[first].element, tree.units[last].element
    if _is_mark(end):
        return _cut(_text_of(start), spans[start][0], _stop(tree, last, spans), spans, None)
    return _cut(_shared(start, end), spans[start][0], spans[end][1] + 1, spans, end)


def _in_tei(wrapper: etree._Element) -> etree._Element:
    root = etree.Element(f"{{{TEI}}}TEI", nsmap={None: TEI})  # type: ignore[dict-item]
    root.append(wrapper)
    return root


def spans(root: etree._Element) -> Spans:
    """Return, for each element, its place in the document and that of the last one within it."""
    found = {element: (at, at) for at, element in enumerate(root.iter(etree.Element))}
    for element in reversed(list(found)):
        parent = element.getparent()
        if parent is not None:
            found[parent] = (found[parent][0], max(found[parent][1], found[element][1]))
    return found


def _is_mark(element: etree._Element) -> bool:
    """A unit that is a mere mark (a page beginning) goes on to the next one."""
    return len(element) == 0 and not (element.text or "").strip()


def _stop(tree: Tree, last: int, spans: Spans) -> int:
    """Return the place where a mark's passage ends: at the next mark, or with the text."""
    following = [
        spans[one.element][0]
        for one in tree.units[last + 1 :]
        if one.level <= tree.units[last].level
    ]
    return following[0] if following else spans[_text_of(tree.units[last].element)][1] + 1


def _text_of(element: etree._Element) -> etree._Element:
    texts = [one for one in element.iterancestors() if one.tag == f"{{{TEI}}}text"]
    return texts[-1] if texts else element.getroottree().getroot()


def _shared(start: etree._Element, end: etree._Element) -> etree._Element:
    """Return the nearest element that holds both, or is both."""
    if start is end:
        return start
    above = {start, *start.iterancestors()}
    return next(one for one in (end, *end.iterancestors()) if one in above)


def _cut(
    element: etree._Element,
    begin: int,
    limit: int,
    spans: Spans,
    end: etree._Element | None,
) -> etree._Element:
    """Copy what lies in [begin, limit): elements around it keep attributes, not words."""
    first, last = spans[element]
    if begin <= first and (last < limit or element is end):
        copy = deepcopy(element)
    else:
        copy = _empty(element)
        copy.text = element.text if begin <= first < limit else None
        for child in element.iterchildren(etree.Element):
            low, high = spans[child]
            if high >= begin and low < limit:
                part = _cut(child, begin, limit, spans, end)
                part.tail = child.tail if high < limit and child is not end else None
                copy.append(part)
    copy.tail = None
    return copy


def _empty(element: etree._Element) -> etree._Element:
    copy = deepcopy(element)
    for child in list(copy):
        copy.remove(child)
    return copy
