"""Problems and how they are told: code, place, one sentence, what to do.

Turns facts about a fault into a Diagnostic and a Diagnostic into words. Every code is listed
here once; nothing here reads files or writes to a terminal.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Code:
    """One kind of problem. `message` and `hint` are filled with the facts of a case."""

    name: str
    severity: Severity
    message: str
    hint: str


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


_E, _W = Severity.ERROR, Severity.WARNING

CODES: dict[str, Code] = {
    code.name: code
    for code in (
        # W: reading files and XML
        Code("W001", _E, "not well-formed XML: {reason}", "{advice}"),
        Code("W002", _E, "cannot be read: {reason}", "Check that the file is there and readable."),
        Code(
            "W003",
            _E,
            "declares the external entity “{name}”, which is refused",
            "Put the content into this file: editio opens no file that a text names, so that a "
            "text from elsewhere can read nothing on your machine.",
        ),
        Code(
            "W004",
            _E,
            "entities expand without measure and are refused",
            "Write the text out. Entities that multiply themselves can fill the memory of "
            "every program that reads the file.",
        ),
        Code("W005", _E, "the file is empty", "Put a TEI document into it, or delete it."),
        # S: what kind of document
        Code(
            "S001",
            _E,
            "the root element is “{name}”, not TEI or teiCorpus in the TEI namespace",
            'Begin with <TEI xmlns="http://www.tei-c.org/ns/1.0">, or move the file out of the '
            "folder of texts.",
        ),
        # P: pointers and ids
        Code(
            "P001",
            _E,
            "the xml:id “{name}” is given twice in this file",
            "Line {first} has it too. Give one of the two another id.",
        ),
        Code(
            "P002",
            _E,
            "{attribute} points to “{target}”, which is nowhere in the edition",
            "{advice}",
        ),
        Code(
            "P003",
            _E,
            "two texts of the edition have the id “{name}”",
            "{other} has it too. Give each root element an xml:id of its own, or rename a file.",
        ),
        # T: transforming
        Code(
            "T001",
            _W,
            "no rule for <{subject}>{times}: its content is published as plain words",
            "Check the spelling, or add a template for it in xslt/rules/.",
        ),
        Code(
            "T002",
            _E,
            "a stylesheet of editio failed: {reason}",
            "This is a fault of editio, not of your text. Please report it with the text.",
        ),
        # O: output
        Code("O001", _E, "cannot be written: {reason}", "Check room and rights, or use --out."),
        Code(
            "O002",
            _E,
            "is there, but not from editio; it is left as it is",
            "Move it away, or choose another folder with --out.",
        ),
        Code(
            "O003",
            _W,
            "the PDF engine says: {reason}",
            "Look at the page in question; the PDF was written.",
        ),
        Code(
            "O004",
            _E,
            "the process that rendered this text died",
            "Build it alone with --jobs 1. If it dies again, please report it with the text.",
        ),
        # C: configuration
        Code(
            "C001",
            _E,
            "no TEI text found",
            "Put TEI files into tei/texts/, or name a folder that holds some: editio build FOLDER",
        ),
        Code("C002", _E, "not valid TOML: {reason}", "Mend the line; see the README for a sample."),
        Code("C003", _E, "unknown setting “{name}”", "{advice}"),
        Code("C004", _E, "“{name}” must be {wanted}", "It is {found}."),
        Code("C005", _E, "“order” names the text “{name}”, which there is not", "{advice}"),
    )
}

INTERNAL = frozenset("CO") | {"T002"}


def diagnostic(code: str, file: str, line: int = 0, column: int = 0, **facts: object) -> Diagnostic:
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
    shown = source[start : start + width].replace("\t", " ")
    gutter = " " * len(str(one.line))
    lines = [f"{gutter} |", f"{one.line} | {shown}"]
    if one.column:
        lines.append(f"{gutter} | {' ' * (one.column - 1 - start)}^")
    return lines
