"""Which of many titles is the text's own, what the others are; who is named, one by one."""

import re

import pytest
from editio.edition.texts.titles import main_title, mark, series_titles
from editio.resources import LABELS
from lxml import etree, html

from tests.rules.outputs import FRAME, outputs, plain, ruled

HEADER = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="de"><teiHeader><fileDesc><titleStmt>
{}</titleStmt>{}</fileDesc></teiHeader></TEI>"""


def marked(titles: str, series: str = "") -> etree._Element:
    """Return a document whose titles are marked."""
    root = etree.fromstring(HEADER.format(titles, series))
    mark(root, "role")
    return root


@pytest.mark.parametrize(
    ("titles", "main", "roles"),
    [
        (
            '<title level="s">Alle Briefe</title><title level="a">Anna an Bert</title>',
            "Anna an Bert",
            ["series", "title"],
        ),
        (
            '<title type="main">Salz</title><title type="sub">Ein Lustspiel</title>',
            "Salz",
            ["title", "subtitle"],
        ),
        (
            '<title type="short">Salz</title><title>Vom Salz<note>So.</note></title>',
            "Vom Salz",
            ["short", "title"],
        ),
        (
            '<title type="complete">Akten, Band 2</title><title type="series">Akten</title>',
            "Akten, Band 2",
            ["title", "series"],
        ),
        (
            '<title type="iso-date">1850-05-03</title><title xml:lang="en">Salt</title>'
            '<title xml:lang="de">Salz</title>',
            "Salz",
            ["other", "other", "title"],
        ),
        (
            '<title type="main">Rede</title><title type="sub">Montag</title>'
            '<title type="main" xml:lang="en">Speech</title><title type="sub" xml:lang="en">Monday'
            "</title>",
            "Rede",
            ["title", "subtitle", "other", "other"],
        ),
        (
            '<title>Rede</title><title type="sub" xml:lang="la">Oratio</title>',
            "Rede",
            ["title", "subtitle"],
        ),
        ('<title level="s">Nur die Reihe</title>', "Nur die Reihe", ["title"]),
        ('<title/><title level="m">Band</title><title level="j">Blatt</title>', "Band",
         [None, "title", "series"]),
    ],
)  # fmt: skip
def test_roles(titles: str, main: str, roles: list[str | None]) -> None:
    """Level and type decide; descriptions, dates and short forms are never the title."""
    root = marked(titles)
    assert main_title(root, "role") == main
    assert [one.get("role") for one in root.iter("{*}title")] == roles


@pytest.mark.parametrize(
    ("said", "main"),
    [
        ("", "Salz"),
        ('<text xml:lang="en"/>', "Salt"),
        ('<language ident="en"/>', "Salt"),
        ('<language ident="en"/><language ident="de"/>', "Salz"),
    ],
)
def test_the_title_in_the_language_of_the_text(said: str, main: str) -> None:
    """Where the root does not say it: as the text does, or the only language of the header."""
    titles = '<title xml:lang="de">Salz</title><title xml:lang="en">Salt</title>'
    header = HEADER.replace(' xml:lang="de"', "").format(titles, "")
    used, text = (said, "") if "ident" in said else ("", said)
    used = f"<profileDesc><langUsage>{used}</langUsage></profileDesc></teiHeader>{text}"
    root = etree.fromstring(header.replace("</teiHeader>", used))
    mark(root, "role")
    assert main_title(root, "role") == main


def test_series() -> None:
    """A series is named among the titles or in a statement of its own."""
    root = marked(
        '<title level="s">Alle Briefe</title><title level="a">Eins</title>',
        "<seriesStmt><title>Quellen</title></seriesStmt>",
    )
    assert series_titles(root, "role") == ("Alle Briefe", "Quellen")


def test_no_words() -> None:
    """A header without a title has none; who asks for one decides what to call the text."""
    assert main_title(marked("<title> </title>"), "role") == ""


@pytest.mark.parametrize(
    ("names", "told"),
    [
        ("<name>Licht, Eva</name>\n<name>Reed, Bo</name>", ["Licht, Eva", "Reed, Bo"]),
        (
            '<persName ref="#e"><forename>Eva</forename><surname>Licht</surname></persName>'
            "<persName>Bo Reed</persName>",
            ["Eva Licht", "Bo Reed"],
        ),
        ('<name type="main">Eva Licht</name><name type="alt">E. L.</name>', ["Eva Licht"]),
        ('<name xml:lang="de">Eva</name><name xml:lang="ru">Ева</name>', ["Eva"]),
        (
            "<name>Eva Licht</name>, <name>Bo Reed</name> und <name>Ida</name>",
            ["Eva Licht", "Bo Reed", "Ida"],
        ),
        ("<persName>Eva</persName> née Holm, <persName>L.</persName>", ["Eva née Holm, L."]),
        ("<persName>Eva Licht</persName><orgName>Archiv</orgName>", ["Eva Licht, Archiv"]),
    ],
)
def test_several_in_one_element(names: str, told: list[str]) -> None:
    """Several people are as many editors; forms of a name, or a body beside it, are one."""
    editor = f"</title><editor xml:id='x' role='translator'>{names}</editor></titleStmt>"
    tree = ruled(FRAME.format(text="<body><p>a</p></body>").replace("</title></titleStmt>", editor))
    fields = etree.fromstring(tree.tree.head.to_string()).findall(".//{*}field[@name='editor']")
    assert [one.text for one in fields] == told
    assert [one.get("role") for one in fields] == ["translator"] * len(told)
    assert [one.get("id") for one in fields] == ["x", *[None] * (len(told) - 1)]


def test_a_name_with_several_addresses() -> None:
    """The first that an authority has is the agent's address; two are no fault."""
    author = (
        "</title><author>"
        "<persName xml:lang='ar' ref='viaf:32272677 https://d-nb.info/gnd/118622692'>علي</persName>"
        "<persName xml:lang='ar-Latn' ref='viaf:32272677'>ʿAlī</persName></author></titleStmt>"
    )
    tree = ruled(FRAME.format(text="<body><p>a</p></body>").replace("</title></titleStmt>", author))
    fields = etree.fromstring(tree.tree.head.to_string()).findall(".//{*}field[@name='author']")
    assert [(one.text, one.get("uri")) for one in fields] == [
        ("علي", "https://viaf.org/viaf/32272677")
    ]


@pytest.mark.parametrize(
    ("kind", "number", "address"),
    [
        ("VIAF", "32272677", "https://viaf.org/viaf/32272677"),
        ("LCCN", "n 79021164", "https://id.loc.gov/authorities/names/n 79021164"),
        ("GND", "118622692-X", "https://d-nb.info/gnd/118622692-X"),
        ("VIAF", "javascript:1", None),
        ("GND", "../a?b", None),
    ],
)
def test_what_is_no_number_has_no_address(kind: str, number: str, address: str | None) -> None:
    """An identifier of an authority is letters, figures and few signs; others lead nowhere."""
    author = f"</title><author><persName>Ida</persName><idno type='{kind}'>{number}</idno></author>"
    text = FRAME.format(text="<body><p>a</p></body>")
    tree = ruled(text.replace("</title></titleStmt>", f"{author}</titleStmt>"))
    (field,) = etree.fromstring(tree.tree.head.to_string()).findall(".//{*}field[@name='author']")
    assert field.get("uri") == address


SOURCE = """<biblFull><titleStmt><title>Salt</title><author>Ida Holm</author><funder>A bank</funder>
<respStmt><resp>printed by</resp><name>Bo Reed</name></respStmt></titleStmt>
<editionStmt><edition>Second</edition></editionStmt><publicationStmt><publisher>Reed</publisher>
<address><addrLine>1 High Street</addrLine><addrLine>Felpham</addrLine></address></publicationStmt>
<seriesStmt><title>Plays</title></seriesStmt><notesStmt><note>Torn.</note></notesStmt></biblFull>"""


def test_a_source_that_is_described_as_a_file() -> None:
    """Its parts have names that a reader knows, and none is a name of an element."""
    frame = FRAME.format(text="<body><p>a</p></body>")
    made = ruled(frame.replace("<p>none</p></sourceDesc>", f"{SOURCE}</sourceDesc>"))
    about = etree.fromstring(made.tree.head.to_string()).find("{*}about")
    assert about is not None
    (record,) = [one for one in about.iter("{*}record") if one.get("label") == "biblFull"]
    said = [
        (one.get("label"), etree.tostring(one, encoding="unicode", method="text")) for one in record
    ]
    words = {str(label): " ".join(text.split()) for label, text in said}
    assert words == {
        "title": "Salt",
        "author": "Ida Holm",
        "funder": "A bank",
        "respStmt": "printed by: Bo Reed",
        "edition": "Second",
        "publisher": "Reed",
        "ref": "1 High Street, Felpham",
        "series": "Plays",
        "note": "Torn.",
    }
    labels = etree.parse(LABELS / "en.xml").getroot().iter("{*}label")
    assert words.keys() <= {str(one.get("key")) for one in labels}


PARTS = """<listPerson><person><persName><forename>Ida</forename><surname>Holm</surname></persName>
<occupation>miller<note>So she says.</note></occupation></person></listPerson><biblFull><titleStmt>
<title>Salt</title></titleStmt><publicationStmt><p>Lund 1900</p></publicationStmt><seriesStmt><title
>Plays</title><biblScope unit="volume">3</biblScope></seriesStmt><sourceDesc><p>From a book.</p>
</sourceDesc></biblFull>"""


def test_parts_for_which_there_is_no_word() -> None:
    """They are told by their words alone, on pages and in books, none by the name of an element."""
    frame = FRAME.format(text="<body><p>a</p></body>")
    case = frame.replace("<p>none</p></sourceDesc>", f"{PARTS}</sourceDesc>")
    about = etree.fromstring(ruled(case).tree.head.to_string()).find("{*}about")
    assert about is not None
    labels = {one.get("key") for one in etree.parse(LABELS / "en.xml").getroot()}
    assert {one.get("label") for one in about.iter("{*}entry")} <= labels
    for name in ("reading.html", "print.html"):
        page = outputs(case)[name]
        words = " ".join(re.sub("<[^>]*>", " ", page).split())
        for told in ("Ida Holm , miller So she says.", "Lund 1900", "vol. 3", "From a book."):
            assert told in words
        for fields in html.fromstring(page).iter("dl"):
            assert all(field.find("dt") is not None for field in fields)


def test_numbers_of_a_series() -> None:
    """They say what they are; an address says it itself."""
    series = (
        '<seriesStmt><title>Salt Papers</title><biblScope unit="volume">7</biblScope><idno '
        'type="ISSN">1234-5679</idno><idno type="URL">https://example.org/s</idno></seriesStmt>'
    )
    frame = FRAME.format(text="<body><p>a</p></body>")
    case = frame.replace("<sourceDesc>", f"{series}<sourceDesc>")
    page = outputs(case)["reading.html"]
    assert "Salt Papers, 7, ISSN 1234-5679, https://example.org/s" in page


def test_who_edits_the_series_is_no_editor_of_the_text() -> None:
    """Named beside the series, on the page and in plain text; no citation calls them editors."""
    tei = FRAME.format(text="<body><p>a</p></body>").replace(
        "<sourceDesc>",
        "<seriesStmt><title level='s'>Mills</title><editor>Ida Holm</editor><respStmt><resp>"
        "managing editor</resp><name>Bo Reed</name></respStmt></seriesStmt><sourceDesc>",
    )
    metadata = etree.fromstring(ruled(tei).tree.head.to_string()).find(".//{*}metadata")
    assert metadata is not None
    told = [(one.get("name"), one.text) for one in metadata.iterfind("{*}field")]
    assert ("series", "Mills") in told
    assert {name for name, _ in told} & {"editor", "resp"} == set()
    beside = "Editor: Ida Holm; managing editor: Bo Reed"
    assert f"Series: Mills ({beside})\n" in plain(tei, "reading")
    page = html.fromstring(outputs(tei)["reading.html"])
    (about,) = (one for one in page.iter("section") if one.findtext("h3") == "Series")
    said = ["".join(map(str, one.itertext())) for one in about.iterfind("p")]
    assert said == ["Mills", *beside.split("; ")]
