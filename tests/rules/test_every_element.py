"""Each element of the TEI has a rule of its own or stands in a list with what becomes of it."""

import re
from pathlib import Path

import pytest
from lxml import etree

from tests.pipeline.editions import edition, tei
from tests.pipeline.test_failures import run
from tests.rules.elements import page
from tests.rules.reasons import FIELDS
from tests.rules.treated import TEI, treated
from tests.shared import SHARED

DOCS = Path(__file__).parents[2] / "docs" / "elements.md"


@pytest.mark.shared
def test_every_element_is_treated() -> None:
    """No element that tei_all knows is without a treatment, and none without a row."""
    root = etree.parse(SHARED / "p5subset.xml").getroot()
    names = {one.get("ident", "") for one in root.iter(f"{TEI}elementSpec")}
    assert len(names) > 500
    assert sorted(names - treated() - {"TEI", "teiCorpus"}) == []
    assert sorted(names - {row[0] for row in _rows()}) == []


@pytest.mark.slow
def test_page_is_up_to_date() -> None:
    """docs/elements.md is what the rules do; renew it with python -m tests.rules.elements."""
    told = "renew it: python -m tests.rules.elements > docs/elements.md"
    assert DOCS.read_text("utf-8") == page(), told


def test_every_row_has_a_case_or_a_reason() -> None:
    """Each element stands in a case or has a test, and each row says what becomes of it."""
    named = {name: re.findall(r"\]\((.*?)\)", case) for name, *_, case in _rows()}
    assert [name for name, found in named.items() if len(found) != 1] == []
    assert [one for (one,) in named.values() if not (DOCS.parent / one).exists()] == []
    assert [name for name, becomes, *_ in _rows() if not becomes.strip()] == []


def test_fields_of_the_header_are_where_the_table_says(tmp_path: Path) -> None:
    """Those that are told about the text alone stand in no plain text, and on its page."""
    made = (
        "<sponsor>Aword</sponsor><funder>Bword</funder><principal>Cword</principal>"
        "<respStmt><resp>Dword</resp><name>Ida</name></respStmt></titleStmt>"
    )
    about = (
        "</fileDesc><profileDesc><abstract><p>Eword</p></abstract><langUsage>"
        '<language ident="en">Fword</language></langUsage><textClass><keywords>'
        "<term>Gword</term></keywords></textClass></profileDesc>"
    )
    text = tei("<p>None.</p>", "some").replace("</titleStmt>", made).replace("</fileDesc>", about)
    folder = edition(tmp_path, some=text)
    asked = "--no-check", "--format", "html", "--format", "text"
    assert run("build", folder, *asked).exit_code == 0
    plain = (folder / "build/text/reading/some.txt").read_text("utf-8")
    page_ = (folder / "build/some.html").read_text("utf-8")
    words = [f"{letter}word" for letter in "ABCDEFG"]
    assert len(words) == len(FIELDS)
    assert [one for one in words if one in plain or one not in page_] == []


def _rows() -> list[list[str]]:
    """Return the cells of the table, the name of the element first."""
    rows = re.findall(r"^\| `(.*) \|$", DOCS.read_text("utf-8"), re.M)
    return [row.replace("`", "", 1).split(" | ") for row in rows]
