"""Lists of many texts and entries: pages of fifty, whole without script, narrowed with it."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.pipeline.editions import tei
from tests.web.browser import AXE, HOW, served
from tests.web.conftest import built
from tests.web.site import Site
from tests.web.test_gates import RUN, TAGS

LETTERS, PERSONS = 120, 130
WEIGHT = 150_000
NAMES = ("Korn, Anne", "Reed, Bo", "Ölz, Carla")


def letter(n: int) -> str:
    """Return a letter of Anne's to one of two others, two a month from January 1850 on."""
    day = f"{1850 + n // 24}-{n // 2 % 12 + 1:02}-{11 + n % 2}"
    partner = 1 + n % 2
    # One of an hour of its day, one of which the day is not known.
    when = {2: f'when="{day}T12:00:00+00:00"', 3: f'notBefore="{day}" notAfter="1850-03-01"'}
    dated = when.get(n, f'when="{day}"')
    told = (
        f'<profileDesc><correspDesc><correspAction type="sent"><persName ref="#p0">Anne</persName>'
        f"<placeName>Basel</placeName><date {dated}/></correspAction>"
        f'<correspAction type="received"><persName ref="#p{partner}">x</persName></correspAction>'
        f"</correspDesc></profileDesc></teiHeader>"
    )
    body = f'<p>Dear <persName ref="#p{partner}">you</persName>.</p>'
    return tei(body, f"l{n:03}", f"Letter {n:03}").replace("</teiHeader>", told)


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Build an edition of many short letters, and a register of many persons."""
    folder = tmp_path_factory.mktemp("letters")
    (folder / "tei/texts").mkdir(parents=True)
    (folder / "tei/registers").mkdir()
    for n in range(LETTERS):
        (folder / f"tei/texts/l{n:03}.xml").write_text(letter(n), "utf-8")
    people = "".join(
        f'<person xml:id="p{n}"><persName>{NAMES[n] if n < 3 else f"Person {n:03}"}</persName>'
        f"<birth when='{1700 + n}'/></person>"
        for n in range(PERSONS)
    )
    listed = f"<standOff><listPerson>{people}</listPerson></standOff><text>"
    register = tei(id="persons").replace("<text>", listed)
    (folder / "tei/registers/persons.xml").write_text(register, "utf-8")
    return built(folder, folder / "build")


def data(site: Site, name: str) -> dict[str, Any]:
    """Read the file from which a script makes a list."""
    written = (site.folder / f"assets/lists/{name}.js").read_text("utf-8")
    found: dict[str, Any] = json.loads(written.partition("]=")[2].rstrip(";\n"))
    return found


def linked(site: Site, paths: list[str]) -> list[str]:
    """Return where the lines of lists lead to, page by page."""
    return [
        str(one.get("href")).removeprefix("../")
        for path in paths
        for one in site.pages[path].find("//*[contains(@class, 'entries')]/li/a")
    ]


def test_every_text_is_on_one_page_of_fifty(letters: Site) -> None:
    """From the first page to the last, by date; each page is light and leads to the others."""
    paths = ["index.html", "lists/texts-2.html", "lists/texts-3.html"]
    assert linked(letters, paths) == [f"l{n:03}.html" for n in range(LETTERS)]
    assert [len(linked(letters, [path])) for path in paths] == [50, 50, 20]
    for path in paths:
        pages = letters.pages[path].find("//nav[@class='pager']//a")
        assert [one.text for one in pages] == ["1", "2", "3"]
    assert max(len(page.data) for page in letters.pages.values()) < WEIGHT


def test_pages_of_a_list_have_titles_of_their_own(letters: Site) -> None:
    """The first has the title of the list, the others their number behind it."""
    titles = {path: page.words("//title")[0] for path, page in letters.pages.items()}
    assert titles["persons.html"].split(" · ")[:-1] == ["Persons"]
    assert titles["lists/persons-2.html"].split(" · ")[:-1] == ["Persons", "Page 2"]
    assert titles["lists/texts-3.html"].split(" · ")[:-1] == ["Texts", "Page 3"]
    lists = [title for path, title in titles.items() if path.startswith("lists/")]
    assert len(set(lists)) == len(lists)


def test_every_entry_is_on_one_page(letters: Site) -> None:
    """From A to Z; the bar of letters and the entry itself lead to the page that it is on."""
    paths = ["persons.html", "lists/persons-2.html", "lists/persons-3.html"]
    found = linked(letters, paths)
    assert found[0] == "register/p0.html"  # Korn
    assert sorted(found) == sorted(f"register/p{n}.html" for n in range(PERSONS))
    (crumb,) = letters.pages["register/p129.html"].find("//p[@class='crumb']/a/@href")
    assert crumb == "../lists/persons-3.html#p129"
    assert letters.pages["lists/persons-3.html"].ids["p129"] == 1


def test_no_link_of_a_list_is_broken(letters: Site) -> None:
    """Pages in lists/ lead to the pages beside and above them."""
    found = {path: letters.broken(page) for path, page in letters.pages.items()
             if not path.startswith("l")}  # fmt: skip
    found |= {path: letters.broken(page) for path, page in letters.pages.items()
              if path.startswith("lists/")}  # fmt: skip
    assert {path: links for path, links in found.items() if links} == {}


def test_correspondences_and_calendar(letters: Site) -> None:
    """A page for each partner, by date; a page for each year, each day leading to its letter."""
    page = letters.pages["lists/correspondences.html"]
    assert page.words("//main//li/a") == ["Reed, Bo", "Ölz, Carla"]
    paths = [path for path in letters.pages if path.startswith("lists/with-")]
    assert sorted(set(linked(letters, paths))) == [f"l{n:03}.html" for n in range(LETTERS)]
    year = letters.pages["lists/calendar-1850.html"]
    days = {one.text: one.get("href") for one in year.find("//table[1]//td/a")}
    assert (days["11"], days["12"]) == ("../l000.html", "../l001.html")
    assert year.words("//table[2]//td/a") == ["11", "12?"]
    assert len(linked(letters, ["lists/calendar-1850.html"])) == 24
    assert year.words("//table[1]//tbody/tr[1]/td") == ["", "1", "2", "3", "4", "5", "6"]


def test_a_year_of_many_letters_is_in_pages(tmp_path: Path) -> None:
    """The months are on the first; a day leads to the page that has its letters."""
    (tmp_path / "tei/texts").mkdir(parents=True)
    for n in range(LETTERS):
        (tmp_path / f"tei/texts/l{n:03}.xml").write_text(
            re.sub("185.-", "1854-", letter(n)), "utf-8"
        )
    site = built(tmp_path, tmp_path / "build")
    paths = [f"lists/calendar-1854{end}.html" for end in ("", "-2", "-3")]
    assert [len(linked(site, [path])) for path in paths] == [50, 50, 20]
    assert [len(site.pages[path].find("//table")) for path in paths] == [12, 0, 0]
    days = {one.get("href") for one in site.pages[paths[0]].find("//table//td/a")}
    assert {"#d1854-01-11", "../lists/calendar-1854-3.html#d1854-12-12"} <= days
    for path in paths:
        assert site.broken(site.pages[path]) == []
        assert len(site.pages[path].find("//nav[@class='pager']//a")) == 3


def test_writers_and_receivers_have_their_letters(letters: Site) -> None:
    """The page of a person lists letters to and from it."""
    received = [f"l{n:03}.html" for n in range(0, LETTERS, 2)]
    (leads,) = letters.pages["register/p1.html"].find("//section[@class='letters-of']//a/@href")
    assert leads == "../lists/letters-received-p1.html"
    paths = ["lists/letters-received-p1.html", "lists/letters-received-p1-2.html"]
    assert linked(letters, paths) == received


def test_the_file_of_a_list(letters: Site) -> None:
    """Every text once, with names as the register has them, and no more than is needed."""
    found = data(letters, "texts")
    assert found["keys"] == ["author", "partner", "place", "kind", "material", "language"]
    assert found["names"][:3] == [["Korn, Anne"], ["Reed, Bo", "Ölz, Carla"], ["Basel"]]
    assert len(found["rows"]) == LETTERS
    words = "Korn, Anne → Ölz, Carla · Basel · 12 January 1850"
    assert found["rows"][1][:4] == ["l001.html", "Letter 001", words, "1850-01-12"]
    assert (letters.folder / "assets/lists/texts.js").stat().st_size < 150 * LETTERS
    assert len(data(letters, "persons")["rows"]) == PERSONS


@pytest.mark.parametrize("disk", [True, False])
def test_a_list_is_narrowed(letters: Site, page: Any, disk: bool) -> None:
    """Found, sorted, grouped and paged by script, served and from disk; the address keeps it."""
    expect = pytest.importorskip("playwright.sync_api").expect
    with served(letters.folder) as root:
        start = letters.folder.as_uri() if disk else root
        page.goto(f"{start}/lists/texts-2.html")
        page.fill("input[type=search]", "letter 007")
        expect(page.locator(".list li")).to_have_count(1)
        assert page.inner_text(".list li a") == "Letter 007"
        # What runs over begins where the line does.
        indent = "one => getComputedStyle(one).textIndent"
        assert page.locator(".list li").first.evaluate(indent) == "0px"
        page.click(".list-tools summary")
        page.fill("input[type=search]", "")
        page.select_option("select[name=partner]", "Ölz, Carla")
        page.select_option("select[name=group]", "year")
        expect(page.locator(".list li")).to_have_count(50)
        assert page.inner_text(".list-tools [role=status]").startswith("60 ")
        assert page.inner_text(".list h2.group >> nth=0") == "1850"
        page.click(".pager button")
        assert page.locator(".list li").count() == 10
        assert re.search(r"partner=.+group=year", page.url)
        page.reload()
        expect(page.locator(".list li")).to_have_count(50)
        page.click(".list li a >> nth=0")
        page.wait_for_url("**/l001.html")
        page.wait_for_load_state("networkidle")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_lists_are_accessible(letters: Site, browser: Any, theme: str) -> None:
    """axe-core finds nothing on any kind of list, opened and narrowed, and nothing runs over."""
    if not AXE.is_file():
        pytest.skip(f"no axe-core: {HOW}")
    context = browser.new_context(color_scheme=theme, bypass_csp=True)
    context.add_init_script(path=AXE)
    window = context.new_page()
    pages = ("index.html", "lists/texts-2.html?group=year", "lists/correspondences.html",
             "lists/calendar-1850.html", "persons.html", "search.html?q=dear")  # fmt: skip
    with served(letters.folder) as root:
        for path in pages:
            window.goto(f"{root}/{path}")
            window.wait_for_load_state("networkidle")
            for width in (320, 1024):
                window.set_viewport_size({"width": width, "height": 900})
                found = window.evaluate(RUN, TAGS)["violations"]
                assert [(path, one["id"]) for one in found] == []
                assert window.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    context.close()
