"""Rules run on documents: a schema is transpiled and compiled once, each finding gets its place.

Turns a schema and a Document into Diagnostics; the rules' own words are the message.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from lxml import etree

from editio.checks.places import place_of
from editio.checks.registry import Finding
from editio.checks.schematron.findings import (
    broken_advice,
    broken_hint,
    broken_rule,
    endless_rules,
    failing_rule,
)
from editio.checks.schematron.rules import left_out, missing_phase, patterns, refusal
from editio.diagnostics import Diagnostic
from editio.edition.config.judgement import TIME_LIMIT
from editio.edition.reading.copies import plain
from editio.edition.reading.source import Document
from editio.engines.apart import Apart, DiedError, TooLongError
from editio.engines.saxon import TransformError
from editio.engines.schematron import Raw, Rules, at_fault, compiled, one_pattern, raw, reason

A = TypeVar("A")
# How grave a rule is, as it says; a rule that says nothing, or something else, is one to be kept.
_TOLD: dict[str, Callable[[Finding], Diagnostic]] = {
    **dict.fromkeys(("warning", "warn", "nonfatal"), broken_advice),
    **dict.fromkeys(("info", "information", "informative", "hint", "note"), broken_hint),
}
# A rule that repeats a check of ours names it, so that one fault is told once: see="editio:A005".
_SAME = re.compile(r"\beditio:([A-Z]\d{3})")
_STEP = re.compile(r"/(@?)(?:Q\{([^}]*)\})?([\w.-]+)(?:\[(\d+)\])?|/[^/]+")
_START = 60.0  # seconds for the compilation of a schema
_SHARE = 5.0  # seconds for a pattern, when the one is looked for that does not end
# Rules by their key, and what is told of them on every text once they did not end on one.
_ENDLESS: dict[str, Diagnostic] = {}
_APART = Apart()
# Which process apart has compiled which rules; with each document their key alone is sent.
_COMPILED: set[tuple[int, str]] = set()


@lru_cache(maxsize=64)
def unusable(rules: Rules) -> str:
    """Return in words why rules cannot be used, or nothing."""
    if unsound := _unsound(rules):
        return unsound
    try:
        return _APART.call(compiled, rules, seconds=_START)
    except TooLongError:
        return f"they cannot be compiled within {_seconds(_START)}"
    except DiedError:
        return "the process that compiles them dies of them"


def _unsound(rules: Rules) -> str:
    """Return in words why rules are not so much as compiled, or nothing."""
    if missing := left_out(rules.xml):
        return f"it includes {missing}, which is not there"
    if refused := refusal(rules.xml):
        return refused
    if phase := missing_phase(rules.xml, rules.phase):
        return f"it has no phase “{phase}”"
    return ""


def place_of_fault(rules: Rules, files: Mapping[Path, etree._Element]) -> tuple[Path, int] | None:
    """Return file and line of the expression for which rules cannot be used, of the file that holds
    them and of those that it includes; nothing where it is in none.
    """
    if _unsound(rules):
        return None
    try:
        expression = " ".join(_APART.call(at_fault, rules, seconds=_START).split())
    except (DiedError, TooLongError):
        return None
    denied = expression.removeprefix("not(").removesuffix(")")
    for path, root in files.items():
        for element in root.iter(etree.Element):
            said = {" ".join(str(value).split()) for value in element.attrib.values()} - {""}
            if expression in said or (denied != expression and denied in said):
                return path, int(str(element.sourceline or 1))
    return None


def forget() -> None:
    """Begin anew: rules that did not end may have been given other texts."""
    _ENDLESS.clear()


def check(document: Document, rules: Rules, limit: float = TIME_LIMIT) -> Iterator[Diagnostic]:
    """Run rules that can be used on one document."""
    if rules.key in _ENDLESS:
        yield _ENDLESS[rules.key]
        return
    xml = plain(document)
    try:
        found = _timed(raw, rules, xml, seconds=limit)
    except TransformError as error:
        yield _failing(document, rules, reason(str(error)))
    except DiedError:
        yield _failing(document, rules, "the process that runs it died of it")
    except TooLongError:
        _ENDLESS[rules.key] = _endless(document, rules, xml, limit)
        yield _ENDLESS[rules.key]
    else:
        yield from (_diagnostic(document, rules, one) for one in found)


def _timed(function: Callable[..., A], rules: Rules, *rest: object, seconds: float) -> A:
    """Run compiled rules; that a process apart may have to compile them first does not count."""
    if (there := (_APART.generation, rules.key)) not in _COMPILED:
        _APART.call(compiled, rules, seconds=_START)
        _COMPILED.add(there)
    return _APART.call(function, rules.key, *rest, seconds=seconds)


def _failing(document: Document, rules: Rules, message: str) -> Diagnostic:
    facts = {"message": message, "shown": rules.shown, "hint": "see the rule."}
    return failing_rule(Finding(document.path, 1, 1, facts))


def _endless(document: Document, rules: Rules, xml: str, limit: float) -> Diagnostic:
    """Say that rules did not end on a document, and which of their patterns it was: each is run
    alone, for a few seconds. The rules as a whole are named where each of them ends.
    """
    what, line = "these rules", 0
    for number, pattern in enumerate(patterns(rules.xml)):
        try:
            _timed(one_pattern, rules, xml, number, seconds=min(limit, _SHARE))
        except TransformError:  # it failed, and so it ended
            continue
        except (TooLongError, DiedError):
            what, line = f"the pattern {pattern.name}", pattern.line
            break
    facts = {"what": what, "seconds": _seconds(limit), "text": document.path}
    return endless_rules(Finding(rules.shown, line, 1 if line else 0, facts))


def _seconds(limit: float) -> str:
    return "a second" if limit == 1 else f"{limit:g} seconds"


def _diagnostic(document: Document, rules: Rules, one: Raw) -> Diagnostic:
    hint = " ".join(one.words[1:])
    if one.role == "failed":
        facts = {"message": one.words[0], "shown": rules.shown, "hint": hint}
        return failing_rule(Finding(*_place(document, one.path), facts))
    named = f" “{one.rule}”" if one.rule and len(one.rule) < 40 else ""  # longer: by machines
    facts = {"message": one.words[0], "hint": hint or f"This is the rule{named} of {rules.shown}."}
    tell = _TOLD.get(one.role, broken_rule)
    told = tell(Finding(*_place(document, one.path), facts))
    return replace(told, same=tuple(_SAME.findall(one.see)))


def _place(document: Document, path: str) -> tuple[str, int, int]:
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
    return document.file(at), *place_of(document, at, attribute)
