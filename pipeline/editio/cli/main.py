"""The command line: arguments in, exit codes and words on the terminal out."""

from pathlib import Path

import click

from editio import __version__
from editio.cli.build import build_command
from editio.cli.check import check_command, explain_command
from editio.cli.help import help_command
from editio.cli.ids import ids_command
from editio.cli.init import init_command
from editio.cli.proof import proof_command
from editio.cli.register import register_command
from editio.cli.release import release_command
from editio.cli.schema import schema_command
from editio.cli.serve import serve_command
from editio.cli.terminal import respect_no_color, write_any_name
from editio.cli.transcript import transcript_command
from editio.cli.words import Commands
from editio.diagnostics import progress


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
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


main.add_command(init_command)
main.add_command(build_command)
main.add_command(check_command)
main.add_command(explain_command)
main.add_command(ids_command)
main.add_command(register_command)
main.add_command(proof_command)
main.add_command(release_command)
main.add_command(schema_command)
main.add_command(transcript_command)
main.add_command(serve_command)
main.add_command(help_command)
