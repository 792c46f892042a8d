"""An edition checked and published, after it was found that something has changed."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import click

from editio.checks.gate import Admitted, admitted, unchecked
from editio.checks.known import Known
from editio.checks.policy import Policy
from editio.cli.bar import shown
from editio.cli.outcome import Asked, Finished, finish, state, wrote
from editio.diagnostics import Diagnostic, diagnostic
from editio.edition.edition import Edition
from editio.edition.project import Project, within
from editio.edition.reading.files import MARKER, hidden, put
from editio.edition.sources import sources
from editio.formats import archived, deposit
from editio.model.context import Options
from editio.render import ledger
from editio.render.build import Built, Plan
from editio.render.build import build as build_edition
from editio.render.cache import Results
from editio.render.cluster import ClusterError, connected
from editio.render.parcel import own, with_sums, zipped
from editio.render.publish import written
from editio.render.workers import LONGEST

ARCHIVE = "archive.zip"
# Where results are in it; site/ has what the edition puts there.
RESULTS = "build"


def make(  # noqa: PLR0913, PLR0917  # all that was found out before
    project: Project,
    amiss: Sequence[Diagnostic],
    wanted: tuple[str, ...],
    target: Path,
    asked: Asked,
    before: Mapping[str, str],
    started: float,
) -> NoReturn:
    """Check and build; what comes of it is kept where there is a state, `before`, to keep it by."""
    known = Known(Results(), before)
    one = _admitted(project, amiss, asked, known)
    if one.faulty:
        finish(_ended(one, asked), one.diagnostics, "nothing was built")
    archive = target.parent / ARCHIVE
    if asked.archive and _is_of_others(archive):
        in_the_way = diagnostic("O002", str(archive), more="")
        finish(_ended(one, asked), (*one.diagnostics, in_the_way), "nothing was built")
    plan = _planned(one, wanted, target, asked)
    with _clustered(plan, asked) as plan, shown(len(plan.edition.texts) + len(wanted)):
        built = build_edition(plan)
    found = tuple(one.policy.counting({*one.diagnostics, *built.diagnostics}))
    one = replace(one, left_out=one.policy.left_out({*one.left_out, *built.diagnostics}))
    if built.written and before and before == state(project, target, asked):
        _remember(one, found, built, (asked, before), target)
        known.keep()
    said = _summary(built, target, started)
    if asked.archive and built.written:
        said += f"; and {_archived(plan.edition, target, built)}"
    finish(_ended(one, asked), found, said)


def _planned(one: Admitted, wanted: tuple[str, ...], target: Path, asked: Asked) -> Plan:
    wishes = {name: True for name in ("press", "verify") if getattr(asked, name)}
    edition = one.edition.printed(**wishes) if wishes else one.edition
    options = Options(asked.bare, asked.wrap or 0)
    return Plan(
        edition, wanted, target, asked.jobs, not asked.no_cache, options, one.policy.counting
    )


def _remember(
    one: Admitted, found: tuple[Diagnostic, ...], built: Built, question: object, target: Path
) -> None:
    """Keep what came of a build, so that a build of unchanged files can be answered with it."""
    files, seal = ledger.states(target, built.written)
    entry = ledger.Entry(
        written=built.written,
        diagnostics=found,
        known=one.known,
        left_out=one.left_out,
        checked=one.checked,
        against=dict(one.against),
        words=built.words,
        kept=built.kept,
        files=files,
        seal=seal,
    )
    ledger.keep(question, target, entry)


def _is_of_others(archive: Path) -> bool:
    """Whether a file that stands where an archive is to go is none that editio made."""
    if not os.path.lexists(archive):
        return False
    try:
        if archive.is_symlink() or not archive.is_file():
            return True
        with archive.open("rb") as stream:
            return not any(name.endswith(f"/{deposit.CRATE}") for name in own(stream))
    except OSError:
        return True


def _archived(edition: Edition, target: Path, built: Built) -> str:
    """Write the file for a repository beside the output folder: sources, results, metadata. Of the
    output folder it has what this build made, not what an earlier one left there. Return its name,
    and what it lacks.
    """
    project, file = edition.project, target.parent / ARCHIVE
    named, results = sources(edition).items(), {file.resolve(), target.resolve()}
    held = {name: path.read_bytes() for name, path in named if not results & {path, *path.parents}}
    made = {within(name, path) for name in built.written for path in written(target, name)}
    shown = sorted(path for path in made if not hidden(path))
    held |= {f"{RESULTS}/{path}": (target / path).read_bytes() for path in shown}
    held |= archived.files(edition, built.stated, held)
    sizes = {name: len(data) for name, data in sorted(held.items())}
    metadata = deposit.files(edition, built.terms, sizes)
    data = zipped(with_sums(held | metadata), project.root.name)
    put(file, [data])
    lacks = " (without datacite.xml: edition.xml names no year, publicationStmt/date)"
    return click.format_filename(file) + lacks * (deposit.DATACITE not in metadata)


@contextmanager
def _clustered(plan: Plan, asked: Asked) -> Iterator[Plan]:
    """Lend the plan the cluster that was asked for, while it is carried out."""
    if not asked.dask:
        yield plan
        return
    limit = plan.edition.project.settings.time_limit or LONGEST
    try:
        with connected(asked.dask, asked.jobs, limit) as cluster:
            yield replace(plan, cluster=cluster)
    except ClusterError as error:
        raise click.UsageError(f"--dask {asked.dask}: {error}") from error


def _admitted(
    project: Project, found: Sequence[Diagnostic], asked: Asked, known: Known
) -> Admitted:
    """Check, unless that is not wanted."""
    choice, store = Policy(asked.select, asked.ignore), None if asked.no_cache else Results()
    if asked.no_check:
        return unchecked(project, found, choice, known)
    with shown(len(project.documents), "Checking") as step:
        return admitted(project, found, asked.jobs, step, choice, store, rendered=True)


def _summary(built: Built, target: Path, started: float) -> str:
    if not built.written:
        before = "; the previous build is unchanged" * (target / MARKER).exists()
        return f"nothing was published{before}"
    return f"wrote {wrote(built, target, started)}"


def _ended(one: Admitted, asked: Asked) -> Finished:
    root = one.edition.project.root
    return Finished(root, one.checked, one.known, one.against, asked.no_check, one.left_out)
