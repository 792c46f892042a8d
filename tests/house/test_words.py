"""Words of commands, findings, handbook and docstrings are those of the field, in plain English."""

import ast
import re

from tests.house.test_rooms import HOUSE
from tests.shared import ROOT

# What readers took for translated, or for a riddle.
STRANGE = re.compile(
    r"which there is not|ended without a word|[Mm]ade anew whenever|[Hh]ere may follow"
    r"|Exchange the two|” is no date|last build is as it was|Check room|without measure"
    r"|begins no (?:tag|entity)|answers to its own|wants to hear|the last one stays"
    r"|there, but not from|no face of the book|does not say what one may|of no country"
    r"|\bMend (?:the|its|it|\{|your|what)(?! engine)"
)


def test_no_phrase_is_strange() -> None:
    """In modules, in the handbook, in the words of the interface."""
    files = [
        *HOUSE.rglob("*.py"),
        *(ROOT / "docs").rglob("*.md"),
        ROOT / "README.md",
        ROOT / "CONTRIBUTING.md",
        ROOT / "xslt/labels/en.xml",
    ]
    found = {
        f"{file.relative_to(ROOT)}:{number}: {line.strip()}"
        for file in files
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        if STRANGE.search(line)
    }
    assert len(files) > 300
    assert found == set()


def test_what_is_returned_is_said_to_be_returned() -> None:
    """A docstring says “Return” in the imperative, not “Give”, “Returns” or “Gets”."""
    found = {
        f"{file.relative_to(HOUSE)}:{node.lineno}"
        for file in HOUSE.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef) and not isinstance(node.returns, ast.Constant)
        if re.match(r"(Give|Gives|Returns|Yields|Gets?|Hands?|Tells|Says)\b",
                    ast.get_docstring(node) or "")
    }  # fmt: skip
    assert found == set()
