"""Tags that do not nest: each fault once, where it is, with the cheapest mending."""

from pathlib import Path

import pytest

from tests.checks.editions import broken, found, laid_over

pytestmark = pytest.mark.usefixtures("without_grammar")

HEAD = "<head>A letter</head>"


def told(tmp_path: Path, words: str) -> list[str]:
    """Return the faults found when `words` stand in the place of the heading of the letter."""
    root = laid_over(tmp_path / "mini")
    broken(root / "tei/texts/letter.xml", HEAD, words)
    diagnostics = [one for one in found(root) if one.file.endswith("letter.xml")]
    assert {one.code for one in diagnostics} <= {"W001"}
    return [one.message.removeprefix("not well-formed XML: ") for one in diagnostics]


@pytest.mark.parametrize(
    ("words", "faults"),
    [
        ("<p><hi>a</p>", ["</p> stands where <hi> on line 23 is still open"]),
        ("<p><hi><q>a</p>", ["</p> stands where <q> on line 23 is still open"]),
        ("<p>a</p></hi>", ["</hi> closes nothing"]),
        ("<p>a</hi></p>", ["</hi> closes nothing"]),
        ("<p>a</div></p>", ["</div> closes nothing"]),
        ("<p><hi>a</p></p>", ["</p> stands where <hi> on line 23 ends"]),
        (
            "<p><persName>a</persname> b</p>",
            ["</persname> stands where <persName> on line 23 ends"],
        ),
        ("<p><hi>a</b></p>", ["</b> stands where <hi> on line 23 ends"]),
        ("<p><hi><q>a</hi></q></p>", ["</hi> stands where <q> on line 23 is still open"]),
        ("<p><!-- <hi> --><![CDATA[<hi>]]><lb/>a</hi></p>", ["</hi> closes nothing"]),
    ],
)
def test_one_fault(tmp_path: Path, words: str, faults: list[str]) -> None:
    """Missing, misspelt, crossed or too much: nothing that follows from it is told."""
    assert told(tmp_path, words)[:1] == faults
    assert len(told(tmp_path / "again", words)) == 1


def test_all_faults_of_a_file(tmp_path: Path) -> None:
    """Faults of several kinds in one file are all told, in the order of the lines."""
    lines = ["<p>A & B</p>", "<p n=5>x</p>", "<p><hi>x</p>", "<p>&nbsp;</p>", "<p>x</q></p>"]
    faults = ["ampersand", "quotation marks", "<hi> on line 25", "&nbsp;", "</q> closes nothing"]
    said = told(tmp_path, "\n".join(lines))
    assert len(said) == len(faults)
    assert all(words in one for words, one in zip(faults, said, strict=True))


def test_a_file_that_was_cut_off(tmp_path: Path) -> None:
    """What is open at the end of a file is one fault."""
    root = laid_over(tmp_path / "mini")
    letter = root / "tei/texts/letter.xml"
    letter.write_text(letter.read_text("utf-8").partition("</head>")[0], "utf-8")
    (one,) = [one for one in found(root) if one.code == "W001"]
    assert one.message.endswith("the file ends while <head> on line 23 is open")
