"""Every code has a case: `bad` shows it and nothing else, `good` shows nothing at all."""

from pathlib import Path

import pytest
from editio.diagnostics import Diagnostic
from editio.diagnostics.codes import CODES

from tests.checks.editions import CASES, found, in_full, laid_over

# What no folder of TEI can show; tests/pipeline/, tests/projects/ and test_selection.py show these.
ELSEWHERE = {"C001", "C013", "C016"} | {code for code in CODES if code[0] in "OT"} - {
    "T001",
    "T005",
}


def _in_question(code: str, root: Path) -> tuple[Diagnostic, ...]:
    """Leave out that a text names no schema, in the cases of what a schema would tell instead."""
    told = found(root, usual=code == "P028")
    return tuple(one for one in told if one.code == code or one.code != "S011")


def test_every_code_has_a_case() -> None:
    """A code without a case could be one that never fails."""
    assert {folder.name for folder in CASES.iterdir()} == set(CODES) - ELSEWHERE


@pytest.mark.parametrize("code", sorted(set(CODES) - ELSEWHERE))
def test_bad(code: str, tmp_path: Path, pytestconfig: pytest.Config) -> None:
    """The bad case is told under its code alone, in the words of `expected`."""
    root = laid_over(tmp_path / "mini", CASES / code / "bad")
    diagnostics = _in_question(code, root)
    words, expected = in_full(root, diagnostics), CASES / code / "expected"
    if pytestconfig.getoption("--update-golden"):
        expected.write_text(words, "utf-8")
    assert {one.code for one in diagnostics} == {code}
    assert words == expected.read_text("utf-8")


@pytest.mark.parametrize("code", sorted(set(CODES) - ELSEWHERE))
def test_good(code: str, tmp_path: Path) -> None:
    """What is right, though it looks like the fault, is not told."""
    root = laid_over(tmp_path / "mini", CASES / code / "good")
    assert in_full(root, _in_question(code, root)) == ""


def test_the_smallest_edition_is_clean(tmp_path: Path) -> None:
    """tests/mini is free of findings."""
    assert found(laid_over(tmp_path / "mini")) == ()


def test_this_edition_is_clean() -> None:
    """The edition of this repository is free of findings."""
    root = Path(__file__).parents[2]
    assert in_full(root, found(root, usual=True)) == ""
