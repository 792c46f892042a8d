"""What a page says to machines, in an edition that is not ours: German, with an address."""

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.web.conftest import built
from tests.web.site import Page, Site

ABOUT = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="edition" xml:lang="de"><teiHeader>
<fileDesc><titleStmt><title>Zwei Briefe</title></titleStmt><publicationStmt><publisher>Verlag
</publisher><idno type="URL">https://example.org/briefe</idno></publicationStmt>
<sourceDesc><p>Eigenes.</p></sourceDesc></fileDesc></teiHeader><text><body>
<div><head>Wozu</head><p xml:id="w1">Zwei Briefe aus Wien.</p></div></body></text></TEI>"""
TEXT = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{id}" xml:lang="de"><teiHeader><fileDesc>
<titleStmt><title>Brief {n}</title><author>Schnitzler &lt;b&gt;</author></titleStmt>
<publicationStmt><publisher>Verlag</publisher><date when="2025-03-01"/><availability>
<licence target="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</licence></availability>
</publicationStmt><sourceDesc><p>Handschrift.</p></sourceDesc></fileDesc>
<profileDesc><creation><date when="1901-05-14"/></creation></profileDesc></teiHeader>
<text><body><p xml:id="p1">Lieber <persName ref="#bahr">Bahr</persName>, <choice><sic>vile</sic>
<corr resp="#x" cert="high">viele</corr></choice> Grüße
wie <ref target="../texts/eins.xml#p1">zuvor</ref> und <ref target="zettel.txt">hier</ref>.</p>
</body></text></TEI>"""
PERSONS = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="persons" xml:lang="de"><teiHeader>
<fileDesc><titleStmt><title>Personen</title></titleStmt><publicationStmt><p>-</p></publicationStmt>
<sourceDesc><p>-</p></sourceDesc></fileDesc></teiHeader><standOff><listPerson>
<person xml:id="bahr"><persName type="preferred">Bahr, Hermann</persName><birth when="1863-07-19"/>
<idno type="GND">118505955</idno></person></listPerson></standOff></TEI>"""


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Build an edition of two German letters with one register."""
    folder = tmp_path_factory.mktemp("letters")
    (folder / "tei" / "texts").mkdir(parents=True)
    (folder / "tei" / "registers").mkdir()
    (folder / "tei" / "edition.xml").write_text(ABOUT, "utf-8")
    (folder / "tei" / "registers" / "persons.xml").write_text(PERSONS, "utf-8")
    for n, name in enumerate(("eins", "zwei"), 1):
        text = TEXT.format(id=name, n=n)
        (folder / "tei" / "texts" / f"{name}.xml").write_text(text, "utf-8")
    return built(folder, Path(folder) / "out")


def meta(page: Page, name: str) -> list[str]:
    """Return the contents of a page's meta elements of one name."""
    return [str(one.get("content")) for one in page.find(f"//meta[@name='{name}']")]


def test_zotero_takes_a_text_for_a_part_of_a_book(letters: Site) -> None:
    """citation_book_title makes it a section of the edition; author, date and PDF are there."""
    page = letters.pages["eins.html"]
    assert meta(page, "citation_title") == ["Brief 1"]
    assert meta(page, "citation_book_title") == ["Zwei Briefe"]
    assert meta(page, "citation_author") == ["Schnitzler <b>"]
    assert meta(page, "citation_publication_date") == ["2025/03/01"]
    assert meta(page, "citation_language") == ["de"]
    assert meta(page, "citation_public_url") == ["https://example.org/briefe/eins.html"]
    assert meta(page, "DC.date") == ["1901-05-14"]


def test_linked_data_are_json(letters: Site) -> None:
    """Names with markup in them are neither lost nor run."""
    (script,) = letters.pages["eins.html"].find("//script[@type='application/ld+json']")
    said: dict[str, Any] = json.loads(script.text)
    assert said["@context"] == "https://schema.org"
    assert said["isPartOf"]["name"] == "Zwei Briefe"
    assert said["author"] == ["Schnitzler <b>"]  # a name and no more: nobody says what it is
    assert said["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert "<" not in script.text


def test_signposts_lead_to_licence_and_files(letters: Site) -> None:
    """license, cite-as, collection and each other format as alternate."""
    page = letters.pages["zwei.html"]
    links = {(one.get("rel"), one.get("href")) for one in page.find("//head/link")}
    assert ("license", "https://creativecommons.org/licenses/by/4.0/") in links
    assert ("cite-as", "https://example.org/briefe/zwei.html") in links
    assert ("canonical", "https://example.org/briefe/zwei.html") in links
    assert ("alternate", "text/reading/zwei.txt") in links


def test_every_page_is_in_the_sitemap(letters: Site) -> None:
    """Each page but the search page and the page for lost readers, with its full address."""
    root = etree.parse(letters.folder / "sitemap.xml").getroot()
    listed = {str(one.text) for one in root.iter("{*}loc")}
    pages = set(letters.pages) - {"404.html", "search.html"}
    assert listed == {
        "https://example.org/briefe/" + path.replace("index.html", "") for path in pages
    }
    linkset = json.loads((letters.folder / "linkset.json").read_text("utf-8"))["linkset"]
    assert [one["href"].rpartition("/")[2] for one in linkset[0]["item"]] == [
        "eins.html",
        "zwei.html",
    ]


def test_the_words_around_are_german(letters: Site) -> None:
    """Labels follow the language of the edition; none is left in English or as a bare key."""
    home = letters.pages["index.html"]
    assert home.tree.get("lang") == "de"
    assert "Texte" in home.words("//h2") and "Suche" in home.words("//nav//a")
    assert letters.pages["register/bahr.html"].words("//dt") == ["Geboren", "Identifiziert in"]
    english = {"Texts", "Search", "About", "Corrections", "Persons", "Born", "Mentions", "Notes"}
    for page in letters.pages.values():
        said = {*page.words("//h2"), *page.words("//dt"), *page.words("//nav//a")}
        assert said & english == set(), page.path


def test_a_reference_to_a_text_leads_to_its_page(letters: Site) -> None:
    """A pointer to another TEI file is a link; one to a file that is not published is words."""
    page = letters.pages["zwei.html"]
    assert page.find("//a[. = 'zuvor']")[0].get("href") == "eins.html#p1"
    assert page.find("//a[. = 'hier']") == [] and "hier" in page.words("//article")[0]


def test_texts_lead_to_each_other(letters: Site) -> None:
    """The first has a next and no previous, the second the reverse."""
    assert [one.get("rel") for one in letters.pages["eins.html"].find("//a[@rel]")] == ["next"]
    assert letters.pages["zwei.html"].find("//a[@rel='prev']")[0].get("href") == "eins.html"


def test_links_hold_in_any_edition(letters: Site) -> None:
    """An edition of another kind has no broken link either."""
    broken = [
        link
        for page in letters.pages.values()
        for link in letters.broken(page)
        if page.path != "404.html"
    ]
    assert broken == []


def test_lost_readers_find_the_site(letters: Site) -> None:
    """The page for wrong addresses is shown at any depth, so its links begin at the root."""
    links = letters.pages["404.html"].links
    own = [one for one in links if not one.startswith(("#", "https:"))]
    assert own and all(one.startswith("/briefe/") for one in own)
