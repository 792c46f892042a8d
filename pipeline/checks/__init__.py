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
