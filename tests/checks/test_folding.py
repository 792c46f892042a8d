"""One fault is told once, though a rule of the schema and a check of editio both see it."""

import shutil
from pathlib import Path

from tests.pipeline.editions import ROOT
from tests.pipeline.test_failures import run


def spoilt(folder: Path, old: str, new: str) -> list[str]:
    """Give the first lines of what is found in the report when one thing is changed in it."""
    shutil.copytree(ROOT / "tei", folder / "tei")
    text = folder / "tei/texts/khrushchev-at-70.xml"
    words = text.read_text("utf-8")
    assert old in words
    text.write_text(words.replace(old, new, 1), "utf-8")
    found = run("check", folder).output.splitlines()
    return [line for line in found if ": error " in line or ": warning " in line]


def test_correction_that_changes_nothing(tmp_path: Path) -> None:
    """The house rule on empty corrections gives way to the check that knows it everywhere."""
    (found,) = spoilt(tmp_path, ">Khrushchev</corr>", ">Xhrushchev</corr>")
    assert " A005: " in found


def test_pointer_to_nobody(tmp_path: Path) -> None:
    """So does the house rule on pointers inside the file."""
    (found,) = spoilt(tmp_path, 'resp="#editio"', 'resp="#edito"')
    assert " P002: " in found
