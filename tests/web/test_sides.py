"""What stands beside a text: its translation, in one division or two files; notes of the margin."""

from pathlib import Path
from typing import Any

import pytest

from tests.pipeline.editions import edition, tei
from tests.web import novel
from tests.web.browser import served
from tests.web.conftest import built
from tests.web.site import Site


def lines(words: str, more: str = "") -> str:
    """Return thirty paragraphs; what corresponds to them in another file."""
    return "".join(
        f"<p xml:id='{words}{n}' {more.format(n=n)}>{f'{words} {n}. ' * 40}</p>" for n in range(30)
    )


def of_mist(title: str, lang: str) -> str:
    """Return a translation in a file of its own."""
    text = novel.text(title, lines(title, "corresp='mist.xml#mist{n}'"))
    return text.replace('xml:lang="en"', f'xml:lang="{lang}"')


@pytest.fixture(scope="module")
def sides(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of a text, its translation, and a text that holds both."""
    root: Path = tmp_path_factory.mktemp("sides")
    both = (
        "<div rend='parallel'><head>Dew</head><lg xml:lang='la'><l>ros</l><l>nix</l></lg>"
        "<lg><l>dew</l><l rend='indent'>snow</l></lg></div>"
    )
    german = novel.text("Tau", lines("Tau", "corresp='dew.xml#dew{n}'"))
    versions = (
        "<div type='a' xml:lang='la'><p xml:id='v1'>Ros.</p><p xml:id='v2'>Nix.</p></div>"
        "<div type='b' xml:lang='fr'><p corresp='#v1'>Rosée.</p><p corresp='#v2'>Neige.</p></div>"
    )
    noted = versions.replace("<p corresp='#v2'>", "<p>So.</p><p>").replace(
        "Nix.", "Nix.</p><p>Imber."
    )
    three = (
        "<div type='edition' xml:lang='la'><p xml:id='w1'>Ros.</p><p xml:id='w2'>Nix.</p>"
        "<p xml:id='w3'>Imber.</p></div>"
        "<div type='translation' xml:lang='fr'><p corresp='#w1 #w2'>Rosée. Neige.</p>"
        "<p corresp='#w3'>Pluie.</p></div><div type='translation' xml:lang='de'>"
        "<p corresp='#w1'>Tau.</p><p corresp='#w2'>Schnee.</p><p corresp='#w3'>Regen.</p></div>"
    )
    untyped = three.replace("edition", "a").replace("translation", "b")
    for name, xml in {
        "three": novel.text("Three", three),
        "alike": novel.text("Alike", untyped),
        "versions": novel.text("Versions", versions),
        "noted": novel.text("Noted", noted),
        "dew": novel.text("Dew", lines("dew")),
        "tau": german.replace('xml:lang="en"', 'xml:lang="de"'),
        "both": novel.text("Both", both),
        "mist": novel.text("Mist", lines("mist")),
        "nebel": of_mist("Nebel", "de"),
        "brume": of_mist("Brume", "fr"),
    }.items():
        (root / f"{name}.xml").write_text(xml, "utf-8")
    return built(root, root / "build")


def test_blocks_of_a_parallel_division_are_a_pair(sides: Site) -> None:
    """Its heading stands above both; the page has room for columns, and they can be left out."""
    page = sides.pages["both.html"]
    columns = "//section[h2]/div[@class='parallel']/div[@class='column']"
    assert page.words(f"{columns}/div[@class='pair']") == ["rosnix", "dewsnow"]
    assert page.find(f"{columns}/@lang") == ["la", "en"]
    assert page.find("//body[contains(@class, 'paired')]")
    assert page.find("//button[@data-option='parallel']")


def test_a_verse_is_set_in_as_its_source_has_it(sides: Site, page: Any) -> None:
    """By a step of one and a half, in a column as on a phone."""
    start = """one => { const range = document.createRange(); range.selectNodeContents(one);
        return range.getBoundingClientRect().left / parseFloat(getComputedStyle(one).fontSize) }"""
    with served(sides.folder) as root:
        page.goto(f"{root}/both.html")
        for width in (1440, 390):
            page.set_viewport_size({"width": width, "height": 800})
            lines = page.locator(".column:last-child .line")
            first, second = (lines.nth(n).evaluate(start) for n in (0, 1))
            assert second - first == pytest.approx(1.5, abs=0.05), width


def test_two_divisions_of_which_most_corresponds_are_versions(sides: Site) -> None:
    """Whatever their type: in both texts; where but one block names another they are not."""
    for view in ("", "-diplomatic"):
        page = sides.pages[f"versions{view}.html"]
        pairs = page.find("//div[@class='parallel']/div[@class='column']/@lang")
        assert pairs == ["la", "fr"], view
    assert not sides.pages["noted.html"].find("//div[@class='parallel']")


BELOW = "p.getBoundingClientRect().bottom > line"
ROWS = """[...document.querySelectorAll('.column:first-child > .pair')].map((_, n) =>
  [...document.querySelectorAll(`.column > .pair:nth-of-type(${n + 1})`)].filter((one) =>
    one.checkVisibility()).map((one) => [Math.round(one.getBoundingClientRect().top),
      [...one.querySelectorAll('p')].map((p) => p.lastChild.textContent).join(' ')]))"""


@pytest.mark.parametrize("name", ["three", "alike"])
def test_three_versions_stand_beside_one_another(sides: Site, page: Any, name: str) -> None:
    """What all begin together is level; the reader leaves out one; a phone shows them in turn."""
    columns = sides.pages[f"{name}.html"].find(
        "//div[@class='parallel']/div[@class='column']/@lang"
    )
    assert columns == ["la", "fr", "de"]
    said = [["Ros. Nix.", "Rosée. Neige.", "Tau. Schnee."], ["Imber.", "Pluie.", "Regen."]]
    with served(sides.folder) as root:
        page.set_viewport_size({"width": 1440, "height": 900})
        page.goto(f"{root}/{name}.html")
        rows = page.evaluate(ROWS)
        assert [[one[1] for one in row] for row in rows] == said
        assert [len({one[0] for one in row}) for row in rows] == [1, 1]
        page.locator(".menu-show > summary").click()
        page.get_by_role("button", name="French").click()
        rows = page.evaluate(ROWS)
        assert [[len(row), len({one[0] for one in row})] for row in rows] == [[2, 1], [2, 1]]
        left, right = (page.locator(f".column[lang={one}] > .pair").first.bounding_box()
                       for one in ("la", "de"))  # fmt: skip
        assert right["x"] < left["x"] + left["width"] + 60
        page.get_by_role("button", name="French").click()
        page.set_viewport_size({"width": 390, "height": 800})
        tops = [one[0] for row in page.evaluate(ROWS) for one in row]
        assert tops == sorted(tops) and len(set(tops)) == 6
        assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_text_and_its_translation_name_each_other(sides: Site) -> None:
    """In the menu of views, with what corresponds."""
    assert versions(sides, "tau") == [("dew.html", "Originaltext")]
    (told,) = sides.pages["tau.html"].find("//ul[@class='views']/@data-across")
    assert told.split()[:4] == ["Tau0", "dew0", "Tau1", "dew1"]
    assert versions(sides, "dew") == [("tau.html", "Translation")]
    assert versions(sides, "both") == [] == sides.pages["both.html"].find("//@data-across")


def versions(site: Site, name: str) -> list[tuple[str, str]]:
    """Return address and name of the other texts in the menu of views."""
    links = site.pages[f"{name}.html"].find("//ul[@class='views']//a")
    return [(one.get("href"), one.text) for one in links if f"{name}." not in one.get("href")
            and f"{name}-" not in one.get("href")]  # fmt: skip


def test_all_versions_of_a_text_name_one_another(sides: Site) -> None:
    """Several translations are told apart by their languages, in that of the page."""
    assert versions(sides, "mist") == [
        ("brume.html", "Translation (French)"), ("nebel.html", "Translation (German)")
    ]  # fmt: skip
    assert versions(sides, "nebel") == [
        ("mist.html", "Originaltext"),
        ("brume.html", "Übersetzung"),
    ]


@pytest.mark.parametrize("name", ["mist", "nebel"])
def test_versions_in_files_of_their_own_are_read_together(
    sides: Site, page: Any, name: str
) -> None:
    """As many columns as there is room for, all at the same place, whichever is read; in a narrower
    window the first gives way.
    """
    at = f"(line) => [...document.querySelectorAll('article p')].find((p) => {BELOW}).id"
    with served(sides.folder) as root:
        page.set_viewport_size({"width": 1440, "height": 900})
        page.goto(f"{root}/{name}.html")
        page.locator(".menu-views > summary").click()
        buttons = page.locator(".views button:not(:text('iplomati'))")
        for n in (0, 1):
            buttons.nth(n).click()
            page.frame_locator(".column-beside iframe").nth(n).locator("article p").first.wait_for()
        page.keyboard.press("Escape")
        lefts = [page.locator("article").bounding_box()["x"]]
        lefts += [page.locator(".column-beside").nth(n).bounding_box()["x"] for n in (0, 1)]
        assert lefts == sorted(lefts) and lefts[2] > lefts[1] + 300 > lefts[0] + 600
        for x in (200, lefts[2] + 200):
            page.mouse.move(x, 500)
            page.mouse.wheel(0, 3000)
            page.wait_for_timeout(900)
            shown = [page.evaluate(at, 120)]
            shown += [frame.evaluate(at, 60) for frame in page.frames[1:]]
            numbers = [int("".join(filter(str.isdigit, one))) for one in shown]
            assert max(numbers) - min(numbers) <= 1 < numbers[0], shown
        page.set_viewport_size({"width": 900, "height": 900})
        page.locator(".column-beside").nth(1).wait_for(state="detached")
        assert buttons.nth(1).get_attribute("aria-pressed") == "true"


@pytest.mark.parametrize(("name", "words"), [("dew", "Translation"), ("tau", "Originaltext")])
def test_they_are_read_side_by_side(sides: Site, page: Any, name: str, words: str) -> None:
    """What corresponds stands level, whichever of the two names the other."""
    with served(sides.folder) as root:
        page.set_viewport_size({"width": 1440, "height": 900})
        page.goto(f"{root}/{name}.html")
        page.locator(".menu-views > summary").click()
        page.locator(".views button", has_text=words).click()
        frame = page.frame_locator(".column-beside iframe")
        frame.locator("article p").first.wait_for()
        page.mouse.move(300, 500)
        page.mouse.wheel(0, 3000)
        page.wait_for_timeout(900)
        shown = (
            "[...document.querySelectorAll('article p')]"
            ".find((p) => p.getBoundingClientRect().bottom > 120).id"
        )
        here = str(page.evaluate(shown))
        there = str(page.frames[1].evaluate(shown.replace("> 120", "> 60")))
        assert abs(int(here[3:]) - int(there[3:])) <= 1 and int(here[3:]) > 2


def test_a_note_of_the_margin_stands_beside_its_line(tmp_path: Path, page: Any) -> None:
    """At the edge of the text where there is room; else in the line; not copied with the text."""
    body = '<p>Salt is sold<note place="margin">Of salt</note> here.</p>'
    site = built(edition(tmp_path / "in", small=tei(body)), tmp_path / "out")
    how = "one => getComputedStyle(one).float"
    with served(site.folder) as root:
        page.goto(f"{root}/small.html")
        note = page.locator(".note-margin")
        assert note.evaluate(how) == "inline-end"
        beside, around = note.bounding_box(), page.locator("p:has(.note-margin)").bounding_box()
        assert abs(beside["x"] + beside["width"] - around["x"] - around["width"]) < 2
        words = copied(page, around["x"] + 2, around["x"] + 200, around["y"] + 14)
        assert words == "Salt is sold here."
        right = beside["x"] + beside["width"]
        assert copied(page, right - 2, right - 20, beside["y"] + 10) == "alt"
        page.set_viewport_size({"width": 320, "height": 800})
        assert note.evaluate(how) == "none"


def copied(page: Any, begin: float, end: float, line: float) -> str:
    """Mark a line with the mouse and copy it."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate("getSelection().removeAllRanges()")
    page.mouse.move(begin, line)
    page.mouse.down()
    page.mouse.move(end, line, steps=4)
    page.mouse.up()
    page.keyboard.press("Control+c")
    words: str = page.evaluate("navigator.clipboard.readText()")
    return words.strip()


def test_notes_are_a_column_of_their_own(tmp_path: Path, page: Any) -> None:
    """Beside the text and its diplomatic form: the note that is called on the screen is at the top;
    a call leads to its note there and opens no card; the column is closed with its button.
    """
    body = "".join(
        f'<p xml:id="m{n}">{"Rain fell. " * 200}'
        f'<note xml:id="k{n}">Note {n}. {"So. " * 30}</note></p>'
        for n in range(1, 30)
    )
    (tmp_path / "rain.xml").write_text(novel.text("Rain", body), "utf-8")
    site = built(tmp_path, tmp_path / "build")
    with served(site.folder) as root:
        page.set_viewport_size({"width": 1440, "height": 900})
        page.goto(f"{root}/rain.html")
        page.locator(".menu-views summary").click()
        for name in ("Diplomatic text, beside it", "Notes, beside it"):
            page.get_by_role("button", name=name).click()
        column = page.locator(".notes-beside")
        assert page.locator(".column-beside").count() == 2
        top = """() => { const list = document.querySelector('.notes-beside');
            const above = list.getBoundingClientRect().top;
            return [...list.querySelectorAll('li')].find((one) =>
              one.getBoundingClientRect().bottom > above + 10).dataset.note }"""
        assert page.evaluate(top) == "k1"
        page.evaluate("document.getElementById('m12').scrollIntoView({block: 'center'})")
        page.wait_for_timeout(400)
        assert page.evaluate(top) == "k12"
        page.locator("#m12 a[role=doc-noteref]").click()
        assert column.locator("[aria-current]").inner_text().startswith("12\nNote 12.")
        assert page.locator(":popover-open").count() == 0
        assert page.locator(".column-beside [id]").count() == 0
        page.locator(".column-beside", has=column).get_by_role("button", name="Close").click()
        assert page.locator(".notes-beside").count() == 0
