"""Reading in a real browser: cards, keyboard, what is remembered, notes beside the text, disk."""

from itertools import pairwise
from typing import Any

import pytest

from tests.web.site import Site

ESSAY = "soviet-admissions.html"
REPORT = "khrushchev-at-70.html"


def card(page: Any) -> Any:
    """Return the open card."""
    return page.locator(".card:popover-open")


def test_a_note_is_read_with_the_keyboard_alone(page: Any, address: str) -> None:
    """Enter opens the note and moves into it, Escape leads back, Tab out of it closes it."""
    page.goto(f"{address}/{ESSAY}")
    call = page.locator("a.note-call[href='#n1']").first
    call.focus()
    page.keyboard.press("Enter")
    assert "The Current Digest" in card(page).inner_text()
    assert page.evaluate("document.activeElement.className") == "card"
    page.keyboard.press("Escape")
    assert card(page).count() == 0
    assert page.evaluate("document.activeElement.id") == call.get_attribute("id")
    page.keyboard.press("Enter")
    assert card(page).count() == 1
    for _ in range(8):
        page.keyboard.press("Tab")
    page.locator(".card").wait_for(state="hidden")


def test_the_page_is_walked_from_its_first_link(page: Any, address: str) -> None:
    """The first stop of Tab leads past the header to the text."""
    page.goto(f"{address}/{ESSAY}")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.url.endswith("#text")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")


def test_a_mouse_leaves_the_focus_alone(page: Any, address: str) -> None:
    """A click opens the note, a click elsewhere closes it."""
    page.goto(f"{address}/{ESSAY}")
    page.locator("a.note-call[href='#n1']").first.click()
    assert card(page).count() == 1
    assert page.evaluate("document.activeElement.className") != "card"
    page.mouse.click(5, 5)
    assert card(page).count() == 0


def test_a_name_opens_its_entry(page: Any, address: str) -> None:
    """The card of a name is the entry, and its heading leads to the entry's page."""
    page.goto(f"{address}/{REPORT}")
    page.locator("#p1 a.n").first.click()
    card(page).wait_for()
    assert "15 April 1894" in card(page).inner_text()
    card(page).locator("h2 a").click()
    page.wait_for_url("**/register/khrushchev.html")


def test_a_correction_says_what_the_source_has(page: Any, address: str) -> None:
    """The card of a correction has both readings, certainty and source."""
    page.goto(f"{address}/{REPORT}")
    page.locator("a.c", has_text="proud").first.click()
    said = card(page).inner_text()
    assert "proud." in said and "high" in said and "FRUS" in said


def test_a_correction_in_a_name_is_reached_too(page: Any, address: str) -> None:
    """Where a name holds a correction, both links are there, and none is inside the other."""
    page.goto(f"{address}/{REPORT}")
    assert page.locator("a a").count() == 0
    assert (
        page.locator("a.n", has_text="Khru").count()
        and page.locator("a.c", has_text="shchev").count()
    )


@pytest.mark.parametrize("option", ["marks", "names", "pages", "lines", "side"])
def test_choices_are_remembered(page: Any, address: str, option: str) -> None:
    """What a reader switched is so on the next page of that kind."""
    page.goto(f"{address}/{REPORT}")
    page.locator(".menu-show summary").click()
    button = page.locator(f"[data-option={option}]")
    before = button.get_attribute("aria-pressed")
    button.click()
    assert button.get_attribute("aria-pressed") != before
    page.goto(f"{address}/{REPORT}")
    assert button.get_attribute("aria-pressed") != before


def test_the_theme_is_remembered_everywhere(page: Any, address: str) -> None:
    """Dark stays dark from page to page, and is dark."""
    page.goto(f"{address}/{REPORT}")
    page.locator(".theme").click()
    page.locator(".theme").click()
    page.goto(f"{address}/about.html")
    assert page.locator(".theme").inner_text() == "Theme: dark"
    red = "getComputedStyle(document.documentElement).backgroundColor.match(/\\d+/)[0]"
    assert int(page.evaluate(red)) < 60


def test_notes_stand_beside_the_text(page: Any, address: str) -> None:
    """On a wide window each note is beside its call, none over another, none out of sight."""
    page.set_viewport_size({"width": 1500, "height": 900})
    page.goto(f"{address}/{ESSAY}")
    page.wait_for_timeout(300)
    boxes = page.evaluate(
        "[...document.querySelectorAll('.side')].map(n => { const b = n.getBoundingClientRect();"
        " return [b.top, b.bottom, b.left, b.right] })"
    )
    assert len(boxes) == page.locator("article a.note-call").count() > 20
    assert all(first[1] <= second[0] for first, second in pairwise(boxes))
    assert all(left > 600 and right <= 1500 for _, _, left, right in boxes)


@pytest.mark.parametrize("width", [390, 1024, 1500])
@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        REPORT,
        "persons.html",
        "places.html",
        "search.html",
        "khrushchev-at-70-comparison.html",
        "interventions.html",
    ],
)
def test_nothing_sticks_out(page: Any, address: str, path: str, width: int) -> None:
    """No page has to be scrolled sideways; wide tables and pictures scroll by themselves."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{address}/{path}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_lines_are_a_comfortable_length(page: Any, address: str) -> None:
    """About 66 characters to a full line, in the face of the edition."""
    page.set_viewport_size({"width": 1200, "height": 900})
    page.goto(f"{address}/{ESSAY}")
    page.evaluate("document.fonts.ready")
    assert page.evaluate("document.fonts.check('1em \"Source Serif 4\"')")
    characters = page.evaluate(
        "(() => { const p = document.getElementById('p2'); const line = parseFloat("
        "getComputedStyle(p).lineHeight); return p.innerText.length / (p.offsetHeight / line) })()"
    )
    assert 58 <= characters <= 76


def test_the_list_of_corrections_is_narrowed(page: Any, address: str) -> None:
    """A filter leaves the rows that fit it, and says how many."""
    page.goto(f"{address}/interventions.html")
    page.select_option("select[name=text]", "soviet-admissions")
    page.select_option("select[name=cert]", "medium")
    rows = page.locator("#interventions tbody tr:not(.group):visible")
    assert rows.count() == int(page.locator("[data-count]").inner_text()) > 0
    assert all("medium" in words for words in rows.all_inner_texts())
    assert page.locator("#interventions tr.group:visible").count() == 1


def test_without_script_nothing_is_missing(browser: Any, address: str) -> None:
    """No button that does nothing; a note's call leads to the note, a name to its entry."""
    context = browser.new_context(java_script_enabled=False)
    window = context.new_page()
    window.goto(f"{address}/{ESSAY}")
    assert window.locator("button:visible").count() == 0
    window.locator("a.note-call[href='#n1']").first.click()
    assert window.url.endswith("#n1")
    window.goto(f"{address}/search.html")
    assert window.locator("noscript p").is_visible()
    context.close()


def test_the_site_is_read_from_disk(page: Any, site: Site) -> None:
    """Opened as a file, notes open in the card, names lead to their page, words are found."""
    page.goto((site.folder / ESSAY).as_uri())
    page.locator("a.note-call[href='#n1']").first.click()
    assert "The Current Digest" in card(page).inner_text()
    page.keyboard.press("Escape")
    page.locator("#p1 a.n").first.click()
    page.wait_for_url("**/register/*.html")
    page.goto(f"{(site.folder / 'search.html').as_uri()}?q=communism")
    page.locator("#hits mark").first.wait_for()
