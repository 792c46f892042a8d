"""What `editio check` looks for: each check is one decorated function that yields Findings.

A new check: a function in a module of this package, and one case folder in tests/checks/cases/.
A package declares checks of its own by an entry point `editio.checks`, the module that holds them.
"""

from editio.checks import (  # noqa: F401  # importing a module enters its checks
    addresses,
    aims,
    apparatus,
    brought,
    characters,
    choices,
    dates,
    differing,
    geography,
    header,
    ids,
    notes,
    pointers,
    quotation,
    registers,
    tokens,
    unlisted,
)

brought.enter()
