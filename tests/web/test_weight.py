"""Views of a long text, and what is about it, in pages that are not heavy."""

from pathlib import Path

import pytest

from tests.rules.test_apparatus import document
from tests.web.conftest import built
from tests.web.site import Site

LINES = 300


def song(n: int) -> str:
    """Return a song; the second one is the same in all witnesses and in the source."""
    entry = "<app><lem wit='#A'>ash</lem><rdg wit='#B'>oak</rdg></app>" if n != 2 else "ash"
    word = "<choice><sic>an</sic><corr>and</corr></choice>" if n != 2 else "and"
    lines = "".join(
        f'<l xml:id="s{n}l{m}">the {entry} {word} the elm{" grew tall" * 8}</l>'
        if m == 1 else f"<l>and <hi>no</hi> leaf of the <hi>elm</hi> grew{' tall' * 20}</l>"
        for m in range(1, LINES)
    )  # fmt: skip
    return f'<div xml:id="s{n}"><head>Song {n}</head><lg>{lines}</lg></div>'


@pytest.fixture(scope="module")
def songs(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of four songs in two witnesses."""
    root: Path = tmp_path_factory.mktemp("songs")
    (root / "case.xml").write_text(document("".join(map(song, (1, 2, 3, 4)))), "utf-8")
    return built(root, root / "build")


def test_witnesses_are_shown_in_the_parts_of_the_text(songs: Site) -> None:
    """Each part has its rows; one in which no entry is has no table; no link breaks."""
    assert songs.pages["case-collated.html"].words("//tbody/tr/td[2]") == ["ash"]
    assert songs.pages["case-part-3-collated.html"].find("//tbody//a/@href") == [
        "case-part-3.html#t-c3"
    ]
    assert "case-part-2-collated.html" not in songs.pages
    first = songs.pages["case-collated.html"].find("//nav[@class='neighbours']/a/@href")
    assert first == ["case-part-3-collated.html"]
    other = songs.pages["case-part-3-witness-2.html"]
    assert other.words("//article//h2") == ["Song 3"]
    assert other.words("//article//*[@id='s3l1']")[0].startswith("the oak and the elm")
    for name, page in songs.pages.items():
        assert name == "404.html" or songs.broken(page) == [], name
        assert [one for one, times in page.ids.items() if times > 1] == [], name


def test_texts_are_compared_where_they_differ(songs: Site) -> None:
    """A part without a correction has no page that compares it; its views lead on all the same."""
    assert "case-part-3-comparison.html" in songs.pages
    assert "case-part-2-comparison.html" not in songs.pages
    views = songs.pages["case-part-2.html"].find("//ul[@class='views']//a/@href")
    assert views == [
        "case-part-2.html", "case-part-2-diplomatic.html", "case-comparison.html",
        "case-collated.html",
    ]  # fmt: skip


def test_a_long_header_has_pages_of_its_own(tmp_path: Path) -> None:
    """The text stays on one page; what is about it is behind it, all of it, once."""
    said = "".join(f'<p xml:id="p{n}">Sung {"at sea " * 60}</p>' for n in range(900))
    wide = document("<p>Rain.</p>").replace(
        "<encodingDesc>", f"<encodingDesc><projectDesc>{said}</projectDesc>"
    )
    (tmp_path / "case.xml").write_text(wide, "utf-8")
    site = built(tmp_path, tmp_path / "build")
    assert site.pages["case.html"].words("//article")[0].endswith("Rain.")
    assert len(site.pages["case.html"].data) < 20_000
    names = (f"case-part-{n}.html" for n in range(2, 9))
    parts = [site.pages[name] for name in names if name in site.pages]
    assert len(parts) > 1 and max(len(page.data) for page in parts) < 250_000
    ids = [one for page in parts for one in page.find("//section[@class='about']//@id")]
    assert [one for one in ids if one[0] == "p"] == [f"p{n}" for n in range(900)]
    assert all(page.words("//main//h2") for page in parts)
    after = "//section[@class='about']/following-sibling::nav[@class='neighbours'][1]/a"
    assert parts[0].words(after) == ["Previous Case", "Next About this text 2"]
    for name, page in site.pages.items():
        assert name == "404.html" or site.broken(page) == [], name


def test_of_much_that_was_done_the_texts_are_listed(tmp_path: Path) -> None:
    """A table of all would be heavy; each text has its own, and leads to what was done in it."""
    word = "<choice><sic>an</sic><corr>and</corr></choice> "
    said = "".join(
        f'<div xml:id="d{n}"><head>Day {n}</head><p>{word * 400}</p></div>' for n in (1, 2)
    )
    (tmp_path / "case.xml").write_text(document(said), "utf-8")
    site = built(tmp_path, tmp_path / "build")
    page = site.pages["interventions.html"]
    assert (len(page.find("//main//tr")), len(page.data) < 10_000) == (0, True)
    assert page.find("//main//li/a/@href") == ["case-comparison.html"]
    assert "800 textual notes" in page.words("//main//li")[0]
