"""Attributes and values that the schema does not allow (codes S005 to S007)."""

import re

from lxml import etree

from editio.checks.registry import Finding
from editio.checks.schema.case import Case
from editio.checks.schema.names import listed, nearest, written
from editio.diagnostics.codes import ERROR, coded

_FEW = 5  # elements that are worth naming
# Attributes an editor reaches for first, for lists that must be short.
_COMMON = (
    "when", "from", "to", "notBefore", "notAfter", "ref", "target", "who", "wit", "unit", "level",
    "key", "place", "reason", "quantity", "extent", "url", "scheme", "role", "subtype",
)  # fmt: skip
# What jing calls a datatype -> what an editor writes.
_WORDS = {
    r"\[\^\\p\{C\}\\p\{Z\}\]\+": "one word without spaces",
    r"an? ISO date|ISO month": "a date: YYYY, YYYY-MM or YYYY-MM-DD",
    r"RFC 3066": "a language tag such as en, de, la or el-Latn",
    r"XML name without colons|NCName|unqualified name": (
        "a name: begin with a letter, and use letters, digits, . - _"
    ),
    r"floating-point|decimal|integer": "a number",
    r"anyURI|a URI": "an address: no spaces",
    r"boolean": "true or false",
}


@coded(
    "S005",
    ERROR,
    "@{attribute} is not an attribute of <{name}>",
    "{advice}",
)
def unknown_attribute(case: Case) -> Finding | None:
    """Every attribute is one that the schema allows on its element.

    Wrong:
        <sp whom="#hamlet">
    Right:
        <sp who="#hamlet">
    """
    attribute = re.findall(r'attribute "([^"]+)"', case.text)[0]
    own = [written(one) for one in case.own.attributes]
    missed = attribute.rpartition(":")[2] if not attribute.startswith("xml:") else attribute
    free = (one for one in own if one not in case.element.attrib and one != missed)
    bearers = sorted(case.grammar.bearers(missed))
    if near := nearest(missed, free):
        advice = f"Did you mean @{near}?"
    elif bearers and len(bearers) <= _FEW:
        advice = f"It belongs on {listed(bearers)}."
    else:
        advice = _carried(case)
    facts = {"name": written(str(case.element.tag)), "attribute": attribute, "advice": advice}
    return _finding(case, f"@{attribute}", facts)


def _carried(case: Case) -> str:
    """Return what an element may carry: its own attributes, and how many there are besides."""
    known = case.own.attributes
    rare = [one for one in known if _is_rare(case, one)] or known
    names = sorted(map(written, rare), key=lambda one: (_rank(one), one))[:6]
    if not names:
        return "Delete it."
    more = len(known) - len(names)
    besides = f" The schema allows {more} other{'s' * (more > 1)} as well." if more else ""
    shown = ", ".join(f"@{one}" for one in names)
    return f"<{written(str(case.element.tag))}> may carry {shown}.{besides}"


def _rank(attribute: str) -> int:
    """How soon an editor reaches for an attribute."""
    return _COMMON.index(attribute) if attribute in _COMMON else len(_COMMON)


def _is_rare(case: Case, attribute: str) -> bool:
    """Whether fewer than half of the elements may carry an attribute."""
    return 2 * len(case.grammar.bearers(attribute)) < len(case.grammar.content)


@coded(
    "S006",
    ERROR,
    "<{name}> needs the attribute {attributes}",
    "Add {attributes} to the start tag.",
)
def missing_attribute(case: Case) -> Finding | None:
    """An element carries the attributes that the schema asks for.

    Wrong:
        <graphic/>
    Right:
        <graphic url="page1.jpg"/>
    """
    names = re.findall(r'"([^"]+)"', case.text.partition("missing")[2])
    attributes = ", ".join(f"@{one}" for one in names)
    return _finding(case, "", {"name": written(str(case.element.tag)), "attributes": attributes})


@coded(
    "S007",
    ERROR,
    "“{value}” is not a value of {subject}",
    "{advice}",
)
def bad_value(case: Case) -> Finding | None:
    """The value of an attribute is one that the schema allows.

    Wrong:
        <availability status="fre">
    Right:
        <availability status="free">
    """
    element = case.element
    found = re.match(r'value of attribute "([^"]+)"', case.text)
    attribute = found[1] if found else ""
    value = _value(element, attribute) if attribute else "".join(map(str, element.itertext()))
    subject = f"@{attribute}" if attribute else f"<{written(str(element.tag))}>"
    wanted = case.text.partition("; ")[2]
    facts = {"value": " ".join(value.split()), "subject": subject, "advice": _advice(value, wanted)}
    return _finding(case, attribute, facts)


def _value(element: etree._Element, attribute: str) -> str:
    name = attribute.rpartition(":")[2]
    return next((str(v) for a, v in element.attrib.items() if written(str(a)).endswith(name)), "")


def _advice(value: str, wanted: str) -> str:
    """Cut what jing lists to what helps: the nearest value, the values, or the kind in words."""
    values = re.findall(r'"([^"]*)"', wanted.partition("equal to")[2])
    near = nearest(value, values)
    shown = ", ".join(values[:12]) + (f" and {len(values) - 12} more" if len(values) > 12 else "")
    if values and any(values):
        return f"Did you mean “{near}”? Values are: {shown}." if near else f"Values are: {shown}."
    for pattern, words in _WORDS.items():
        if re.search(pattern, wanted):
            return f"Write {words}."
    return f"It {wanted}." if wanted else "Look up in the schema what it may be."


def _finding(case: Case, attribute: str, facts: dict[str, str]) -> Finding:
    return Finding(case.file, *case.place(attribute), facts)
