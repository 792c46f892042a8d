"""Drafts: the edition built anew whenever one of its files changes, for the one who edits it.

A draft is the web site and an offprint of each text, whose lines are filled one by one; the texts
that did not change are recalled. Nothing here is shown or served: see commands/serve.py.
"""

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from editio.checks.gate import admitted
from editio.diagnostics import Diagnostic, faults
from editio.edition.images.pictures import pictured
from editio.edition.project import discover, files
from editio.edition.reading.source import read
from editio.edition.texts.dress import dressed
from editio.render.build import Plan, build, jobs_of
from editio.render.cache import Results
from editio.render.job import Job, render
from editio.render.publish import renew, standing

FORMATS = ("html", "pdf")
# How often files are looked at, in seconds; and how much longer a pause is than the look before it,
# which among very many files takes its time.
PAUSE, LONGER = 0.1, 4


@dataclass(frozen=True)
class Draft:
    """What came of building a draft: whether it was published, and what there is to say."""

    published: bool
    diagnostics: tuple[Diagnostic, ...]


def draft(folder: Path, out: Path, workers: int) -> Draft:
    """Check and build a draft of the edition in `folder` into `out`. With an error the last one
    stays.
    """
    found: list[Diagnostic] = []
    with faults.telling(found.append, ".", "building the draft"):
        one = admitted(*discover(folder), workers, store=Results(), rendered=True)
        found += one.diagnostics
        if not one.faulty:
            quick = one.edition.printed(fit=False, volume=False, press=False)
            plan = Plan(quick, FORMATS, out, workers, judged=one.policy.counting)
            _remember(plan)
            built = build(plan)
            made = one.policy.counting({*found, *built.diagnostics})
            if built.written:
                _BEFORE.clear()
                return Draft(True, tuple(made))
            found = list(made)
    renew(out, _BEFORE)
    _BEFORE.clear()
    return Draft(False, tuple(sorted(found)))


# Pages of the last draft in whose place others were put, which are not checked yet.
_BEFORE: dict[str, bytes] = {}

# The texts of the last draft that have a file of their own, without their words: what their pages
# show of the texts around them.
_NEAR: dict[Path, Job] = {}


def _remember(plan: Plan) -> None:
    shared = Counter(one.path for one in plan.edition.texts)
    root, settings = plan.edition.project.root, plan.edition.project.settings
    _NEAR.clear()
    for job in jobs_of(plan, plan.edition.called):
        if shared[job.path] == 1 and not settings.left_out:
            _NEAR[root / job.path] = replace(job, xml="", tei=b"", media=(), formats=("html",))


def first(folder: Path, out: Path, changed: frozenset[Path]) -> Draft | None:
    """Render texts that alone have changed, before anything else, and put their pages in place.

    What cannot be read is told at once; where `draft` finds an error, the pages of the last draft
    come back. All that follows from a change is left to `draft`, and so is what this cannot do:
    then nothing is returned.
    """
    if not changed or not changed <= _NEAR.keys():
        return None
    found: list[Diagnostic] = []
    with faults.telling(found.append, ".", "making the first pages"):
        project, _ = discover(folder)
        for file in sorted(changed):
            text = read(file, project.shown(file))
            if isinstance(text, list):
                return Draft(False, tuple(text))
            shown = pictured(dressed(text, project.settings), project.pictures)
            made = render(replace(_NEAR[file], xml=shown.xml, media=shown.media))
            found += made.diagnostics
            pages = made.files.get("html", {})
            _BEFORE.update(standing(out, pages.keys() - _BEFORE.keys()))
            renew(out, pages | {one.name: one.data for one in shown.media})
        return Draft(True, tuple(found))
    return None


# Nothing has changed for a while since something had.
SETTLED: frozenset[Path] = frozenset((Path(),))


def changes(folder: Path, quiet: float | None = None) -> Iterator[frozenset[Path]]:
    """Come back at once, and then each time that files of the edition have changed: with those that
    are there as before, but for what is in them; with none where there is more to it. After `quiet`
    seconds without a change since such files come back with SETTLED.
    """
    seen = None
    until = float("inf")
    while True:
        begun = time.monotonic()
        if (now := _state(folder)) != seen:
            before, seen = seen, now
            changed = _changed(before, now)
            yield changed
            until = time.monotonic() + quiet if changed and quiet is not None else float("inf")
        elif time.monotonic() > until:
            until = float("inf")
            yield SETTLED
        else:
            time.sleep(max(PAUSE, LONGER * (time.monotonic() - begun)))


def _changed(before: object, now: object) -> frozenset[Path]:
    if not isinstance(before, dict) or not isinstance(now, dict) or before.keys() != now.keys():
        return frozenset()
    return frozenset(file for file, state in now.items() if state != before[file])


def _state(folder: Path) -> object:
    """Return date and size of each file of the edition.

    Whatever keeps one from looking is a state like another: the draft tells it.
    """
    try:
        return {file: _stamp(file) for file in files(folder)}
    except Exception as error:
        return repr(error)


def _stamp(file: Path) -> tuple[int, int]:
    try:
        state = file.stat()
    except OSError:
        return 0, 0
    return state.st_mtime_ns, state.st_size
