"""A reader's walk: from what editors did, and from what is named, to its evidence in two clicks."""

import re
from typing import Any

import pytest
from lxml import etree

from tests.web.site import ROOT, Page, Site

TEXTS = ("khrushchev-at-70", "soviet-admissions")
NS = {"tei": "http://www.tei-c.org/ns/1.0"}
XML = "http://www.w3.org/XML/1998/namespace"


def clicked(site: Site, page: Page, link: Any) -> tuple[Page, Any]:
    """Follow a link of a page of a text to the element that it leads to."""
    path, _, place = str(link.get("href")).partition("#")
    there = site.pages[path] if path else page
    (found,) = there.find(f"//*[@id='{place}']") if place else there.find("//main")
    return there, found


def words(element: Any) -> str:
    """Return the words of an element."""
    return " ".join("".join(element.itertext()).split())


def is_described(site: Site, page: Page, element: Any) -> bool:
    """Whether all links to sources and witnesses in it lead to some words about them."""
    links = element.xpath("td//a | .//a[@class = 'siglum'] | span[@class = 'rests-on']/a")
    return all(len(words(clicked(site, page, link)[1]).split()) > 3 for link in links)


def encoded(text: str, path: str) -> list[Any]:
    """Return the elements of a text that have an id or lie in one that has."""
    found = etree.parse(ROOT / "tei" / "texts" / f"{text}.xml").xpath(path, namespaces=NS)
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize("text", TEXTS)
def test_from_what_the_editors_did_to_who_says_so(site: Site, text: str) -> None:
    """Corrections, supplied words, gaps, uncertain headings, variants, omissions of a copy."""
    page = site.pages[f"{text}.html"]
    links = page.find("//article//a[contains(concat(' ', @class, ' '), ' c ')]")
    rows = [clicked(site, page, link)[1] for link in links]
    assert all(
        re.search("certainty (high|medium|low)|FRUS|gap, |so in the source", words(row))
        for row in rows
    )
    assert all(is_described(site, page, row) for row in rows)
    # What a number of a note rests on is told with the note.
    kinds = "self::tei:corr or self::tei:supplied[not(parent::tei:ref)]"
    sourced = encoded(text, f"//tei:body//*[{kinds}][@source]")
    told = [row for row in rows if row.xpath("self::tr[td//a[not(@class = 'n')]]")]
    assert len(told) >= len(sourced) > 0


@pytest.mark.parametrize("text", TEXTS)
def test_from_a_name_that_was_treated_to_its_entry(site: Site, text: str) -> None:
    """Its words lead to what was done to them; there they lead where other names do."""
    page = site.pages[f"{text}.html"]
    names = [
        one
        for one in encoded(text, "//tei:body//*[@ref][tei:choice/tei:corr | tei:app]")
        if one.xpath("normalize-space(tei:choice/tei:corr | tei:app/tei:lem)", namespaces=NS)
    ]
    rows = page.find("//table//tr[starts-with(@id, 't-')] | //li[starts-with(@id, 't-')]")
    led = {link.get("href") for row in rows for link in row.xpath(".//a[@class = 'n']")}
    wanted = {f"register/{one.get('ref').rpartition('#')[2]}.html" for one in names}
    assert wanted
    assert wanted <= led


def test_from_an_omission_to_the_copy_that_has_it(site: Site) -> None:
    """Where the other copy begins, breaks off and goes on stands a sign; its entry leads to it."""
    page = site.pages["khrushchev-at-70.html"]
    signs = page.find("//article//a[contains(@class, 'entry-call')]")
    assert len(signs) == len(
        encoded("khrushchev-at-70", "//tei:witStart | //tei:lacunaStart | //tei:lacunaEnd")
    )
    for sign in signs:
        _, entry = clicked(site, page, sign)
        (siglum,) = entry.xpath("a[@class = 'siglum']")
        assert "withholds 18 lines" in words(clicked(site, page, siglum)[1])
    for row in page.find("//table[@class='passages']/tbody/tr"):
        assert row.xpath("td//a/@href")
        assert is_described(site, page, row)


@pytest.mark.parametrize("text", TEXTS)
def test_from_a_note_to_its_source(site: Site, text: str) -> None:
    """A note of the editors leads to its sources; one of the author says who set its mark."""
    page = site.pages[f"{text}.html"]
    for note in encoded(text, "//tei:text//tei:note[@xml:id]"):
        (call,) = page.find(f"//a[@role='doc-noteref'][@href='#{note.get(f'{{{XML}}}id')}']")
        _, told = clicked(site, page, call)
        if note.get("type"):
            assert len(told.xpath("span[@class='rests-on']/a")) == len(
                (note.get("source") or "").split()
            )
            assert is_described(site, page, told)
        else:
            assert re.search("placed by the editors; certainty", words(told))


@pytest.mark.parametrize("text", TEXTS)
def test_from_a_name_to_who_is_meant_and_how_that_is_known(site: Site, text: str) -> None:
    """A name leads to its entry, which says who or what it is, and its sources or who vouches."""
    page = site.pages[f"{text}.html"]
    names = {str(link.get("href")): link for link in page.find("//article//a[@class='n']")}
    assert len(names) > 40
    for path, link in names.items():
        _, entry = clicked(site, page, link)
        said = words(entry)
        assert entry.xpath(".//p[@class='what'] | .//dl//dd"), path
        assert "Mentions" in said, path
