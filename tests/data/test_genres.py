"""Tables of genres: a row for what one would count, no table where there is nothing to count."""

import csv
from pathlib import Path

import pytest
from editio.checks.gate import unchecked
from editio.edition.project import discover
from editio.formats.genres import GENRES
from editio.render.build import Plan, build

TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="all" xml:lang="en"><teiHeader><fileDesc>
<titleStmt><title>All</title></titleStmt><publicationStmt><p>none</p></publicationStmt><sourceDesc>
<p>none</p></sourceDesc></fileDesc><profileDesc><creation><listChange><change xml:id="st2">ink
</change></listChange></creation><particDesc><listPerson><person xml:id="ada"><persName>
<forename>Ada</forename><surname>Roth</surname></persName><affiliation>Guild</affiliation></person></listPerson></particDesc>
</profileDesc></teiHeader>
<standOff><interp type="mood" xml:id="warm">warm</interp></standOff><text><body>
<entry xml:id="loom"><form><orth>loom</orth><pron>luːm</pron></form><gramGrp><pos>n</pos></gramGrp>
<sense n="1"><usg>weaving</usg><def>a frame</def><xr type="see"><ref target="#warp">warp</ref></xr>
</sense></entry>
<timeline unit="s"><when xml:id="t0"/><when xml:id="t1" interval="2.5"/></timeline>
<u xml:id="u1" who="#ada" start="#t0" end="#t1">Good day to all.</u>
<div type="act" n="1"><div type="scene" n="2"><sp xml:id="sp1" who="#ada"><speaker>Ada</speaker>
<l n="4" met="-+" part="I">Who spins</l><stage>spins</stage>
<l n="4" part="F">so late?</l></sp></div></div>
<msDesc xml:id="m1"><msIdentifier><settlement>Chur</settlement><idno>MS 3</idno></msIdentifier>
<msContents><msItem n="1"><locus from="1r" to="9v"/><title>On flax</title></msItem></msContents>
<history><origin><origDate notBefore="1400" notAfter="1425"/></origin></history></msDesc>
<div type="edition"><ab>
<lb n="3"/>lana <gap reason="lost" quantity="2" unit="character"/></ab></div>
<p xml:id="q1" corresp="#q2" ana="#warm">Wool is <del change="#st2" hand="#ada">col</del> warm.</p>
</body></text></TEI>"""
WANTED = {
    "entries": {"id": "loom", "headword": "loom", "pronunciation": "luːm", "grammar": "n",
                "senses": "1"},
    "senses": {"entry": "loom", "number": "1", "usage": "weaving", "definition": "a frame"},
    "xrefs": {"entry": "loom", "type": "see", "words": "warp", "target": "warp"},
    "utterances": {"id": "u1", "who": "ada", "name": "Ada Roth", "party": "Guild", "start": "0",
                   "end": "2.5", "words": "4"},
    "speeches": {"id": "sp1", "act": "1", "scene": "2", "speaker": "Ada", "who": "ada",
                 "lines": "1", "words": "4"},
    "lines": {"n": "4", "met": "'-+", "words": "Who spins"},
    "manuscripts": {"id": "m1", "settlement": "Chur", "shelfmark": "MS 3", "title": "On flax",
                    "from": "1400", "to": "1425"},
    "items": {"ms": "m1", "n": "1", "locus": "1r–9v", "title": "On flax"},
    "gaps": {"line": "3", "reason": "lost", "quantity": "2", "unit": "character"},
    "changes": {"place": "q1", "element": "del", "hand": "ada", "stage": "st2", "words": "col"},
    "annotations": {"element": "interp", "type": "mood", "places": "q1", "words": "warm"},
    "alignment": {"source": "q1", "target": "q2", "type": "corresp"},
}  # fmt: skip


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, str]]]:
    """The rows of every table of a text that has something of each genre."""
    folder, out = tmp_path_factory.mktemp("genres"), tmp_path_factory.mktemp("out")
    (folder / "all.xml").write_text(TEI, "utf-8")
    built = build(Plan(unchecked(*discover(folder)).edition, ("tables",), out, cached=False))
    assert built.diagnostics == ()
    return {file.stem: rows(file) for file in out.rglob("*.csv")}


def rows(file: Path) -> list[dict[str, str]]:
    """The rows of a table."""
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize("table", GENRES, ids=lambda one: one.name)
def test_row(table: object, tables: dict[str, list[dict[str, str]]]) -> None:
    """Each value in its column, the others empty."""
    name = getattr(table, "name", "")
    (row,) = tables[name]
    said = {column: value for column, value in row.items() if value and column != "text"}
    assert WANTED[name].items() <= said.items()
    assert row["text"] == "all"


def test_no_empty_table(tables: dict[str, list[dict[str, str]]]) -> None:
    """What an edition has nothing of is no file."""
    assert {table.name for table in GENRES} == set(WANTED)
    assert all(tables[name] for name in WANTED)


def test_steps_of_a_change_are_apart(tmp_path: Path) -> None:
    """What was written first and what took its place are no one word, however deep they stand."""
    page = (
        '<sourceDoc><surface><zone type="main"><line>the <mod><mod><del>cold</del><add>grey</add>'
        "</mod> <add>wide</add></mod> sea <del>was <subst><del>l</del><add>b</add></subst>ow</del>"
        "</line></zone></surface></sourceDoc>"
    )
    (tmp_path / "a.xml").write_text(f"{TEI.partition('<text>')[0]}{page}</TEI>", "utf-8")
    out = tmp_path / "out"
    build(Plan(unchecked(*discover(tmp_path)).edition, ("tables",), out, cached=False))
    (file,) = out.rglob("changes.csv")
    said = [(row["element"], row["words"]) for row in rows(file)]
    assert said[:2] == [("mod", "cold → grey → wide"), ("mod", "cold → grey")]
    assert ("del", "was bow") in said
