"""`editio build`: an edition checked, then published; what was built before stays until then.

Where nothing has changed nothing more is loaded than it takes to find that out; the rest is in
making.py.
"""

import os
import time
from pathlib import Path
from typing import Any

import click

from editio.cli.choice import CodesType
from editio.cli.folder import FOLDER
from editio.cli.outcome import Asked, Finished, finish, state, wrote
from editio.edition.config.settings import FORMATS
from editio.edition.project import discover
from editio.render import ledger
from editio.render.swap import sweep


@click.command("build")
@click.argument("folder", type=FOLDER, default=".")
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(FORMATS),
    help="What to build; may be given several times.  [default: all]",
)
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Where to write to.")
@click.option(
    "--jobs",
    type=click.IntRange(1),
    envvar="EDITIO_JOBS",
    default=lambda: os.cpu_count() or 1,
    help="How many texts to render at once.  [default: EDITIO_JOBS, or one per core]",
)
@click.option(
    "--no-cache", is_flag=True, help="Render every text again, and keep nothing in the cache."
)
@click.option("--press", is_flag=True, help="PDF for the press as well, in pdf/press/.")
@click.option(
    "--verify", is_flag=True, help="Compare the words of each text with those of its PDF, too."
)
@click.option("--bare", is_flag=True, help="Plain text without its header, sigla and sources.")
@click.option(
    "--wrap",
    type=click.IntRange(20),
    help="Plain text in lines of up to so many characters.  [default: one line per paragraph]",
)
@click.option("--select", type=CodesType(), default="", help="Count only these codes: P002,X.")
@click.option("--ignore", type=CodesType(), default="", help="Do not count these codes: X005,H.")
@click.option("--archive", is_flag=True, help="One file for a repository as well: archive.zip.")
@click.option(
    "--no-check", is_flag=True, help="Build without checking first, even if there are errors."
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
    wanted = asked.formats or project.settings.formats or FORMATS
    if asked.press and "pdf" not in wanted:
        raise click.UsageError("--press goes with PDF: add --format pdf.")
    if asked.verify and "pdf" not in wanted:
        raise click.UsageError("--verify goes with PDF: add --format pdf.")
    target = (out or project.out).absolute()
    sweep(target)
    now = state(project, target, asked)
    if now and (last := ledger.recall((asked, now), target)):
        said = f"nothing has changed: {wrote(last, target, started)}"
        known = Finished(
            project.root, last.checked, last.known, last.against, asked.no_check, last.left_out
        )
        finish(known, last.diagnostics, said)
    from editio.cli.making import make  # noqa: PLC0415

    make(project, amiss, wanted, target, asked, now, started)
