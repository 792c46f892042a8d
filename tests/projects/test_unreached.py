"""What an edition wishes of elements of headers and registers is carried out, or told (C025)."""

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from editio.diagnostics import Diagnostic
from editio.edition.edition import opened
from editio.edition.selection import select
from editio.render.build import Plan, build

from tests.projects.test_parts import MODELS, ODD
from tests.projects.test_parts import TEI as PLAIN
from tests.typesetting.reading import given_back

TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="leaf" xml:lang="en"><teiHeader><fileDesc>
<titleStmt><title>A leaf</title><author><persName ref="#anna">Anna</persName></author>
<respStmt><resp>typed</resp><name>Procedure</name></respStmt><funder>Fund</funder></titleStmt>
<editionStmt><edition>First</edition></editionStmt><extent>one leaf</extent>
<publicationStmt><publisher>Us</publisher><pubPlace>Here</pubPlace><date>1900</date><availability>
<licence target="https://example.org/free">Free <hi>enough</hi></licence></availability>
</publicationStmt><seriesStmt><title>Ser</title></seriesStmt>
<notesStmt><note>A note of <term>ours</term>.</note></notesStmt>
<sourceDesc><listWit><witness xml:id="A">First <origDate>1500</origDate></witness>
<witness xml:id="B"><msDesc><msIdentifier><settlement>Hallow</settlement><idno>7</idno>
</msIdentifier><physDesc><p>All <material>vellum</material>.</p></physDesc></msDesc></witness>
</listWit><biblStruct><analytic><author>Bell</author><title level="a">On salt</title></analytic>
<monogr><title level="j">Salt Review</title><imprint><date>1901</date><biblScope unit="page">3
</biblScope></imprint></monogr></biblStruct><bibl><editor>Cole</editor>, <title>Words</title>.
</bibl><listPerson><person xml:id="pp"><persName>Ede</persName></person></listPerson></sourceDesc>
</fileDesc><encodingDesc><projectDesc><p>By <orgName>us</orgName>.</p></projectDesc><editorialDecl>
<normalization><p>None.</p></normalization></editorialDecl><classDecl><taxonomy>
<category xml:id="c1"><catDesc>cat</catDesc></category></taxonomy></classDecl></encodingDesc>
<profileDesc><creation><date>1899</date> <rs>there</rs></creation><langUsage><language ident="en"
>English</language></langUsage><textClass><keywords><term>salt</term></keywords></textClass>
<correspDesc><correspAction type="sent"><persName>Anna</persName><placeName>Hallow</placeName>
</correspAction></correspDesc><particDesc><listPerson><person xml:id="pq"><persName>Fay</persName>
<occupation>smith</occupation></person></listPerson></particDesc><handNotes><handNote xml:id="h1"
>Hand one</handNote></handNotes></profileDesc><revisionDesc><change when="2001-01-01">Mended
<ref target="#p1">it</ref></change></revisionDesc></teiHeader><text><body><p xml:id="p1">Words of
<persName ref="#anna">Anna</persName>, <app><lem wit="#A">blue</lem><rdg wit="#B">green</rdg></app>.
</p></body></text></TEI>"""
REGISTER = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="persons" xml:lang="en"><teiHeader>
<fileDesc><titleStmt><title>Persons</title></titleStmt><publicationStmt><p>None.</p>
</publicationStmt><sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader><text><body><listPerson>
<person xml:id="anna"><persName><forename>Anna</forename></persName><birth when="1800"/><note>
<p>She <emph>was</emph>.</p></note></person></listPerson></body></text></TEI>"""


def edition(root: Path, settings: str, models: str = "", tei: str = TEI) -> list[Diagnostic]:
    """Write an edition with a register; return what is told of its wishes."""
    files = {"tei/texts/leaf.xml": tei, "tei/texts/plain.xml": PLAIN.replace('"leaf"', '"plain"'),
             "tei/registers/persons.xml": REGISTER,
             "edition.toml": f"[behaviours]\n{settings}"}  # fmt: skip
    if models:
        files["tei/schema/own.odd"] = ODD.replace(MODELS, models)
    for name, words in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(words, "utf-8")
    return [one for one in select([root]).diagnostics if one.code[0] == "C"]


def test_a_class_is_on_the_pages_or_told(tmp_path: Path) -> None:
    """Of each element of headers and registers one of the two, on the page and in EPUB."""
    names = sorted(set(re.findall(r"<(\w+)", TEI + REGISTER)) - {"text", "body"})
    found = edition(tmp_path, "".join(f'{one} = {{ class = "mine-{one}" }}\n' for one in names))
    told = {one.message.partition("<")[2].partition(">")[0] for one in found}
    assert {one.code for one in found} == {"C025"}
    build(Plan(opened(tmp_path)[0], ("html", "epub"), tmp_path / "build", cached=False))
    pages = [one.read_text("utf-8") for one in (tmp_path / "build").rglob("*.html")]
    with ZipFile(next((tmp_path / "build/epub").glob("*.epub"))) as book:
        chapters = [book.read(one).decode() for one in book.namelist() if one.endswith("xhtml")]
    # What a description of the apparatus alone has, the page has besides.
    for made in (pages, chapters):
        dressed = {one for one in names if re.search(rf"\bown-mine-{one}\b", "".join(made))}
        assert dressed == set(names) - told
    assert {"author", "rdg", "witness", "monogr", "change", "note"} <= set(names) - told
    assert {"titleStmt", "birth", "emph", "publisher", "catDesc", "person"} <= told


def test_persons_of_the_source_who_are_in_no_register_have_their_class(tmp_path: Path) -> None:
    """A list of which each entry has an id is a register, and stands on no page of the text."""
    wish = 'person = { class = "mine" }\n'
    for name, words in (("listed", TEI), ("said", TEI.replace(' xml:id="pp"', ""))):
        told = [one.code for one in edition(tmp_path / name, wish, tei=words)]
        assert told == ["C025"] * (name == "listed")
        built = tmp_path / f"{name}-built"
        build(Plan(opened(tmp_path / name)[0], ("html",), built, cached=False))
        pages = [one.read_text("utf-8") for one in built.rglob("*.html")]
        assert ("own-mine" in "".join(pages)) == (name == "said")


def test_what_is_told_has_its_place_and_says_what_is_left(tmp_path: Path) -> None:
    """In edition.toml and in an ODD; a model for what no text has, or with our rule, is none."""
    found = edition(
        tmp_path,
        'author = { behaviour = "block" }\nchange = { behaviour = "block", class = "x" }\n'
        'persName = { behaviour = "block" }\n"correspAction.sent" = { class = "x" }\n',
        '<elementSpec ident="publisher"><model behaviour="inline"/>\n<model behaviour="omit"/>'
        '</elementSpec><elementSpec ident="seg"><model behaviour="inline"/></elementSpec>'
        '<elementSpec ident="teiHeader"><model behaviour="metadata"/></elementSpec>'
        '<elementSpec ident="rdg"><model behaviour="inline" cssClass="x"/></elementSpec>',
    )
    assert [(one.file, one.line, one.message.partition(" has no effect")[0]) for one in found] == [
        ("edition.toml", 2, "the treatment set for <author>"),
        ("edition.toml", 3, "the behaviour “block” set for <change>"),
        ("edition.toml", 5, "the treatment set for “correspAction.sent”"),
        ("tei/schema/own.odd", 2, "the treatment set for <publisher>"),
    ]


@pytest.mark.slow
def test_a_label_is_in_every_output(tmp_path: Path) -> None:
    """Page, EPUB, book, and plain text, which has sources behind the text, and witnesses by sigla.
    One blank is behind it, whether the label ends in one or not.
    """
    names = ("author", "witness", "rdg")
    wished = "".join(f'{one} = {{ label = "Seen-{one}: ", class = "x" }}\n' for one in names)
    assert edition(tmp_path, wished) == []
    forms = ("html", "epub", "pdf", "text")
    build(Plan(opened(tmp_path)[0], forms, tmp_path / "build", cached=False))
    with ZipFile(next((tmp_path / "build/epub").glob("*.epub"))) as book:
        chapters = "".join(book.read(one).decode() for one in book.namelist() if "leaf" in one)
    said = [
        (tmp_path / "build/leaf.html").read_text("utf-8"), chapters,
        given_back(tmp_path / "build/pdf/leaf.pdf"),
        (tmp_path / "build/text/reading/leaf.txt").read_text("utf-8"),
    ]  # fmt: skip
    for one in names:
        assert [f"Seen-{one}:" in made for made in said] == [True, True, True, one != "witness"]
        assert not any(f"Seen-{one}:  " in made for made in said)
