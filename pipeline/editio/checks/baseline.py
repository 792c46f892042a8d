"""Findings that are known: counted by file, code and words in a file, and left out while they last.

Lines move and are no part of it. Where a file has more of a kind than are known, all of the kind
are told, since nobody can say which is new.
"""

import json
import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from editio.diagnostics import Diagnostic
from editio.edition.reading.files import UnreadableError, content

Key = tuple[str, str, str]
_VERSION = 1
# What changes in the words of a finding when something else in the file does.
_MOVING = re.compile(r"\b(lines?) \d+(?:, column \d+)?|\(\d+ times\)")


class BaselineError(ValueError):
    """A file that is no baseline."""


@dataclass(frozen=True)
class Baseline:
    """How many findings of each kind are known, and the name of the file that says so."""

    counts: Counter[Key] = field(default_factory=Counter)
    name: str = ""

    def known(self, found: Collection[Diagnostic]) -> set[Diagnostic]:
        """Return the findings that are known."""
        now = Counter(map(key, found))
        return {one for one in found if now[key(one)] <= self.counts[key(one)]}


def key(one: Diagnostic) -> Key:
    """Return what a finding is known by."""
    return one.file, one.code, _MOVING.sub(lambda match: f"{match[1] or ''} …".strip(), one.message)


def read(path: Path) -> Baseline:
    """Read a baseline. Raises BaselineError."""
    try:
        listed = json.loads(content(path))
        counts = {_key_of(one): int(one["count"]) for one in listed["findings"]}
    except UnreadableError as error:
        raise BaselineError(f"{path.name}: {error}") from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise BaselineError(f"{path.name} is not what editio wrote") from error
    return Baseline(Counter(counts), path.name)


def _key_of(one: dict[str, str]) -> Key:
    return str(one["file"]), str(one["code"]), str(one["message"])


def written(found: Iterable[Diagnostic], kept: Baseline, files: Collection[str]) -> str:
    """Return the baseline of what was found in `files`, as JSON; what is known of others stays."""
    counts = Counter({one: n for one, n in kept.counts.items() if one[0] not in files})
    counts += Counter(map(key, found))
    listed = [
        {"file": file, "code": code, "message": message, "count": counts[file, code, message]}
        for file, code, message in sorted(counts)
    ]
    table = {"version": _VERSION, "findings": listed}
    return json.dumps(table, ensure_ascii=False, indent=1) + "\n"
