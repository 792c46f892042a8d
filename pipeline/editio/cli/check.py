"""`editio check` and `editio explain`: paths in, findings and exit codes out."""

import os
import sys
import time
from pathlib import Path
from typing import Any

import click

from editio.checks.policy import Policy
from editio.checks.run import Checked, check
from editio.checks.schema.models import Language, language
from editio.cli.bar import shown
from editio.cli.choice import CodesType, nearest, write_baseline
from editio.cli.findings import counted, from_here, tell, validated
from editio.cli.reports import as_github, as_json
from editio.cli.sarif import as_sarif
from editio.diagnostics import exit_code
from editio.diagnostics.codes import CODES
from editio.edition.project import Project
from editio.edition.selection import Selection, select
from editio.render.cache import Results, tidy
from editio.render.swap import sweep

FILE = click.Path(exists=True, path_type=Path)
_REPORTS = {"json": as_json, "github": as_github, "sarif": as_sarif}


class _Schema(click.Path):
    """A file that is a schema by its name: against another nothing would be validated."""

    def convert(self, value: Any, param: Any, ctx: Any) -> Any:
        path = Path(os.fsdecode(super().convert(value, param, ctx)))
        if language(path.name) is Language.OTHER:
            self.fail(f"{value} is not a .rng, .rnc or .sch file.", param, ctx)
        return path


SCHEMA = _Schema(exists=True, dir_okay=False, path_type=Path)


@click.command("check")
@click.argument("paths", nargs=-1, type=FILE)
@click.option("--strict", is_flag=True, help="Let warnings fail too.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", *_REPORTS]),
    default="text",
    show_default=True,
    help="Findings for people, for programs, as annotations of a GitHub workflow, or as SARIF.",
)
@click.option(
    "--schema",
    "schemas",
    multiple=True,
    type=SCHEMA,
    help="Validate against this .rng, .rnc or .sch file and not against those that the files "
    "name; may be given several times.",
)
@click.option(
    "--jobs",
    type=click.IntRange(1),
    envvar="EDITIO_JOBS",
    default=lambda: os.cpu_count() or 1,
    help="How many files to check at once.  [default: EDITIO_JOBS, or one per core]",
)
@click.option("--select", type=CodesType(), default="", help="Report only these codes: P002,X.")
@click.option("--ignore", type=CodesType(), default="", help="Do not report these codes: X005,H.")
@click.option(
    "--write-baseline",
    is_flag=True,
    help="Write what is found now to a file, and no longer report it: checks-baseline.json, or the "
    "file that edition.toml names.",
)
def check_command(paths: tuple[Path, ...], strict: bool, form: str, **given: Any) -> None:
    """Find every fault in TEI files and say what to do about it.

    PATHS are editions, folders of TEI, or files; without any, the current folder. Which findings
    count is said in [checks] of edition.toml.

    \b
    Exit code: 0 clean, 1 faults found, 2 usage, configuration or a fault of editio.
    Example:
      editio check --strict
      editio check letters/ --schema tei_all.rng --format github
      editio check --ignore X --write-baseline
    """
    started = time.monotonic()
    selection = select(paths or (Path(),), given["schemas"])
    if selection.edition:
        sweep(Project(selection.root, ()).out)
    choice = Policy(given["select"], given["ignore"])
    with shown(len(selection.sheets), "Checking") as step:
        checked = check(
            selection, given["schemas"], given["jobs"], step, choice=choice, store=Results()
        )
    tidy()
    if given["write_baseline"]:
        checked = write_baseline(checked, selection)
    _tell(checked, selection, form, time.monotonic() - started)
    sys.exit(exit_code(checked.diagnostics, strict))


def _tell(checked: Checked, selection: Selection, form: str, seconds: float) -> None:
    """Write findings to stdout; the summary too where people read it."""
    if form == "text":
        tell(checked.diagnostics, selection.root, error=False)
    elif words := _REPORTS[form]([from_here(one, selection.root) for one in checked.diagnostics]):
        click.echo(words)
    click.echo(_summary(checked, seconds), err=form != "text")


def _summary(checked: Checked, seconds: float) -> str:
    count = checked.files
    said = f"editio: {count} {'file' if count == 1 else 'files'} checked in {seconds:.1f} s"
    if checked.skipped:
        said += f", {checked.skipped} left out that are not TEI"
    said += validated(checked.against)
    return f"{said}; {counted(checked.diagnostics, checked.known, checked.left_out)}"


@click.command("explain")
@click.argument("code", required=False)
def explain_command(code: str | None) -> None:
    """Explain a code: why it matters, with a wrong and a right example.

    \b
    Example:
      editio explain P002
      editio explain            all codes
    """
    if code is None:
        for name in sorted(CODES):
            click.echo(f"{click.style(name, bold=True)}  {CODES[name].title}")
        return
    entry = CODES.get(code.upper())
    if entry is None:
        raise click.UsageError(f"There is no code {code}. {nearest(code)}")
    click.echo(click.style(f"{entry.name} ({entry.severity})", bold=True))
    click.echo(entry.manual.strip())
