"""What a header says, in every output: people and roles, titles, rights, letters."""

import csv
import json
import re
import zipfile
from pathlib import Path

import pytest
from editio.edition.edition import load
from editio.edition.project import discover
from editio.formats.header_rows import text_row
from editio.model.facts import facts_from
from editio.render.build import Plan, build
from lxml import etree, html

from tests.rules.outputs import FRAME, outputs, plain

FORMATS = ("html", "text", "tables", "citations", "epub")
TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{id}"><teiHeader><fileDesc>
<titleStmt>{titles}</titleStmt><publicationStmt><publisher><orgName>Salzhaus</orgName><email>a@b.c
</email></publisher><date when="2024"/>{rights}</publicationStmt><sourceDesc><bibl>Ein Heft.<note>
Mit Flecken.</note></bibl></sourceDesc></fileDesc><profileDesc>{profile}<langUsage><language
ident="ger">Deutsch</language></langUsage></profileDesc></teiHeader><text><body><p>Er sagte
<q>Salz</q>.</p></body></text></TEI>"""
PEOPLE = """<title level="s">Alle Briefe</title><title level="a">Anne an Bert</title><author>
<persName><forename>Anne</forename><surname>Korn</surname></persName><idno type="wikidata">Q1</idno>
</author><editor role="translator">Bo Reed</editor><editor><persName><forename>Eva</forename>
<surname>Licht</surname></persName></editor><respStmt><resp>Encoded by</resp><name>Carl Code</name>
</respStmt>"""
LETTER = """<correspDesc><correspAction type="sent"><persName>Anne Korn</persName><placeName>Basel
</placeName><date when="1850-05-03"/></correspAction><correspAction type="received"><persName>Bert
Ott</persName><date notBefore="1850-05-05" notAfter="1850-05-08" cert="low"/></correspAction>
<correspContext><ref type="prev" target="zwei.xml">der vorige</ref></correspContext></correspDesc>
<textClass><keywords><term>Salz</term></keywords></textClass>"""
CC = "https://creativecommons.org/licenses/by/4.0/"
ZERO = "https://creativecommons.org/publicdomain/zero/1.0/"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build an edition of a letter that is free and a text whose rights are not known."""
    root = tmp_path_factory.mktemp("header") / "briefkasten"
    (root / "tei" / "texts").mkdir(parents=True)
    free = f'<availability><licence target="{CC}"/></availability>'
    unknown = (
        '<availability status="unknown"><p>Wem der Text gehört, ist offen.</p></availability>'
        f'<availability><licence target="{CC}"><p>Die Kodierung.</p></licence></availability>'
    )
    double = f'<availability><licence target="{CC}"/><licence target="{ZERO}"/></availability>'
    texts = {
        "eins": TEI.format(id="eins", titles=PEOPLE, rights=free, profile=LETTER),
        "zwei": TEI.format(id="zwei", titles="<title>Zwei</title>", rights=unknown, profile=""),
        "drei": TEI.format(id="drei", titles="<title>Drei</title>", rights=double, profile=""),
    }
    for name, text in texts.items():
        (root / "tei" / "texts" / f"{name}.xml").write_text(text, "utf-8")
    out = root.parent / "out"
    built = build(Plan(load(discover(root)[0])[0], FORMATS, out, cached=False))
    assert set(built.written) == set(FORMATS), built.diagnostics
    return out


def page(folder: Path, name: str) -> html.HtmlElement:
    """Read a page of the site."""
    return html.document_fromstring((folder / f"{name}.html").read_bytes())


def meta(folder: Path, text: str, name: str) -> list[str]:
    """Return what a page says to machines under a name."""
    found = page(folder, text).xpath(f"//meta[@name='{name}']/@content")
    return [str(one) for one in found]


def row(folder: Path, text: str) -> dict[str, str]:
    """Read the row of a text."""
    with (folder / "tables" / "texts.csv").open(encoding="utf-8", newline="") as file:
        return next(one for one in csv.DictReader(file) if one["id"] == text)


def csl(folder: Path, text: str) -> dict[str, object]:
    """Read the reference to a text."""
    found: dict[str, object] = json.loads((folder / f"citations/{text}.json").read_text("utf-8"))[0]
    return found


def linked(folder: Path, text: str) -> dict[str, object]:
    """Read the JSON-LD of a text."""
    (script,) = page(folder, text).xpath("//script[@type='application/ld+json']")
    found: dict[str, object] = json.loads(script.text)
    return found


def test_titles(folder: Path) -> None:
    """The letter is called by its own title; the series is named as a series."""
    assert page(folder, "eins").xpath("string(//h1)") == "Anne an Bert"
    assert page(folder, "eins").xpath("string(//p[@class='series'])") == "Alle Briefe"
    assert csl(folder, "eins")["title"] == "Anne an Bert"
    assert csl(folder, "eins")["collection-title"] == "Alle Briefe"
    head = (folder / "text/reading/eins.txt").read_text("utf-8").splitlines()
    assert head[:3] == ["Titel: Anne an Bert", "Reihe: Alle Briefe", "Verfasser: Anne Korn"]
    assert row(folder, "eins")["series"] == "Alle Briefe"
    assert "Anne an Bert" in page(folder, "zwei").xpath("string(//nav[@class='neighbours'])")


def test_citations(folder: Path) -> None:
    """They are in the language of the page; data say which language the text is in."""
    said = "[3. Mai 1850]. In briefkasten. Herausgegeben von Eva Licht. Übersetzt von Bo Reed."
    assert said in page(folder, "eins").xpath("string(//p[@class='citation'])")
    assert said in (folder / "citations/eins.txt").read_text("utf-8")
    assert csl(folder, "eins")["language"] == "de"
    bibtex = (folder / "citations/eins.bib").read_text("utf-8")
    assert "language = {de}" in bibtex
    assert "note = {Datum: 1850-05-03}" in bibtex


def test_people(folder: Path) -> None:
    """Names keep their parts apart and lose their numbers; an encoder is no editor."""
    item = csl(folder, "eins")
    assert item["author"] == [{"family": "Korn", "given": "Anne"}]
    assert item["editor"] == [{"family": "Licht", "given": "Eva"}]
    assert item["translator"] == [{"literal": "Bo Reed"}]
    assert meta(folder, "eins", "citation_author") == ["Anne Korn"]
    assert meta(folder, "eins", "DC.contributor") == ["Bo Reed", "Eva Licht", "Carl Code"]
    assert linked(folder, "eins")["author"] == [
        {"@type": "Person", "name": "Anne Korn", "@id": "https://www.wikidata.org/entity/Q1"}
    ]
    assert linked(folder, "eins")["translator"] == ["Bo Reed"]
    assert "translator = {{Bo Reed}}" in (folder / "citations/eins.bib").read_text("utf-8")
    assert "Code" not in (folder / "citations/eins.txt").read_text("utf-8")
    assert (
        row(folder, "eins")["editor"]
        == "Bo Reed (translator)|Eva Licht (editor)|Carl Code (Encoded by)"
    )
    text = (folder / "text/reading/eins.txt").read_text("utf-8")
    assert "\nÜbersetzer: Bo Reed\nHerausgeber: Eva Licht\n" in text
    assert meta(folder, "eins", "citation_publisher") == ["Salzhaus"]


def test_language(folder: Path) -> None:
    """The one language that the header names is that of the text, of its page and its marks."""
    assert page(folder, "eins").get("lang") == "de"
    assert page(folder, "index").get("lang") == "de"
    assert meta(folder, "eins", "DC.language") == ["de"]
    assert csl(folder, "eins")["language"] == "de"
    assert row(folder, "eins")["languages"] == "de"
    assert "„Salz“" in (folder / "text/reading/eins.txt").read_text("utf-8")


def test_a_licence_without_words(folder: Path) -> None:
    """A licence that has an address alone is called by its name."""
    assert f"\nLizenz: CC BY 4.0 ({CC})\n" in (folder / "text/reading/eins.txt").read_text("utf-8")
    (link,) = page(folder, "eins").xpath("//section[@class='about']//a[.='CC BY 4.0']")
    assert link.get("href") == CC
    assert row(folder, "eins")["licence"] == CC
    assert linked(folder, "eins")["license"] == CC
    with zipfile.ZipFile(folder / "epub" / "eins.epub") as book:
        assert f"<dc:rights>{CC}</dc:rights>" in book.read("EPUB/package.opf").decode()


def test_two_licences(folder: Path) -> None:
    """Each is told, in every output that tells one."""
    assert row(folder, "drei")["licence"] == f"{CC} | {ZERO}"
    assert linked(folder, "drei")["license"] == [CC, ZERO]
    links = page(folder, "drei").xpath("//head/link[@rel='license']/@href")
    assert links == [CC, ZERO]
    with zipfile.ZipFile(folder / "epub" / "drei.epub") as book:
        said = book.read("EPUB/package.opf").decode()
    assert f"<dc:rights>{CC}</dc:rights><dc:rights>{ZERO}</dc:rights>" in said


def test_unknown_rights(folder: Path) -> None:
    """Where the rights are not known, the header says so, nothing offers the text."""
    assert page(folder, "zwei").xpath("//*[@rel='license']") == []
    assert meta(folder, "zwei", "DC.rights") == []
    assert "license" not in linked(folder, "zwei")
    assert row(folder, "zwei")["licence"] == ""
    assert row(folder, "zwei")["encoding_licence"] == CC
    assert row(folder, "zwei")["rights"] == "unknown"
    text = (folder / "text/reading/zwei.txt").read_text("utf-8")
    assert "\nRechte: Wem der Text gehört, ist offen.\n" in text
    assert f"\nLizenz der Kodierung und der Anmerkungen: Die Kodierung. (CC BY 4.0, {CC})\n" in text
    said = json.loads((folder / "tables" / "datapackage.json").read_text("utf-8"))
    assert "licenses" not in said
    with zipfile.ZipFile(folder / "epub" / "zwei.epub") as book:
        said = book.read("EPUB/package.opf").decode()
    assert "<dc:rights>Wem der Text gehört, ist offen.</dc:rights>" in said
    assert said.count("<dc:rights>") == 1


def test_letter(folder: Path) -> None:
    """The box at the letter, its line in the list of texts, its columns in the table."""
    lines = [
        (str(one.xpath("string(dt)")), str(one.xpath("string(dd)")))
        for one in page(folder, "eins").xpath("//dl[@class='letter']/div")
    ]
    assert lines == [
        ("Von", "Anne Korn, Basel, 3. Mai 1850"),
        ("An", "Bert Ott, zwischen 5. Mai 1850 und 8. Mai 1850 (?)"),
    ]
    text = (folder / "text/reading/eins.txt").read_text("utf-8")
    assert "\nVon: Anne Korn, Basel, 3. Mai 1850\n" in text
    with zipfile.ZipFile(folder / "epub" / "eins.epub") as book:
        assert b"Anne Korn, Basel, 3. Mai 1850" in book.read("EPUB/eins.xhtml")
    told = row(folder, "eins")
    assert (told["sender"], told["sent_from"], told["addressee"]) == (
        "Anne Korn",
        "Basel",
        "Bert Ott",
    )
    assert (told["date"], told["keywords"]) == ("1850-05-03", "Salz")


def test_a_note_in_the_header(folder: Path) -> None:
    """A note in the description of the source stands in it."""
    about = page(folder, "eins").xpath("//section[@class='about']")[0]
    assert "Mit Flecken." in " ".join(about.text_content().split())
    assert about.xpath(".//a[@class='note-call']") == []
    assert (
        "Flecken" not in str(csl(folder, "eins")) and "Flecken" not in row(folder, "eins")["source"]
    )


def test_a_witness_that_is_described() -> None:
    """What it is told in fields is a list, its description stands beside; what says nothing is not
    there.
    """
    source = (
        "<listWit><witness><objectType corresp='#x'/><physDesc><p>Paper.</p></physDesc><msDesc>"
        "<msIdentifier><settlement>Hallow</settlement><idno>7</idno></msIdentifier></msDesc>"
        "</witness></listWit>"
    )
    text = FRAME.format(text="<body><p>Word.</p></body>").replace(
        "<p>none</p></sourceDesc>", f"{source}</sourceDesc>"
    )
    page = html.fromstring(outputs(text)["reading.html"])
    (shown,) = [one for one in page.iter("div") if one.get("class") == "record"]
    assert [one.tag for one in shown] == ["dl", "section"]
    parts = ("".join(map(str, one.itertext())) for one in shown.iter("dt", "dd", "h3"))
    assert [" ".join(one.split()) for one in parts] == [
        "Physical description", "Paper.", "Hallow, 7",
    ]  # fmt: skip


def test_an_edition_without_a_title(folder: Path) -> None:
    """Without a title of its own an edition is called by its folder, never by its first text."""
    assert page(folder, "index").xpath("string(//h1)") == "briefkasten"
    assert etree.QName(page(folder, "index")).localname == "html"


@pytest.mark.parametrize(
    ("date", "said"),
    [('<date when="1957-11-15">15/11</date>', "Datum: 15. November 1957"),
     ("<date>im Mai</date>", "Datum: im Mai")],
)  # fmt: skip
def test_a_day_alone_is_no_sender(date: str, said: str) -> None:
    """A letter of which nothing but the day is known has that as its date, once."""
    profile = f'<correspDesc><correspAction type="sent">{date}</correspAction></correspDesc>'
    tei = TEI.format(id="vier", titles="<title>Vier</title>", rights="", profile=profile)
    head = plain(tei, "reading").split("***")[0].splitlines()
    assert [one for one in head if one.startswith(("Von", "Datum"))] == [said]


@pytest.mark.parametrize("said", ["type", "ana", "role"])
def test_who_has_which_part_is_said_of_the_names(said: str) -> None:
    """Names in one action that say who sent and who was written to are two, in the usual order."""
    words = {"ana": ("#addressee", "ed:sender"), "role": ("to", "from")}.get(
        said, ("Addressee", "sender")
    )
    profile = (
        f'<correspDesc><correspAction type="sent"><persName {said}="{words[0]}">Bert Ott</persName>'
        f'<persName {said}="{words[1]}">Anne Korn</persName><placeName>Basel</placeName>'
        f'<placeName {said}="{words[0]}">Marl</placeName></correspAction></correspDesc>'
    )
    tei = TEI.format(id="eins", titles="<title>Eins</title>", rights="", profile=profile)
    head = plain(tei, "reading").split("***")[0].splitlines()
    lines = [one for one in head if one.startswith(("Von", "An:"))]
    assert lines == ["Von: Anne Korn, Basel", "An: Bert Ott, Marl"]
    facts = outputs(tei)["facts.xml"]
    assert facts.count('<ed:action type="sent">') == facts.count('type="received">') == 1


@pytest.mark.parametrize(
    ("doubt", "said"),
    [
        ('<certainty locus="value" cert="low"/>', "Von: Anne (?), 3. Februar 1850"),
        ('<certainty locus="name" target="#who" cert="low"/>', "Von: Anne (?), 3. Februar 1850"),
        ('<certainty locus="value" target="#day" cert="low"/>', "Von: Anne, 3. Februar 1850 (?)"),
        ('<certainty locus="start" target="#day" cert="low"/>', "Von: Anne, 3. Februar 1850"),
        ('<certainty locus="value" degree="0.3"/>', "Von: Anne (?), 3. Februar 1850"),
        ('<certainty locus="value" degree="0.8"/>', "Von: Anne, 3. Februar 1850"),
    ],
)
def test_doubts_of_who_wrote_and_when_in_an_element_of_their_own(doubt: str, said: str) -> None:
    """They are as if they stood in an attribute of the name or date that they are about."""
    name = f'<persName xml:id="who">Anne{doubt}</persName>'
    profile = (
        f'<correspDesc><correspAction type="sent">{name}<date xml:id="day" when="1850-02-03"/>'
        "</correspAction></correspDesc>"
    )
    tei = TEI.format(id="acht", titles="<title>Acht</title>", rights="", profile=profile)
    head = plain(tei, "reading").split("***")[0].splitlines()
    assert [one for one in head if one.startswith("Von")] == [said]
    row = text_row(facts_from(outputs(tei)["facts.xml"]))
    assert row["doubted"] == (["Anne"] if "Anne (?)" in said else [])


def test_an_action_that_is_uncertain_is_so_in_all_that_it_says() -> None:
    """Who, where and when are marked, but for what is certain by itself; the text's date, too."""
    profile = (
        '<correspDesc><correspAction type="sent" cert="low"><persName>Anne</persName>'
        '<placeName cert="high">Basel</placeName><date when="1850-02"/></correspAction>'
        '<correspAction type="received" evidence="conjecture"><persName>Bert</persName>'
        "</correspAction></correspDesc>"
    )
    tei = TEI.format(id="vier", titles="<title>Vier</title>", rights="", profile=profile)
    said = {"Von": "Anne (?), Basel, Februar 1850 (?)", "An": "[Bert]"}
    head = plain(tei, "reading").split("***")[0].splitlines()
    assert [one for one in head if one.startswith(("Von", "An:", "Datum"))] == [
        *(f"{label}: {words}" for label, words in said.items()),
        "Datum: Februar 1850 (?)",
    ]
    row = text_row(facts_from(outputs(tei)["facts.xml"]))
    assert (row["sender"], row["date_certainty"]) == (["Anne"], "low")
    assert row["doubted"] == ["Anne", "Bert"]
    for page in ("reading.html", "print.html"):
        words = " ".join("".join(map(str, html.fromstring(outputs(tei)[page]).itertext())).split())
        assert all(one in words for one in said.values()), page


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ('<date when="1000-05-04">4. Mai</date>', ["Von: Anne, 4. Mai", "Datum: 4. Mai"]),
        ('<date when="9999-12-31"/>', ["Von: Anne"]),
        ('<date notBefore="1850" notAfter="9999"/>', ["Von: Anne, nicht vor 1850"]),
        # What the words say is known.
        ('<date when="1000-05-04">4. Mai 1000</date>', ["Von: Anne, 4. Mai 1000"]),
    ],
)  # fmt: skip
def test_a_date_that_stands_for_none(date: str, said: list[str]) -> None:
    """What databases write where no date is known is nowhere said to be one."""
    profile = (
        '<creation><date when="0001-01-01"/></creation><correspDesc><correspAction type="sent">'
        f"<persName>Anne</persName>{date}</correspAction></correspDesc>"
    )
    tei = TEI.format(id="vier", titles="<title>Vier</title>", rights="", profile=profile)
    head = plain(tei, "reading").split("***")[0].splitlines()
    told = [one for one in head if one.startswith(("Von", "Datum"))]
    assert told[: len(said)] == said
    page = outputs(tei)["reading.html"]
    assert not any(year in page for year in ("9999", "0001", "1. Januar 1<"))


def test_each_editor_is_named_under_what_each_did() -> None:
    """Not all under each, and a translator is no editor on the title page of the book."""
    editors = '<editor role="editor">Ann</editor><editor role="translator">Bob</editor>'
    titles = f"<title>Neun</title>{editors}"
    tei = TEI.format(id="neun", titles=titles, rights="", profile="")
    both = ["Herausgeber: Ann · Übersetzer: Bob"]
    apart = ["Herausgegeben von Ann", "Übersetzer: Bob"]
    for page, said in (("reading.html", both), ("epub.xhtml", both), ("print.html", apart)):
        lines = re.findall(r'<p class="(?:byline|editors)">([^<]*)</p>', outputs(tei)[page])
        assert lines[: len(said)] == said, page
