"""Registers outside of an edition, concepts, and files that are checked without the others."""

import re
from pathlib import Path

import pytest

from tests.checks.editions import MINI, broken, found, laid_over
from tests.pipeline.editions import edition, tei
from tests.pipeline.test_failures import run

pytestmark = pytest.mark.usefixtures("without_grammar")

CONCEPTS = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc>
<titleStmt><title>Concepts</title></titleStmt><publicationStmt><publisher>editio</publisher>
<availability><licence target="https://example.org/">x</licence></availability></publicationStmt>
<sourceDesc><p>None.</p></sourceDesc></fileDesc><encodingDesc><classDecl><taxonomy>
<category xml:id="art"><category xml:id="engraving"/><category xml:id="painting"/></category>
<category xml:id="song"><desc type="why">Meant, not named.</desc></category>
</taxonomy></classDecl></encodingDesc></teiHeader><standOff/></TEI>"""


def concepts(folder: Path, reference: str) -> Path:
    """Return a folder that is no edition: a letter that names a concept, a file of concepts."""
    letter = (MINI / "tei/texts/letter.xml").read_text("utf-8")
    letter = re.sub(r"<\?xml-model.*?\?>", "", letter)
    letter = letter.replace("#catherine", "#letter").replace("#blake", "#letter")
    letter = letter.replace("The rest", f'<term ref="{reference}">The rest</term>')
    (folder / "letter.xml").write_text(letter.replace("#felpham-sussex", "#letter"), "utf-8")
    (folder / "concepts.xml").write_text(CONCEPTS)
    return folder


def said(*paths: Path) -> list[tuple[str, str]]:
    """Return the codes found, each with the first words of its message in quotation marks."""
    told = [one for one in found(*paths) if one.code not in {"S009", "S011"}]
    return [(one.code, one.message.partition("“")[2].partition("”")[0]) for one in told]


@pytest.mark.parametrize("reference", ["#engraving", "concepts.xml#engraving"])
def test_a_register_outside_an_edition(tmp_path: Path, reference: str) -> None:
    """A file of nothing but entries is a register: its concepts are found, and may be unused."""
    assert said(concepts(tmp_path, reference)) == [("P008", "painting")]


def test_a_register_that_nothing_points_into(tmp_path: Path) -> None:
    """A project that names its persons and concepts in another way is left alone."""
    assert said(concepts(tmp_path, "https://example.org/engraving")) == []


def test_categories_of_two_files_outside_an_edition(tmp_path: Path) -> None:
    """Files that lie in no edition have categories of their own, which may have the same ids."""
    folder = concepts(tmp_path, "#engraving")
    for name in ("painting", "art", "song"):
        broken(folder / "concepts.xml", f'"{name}"', f'"{name}-1"')
    (folder / "more.xml").write_text(CONCEPTS.replace('"painting"', '"engraving-2"'))
    assert "P006" not in {code for code, _ in said(folder)}


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


NAMED = (
    '<p><persName ref="#{n}">A</persName>, <persName ref="pmb:{n}">B</persName>, '
    '<persName ref="#other">C</persName> in <placeName ref="../places.xml#x">D</placeName>, '
    '<name ref="#whoever">E</name></p>'
)


def names(folder: Path, *parts: str) -> list[tuple[str, str, str]]:
    """Check an edition of letters; give code, severity and message of what pointers lack."""
    texts = {f"letter{n}": tei(part, id=f"letter{n}") for n, part in enumerate(parts)}
    told = found(edition(folder, **texts))
    return [(one.code, one.severity.value, one.message) for one in told if one.code[0] == "P"]


@pytest.mark.slow
def test_without_registers_names_are_told_once(tmp_path: Path) -> None:
    """An edition whose registers are elsewhere has one warning for each kind, and is built."""
    parts = [NAMED.format(n=f"pmb{n}").replace("pmb:", "#pmb-") for n in range(30)]
    told = names(tmp_path, *parts)
    assert {(code, severity) for code, severity, _ in told} == {("P026", "warning")}
    assert sorted(message for _, _, message in told) == [
        "@ref points to “#pmb0” and 60 others like it, but the edition has no register of persons",
        "@ref points to “#whoever”, but the edition has no register of persons, places or other "
        "entries",
        "@ref points to “../places.xml#x”, but the edition has no register of places",
    ]
    built = run("build", tmp_path, "--format", "html", "--out", tmp_path / "out")
    assert built.exit_code == 0, built.output
    page = (tmp_path / "out/letter0.html").read_text("utf-8")
    assert "A, B, C in D, E" in page


def test_with_a_register_a_name_that_leads_nowhere_is_an_error(tmp_path: Path) -> None:
    """One person listed anywhere, and the others may be slips; places are none."""
    listed = '<listPerson><person xml:id="other"><persName>C</persName></person></listPerson>'
    told = names(tmp_path, NAMED.format(n="a").replace("pmb:", "#"), f"<div>{listed}</div>")
    assert {code for code, _, message in told if "“#a”" in message} == {"P002"}
    assert {code for code, _, message in told if "places.xml" in message} == {"P026"}


def test_what_is_no_name_is_an_error_without_registers(tmp_path: Path) -> None:
    """A link, a source, a hand: what they lead to is no entry that may stand elsewhere."""
    told = names(tmp_path, '<p><ref target="#gone">x</ref> <hi ana="#lost">y</hi></p>')
    assert {(code, severity) for code, severity, _ in told} == {("P002", "error")}
