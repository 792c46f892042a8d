"""Registers wherever they stand, and names however they point to them."""

import re
from pathlib import Path

import pytest
from editio.checks.gate import unchecked
from editio.edition.edition import Edition
from editio.edition.project import discover
from editio.edition.registers.pointing import MEANT
from editio.render.build import Plan, build
from editio.render.job import register
from lxml import etree, html

HEADER = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en" xml:id="{name}">
<teiHeader><fileDesc>
<titleStmt><title>{name}</title></titleStmt><publicationStmt><p>none</p></publicationStmt>
<sourceDesc><p>none</p></sourceDesc></fileDesc>{described}</teiHeader>{parts}</TEI>"""
PREFIX = """<encodingDesc><listPrefixDef><prefixDef ident="who" matchPattern="(.+)"
replacementPattern="people.xml#$1"/></listPrefixDef></encodingDesc>"""
NAMES = """<text><body><p xml:id="p1"><persName ref="#ada">Ada</persName>
<persName ref="people.xml#otto">Otto</persName> <rs ref="who:otto">the smith</rs>
<persName key="ada">she</persName> <persName ref="otto ada">both</persName>
<placeName ref="http://sws.geonames.org/2657896/">Turicum</placeName></p></body>
<back><listPerson><person xml:id="ada"><persName><forename>Ada</forename><surname>Roth</surname>
</persName><birth when="1801">in spring 1801<placeName>Chur</placeName></birth>
<occupation from="1820">weaver</occupation></person></listPerson>
<listPlace><place xml:id="zrh"><placeName>Zurich</placeName>
<desc>A town.<note>So Roth.</note></desc>
<population quantity="9" when="1801"/><state type="free" from="1351"/>
<location><geo>47,36 8,55</geo></location>
<idno type="GeoNames">2657896</idno></place></listPlace></back></text>"""
PEOPLE = """<text><body><listPerson><person xml:id="otto"><persName>Otto</persName>
<death when-iso="0000"/></person><person xml:id="ada"><persName>Roth, Ada</persName>
<death when="1870"/></person></listPerson></body></text>"""
OTHER = """<standOff><listPlace><place xml:id="turicum"><placeName>Turicum</placeName>
<idno type="URL">https://www.geonames.org/2657896</idno></place></listPlace>
<listRelation><relation name="teacherOf" active="#gil" passive="#ada"/></listRelation></standOff>
<text><body><p><placeName ref="#turicum">here</placeName> <persName ref="#ada">Adda</persName></p>
</body></text>"""
CAST = """<profileDesc><particDesc><listPerson>
<person xml:id="ada"><persName>Ada, a queen</persName>
</person><person xml:id="gil"><persName><roleName>Sir</roleName>Gil</persName></person></listPerson>
</particDesc></profileDesc>"""
# A title right before a name is parted from it.
PLAY = '<text><body><sp who="#ada"><speaker>Ada.</speaker><p>O!</p></sp></body></text>'


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """Two letters that bring their lists, a play with its characters, a file of people."""
    folder = tmp_path_factory.mktemp("gathered")
    parts = {"a": (PREFIX, NAMES), "b": ("", OTHER), "c": (CAST, PLAY), "people": ("", PEOPLE)}
    for name, (described, text) in parts.items():
        whole = HEADER.format(name=name, described=described, parts=text)
        (folder / f"{name}.xml").write_text(whole, "utf-8")
    return unchecked(*discover(folder)).edition


def entries(edition: Edition) -> dict[str, etree._Element]:
    """The entries of all registers, by id."""
    made = [etree.fromstring(register(one.xml)) for one in edition.registers]
    return {one.get("id", ""): one for each in made for one in each.iter("{*}entry")}


def meant(edition: Edition, text: str) -> list[str]:
    """What the names of a text mean, where the ids behind # do not say it."""
    (found,) = [one for one in edition.texts if one.id == text]
    return [one.get(MEANT, "") for one in found.root.iter() if one.get(MEANT)]


def test_registers(edition: Edition) -> None:
    """A file of lists is a register, and no text; other entries get registers of their kinds."""
    assert [one.id for one in edition.texts] == ["a", "b", "c"]
    assert [one.id for one in edition.registers] == ["people", "places"]
    assert sorted(entries(edition)) == ["ada", "c-ada", "c-gil", "otto", "zrh"]


def test_an_entry_of_two_files(edition: Edition) -> None:
    """What either file says of it is kept; the queen of the play is someone else."""
    ada = entries(edition)["ada"]
    assert ada.findtext("{*}name") == "Roth, Ada"
    dates = [sorted(map(str, one.attrib.values())) for one in ada.iter("{*}date")]
    dates.sort()
    assert dates == [["1801", "Chur", "birth", "in spring 1801"], ["1870", "death"]]
    (work,) = ada.iter("{*}statement")
    assert (work.get("name"), work.get("from"), work.text) == ("occupation", "1820", "weaver")
    assert entries(edition)["c-ada"].findtext("{*}name") == "Ada, a queen"
    assert entries(edition)["otto"].find("{*}date").get("when") == "-0001"  # type: ignore[union-attr]


def test_coordinates(edition: Edition) -> None:
    """Decimal commas are read; one number with an authority is one place."""
    place = entries(edition)["zrh"]
    (geo,) = place.iter("{*}geo")
    assert (geo.get("latitude"), geo.get("longitude")) == ("47.36", "8.55")
    assert {one.text for one in place.iter("{*}form")} == {"Turicum"}


def test_relations(edition: Edition) -> None:
    """Who is acted upon knows of it, too."""
    (relation,) = entries(edition)["ada"].iter("{*}relation")
    assert [relation.get(name) for name in ("name", "entry", "side")] == [
        "teacherOf",
        "gil",
        "passive",
    ]


def test_pointers(edition: Edition) -> None:
    """File and id, prefix, @key, ids without #, the address of an authority."""
    assert meant(edition, "a") == ["otto", "ada", "otto ada", "zrh"]
    assert meant(edition, "b") == ["zrh"]


def test_pages(edition: Edition, tmp_path: Path) -> None:
    """The list is no part of the text; each name leads to its entry."""
    built = build(Plan(edition, ("html", "text"), tmp_path, cached=False))
    assert [one.code for one in built.diagnostics if one.code.startswith("O01")] == []
    page = next(tmp_path.rglob("a.html")).read_text("utf-8")
    assert "weaver" not in page
    assert page.count("register/otto.html") == 3
    entry = next(tmp_path.rglob("ada.html")).read_text("utf-8")
    assert "<dt>Occupation</dt><dd>weaver (from 1820)</dd>" in entry
    lines = next(tmp_path.rglob("registers/people.txt")).read_text("utf-8").split("\n")
    assert lines[0] == "Ada, a queen"
    told = "Roth, Ada, b. in spring 1801, Chur, d. 1870, weaver (from 1820), ← teacher of: "
    assert [line for line in lines if line.startswith(told)]
    assert any("Sir Gil" in line for line in lines)
    assert "<dt>Born</dt><dd>in spring 1801, Chur</dd>" in entry
    place = next(tmp_path.rglob("zrh.html")).read_text("utf-8")
    assert "<dd>9 (1801)</dd>" in place and "<dd>free (from 1351)</dd>" in place
    assert "A town. So Roth." in place


def test_a_bare_pointer_to_an_entry_is_its_name(tmp_path: Path) -> None:
    """In a text, an entry, a page and the edition's own document, by whatever address."""
    bare = '<p>See <ptr target="#otto"/>, <ref target="people.xml#otto"/>: <ptr target="#p9"/></p>'
    bare += '<p><ref target="a.xml#p9">a</ref> <ref target="../pages/more.md">more</ref></p>'
    text = f"<text><body>{bare}<p xml:id='p9' n='9'>x</p></body></text>"
    people = PEOPLE.replace("<death when-iso", f"<note>{bare}</note><death when-iso")
    parts = {"tei/texts/a": text, "tei/edition": text, "pages/essay": text}
    for name, words in {**parts, "tei/registers/people": people}.items():
        file = tmp_path / f"{name}.xml"
        file.parent.mkdir(parents=True, exist_ok=True)
        whole = HEADER.format(name=file.stem, described="", parts=words)
        file.write_text(whole, "utf-8")
    (tmp_path / "edition.toml").write_text("", "utf-8")
    (tmp_path / "pages/more.md").write_text("*One*\n\n# More *of it*\n", "utf-8")
    one = unchecked(*discover(tmp_path)).edition
    build(Plan(one, ("html", "text"), tmp_path / "build", cached=False))
    for page in ("a.html", "about.html", "pages/essay.html", "register/otto.html"):
        words = (tmp_path / "build" / page).read_text("utf-8")
        shown = " ".join("".join(map(str, html.fromstring(words).itertext())).split())
        assert "See Otto, Otto" in shown, page
        up = "../" * page.count("/")
        goals = {f"{up}a.html#p9": "a", f"{up}pages/more.html": "more"}
        for goal, told in goals.items() if page != "register/otto.html" else ():
            assert re.search(rf'<a [^>]*href="{re.escape(goal)}"[^>]*>{told}</a>', words), page
    assert "See Otto, Otto: 9" in (tmp_path / "build/text/reading/a.txt").read_text("utf-8")


def test_works_and_places_told_by_values(tmp_path: Path) -> None:
    """Volumes that are attributes, the series, and where a place lies from another."""
    lists = """<standOff><listBibl><biblStruct xml:id="b1"><monogr><author>Eva Lind</author>
    <title>On Rye</title><edition>2nd</edition><imprint><date>1900</date><biblScope from="1"
    to="2"/></imprint></monogr><series><title>Grains</title><biblScope>3</biblScope></series>
    </biblStruct></listBibl><listPlace><place xml:id="l1"><placeName>Pier</placeName><location>
    <offset>south of</offset> <placeName>Chur</placeName></location></place></listPlace></standOff>
    <text><body><p><ref target="#b1">Rye</ref>.</p></body></text>"""
    whole = HEADER.format(name="a", described="", parts=lists)
    file = tmp_path / "tei" / "a.xml"
    file.parent.mkdir()
    file.write_text(whole, "utf-8")
    one = unchecked(*discover(tmp_path)).edition
    build(Plan(one, ("html", "text"), tmp_path / "build", cached=False))
    folder = tmp_path / "build" / "text" / "registers"
    told = "".join(path.read_text("utf-8") for path in sorted(folder.iterdir()))
    assert "On Rye, Eva Lind, 2nd, 1900, 1–2, Grains, 3" in told
    assert "Pier, south of Chur" in told
    works = (tmp_path / "build" / "works.html").read_text("utf-8")
    assert "Eva Lind, 2nd, Grains 3, 1–2, 1900" in works


def test_who_speaks_is_there_and_not_named(tmp_path: Path) -> None:
    """A role is no mention; neither is a sign that @ref points to."""
    people = "".join(
        f"<person xml:id='{one}'><persName>{one}</persName></person>" for one in ("mia", "kurt")
    )
    described = f"<particDesc><listPerson>{people}</listPerson></particDesc>"
    parts = "<text><body><u who='#mia'>Rye <g ref='#sign'>x</g>.</u></body></text>"
    whole = HEADER.format(name="talk", described=described, parts=parts)
    (tmp_path / "talk.xml").write_text(whole, "utf-8")
    out = tmp_path / "out"
    build(Plan(unchecked(*discover(tmp_path)).edition, ("html", "tables"), out, cached=False))
    page = (out / "persons.html").read_text("utf-8")
    assert page.index("mia") < page.index("speaks in the texts")
    assert page.count("speaks in the texts") == page.count("not named in the texts") == 1
    (mentions,) = out.rglob("mentions.csv")
    assert len(mentions.read_text("utf-8").splitlines()) == 1


def test_the_description_of_a_manuscript_is_a_text_whatever_its_header_lists(
    tmp_path: Path,
) -> None:
    """Categories in the header of a file without words make it a register, unless it describes a
    manuscript.
    """
    kinds = "<taxonomy><category xml:id='{}'><catDesc>Lives</catDesc></category></taxonomy>"
    record = "<msDesc><msIdentifier><idno>MS 1</idno></msIdentifier></msDesc>"
    for name, source in (("kinds", "<p>none</p>"), ("ms", record)):
        lists = kinds.format(f"{name}1")
        described = f"<encodingDesc><classDecl>{lists}</classDecl></encodingDesc>"
        parts = "<text><body><p/></body></text>"
        whole = HEADER.format(name=name, described=described, parts=parts)
        whole = whole.replace("<p>none</p></sourceDesc>", f"{source}</sourceDesc>")
        (tmp_path / f"{name}.xml").write_text(whole, "utf-8")
    found = unchecked(*discover(tmp_path)).edition
    assert [one.path for one in found.texts] == ["ms.xml"]
    assert [one.path for one in found.registers] == ["kinds.xml"]


def test_who_takes_part_is_told(tmp_path: Path) -> None:
    """With an id: as an entry, in a list or without one; without an id: on the page of the text."""
    described = """<profileDesc><particDesc><person xml:id="ann"><persName>Ann</persName></person>
    <person sex="F"><persName>Eve Bell</persName><note>She sang.</note></person>
    <listPerson><head>Singers</head><person><p>A man from Chur.</p></person></listPerson>
    <org><orgName>The Mill</orgName></org></particDesc>
    <settingDesc><place xml:id="bs"><placeName>Basel</placeName></place>
    <listPlace><place><placeName>Bern</placeName></place></listPlace></settingDesc></profileDesc>"""
    text = '<text><body><p><persName ref="#ann">She</persName> sang.</p></body></text>'
    whole = HEADER.format(name="songs", described=described, parts=text)
    (tmp_path / "songs.xml").write_text(whole, "utf-8")
    edition = unchecked(*discover(tmp_path)).edition
    assert {*entries(edition)} == {"ann", "bs"}
    made = build(Plan(edition, ("html",), tmp_path / "build", cached=False))
    assert [one for one in made.diagnostics if one.code.startswith("O")] == []
    page = html.parse(tmp_path / "build/songs.html")
    assert page.xpath("//a[@href='register/ann.html']/text()") == ["She"]
    told = [" ".join(one.text_content().split()) for one in page.xpath("//section//p")]
    assert [
        one
        for one in ("Eve Bell, She sang. (female)", "A man from Chur.", "The Mill", "Bern")
        if one not in told
    ] == []


def test_an_entry_that_many_letters_repeat_is_told_once(tmp_path: Path) -> None:
    """What an equal entry says is there; one that says more adds that alone."""
    person = (
        '<text><body><p>Ada.</p></body><back><listPerson><person xml:id="ada">{}'
        "</person></listPerson></back></text>"
    )
    other = '<persName type="main">Roth, Ada</persName>'
    told = ("<persName>Ada Roth</persName>", other, other, other, '<birth when="1801"/>')
    for name, said in zip("abcde", told, strict=True):
        whole = HEADER.format(name=name, described="", parts=person.format(said))
        (tmp_path / f"{name}.xml").write_text(whole, "utf-8")
    (made,) = unchecked(*discover(tmp_path)).edition.registers
    (entry,) = made.root.iter("{*}person")
    assert [(etree.QName(one).localname, "".join(map(str, one.itertext()))) for one in entry] == [
        ("persName", "Ada Roth"),
        ("persName", "Roth, Ada"),
        ("birth", ""),
    ]


def test_lists_beside_the_source(tmp_path: Path) -> None:
    """Persons and places that sourceDesc lists are entries; the books there are sources."""
    source = """<bibl xml:id="b1">A book.</bibl><listPerson><head>Hands</head><listPerson>
<person xml:id="una"><persName>Una Moor</persName></person></listPerson></listPerson>
<listPlace><place xml:id="ulm"><placeName>Ulm</placeName></place></listPlace>"""
    names = '<text><body><p><persName ref="#una">She</persName> was there.</p></body></text>'
    whole = HEADER.format(name="d", described="", parts=names)
    (tmp_path / "d.xml").write_text(
        whole.replace("<p>none</p></sourceDesc>", f"{source}</sourceDesc>")
    )
    found = unchecked(*discover(tmp_path)).edition
    assert [one.id for one in found.texts] == ["d"]
    assert sorted(entries(found)) == ["ulm", "una"]
    built = build(Plan(found, ("html", "text", "epub"), tmp_path / "out", cached=False))
    assert [one.code for one in built.diagnostics if one.code.startswith("O01")] == []
    page = (tmp_path / "out/d.html").read_text("utf-8")
    assert 'href="register/una.html"' in page
    assert "Una Moor" in (tmp_path / "out/register/una.html").read_text("utf-8")
    assert "Una Moor" in (tmp_path / "out/text/registers/persons.txt").read_text("utf-8")
