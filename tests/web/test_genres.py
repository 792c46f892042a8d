"""The gates on other kinds of text: a letter, a play, a catalogue, a draft with images, a
dictionary, a translation. Built once; each page is opened once a theme and asked at three widths.
"""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.web import nu
from tests.web.browser import AXE, HOW, served
from tests.web.conftest import built
from tests.web.site import ROOT, Site
from tests.web.test_gates import RUN, TAGS, WIDTHS

KINDS = ("letter", "play", "catalogue", "draft", "dictionary", "parallel")
MOST = 250_000
# Other views of them, and the pages that span texts.
VIEWS = ("letter-diplomatic", "letter-comparison", "draft-diplomatic")
SPANNING = ("index", "interventions", "about", "search", "lists/headwords",
            "lists/characters", "lists/speeches-play-1", "data/index")  # fmt: skip
# Layout shifts since the page was asked for, as browsers measure them.
SHIFTS = """new PerformanceObserver(list => { for (const one of list.getEntries())
  if (!one.hadRecentInput) window.shifted = (window.shifted ?? 0) + one.value;
}).observe({ type: 'layout-shift', buffered: true })"""


@pytest.fixture(scope="module")
def kinds(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of the six texts, with its data."""
    folder, out = ROOT / "tests/web/genres", tmp_path_factory.mktemp("kinds")
    return built(folder, out, "citations", "data", checked=True)


@pytest.fixture(scope="module")
def at(kinds: Site) -> Iterator[str]:
    """Where it is served."""
    with served(kinds.folder) as root:
        yield root


def test_links_ids_and_weight(kinds: Site) -> None:
    """No link is broken, no id is empty or occurs twice, no page is heavy."""
    for path, page in kinds.pages.items():
        # The page for what is not found is asked for below any path: its links are absolute.
        assert path == "404.html" or kinds.broken(page) == [], path
        assert [name for name, times in page.ids.items() if times > 1 or not name] == [], path
        assert len(page.data) < MOST, path
    assert {f"{name}.html" for name in KINDS} <= set(kinds.pages)


def test_pages_side_by_side_need_a_difference(kinds: Site) -> None:
    """The letter has one; play and dictionary have none, and nothing leads there."""
    pages = {path for path in kinds.pages if "-comparison" in path}
    assert "letter-comparison.html" in pages
    assert not pages & {"play-comparison.html", "dictionary-comparison.html"}
    assert not kinds.pages["play.html"].find("//a[contains(@href, '-comparison')]")


def test_words_that_were_deleted_and_added_are_told_apart_side_by_side(kinds: Site) -> None:
    """They touch, as in the source: a line goes through those that are deleted."""
    page = kinds.pages["letter-comparison.html"]
    (cell,) = page.find("//table[@class='comparison']//td[1][del]")
    assert [(one.tag, one.text) for one in cell.iter("del", "ins")] == [
        ("del", "none"), ("ins", "little")
    ]  # fmt: skip


def test_lists_of_headwords_and_characters(kinds: Site) -> None:
    """The first page leads to them; words from A to Z lead to entries, characters to speeches."""
    ways = kinds.pages["index.html"].find("//p[@class='list-ways']/a/@href")
    assert ways == ["lists/headwords.html", "lists/characters.html"]

    def lines(path: str) -> list[tuple[str, str]]:
        items = kinds.pages[path].find("//ol[@class='entries']/li")
        return [(" ".join(one.itertext()), one[0].get("href")) for one in items]

    words = kinds.pages["lists/headwords.html"]
    assert words.words("//nav[@class='letters']/a") == ["G", "Q"]
    assert lines("lists/headwords.html") == [
        ("grinder", "../dictionary.html#grinder"), ("quern n", "../dictionary.html#quern"),
    ]  # fmt: skip
    assert lines("lists/characters.html") == [
        ("Anne 4 speeches, 4 lines, 8 words", "../lists/speeches-play-1.html"),
        ("Bert 4 speeches, 4 lines, 40 words", "../lists/speeches-play-2.html"),
    ]
    first = lines("lists/speeches-play-1.html")
    assert first[1] == ("3 1 line, 2 words", "../play.html#body1.div1.div2.sp1")
    assert kinds.pages["lists/speeches-play-1.html"].words("//h2") == [
        "1, 1",
        "1, 2",
        "2, 1",
        "2, 2",
    ]


@pytest.mark.judge
def test_they_are_valid(kinds: Site) -> None:
    """The Nu HTML Checker finds no error in any page, those of the data included."""
    assert nu.complaints(kinds.build) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_they_are_accessible_and_keep_still(browser: Any, at: str, kinds: Site, theme: str) -> None:
    """No rule that axe-core knows is broken at three widths; nothing moves, nothing sticks out."""
    if not AXE.is_file():
        pytest.skip(f"no axe-core: {HOW}")
    size = {"width": WIDTHS[1], "height": 900}
    context = browser.new_context(color_scheme=theme, bypass_csp=True, viewport=size)
    context.add_init_script(path=AXE)
    context.add_init_script(SHIFTS)
    broken: dict[str, object] = {}
    for name in (*KINDS, *VIEWS, *SPANNING):
        # A window of its own: one that was narrow a moment ago may still be so when it is asked.
        window = context.new_page()
        window.goto(f"{at}/{name}.html")
        if window.evaluate("window.shifted ?? 0") >= 0.05:
            broken[f"{name} moves"] = window.evaluate("window.shifted")
        for width in (*WIDTHS, 320):
            window.set_viewport_size({"width": width, "height": 900})
            if window.evaluate("document.documentElement.scrollWidth") > width:
                broken[f"{name} sticks out at {width}"] = True
            if width == 320:
                continue
            found = window.evaluate(RUN, TAGS)["violations"]
            if found:
                broken[f"{name} at {width}"] = [
                    (one["id"], one["nodes"][0]["html"][:120]) for one in found
                ]
        window.close()
    context.close()
    assert broken == {}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_they_are_accessible_by_touch(browser: Any, at: str, theme: str) -> None:
    """On a wide screen without a mouse what else is shown under it stays, and can be read."""
    if not AXE.is_file():
        pytest.skip(f"no axe-core: {HOW}")
    size = {"width": 1024, "height": 900}
    context = browser.new_context(
        color_scheme=theme, bypass_csp=True, viewport=size, has_touch=True, is_mobile=True
    )
    context.add_init_script(path=AXE)
    window = context.new_page()
    window.goto(f"{at}/parallel.html")
    assert window.evaluate("matchMedia('(hover: none)').matches")
    assert window.evaluate(RUN, TAGS)["violations"] == []
    context.close()


def test_the_text_begins_on_the_first_screen(page: Any, at: str) -> None:
    """There is room for ten lines of it before one scrolls."""
    ten = """(() => { const walk = document.createTreeWalker(document.querySelector('article'), 4);
      while (walk.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(walk.currentNode);
        const { top, width } = range.getBoundingClientRect();
        const line = parseFloat(getComputedStyle(walk.currentNode.parentElement).lineHeight);
        if (width > 20) return top + 10 * line;
      } })()"""
    page.set_viewport_size({"width": 1440, "height": 900})
    for name in KINDS:
        page.goto(f"{at}/{name}.html")
        assert page.evaluate(ten) < 900, name


def test_the_button_of_colours_covers_nothing(page: Any, at: str) -> None:
    """At the end of the first line, beside the links of the menu."""
    over = """[...document.querySelectorAll('.site a')].filter((one) => {
      const [a, b] = [one, document.querySelector('.theme')].map((x) => x.getBoundingClientRect());
      return a.right > b.left && a.left < b.right && a.bottom > b.top && a.top < b.bottom;
    }).map((one) => one.textContent)"""
    page.goto(f"{at}/index.html")
    for width in (320, 360, 390, 430, 600, 768, 1024, 1440):
        page.set_viewport_size({"width": width, "height": 700})
        assert page.evaluate(over) == [], width


def test_they_are_walked_with_the_keyboard(page: Any, at: str) -> None:
    """The first stop leads to the text; menus open and close; focus is never out of sight."""
    for name in KINDS:
        page.goto(f"{at}/{name}.html")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_url("**#text")
        views = page.locator(".menu-views summary")
        if name == "catalogue":  # a description alone has no other text
            assert views.count() == 0
        else:
            views.focus()
            page.keyboard.press("Enter")
            page.keyboard.press("Tab")
            assert page.evaluate("document.activeElement.closest('.views') !== null"), name
            page.keyboard.press("Escape")
            assert page.evaluate("document.activeElement.tagName") == "SUMMARY", name
        for _ in range(25):
            page.keyboard.press("Tab")
            seen = page.evaluate(
                "(() => { const b = document.activeElement.getBoundingClientRect();"
                " return b.bottom > 0 && b.top < innerHeight && b.right > 0 })()"
            )
            assert seen, (name, page.evaluate("document.activeElement.outerHTML")[:120])


def test_a_translation_stands_beside_its_text(page: Any, at: str) -> None:
    """Pairs begin level; on a phone each follows what it translates; both can be told apart."""
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{at}/parallel.html")
    tops = "id => document.getElementById(id).getBoundingClientRect().top"
    assert page.evaluate(tops, "a2") == page.evaluate(tops, "b2")
    assert page.locator(".column").nth(1).get_attribute("lang") == "en"
    page.set_viewport_size({"width": 390, "height": 900})
    assert page.evaluate(tops, "a1") < page.evaluate(tops, "a2") < page.evaluate(tops, "b2")
    order = "document.querySelector('#en .pair:nth-child(2)').getBoundingClientRect().top"
    assert page.evaluate(tops, "a1") < page.evaluate(order) < page.evaluate(tops, "a2")


def test_a_play_says_who_speaks_and_a_dictionary_has_letters(kinds: Site) -> None:
    """Each speaker with speeches, words and scenes, which lead to the first there; letters lead to
    their first entry.
    """
    play = kinds.pages["play.html"]
    assert play.words("//section[@class='index speakers']//tbody/tr[1]/*") == [
        "Anne", "4", "8", "1.1 (1), 1.2 (1), 2.1 (1), 2.2 (1)"
    ]  # fmt: skip
    links = play.find("//section[@class='index speakers']//tbody/tr[2]//a/@href")
    assert links[:2] == ["#body1.div1.div1.sp2"] * 2 and links[4] == "#body1.div2.div2.sp2"
    bar = kinds.pages["dictionary.html"].find("//nav[@class='letters']/a")
    assert [(one.text, one.get("href")) for one in bar] == [("G", "#grinder"), ("Q", "#quern")]
    assert not kinds.pages["letter.html"].find(
        "//nav[@class='letters'] | //section[@class='index']"
    )


def test_a_verse_is_cited_by_touch(browser: Any, at: str) -> None:
    """A number is the sign of its verse; one without a number has a sign where it is touched."""
    size = {"width": 390, "height": 800}
    context = browser.new_context(viewport=size, has_touch=True, is_mobile=True)
    window = context.new_page()
    window.goto(f"{at}/play.html")
    card = window.locator(".card:popover-open .address")
    first = window.locator(".line .pl").first
    box = first.bounding_box()
    assert min(box["width"], box["height"]) >= 24 and box["x"] >= 0
    assert first.evaluate("one => getComputedStyle(one).opacity") == "1"
    first.tap()
    assert card.inner_text().endswith(f"play.html{first.get_attribute('href')}")
    window.keyboard.press("Escape")
    for words in ("A friend, and late.", "Act 2"):
        name = window.locator(f"article [id]:text-is('{words}')").first.get_attribute("id")
        place = window.locator(f"[id='{name}']")
        assert place.locator(".pl").count() == 0
        place.tap()
        sign = place.locator(".pl")
        assert sign.bounding_box()["width"] >= 24
        sign.tap()
        assert card.inner_text().endswith(f"#{name}")
        window.keyboard.press("Escape")
    assert window.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()


def test_a_verse_is_cited_with_the_keyboard(page: Any, at: str) -> None:
    """Each fifth verse is a stop, from which arrows lead to the others; a copy has no sign."""
    page.goto(f"{at}/play.html")
    page.locator(".line .pl").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    line = page.locator(".line", has=page.locator(".pl:focus"))
    assert "The river is over the bridge." in line.inner_text()
    name = line.get_attribute("id")
    page.keyboard.press("Enter")
    card = page.locator(".card:popover-open .address")
    assert card.inner_text().endswith(f"#{name}")
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowUp")
    assert page.locator(".line", has=page.locator(".pl:focus")).inner_text().endswith("and late.")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate("getSelection().selectAllChildren(document.querySelector('.line').parentElement)")
    page.keyboard.press("Control+c")
    assert "¶" not in page.evaluate("navigator.clipboard.readText()")


def test_citing_has_every_form(kinds: Site) -> None:
    """Words, address, archived copies, files for reference managers."""
    links = [str(one) for one in kinds.pages["letter.html"].find("//section[@class='cite']//@href")]
    assert links == [
        "https://example.org/kinds/letter.html",
        "https://web.archive.org/web/*/https://example.org/kinds/letter.html",
        "citations/letter.bib", "citations/letter.ris", "citations/letter.json",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["draft", "letter"])
def test_a_form_of_the_text_in_a_column_is_accessible(browser: Any, at: str, name: str) -> None:
    """Two pages in one window: the landmarks of both have names of their own."""
    if not AXE.is_file():
        pytest.skip(f"no axe-core: {HOW}")
    context = browser.new_context(bypass_csp=True, viewport={"width": 1440, "height": 900})
    context.add_init_script(path=AXE)
    window = context.new_page()
    window.goto(f"{at}/{name}.html")
    window.locator(".menu-views summary").click()
    window.get_by_role("button", name="Diplomatic text, beside it").click()
    frame = window.frame_locator(".column-beside iframe")
    frame.get_by_role("main", name="Diplomatic text").wait_for()
    found = window.evaluate(RUN, [*TAGS, "best-practice"])
    context.close()
    assert [(one["id"], one["nodes"][0]["target"]) for one in found["violations"]] == []
