"""How an edition judges findings: the table [checks] of its settings, as it is written there.

What the codes mean is known to the checks, which apply it (checks/policy.py).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

BASELINE = "checks-baseline.json"
TIME_LIMIT = 60.0


@dataclass(frozen=True)
class Judgement:
    """Codes to ignore, other severities by code, and the file of findings that are known.

    `schemas`: files by which texts are validated: all (Schematron), or those that name none.
    `time_limit`: the seconds that the rules of a schema may take for a file. `places` says where
    each name stands in the settings.
    """

    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, str], ...] = ()
    baseline: str = ""
    time_limit: float = TIME_LIMIT
    schemas: tuple[str, ...] = ()
    places: tuple[tuple[str, tuple[int, int]], ...] = ()

    def place(self, name: str) -> tuple[int, int]:
        """Return line and column of a name in the settings, or their beginning."""
        return dict(self.places).get(name, (1, 1))


def _codes(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _severities(value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(one, str) for one in value.values())


def _seconds(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and value > 0


# Name of a setting -> what is wanted, in words and as a test.
SETTINGS: dict[str, tuple[str, Callable[[Any], bool]]] = {
    "ignore": ("a list of codes in quotation marks", _codes),
    "severity": ('a table of codes: { H005 = "hint" }', _severities),
    "baseline": ("the name of a file in quotation marks", lambda value: isinstance(value, str)),
    "time-limit": ("a number of seconds above 0", _seconds),
}


def judgement(table: dict[str, Any], source: str, schemas: tuple[str, ...] = ()) -> Judgement:
    """Read the table, which is of the right kind, out of `source`; with the edition's schemas."""
    ignore, severity = tuple(table.get("ignore", ())), tuple(table.get("severity", {}).items())
    baseline = table.get("baseline", "")
    names = [baseline, *schemas, *ignore, *(part for pair in severity for part in pair)]
    places = {name: _place(name, source) for name in names}
    limit = float(table.get("time-limit", TIME_LIMIT))
    return Judgement(ignore, severity, baseline, limit, schemas, tuple(places.items()))


def _place(name: str, source: str) -> tuple[int, int]:
    lines = source.splitlines()
    quoted = ((n, text.find(f'"{name}"')) for n, text in enumerate(lines, 1) if f'"{name}"' in text)
    bare = ((n, text.find(name)) for n, text in enumerate(lines, 1) if name in text)
    line, column = next(quoted, next(bare, (1, 0)))
    return line, column + 1
