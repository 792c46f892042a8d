"""The checks and how one is entered: a decorated function, whose docstring is its manual page.

A check of a document sees one Document; a check of the edition sees the Index of every file.
Both yield Findings, a place and the facts of the case; the words stand in the decorator.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from lxml import etree

from editio.checks.index import Corpus
from editio.checks.places import place_of
from editio.diagnostics import Diagnostic, diagnostic
from editio.diagnostics.codes import CODES, Severity, coded
from editio.edition.reading.source import Document


@dataclass(frozen=True)
class Finding:
    """One case of a fault: where it is, and the facts that fill its message and hint.

    `covers`: codes of other checks that would say the same, and less exactly.
    """

    file: str
    line: int
    column: int
    facts: Mapping[str, object] = field(default_factory=dict)
    covers: tuple[str, ...] = ()


DocumentCheck = Callable[[Document], Iterator[Finding]]
EditionCheck = Callable[[Corpus], Iterator[Finding]]
D = TypeVar("D", bound=DocumentCheck)
E = TypeVar("E", bound=EditionCheck)
S = TypeVar("S", Document, Corpus)

DOCUMENT_CHECKS: dict[str, DocumentCheck] = {}
EDITION_CHECKS: dict[str, EditionCheck] = {}


def document_check(code: str, severity: Severity, message: str, hint: str) -> Callable[[D], D]:
    """Enter a check that looks at one document by itself."""

    def enter(check: D) -> D:
        DOCUMENT_CHECKS[code] = coded(code, severity, message, hint)(check)
        return check

    return enter


def edition_check(code: str, severity: Severity, message: str, hint: str) -> Callable[[E], E]:
    """Enter a check that looks at all files together."""

    def enter(check: E) -> E:
        EDITION_CHECKS[code] = coded(code, severity, message, hint)(check)
        return check

    return enter


def here(
    document: Document, element: etree._Element, attribute: str = "", **facts: object
) -> Finding:
    """Make a Finding at an element, or at one of its attributes."""
    place = place_of(document, element, attribute)
    return Finding(document.file(element), *place, facts)


def told(code: str, finding: Finding) -> Diagnostic:
    """Put a Finding into the words of its code."""
    one = diagnostic(code, finding.file, finding.line, finding.column, **finding.facts)
    return replace(one, covers=finding.covers) if finding.covers else one


def check_document(document: Document) -> Iterator[Diagnostic]:
    """Run every check of a document."""
    for code, check in DOCUMENT_CHECKS.items():
        yield from _made(code, check, document, document.path)


def check_corpus(corpus: Corpus) -> Iterator[Diagnostic]:
    """Run every check of the edition."""
    for code, check in EDITION_CHECKS.items():
        yield from _made(code, check, corpus, ".")


def _made(
    code: str, check: Callable[[S], Iterator[Finding]], of: S, file: str
) -> Iterator[Diagnostic]:
    """Run a check; one of another package that fails is told as such (C016)."""
    try:
        yield from (told(code, finding) for finding in check(of))
    except Exception as error:
        package = check.__module__.partition(".")[0]
        if package == __name__.partition(".")[0]:
            raise
        reason = f"{type(error).__name__}: {error}"
        yield diagnostic("C016", file, what="checks", name=code, reason=reason, package=package)


def known(code: str) -> bool:
    """Whether there is such a code; importing this package has entered all of them."""
    return code in CODES
