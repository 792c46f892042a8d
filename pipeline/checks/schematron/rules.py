"""A Schematron schema whole: inclusions resolved, rules gathered that a RELAX NG schema carries.

Turns trees into one tree; what is in it is left to xslt/schematron/.
"""

from collections.abc import Callable
from copy import deepcopy

from lxml import etree

from pipeline.checks.schema.grammar import RNG

SCH = "http://purl.oclc.org/dsdl/schematron"
_OLD = "http://www.ascc.net/xml/schematron"
_XSL = "http://www.w3.org/1999/XSL/Transform"
_TOP = tuple(
    f"{{{SCH}}}{name}" for name in ("ns", "let", "phase", "pattern", "rule", "diagnostics")
)

Open = Callable[[str, str], etree._Element | None]


def whole(root: etree._Element, base: str, opened: Open) -> etree._Element | None:
    """Give the rules that a file holds as one schema, or nothing where it holds none.

    `opened` gives the root of another file by address and base, as a tree of its own.
    """
    tree = deepcopy(root)
    for element in tree.iter(f"{{{_OLD}}}*"):
        element.tag = f"{{{SCH}}}{etree.QName(element).localname}"
    schema = tree if tree.tag == f"{{{SCH}}}schema" else _embedded(tree, base, opened)
    if schema is not None:
        _resolve(schema, base, opened, 0)
    return schema


def _embedded(root: etree._Element, base: str, opened: Open) -> etree._Element | None:
    """Gather the Schematron in a RELAX NG schema and in what it includes (ISO/IEC 19757-3, C)."""
    schema = etree.Element(f"{{{SCH}}}schema", nsmap={"sch": SCH}, queryBinding="xslt2")
    trees = [root]
    for tree in trees:
        for include in tree.iter(f"{{{RNG}}}include", f"{{{RNG}}}externalRef"):
            found = opened(include.get("href", ""), tree.base or base) if len(trees) < 100 else None
            trees += [] if found is None else [found]
        for element in tree.iter(*_TOP, f"{{{_XSL}}}key", f"{{{_XSL}}}function"):
            if not _is_schematron(element.getparent()):
                _take(element, schema)
    return schema if len(schema) else None


def _is_schematron(element: etree._Element | None) -> bool:
    return element is not None and str(element.tag).startswith((f"{{{SCH}}}", f"{{{_XSL}}}"))


def _take(element: etree._Element, schema: etree._Element) -> None:
    """Copy one piece to the schema; a rule that stands alone gets a pattern of its own."""
    copied = deepcopy(element)
    copied.tail = None
    place = schema
    if element.tag == f"{{{SCH}}}rule":
        place = etree.SubElement(schema, f"{{{SCH}}}pattern")
    place.append(copied)


def _resolve(tree: etree._Element, base: str, opened: Open, depth: int) -> None:
    """Put what sch:include and sch:extends name in their place."""
    for element in list(tree.iter(f"{{{SCH}}}include", f"{{{SCH}}}extends")):
        parent, href = element.getparent(), element.get("href", "")
        if parent is None or not href or depth > 20:
            continue
        address, _, name = href.partition("#")
        found = opened(address, base)
        if found is not None and name:
            found = next(
                (one for one in found.iter(etree.Element) if name in _ids(one)),
                None,
            )
        if found is None:
            continue
        found = deepcopy(found)
        found.tail = None
        _resolve(found, found.base or base, opened, depth + 1)
        extends = element.tag == f"{{{SCH}}}extends"
        new = list(found) if extends or found.tag == f"{{{SCH}}}schema" else [found]
        at = parent.index(element)
        parent[at : at + 1] = new


def left_out(xml: str) -> str:
    """Name a file that a schema includes and that could not be opened, if there is one."""
    root = etree.fromstring(xml)
    left = root.iter(f"{{{SCH}}}include", f"{{{SCH}}}extends")
    return next((href for one in left if (href := one.get("href"))), "")


def missing_phase(xml: str, phase: str) -> str:
    """Name the phase that is asked for, if the schema does not have it (ISO/IEC 19757-3)."""
    root = etree.fromstring(xml)
    asked = root.get("defaultPhase", "") if phase in {"", "#DEFAULT"} else phase
    known = {one.get("id") for one in root.iter(f"{{{SCH}}}phase")}
    return "" if asked in {"", "#ALL", *known} else asked


def _ids(element: etree._Element) -> tuple[str | None, str | None]:
    return element.get("id"), element.get("{http://www.w3.org/XML/1998/namespace}id")
