"""A Schematron schema whole: inclusions resolved, rules gathered that a RELAX NG schema carries.

Turns trees into one tree; what is in it is left to xslt/schematron/.
"""

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from editio.checks.schema.grammar import RNG
from editio.edition.beside.processing import OPENERS

SCH = "http://purl.oclc.org/dsdl/schematron"
_OLD = "http://www.ascc.net/xml/schematron"
_XSL = "http://www.w3.org/1999/XSL/Transform"
_TOP = tuple(
    f"{{{SCH}}}{name}" for name in ("ns", "let", "phase", "pattern", "rule", "diagnostics")
)

_LINE = "{urn:editio:ns}line"

Open = Callable[[str, str], etree._Element | None]


def whole(root: etree._Element, base: str, opened: Open) -> etree._Element | None:
    """Return the rules that a file holds as one schema, or nothing where it holds none.

    `opened` gives the root of another file by address and base, as a tree of its own.
    """
    tree = deepcopy(root)
    for element in tree.iter(*_TOP[3:5]):
        element.set(_LINE, str(element.sourceline))
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
        _without_ids(found)
        new = list(found) if extends or found.tag == f"{{{SCH}}}schema" else [found]
        at = parent.index(element)
        parent[at : at + 1] = new


_DOC = re.compile(r"""(?<![\w:-])(?:fn:)?(?:doc|document)\(\s*("[^"]*"|'[^']*')\s*\)""")
# What opens something, outside of what is quoted. Saxon need not call doc() to say that it exists.
_OPENS = re.compile(
    r"""("[^"]*"|'[^']*')|(?<![\w:.$-])(?:fn:|Q\{http://www\.w3\.org/2005/xpath-functions\})?"""
    rf"({OPENERS}|transform)\s*\("
)
# Instructions that open or write something, or hide what does.
_FOREIGN = frozenset((
    "evaluate", "import", "import-schema", "include", "result-document", "source-document",
    "use-package",
))  # fmt: skip
_NAMED = re.compile(r"(?<![\w-])(?:available-)?environment-variables?(?![\w-])|function-lookup")


def with_documents(schema: etree._Element, opened: Callable[[str], str]) -> None:
    """Replace doc('names.xml') by a variable that holds the document.

    No rule opens a file; those that a schema names in so many words are read for it. `opened`
    gives one as text, or nothing. What would open another fails (xslt/schematron/compile.xsl).
    """
    lets: dict[str, str] = {}

    def variable(call: re.Match[str]) -> str:
        name = call[1][1:-1]
        if name not in lets and (words := opened(name)):
            lets[name] = words
        return f"$editio-document-{list(lets).index(name)}" if name in lets else call[0]

    for element in schema.iter(etree.Element):
        for attribute, value in element.attrib.items():
            if "(" in str(value) and _OPENS.search(str(value)):
                read = _DOC.sub(variable, str(value))
                element.set(str(attribute), _OPENS.sub(_unopened, read))
    for number, words in enumerate(lets.values()):
        let = etree.Element(f"{{{SCH}}}let", name=f"editio-document-{number}")
        let.set("value", "parse-xml('" + words.replace("'", "''") + "')")
        schema.insert(0, let)


def _unopened(call: re.Match[str]) -> str:
    return call[1] or f"ed:{call[2]}("


@dataclass(frozen=True)
class Pattern:
    """What a pattern is called, and its line in the schema, or 0 where another file holds it."""

    name: str
    line: int


def patterns(xml: str) -> Iterator[Pattern]:
    """Name the patterns of a schema, but for those that are abstract, in order."""
    for pattern in _parsed(xml).iter(f"{{{SCH}}}pattern"):
        if pattern.get("abstract") not in {"true", "1"}:
            rule = pattern.find(f"{{{SCH}}}rule")
            parts = [pattern] if rule is None else [pattern, rule]
            names = (pattern.get("id"), *(one.get("context") for one in parts))
            lines = (int(one.get(_LINE, 0)) for one in parts)
            yield Pattern(f"“{next(filter(None, names), '?')}”", next(filter(None, lines), 0))


def refusal(xml: str) -> str:
    """Say why rules are not run though they are sound; nothing for others."""
    for element in _parsed(xml).iter(etree.Element):
        if element.tag == f"{{{SCH}}}pattern" and element.get("documents"):
            return "pattern/@documents cannot be run; check those files by themselves"
        name = etree.QName(element).localname
        if str(element.tag).startswith(f"{{{_XSL}}}") and name in _FOREIGN:
            return f"a rule may open and write nothing, and xsl:{name} does"
        for value in element.attrib.values():
            if _NAMED.search(str(value)):
                return "a rule may not ask for environment variables"
    return ""


def _parsed(xml: str) -> etree._Element:
    return etree.fromstring(xml, etree.XMLParser(collect_ids=False, huge_tree=True))


def _without_ids(tree: etree._Element) -> None:
    """Take the xml:id from a copy: a piece may be included more than once."""
    for element in tree.iter(etree.Element):
        element.attrib.pop("{http://www.w3.org/XML/1998/namespace}id", "")


def left_out(xml: str) -> str:
    """Name a file that a schema includes and that could not be opened, if there is one."""
    root = _parsed(xml)
    left = root.iter(f"{{{SCH}}}include", f"{{{SCH}}}extends")
    return next((href for one in left if (href := one.get("href"))), "")


def missing_phase(xml: str, phase: str) -> str:
    """Name the phase that is asked for, if the schema does not have it (ISO/IEC 19757-3)."""
    root = _parsed(xml)
    asked = root.get("defaultPhase", "") if phase in {"", "#DEFAULT"} else phase
    known = {one.get("id") for one in root.iter(f"{{{SCH}}}phase")}
    return "" if asked in {"", "#ALL", *known} else asked


def _ids(element: etree._Element) -> tuple[str | None, str | None]:
    return element.get("id"), element.get("{http://www.w3.org/XML/1998/namespace}id")
