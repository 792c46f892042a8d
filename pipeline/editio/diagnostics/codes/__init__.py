"""Every kind of problem that editio knows, by code.

Those of reading, transforming, output and configuration are listed in modules of this package;
those of a check stand above the function that makes it (`coded`), whose docstring is the manual.
"""

import re
from collections.abc import Callable
from inspect import getdoc
from typing import TypeVar

from editio.diagnostics.codes.code import ERROR, HINT, LETTERS, WARNING, Code, Severity
from editio.diagnostics.codes.configuration import CONFIGURATION
from editio.diagnostics.codes.conservation import CONSERVATION
from editio.diagnostics.codes.output import OUTPUT
from editio.diagnostics.codes.pictures import PICTURES
from editio.diagnostics.codes.reading import READING

__all__ = ["CODES", "ERROR", "HINT", "LETTERS", "WARNING", "Code", "Severity", "coded"]

F = TypeVar("F", bound=Callable[..., object])

_LISTED = (*READING, *OUTPUT, *CONSERVATION, *CONFIGURATION, *PICTURES)
CODES: dict[str, Code] = {code.name: code for code in _LISTED}
if len(CODES) < len(_LISTED):
    raise ValueError("a code is listed twice")


def coded(name: str, severity: Severity, message: str, hint: str) -> Callable[[F], F]:
    """Enter a code whose manual is the docstring of the function below it."""

    def enter(function: F) -> F:
        if not re.fullmatch(r"[A-Z][0-9]{3}", name):
            raise ValueError(f"the code “{name}” is not a capital letter and three figures")
        if name in CODES:
            raise ValueError(f"the code {name} is taken")
        outside = function.__module__.partition(".")[0] != __name__.partition(".")[0]
        CODES[name] = Code(name, severity, message, hint, getdoc(function) or "", outside)
        return function

    return enter
