"""Search: what is known of the texts, and finding in a real browser."""

import json
import re
from typing import Any

import pytest

from tests.web.site import Site


def test_known_places_are_on_the_pages(site: Site) -> None:
    """Every place that search may lead to is an id on the page of its text."""
    known = json.loads((site.folder / "assets/places.json").read_text("utf-8"))
    for text, one in known["texts"].items():
        assert set(one["places"]) <= set(site.pages[f"{text}.html"].ids)
        assert {name for named in one["places"].values() for name in named} <= set(known["entries"])


def find(page: Any, address: str, query: str) -> list[str]:
    """Search by the address and give the lines that are found."""
    page.goto(f"{address}/search.html?{query}")
    page.locator("#found", has_text=re.compile(r"^\s*(\d|Nothing)")).wait_for()
    lines: list[str] = page.locator("#hits li li").all_inner_texts()
    return lines


def test_a_word_is_found_in_its_paragraph(page: Any, address: str) -> None:
    """Each hit leads to a paragraph that has the word."""
    lines = find(page, address, "q=Aganbegyan")
    assert len(lines) >= 3
    page.locator("#hits li li a").first.click()
    page.wait_for_url("**/soviet-admissions.html#*")
    place = page.url.split("#")[1]
    assert "Aganbegyan" in page.locator(f"[id='{place}']").inner_text()


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("q=%22industrial production%22", "industrial production"),
        ("q=Duhring", "Dühring"),
        ("q=D%C3%BChring", "Dühring"),
        ("q=detente", "detente"),
    ],
)
def test_phrases_and_accents(page: Any, address: str, query: str, words: str) -> None:
    """A phrase is found as it stands; accents may be left out or put in."""
    lines = find(page, address, query)
    assert lines and all(words in line for line in lines)


def test_a_phrase_is_found_every_time(page: Any, address: str, site: Site) -> None:
    """Not once a text: as often as the text has it."""
    body = " ".join(site.pages["soviet-admissions.html"].words("//article//p[@id]"))
    lines = find(page, address, "q=%22war communism%22&text=soviet-admissions")
    assert len(lines) >= body.lower().count("war communism") > 3


def test_several_words_stand_in_one_paragraph(page: Any, address: str) -> None:
    """A place is found when it has all the words."""
    places = {line.split()[0] for line in find(page, address, "q=Lenin")}
    both = {line.split()[0] for line in find(page, address, "q=Lenin planning")}
    assert both and both < places


def test_hits_are_narrowed_by_who_is_named(page: Any, address: str) -> None:
    """A person chosen leaves the places that name that person, and stands in the address."""
    everything = find(page, address, "q=Soviet")
    page.select_option("select[name=person]", "lenin")
    page.wait_for_url("**person=lenin*")
    page.locator("#found", has_text=re.compile(r"^\s*\d")).wait_for()
    assert 0 < page.locator("#hits li li").count() < len(everything)
    assert "person=lenin" in page.url


def test_what_is_not_there_is_not_found(page: Any, address: str) -> None:
    """Nothing found is said, not shown as an empty page."""
    assert find(page, address, "q=zzyzx") == []
    assert page.locator("#found").inner_text() == "Nothing found."
