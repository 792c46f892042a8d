"""What `editio check` looks for: each check is one decorated function that yields Findings.

A new check: a function in a module of this package, and one case folder in tests/checks/cases/.
"""

from pipeline.checks import (  # noqa: F401  # importing a module enters its checks
    apparatus,
    characters,
    dates,
    header,
    notes,
    pointers,
    quotation,
    registers,
)
from pipeline.checks.index import Corpus, index
from pipeline.checks.registry import check_corpus, check_document
from pipeline.diagnostics import Diagnostic
from pipeline.edition import Edition


def check(edition: Edition) -> list[Diagnostic]:
    """Run every check that needs nothing but the documents; sorted by file, line and column."""
    roles = {text.path: "text" for text in edition.texts}
    roles |= {register.path: "register" for register in edition.registers}
    files = {one.path: index(one, roles.get(one.path, "about")) for one in edition.documents}
    found = [problem for one in edition.documents for problem in check_document(one)]
    return sorted([*found, *check_corpus(Corpus(files))])
