"""The command line: arguments in, exit codes and words on the terminal out."""

from pathlib import Path

import click

from editio import __version__
from editio.cli.terminal import respect_no_color, write_any_name
from editio.cli.words import Commands
from editio.diagnostics import progress

# The module that each command is in.
_HOMES = {
    "build": "build",
    "check": "check",
    "explain": "check",
    "help": "help",
    "ids": "ids",
    "init": "init",
    "proof": "proof",
    "register": "register",
    "release": "release",
    "schema": "schema",
    "serve": "serve",
    "transcript": "transcript",
}


@click.group(cls=Commands, homes=_HOMES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="editio")
def main() -> None:
    """Turn a folder of TEI-XML into a checked, published scholarly edition.

    \b
    Example:
      editio init letters     a small edition to begin with
      editio check            every fault, with file, line and what to do
      editio build            if there is no error: web pages, PDF, text and data, into build/
    """
    respect_no_color()
    write_any_name()
    progress.unheard()
    try:
        Path.cwd()
    except OSError as error:
        raise click.UsageError("The folder that you are in is not there any more.") from error
