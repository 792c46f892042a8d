"""What the rules treat: the elements that their patterns and lists name."""

import re

from editio.resources import XSLT
from lxml import etree

XSL = "{http://www.w3.org/1999/XSL/Transform}"
TEI = "{http://www.tei-c.org/ns/1.0}"
PREDICATE = re.compile(r"\[[^\[\]]*\]")
EACH = re.compile(r"ed:each\('([^']+)',\s*'([^']+)'")


def treated() -> set[str]:
    """Return the names of elements that rules name, in patterns or in lists."""
    found: set[str] = set(named())
    for file in (XSLT / "rules").glob("*.xsl"):
        for template in etree.parse(file).getroot().iter(f"{XSL}template"):
            if template.get("mode") == "ed:rules":
                found |= _matched(template.get("match", ""))
    return found


def named() -> dict[str, str]:
    """Return the elements that stand in lists -> what the list says of them."""
    lists = EACH.findall((XSLT / "rules" / "elements.xsl").read_text("utf-8"))
    return {name: reason for names, reason in lists for name in names.split()}


def _matched(pattern: str) -> set[str]:
    """Return the names in a match pattern, without what its predicates ask for."""
    while (shorter := PREDICATE.sub("", pattern)) != pattern:
        pattern = shorter
    return set(re.findall(r"(?<![\w$-])[A-Za-z]\w*(?=\s*(?:$|[|)/]))", pattern))
