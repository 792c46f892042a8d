"""What was asked of a build, and the words with which it ends."""

import sys
import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn, Protocol

import click

from editio.cli.findings import counted, tell, validated
from editio.diagnostics import Diagnostic, exit_code
from editio.edition.fingerprint import fingerprint
from editio.edition.project import Project
from editio.render import cache


@dataclass(frozen=True)
class Asked:
    """The switches of a build, as they were given."""

    formats: tuple[str, ...]
    jobs: int
    no_cache: bool
    press: bool
    verify: bool
    bare: bool
    wrap: int | None
    archive: bool
    no_check: bool
    dask: str
    select: tuple[str, ...]
    ignore: tuple[str, ...]


def state(project: Project, target: Path, asked: Asked) -> dict[str, str]:
    """Return digests of all that the edition is made of; nothing where they are not to be used."""
    if asked.no_cache or asked.dask or asked.archive:
        return {}
    question = "sums", str(project.root), str(target)
    known = cache.recall(question, dict[str, str]) or {}
    found = fingerprint(project.root, target, known)
    if found != known:
        cache.keep(question, found)
    return found


class Made(Protocol):
    """What a build came to: how many files of each format, and how many words of all."""

    @property
    def written(self) -> Mapping[str, int]:
        """Return how many files each format has."""

    @property
    def words(self) -> int:
        """Return how many words the texts have."""

    @property
    def kept(self) -> int:
        """Return how many of them are in every format."""


def wrote(built: Made, target: Path, started: float) -> str:
    """Say what was written, where to, in what time, and that no word was lost."""
    files = ", ".join(
        f"{name} ({count} {'file' if count == 1 else 'files'})"
        for name, count in built.written.items()
    )
    words = f"words: {built.kept:,} of {built.words:,} in every format"
    seconds = time.monotonic() - started
    return f"{files} to {click.format_filename(target)} in {seconds:.1f} s; {words}"


@dataclass(frozen=True)
class Finished:
    """What the last line says of a check: where, of how many files, what else is known, by which
    schemas files were validated; whether none was wanted; what nobody wanted to be told.
    """

    root: Path
    checked: int
    known: Collection[Diagnostic]
    against: Mapping[str, int]
    no_check: bool
    left_out: Collection[Diagnostic]


def finish(one: Finished, found: Collection[Diagnostic], said: str) -> NoReturn:
    """Tell all problems, one line of summary, and leave with the exit code."""
    tell(found, one.root)
    checked = f"{one.checked} {'file' if one.checked == 1 else 'files'} checked"
    checked += validated(one.against)
    if one.no_check:
        checked = "not checked (--no-check)"
    counts = counted(found, one.known, one.left_out, judged=one.checked > 0)
    click.echo(f"editio: {said}; {checked}{'; ' * bool(counts)}{counts}", err=True)
    sys.exit(exit_code(found))
