"""The last build into a folder: where nothing has changed since, it need not be made again.

Kept by a digest of all files of the edition and of what was asked. What was written must still be
there as it was; what was told then is told again.
"""

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from editio.diagnostics import Diagnostic
from editio.edition.project import within
from editio.render import cache

_KEY = "last build"


@dataclass(frozen=True)
class Entry:
    """What a build came to: what it said, of how many files that were checked, by which schemas,
    what it wrote, and what nobody wanted to be told.

    `files` are the paths of what it wrote below the output folder, a line each; `seal` a digest of
    their lengths and times.
    """

    written: dict[str, int]
    diagnostics: tuple[Diagnostic, ...]
    known: tuple[Diagnostic, ...]
    left_out: tuple[Diagnostic, ...]
    checked: int
    against: dict[str, int]
    words: int
    kept: int
    files: str
    seal: str


def recall(asked: object, out: Path) -> Entry | None:
    """Return an equal build, if all that it wrote is there as it was."""
    entry = cache.recall((_KEY, asked, str(out)), Entry)
    return entry if entry and entry.files and _sealed(out, entry.files) == entry.seal else None


def keep(asked: object, out: Path, entry: Entry) -> None:
    """Keep a build that was published."""
    cache.keep((_KEY, asked, str(out)), entry)


def states(out: Path, formats: Iterable[str]) -> tuple[str, str]:
    """Return the files that editio wrote into the output folder, and the seal of how they are."""
    from editio.render.publish import written  # noqa: PLC0415  # after a build it is loaded

    files = "\n".join(within(name, path) for name in formats for path in sorted(written(out, name)))
    return files, _sealed(out, files)


def _sealed(out: Path, files: str) -> str:
    """Return a digest of lengths and times; a file that is gone has neither."""
    digest = hashlib.sha256()
    for path in files.split("\n"):
        try:
            found = os.lstat(f"{out}{os.sep}{path}")  # a Path for each of so many takes longer
        except OSError:
            digest.update(b"-\n")
        else:
            digest.update(b"%d %d\n" % (found.st_size, found.st_mtime_ns))
    return digest.hexdigest()
