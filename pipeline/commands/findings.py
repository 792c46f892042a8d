"""What a build has to say, on the terminal: each problem with its source line, and how many."""

from collections.abc import Sequence
from pathlib import Path

import click

from pipeline import source
from pipeline.diagnostics import Diagnostic, Severity, in_words


def tell(found: Sequence[Diagnostic], root: Path) -> None:
    """Write all problems to stderr, those of the project in `root` with their source lines."""
    for one in sorted(found):
        words = in_words(one, source.line(root / one.file, one.line))
        click.echo(_coloured(words, one) + "\n", err=True)


def counted(found: Sequence[Diagnostic]) -> str:
    """Say how many there are of each severity."""
    return ", ".join(_count(found, severity) for severity in Severity)


def _count(found: Sequence[Diagnostic], severity: Severity) -> str:
    number = sum(one.severity is severity for one in found)
    return f"{number or 'no'} {severity}{'' if number == 1 else 's'}"


def _coloured(words: str, one: Diagnostic) -> str:
    """Colour the first line by severity; click drops colours where there is no terminal."""
    first, newline, rest = words.partition("\n")
    colour = "red" if one.severity is Severity.ERROR else "yellow"
    return click.style(first, fg=colour, bold=True) + newline + rest
