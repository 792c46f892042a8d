"""What editio does with a small edition: checked, then built as site and plain text, in a copy that
stands deep enough for nothing to be written beside it unseen.

Both commands run in this process, which loads the stylesheets once for all editions.
"""

import json
import shutil
import traceback
from contextlib import chdir
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from click.testing import CliRunner
from editio.cli.main import main

BUILD = ("build", ".", "--format", "html", "--format", "text")


@dataclass(frozen=True)
class Done:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def findings(self) -> list[dict[str, Any]]:
        """Return what `check --format json` found."""
        return list(json.loads(self.out))

    @property
    def said(self) -> str:
        """Return the messages and hints of the findings, a line each."""
        return "\n".join(f"{one['message']}\n{one['hint']}" for one in self.findings)


@dataclass(frozen=True)
class Outcome:
    """What came of an edition: two commands, the files, and what was harmed."""

    check: Done
    build: Done
    folder: Path
    harmed: list[str]

    @cached_property
    def pages(self) -> str:
        """Return the source of every page of the site."""
        return _joined(self.folder / "build", "*.html")

    @cached_property
    def text(self) -> str:
        """Return the reading texts, white space collapsed."""
        return " ".join(_joined(self.folder / "build" / "text", "*.txt").split())


def _joined(folder: Path, pattern: str) -> str:
    return "\n".join(one.read_text("utf-8") for one in sorted(folder.rglob(pattern)))


def outcome(case: Path, aside: Path, schema: Path | None, build: tuple[str, ...]) -> Outcome:
    """Check and build a copy of a case below the folder `aside`."""
    folder = aside / "some" / "where" / "deep" / "down" / case.name
    shutil.copytree(case, folder)
    before = _files(aside)
    options = () if schema is None else ("--schema", str(schema))
    check = _run(folder, "check", ".", "--format", "json", *options)
    done = _run(folder, *build)
    after = {path: bytes_ for path, bytes_ in _files(aside).items() if not _ours(path, folder)}
    changed = {path for path in before | after if before.get(path) != after.get(path)}
    return Outcome(check, done, folder, sorted(str(one.relative_to(aside)) for one in changed))


def _ours(path: Path, folder: Path) -> bool:
    return path.is_relative_to(folder / "build")


def _files(folder: Path) -> dict[Path, bytes]:
    return {one: one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def _run(folder: Path, *arguments: str) -> Done:
    with chdir(folder):
        done = CliRunner().invoke(main, arguments)
    ours = done.exception is not None and not isinstance(done.exception, SystemExit)
    trace = "".join(traceback.format_exception(done.exception)) if ours else ""
    return Done(done.exit_code, done.stdout, done.stderr + trace)
