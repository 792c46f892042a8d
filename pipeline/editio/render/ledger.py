"""The last build into a folder: where nothing has changed since, it need not be made again.

Kept by a digest of all files of the edition and of what was asked. What was written must still be
there as it was; what was told then is told again.
"""

from dataclasses import dataclass
from pathlib import Path

from editio.diagnostics import Diagnostic
from editio.edition.project import within
from editio.render import cache

_KEY = "last build"


@dataclass(frozen=True)
class State:
    """A file as it was left: its path below the output folder, its length and its time."""

    path: str
    size: int
    time: int


@dataclass(frozen=True)
class Entry:
    """What a build came to: what it said, of how many files that were checked, by which schemas,
    what it wrote, and what nobody wanted to be told."""

    written: dict[str, int]
    diagnostics: tuple[Diagnostic, ...]
    known: tuple[Diagnostic, ...]
    left_out: tuple[Diagnostic, ...]
    checked: int
    against: dict[str, int]
    words: int
    kept: int
    states: tuple[State, ...]


def recall(asked: object, out: Path) -> Entry | None:
    """Return an equal build, if all that it wrote is there as it was."""
    entry = cache.recall((_KEY, asked, str(out)), Entry)
    if entry is None or not entry.states:
        return None
    return entry if all(_state(out, one.path) == one for one in entry.states) else None


def keep(asked: object, out: Path, entry: Entry) -> None:
    """Keep a build that was published."""
    cache.keep((_KEY, asked, str(out)), entry)


def states(out: Path, formats: dict[str, int]) -> tuple[State, ...]:
    """Return the files that editio wrote into the output folder, as they are now."""
    from editio.render.publish import written  # noqa: PLC0415  # after a build it is loaded

    paths = (within(name, path) for name in formats for path in sorted(written(out, name)))
    found = (_state(out, path) for path in paths)
    return tuple(one for one in found if one is not None)


def _state(out: Path, path: str) -> State | None:
    try:
        found = (out / path).lstat()
    except OSError:
        return None
    return State(path, found.st_size, found.st_mtime_ns)
