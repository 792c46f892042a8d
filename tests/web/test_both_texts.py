"""Reading text and diplomatic text differ wherever a choice stands."""

from pathlib import Path

import pytest
from editio.edition.edition import opened
from editio.render.build import Plan, build

from tests.pipeline.editions import edition, tei

CHOICE = "<choice><sic>wrnog</sic><corr>wrong</corr></choice>"


@pytest.mark.parametrize(
    "body",
    [
        f"<list><item>A {CHOICE} item</item></list>",
        f'<list type="gloss"><label>{CHOICE}</label><item>what it means</item></list>',
        f'<list rend="numbered"><item>One</item><pb n="2"/><item><p>{CHOICE}</p></item></list>',
        f"<table><row><cell>{CHOICE}</cell></row></table>",
        f"<figure><head>{CHOICE}</head><p>{CHOICE}</p></figure>",
        f"<quote><lg><l>{CHOICE}</l></lg></quote>",
    ],
)
def test_what_a_list_or_a_table_holds_is_in_both_texts(tmp_path: Path, body: str) -> None:
    """The words of the source on one page, those of the edition on the other; none is lost."""
    root = edition(tmp_path, small=tei(body))
    made = build(Plan(opened(root)[0], ("html", "text"), root / "build", cached=False))
    assert [one.message for one in made.diagnostics if one.code == "O010"] == []
    reading, source = (
        (root / f"build/small{name}.html").read_text("utf-8").partition("<article")[2]
        for name in ("", "-diplomatic")
    )
    text = source.partition("</article>")[0]
    assert ("wrnog" in text, "wrong</" in text) == (True, False)
    assert "wrong" in reading.partition('role="doc-endnotes"')[0]


def test_what_describes_a_picture_of_a_server_is_apart_from_other_words(tmp_path: Path) -> None:
    """Whether pages show it or link to it; what stands for it is no part of a word, nor lost."""
    here, there = "https://images.example.org/1.jpg", "https://other.example.org/2.jpg"
    body = (
        f'<p><graphic url="{here}"><desc>far</desc></graphic>'
        f'<graphic url="{there}"><desc>b</desc></graphic></p>'
        f'<p>Some <hi>wax</hi><graphic url="{there}"><desc>drop</desc></graphic>(red).</p>'
        f'<p>Seal<graphic url="{there}"/>and <graphic url="{here}"/>.</p>'
    )
    root = edition(tmp_path, small=tei(body))
    (root / "edition.toml").write_text('[media]\nhosts = ["images.example.org"]\n', "utf-8")
    plan = Plan(opened(root)[0], ("html", "text", "epub"), root / "build", cached=False)
    told = {one.code for one in build(plan).diagnostics}
    assert told & {"O010", "O011", "O012", "O013"} == set()
    words = (root / "build/text/reading/small.txt").read_text("utf-8")
    assert "\nfar b\n\nSome wax drop (red).\n\n" in words
    assert f"Seal {there} and {here}.\n" in words
    page = (root / "build/small.html").read_text("utf-8")
    assert f'wax</span><span class="added"> </span><a href="{there}" class="graphic">drop' in page
