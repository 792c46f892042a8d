"""Diagnostics as machines read them: JSON, and the annotations of GitHub workflows."""

import json
from collections.abc import Iterable
from dataclasses import asdict

from editio.diagnostics import Diagnostic, Severity

# What says how findings go together, and no more.
_WITHIN = frozenset(("same", "covers", "subject"))


def as_json(found: Iterable[Diagnostic]) -> str:
    """Return a JSON array, one object a problem."""
    told = [{k: v for k, v in asdict(one).items() if k not in _WITHIN} for one in found]
    return json.dumps(told, ensure_ascii=False, indent=2)


def as_github(found: Iterable[Diagnostic]) -> str:
    """Return workflow commands, which GitHub shows beside the lines of a change."""
    return "\n".join(_command(one) for one in found)


def _command(one: Diagnostic) -> str:
    level = "notice" if one.severity is Severity.HINT else str(one.severity)
    places = {"file": one.file, "line": one.line, "col": one.column}
    where = ",".join(f"{name}={_escaped(str(at))}" for name, at in places.items() if at)
    title = f"title={one.code}"
    words = f"{one.message}\n{one.hint}".strip()
    return f"::{level} {where},{title}::{_escaped(words, inside=False)}"


def _escaped(words: str, inside: bool = True) -> str:
    """Escape as the runner asks: % and line ends always, : and , in properties."""
    words = words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return words.replace(":", "%3A").replace(",", "%2C") if inside else words
