"""Pointers that say in a formula what they mean: #xpath(…), #range(…), #string-range(…) and the
other schemes of TEI (Guidelines, chapter SA), #element(/1/2); or that name a page by its image.

Turns a text into one where such pointers lead to the element that they mean, or begin in.
"""

import re
from collections.abc import Iterator
from itertools import count

from editio.edition.reading.source import ED, TEI, XML_ID, Document
from lxml import etree

_SCHEME = re.compile(
    r"#(xpath\d?|xpointer|range|left|right|string-index|string-range|match|element)\((.*)\)"
)
_LONGEST = 500
# A text in quotation marks; a name with what stands before and after it.
_NAME = re.compile(
    r"""("[^"]*"|'[^']*')|(?<![\w@$:.-])([A-Za-z_][\w.-]*)(?!\s*\(|\s*::|:|[\w.-])"""
)
_AIM = f"{{{ED}}}aim"


def formulas(element: etree._Element) -> Iterator[str]:
    """Yield the pointers of an element that are written as formulas."""
    value = element.get("target", "").strip()
    if "(" in value:
        tokens = [value] if _SCHEME.fullmatch(value) else value.split()
        yield from (one for one in tokens if _SCHEME.fullmatch(one))


# The number of an image: #f0012, as the Deutsches Textarchiv writes it.
IMAGE = re.compile(r"#[A-Za-z_]{0,6}\d+")


def pages(root: etree._Element) -> dict[str, etree._Element]:
    """Return the pages by the numbers of their images, where these are no ids of the file."""
    named: dict[str, etree._Element] = {}
    for page in root.iter(f"{{{TEI}}}pb"):
        if IMAGE.fullmatch(image := page.get("facs", "").strip()):
            named.setdefault(image, page)
    given = {f"#{one.get(XML_ID)}" for one in root.iter(etree.Element)} if named else set()
    return named if given.isdisjoint(named) else {}


def aimed(document: Document) -> Document:
    """Return a text whose formulas are led to elements; those that hit nothing stay."""
    before = document.root
    if not (pages(before) or any(next(formulas(one), "") for one in before.iter(etree.Element))):
        return document
    root, numbers = document.copied(), count(1)
    by_image = pages(root)
    for element in root.iter(etree.Element):
        value = element.get("target", "")
        for formula in formulas(element):
            if (hit := found(root, formula)) is not None:
                value = value.replace(formula, f"#{_name(hit, numbers)}")
        if value.strip() in by_image:
            value = f"#{_name(by_image[value.strip()], numbers)}"
        if value != element.get("target", ""):
            element.set(f"{{{ED}}}target", value)
    return document.rewritten(root)


def _name(hit: etree._Element, numbers: Iterator[int]) -> str:
    """Return what leads to an element: its id, or a mark that it is given."""
    if given := hit.get(XML_ID):
        return given
    if _AIM not in hit.attrib:
        hit.set(_AIM, str(next(numbers)))
    return f"ed.aim.{hit.get(_AIM)}"


def found(root: etree._Element, formula: str) -> etree._Element | None:
    """Return the element that a formula means, or in which the stretch begins that it means."""
    scheme = _SCHEME.fullmatch(formula)
    if scheme is None or len(formula) > _LONGEST:
        return None
    name, inside = scheme[1], scheme[2].strip()
    if name == "element":
        return _by_steps(root, inside)
    if name.startswith("xp"):
        return _by_path(root, inside)
    first = _first_argument(inside)
    nested = found(root, f"#{first}")
    return nested if nested is not None else _by_path(root, first)


def _first_argument(inside: str) -> str:
    depth = 0
    for at, sign in enumerate(inside):
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and depth == 0:
            return inside[:at].strip()
    return inside


def _by_steps(root: etree._Element, steps: str) -> etree._Element | None:
    """Follow /1/2 or id/2: the first element, its second child."""
    start, *numbers = steps.split("/")
    here = _by_id(root, start) if start else None
    if not start and numbers:
        numbers = numbers[1:]
        here = root
    for one in numbers:
        children = [] if here is None else list(here.iterchildren(etree.Element))
        here = children[int(one) - 1] if one.isdigit() and 0 < int(one) <= len(children) else None
    return here


def _by_id(root: etree._Element, name: str) -> etree._Element | None:
    return next((one for one in root.iter(etree.Element) if one.get(XML_ID) == name), None)


def _by_path(root: etree._Element, path: str) -> etree._Element | None:
    """Evaluate a path; names without a prefix are TEI's. A bare name is an id."""
    if re.fullmatch(r"[\w.-]+", path) and (named := _by_id(root, path)) is not None:
        return named
    spaces = {prefix: uri for prefix, uri in root.nsmap.items() if prefix} | {"tei": TEI}
    try:
        hits = root.getroottree().xpath(_in_tei(path), namespaces=spaces)
    except (etree.XPathError, TypeError):
        return None
    first = next(iter(hits), None) if isinstance(hits, list) else None
    if isinstance(first, etree._Element):
        return first
    parent = getattr(first, "getparent", lambda: None)()  # text and attributes know theirs
    return parent if isinstance(parent, etree._Element) else None


def _in_tei(path: str) -> str:
    """Write the prefix of TEI before the names of elements, but not before operators."""

    def name(match: re.Match[str]) -> str:
        operand = re.search(r"[\w\])'\"*.]\s+$", path[: match.start()])
        if match[1] or (match[2] in {"and", "or", "mod", "div"} and operand):
            return match[0]
        return f"tei:{match[2]}"

    return _NAME.sub(name, path)
