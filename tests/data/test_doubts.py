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


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a text that names both."""
    folder = edition(
        tmp_path_factory.mktemp("doubts"),
        small=tei(
            '<p><persName ref="#hal">Hal</persName>, <persName ref="#ida">Ida</persName></p>'
        ),
    )
    (folder / "tei/registers").mkdir()
    (folder / "tei/registers/persons.xml").write_text(PERSONS, "utf-8")
    plan = Plan(load(discover(folder)[0])[0], ("html", "text", "tables"), folder / "out")
    assert build(plan).written
    return folder / "out"


def page(out: Path, name: str) -> str:
    """Return the words of the page of an entry."""
    tree = html.fromstring((out / f"register/{name}.html").read_text("utf-8"))
    (main,) = tree.iter("main")
    return " ".join("".join(map(str, main.itertext())).split())


def test_plain_text(out: Path) -> None:
    """A part that was misread takes its comma with it; doubts are marked; notes are withheld."""
    hal, ida, *sources = (
        (out / "text/registers/persons.txt").read_text("utf-8").strip().split("\n\n")
    )
    assert sources == ["## Sources", "[1] The parish book"]
    assert hal == "Hal (Holt, Henry), b. 1700, d. 1750. He kept bees [1]"
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
    assert ", Hal" not in hal
    for words in ("about 1700 (without a source", "1750 (?)", "miller (?)", "Marl (?)", "rye. (?)"):
        assert words in ida
    with (out / "tables/persons.csv").open(encoding="utf-8", newline="") as file:
        one, other = csv.DictReader(file)
    assert (one["name"], one["variants"], one["remark"]) == ("Hal", "Holt, Henry", "He kept bees.")
    assert (other["variants"], other["death_certainty"]) == ("Ida Lowe (?)", "low")
    assert "miller (?)" in other["remark"]
