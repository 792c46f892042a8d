"""How an edition judges findings: the table [checks] of its settings, as it is written there.

What the codes mean is known to the checks, which apply it (checks/policy.py).
"""

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
