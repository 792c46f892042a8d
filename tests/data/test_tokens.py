"""Words that are analysed, as treebanks and corpus managers take them: CoNLL-U and vertical."""

import re
from pathlib import Path

import pytest
from editio.checks.gate import unchecked
from editio.edition.project import discover
from editio.render.build import Plan, build

from tests.rules.outputs import document
from tests.shared import SHARED

SEVERAL = (
    '<u who="#a"><seg><s xml:id="s1"><w xml:id="t0">al<w xml:id="t1" norm="a" lemma="a" pos="ADP"/>'
    '<w xml:id="t2" norm="el" lemma="el" msd="UPosTag=DET|Gender=Masc"/></w> <name><w xml:id="t3"'
    ' lemma="mar" pos="Ncms">mar</w></name><pc>,</pc> <lb/><w lemma="y" msd="CC"><choice><orig>i'
    "</orig><reg>y</reg></choice></w><note><p><w>no</w></p></note><linkGrp type='UD-SYN'>"
    '<link ana="ud-syn:case" target="#t3 #t1"/><link ana="ud-syn:nmod_poss" target="#s1 #t3"/>'
    "</linkGrp></s></seg></u><p><w>sin</w></p><l><w lemma='fin'>fin</w></l>"
)


def made(folder: Path, body: str) -> dict[str, str]:
    """Build the plain text of a case: path -> text of what is said of its words."""
    (folder / "case.xml").write_text(document(body), "utf-8")
    out = folder / "out"
    built = build(Plan(unchecked(*discover(folder)).edition, ("text",), out, cached=False))
    assert built.diagnostics == ()
    found = (one for one in (out / "text").rglob("*") if one.suffix in {".conllu", ".vert"})
    return {one.relative_to(out / "text").as_posix(): one.read_text("utf-8") for one in found}


@pytest.mark.shared
def test_the_sheet(tmp_path: Path) -> None:
    """The example of the requirement sheet, to the letter."""
    sheet = (SHARED / "genres-b.md").read_text("utf-8")
    (part,) = re.findall(r"^## 8 .*?(?=^## 9)", sheet, re.S | re.M)
    tei, wanted = (words for _, words in re.findall(r"```(xml)?\n(.*?)\n```", part, re.S))
    assert made(tmp_path, f"<p>{tei}</p>")["conllu/case.conllu"] == f"{wanted}\n\n"


def test_columns(tmp_path: Path) -> None:
    """A word that is several has their numbers; tags that are none of the Universal Dependencies
    are the corpus's own; words of notes and of spellings that were regularized are left out.
    """
    files = made(tmp_path, SEVERAL)
    first, second, end = files["conllu/case.conllu"].split("\n\n")
    assert end == ""
    assert [line.split("\t") for line in first.split("\n")] == [
        ["# sent_id = s1"],
        ["# text = al mar, y"],
        ["1-2", "al", *"________"],
        ["1", "a", "a", "ADP", "_", "_", "3", "case", "_", "_"],
        ["2", "el", "el", "DET", "_", "Gender=Masc", *"____"],
        ["3", "mar", "mar", "_", "Ncms", "_", "0", "nmod:poss", "_", "SpaceAfter=No"],
        ["4", ",", *"________"],
        ["5", "y", "y", "_", "CC", *"_____"],
    ]
    assert second.split("\n")[1:] == ["# text = fin", "1\tfin\tfin" + "\t_" * 7]
    assert files["vertical/case.vert"].split("\n")[:8] == [
        '<s id="s1">', "a\ta\tADP", "el\tel\tDET", "mar\tmar\tNcms", "<g/>", ",\t_\t_", "y\ty\tCC",
        "</s>",
    ]  # fmt: skip


def test_words_that_are_not_analysed(tmp_path: Path) -> None:
    """There is nothing to tell of them."""
    assert made(tmp_path, "<p><s><w>rye</w> <w>meal</w></s></p>") == {}
