"""What witnesses have, on pages: a table, the text of each, layers that can be left out."""

from pathlib import Path
from typing import Any

import pytest

from tests.rules.test_apparatus import document
from tests.web.browser import served
from tests.web.conftest import built
from tests.web.site import Site

BODY = """<lg xml:id="g">
<l xml:id="l1" n="1">The <app><lem wit="#A">ash</lem><rdg wit="#B">oak</rdg></app> and
<app><lem/><rdg wit="#B">so</rdg></app> the <app><lem>elm</lem><rdg wit="#C">elm tree<lacunaStart/>
</rdg></app></l>
<l xml:id="l2" n="2"><app><lem>stood <app><lem>there</lem><rdg wit="#B">here</rdg></app></lem>
<rdg wit="#A"/></app> <app type="sources"><lem>green</lem><note>Edda 19</note></app>,
<app><lem>all</lem><rdg wit="#B">each</rdg></app> <app><lem>the</lem><rdg wit="#A">om.</rdg>
<rdg wit="#B" cause="illegible"/></app> summer</l></lg>"""


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of a poem with three witnesses."""
    root: Path = tmp_path_factory.mktemp("collated")
    (root / "tei").mkdir()
    (root / "tei" / "case.xml").write_text(document(BODY), "utf-8")
    return built(root, root / "build")


def test_a_table_has_a_column_a_witness(case: Site) -> None:
    """What each has, where it omits, what it lacks; nothing where nothing is said."""
    page = case.pages["case-collated.html"]
    assert page.words("//table[@class='collation']/thead//th") == [
        "line", "Reading text", "A", "B", "C"
    ]  # fmt: skip
    rows = [[" ".join(str(one.text_content()).split()) for one in row]
            for row in page.tree.xpath("//table[@class='collation']/tbody/tr")]  # fmt: skip
    assert rows == [
        ["1", "ash", "ash", "oak", ""],
        ["1", "and", "", "so", ""],
        ["1", "elm", "", "", "elm tree lacks from here"],
        ["2", "stood there", "om.", "", "–"],
        ["2", "there", "", "here", "–"],
        ["2", "all", "", "each", "–"],
        ["2", "the", "om.", "illegible", "–"],
    ]


def test_each_witness_has_its_text(case: Site) -> None:
    """With its readings, nested ones among them, at the addresses of the edition's own lines."""
    lines = {
        n: case.pages[f"case-witness-{n}.html"].words("//article//*[@class='line']")
        for n in (1, 2, 3)
    }
    assert lines == {
        1: ["The ash and the elm", "green, all summer"],
        2: ["The oak and so the elm", "stood here green, each […] summer"],
        3: ["The ash and the elm tree […]", ""],
    }
    page = case.pages["case-witness-2.html"]
    assert page.find("//article//*[@id='l2']")
    assert "What no entry names" in page.words("//p[@class='hint']")[0]
    assert case.pages["case-witness-1.html"].words("//h2/following-sibling::p[1]") == [
        "Lund, about 1400"
    ]


def test_each_witness_has_its_plain_text(case: Site) -> None:
    """By its siglum; its words as on its page, without those of others, and what it rests on."""
    files = {one.name: one.read_text("utf-8") for one in case.build.glob("text/witness/case/*")}
    assert {name: words.partition("***\n\n")[2] for name, words in files.items()} == {
        "A.txt": "The ash and the elm\ngreen, all summer\n",
        "B.txt": "The oak and so the elm\nstood here green, each […] summer\n",
        "C.txt": "The ash and the elm tree […]\n",
    }
    assert "Text: Text of witness B\nPolicy: Put together from the apparatus." in files["B.txt"]
    assert "What no entry names (words, headings" in files["B.txt"]
    sources = {n: words.partition("\nSource: ")[2].split("\n")[0] for n, words in files.items()}
    assert sources == {"A.txt": "Lund, about 1400", "B.txt": "", "C.txt": ""}
    assert "\nBasis: " not in files["A.txt"]


def test_sigla_that_some_systems_take_for_one(tmp_path: Path) -> None:
    """Each has a file of its own, whatever signs are in its name."""
    sigla = ("A", "a", "α/2")
    listed = "".join(
        f"<witness xml:id='w{n}'><abbr type='siglum'>{one}</abbr></witness>"
        for n, one in enumerate(sigla)
    )
    body = "<p>The <app><lem wit='#w0 #w2'>ash</lem><rdg wit='#w1'>oak</rdg></app>.</p>"
    made = document(body)
    start, end = made.index("<listWit>") + len("<listWit>"), made.rindex("</listWit>")
    (tmp_path / "case.xml").write_text(made[:start] + listed + made[end:], "utf-8")
    files = built(tmp_path, tmp_path / "build").build.glob("text/witness/case/*")
    words = {one.name: one.read_text("utf-8").split("***\n\n")[1] for one in files}
    assert words == {
        "A.txt": "The ash.\n", "a-2.txt": "The oak.\n", "α-2.txt": "The ash.\n"
    }  # fmt: skip


def test_too_little_is_known_of_a_later_hand(tmp_path: Path) -> None:
    """Named by one entry in twenty-one it has a column of the table and no text of its own."""
    entries = ["<app><lem wit='#A'>ash</lem><rdg wit='#B'>oak</rdg></app>"] * 20
    entries.append("<app><lem wit='#A'>elm</lem><rdg wit='#C'>fir</rdg></app>")
    (tmp_path / "case.xml").write_text(document(f"<p>{' or '.join(entries)}.</p>"), "utf-8")
    site = built(tmp_path, tmp_path / "build")
    table = site.pages["case-collated.html"]
    assert table.words("//table[@class='collation']/thead//th")[2:] == ["A", "B", "C"]
    links = [str(one) for one in table.find("//thead//a/@href")]
    assert links == ["case-witness-1.html", "case-witness-2.html"]
    assert "case-witness-3.html" not in site.pages


FAULTS = """<p xml:id="p1">Cover <gap reason="lost"/><pb n="1"/></p>
<p xml:id="p2"><app><lem wit="#A"/><rdg wit="#B"><witStart/></rdg></app>A
<app><lem wit="#A"><choice><sic>brigth</sic><corr resp="#x">bright</corr></choice></lem>
<rdg wit="#B">light</rdg></app> after<pc force="weak">-</pc><lb break="no"/>noon
<supplied source="#B" reason="lost">in May</supplied>
<supplied source="#B" reason="omitted">it</supplied>
<app><lem wit="#A">be<pc force="weak">-</pc><lb break="no"/>gan</lem>
<rdg wit="#B">begins</rdg></app>
[so] <supplied reason="lost">here</supplied>.</p>"""


def test_a_witness_has_its_faults_and_no_words_of_another(tmp_path: Path) -> None:
    """Corrections and words from elsewhere are the editors'; hyphens at ends of lines are nobody's
    reading; before its beginning a witness has nothing, no gap and no page either.
    """
    (tmp_path / "case.xml").write_text(document(FAULTS), "utf-8")
    site = built(tmp_path, tmp_path / "build")
    table = site.pages["case-collated.html"]
    rows = [[" ".join(str(one.text_content()).split()) for one in row][1:]
            for row in table.tree.xpath("//table[@class='collation']/tbody/tr")]  # fmt: skip
    assert rows[0] == ["", "", "begins here"]
    assert rows[1:] == [["bright", "brigth", "light"], ["began", "began", "begins"]]
    texts = {n: site.pages[f"case-witness-{n}.html"].words("//article//p") for n in (1, 2)}
    assert texts == {
        1: ["p1Cover [… lost]1", "p2A brigth afternoon […] began [so] [here]."],
        2: ["p2A light afternoon in May it begins [so] [here]."],
    }
    for name, page in site.pages.items():
        assert name == "404.html" or site.broken(page) == [], name


def test_where_a_witness_is_torn_its_column_says_so(tmp_path: Path) -> None:
    """Behind the word before, which it has; in the reading of another, where the mark names it."""
    body = """<p>The ash<app><lem wit="#A"/><rdg wit="#B"><lacunaStart/></rdg></app> and the elm
<app><lem wit="#A">stood</lem><rdg wit="#C">grew<lacunaEnd wit="#B"/></rdg></app> there.</p>"""
    (tmp_path / "case.xml").write_text(document(body), "utf-8")
    table = built(tmp_path, tmp_path / "build").pages["case-collated.html"]
    rows = [[" ".join(str(one.text_content()).split()) for one in row][1:]
            for row in table.tree.xpath("//table[@class='collation']/tbody/tr")]  # fmt: skip
    assert rows == [
        ["after ash", "", "lacks from here", ""],
        ["stood", "stood", "goes on here", "grew"],
    ]


def test_testimonia_are_no_readings(tmp_path: Path) -> None:
    """Who quotes a passage, or where it is from, is told with the entries, not in the table."""
    body = """<p>The <app><lem wit="#A">ash</lem><rdg wit="#B">oak</rdg></app>
<app type="testimonia"><lem>stood</lem><rdg wit="#C">stood fast</rdg></app> there.</p>"""
    (tmp_path / "case.xml").write_text(document(body), "utf-8")
    site = built(tmp_path, tmp_path / "build")
    table = site.pages["case-collated.html"]
    assert table.words("//table[@class='collation']/thead//th")[2:] == ["A", "B"]
    assert table.words("//table[@class='collation']/tbody//td") == ["ash", "ash", "oak"]
    assert site.pages["case.html"].words("//div[@class='layer l2']//li") == [
        "¶ 1 stood] stood fast C"
    ]


def test_every_link_leads_somewhere(case: Site) -> None:
    """From the table to entries and witnesses, from words to entries."""
    for name, page in case.pages.items():
        assert name == "404.html" or case.broken(page) == [], name
        assert [one for one, times in page.ids.items() if times > 1] == [], name
    assert "case-collated.html" in case.pages["case.html"].find("//ul[@class='views']//@href")


def test_layers_can_be_left_out(case: Site) -> None:
    """A switch for each, and words and entries that know their layer."""
    page = case.pages["case.html"]
    assert page.words("//button[starts-with(@data-option, 'layer')]") == ["Readings", "Sources"]
    assert page.words("//a[contains(@class, 'c l2')]") == ["green"]
    assert page.words("//div[@class='layer l2']//li") == ["2 green] Edda 19"]


def test_entries_stand_beside_their_lines(case: Site, page: Any) -> None:
    """In the margin, those of a line together, of layers that are shown; a phone has none."""
    with served(case.folder) as root:
        page.set_viewport_size({"width": 1440, "height": 900})
        page.goto(f"{root}/case.html")
        notes = page.locator(".side")
        said = [" ".join(one.split()) for one in notes.all_inner_texts()]
        assert said[0] == "1 ash] oak B ‖ and] add. so B ‖ elm] elm tree C (lacks from here)"
        assert len(said) == 2 and said[1].startswith("2 stood there] om. A ‖ there] here B ‖")
        for n, line in enumerate(("l1", "l2")):
            beside, text = notes.nth(n).bounding_box(), page.locator(f"#{line}").bounding_box()
            assert beside["x"] > text["x"] + 300
            assert n or abs(beside["y"] - text["y"]) < 20
        assert notes.first.get_attribute("aria-hidden") == "true"
        page.locator(".menu-show > summary").click()
        page.locator("[data-option=layer2]").click()
        assert "Edda" in said[1] and "Edda" not in notes.nth(1).inner_text()
        page.set_viewport_size({"width": 390, "height": 800})
        assert not notes.first.is_visible()
