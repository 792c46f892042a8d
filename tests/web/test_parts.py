"""Long texts in pages: each word on one of them, each place found, nothing heavy."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from editio.diagnostics import Diagnostic
from editio.engines.saxon import EDITIO
from editio.formats import html
from editio.formats.site.parts import views
from editio.model.context import Text
from editio.model.facts import facts_from
from editio.model.surroundings import Surroundings
from editio.render.job import behaviours, here, labels

from tests.rules.test_apparatus import document
from tests.web import novel
from tests.web.browser import served
from tests.web.conftest import built
from tests.web.site import Site


@pytest.fixture(scope="module")
def days(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of the edition with a long text."""
    root = novel.write(tmp_path_factory.mktemp("days"))
    return built(root, root / "build")


@pytest.fixture(scope="module")
def at(days: Site) -> Iterator[str]:
    """Where it is served."""
    with served(days.folder) as root:
        yield root


def part(n: int, view: str = "") -> str:
    """Return the name of a page."""
    return f"novel{f'-part-{n}' if n > 1 else ''}{view}.html"


def test_each_chapter_is_a_page_and_a_short_text_is_one(days: Site) -> None:
    """In each form of the text; the reading text is to be had as a whole."""
    for view in ("", "-diplomatic", "-comparison"):
        assert {part(n, view) for n in range(1, novel.CHAPTERS + 1)} <= set(days.pages)
        assert part(novel.CHAPTERS + 1, view) not in days.pages
    assert not [name for name in days.pages if name.startswith("short-part")]
    assert "short-whole.html" not in days.pages
    for n in range(1, novel.CHAPTERS + 1):
        assert days.pages[part(n)].words("//article//h2")[0] == f"Day {n}"
    assert max(len(one.data) for name, one in days.pages.items() if "whole" not in name) < 60_000


def test_parts_of_one_name_have_titles_of_their_own(tmp_path: Path) -> None:
    """Chapters are numbered anew in each book: where two have one name, the page has its number."""
    root = novel.write(tmp_path)
    file = root / "tei/texts/novel.xml"
    words = file.read_text("utf-8").replace("Day 5<", "Day 2<").replace("<head>Day 7</head>", "")
    file.write_text(words, "utf-8")
    pages = built(root, root / "build").pages
    titles = {n: pages[part(n)].words("//title")[0].split(" · ")[:-1] for n in (1, 2, 3, 5, 7)}
    assert titles == {
        1: ["Nine days"],
        2: ["Day 2", "2", "Nine days"],
        3: ["Day 3", "Nine days"],
        5: ["Day 2", "5", "Nine days"],
        7: ["7", "Nine days"],
    }
    said = [one.words("//title")[0] for name, one in pages.items() if name.startswith("novel")]
    assert len(set(said)) == len(said)


def test_together_they_are_the_whole(days: Site) -> None:
    """Paragraphs, notes and rows of the apparatus: each once, in order."""
    whole = days.pages["novel-whole.html"]
    for path in ("//article//p/@id", "//section[@role='doc-endnotes']//li/@id",
                 "//section[@class='apparatus']//tbody/tr/@id"):  # fmt: skip
        parts = [one for n in range(1, novel.CHAPTERS + 1)
                 for one in days.pages[part(n)].find(path)]  # fmt: skip
        assert parts == whole.find(path) and len(parts) >= novel.CHAPTERS


def test_pages_of_one_view_are_known_by_their_names() -> None:
    """Collations, witnesses and the whole on one page are not the text once more."""
    views_of = (
        "-part-10 -part-2 -diplomatic -part-2-diplomatic -whole -comparison -collated -witness-1"
    )
    names = ["a", *(f"a{view}" for view in views_of.split())]
    pages = {f"{name}.html": name.encode() for name in names} | {"a-places.js": b"js"}
    assert views(pages, "reading") == [b"a", b"a-part-2", b"a-part-10"]
    assert views(pages, "diplomatic") == [b"a-diplomatic", b"a-part-2-diplomatic"]
    assert views({"odd-whole.html": b"odd"}, "reading") == [b"odd"]
    assert views({}, "reading") == []


def test_links_lead_to_the_page_that_has_the_place(days: Site) -> None:
    """In the text, in notes, in the contents, between forms of the text, from the registers."""
    for name, page in days.pages.items():
        assert name == "404.html" or days.broken(page) == [], name
        assert [one for one, times in page.ids.items() if times > 1 or not one] == [], name
        assert b"xmlns:" not in page.data, name
    third = days.pages[part(3)]
    assert third.find("//article//p[1]/a[.='another']/@href") == ["novel-part-4.html#c4p3"]
    assert third.find("//li[@id='c3n1']//a[.='there']/@href") == ["novel-part-4.html#c4p2"]
    assert third.find("//nav[@class='contents']//a/@href")[1].startswith("novel-part-2.html#c2")
    assert third.find("//nav[@class='neighbours']/a/@rel") == ["prev", "next"]
    assert third.find("//ul[@class='views']//a/@href")[1] == "novel-part-3-diplomatic.html"
    assert days.pages["register/ada.html"].find("//a[contains(@href, 'c3p1')]/@href") == [
        "../novel-part-3.html#c3p1"
    ]


@pytest.mark.parametrize(
    ("split", "pages"), [("chapter", 3), ("never", 1), ("", 1)], ids=["chapter", "never", "usual"]
)
def test_a_setting_says_whether_a_text_is_divided(split: str, pages: int) -> None:
    """Into its divisions, however short; not at all; a short one is not, where nothing is said."""
    body = "".join(f'<div xml:id="d{n}"><head>{n}</head><p>Rain.</p></div>' for n in (1, 2, 3))
    around = f'<ed:surroundings xmlns:ed="{EDITIO}" formats="html" split="{split}"/>'
    now = here()
    xml = novel.text("Day", body).replace("<TEI", '<TEI xml:id="day"')
    tree = behaviours("day.xml", xml).tree
    facts = facts_from(str(now.run("facts", tree, "facts", {"labels": labels()}).value.head))
    told: list[Diagnostic] = []
    made = html.render(
        Text(
            "day",
            "day.xml",
            now,
            tree,
            labels(),
            "Days",
            told.append,
            Surroundings(around),
            facts=facts,
        )
    )
    assert len(views(made, "reading")) == len(views(made, "diplomatic")) == pages
    assert ("day-whole.html" in made) == (pages > 1)
    assert told == []


def test_an_address_of_the_whole_leads_on(page: Any, at: str) -> None:
    """The place is found on the page that has it, in either form of the text."""
    page.goto(f"{at}/novel.html#c7p4")
    page.wait_for_url("**/novel-part-7.html#c7p4")
    page.goto(f"{at}/novel-diplomatic.html#c2p1")
    page.wait_for_url("**/novel-part-2-diplomatic.html#c2p1")
    page.goto(f"{at}/novel.html#c1p2")
    page.wait_for_timeout(200)
    assert page.url.endswith("/novel.html#c1p2")
    # A note opens in its card on the page of its call.
    page.goto(f"{at}/novel-part-5.html")
    page.locator("article .note-call").first.click()
    assert "As she said" in page.locator(".card").inner_text()


def test_contents_name_a_heading_with_the_signs_of_its_certainty(tmp_path: Path) -> None:
    """As the text does: [The Mill(?)], and not the words alone, as if they stood there."""
    body = (
        '<div><head xml:id="a">Hay</head><p>x</p></div><div><head xml:id="b">'
        '<supplied reason="lost" cert="low">The Mill</supplied></head><p>y</p></div>'
        '<div><head xml:id="c">Of <supplied reason="lost">salt</supplied></head><p>z</p></div>'
    )
    (tmp_path / "case.xml").write_text(document(body), "utf-8")
    pages = built(tmp_path, tmp_path / "build").pages
    for name in ("case.html", "case-diplomatic.html"):
        named = set(pages[name].words("//nav[@class='contents']//a"))
        assert named == {"Hay", "[The Mill(?)]", "Of [salt]"}
