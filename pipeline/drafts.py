"""Drafts: the edition built anew whenever one of its files changes, for the one who edits it.

A draft is the web site and an offprint of each text, whose lines are filled one by one; the texts
that did not change are recalled. Nothing here is shown or served: see commands/serve.py.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.build import Plan, build
from pipeline.diagnostics import Diagnostic, Severity, diagnostic
from pipeline.edition import opened
from pipeline.project import files
from pipeline.saxon import TransformError

FORMATS = ("html", "pdf")
# How often files are looked at, in seconds.
PAUSE = 0.5


@dataclass(frozen=True)
class Draft:
    """What came of building a draft: whether it was published, and what there is to say."""

    published: bool
    diagnostics: tuple[Diagnostic, ...]


def draft(folder: Path, out: Path, workers: int) -> Draft:
    """Build a draft of the edition in `folder` into `out`. With an error the last one stays."""
    edition, found = opened(folder)
    if any(one.severity is Severity.ERROR for one in found):
        return Draft(False, tuple(found))
    quick = edition.printed(fit=False, volume=False, press=False)
    try:
        built = build(Plan(quick, FORMATS, out, workers))
    except TransformError as error:
        return Draft(False, (*found, diagnostic("T002", "draft", reason=str(error))))
    return Draft(bool(built.written), (*found, *built.diagnostics))


def changes(folder: Path) -> Iterator[None]:
    """Come back at once, and then each time that a file of the edition has changed."""
    seen = None
    while True:
        if (now := _state(folder)) != seen:
            seen = now
            yield
        else:
            time.sleep(PAUSE)


def _state(folder: Path) -> dict[Path, tuple[int, int]]:
    """Date and size of each file; one that goes away meanwhile is not there."""
    found = {}
    for file in files(folder):
        try:
            state = file.stat()
        except OSError:
            continue
        found[file] = state.st_mtime_ns, state.st_size
    return found
