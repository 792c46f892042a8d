"""Problems and how they are told: code, place, one sentence, what to do.

Turns facts about a fault into a Diagnostic and a Diagnostic into words. The codes and their words
are in diagnostics/codes/ and above each check; nothing here reads files or writes to a terminal.
"""

import textwrap
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from editio.diagnostics.codes import CODES, Code, Severity

__all__ = [
    "CODES",
    "Code",
    "Diagnostic",
    "Severity",
    "diagnostic",
    "exit_code",
    "in_words",
    "place",
]


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
    # Codes of checks of which this says all, and more exactly; where they speak of the file, they
    # are left out.
    covers: tuple[str, ...] = ()
    # What it is about, where the words of its code name a subject.
    subject: str = ""


INTERNAL = frozenset("CO") | {"T002", "T003", "T004", "T007"}


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
        entry.hint.format(**facts).strip(),
        subject=str(facts.get("subject", "")),
    )


def exit_code(found: Iterable[Diagnostic], strict: bool = False) -> int:
    """0 clean, 1 faults in the edition, 2 configuration, output or a fault of editio."""
    worst = 0
    for one in found:
        if one.severity is Severity.ERROR or (strict and one.severity is Severity.WARNING):
            internal = not {one.code, one.code[0]}.isdisjoint(INTERNAL)
            internal = internal and not CODES[one.code].outside
            worst = max(worst, 2 if internal else 1)
    return worst


def place(one: Diagnostic) -> str:
    """Return file, line and column as editors and terminals open them."""
    return ":".join(str(part) for part in (one.file, one.line, one.column) if part)


def in_words(one: Diagnostic, source: str = "", columns: int = 0) -> str:
    """Tell `one` as text: place, code, message, the `source` line with a caret, the hint.

    `columns`: the width of the terminal, to fold at; without it only the source line is cut.
    """
    start = f"{place(one)}: {one.severity} {one.code}: "
    lines = _folded(one.message, start, "    ", columns)
    if source.strip():
        lines += _excerpt(source.rstrip("\r\n"), one, columns or 80)
    if one.hint:
        lines += _folded(one.hint, "  = ", "    ", columns)
    return "\n".join(lines)


def _folded(words: str, start: str, indent: str, columns: int) -> list[str]:
    """Fold between words; what is one word, such as an address, stays whole."""
    if not columns:
        return [start + words]
    return textwrap.wrap(
        words,
        max(columns, 20),
        initial_indent=start,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _excerpt(source: str, one: Diagnostic, columns: int) -> list[str]:
    """Show the source line, cut to the terminal around the column, and point at it."""
    gutter = " " * len(str(one.line))
    shown, before = _cut(source, max(0, one.column - 1), max(20, columns - len(gutter) - 3))
    lines = [f"{gutter} |", f"{one.line} | {shown.rstrip()}"]
    return [*lines, f"{gutter} | {' ' * before}^"] if one.column else lines


def _cut(source: str, at: int, room: int) -> tuple[str, int]:
    """Cut a line to `room` cells around a character; give it, and the cells before that one.

    Of a line that is very long, only what can be shown is measured.
    """
    start, end = max(0, at - 8 * room), at + 8 * room
    cells = list(map(_cells, source[start:end]))
    first, last = 0, len(cells)
    if len(cells) < len(source) or sum(cells) > room:
        first = at - start - _reach(cells[: at - start][::-1], (room - 1) // 2)
        last = first + _reach(cells[first:], room - 2)
    left, right = "…" * (start + first > 0), "…" * (start + last < len(source))
    shown = left + "".join(map(_visible, source[start + first : start + last])) + right
    return shown, len(left) + sum(cells[first : at - start])


def _reach(cells: Sequence[int], room: int) -> int:
    """How many characters fit into so many cells."""
    return bisect_right(list(accumulate(cells)), room)


@lru_cache(maxsize=4096)
def _visible(character: str) -> str:
    """Show what cannot be seen, and would move the caret, as a dot."""
    hidden = unicodedata.category(character) in {"Cc", "Cf", "Co", "Cn"}
    return " " if character == "\t" else "·" if hidden else character


@lru_cache(maxsize=4096)
def _cells(character: str) -> int:
    """How many cells of a terminal a character takes."""
    if unicodedata.category(character) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
