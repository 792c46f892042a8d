"""Elements and text that the schema does not allow where they stand (codes S002 to S004, S008)."""

import re

from lxml import etree

from editio.checks.registry import Finding
from editio.checks.schema.case import Case
from editio.checks.schema.grammar import Content
from editio.checks.schema.names import common_first, homes, listed, nearest, written
from editio.checks.schema.sequence import expected, unexpected_element
from editio.diagnostics.codes import ERROR, coded

_FEW = 12  # parents of which one may be the right one


@coded(
    "S002",
    ERROR,
    "<{name}> is not an element of the schema{where}",
    "{advice}",
)
def unknown_element(case: Case) -> Finding | None:
    """Every element is one that the schema knows; upper and lower case count.

    Wrong:
        <persname>Bukharin</persname>
    Right:
        <persName>Bukharin</persName>
    """
    tag = str(case.element.tag)
    if tag in case.grammar.content:
        return None
    names = {written(one): one for one in case.grammar.content}
    allowed = case.allowed
    near = nearest(written(tag), map(written, allowed.elements)) or nearest(written(tag), names)
    own = etree.QName(case.element).namespace or ""
    where = f": it is in the namespace “{own}”" if own else ": it is in no namespace"
    if near == written(tag):
        space = names[near][1:].partition("}")[0]
        advice = f'Write xmlns="{space}" on it or on the root element.'
    else:
        where = "" if any(one.startswith(f"{{{own}}}") for one in names.values()) else where
        advice = f"Did you mean <{near}>?" if near else _may_stand(case, allowed)
    return _finding(case, name=written(tag), where=where, advice=advice)


@coded(
    "S003",
    ERROR,
    "<{name}> {fault}",
    "{advice}",
)
def misplaced_element(case: Case) -> Finding | None:
    """Every element stands where the schema allows it, and in the order that the schema asks for.

    Wrong:
        <p>Dear <salute>Sir</salute></p>
    Right:
        <opener><salute>Dear Sir</salute></opener>
    """
    name, parent = str(case.element.tag), case.parent
    if name in case.allowed.elements:
        return unexpected_element(case)
    if parent is None:
        where, advice = "as the root element", f"The root is {expected(case)}."
    else:
        where, fitting = f"in <{written(str(parent.tag))}>", homes(case.grammar, case.element)
        everywhere = len(case.grammar.parents(name)) > _FEW  # no one place is the right one
        advice = f"It belongs in {listed(fitting)}." if fitting else "The schema has no place."
        advice = _may_stand(case, case.allowed) if everywhere else advice
    return _finding(case, name=written(name), fault=f"is not allowed {where}", advice=advice)


@coded(
    "S004",
    ERROR,
    "<{name}> is not complete: {missing}",
    "{advice}",
)
def incomplete_element(case: Case) -> Finding | None:
    """An element has the parts that the schema asks for.

    Wrong:
        <row/>
    Right:
        <row><cell>1964</cell></row>
    """
    parts = re.findall(r'"([^"]+)"', case.text.partition(";")[2])
    parts = [one.rpartition(":")[2] for one in parts]
    if "yet; missing" in case.text and case.parent is not None:
        before = written(str(case.element.tag))
        around = written(str(case.parent.tag))
        advice = f"Put {listed(parts)} before <{before}>."
        facts = {"name": around, "missing": f"{listed(parts)} is missing", "advice": advice}
        return _finding(case, _covered(parts), **facts)
    name = written(str(case.element.tag))
    if "missing required" in case.text:
        advice = f"Add {listed(parts)} to <{name}>."
        facts = {"name": name, "missing": f"{listed(parts)} is missing", "advice": advice}
        return _finding(case, _covered(parts), **facts)
    ranked = common_first(frozenset(parts))
    text = "text or " if "text" in case.text.partition(";")[2].split('"')[0] else ""
    advice = f"It may hold {text}{listed(ranked)}." if ranked else "Put text into it."
    facts = {"name": name, "missing": "something must stand in it", "advice": advice}
    return _finding(case, _covered([*parts, name]), **facts)


@coded(
    "S008",
    ERROR,
    "text is not allowed directly in <{name}>",
    "{advice}",
)
def misplaced_text(case: Case) -> Finding | None:
    """Text stands in elements that may hold text, such as p, head, item, l.

    Wrong:
        <div>It began in 1921.</div>
    Right:
        <div><p>It began in 1921.</p></div>
    """
    bearing = frozenset(
        one for one in case.own.elements if case.grammar.content.get(one, Content()).text
    )
    shown = listed(common_first(bearing), 5)
    advice = f"Put it into {shown}." if shown else "Delete it, or put it where text may stand."
    return _finding(case, name=written(str(case.element.tag)), advice=advice)


def _may_stand(case: Case, allowed: Content) -> str:
    shown = listed(common_first(allowed.elements))
    around = written(str(getattr(case.parent, "tag", "")))
    return f"In <{around}> may stand {shown}." if shown else "Look the name up in the schema."


# A part of the header that is missing -> the check that asks for it.
_COVERED = {
    "title": "H001", "titleStmt": "H001", "publicationStmt": "H002", "sourceDesc": "H004",
}  # fmt: skip


def _covered(parts: list[str]) -> tuple[str, ...]:
    return tuple(_COVERED[one] for one in parts if one in _COVERED)


def _finding(case: Case, covers: tuple[str, ...] = (), **facts: object) -> Finding:
    return Finding(case.file, *case.place(), facts, covers)
