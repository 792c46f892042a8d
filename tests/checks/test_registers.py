"""Registers outside of an edition, concepts, and files that are checked without the others."""

from pathlib import Path

import pytest

from tests.checks.editions import MINI, broken, found, laid_over

CONCEPTS = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc>
<titleStmt><title>Concepts</title></titleStmt><publicationStmt><publisher>editio</publisher>
<availability><licence target="https://example.org/">x</licence></availability></publicationStmt>
<sourceDesc><p>None.</p></sourceDesc></fileDesc><encodingDesc><classDecl><taxonomy>
<category xml:id="art"><category xml:id="engraving"/><category xml:id="painting"/></category>
<category xml:id="song"><desc type="why">Meant, not named.</desc></category>
</taxonomy></classDecl></encodingDesc></teiHeader><standOff/></TEI>"""


def concepts(folder: Path, reference: str) -> Path:
    """Give a folder that is no edition, of a letter that names a concept and a file of concepts."""
    letter = (MINI / "tei/texts/letter.xml").read_text("utf-8").replace("../schema", "schema")
    letter = letter.replace("#catherine", "#letter").replace("#blake", "#letter")
    letter = letter.replace("The rest", f'<term ref="{reference}">The rest</term>')
    (folder / "letter.xml").write_text(letter.replace("#felpham-sussex", "#letter"), "utf-8")
    (folder / "concepts.xml").write_text(CONCEPTS)
    return folder


def said(*paths: Path) -> list[tuple[str, str]]:
    """Give the codes found, each with the first words of its message in quotation marks."""
    told = [one for one in found(*paths) if one.code != "S009"]
    return [(one.code, one.message.partition("“")[2].partition("”")[0]) for one in told]


@pytest.mark.parametrize("reference", ["#engraving", "concepts.xml#engraving"])
def test_a_register_outside_an_edition(tmp_path: Path, reference: str) -> None:
    """A file of nothing but entries is a register: its concepts are found, and may be unused."""
    assert said(concepts(tmp_path, reference)) == [("P008", "painting")]


def test_a_register_that_nothing_points_into(tmp_path: Path) -> None:
    """A project that names its persons and concepts in another way is left alone."""
    assert said(concepts(tmp_path, "https://example.org/engraving")) == []


def test_entries_in_two_registers_outside_an_edition(tmp_path: Path) -> None:
    """A second file with the same entry is told."""
    folder = concepts(tmp_path, "#engraving")
    for name in ("painting", "art", "song"):
        broken(folder / "concepts.xml", f'"{name}"', f'"{name}-1"')
    (folder / "more.xml").write_text(CONCEPTS.replace('"painting"', '"engraving-2"'))
    assert ("P006", "engraving") in said(folder)


def test_files_alone_leave_no_entry_unused(tmp_path: Path) -> None:
    """Who checks two files of a folder has not shown the others, which may name the entry."""
    folder = concepts(tmp_path, "#engraving")
    assert said(folder / "letter.xml", folder / "concepts.xml") == []
    assert said(folder / "letter.xml") == [("P002", "#engraving")]


def test_a_concept_of_an_edition_whose_text_is_checked_alone(tmp_path: Path) -> None:
    """Registers that are only context offer all their entries; a register alone knows its texts."""
    root = laid_over(tmp_path / "mini")
    broken(root / "tei/texts/letter.xml", "The rest", '<ref target="#engraving">The rest</ref>')
    (root / "tei/registers/concepts.xml").write_text(CONCEPTS)
    assert said(root / "tei/texts/letter.xml") == []
    assert said(root / "tei/registers/concepts.xml") == [("P008", "painting")]
