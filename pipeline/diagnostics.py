"""Problems and how they are told: code, place, one sentence, what to do.

Turns facts about a fault into a Diagnostic and a Diagnostic into words. The codes and their words
are in pipeline/codes/ and above each check; nothing here reads files or writes to a terminal.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.codes import CODES, Code, Severity

__all__ = ["CODES", "Code", "Diagnostic", "Severity", "diagnostic", "exit_code", "in_words"]


@dataclass(frozen=True, order=True)
class Diagnostic:
    """One problem at one place; line and column count from 1, 0 where there is none."""

    file: str
    line: int
    column: int
    code: str
    severity: Severity
    message: str
    hint: str
    # Codes of checks that say all that this says; where one speaks of the file, this is left out.
    same: tuple[str, ...] = ()


INTERNAL = frozenset("CO") | {"T002", "T003"}


def diagnostic(
    code: str, file: str, line: int = 0, column: int = 0, /, **facts: object
) -> Diagnostic:
    """Make the Diagnostic `code` at a place, its words filled with `facts`."""
    entry = CODES[code]
    return Diagnostic(
        file,
        line,
        column,
        code,
        entry.severity,
        entry.message.format(**facts),
        entry.hint.format(**facts),
    )


def exit_code(found: Iterable[Diagnostic], strict: bool = False) -> int:
    """0 clean, 1 faults in the edition, 2 configuration, output or a fault of editio."""
    worst = 0
    for one in found:
        if one.severity is Severity.ERROR or strict:
            internal = one.code in INTERNAL or one.code[0] in INTERNAL
            worst = max(worst, 2 if internal else 1)
    return worst


def in_words(one: Diagnostic, source: str = "") -> str:
    """Tell `one` as text: place, code, message, the `source` line with a caret, the hint."""
    place = ":".join(str(part) for part in (one.file, one.line, one.column) if part)
    lines = [f"{place}: {one.severity} {one.code}: {one.message}"]
    if source.strip():
        lines += _excerpt(source.rstrip("\n"), one)
    if one.hint:
        lines.append(f"  = {one.hint}")
    return "\n".join(lines)


def _excerpt(source: str, one: Diagnostic, width: int = 76) -> list[str]:
    """Cut the source line to `width` characters around the column and point at it."""
    start = max(0, one.column - 1 - width // 2) if len(source) > width else 0
    shown = "".join(map(_visible, source[start : start + width]))
    gutter = " " * len(str(one.line))
    lines = [f"{gutter} |", f"{one.line} | {shown.rstrip()}"]
    if one.column:
        before = sum(map(_cells, shown[: max(0, one.column - 1 - start)]))
        lines.append(f"{gutter} | {' ' * before}^")
    return lines


def _visible(character: str) -> str:
    """Show what cannot be seen, and would move the caret, as a dot."""
    hidden = unicodedata.category(character) in {"Cc", "Cf", "Co", "Cn"}
    return " " if character == "\t" else "·" if hidden else character


def _cells(character: str) -> int:
    """How many cells of a terminal a character takes."""
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
