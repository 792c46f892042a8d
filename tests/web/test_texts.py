"""The pages of a text: no character is lost on them, and what belongs together is linked."""

import re
from collections import Counter
from typing import Any

import pytest
from editio.resources import LABELS
from lxml import etree

from tests.texts.streams import NS, transcript_stream
from tests.web.site import ROOT, Site

TEXTS = ("khrushchev-at-70", "soviet-admissions")


def source(text: str) -> Any:
    """Return the TEI of a text."""
    return etree.parse(ROOT / "tei" / "texts" / f"{text}.xml").getroot()


def squeezed(words: list[str]) -> str:
    """Join words without white space and without the marks that stand for gaps."""
    return re.sub(r"\[…[^\]]*\]", "", "".join("".join(words).split()))


def test_lines_side_by_side_are_those_of_the_source(site: Site) -> None:
    """The left column of the comparison is the transcript, character by character."""
    page = site.pages["khrushchev-at-70-comparison.html"]
    found = squeezed(page.words("//table[@class='comparison']//td[1]"))
    assert found == transcript_stream(source("khrushchev-at-70"))


def test_blocks_side_by_side_are_those_of_the_source(site: Site) -> None:
    """A text without lines has every character too; its notes, collected, come last."""
    page = site.pages["soviet-admissions-comparison.html"]
    found = squeezed(page.words("//table[@class='comparison']//td[1]"))
    assert Counter(found) == Counter(transcript_stream(source("soviet-admissions")))


@pytest.mark.parametrize("text", TEXTS)
def test_lines_have_their_number(site: Site, text: str) -> None:
    """Each line of the source that holds words is one row, with its number."""
    numbers = site.pages[f"{text}-comparison.html"].words("//tbody//th[not(@scope)]")
    lines = source(text).xpath("//tei:lb/@n", namespaces=NS)
    if lines:
        assert [one for one in numbers if one.isdigit()] == [one for one in lines if one in numbers]
        assert len({*lines} - {*numbers}) < 0.02 * len(lines)
    else:
        assert all(numbers)


@pytest.mark.parametrize("text", TEXTS)
def test_every_intervention_is_explained_where_it_stands(site: Site, text: str) -> None:
    """Each correction on the page leads to a row that says what the source has, each reading to its
    entry in the apparatus; and back.
    """
    page = site.pages[f"{text}.html"]
    called = page.find("//article//a[contains(concat(' ', @class, ' '), ' c ')]")
    assert len(called) > 10
    for link in called:
        place = str(link.get("href")).split("#")[1]
        if entries := page.find(f"//section[contains(@class, 'entries')]//li[@id='{place}']"):
            (back,) = entries[0].xpath("a[@class = 'entry-key']/@href")
            assert link.xpath("ancestor-or-self::*/@id | descendant::*/@id").count(back[1:]) == 1
            assert entries[0].xpath("string(*[@class = 'lemma' or @class = 'said'])"), place
            assert entries[0].xpath("string(*[@class = 'siglum'])"), place
            continue
        (row,) = page.find(f"//tr[@id='{place}']")
        assert row.xpath("th/a/@href"), link.get("href")
        assert row.xpath("normalize-space(td[3])"), "how it was treated"


@pytest.mark.parametrize("text", TEXTS)
def test_notes_lead_both_ways(site: Site, text: str) -> None:
    """Each note has a call, and its call is where it leads back to."""
    page = site.pages[f"{text}.html"]
    notes = page.find("//section[@role='doc-endnotes']//li")
    encoded = source(text).xpath(
        "count(//tei:text//tei:note[not(ancestor::tei:div/@type = ('catalogueRecord'))])",
        namespaces=NS,
    )
    assert len(notes) == encoded
    for note in notes:
        (back,) = note.xpath(".//a[@role='doc-backlink']/@href")
        (call,) = page.find(f"//a[@role='doc-noteref'][@id='{back[1:]}']")
        assert call.get("href") == f"#{note.get('id')}"


@pytest.mark.parametrize("text", TEXTS)
def test_every_correction_is_in_the_table_of_all(site: Site, text: str) -> None:
    """The table of corrections has each choice, supplied passage, gap and variant of the TEI."""
    tags = ("choice", "app", "supplied", "gap", "surplus", "subst", "sic", "unclear")
    encoded = [
        one
        for tag in tags
        for one in source(text).iterfind(f".//{{*}}text//{{*}}{tag}")
        if one.getparent().tag.rpartition("}")[2] != "choice"
    ]
    rows = site.pages["interventions.html"].find(f"//tbody[@data-text='{text}']/tr[@id]")
    assert len(rows) == len(encoded)


def test_the_list_of_corrections_says_what_is_not_in_it(site: Site) -> None:
    """What was done by rule or to the order has no row; where the edition tells it is said."""
    (hint,) = site.pages["interventions.html"].words("//p[@class='byline']")
    assert "not listed" in hint
    assert "passages moved" in hint
    for language in sorted(LABELS.glob("*.xml")):
        words = etree.parse(language).getroot()
        about, told = (
            words.findtext(f"{{*}}label[@key='{key}']") for key in ("about", "not-listed-where")
        )
        assert about
        assert told
        assert about in told


def test_names_lead_to_their_entries(site: Site) -> None:
    """Each reference of the TEI to a person is a link on the page of the text."""
    for text in TEXTS:
        meant = {
            token.split("#")[-1]
            for ref in source(text).xpath("//tei:text//tei:persName/@ref", namespaces=NS)
            for token in str(ref).split()
        }
        pages = (site.pages[f"{text}.html"], site.pages[f"{text}-diplomatic.html"])
        linked = {
            str(link).removeprefix("register/").removesuffix(".html")
            for page in pages
            for link in page.tree.xpath("//a[@class='n']/@href")
        }
        assert meant - linked == set()


def test_what_a_witness_lacks_leaves_nothing_empty(site: Site) -> None:
    """Headings and links of its page have words."""
    pages = [page for path, page in site.pages.items() if "-witness-" in path]
    assert pages
    for page in pages:
        assert (
            page.find(
                "//article//*[self::a[@href] or self::h2 or self::h3][not(normalize-space())]"
            )
            == []
        )


def test_what_each_copy_lacks_is_a_table_from_the_encoding(site: Site) -> None:
    """What the print of 2001 leaves out or withholds, and what is supplied from it, in order."""
    page = site.pages["khrushchev-at-70.html"]
    rows = [
        [" ".join("".join(cell.itertext()).split()) for cell in row]
        for row in page.tree.xpath("//table[@class='passages']/tbody/tr")
    ]
    here = "the source"
    assert [row[0] for row in rows] == ["p4", "p9", "p12–p28", "p17", "p31", "p32", "p32"]
    assert [row[2] for row in rows] == [here, here, "FRUS", here, "FRUS", here, here]
    assert [row[4].split(";")[0] for row in rows if row[2] == "FRUS"] == ["omitted", "withheld"]
    assert rows[2][1].startswith("Party and State Administration")
    assert rows[2][1].endswith("make the distinction.")
    assert rows[4][1].startswith("His conduct")
    supplied = source("khrushchev-at-70").xpath("//tei:supplied[@source='#FRUS']", namespaces=NS)
    assert len(supplied) == sum(row[3] == "FRUS" for row in rows)


@pytest.mark.parametrize("text", TEXTS)
def test_evidence_is_two_clicks_away(site: Site, text: str) -> None:
    """A correction leads to its row, the row to its source; a note leads to its source itself."""
    page = site.pages[f"{text}.html"]
    sources = source(text).xpath(
        "//tei:text//tei:note[@resp]/@source | //tei:text//tei:corr/@source", namespaces=NS
    )
    named = {one[1:] for pointers in sources for one in pointers.split()}
    told = "//*[@class='rests-on']//a/@href | //section[@class='apparatus']//td[last()]/a/@href"
    led = {str(href).partition("#")[2] for href in page.tree.xpath(told)}
    assert named
    assert named <= led
    assert led <= set(page.ids)
    assert not page.tree.xpath("//a[@class='c'][not(contains(@href, '#'))]")
