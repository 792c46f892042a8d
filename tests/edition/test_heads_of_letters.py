"""What the head of a letter says is found however it is encoded: by key alone, in the opener."""

import zipfile
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from tests.pipeline.editions import edition, tei
from tests.pipeline.test_failures import run

PERSONS = """<standOff><listPerson><person xml:id="anne"><persName><surname>Korn</surname>
<forename>Anne</forename></persName></person><person xml:id="bert"><persName>Reed, Bert</persName>
<birth when="-0043-02-01"/><death when="-0001"/>
<idno type="gnd">https://d-nb.info/gnd/118609807/</idno><idno type="VIAF">5</idno>
<idno type="URL">https://www.example.org/reed</idno></person></listPerson></standOff><text>"""
TOLD = {
    # Names without words, and one that says “she”.
    "keyed": '<correspAction type="sent"><persName key="anne"/><date notBefore="1850-05-05" '
    'notAfter="1850-05-09"/></correspAction><correspAction type="received"><persName '
    'ref="persons.xml#bert"/></correspAction>',
    "she": '<correspAction type="sent"><rs ref="#anne" cert="low">she</rs><date when="1850-05-01" '
    'evidence="conjecture">1 [May 1850]</date></correspAction><correspAction type="received">'
    '<persName key="Carl Ott"/></correspAction>',
    # All in one action, and what it answers; prose, and a date as machines write it; two letters.
    "alone": '<correspAction><persName type="sender">Eva</persName><date when="1850-06-01"/>'
    '<persName type="addressee">Bert</persName></correspAction><correspContext>'
    '<ref type="belongsToCorrespondence" target="#k">Eva</ref>'
    '<ref type="belongsToCorrespondence" target="#l">Mill</ref><ref type="replyTo" '
    'target="#x">of May</ref><ref type="next_same_sender" target="#y">y</ref></correspContext>',
    "prose": '<correspAction type="sent"><p>By <persName ref="#anne">Anne</persName>, in haste.</p>'
    '</correspAction><correspAction type="read"><persName>Ida</persName><date '
    'when="1850-06-02">1850-06-02</date></correspAction>',
    "twice": '<correspAction type="sent"><persName>Jo</persName><date when="1850-07-01"/>'
    '</correspAction><correspAction type="received"><persName>Kay</persName></correspAction>'
    '</correspDesc><correspDesc><correspAction type="sent"><persName>Lu</persName></correspAction>',
}
OPENED = """<div><opener><dateline><placeName>Basel</placeName>, <date when="1850-04-07">7 April
</date></dateline><salute>Dear <persName ref="#bert">Bert</persName>,</salute></opener><p>Come.</p>
<closer><signed><persName ref="#anne" xml:id="s">Anne</persName></signed></closer></div>"""
ENDED = "<profileDesc><correspDesc>{}</correspDesc></profileDesc></teiHeader>"
HEADS = {
    "keyed": ["From Korn, Anne, between 5 May 1850 and 9 May 1850", "To Reed, Bert"],
    "she": ["From Korn, Anne (?), 1 [May 1850]", "To Carl Ott"],
    "opened": ["From Anne, Basel, 7 April", "To Bert"],
    "alone": ["From Eva, 1 June 1850", "To Bert", "Correspondences Mill", "Remark of May"],
    "prose": ["From By Anne, in haste.", "read Ida, 2 June 1850"],
    "twice": ["From Jo, 1 July 1850", "To Kay", "From Lu"],
    # Two letters, or an opener without a date, are no letter of which that can be said.
    "two": [],
    "undated": [],
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build letters, each encoded in another way."""
    texts = {name: tei(id=name).replace("</teiHeader>", ENDED.format(told))
             for name, told in TOLD.items()}  # fmt: skip
    texts |= {
        "opened": tei(OPENED, "opened"),
        "two": tei(OPENED + OPENED.replace('xml:id="s"', ""), "two"),
        "undated": tei(OPENED.replace("when=", "n="), "undated"),
    }
    made = edition(tmp_path_factory.mktemp("heads"), **texts)
    (made / "tei/registers").mkdir()
    register = tei(id="persons").replace("<text>", PERSONS)
    (made / "tei/registers/persons.xml").write_text(register, "utf-8")
    formats = ("--format", "html", "--format", "text")
    assert run("build", made, "--no-check", *formats).exit_code == 0
    return made / "build"


def words(file: Path, path: str) -> list[str]:
    """Return the words of parts of a page."""
    found: Any = html.fromstring(file.read_bytes()).xpath(path)
    return [" ".join(" ".join(one.itertext()).split()).replace(" ,", ",") for one in found]


@pytest.mark.parametrize("name", sorted(HEADS))
def test_the_head_of_a_letter(folder: Path, name: str) -> None:
    """Who, whom, where and when, with the names of the register where there are no others."""
    assert words(folder / f"{name}.html", "//dl[@class='letter']/div") == HEADS[name]
    text = (folder / f"text/reading/{name}.txt").read_text("utf-8")
    for line in HEADS[name]:
        assert line.split(" ", 1)[1] in text


def test_the_page_of_a_person(folder: Path) -> None:
    """It lists its letters by date, each with what tells it from the others."""
    path = "//section[@class='letters-of']//li/span"
    assert words(folder / "register/anne.html", path) == [
        "Korn, Anne → Reed, Bert · Basel · 7 April 1850",
        "Korn, Anne (?) → Carl Ott · [1 May 1850]",
        "Korn, Anne → Reed, Bert · between 5 May 1850 and 9 May 1850",
    ]  # fmt: skip
    near = "//nav[@class='neighbours'][p]//a/@href"
    assert html.fromstring((folder / "opened.html").read_bytes()).xpath(near) == ["keyed.html"]


def test_registers_count_letters(folder: Path) -> None:
    """Who only wrote letters is in the texts, too; identifiers are short, whatever their form."""
    lines = words(folder / "persons.html", "//ul[@class='entries']/li")
    assert lines == [
        "Korn, Anne 3 letters, 4 mentions",
        "Reed, Bert 43 BC–1 BC 2 letters, 4 mentions",
    ]
    known = words(folder / "register/bert.html", "//a[@class='out']")
    assert known == ["GND 118609807", "VIAF 5", "example.org/reed"]


def test_cards_of_letters(folder: Path) -> None:
    """Few letters are cards, which say who wrote to whom as well."""
    lines = words(folder / "index.html", "//li/p[@class='byline'][1]")
    assert "Korn, Anne (?) → Carl Ott · [1 May 1850]" in lines
    assert "Jo → Kay · 1 July 1850 / Lu" in lines


def test_names_without_words(tmp_path: Path) -> None:
    """Authors, editors and keywords that are keys alone are called by them, or as their entries."""
    text = tei(
        '<p>Salt.</p><listBibl><bibl><author key="Ott, Carl"/><title>On Rye</title></bibl><bibl>'
        "<author/><title>On Salt</title><date>1900</date></bibl><bibl><author>"
        '<persName ref="#bert"/></author>, <title>On Mills</title></bibl></listBibl>',
        "named",
    )
    people = '<author key="Korn, Anne"/><editor ref="#bert"/><editor key="p_0017"/>'
    people += '<editor key="Ott, Ida (1880-1945)"/></titleStmt>'
    profile = (
        '<profileDesc><textClass><keywords><term key="rye"/><term>mill</term><term key="4:7"/>'
        "</keywords></textClass></profileDesc></teiHeader>"
    )
    text = text.replace("</titleStmt>", people, 1).replace("</teiHeader>", profile)
    made = edition(tmp_path, named=text)
    (made / "tei/registers").mkdir()
    register = tei(id="persons").replace("<text>", PERSONS)
    (made / "tei/registers/persons.xml").write_text(register, "utf-8")
    built = run("build", made, "--no-check", *("--format", "html", "--format", "text"))
    assert built.exit_code == 0
    said = (made / "build/text/reading/named.txt").read_text("utf-8")
    assert "\nAuthor: Korn, Anne\nEditor: Reed, Bert; Ott, Ida (1880-1945)\n" in said
    rows = ["Ott, Carl, On Rye", "On Salt (1900)", "Reed, Bert, On Mills"]
    assert [one for one in said.splitlines() if " On " in f" {one}"] == rows
    page = " ".join(words(made / "build/named.html", "//main"))
    assert "Keywords rye, mill" in " ".join(page.split())
    assert "p_0017" not in page
    assert "Reed, Bert" in page


def test_a_letter_is_told_once(tmp_path: Path) -> None:
    """What the box tells is not told above it again; names that have a comma are parted by more."""
    people = """<author>Anne Korn</author><author>Ott, Carl</author><author>Day, Ida</author>
<editor>Reed, Bo</editor><editor>Lind, Eva</editor></titleStmt>"""
    told = """<correspAction type="sent"><persName>Korn, Anne</persName>
<persName>Ott, Carl</persName><placeName>Basel</placeName><date when="1850-05-01"/></correspAction>
<correspAction type="received"><persName>Jo</persName><persName>Kay</persName></correspAction>"""
    one = tei(id="one").replace("</titleStmt>", people, 1)
    one = one.replace("</teiHeader>", ENDED.format(told))
    # A day without anybody is no line of the box.
    day = ENDED.format('<correspAction type="sent"><date when="1850-05-02"/></correspAction>')
    made = edition(tmp_path, one=one, day=tei(id="day").replace("</teiHeader>", day))
    formats = ("--format", "html", "--format", "text", "--format", "epub")
    assert run("build", made, "--no-check", *formats).exit_code == 0
    page = made / "build/one.html"
    assert words(page, "//p[@class='byline']") == ["Day, Ida · Editor: Reed, Bo; Lind, Eva"]
    head = ["From Korn, Anne; Ott, Carl, Basel, 1 May 1850", "To Jo, Kay"]
    assert words(page, "//dl[@class='letter']/div") == head
    said = (made / "build/text/reading/one.txt").read_text("utf-8")
    assert "From: Korn, Anne; Ott, Carl, Basel, 1 May 1850\nTo: Jo, Kay\n" in said
    assert "\nAuthor: Anne Korn; Ott, Carl; Day, Ida\nEditor: Reed, Bo; Lind, Eva\n" in said
    assert words(made / "build/day.html", "//p[@class='byline']") == ["2 May 1850"]
    with zipfile.ZipFile(made / "build/epub/one.epub") as book:
        inside = [book.read(name).decode() for name in book.namelist() if name.endswith(".xhtml")]
    (first,) = [one for one in inside if 'class="letter"' in one]
    assert "Day, Ida · Editor: Reed, Bo; Lind, Eva</p>" in first
