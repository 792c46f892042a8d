"""Headers as catalogues, libraries and programs write them: what a reader sees of them."""

import re

import pytest
from editio.formats.cited import in_words
from editio.model.citations import Citation
from lxml import etree

from tests.rules.outputs import outputs, plain, ruled

TEXT = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="case" xml:lang="en"><teiHeader><fileDesc>
<titleStmt><title>Salt</title><editor role="primary"/><funder>
<orgName xml:lang="de">Salzrat</orgName><orgName xml:lang="en">Salt Board</orgName></funder>
</titleStmt><publicationStmt><publisher><orgName xml:lang="de">Salzhaus</orgName>
<orgName xml:lang="en">Salt House,</orgName><address><street>Mill Lane</street></address>
</publisher><pubPlace>London :</pubPlace><date>1850</date><idno type="isbn"/>
<idno type="STC">7</idno></publicationStmt><sourceDesc>{source}</sourceDesc></fileDesc><profileDesc>
<langUsage><language ident="eng">eng</language></langUsage></profileDesc><revisionDesc><change
when="2010-11-03"><date>2010-11-03</date><name>Bo Reed</name>Typed in.</change></revisionDesc>
</teiHeader><text><body><p>Rye.</p></body></text></TEI>"""
BOOK = """<biblFull><titleStmt><title>Salt</title></titleStmt><publicationStmt>
<publisher>printed for Bo Reed,</publisher><pubPlace>[London :</pubPlace><date>1850]</date>
</publicationStmt></biblFull>"""
SHEET = """<msDesc><msIdentifier><placeName><settlement>Lund</settlement></placeName>
<idno>MS 7</idno></msIdentifier></msDesc>"""


def _about(source: str) -> str:
    page = outputs(TEXT.format(source=source))["reading.html"]
    return re.sub(r"\s*\n\s*", "\n", re.sub("<[^>]+>", "\n", page))


def test_publication() -> None:
    """Signs that end a field of a catalogue end no sentence; who published is cited by the name
    alone, and told in each language; what is empty is not told.
    """
    said = _about(BOOK)
    assert "\nSalzhaus, Salt House, London, 1850\nMill Lane\nSTC: 7\n" in said
    assert "\nSalzrat, Salt Board\n" in said
    assert "isbn" not in said
    assert "primary" not in said
    head = etree.fromstring(ruled(TEXT.format(source=BOOK)).tree.head.to_string())
    fields = {one.get("name"): one.text for one in head.iterfind(".//{*}field")}
    assert (fields["publisher"], fields["pubPlace"]) == ("Salzhaus", "London")
    sheet = plain(TEXT.format(source=BOOK), "reading")
    assert "Source: Salt, printed for Bo Reed, [London, 1850]\n" in sheet


def test_languages_and_changes() -> None:
    """A code is told as a language; a date that is told in words is not told twice, nor glued."""
    said = _about(BOOK)
    assert "\nEnglish\n" in said
    assert "\n2010-11-03\nBo Reed\nTyped in.\n" in re.sub(" ?\n", "\n", said)


@pytest.mark.parametrize("name", ["reading.html", "print.html"])
def test_notes_on_what_is_told_in_a_line(name: str) -> None:
    """They are remarks, each once, and no part of the line; a note may say what somebody did."""
    case = (
        TEXT.format(source=BOOK)
        .replace(">London :", ">London :<note>Or York.</note>")
        .replace(
            "</titleStmt>",
            "<respStmt><resp><note>Typing</note></resp><name>Bo</name></respStmt></titleStmt>",
            1,
        )
        .replace(
            "</titleStmt>", "</titleStmt><extent>3 sheets<note>One is torn.</note></extent>", 1
        )
        .replace("<langU", "<abstract><p>Of rye<note>By another hand.</note>.</p></abstract><langU")
    )
    page = re.sub(r"\s*\n\s*", "\n", re.sub("<[^>]+>", "\n", outputs(case)[name]))
    assert "\nOne is torn.\nOr York.\nBy another hand.\n" in page
    assert "Typing" not in page.partition("Remarks")[2].partition("By another hand.")[0]
    assert page.count("Or York.") == page.count("By another hand.") == 1


def test_a_place_in_a_shelfmark() -> None:
    """It is part of the shelfmark, by whatever element it is named."""
    assert "Source: Lund, MS 7\n" in plain(TEXT.format(source=SHEET), "reading")
    said = _about(SHEET)
    assert "Lund\n,\nMS 7" in said
    assert "placeName" not in said


def test_dates_of_other_calendars() -> None:
    """They are told with the calendar, and are not the date of the text where there is another."""
    dates = "<origDate calendar='Hijri'>11th century</origDate><origDate>1650</origDate>"
    source = SHEET.replace("</msIdentifier>", f"</msIdentifier><history><origin>{dates}"
                           "</origin></history>")  # fmt: skip
    assert "11th century (Hijri)" in _about(source).replace("\n", " ")
    assert "Date: 1650\n" in plain(TEXT.format(source=source), "reading")


def test_a_surname_before_the_forename() -> None:
    """It is parted from it, as it is written."""
    author = "</title><author><persName><surname>Holm</surname><forename>Ida</forename></persName>"
    case = TEXT.format(source=BOOK).replace("</title>", f"{author}</author>", 1)
    assert "Author: Holm, Ida\n" in plain(case, "reading")


@pytest.mark.parametrize(
    ("title", "said"), [("Salt.", "In Salt. Reed"), ("Salt …", "In Salt …. Reed")]
)
def test_a_title_that_ends_with_a_full_stop(title: str, said: str) -> None:
    """A citation has one full stop after it; dots that leave something out stay."""
    item = Citation("a", "chapter", "Rye", container=title, publisher="Reed")
    assert said in in_words(item)
    assert said in re.sub("<[^>]+>", "", in_words(item, markup="html"))


@pytest.mark.parametrize(
    ("words", "said"),
    [("1132-1140", "1132-1140"), ("1139 or so", "31 December 1139"), ("", "31 December 1139")],
)
def test_a_span_of_which_one_day_is_given_for_sorting(words: str, said: str) -> None:
    """The words say when; of a single year the day is told as of every other text."""
    created = f"<creation><date when='1139-12-31'>{words}</date></creation><langUsage>"
    case = TEXT.format(source=BOOK).replace("<langUsage>", created)
    assert f"Date: {said}\n" in plain(case, "reading")


NUMBERED = """<msDesc><msIdentifier><settlement>Lund</settlement><idno type="shelfmark">MS 7</idno>
<idno type="URI">https://example.org/7</idno><idno type="doi">10.5555/7</idno>
<altIdentifier type="other"><idno>MS 8</idno></altIdentifier><altIdentifier><idno type="slug">seven
</idno></altIdentifier><altIdentifier type="mill"><idno>9</idno></altIdentifier></msIdentifier>
</msDesc>"""


def test_no_number_of_a_text_is_left_out() -> None:
    """A description that stands in the text is all of it there."""
    text = TEXT.format(source=SHEET).replace("<p>Rye.</p>", f"<div>{NUMBERED}</div>")
    assert "Other number: seven\n" in plain(text, "reading")


def test_numbers_are_called_as_readers_know_them() -> None:
    """Known kinds by their usual names, addresses and “other” by none, others as they are written;
    names that a project has for its own files and records are metadata alone.
    """
    published = (
        '<idno type="STC">7</idno><idno type="isbn">978-3</idno><idno type="slug">salt-a</idno>'
        '<idno type="filename">salt.xml</idno><idno type="url">https://example.org/salt</idno>'
        '<idno type="mill-list">M 7</idno><idno type="other">X 9</idno><idno type="id">i4</idno>'
    )
    text = TEXT.format(source=NUMBERED).replace('<idno type="STC">7</idno>', published)
    page = outputs(text)["reading.html"]
    said = re.sub(r"\s*\n\s*", "\n", re.sub("<[^>]+>", "\n", page))
    assert "STC: 7\nISBN: 978-3\nhttps://example.org/salt\nmill-list: M 7\nX 9\n" in said
    for words in ("Address:\nhttps://example.org/7", "DOI:\n10.5555/7", "Other number:\nMS 8",
                  "Other number (mill):\n9"):  # fmt: skip
        assert words in said, words
    for words in ("slug", "seven", "salt-a", "filename", "salt.xml", "i4", "(other)"):
        assert words not in said, words
    assert "Source: Lund, MS 7\n" in plain(text, "reading")
    head = etree.fromstring(ruled(text).tree.head.to_string())
    inner = [str(one.text) for one in head.iterfind(".//{*}field[@name='internal-number']")]
    assert sorted(inner) == ["i4", "salt-a", "salt.xml", "seven"]


def test_who_made_a_printed_source() -> None:
    """Who edited it, with what is said of him, who helped and who published it, a line each."""
    source = (
        "<biblStruct><monogr><title>Diary</title><author>Ann Korn</author><editor><persName>"
        "<forename>Bo</forename> <surname>Reed</surname></persName> <affiliation>Head of the "
        "Mill</affiliation></editor><respStmt><resp>With the help of</resp><name>Carl Ott</name>"
        "<name>Dora Ott</name></respStmt><imprint><publisher><orgName>Mill Press</orgName> "
        "<orgName>Salt House</orgName></publisher></imprint></monogr></biblStruct>"
    )
    page = outputs(TEXT.format(source=source))["reading.html"]
    said = " ".join(re.sub("<[^>]+>", "", page.replace("<d", " <d")).split())
    assert "Editor Bo Reed, Head of the Mill Resp" in said
    assert "Responsibility With the help of: Carl Ott, Dora Ott Publisher" in said
    assert "Publisher Mill Press, Salt House" in said


def test_parts_of_a_printed_source() -> None:
    """A book or chapter of a series is no page of it; a place without its country has no comma."""
    source = (
        "<biblFull><titleStmt><title>Salt</title></titleStmt><publicationStmt><publisher>P"
        "</publisher><pubPlace><address><country key='FR'/><settlement>Lund</settlement></address>"
        "</pubPlace></publicationStmt><seriesStmt><title>Mills</title><biblScope unit='chapter'>XIV"
        "</biblScope><biblScope unit='page'>7</biblScope></seriesStmt></biblFull>"
    )
    page = outputs(TEXT.format(source=source))["reading.html"]
    assert page.count("<dt>Pages</dt>") == 1
    assert "<dt>Pages</dt><dd>7</dd>" in re.sub(r"\s*\n\s*", "", page)
    assert "XIV" in page
    assert "<dd>Lund</dd>" in re.sub(r"\s*\n\s*", "", page)


def test_a_date_in_a_sentence_about_the_source() -> None:
    """A date that is values alone has no words to leave out."""
    source = "<bibl><title>Salt</title>, <date from='1790' to='1792'/></bibl>"
    assert "Source: Salt, 1790–1792\n" in plain(TEXT.format(source=source), "reading")
