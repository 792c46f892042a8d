"""A text's own entry with the number of one of the registers is one with it; conflicts are told."""

import csv
from pathlib import Path

import pytest
from editio.checks.gate import unchecked
from editio.edition.project import discover
from editio.render.build import Plan, build

from tests.checks.editions import found

TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{id}" xml:lang="en"><teiHeader><fileDesc>
<titleStmt><title>Mill</title></titleStmt><publicationStmt><p>none</p></publicationStmt>
<sourceDesc><p>none</p></sourceDesc></fileDesc></teiHeader>{body}</TEI>"""
PERSON = """<listPerson><person xml:id="{id}"><persName>{name}</persName><birth when="{born}"/>
<idno type="{type}">{number}</idno></person></listPerson>"""
GND = "https://d-nb.info/gnd/118540238"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A register, and a text that brings the same person under another id, born in another year."""
    known = PERSON.format(id="p1", name="Ida", born="1880", type="GND", number="118540238")
    brought = PERSON.format(id="zz9", name="Ida Holm", born="1881", type="URL", number=GND)
    named = '<p><persName ref="#zz9">I.</persName></p>'
    text = f"<text><body>{named}</body><back>{brought}</back></text>"
    for name, id_, body in (
        ("registers/persons.xml", "persons", f"<standOff>{known}</standOff>"),
        ("texts/mill.xml", "mill", text),
    ):
        file = tmp_path / "tei" / name
        file.parent.mkdir(parents=True)
        file.write_text(TEI.format(id=id_, body=body), "utf-8")
    return tmp_path


def test_what_differs_is_told_and_a_mention_counts(folder: Path) -> None:
    """As of entries with one id; the entry of the register is mentioned by the other's id."""
    told = {one.code: one for one in found(folder / "tei") if one.code in {"P008", "P041"}}
    assert list(told) == ["P041"]
    assert "“zz9” has birth “1881” here, and “1880” in" in told["P041"].message
    assert told["P041"].message.endswith("registers/persons.xml#p1")


def test_its_number_is_told_once(folder: Path) -> None:
    """Also where one of them gives the address of it."""
    edition = unchecked(*discover(folder)).edition
    build(Plan(edition, ("html", "text", "tables"), folder / "out", cached=False))
    assert (folder / "out/text/registers/persons.txt").read_text("utf-8") == (
        "Ida (Ida Holm), b. 1880. GND 118540238\n"
    )
    page = (folder / "out/register/p1.html").read_text("utf-8")
    assert page.count(f'href="{GND}"') == 1
    with (folder / "out/tables/persons.csv").open(encoding="utf-8", newline="") as rows:
        (row,) = csv.DictReader(rows)
    assert (row["identifiers"], row["mentions"]) == (GND, "1")
