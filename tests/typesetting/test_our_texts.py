"""The texts of this edition, as they are printed."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from statistics import fmean, pstdev

import pytest
from editio.edition.edition import load
from editio.edition.project import discover
from editio.edition.reading.source import Document
from editio.engines.paged import composition, setter
from editio.engines.paged.lines import lines
from editio.engines.saxon import strings
from editio.render.build import Plan, build
from editio.render.job import behaviours, here, labels

from bench.typesetting import rows
from tests.typesetting.pages import CALL, MARK, places
from tests.typesetting.vera import broken_rules, claims

ROOT = Path(__file__).parents[2]
DESIGN = discover(ROOT)[0].settings.print

# Both texts are set once, for all of these tests.
pytestmark = pytest.mark.slow


@cache
def _texts() -> tuple[Document, ...]:
    return load(discover(ROOT)[0])[0].texts


def _composed(text: Document) -> composition.Composed:
    return _set(text.path, text.xml)


@cache
def _set(path: str, xml: str) -> composition.Composed:
    ruled = behaviours(path, xml)
    known = {"labels": labels(), "edition": "", "notes-at": DESIGN.notes}
    pages = strings(here().run("print", ruled.tree, "print", known).value)
    return composition.compose(pages["page"], DESIGN)


def _bare(placed: dict[str, list[int]]) -> dict[str, list[int]]:
    """Leave out the brackets of calls that the editors placed, and commas between calls."""
    return {name.strip("[],"): on for name, on in placed.items() if name.strip("[],")}


@pytest.mark.parametrize("text", _texts(), ids=lambda text: text.id)
def test_every_note_stands_once_on_the_page_of_its_call(text: Document) -> None:
    """No note is lost or moved; the engine has no complaint."""
    made = _composed(text)
    calls = _bare(places(made.document, CALL))
    marks = _bare(places(made.document, MARK))
    assert made.said == []
    assert calls == marks
    assert len(calls) > 10
    assert all(len(on) == 1 for on in calls.values())


@pytest.mark.parametrize("text", _texts(), ids=lambda text: text.id)
def test_every_textual_note_has_its_line(text: Document) -> None:
    """What is told at the foot can be found by its line."""
    made = _composed(text)
    keyed = {
        box.element.get("data-key")
        for page in made.document.pages
        for box in page._page_box.descendants()
        if box.element is not None and "variant" in box.element.get("class", "").split()
    }
    assert len(keyed) > 10
    assert keyed <= made.known.keys.keys()


@pytest.mark.parametrize("text", _texts(), ids=lambda text: text.id)
def test_no_heading_stands_at_the_foot_of_a_page(text: Document) -> None:
    """A heading of the text has at least two lines of it below on its page."""
    for page in _composed(text).document.pages:
        below = [
            (box.position_y, box.element_tag)
            for box in page._page_box.children[0].descendants()
            if type(box).__name__ == "LineBox" and box.element_tag in {"p", "h2", "h3"}
        ]
        heads = [y for y, tag in below if tag != "p"]
        if heads and any(tag == "p" for _, tag in below):
            assert sum(y > max(heads) for y, tag in below if tag == "p") >= 2


@pytest.mark.parametrize("text", _texts(), ids=lambda text: text.id)
def test_lines_of_paragraphs_stand_on_one_grid(text: Document) -> None:
    """Quotations in smaller type too: lines on both sides of a leaf lie over each other. What
    stands in a frame, in type smaller than that, has a place of its own.
    """
    smallest = 0.9 * DESIGN.type_size / 72 * 96
    top, leading = DESIGN.margins[0] / 25.4 * 96, DESIGN.leading / 72 * 96
    places = [
        (line.baseline - top) / leading % 1
        for page in _composed(text).document.pages
        for line in lines(page)
        if all(box.element_tag == "p" for box in line.boxes)
        and all(box.style["font_size"] > smallest for box in line.boxes)
    ]
    assert len(places) > 100
    assert max(places) - min(places) < 0.006  # a twelfth of a point


@pytest.mark.parametrize("text", _texts(), ids=lambda text: text.id)
def test_paragraphs_are_set_as_well_as_tex_sets_them(text: Document) -> None:
    """Word spaces as even as plain TeX makes them in these paragraphs, with half its hyphens (the
    figures of `make bench` are in docs/print.md); and better than line by line in both.
    """
    fitted = list(rows(_composed(text).document))
    plain = list(rows(setter.lay_out(_composed(text).page, replace(DESIGN, fit=False))[0]))
    even, uneven = (pstdev(row.space for row in found) for found in (fitted, plain))
    few, many = (fmean(row.hyphen for row in found) for found in (fitted, plain))
    assert even < 0.049 < uneven
    assert few < 0.14 < many


@pytest.mark.judge
def test_the_book_and_the_offprints_are_accessible_and_fit_to_be_kept(tmp_path: Path) -> None:
    """Each file of a build says that it is PDF/UA-1, and veraPDF finds it so; PDF/A-3a, too."""
    edition = load(discover(ROOT)[0])[0]
    assert build(Plan(edition, ("pdf",), tmp_path)).diagnostics == ()
    made = sorted((tmp_path / "pdf").glob("*.pdf"))
    assert {one.stem for one in made} == {"edition", *(text.id for text in _texts())}
    assert all(map(claims, made))
    assert broken_rules(*made) == []
