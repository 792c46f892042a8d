"""Locators of the indexes: pages merged to runs, notes told apart, the main discussion marked."""

import pytest
from editio.engines.paged.locators import Place, as_xml, runs, shortened


def _pages(*pages: int, notes: tuple[int, ...] = (), count: int = 1) -> list[Place]:
    return [Place(page, f"p{page}", count, page not in notes) for page in pages]


@pytest.mark.parametrize(
    ("first", "last", "wanted"),
    [(13, 14, "14"), (99, 101, "101"), (155, 157, "7"), (111, 115, "15"), (198, 203, "203")],
)
def test_the_end_of_a_range_is_short(first: int, last: int, wanted: str) -> None:
    """155–7 and 198–203; the teens keep both their digits: 111–15."""
    assert shortened(first, last) == wanted


def test_pages_that_follow_one_another_are_one_run() -> None:
    """13, 14, 16 of the text become 13–14, 16."""
    assert [run.words for run in runs(_pages(13, 14, 16))] == ["13–14", "16"]


def test_a_page_that_names_it_in_a_note_stands_for_itself() -> None:
    """14n is not part of a run through the text."""
    found = runs(_pages(13, 14, 15, notes=(14,)))
    assert [run.words for run in found] == ["13", "14n", "15"]


def test_the_main_discussion_is_marked_where_there_is_one() -> None:
    """The run with the most mentions, if they are many and if there is something to choose."""
    many = [Place(3, "a", 6, True), Place(9, "b", 1, True)]
    assert '<ed:locator href="a" main="yes">3</ed:locator>' in as_xml({"x": many})
    assert "main" not in as_xml({"x": _pages(3, 9)})
    assert "main" not in as_xml({"x": _pages(3, count=9)})


def test_one_run_alone_is_the_main_one() -> None:
    """Not each that has many mentions."""
    many = [Place(3, "a", 7, True), Place(9, "b", 6, True), Place(12, "c", 5, True)]
    assert as_xml({"x": many}).count("main=") == 1
