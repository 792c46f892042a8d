"""One build in the place of another, file by file, so that an end at any moment loses neither.

New files are written aside; a journal then says which files go and which come. Only now are files
moved. Whoever finds a journal carries it out to its end, or takes it back where that fails; each
move may be repeated. What has no journal changed nothing, and is swept away.
"""

import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from editio.edition.names import stays
from editio.edition.reading.files import UnreadableError, content

try:
    import fcntl
except ImportError:  # Windows: there two builds into one folder have to wait for each other
    fcntl = None  # type: ignore[assignment]

_ASIDE = ".editio-"
_NEW, _OLD, _JOURNAL, _DRAFT = "new", "old", "journal.json", "journal.draft"


@dataclass(frozen=True)
class Change:
    """Files that go and files that come, by their paths in the folder that all formats are in."""

    gone: tuple[str, ...]
    new: tuple[str, ...]


def step() -> None:
    """Mark a moment at which the process may end. Tests end it here."""


def exchange(out: Path, gone: Iterable[str], new: Mapping[str, bytes]) -> None:
    """Take files away and bring others in; after any exception `out` is as it was."""
    change = Change(tuple(gone), tuple(new))
    aside = Path(tempfile.mkdtemp(prefix=_ASIDE, dir=out))
    try:
        for path, data in new.items():
            step()
            _made(aside / _NEW / path).write_bytes(data)
        _write(change, aside)
        _forward(out, aside, change)
    except BaseException:
        # Should this be interrupted as well, the journal is still there.
        _back(out, aside, change)
        _clear(aside)
        raise
    _clear(aside)


def recover(out: Path) -> None:
    """Bring what a build that was ended left behind to its end. Call it with the folder locked."""
    for aside in sorted(out.glob(f"{_ASIDE}*")):
        if not aside.is_dir() or aside.is_symlink() or not _is_ours(aside):
            continue
        change = _read(out, aside)
        if change is not None:
            try:
                _forward(out, aside, change)
            except OSError:
                _back(out, aside, change)
        elif not (aside / _DRAFT).exists():
            _give_back(out, aside)
        _clear(aside)


def sweep(out: Path) -> None:
    """Do the same at the start of a command, unless a build is at work there; in silence."""
    with suppress(OSError):
        if out.is_dir() and next(out.glob(f"{_ASIDE}*"), None):
            with locked(out, wait=False) as free:
                if free:
                    recover(out)


@contextmanager
def locked(out: Path, wait: bool = True) -> Iterator[bool]:
    """Keep other builds out of a folder; without `wait`, say whether it was free.

    The lock is on the folder itself and goes with the process, however that ends.
    """
    if fcntl is None:
        yield True
        return
    folder = os.open(out, os.O_RDONLY)
    try:
        yield _lock(folder, wait)
    finally:
        os.close(folder)


def _lock(folder: int, wait: bool) -> bool:
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    except OSError:  # a file system that knows no locks
        return True
    return True


def _write(change: Change, aside: Path) -> None:
    """Write the journal; with its name it comes into force, whole."""
    draft = aside / _DRAFT
    with draft.open("w", encoding="utf-8") as file:
        json.dump({"gone": change.gone, "new": change.new}, file)
        file.flush()
        os.fsync(file.fileno())
    step()
    draft.rename(aside / _JOURNAL)


def _read(out: Path, aside: Path) -> Change | None:
    """Return what a journal says; nothing where it names anything outside, as none of ours does."""
    try:
        found = json.loads(content(aside / _JOURNAL))
        change = Change(tuple(found["gone"]), tuple(found["new"]))
    except (UnreadableError, ValueError, KeyError, TypeError, RecursionError):
        return None
    inside = all(stays(one, path) for path in change.gone for one in (out, aside / _OLD))
    inside &= all(stays(one, path) for path in change.new for one in (out, aside / _NEW))
    return change if inside else None


def _forward(out: Path, aside: Path, change: Change) -> None:
    """Move the old files away, then the new ones in; what was moved before is left."""
    for path in change.gone:
        if not (aside / _OLD / path).exists():
            _move(out / path, aside / _OLD / path)
    _prune(out, change.gone)
    for path in change.new:
        _move(aside / _NEW / path, out / path)


def _back(out: Path, aside: Path, change: Change) -> None:
    """Move the new files out again and the old ones back, if any was moved."""
    if not (aside / _JOURNAL).exists():
        return
    for path in change.new:
        if not (aside / _NEW / path).exists():
            _move(out / path, aside / _NEW / path)
    _prune(out, change.new)
    for path in change.gone:
        _move(aside / _OLD / path, out / path)


def _move(file: Path, target: Path) -> None:
    step()
    if os.path.lexists(file):
        file.rename(_made(target))


def _made(file: Path) -> Path:
    """Return a path whose folder is there."""
    file.parent.mkdir(parents=True, exist_ok=True)
    return file


def _prune(out: Path, paths: Iterable[str]) -> None:
    """Remove folders that are empty now; what others put into one keeps it."""
    folders = {folder for path in paths for folder in Path(path).parents}
    for folder in sorted(folders - {Path()}, key=lambda one: len(one.parts), reverse=True):
        with suppress(OSError):
            (out / folder).rmdir()


def _clear(aside: Path) -> None:
    """Remove what was written aside; the journal, which says how to read the rest, goes out of
    force first and away last.
    """
    step()
    with suppress(OSError):
        if (aside / _JOURNAL).exists():
            (aside / _JOURNAL).rename(aside / _DRAFT)
        for one in (_NEW, _OLD, ""):
            step()
            shutil.rmtree(aside / one, ignore_errors=True)


def _is_ours(aside: Path) -> bool:
    inside = list(aside.iterdir())
    known = {one.name for one in inside} <= {_NEW, _OLD, _JOURNAL, _DRAFT}
    return known and not any(one.is_symlink() for one in inside)


def _give_back(out: Path, aside: Path) -> None:
    """Put back whole formats that version 0.1.0 had moved away when it was ended."""
    for lost in (aside / _OLD).glob("*"):
        if not (out / lost.name).exists():
            lost.rename(out / lost.name)
