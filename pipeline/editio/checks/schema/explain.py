"""What jing says about one file, as findings in an editor's words; one cause, one finding."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from lxml import etree

from editio.checks.registry import Finding, told
from editio.checks.schema.attributes import bad_value, missing_attribute, unknown_attribute
from editio.checks.schema.case import Case, Locator
from editio.checks.schema.elements import (
    incomplete_element,
    misplaced_element,
    misplaced_text,
    unknown_element,
)
from editio.checks.schema.grammar import Grammar
from editio.checks.schema.sequence import disordered_element
from editio.diagnostics import Diagnostic, diagnostic
from editio.edition.reading.source import Document
from editio.engines.jing import Message

# What jing says -> who puts it into words; the first that answers is taken.
_NAMED = r'element "([^"]+)"(?: from namespace "[^"]*")?'
_SPEAKERS: tuple[tuple[str, str, Callable[[Case], Finding | None]], ...] = (
    (rf"{_NAMED} not allowed", "S002", unknown_element),
    (rf"{_NAMED} not allowed", "S003", disordered_element),
    (rf"{_NAMED} not allowed yet; missing", "S004", incomplete_element),
    (rf"{_NAMED} not allowed", "S003", misplaced_element),
    (rf"{_NAMED} missing (?:one or more )?required attribute", "S006", missing_attribute),
    (r"text not allowed", "S008", misplaced_text),
    (r'(?:found )?attribute "[^"]+".* allowed here', "S005", unknown_attribute),
    (r'value of attribute "', "S007", bad_value),
    (rf"character content of {_NAMED} invalid", "S007", bad_value),
    (rf"empty content for {_NAMED} not allowed", "S007", bad_value),
    (rf"(?:{_NAMED})?", "S004", incomplete_element),
)

# What an edition's own schema may be made to allow.
_FURTHER = frozenset(("S002", "S005"))


def explain(
    document: Document, grammar: Grammar, messages: Iterable[Message], own: str = ""
) -> Iterator[Diagnostic]:
    """Put all that jing says of a document into words, without what follows from something told.
    `own`: what the schema is called, if it is the edition's own, which may be written further.
    """
    locator = Locator(document)
    seen: set[tuple[str, etree._Element, str]] = set()
    for message in messages:
        if message.level == "fatal":
            yield _unreadable(document, message)
            continue
        code, case, finding = _spoken(document, grammar, locator, message)
        parent = case.parent if case.parent is not None else case.element
        cause = _cause(code, case, parent, finding)
        if cause in seen or (code in {"S004", "S006"} and _rejected(case.element, seen)):
            continue
        seen |= {cause, (code, case.element, "itself")}
        if own and code in _FURTHER:
            advice = {"advice": f"{finding.facts['advice']} Schema: {own}."}
            finding = replace(finding, facts={**finding.facts, **advice})
        yield told(code, finding)


def _unreadable(document: Document, message: Message) -> Diagnostic:
    """Tell what the validator's own parser does not accept, though ours did."""
    advice = "Correct the markup here; the file was not validated."
    place = message.line, message.column
    return diagnostic("W001", document.path, *place, reason=message.text, advice=advice)


def _spoken(
    document: Document, grammar: Grammar, locator: Locator, message: Message
) -> tuple[str, Case, Finding]:
    for pattern, code, speaker in _SPEAKERS:
        if match := re.match(pattern, message.text):
            name = (match[1] or "") if match.re.groups else ""
            element, spot = locator.named(message, name), None
            if speaker is misplaced_text:
                element, spot = locator.holding(message)
            case = Case(message.text, element, document, grammar, spot)
            if finding := speaker(case):
                return code, case, finding
    raise AssertionError("the last speaker always answers")


def _cause(
    code: str, case: Case, parent: etree._Element, finding: Finding
) -> tuple[str, etree._Element, str]:
    """What a complaint comes from: an element out of place is one cause for all after it."""
    if code == "S003":
        return code, parent, f"{finding.line}:{finding.column}"
    if code in {"S005", "S007"}:
        return code, case.element, f"{finding.line}:{finding.column}"
    return code, case.element, ""


def _rejected(element: etree._Element, seen: set[tuple[str, etree._Element, str]]) -> bool:
    return any((code, element, "itself") in seen for code in ("S002", "S003"))
