"""`editio check` and `editio explain`: paths in, findings and exit codes out."""

import difflib
import os
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import click

from pipeline import source
from pipeline.checks.run import Checked, check
from pipeline.codes import CODES
from pipeline.diagnostics import Diagnostic, Severity, exit_code
from pipeline.saxon import TransformError
from pipeline.selection import Selection, select
from pipeline.telling import as_github, as_json
from pipeline.terminal import told

FILE = click.Path(exists=True, path_type=Path)
SCHEMA = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("check")
@click.argument("paths", nargs=-1, type=FILE)
@click.option("--strict", is_flag=True, help="Let warnings fail too.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="Findings for people, for programs, or as annotations of a GitHub workflow.",
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
    default=lambda: os.cpu_count() or 1,
    help="How many files to check at once.  [default: one a core]",
)
def check_command(
    paths: tuple[Path, ...], strict: bool, form: str, schemas: tuple[Path, ...], jobs: int
) -> None:
    """Find every fault in TEI files and say what to do about it.

    PATHS are editions, folders of TEI, or files; without any, the current folder.

    \b
    Exit code: 0 clean, 1 faults found, 2 usage, configuration or a fault of editio.
    Example:
      editio check --strict
      editio check letters/ --schema tei_all.rng --format github
    """
    started = time.monotonic()
    selection = select(paths or (Path(),))
    try:
        with click.progressbar(
            length=len(selection.sheets), label="Checking", file=sys.stderr,
            hidden=not sys.stderr.isatty(),
        ) as bar:  # fmt: skip
            checked = check(selection, schemas, jobs, lambda: bar.update(1))
    except TransformError as error:
        raise click.ClickException(str(error)) from error
    _tell(checked, selection, form, time.monotonic() - started)
    sys.exit(exit_code(checked.diagnostics, strict))


def _tell(checked: Checked, selection: Selection, form: str, seconds: float) -> None:
    """Write findings to stdout; the summary too where people read it."""
    found = [(one, _from_here(one, selection.root)) for one in checked.diagnostics]
    if form == "text":
        for one, shown in found:
            click.echo(told(shown, source.line(selection.root / one.file, one.line)))
            click.echo()
    else:
        tell: Callable[[Sequence[Diagnostic]], str] = as_json if form == "json" else as_github
        if words := tell([shown for _, shown in found]):
            click.echo(words)
    click.echo(_summary(checked, seconds), err=form != "text")


def _from_here(one: Diagnostic, root: Path) -> Diagnostic:
    """Name a file from the current folder where it is below it, so that it can be opened."""
    path = root / one.file
    here = Path.cwd()
    return (
        replace(one, file=path.relative_to(here).as_posix()) if path.is_relative_to(here) else one
    )


def _summary(checked: Checked, seconds: float) -> str:
    count = checked.files
    said = f"editio: {count} {'file' if count == 1 else 'files'} checked in {seconds:.1f} s"
    if checked.skipped:
        said += f", {checked.skipped} left out that are not TEI"
    numbers = [
        (sum(one.severity is severity for one in checked.diagnostics), severity)
        for severity in Severity
    ]
    counts = ", ".join(f"{n or 'no'} {name}{'' if n == 1 else 's'}" for n, name in numbers)
    return f"{said}; {counts}"


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
        near = difflib.get_close_matches(code.upper(), sorted(CODES), 3, 0.5)
        raise click.UsageError(
            f"There is no code {code}. "
            + (f"Near: {', '.join(near)}." if near else "editio explain lists all.")
        )
    click.echo(click.style(f"{entry.name} ({entry.severity})", bold=True))
    click.echo(entry.manual.strip())
