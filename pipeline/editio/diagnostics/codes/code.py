"""What a kind of problem is: a code, how bad it is, its words, and its page of the manual."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad: an error stops the build, a warning fails with --strict, a hint never does.

    An error loses, falsifies or misdirects text, or breaks the edition's own schema or rules. What
    an editor may have meant is a warning. No check is a hint of itself: an edition makes it one.
    """

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


ERROR, WARNING, HINT = Severity


@dataclass(frozen=True)
class Code:
    """One kind of problem. `message` and `hint` are filled with the facts of a case.

    `manual` is what `editio explain` prints: a first line, why it matters, and the sections
    “Wrong:” and “Right:” with an example each.
    """

    name: str
    severity: Severity
    message: str
    hint: str
    manual: str = ""
    # Of a check that another package brings.
    outside: bool = False

    @property
    def title(self) -> str:
        """The first line of the manual."""
        return self.manual.strip().partition("\n")[0]


LETTERS = {
    "W": "Reading and well-formedness",
    "S": "Schema",
    "R": "Rules (Schematron)",
    "P": "Pointers, registers and notes",
    "A": "Apparatus and corrections",
    "D": "Dates",
    "H": "Header",
    "X": "Suspicious text",
    "T": "Transforming",
    "O": "Output",
    "C": "Configuration",
}
