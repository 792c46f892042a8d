"""Elements that the rules do not know: published as plain words, told once a name and text."""

from collections.abc import Iterator

from pipeline.diagnostics import Diagnostic
from pipeline.edition import Edition
from pipeline.render import behaviours


def unknown_elements(edition: Edition) -> Iterator[Diagnostic]:
    """T001: every element of a text has a rule in xslt/rules/."""
    for text in edition.texts:
        yield from behaviours(text.path, text.xml).diagnostics
