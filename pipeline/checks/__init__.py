"""What `editio check` looks for: each check is one function from an Edition to Diagnostics.

A new check: a function in a module of this package, named in CHECKS.
"""

from collections.abc import Callable, Iterator

from pipeline.checks.elements import unknown_elements
from pipeline.checks.pointers import dangling_pointers, duplicate_ids
from pipeline.diagnostics import Diagnostic
from pipeline.edition import Edition

Check = Callable[[Edition], Iterator[Diagnostic]]

CHECKS: tuple[Check, ...] = (duplicate_ids, dangling_pointers, unknown_elements)


def check(edition: Edition) -> list[Diagnostic]:
    """Run every check; what they find is sorted by file, line and column."""
    return sorted(problem for one in CHECKS for problem in one(edition))
