"""Pointers written as formulas hit something."""

from collections.abc import Iterator

from editio.checks.bearers import bearers
from editio.checks.registry import Finding, document_check, here
from editio.diagnostics.codes import WARNING
from editio.edition.reading.source import Document
from editio.edition.registers import aims


@document_check(
    "P043",
    WARNING,
    "“{formula}” finds nothing in this file",
    "Give the element that is meant an xml:id, and point to it with #id.",
)
def formulas_without_a_hit(document: Document) -> Iterator[Finding]:
    """A pointer with a scheme such as #xpath(…), #range(…) or #string-range(…) finds its element.

    Names without a prefix are taken for those of TEI. Of a range the element in which it begins is
    what the link leads to.

    Wrong:
        <ref target="#xpath(//div[9])">, where there are two divisions
    Right:
        <ref target="#xpath(//div[2])"> or <ref target="#d2">
    """
    for element in bearers(document.root, "target"):
        for formula in aims.formulas(element):
            if aims.found(document.root, formula) is None:
                yield here(document, element, "target", formula=formula)
