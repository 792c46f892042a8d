"""The tools of a text page: first screen, contents, what is folded, citing, copying."""

from typing import Any

from tests.web.site import Site

ESSAY = "soviet-admissions.html"
REPORT = "khrushchev-at-70.html"
LINES = """(() => { const lines = new Set();
  const walk = document.createTreeWalker(
    document.querySelector("article .text"), NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walk.nextNode()) { if (!walk.currentNode.data.trim()) continue;
    range.selectNodeContents(walk.currentNode);
    for (const box of range.getClientRects())
      if (box.height > 12 && box.bottom < innerHeight) lines.add(Math.round(box.bottom / 12)); }
  return lines.size })()"""


def test_the_text_begins_on_the_first_screen(page: Any, address: str) -> None:
    """Ten lines of it are seen before anything is scrolled."""
    page.set_viewport_size({"width": 1440, "height": 900})
    for path in (ESSAY, REPORT):
        page.goto(f"{address}/{path}")
        assert page.evaluate(LINES) >= 10, path


def test_contents_stay_in_view_and_know_the_place(page: Any, address: str) -> None:
    """In the margin where there is room, else in the line of tools, which stays at the top."""
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{address}/{ESSAY}")
    link = page.locator(".toolbar .contents a", has_text="The Legacy of NEP")
    link.click()
    page.wait_for_timeout(200)
    assert link.get_attribute("aria-current") == "location"
    box = link.bounding_box()
    assert 0 < box["y"] < 900 and box["x"] + box["width"] < 360
    page.set_viewport_size({"width": 1024, "height": 800})
    page.wait_for_timeout(200)
    assert not link.is_visible()
    assert "The Legacy of NEP" in page.locator(".menu-contents summary").inner_text()
    assert page.locator(".toolbar").bounding_box()["y"] < 1


def test_what_follows_the_text_is_folded(page: Any, address: str) -> None:
    """Notes, textual notes and header are closed; a link into them opens what it needs."""
    page.goto(f"{address}/{ESSAY}#n5")
    folds = page.locator(".fold")
    assert folds.count() >= 3
    assert page.locator(".fold[open]").count() == 1
    assert page.locator("#n5").is_visible()


def test_a_card_leads_to_the_next_note_and_closes(page: Any, address: str) -> None:
    """Close, previous and next are buttons; the first note has none before it."""
    page.goto(f"{address}/{ESSAY}")
    page.locator("a.note-call[href='#n1']").first.click()
    card = page.locator(".card:popover-open")
    first = card.inner_text()
    card.get_by_role("button", name="Next").click()
    assert card.inner_text() != first
    card.get_by_role("button", name="Previous").click()
    assert card.inner_text() == first
    card.get_by_role("button", name="Close").click()
    assert card.count() == 0


def test_a_paragraph_is_cited(page: Any, address: str) -> None:
    """Its sign, reached with the keyboard too, opens the citation with the paragraph's address."""
    page.goto(f"{address}/{ESSAY}")
    page.locator("#p2 > .pl").focus()
    page.keyboard.press("Enter")
    card = page.locator(".card:popover-open")
    assert card.locator(".address").inner_text().endswith(f"{ESSAY}#p2")
    assert "Boettke" in card.locator(".citation").inner_text()
    assert page.url.endswith("#p2")


def test_the_sign_of_a_paragraph_is_hit_with_a_finger(page: Any, address: str) -> None:
    """On a narrow page it takes no less than 24 pixels each way, and does not widen the page."""
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{address}/{ESSAY}")
    box = page.locator("#p2 > .pl").bounding_box()
    assert min(box["width"], box["height"]) >= 24
    assert box["x"] >= 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_words_alone_are_copied(page: Any, address: str) -> None:
    """Calls of notes and signs of pages stay out, and a copy with its source is offered."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}/{ESSAY}")
    page.evaluate("getSelection().selectAllChildren(document.getElementById('p1'))")
    page.keyboard.press("Control+c")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "tremendous significance in Soviet history. The" in copied
    page.locator(".toast button").click()
    page.locator(".toast button").wait_for(state="detached")
    cited = page.evaluate("navigator.clipboard.readText()")
    assert cited.startswith(copied.strip()[:60]) and cited.endswith(f"{ESSAY}#p1")
    assert "Boettke" in cited


def test_a_side_by_side_page_needs_a_difference(site: Site) -> None:
    """Every link to one leads somewhere, and the diplomatic text numbers the source's lines."""
    diplomatic = site.pages["khrushchev-at-70-diplomatic.html"]
    numbers = [str(one) for one in diplomatic.find("//span[@class='source-n']/@data-n")]
    assert numbers[:4] == ["1", "5", "10", "15"]


def test_a_long_name_in_the_menu_takes_one_line(page: Any, address: str) -> None:
    """A register may be called by a title of a line and more; a telephone has room for others."""
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(f"{address}/{ESSAY}")
    link = page.locator("header.site li > a").first
    before = link.bounding_box()["height"]
    link.evaluate(
        "(one) => { one.textContent = 'Works named in the letters of the years '.repeat(3); }"
    )
    box = link.bounding_box()
    assert box["height"] == before and box["width"] < 160
