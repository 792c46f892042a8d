"""Words that run from right to left say so, on paper, on the web and in EPUBs alike."""

import re
from functools import cache

import pytest
from editio.edition.edition import load
from editio.edition.project import discover
from editio.engines.saxon import strings
from editio.render.build import Plan, jobs_of
from editio.render.job import behaviours, here, labels, render

from tests.typesetting.books import aside

TEXT = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="t" xml:lang="en"><teiHeader><fileDesc>
<titleStmt><title>T</title></titleStmt><publicationStmt><p/></publicationStmt>
<sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body>
<p><foreign xml:lang="he">שלום</foreign>, <foreign xml:lang="he">shalom</foreign>,
<foreign xml:lang="az-Arab">قاراباغ</foreign>, <foreign xml:lang="yi-Latn">der nign</foreign></p>
<p xml:lang="syc">ܫܠܡܐ, <foreign xml:lang="en">peace</foreign>
<note n="1" xml:lang="en">So.</note></p>
</body></text></TEI>"""


# Language -> the direction that is said of it, "" for none.
DIRECTIONS = {"he": {"rtl", ""}, "az-Arab": {"rtl"}, "yi-Latn": {""}, "syc": {"rtl"}}


@cache
def _pages() -> dict[str, str]:
    """The text on paper, on the web, and in an EPUB."""
    root = aside()
    (root / "t.xml").write_text(TEXT, "utf-8")
    (job,) = jobs_of(Plan(load(discover(root)[0])[0], ("html", "epub"), root), "")
    made = render(job)
    assert made.diagnostics == ()
    known = {"labels": labels(), "edition": ""}
    page = strings(here().run("print", behaviours("t.xml", TEXT).tree, "print", known).value)
    return {
        "paper": page["page"],
        "web": made.files["html"]["t.html"].decode(),
        "epub": made.files["epub"]["t/text"].decode(),
    }


def _said(page: str, language: str) -> set[str]:
    """The directions that are said of the elements in a language."""
    tags = re.findall(rf'<[^>]* lang="{language}"[^>]*>', page)
    return {"".join(re.findall(r' dir="(\w+)"', tag)) for tag in tags}


@pytest.mark.parametrize("kind", ["paper", "web", "epub"])
def test_direction_follows_language_and_letters(kind: str) -> None:
    """Hebrew in Latin letters runs as Latin does; English within Syriac does too."""
    page = _pages()[kind]
    assert {one: _said(page, one) for one in DIRECTIONS} == DIRECTIONS
    assert "ltr" in _said(page, "en")


@pytest.mark.parametrize("kind", ["paper", "epub"])
def test_a_note_has_a_language_of_its_own(kind: str) -> None:
    """It may be in another than the passage that it is about."""
    opened = r'(footnote note|<li)[^>]* lang="en"'
    assert re.search(opened, _pages()[kind])
