"""The encoding manual has a section for each element, and its links lead somewhere."""

from functools import cache

import pytest
from editio.formats.schema import compile_odd
from lxml import etree, html

from tests.schema.fragments import COMPLETE, TEI, element_names, odd


@cache
def pages() -> dict[str, html.HtmlElement]:
    """Return the pages of the manual, parsed."""
    made = compile_odd(COMPLETE).items()
    return {path: html.fromstring(text) for path, text in made if path.endswith(".html")}


def section(name: str) -> html.HtmlElement:
    """Return the section of an element."""
    (found,) = [one for page in pages().values() for one in page.iterfind(f"section[@id='{name}']")]
    return found


@pytest.mark.parametrize("name", element_names())
def test_every_element_has_its_section(name: str) -> None:
    """Gloss, description, places, content, example, and the page of the Guidelines."""
    found = section(name)
    heading = found.find("h2")
    assert heading is not None
    assert heading.text_content().startswith(f"{name} ")
    terms = [one.text for one in found.find("dl").iterchildren("dt")]
    assert [one for one in terms if one in ("Stands in", "Contains", "Example")] == [
        "Stands in",
        "Contains",
        "Example",
    ]
    assert any(link.endswith(f"/ref-{name}.html") for link in found.xpath(".//a/@href"))


def test_links_inside_the_manual_lead_to_a_section() -> None:
    """Pages link by file name and id."""
    targets = {
        f"{path}#{one.get('id')}" for path, page in pages().items() for one in page.iter("section")
    } | set(pages())
    links = {
        str(link)
        for page in pages().values()
        for link in page.xpath("//a/@href")
        if not str(link).startswith(("http", "edition."))
    }
    assert links <= targets


def test_a_chapter_opens_with_its_elements() -> None:
    """Whoever looks for one need not scroll."""
    for path, page in pages().items():
        listed = [
            str(link).partition("#")[2] for link in page.xpath("p[@class='elements']/a/@href")
        ]
        assert listed == [one.get("id") for one in page.iterfind("section[@id]")], path


def test_elements_named_in_the_prose_are_links() -> None:
    """The chapter on interventions says which element is for what."""
    prose = pages()["encoding-intervention.html"].xpath("p[not(@class)]/a")
    assert [one.text_content() for one in prose][:3] == ["sic", "corr", "choice"]


def test_rules_are_told() -> None:
    """Each rule stands once: with its element, or on the first page."""
    told = [one.text for page in pages().values() for one in page.iterfind(".//ul/li/code")]
    rules = [
        one.get("ident", "")
        for one in odd().iter(f"{TEI}constraintSpec")
        if one.find(".//{*}assert") is not None
    ]
    assert sorted(one for one in told if one in rules) == sorted(rules)


def test_an_example_reads_as_it_is_written() -> None:
    """The markup itself is shown, without the indent it has in the ODD."""
    shown = section("choice").find(".//pre")
    assert shown is not None
    assert etree.fromstring(shown.text_content()).tag == "choice"
    assert shown.text_content().startswith("<choice><sic ")


def test_where_an_element_stands_is_told() -> None:
    """The root says that it is one; corr stands in choice alone."""
    assert "it is the root" in section("TEI").text_content()
    (stands, *_) = section("corr").iterfind("dl/dd")
    assert stands.text_content() == "choice"
