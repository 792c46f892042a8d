"""What a build has to say, on the terminal: each problem with its source line, and how many."""

from collections.abc import Sequence
from pathlib import Path

import click

from pipeline import source
from pipeline.diagnostics import Diagnostic, Severity
from pipeline.terminal import told


def tell(found: Sequence[Diagnostic], root: Path) -> None:
    """Write all problems to stderr, those of the project in `root` with their source lines."""
    for one in sorted(found):
        line = source.line(root / one.file, one.line)
        click.echo(told(one, line, error=True) + "\n", err=True)


def counted(found: Sequence[Diagnostic]) -> str:
    """Say how many there are of each severity."""
    return ", ".join(_count(found, severity) for severity in Severity)


def _count(found: Sequence[Diagnostic], severity: Severity) -> str:
    number = sum(one.severity is severity for one in found)
    return f"{number or 'no'} {severity}{'' if number == 1 else 's'}"
