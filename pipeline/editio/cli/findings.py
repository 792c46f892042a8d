"""Findings on the terminal: each problem with its source line, and how many there are."""

import shlex
import sys
from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path

import click

from editio.cli.terminal import told
from editio.diagnostics import Diagnostic, Severity
from editio.edition.reading import source


def tell(found: Collection[Diagnostic], root: Path, error: bool = True) -> None:
    """Write all problems of the project in `root`, with their source lines, to stderr or stdout."""
    for one in sorted(found):
        line = source.line(root / one.file, one.line)
        click.echo(told(from_here(one, root), line, error) + "\n", err=error)


def end_where_unread(found: Collection[Diagnostic], root: Path) -> None:
    """Tell the errors of files that were read, and end with 1 if there are any: what such a file
    has is not known, and would be taken for absent.
    """
    errors = [one for one in found if one.severity is Severity.ERROR]
    tell(errors, root)
    if errors:
        sys.exit(1)


def from_here(one: Diagnostic, root: Path) -> Diagnostic:
    """Name a file from the current folder where it is below it, so that it can be opened; also in a
    command that the hint has, so that it can be pasted.
    """
    path = root / one.file
    here = Path.cwd()
    if not path.is_relative_to(here):
        return one
    shown = path.relative_to(here).as_posix()
    was, now = f" {shlex.quote(one.file)}”", f" {shlex.quote(shown)}”"
    return replace(one, file=shown, hint=one.hint.replace(was, now))


def validated(counts: Mapping[str, int]) -> str:
    """Say by what files were validated: all of them, or how many by which schema."""
    named = {name or "no schema": count for name, count in sorted(counts.items(), reverse=True)}
    if len(named) == 1:
        return f", against {next(iter(named))}"
    return ": " * bool(named) + ", ".join(f"{n} against {name}" for name, n in named.items())


def counted(
    found: Collection[Diagnostic],
    known: Collection[Diagnostic] = (),
    left_out: Collection[Diagnostic] = (),
    judged: bool = True,
) -> str:
    """Return in words how many findings there are of a severity: “1 error, no warnings, 2 hints”.

    Errors and warnings are named even where there are none, if all was `judged` and none of them
    was left out; hints only where there are some. What the baseline knows (`known`) and what
    settings or options leave out (`left_out`) follows, with the codes of the errors among it.
    """
    there, out = ({one.severity for one in several} for several in (found, left_out))
    always = {Severity.ERROR, Severity.WARNING} - out if judged else set()
    shown = [one for one in Severity if one in there | always]
    more = [f"{len(known)} more that the baseline knows{_errors(known)}"] if known else []
    old = {one.severity for one in known}
    counts = ", ".join([*(_count(found, one, "new " * (one in old)) for one in shown), *more])
    unsaid = ", ".join(_count(left_out, severity) for severity in Severity if severity in out)
    said = f"left out as asked: {unsaid}{_errors(left_out)}" * bool(out)
    return "; ".join(filter(None, (counts, said)))


def _errors(found: Collection[Diagnostic]) -> str:
    codes = sorted({one.code for one in found if one.severity is Severity.ERROR})
    return f" (errors: {', '.join(codes)})" if codes else ""


def _count(found: Collection[Diagnostic], severity: Severity, new: str = "") -> str:
    number = sum(one.severity is severity for one in found)
    return f"{number or 'no'} {new}{severity}{'' if number == 1 else 's'}"
