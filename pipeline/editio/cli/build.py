"""`editio build`: an edition checked, then published; what was built before stays until then."""

import os
import sys
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NoReturn

import click

from editio.checks.gate import Admitted, admitted, unchecked
from editio.checks.policy import Policy
from editio.cli.bar import shown
from editio.cli.choice import CodesType
from editio.cli.findings import counted, tell, validated
from editio.cli.folder import FOLDER
from editio.diagnostics import Diagnostic, diagnostic, exit_code
from editio.edition.edition import Edition
from editio.edition.fingerprint import fingerprint
from editio.edition.project import Project, discover, within
from editio.edition.reading.files import MARKER, hidden, put
from editio.edition.sources import sources
from editio.formats import FORMATS, archived, deposit
from editio.model.context import Options
from editio.render import ledger
from editio.render.build import Built, Plan
from editio.render.build import build as build_edition
from editio.render.cache import Results
from editio.render.cluster import ClusterError, connected
from editio.render.parcel import own, with_sums, zipped
from editio.render.publish import written
from editio.render.swap import sweep
from editio.render.workers import LONGEST

ARCHIVE = "archive.zip"
# Where results are in it; site/ has what the edition puts there.
RESULTS = "build"


@click.command("build")
@click.argument("folder", type=FOLDER, default=".")
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(list(FORMATS)),
    help="What to build; may be given several times.  [default: all]",
)
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Where to write to.")
@click.option(
    "--jobs",
    type=click.IntRange(1),
    envvar="EDITIO_JOBS",
    default=lambda: os.cpu_count() or 1,
    help="How many texts to render at once.  [default: EDITIO_JOBS, or one a core]",
)
@click.option("--no-cache", is_flag=True, help="Render every text anew, and keep nothing.")
@click.option("--press", is_flag=True, help="PDF for the press as well, in pdf/press/.")
@click.option("--bare", is_flag=True, help="Plain text without its header, sigla and sources.")
@click.option(
    "--wrap",
    type=click.IntRange(20),
    help="Plain text in lines of up to so many characters.  [default: a paragraph a line]",
)
@click.option("--select", type=CodesType(), default="", help="Let these codes alone count: P002,X.")
@click.option("--ignore", type=CodesType(), default="", help="Let these codes not count: X005,H.")
@click.option("--archive", is_flag=True, help="One file for a repository as well: archive.zip.")
@click.option(
    "--no-check", is_flag=True, help="Build without checking first, also what has errors."
)
@click.option(
    "--dask",
    default="",
    metavar="ADDRESS",
    help="Render on the Dask cluster at ADDRESS, or local for one on this machine.",
)
def build_command(folder: Path, out: Path | None, **given: Any) -> None:
    """Check the edition in FOLDER, then build it: web pages, PDF, plain text, data for other tools.

    An edition with errors is not built; they are told as `editio check` tells them. What was built
    before stays until the new build is whole, and stays if it fails.

    \b
    Exit code: 0 built, 1 errors in the edition, 2 usage, configuration or a fault of editio.
    Example:
      editio build --format html --format text --out /tmp/preview
    """
    started = time.monotonic()
    asked = Asked(**given)
    project, amiss = discover(folder)
    wanted = asked.formats or project.settings.formats or tuple(FORMATS)
    if asked.press and "pdf" not in wanted:
        raise click.UsageError("--press goes with PDF: add --format pdf.")
    target = (out or project.out).absolute()
    sweep(target)
    state = _state(project, target, asked)
    if state and (last := ledger.recall((asked, state), target)):
        said = f"nothing has changed: {_wrote(last.built, target, started)}"
        _finish(
            Finished(project.root, last.checked, last.known, last.against, asked.no_check),
            last.diagnostics,
            said,
        )
    one = _admitted(project, amiss, asked)
    if one.faulty:
        _finish(_finished(one, asked), one.diagnostics, "nothing was built")
    archive = target.parent / ARCHIVE
    if asked.archive and _is_of_others(archive):
        in_the_way = diagnostic("O002", str(archive), more="")
        _finish(_finished(one, asked), (*one.diagnostics, in_the_way), "nothing was built")
    plan = _planned(one, wanted, target, asked)
    with _clustered(plan, asked) as plan, shown(len(plan.edition.texts) + len(wanted)):
        built = build_edition(plan)
    found = tuple(one.policy.counting({*one.diagnostics, *built.diagnostics}))
    if built.written and state and state == _state(project, target, asked):
        _remember(one, found, built, (asked, state), target)
    said = _summary(built, target, started)
    if asked.archive and built.written:
        said += f"; and {_archived(plan.edition, target, built)}"
    _finish(_finished(one, asked), found, said)


def _planned(one: Admitted, wanted: tuple[str, ...], target: Path, asked: "Asked") -> Plan:
    edition = one.edition.printed(press=True) if asked.press else one.edition
    options = Options(asked.bare, asked.wrap or 0)
    return Plan(
        edition, wanted, target, asked.jobs, not asked.no_cache, options, one.policy.counting
    )


def _remember(
    one: Admitted, found: tuple[Diagnostic, ...], built: Built, question: object, target: Path
) -> None:
    """Keep what came of a build, for the next time that nothing has changed."""
    states = ledger.states(target, built.written)
    entry = ledger.Entry(
        files=built.written,
        diagnostics=found,
        known=one.known,
        checked=one.checked,
        against=dict(one.against),
        words=built.words,
        kept=built.kept,
        states=states,
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


@dataclass(frozen=True)
class Asked:
    """The switches of a build, as they were given."""

    formats: tuple[str, ...]
    jobs: int
    no_cache: bool
    press: bool
    bare: bool
    wrap: int | None
    archive: bool
    no_check: bool
    dask: str
    select: tuple[str, ...]
    ignore: tuple[str, ...]


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


def _admitted(project: Project, found: Sequence[Diagnostic], asked: Asked) -> Admitted:
    """Check, unless that is not wanted."""
    choice, store = Policy(asked.select, asked.ignore), None if asked.no_cache else Results()
    if asked.no_check:
        return unchecked(project, found, choice)
    with shown(len(project.documents), "Checking") as step:
        return admitted(project, found, asked.jobs, step, choice, store, rendered=True)


def _state(project: Project, target: Path, asked: Asked) -> str:
    """Return a digest of all that the edition is made of; nothing where it is not to be used."""
    unfit = asked.no_cache or asked.dask or asked.archive
    return "" if unfit else fingerprint(project.root, target)


def _summary(built: Built, target: Path, started: float) -> str:
    if not built.written:
        before = "; the last build is as it was" * (target / MARKER).exists()
        return f"nothing was published{before}"
    return f"wrote {_wrote(built, target, started)}"


def _wrote(built: Built, target: Path, started: float) -> str:
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
    schemas files were validated; whether none was wanted.
    """

    root: Path
    checked: int
    known: Collection[Diagnostic]
    against: Mapping[str, int]
    no_check: bool


def _finished(one: Admitted, asked: Asked) -> Finished:
    root = one.edition.project.root
    return Finished(root, one.checked, one.known, one.against, asked.no_check)


def _finish(one: Finished, found: Collection[Diagnostic], said: str) -> NoReturn:
    """Tell all problems, one line of summary, and leave with the exit code."""
    tell(found, one.root)
    checked = f"{one.checked} {'file' if one.checked == 1 else 'files'} checked"
    checked += validated(one.against)
    if one.no_check:
        checked = "not checked (--no-check)"
    counts = counted(found, one.known, judged=one.checked > 0)
    click.echo(f"editio: {said}; {checked}{'; ' * bool(counts)}{counts}", err=True)
    sys.exit(exit_code(found))
