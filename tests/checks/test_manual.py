"""The manual is the code: pages, codes and the letters they are sorted under stay in step."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from editio.checks.manual import page
from editio.cli.main import main
from editio.diagnostics.codes import CODES, LETTERS

DOCS = Path(__file__).parents[2] / "docs" / "checks.md"


def test_docs_are_in_step() -> None:
    """docs/checks.md is what the code says; renew it with python -m editio.checks.manual."""
    assert DOCS.read_text("utf-8") == page()


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_page_of_the_manual(code: str) -> None:
    """A page has one sentence first, and one wrong and one right example."""
    manual = CODES[code].manual
    assert re.fullmatch(r"[A-ZTa-z].{10,100}[.:?]", CODES[code].title), CODES[code].title
    assert len(re.findall(r"^Wrong:\n    \S", manual, re.MULTILINE)) == 1
    assert len(re.findall(r"^Right:\n    \S", manual, re.MULTILINE)) == 1
    assert code[0] in LETTERS


@pytest.mark.parametrize("code", sorted(CODES))
def test_words_of_a_code(code: str) -> None:
    """Messages begin small and end without a stop, as they stand behind the code; hints do not."""
    entry = CODES[code]
    assert not entry.message.endswith(".")
    assert entry.message[0].islower() or not entry.message[0].isalpha() or code[0] == "X"
    assert entry.hint


def test_every_code_raised_is_known() -> None:
    """Codes in the source of the pipeline are codes of the list; Z is left to other packages."""
    sources = (Path(__file__).parents[2] / "pipeline").rglob("*.py")
    used = {code for file in sources for code in re.findall(r'"([A-Y]\d{3})"', file.read_text())}
    assert used <= set(CODES)


def test_explain() -> None:
    """`editio explain` prints the page; without a code the list; a wrong code is usage."""
    runner = CliRunner()
    told = runner.invoke(main, ["explain", "p002"])
    assert told.exit_code == 0
    assert "P002 (error)" in told.output
    assert "Wrong:" in told.output
    assert {line[:4] for line in runner.invoke(main, ["explain"]).output.splitlines()} == set(CODES)
    assert runner.invoke(main, ["explain", "P999"]).exit_code == 2
