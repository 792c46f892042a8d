"""What a register is not sure of, holds to be misread, or withholds: in every output alike."""

import csv
from pathlib import Path

import pytest
from editio.edition.edition import load
from editio.edition.project import discover
from editio.render.build import Plan, build
from lxml import html

from tests.pipeline.editions import edition, tei

PERSONS = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="persons" xml:lang="en"><teiHeader>
<fileDesc><titleStmt><title>Persons</title></titleStmt><publicationStmt><p>None.</p>
</publicationStmt><sourceDesc><bibl xml:id="book">The parish book</bibl></sourceDesc></fileDesc>
</teiHeader><text><body><listPerson>
<person xml:id="hal">
<persName><surname><sic>Ho1t</sic></surname>, <forename>Hal</forename></persName>
<persName><forename>Henry</forename><addName><sic>Ha1</sic></addName><surname>H<sic>.</sic>olt</surname>
</persName><birth when="1700" source="#book"/><death when="1750" source="#book"/>
<note type="not-to-be-cited">Born in May.</note><note subtype="nicht zitieren">Died in June.</note>
<note type="to-be-cited">He kept bees.</note></person>
<person xml:id="ida"><persName>Ida Low</persName><persName cert="low">Ida Lowe</persName>
<birth>about 1700</birth><death when="1750" source="#book"><certainty locus="value" cert="low"/>
</death>
<floruit when="1720" source="#book"/><occupation evidence="conjecture">miller</occupation>
<residence xml:id="home">Marl</residence><faith>none</faith>
<certainty target="#home" locus="value" degree="0.4"/>
<note cert="medium">She sold rye.</note></person>
</listPerson></body></text></TEI>"""
# Of a register that has no sources.
OTHERS = (
    PERSONS[: PERSONS.index("<person ")].replace('xml:id="persons"', 'xml:id="others"')
    + """<person xml:id="bo"><persName><sic>Bo.ris</sic> Ivanov</persName>
<birth when="1801-02-03"><note>Not to be cited.</note></birth></person>
<person xml:id="cy"><persName><sic>Cy.</sic></persName><death when="1802"/></person>
<person xml:id="di"><persName type="pref"><surname><sic>A5h</sic></surname><forename>Di</forename>
</persName><persName><surname>Ash</surname><forename>Di</forename></persName>
<birth when="1803"><note>not to be cited before May</note></birth></person>
</listPerson></body></text></TEI>"""
)


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a text that names both."""
    folder = edition(
        tmp_path_factory.mktemp("doubts"),
        small=tei(
            '<p><persName ref="#hal">Hal</persName>, '
            '<persName ref="#ida" cert="low">Ida</persName>, '
            '<persName ref="#bo">Bo</persName>, <persName ref="#cy">Cy</persName>, '
            '<persName ref="#di">Di</persName></p>'
        ),
    )
    (folder / "tei/registers").mkdir()
    (folder / "tei/registers/persons.xml").write_text(PERSONS, "utf-8")
    (folder / "tei/registers/others.xml").write_text(OTHERS, "utf-8")
    plan = Plan(load(discover(folder)[0])[0], ("html", "text", "tables"), folder / "out")
    assert build(plan).written
    return folder / "out"


def page(out: Path, name: str) -> str:
    """Return the words of the page of an entry."""
    tree = html.fromstring((out / f"register/{name}.html").read_text("utf-8"))
    (main,) = tree.iter("main")
    return " ".join("".join(map(str, main.itertext())).split())


def test_plain_text(out: Path) -> None:
    """A part of a form that was misread takes its comma with it, the name of an entry loses none;
    doubts are marked; notes are withheld.
    """
    hal, ida, *sources = (
        (out / "text/registers/persons.txt").read_text("utf-8").strip().split("\n\n")
    )
    assert sources == ["## Sources", "[1] The parish book"]
    assert hal == "Ho1t [sic], Hal (Holt, Henry), b. 1700, d. 1750. He kept bees [1]"
    assert ida == (
        "Ida Low (Ida Lowe (?)), b. about 1700 (without a source, not to be cited), d. 1750 (?), "
        "fl. 1720, miller (?), Marl (?), none. She sold rye. (?) [1]"
    )


def test_pages_and_tables(out: Path) -> None:
    """They say the same."""
    hal, ida = page(out, "hal"), page(out, "ida")
    assert "Born in May" not in hal
    assert "Died in June" not in hal
    assert "He kept bees." in hal
    assert "Ho1t [sic], Hal" in hal
    for words in ("about 1700 (without a source", "1750 (?)", "miller (?)", "Marl (?)", "rye. (?)"):
        assert words in ida
    with (out / "tables/persons.csv").open(encoding="utf-8", newline="") as file:
        rows = {one["id"]: one for one in csv.DictReader(file)}
    one, other = rows["hal"], rows["ida"]
    assert (one["name"], one["variants"], one["remark"]) == (
        "Ho1t [sic], Hal",
        "Holt, Henry",
        "He kept bees.",
    )
    assert (other["variants"], other["death_certainty"]) == ("Ida Lowe (?)", "low")
    assert "miller (?)" in other["remark"]


def test_names_that_are_marked_as_wrong(out: Path) -> None:
    """The name of an entry is a form without such words, or keeps them, marked. A date whose note
    says that it is not to be cited is marked where it has no source.
    """
    ash, bo, cy = (out / "text/registers/others.txt").read_text("utf-8").strip().split("\n\n")
    assert ash == "Ash, Di (Di), b. 1803. not to be cited before May"
    birth = "3 February 1801 (without a source, not to be cited)"
    assert bo == f"Bo.ris [sic] Ivanov, b. {birth}. Not to be cited"
    assert cy == "Cy. [sic], d. 1802"
    assert birth in page(out, "bo")
    assert "Cy. [sic]" in page(out, "cy")
    with (out / "tables/persons.csv").open(encoding="utf-8", newline="") as file:
        rows = {one["id"]: one for one in csv.DictReader(file)}
    names = {"di": "Ash, Di", "bo": "Bo.ris [sic] Ivanov", "cy": "Cy. [sic]"}
    assert {one: rows[one]["name"] for one in names} == names
    assert [rows[one]["birth_certainty"] for one in ("bo", "di")] == ["unknown", ""]


def test_a_mention_that_is_not_certain(out: Path) -> None:
    """Its certainty is in the facts, so in the table, and on the page of the entry. Nothing is said
    of the others.
    """
    with (out / "tables/mentions.csv").open(encoding="utf-8", newline="") as file:
        rows = [(one["entry"], one["form"], one["certainty"]) for one in csv.DictReader(file)]
    names = ("Hal", "Ida", "Bo", "Cy", "Di")
    assert rows == [(one.lower(), one, "low" if one == "Ida" else "") for one in names]
    assert "Ida, Bo, Cy, Di (certainty low)" in page(out, "ida")
    for name in ("hal", "bo", "cy", "di"):
        assert "certainty" not in page(out, name)
