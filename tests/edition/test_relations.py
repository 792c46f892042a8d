"""How people of a list are related: whose relation it is, what is said of it, in every output."""

import csv
import json
from pathlib import Path

import pytest
from editio.checks.gate import unchecked
from editio.edition.project import discover
from editio.render.build import Plan, build
from lxml import html

TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="mill" xml:lang="de"><teiHeader><fileDesc>
<titleStmt><title>Mill</title></titleStmt><publicationStmt><p>none</p></publicationStmt>
<sourceDesc><p>none</p></sourceDesc></fileDesc></teiHeader><text><body><p>
<persName ref="#ada">Ada</persName> <persName ref="#ben">Ben</persName></p></body><back>
<listPerson><person xml:id="ada"><persName>Ada</persName><persPronouns>sie</persPronouns></person>
<person xml:id="ben" sex="MALE"><persName>Ben</persName></person><listRelation>
<relation name="parentOf" active="#ada" passive="#ben" cert="low"><desc>an Kindes statt</desc>
</relation><relation name="spouses" mutual="#ada #ben" from="1801"/></listRelation></listPerson>
<listNym><nym xml:id="nn"><form>Johannes</form></nym></listNym></back></text></TEI>"""


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is built of a text that brings its list."""
    folder = tmp_path_factory.mktemp("related")
    (folder / "mill.xml").write_text(TEI, "utf-8")
    edition = unchecked(*discover(folder)).edition
    build(Plan(edition, ("html", "text", "tables"), folder / "out", cached=False))
    return folder / "out"


def _facts(page: Path) -> dict[str, str]:
    made = html.fromstring(page.read_text("utf-8"))
    return {
        str(one.findtext("dt")): "".join("".join(map(str, dd.itertext())) for dd in one.iter("dd"))
        for one in made.iterfind(".//dl/div")
    }


def test_pages_and_plain_text(out: Path) -> None:
    """In the language of the page; from the other side by an arrow; a nym is called by its form."""
    aside = " (an Kindes statt; Sicherheit gering)"
    assert _facts(out / "register/ada.html") == {
        "Pronomen": "sie",
        "Elternteil von": f"Ben{aside}",
        "Ehegatte/Ehegattin": "Ben (ab 1801)",
    }
    assert _facts(out / "register/ben.html") == {
        "Geschlecht": "männlich",
        "← Elternteil von": f"Ada{aside}",
        "Ehegatte/Ehegattin": "Ada (ab 1801)",
    }
    assert (out / "text/registers/persons.txt").read_text("utf-8") == (
        f"Ada, sie, Elternteil von: Ben{aside}, Ehegatte/Ehegattin: Ben (ab 1801)\n\n"
        f"Ben, männlich, ← Elternteil von: Ada{aside}, Ehegatte/Ehegattin: Ada (ab 1801)\n"
    )
    assert html.parse(out / "register/nn.html").findtext(".//h1") == "Johannes"


def test_tables(out: Path) -> None:
    """One parent, not two; dates and certainty are kept."""
    aside = "an Kindes statt; certainty: low"
    related = {
        "ada": [f"parentOf:ben ({aside})", "spouses:ben (1801/..)"],
        "ben": [f"←parentOf:ada ({aside})", "spouses:ada (1801/..)"],
    }
    with (out / "tables/persons.csv").open(encoding="utf-8", newline="") as rows:
        assert {one["id"]: one["related"].split("|") for one in csv.DictReader(rows)} == related
    lines = (out / "tables/persons.jsonl").read_text("utf-8").splitlines()
    assert {one["id"]: one["related"] for one in map(json.loads, lines)} == related
