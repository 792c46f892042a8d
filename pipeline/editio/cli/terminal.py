"""Diagnostics as people read them: on a terminal with colours and folded, elsewhere as plain text.

Colour is never the only bearer of meaning. Red and magenta are read on light and on dark ground;
who sets NO_COLOR gets none (https://no-color.org).
"""

import io
import os
import shutil
import sys

import click

from editio.diagnostics import Diagnostic, Severity, in_words, place

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "magenta", Severity.HINT: "blue"}


def respect_no_color() -> None:
    """Leave colours out of all that follows, if the environment asks for it."""
    if os.environ.get("NO_COLOR"):
        click.get_current_context().color = False


def write_any_name() -> None:
    """Write what has no form in the encoding of the output as an escape, as stderr does: files of
    old archives have such names.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def told(one: Diagnostic, source: str, error: bool = False) -> str:
    """Put a Diagnostic into words for stdout, or for stderr; click drops colours for a file."""
    stream = sys.stderr if error else sys.stdout
    columns = shutil.get_terminal_size().columns if stream.isatty() else 0
    colour = _COLOURS[one.severity]
    where, kind = place(one), f"{one.severity} {one.code}"
    first, *rest = in_words(one, source, columns).split("\n")
    message = first.removeprefix(f"{where}: {kind}")
    lines = [f"{click.style(where, bold=True)}: {click.style(kind, fg=colour, bold=True)}{message}"]
    for line in rest:
        is_caret = line.strip(" |") == "^"
        lines.append(click.style(line, fg=colour, bold=True) if is_caret else line)
    return "\n".join(lines)
