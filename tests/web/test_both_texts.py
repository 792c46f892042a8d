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
