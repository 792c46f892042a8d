"""Words that run from right to left say so, on paper, on the web and in EPUBs alike."""

import re
from functools import cache

import pytest
from editio.edition.edition import load
from editio.edition.project import discover
from editio.engines.paged import composition
from editio.engines.paged.design import Design
from editio.engines.saxon import strings
from editio.render.build import Plan, jobs_of
from editio.render.job import behaviours, here, labels, render
from lxml import html

from tests.typesetting.books import aside
from tests.typesetting.pages import classes, inside, words
from tests.typesetting.test_facing import printed

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


VERSE = """<body><div xml:lang="{0}"><lg><l>{1}</l><l rend="indent">{1}</l></lg></div></body>"""


@pytest.mark.parametrize(("lang", "word"), [("he", "גשם "), ("en", "rain ")])
def test_what_is_left_of_a_line_of_verse_stands_further_in(lang: str, word: str) -> None:
    """On the side from which it is read; a line that is indented begins further in, too."""
    page = html.tostring(printed(VERSE.format(lang, word * 30)), encoding="unicode")
    (text,) = [
        one
        for one in composition.compose(page, Design(fit=False)).document.pages
        if "line" in {name for box in inside(one) for name in classes(box)}
    ]
    boxes = [box for box in inside(text) if type(box).__name__ == "LineBox"]
    starts = [
        round(one.position_x if lang == "en" else -one.position_x - one.width)
        for box in boxes
        for one in box.children[:1]
        if word.strip() in words(box)
    ]
    first, over, indented, over_indented = (starts + [0] * 4)[:4]
    assert len(starts) == 4
    assert first < indented < over < over_indented
    assert abs((over - first) - (over_indented - indented)) <= 1 and over - first > 20


NUMBERED = """<body><div xml:lang="{0}"><lg>{1}</lg><table><row role="label"><cell>{2}</cell>
<cell>{2}</cell></row><row><cell>{2}</cell><cell>{2}</cell></row></table></div></body>"""


@pytest.mark.parametrize(("lang", "word"), [("he", "גשם"), ("en", "rain")])
def test_numbers_of_verse_and_columns_stand_apart_from_words(lang: str, word: str) -> None:
    """A number stands on the side from which the line is read, a blank column between two cells."""
    verses = "".join(f"<l n='{n}'>{word}</l>" for n in range(1, 6))
    page = html.tostring(printed(NUMBERED.format(lang, verses, word)), encoding="unicode")
    found = [
        box
        for one in composition.compose(page, Design(fit=False)).document.pages
        for box in inside(one)
    ]
    (number,) = {id(one): one for one in found if "line-number" in classes(one)}.values()
    line = [one for one in found if "line" in classes(one) and type(one).__name__ == "BlockBox"][-1]
    right_of = number.position_x > line.position_x + line.border_width() / 2
    assert right_of == (lang == "he")
    cells = [one for one in found if one.element_tag == "th" and "Cell" in type(one).__name__]
    said = [
        next(one for one in cell.descendants() if type(one).__name__ == "TextBox")
        for cell in cells[:2]
    ]
    near, far = sorted(said, key=lambda one: float(one.position_x))
    assert far.position_x - (near.position_x + near.width) > 5
