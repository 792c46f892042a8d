"""Rules run on documents: a schema is transpiled and compiled once, each finding gets its place.

Turns a schema and a Document into Diagnostics; the rules' own words are the message.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from lxml import etree

from pipeline.checks.places import place_of
from pipeline.checks.registry import Finding, told
from pipeline.checks.schematron.rules import left_out, missing_phase
from pipeline.codes import ERROR, WARNING, coded
from pipeline.diagnostics import Diagnostic
from pipeline.project import XSLT
from pipeline.saxon import EDITIO, Engine, Node, TransformError, engine
from pipeline.source import Document

_WARNINGS = frozenset(
    {"warning", "warn", "info", "information", "informative", "nonfatal", "hint", "note"}
)
# A rule that repeats a check of ours names it, so that one fault is told once: see="editio:A005".
_SAME = re.compile(r"\beditio:([A-Z]\d{3})")
_STEP = re.compile(r"/(@?)(?:Q\{([^}]*)\})?([\w.-]+)(?:\[(\d+)\])?|/[^/]+")
_STAMPED = re.compile(rf' xmlns:([\w.-]+)="{EDITIO}"')


@dataclass(frozen=True)
class Rules:
    """One schema as XML text, the phase to check, and how it is called in messages."""

    xml: str
    shown: str
    phase: str = ""

    @property
    def key(self) -> str:
        """What the compiled stylesheet is filed under."""
        return hashlib.sha256(f"{self.phase} {self.xml}".encode()).hexdigest()


@coded("R001", ERROR, "{message}", "{hint}")
def broken_rule(finding: Finding) -> Diagnostic:
    """A rule of the project's own Schematron is broken; the words are those of its author.

    Wrong:
        <pb n="3"/> … <pb n="3"/>, where a rule says that a page begins once
    Right:
        <pb n="3"/> … <pb n="4"/>
    """
    return told("R001", finding)


@coded("R002", WARNING, "{message}", "{hint}")
def broken_advice(finding: Finding) -> Diagnostic:
    """A rule with role="warning" or "information" is not kept.

    Wrong:
        <p rend="bold">, where a rule with role="warning" asks for <hi>
    Right:
        <p><hi rend="bold">…</hi></p>
    """
    return told("R002", finding)


@coded(
    "R003",
    ERROR,
    "the rule cannot be tested here: {message}",
    "Mend the test in {shown}: {hint}",
)
def failing_rule(finding: Finding) -> Diagnostic:
    """The test of a Schematron rule fails with an error of its own on this element.

    Usually it gets several values where it can take one, or text where it needs a number. The
    other rules are checked all the same.

    Wrong:
        <sch:assert test="xs:date(@when) le current-date()">, where @when is 1964
    Right:
        <sch:assert test="not(@when castable as xs:date) or xs:date(@when) le current-date()">
    """
    return told("R003", finding)


@coded(
    "R004",
    ERROR,
    "these Schematron rules cannot be used: {reason}",
    "Mend the schema; files are checked by everything else meanwhile.",
)
def faulty_rules(shown: str, reason: str) -> Diagnostic:
    """A Schematron schema is faulty: an expression that is no XPath, a name that is not declared.

    Wrong:
        <sch:assert test="tei:p[">
    Right:
        <sch:assert test="tei:p">, with <sch:ns prefix="tei" uri="http://www.tei-c.org/ns/1.0"/>
    """
    return told("R004", Finding(shown, 0, 0, {"reason": reason}))


def _here() -> Engine:
    return engine(XSLT, ("schematron/transpile",))


@lru_cache(maxsize=64)
def prepared(rules: Rules) -> str:
    """Compile rules in this process, once; in words why that is not possible, or nothing."""
    if missing := left_out(rules.xml):
        return f"it includes {missing}, which is not there"
    if phase := missing_phase(rules.xml, rules.phase):
        return f"it has no phase “{phase}”"
    try:
        parameters = {"phase": rules.phase or "#DEFAULT"}
        schema = _here().parse(rules.xml)
        made = _here().run("schematron/transpile", schema, "transpile", parameters).value.head
        _here().make(rules.key, str(made))
    except TransformError as error:
        return _reason(str(error))
    return ""


def _reason(said: str) -> str:
    """Cut what Saxon says to its first sentence."""
    lines = [line.strip() for line in said.splitlines()]
    codes = [line for line in lines if re.match(r"X[PTQS]\w{2}\d{4}|F\w{3}\d{4}", line)]
    words = codes[0] if codes else " ".join(one for one in lines[:3] if one)
    return re.sub(r"\s+", " ", re.sub(r"^[0-9a-f]{64}: ", "", words))[:300]


def check(document: Document, rules: Rules) -> Iterator[Diagnostic]:
    """Run rules that could be prepared on one document."""
    node = _here().parse(plain(document))
    try:
        found = _here().run(rules.key, node, "schematron").value.head
    except TransformError as error:
        facts = {"message": _reason(str(error)), "shown": rules.shown, "hint": "see the rule."}
        yield failing_rule(Finding(document.path, 1, 1, facts))
        return
    for one in _children(found, "finding"):
        yield _diagnostic(document, rules, one)


def plain(document: Document) -> str:
    """Give the document as its author wrote it: without our stamps, which no rule may see."""
    before = "".join(
        etree.tostring(node, encoding="unicode", with_tail=False)
        for node in reversed(list(document.root.itersiblings(preceding=True)))
    )
    stamped = _STAMPED.search(document.xml)
    if stamped is None:
        return before + document.xml
    xml = document.xml.replace(stamped[0], "", 1)
    return before + re.sub(rf' {stamped[1]}:(?:at|id)="[^"]*"', "", xml)


def _diagnostic(document: Document, rules: Rules, one: Node) -> Diagnostic:
    path = one.get_attribute_value("path") or ""
    role = one.get_attribute_value("role") or ""
    rule = one.get_attribute_value("rule") or ""
    words = [" ".join(str(child.string_value).split()) for child in one.children if child.name]
    hint = " ".join(words[1:])
    if role == "failed":
        facts = {"message": words[0], "shown": rules.shown, "hint": hint}
        return failing_rule(Finding(document.path, *_place(document, path), facts))
    named = f" “{rule}”" if rule and len(rule) < 40 else ""  # longer ones are made by machines
    facts = {"message": words[0], "hint": hint or f"This is the rule{named} of {rules.shown}."}
    tell = broken_advice if role in _WARNINGS else broken_rule
    told = tell(Finding(document.path, *_place(document, path), facts))
    return replace(told, same=tuple(_SAME.findall(one.get_attribute_value("see") or "")))


def _children(element: Node, name: str) -> Iterator[Node]:
    return (one for one in element.children if one.name == f"Q{{{EDITIO}}}{name}")


def _place(document: Document, path: str) -> tuple[int, int]:
    """Follow a path as fn:path() writes it down the tree."""
    at, attribute, root = document.root, "", True
    for match in _STEP.finditer(path):
        sign, namespace, name, number = match.groups()
        if sign:
            xml = namespace == "http://www.w3.org/XML/1998/namespace"
            attribute = f"xml:{name}" if xml else name
        elif name and not root:
            tag = f"{{{namespace}}}{name}" if namespace else name
            at = next(
                (one for place, one in enumerate(at.iterchildren(tag), 1) if place == int(number)),
                at,
            )
        root = root and not name
    return place_of(document, at, attribute)
