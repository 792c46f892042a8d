"""One fault is told once, though a rule of the schema and a check of editio both see it."""

import shutil
from pathlib import Path

import pytest

from tests.checks.editions import MINI, broken, found, laid_over
from tests.pipeline.editions import ROOT, edition, tei
from tests.pipeline.test_failures import run


def spoilt(folder: Path, old: str, new: str) -> list[str]:
    """Return the first lines of what is found in the report when one thing is changed in it."""
    shutil.copytree(ROOT / "tei", folder / "tei")
    text = folder / "tei/texts/khrushchev-at-70.xml"
    words = text.read_text("utf-8")
    assert old in words
    text.write_text(words.replace(old, new, 1), "utf-8")
    lines = run("check", folder).output.splitlines()
    return [line for line in lines if ": error " in line or ": warning " in line]


def test_correction_that_changes_nothing(tmp_path: Path) -> None:
    """The house rule on empty corrections gives way to the check that knows it everywhere."""
    (said,) = spoilt(tmp_path, ">Khrushchev</corr>", ">Xhrushchev</corr>")
    assert " A005: " in said


def test_pointer_to_nobody(tmp_path: Path) -> None:
    """So does the house rule on pointers inside the file."""
    (said,) = spoilt(tmp_path, 'resp="#editio"', 'resp="#edito"')
    assert " P002: " in said


RULE = """<schema xmlns="http://purl.oclc.org/dsdl/schematron"><pattern>
<rule context="*:p//*:p | *:lb">
<assert test="false()">Not here.</assert></rule></pattern></schema>"""


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("<p>in</p> The rest", ["S003"]),  # and not R001 as well
        ("<lb/> The rest", ["R001"]),
        ("<app>x</app> The rest", ["S008"]),  # and not A001 as well
        ("<app/> The rest", ["A001"]),
    ],
)
def test_a_check_and_a_schema(tmp_path: Path, words: str, codes: list[str]) -> None:
    """Where the schema has said what is wrong, neither a rule nor a check says it again."""
    root = laid_over(tmp_path / "mini")
    broken(root / "tei/texts/letter.xml", "The rest", words)
    (tmp_path / "own.sch").write_text(RULE)
    own = (MINI / "tei/schema/mini.rnc").read_text().replace("common, (text | lem", "common, (lem")
    (tmp_path / "own.rnc").write_text(own)
    told = found(root, schemas=(tmp_path / "own.rnc", tmp_path / "own.sch"))
    assert [one.code for one in told] == codes


def test_that_no_schema_is_named_hides_nothing(tmp_path: Path) -> None:
    """It is told at the root, where other faults may be."""
    folder = edition(tmp_path, small=tei(id="not an id"))
    assert {one.code for one in found(folder)} == {"S011", "P023", "P021"}
