"""Elements in the wrong order, in an editor's words: where one that is allowed belongs (S003)."""

import re

from lxml import etree

from editio.checks.places import place_of
from editio.checks.registry import Finding
from editio.checks.schema.case import Case
from editio.checks.schema.names import common_first, listed, written
from editio.checks.schema.order import Stray, strays

_FAULTS = {
    "before": "must stand before <{other}> in <{around}>",
    "after": "must stand after <{other}> in <{around}>",
    "once": "may stand only once in <{around}>",
    "beside": "cannot stand beside <{other}> in <{around}>",
}
_ADVICE = {
    "before": "Move it before the <{other}> on line {line}{inside}.",
    "after": "Move it after the <{other}> on line {line}.",
    "once": "Line {line} has the first one. Merge the two, or delete one.",
    "beside": "Keep one of the two; the <{other}> is on line {line}.",
}


def disordered_element(case: Case) -> Finding | None:
    """Tell which child is out of place here, if the order of the children is the fault."""
    parent = case.parent
    if parent is None:
        return None
    named = case.element.tag in case.allowed.elements
    wrong = strays(case.grammar.order, parent, case.allowed.elements) if named else ()
    if not wrong:
        return None
    own = [one for one in wrong if case.element in {one.element, one.other}]
    return _told(case, (own or wrong)[0])


def _told(case: Case, stray: Stray) -> Finding:
    element, other = stray.element, stray.other
    words = {
        "name": written(str(element.tag)),
        "other": written(str(other.tag)),
        "around": written(str(getattr(case.parent, "tag", ""))),
        "line": case.document.at(other)[0],
        "inside": _inside(case, element),
    }
    fault, advice = _FAULTS[stray.place].format(**words), _ADVICE[stray.place].format(**words)
    facts = {"name": words["name"], "fault": fault, "advice": advice}
    place = place_of(case.document, element)
    return Finding(case.document.file(element), *place, facts)


def _inside(case: Case, element: etree._Element) -> str:
    """Offer the sibling just before, where it could hold the element."""
    before = _sibling(element, True)
    if before is None or element.tag not in case.grammar.holds(str(before.tag)):
        return ""
    return f", or put it into the <{written(str(before.tag))}> before it"


def unexpected_element(case: Case) -> Finding:
    """Tell what jing expected where no two children are out of order by themselves."""
    name, before = written(str(case.element.tag)), _sibling(case.element, True)
    around = written(str(getattr(case.parent, "tag", "")))
    place = "at the beginning of" if before is None else f"after <{written(str(before.tag))}> in"
    facts = {"name": name, "fault": f"is not allowed {place} <{around}>", "advice": _missing(case)}
    return Finding(case.file, *case.place(), facts)


def _missing(case: Case) -> str:
    """Say what must come first, and whether it comes too late, or what may stand here."""
    if "not allowed yet" not in case.text:
        return f"Expected here: {expected(case)}."
    after = _sibling(case.element)
    if after is not None and written(str(after.tag)) in _names(case):
        return _ADVICE["after"].format(
            other=written(str(after.tag)), line=case.document.at(after)[0]
        )
    return f"Put one of {listed(common_first(_names(case)), 5)} before it."


def _sibling(element: etree._Element, preceding: bool = False) -> etree._Element | None:
    return next(element.itersiblings(etree.Element, preceding=preceding), None)


def expected(case: Case) -> str:
    """What jing expects, the common names first."""
    names = [listed(common_first(_names(case)), 5)] if _names(case) else []
    return " or ".join([*names, *(["the end tag"] if "end-tag" in case.text else [])])


def _names(case: Case) -> list[str]:
    wanted = case.text.partition("expected")[2]
    return [one.rpartition(":")[2] for one in re.findall(r'"([^"]+)"', wanted)]
