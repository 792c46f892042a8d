"""The command line: arguments in, exit codes and words on the terminal out."""

import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import click

from pipeline import __version__
from pipeline.build import Built, Plan
from pipeline.build import build as build_edition
from pipeline.commands.bar import shown
from pipeline.commands.check import check_command, explain_command
from pipeline.commands.findings import counted, tell
from pipeline.commands.schema import schema_command
from pipeline.commands.serve import serve_command
from pipeline.commands.transcript import transcript_command
from pipeline.diagnostics import Diagnostic, Severity, exit_code
from pipeline.edition import Edition, opened
from pipeline.formats import FORMATS
from pipeline.formats.context import Options
from pipeline.saxon import TransformError
from pipeline.terminal import respect_no_color

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="editio")
def main() -> None:
    """Turn a folder of TEI-XML into a checked, published scholarly edition.

    \b
    Example:
      editio check            every fault, with file, line and what to do
      editio build            web pages, PDF and plain text, into build/
    """
    respect_no_color()


@main.command()
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
    default=lambda: os.cpu_count() or 1,
    help="How many texts to render at once.  [default: one a core]",
)
@click.option("--no-cache", is_flag=True, help="Render every text anew, and keep nothing.")
@click.option("--press", is_flag=True, help="PDF for the press as well, in pdf/press/.")
@click.option("--bare", is_flag=True, help="Plain text without its header block.")
@click.option(
    "--wrap",
    type=click.IntRange(20),
    help="Plain text in lines of up to so many characters.  [default: a paragraph a line]",
)
def build(  # noqa: PLR0913, PLR0917  # one a switch
    folder: Path,
    formats: tuple[str, ...],
    out: Path | None,
    jobs: int,
    no_cache: bool,
    press: bool,
    bare: bool,
    wrap: int | None,
) -> None:
    """Build the edition in FOLDER: web pages, PDF, plain text, data for other tools.

    What was built before stays until the new build is whole, and stays if it fails.

    \b
    Example:
      editio build --format html --format text --out /tmp/preview
    """
    started = time.monotonic()
    edition, found = opened(folder)
    edition = edition.printed(press=True) if press else edition
    if any(one.severity is Severity.ERROR for one in found):
        _finish(found, edition, "nothing was built")
    wanted = formats or edition.project.settings.formats or tuple(FORMATS)
    if press and "pdf" not in wanted:
        raise click.UsageError("--press goes with PDF: add --format pdf.")
    target = (out or edition.project.out).absolute()
    options = Options(bare, wrap or 0)
    plan = Plan(edition, wanted, target, jobs, cached=not no_cache, options=options)
    with shown(len(edition.texts) + len(wanted)):
        try:
            built = build_edition(plan)
        except TransformError as error:
            raise click.ClickException(str(error)) from error
    _finish([*found, *built.diagnostics], edition, _summary(built, target, started))


main.add_command(check_command)
main.add_command(explain_command)
main.add_command(schema_command)
main.add_command(transcript_command)
main.add_command(serve_command)


def _summary(built: Built, target: Path, started: float) -> str:
    if not built.written:
        return "nothing was published; the last build is as it was"
    files = ", ".join(
        f"{name} ({count} {'file' if count == 1 else 'files'})"
        for name, count in built.written.items()
    )
    return f"wrote {files} to {click.format_filename(target)} in {time.monotonic() - started:.1f} s"


def _finish(found: Sequence[Diagnostic], edition: Edition, said: str, strict: bool = False) -> None:
    """Tell all problems, one line of summary, and leave with the exit code."""
    tell(found, edition.project.root)
    click.echo(f"editio: {said}; {counted(found)}", err=True)
    sys.exit(exit_code(found, strict))
