"""A catalogue of manuscripts: its list says where each is kept and how old, and is narrowed."""

from pathlib import Path
from typing import Any

from tests.pipeline.editions import tei
from tests.web.browser import served
from tests.web.conftest import built
from tests.web.test_lists import data
from tests.web.test_search import indexed

NONE = "<sourceDesc><p>None.</p></sourceDesc>"
HELD = """<sourceDesc><msDesc xml:id="d{n}"><msIdentifier><settlement>Basel</settlement><repository>
Library {house}</repository><idno>MS {n}</idno></msIdentifier><msContents><textLang mainLang="la"/>
</msContents><physDesc><objectDesc><supportDesc material="perg"><p>Fine.</p></supportDesc>
</objectDesc></physDesc><history><origin><origDate notBefore="14{n}">Early.</origDate></origin>
</history></msDesc></sourceDesc>"""


def test_descriptions_are_listed_and_found(tmp_path: Path) -> None:
    """Library, year, material and language narrow the list; each description is searched."""
    folder = tmp_path / "tei/texts"
    folder.mkdir(parents=True)
    for n in range(10, 31):
        words = tei("<p/>", f"m{n}", f"MS {n}").replace(NONE, HELD.format(n=n, house=n % 2))
        assert NONE not in words
        (folder / f"m{n}.xml").write_text(words, "utf-8")
    site = built(tmp_path, tmp_path / "build")
    found = data(site, "texts")
    assert found["keys"][2:] == ["place", "kind", "material", "language"]
    assert found["names"][2] == ["Basel, Library 0", "Basel, Library 1"]
    assert found["names"][4:] == [["parchment"], ["Latin"]]
    assert (found["rows"][0][1], found["rows"][0][3]) == ("MS 10", "1410")
    # The shelfmark is the title, and not told again.
    assert found["rows"][0][2].endswith("Basel, Library 0")
    assert "Support: Fine." in indexed(site.folder, "m10")["d10"]


def test_years_and_houses_are_called_as_readers_write_them(tmp_path: Path, page: Any) -> None:
    """Years before Christ are named and come first; a library in a house stands behind it. What is
    dated over centuries is in each half of them that it may be from.
    """
    (tmp_path / "tei/texts").mkdir(parents=True)
    house = "<institution>House</institution><repository>"
    for n in range(10, 31):
        year = {10: "-0249", 11: "-0310", 12: "0850"}.get(n, "1414")
        held = HELD.format(n=n, house=1).replace(f"14{n}", year)
        if n == 13:
            held = held.replace('notBefore="1414"', 'notBefore="1160" notAfter="1240"')
        words = tei("<p/>", f"m{n}", f"MS {n}").replace(NONE, held.replace("<repository>", house))
        (tmp_path / "tei/texts" / f"m{n}.xml").write_text(words, "utf-8")
    site = built(tmp_path, tmp_path / "build")
    assert data(site, "texts")["names"][2] == ["Basel, House, Library 1"]
    with served(site.folder) as root:
        page.goto(f"{root}/index.html?group=year")
        page.wait_for_selector("select[name=year]")
        years = page.locator("select[name=year] option").all_text_contents()
        groups = page.locator(".list .group").all_text_contents()
        halves = page.locator("select[name=half] option").all_text_contents()
        page.select_option("select[name=half]", label="1201–1250 (s. XIII/1) (1)")
        page.select_option("select[name=group]", "half")
        narrowed = page.locator(".list li a").all_text_contents()
        headings = page.locator(".list .group").all_text_contents()
        page.select_option("select[name=half]", "–")
        page.select_option("select[name=group]", "decade")
        decades = page.locator(".list .group").all_text_contents()
    assert data(site, "texts")["rows"][3][3] == "1160/1240"
    assert years == ["–", "310 BC (1)", "249 BC (1)", "850 (1)", "1160 (1)", "1414 (17)"]
    assert groups == ["310 BC", "249 BC", "850", "1160", "1414"]
    assert halves == [
        "–", "350–301 BC (1)", "250–201 BC (1)", "801–850 (s. IX/1) (1)",
        "1151–1200 (s. XII/2) (1)", "1201–1250 (s. XIII/1) (1)", "1401–1450 (s. XV/1) (17)",
    ]  # fmt: skip
    assert narrowed == ["MS 13"] * 2
    assert headings == ["1151–1200 (s. XII/2)", "1201–1250 (s. XIII/1)"]
    assert decades[:3] == ["310–301 BC", "250–241 BC", "850–859"]


def test_a_description_has_one_form_and_a_text_beside_it_two(tmp_path: Path) -> None:
    """No way to a diplomatic text of what is no text, and no comparison with one."""
    (tmp_path / "tei/texts").mkdir(parents=True)
    for name, words in (("m10", "<p/>"), ("m11", "<p>Sal est.</p>")):
        held = HELD.format(n=name[1:], house=1)
        held = held.replace("Fine.", "<choice><sic>Fin</sic><corr>Fine</corr></choice>.")
        described = tei(words, name, name).replace(NONE, held)
        (tmp_path / "tei/texts" / f"{name}.xml").write_text(described, "utf-8")
    site = built(tmp_path, tmp_path / "build")
    assert [one for one in site.pages if "comparison" in one] == []
    pages = {one: (site.folder / f"{one}.html").read_text("utf-8") for one in ("m10", "m11")}
    assert ['class="views"' in page for page in pages.values()] == [False, True]


def test_where_it_is_from_is_told_quietly(tmp_path: Path, page: Any) -> None:
    """A country is smaller than the library; a long source is told in full below the text alone."""
    country = HELD.replace("<settlement>", "<country>Wold</country><settlement>")
    said = "Of the rolls of the mill. " * 20
    for name, source in (("m10", country.format(n=10, house=1)), ("m11", f"<bibl>{said}</bibl>")):
        words = tei("<p/>", name, name).replace(
            NONE, source if "Desc" in source else f"<sourceDesc>{source}</sourceDesc>"
        )
        (tmp_path / f"{name}.xml").write_text(words, "utf-8")
    site = built(tmp_path, tmp_path / "build")
    size = "one => parseFloat(getComputedStyle(one).fontSize)"
    with served(site.folder) as root:
        page.goto(f"{root}/m10.html")
        sizes = [
            page.locator(f"article .{one}").first.evaluate(size)
            for one in ("country", "settlement")
        ]
        assert sizes[0] < sizes[1]
    head = site.pages["m11.html"].words("//p[@class='byline']")[-1]
    assert len(head) < 220 and "…" in head
    assert said.strip() in site.pages["m11.html"].words("//section[@class='about']")[0]
