"""Diagnostics as SARIF 2.1.0 (OASIS), which code hosts and editors show beside the lines."""

import json
import os
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from editio.diagnostics import Diagnostic, Severity
from editio.diagnostics.codes import CODES

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}


def as_sarif(found: Iterable[Diagnostic]) -> str:
    """Return one run with its rules and results."""
    told = list(found)
    codes = sorted({one.code for one in told})
    driver = {"name": "editio", "version": version("editio"), "rules": [*map(_rule, codes)]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, codes.index(one.code)) for one in told],
    }
    return json.dumps({"version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(code: str) -> dict[str, Any]:
    entry = CODES[code]
    return {
        "id": code,
        "shortDescription": {"text": entry.title},
        "fullDescription": {"text": entry.manual.strip()},
        "defaultConfiguration": {"level": _LEVELS[entry.severity]},
    }


def _result(one: Diagnostic, rule: int) -> dict[str, Any]:
    return {
        "ruleId": one.code,
        "ruleIndex": rule,
        "level": _LEVELS[one.severity],
        "message": {"text": f"{one.message}\n{one.hint}".strip()},
        "locations": [{"physicalLocation": _place(one)}] if one.file else [],
    }


def _place(one: Diagnostic) -> dict[str, Any]:
    """Return where a finding is; a region only where there is a line."""
    place: dict[str, Any] = {"artifactLocation": {"uri": _address(one.file)}}
    if one.line:
        place["region"] = {"startLine": one.line, "startColumn": max(1, one.column)}
    return place


def _address(file: str) -> str:
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(os.fsencode(path.as_posix()))
