"""Notes of the margin stand beside their line; what has no room there is at the foot."""

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from editio.engines.paged import composition
from editio.engines.paged.design import Design
from lxml import etree

from tests.typesetting.pages import classes, words
from tests.typesetting.test_facing import printed

PAGE = (
    '<html lang="en"><title>t</title><body><section class="work"><div class="text">{}</div>'
    "</section></body></html>"
)
NOTE = (
    '<a class="note-call beside" data-beside="n{0}" data-side="{1}"{3} id="c{0}" href="#n{0}">*</a>'
    '<span class="footnote note beside" data-beside="n{0}" data-side="{1}"{3} data-id="n{0}">'
    '<span id="n{0}"><a class="note-number" href="#c{0}">*</a></span> {2}</span>'
)
ASKED = ("outer", "inner", "left", "right")
MARGIN = 'data-beside="n{}"'
DESIGN = Design(fit=False, line_numbers=5)


@cache
def _book() -> composition.Composed:
    """Paragraphs with a short note of the margin in each; one far too long, two crowded."""
    notes = [NOTE.format(at, ASKED[at % 4], f"Rye of {at}, and oats.", "") for at in range(24)]
    notes[5] = NOTE.format(5, "outer", "many words " * 80, "")
    notes[9] = NOTE.format(9, "outer", "Signed.", ' data-signed="yes"')
    notes[12] += NOTE.format("12b", "outer", "Close by.", "")
    paragraph = '<p class="p">The mill ground what the farms had. {} {}</p>'
    body = "".join(paragraph.format(note, "And so it went on. " * 9) for note in notes)
    return composition.compose(PAGE.format(body), DESIGN)


def _notes() -> list[tuple[Any, Any, Any]]:
    """Page, line of the call and box of each note that stands in a margin."""
    return [
        (page._page_box, line, box)
        for page in _book().document.pages
        for line in page._page_box.children[0].descendants()
        if type(line).__name__ == "LineBox"
        for box in line.descendants(placeholders=True)
        if {"beside", "footnote"} <= {*classes(box)} and box.is_absolutely_positioned()
    ]


def test_a_note_of_the_margin_is_level_with_its_line() -> None:
    """Or near it, where another stands; each of them once."""
    assert _book().said == []
    names = [box.element.get("data-beside") for _, _, box in _notes()]
    assert sorted(names) == sorted({f"n{at}" for at in range(24)} - {"n5"} | {"n12b"})
    off = []
    for _, line, box in _notes():
        (first, *_) = (one for one in box.descendants() if type(one).__name__ == "LineBox")
        off.append(abs(first.position_y + first.baseline - line.position_y - line.baseline))
    assert max(off) < 5 * 18.7
    assert sum(one < 0.01 for one in off) > len(off) / 2


def test_it_stands_outside_of_the_text_on_the_side_that_it_asks_for() -> None:
    """Within the page, clear of the lines and of what else is in the margin."""
    for page, _, box in _notes():
        left, right = page.content_box_x(), page.content_box_x() + page.width
        recto, asked = page.page_type.side == "right", box.element.get("data-side")
        beyond = (
            asked == "right" or (asked == "outer" and recto) or (asked == "inner" and not recto)
        )
        if beyond:
            assert box.position_x > right
        else:
            assert box.position_x + box.width < left
        assert box.position_x > 0
        assert box.position_x + box.width < page.margin_width()


@cache
def _verse() -> composition.Composed:
    """Numbered verse, with a note of each margin at every fifth line."""
    lines = "".join(
        f"<l n='{at}'>and on it went"
        + "".join(f"<note place='{side}'>Rye of {at}.</note>" for side in ("left", "outer"))
        * (at % 5 == 0)
        + "</l>"
        for at in range(1, 90)
    )
    page = etree.tostring(printed(f"<body><lg>{lines}</lg></body>"), encoding="unicode")
    return composition.compose(page, Design(fit=False))


@pytest.mark.parametrize("book", [_book, _verse])
def test_nothing_in_a_margin_is_overprinted(book: Callable[[], composition.Composed]) -> None:
    """Notes, and the numbers of lines, of verse, too."""
    seen = 0
    for page in book().document.pages:
        found = [
            (text.position_x, text.position_y, text.position_x + text.width,
             text.position_y + text.height * 0.8)
            for text in page._page_box.descendants(placeholders=True)
            if type(text).__name__ == "TextBox" and text.text.strip()
        ]  # fmt: skip
        edge = page._page_box.content_box_x(), page._page_box.content_box_x() + page._page_box.width
        beside = [one for one in found if one[2] < edge[0] or one[0] > edge[1]]
        seen += len(beside)
        for place, one in enumerate(beside):
            for other in beside[place + 1 :]:
                apart = one[2] <= other[0] or other[2] <= one[0]
                assert apart or one[3] <= other[1] or other[3] <= one[1], (one, other)
    assert seen > 30


def test_a_note_without_room_is_at_the_foot_with_its_sign() -> None:
    """One in the margin has no sign but that of the source."""
    feet = [
        box
        for page in _book().document.pages
        for area in page._page_box.children
        if type(area).__name__ == "FootnoteAreaBox"
        for box in area.descendants()
        if "footnote" in classes(box)
    ]
    assert {box.element.get("data-beside") for box in feet} == {"n5"}
    assert words(feet[0]).startswith("* many words")
    calls = [
        box.element.get("data-beside")
        for page in _book().document.pages
        for box in page._page_box.descendants()
        if "note-call" in classes(box) and type(box).__name__ == "InlineBox"
    ]
    assert calls == ["n5", "n9"]


@pytest.mark.parametrize(
    ("place", "side"),
    [("margin", "outer"), ("margin-left", "left"), ("right", "right"), ("margin(inner)", "inner")],
)
def test_places_of_the_tei(place: str, side: str) -> None:
    """Which margin is meant; a note with a note in it, and one in a note, is at the foot."""
    page = printed(
        f'<body><p>Salt<note place="{place}">Rye.</note> and<note>oats<note place="{place}">Or '
        f'not.</note></note>, <note place="{place}">one<note>two</note></note>.</p></body>'
    )
    assert page.xpath("//span/@data-side") == [side]
    assert page.xpath("//span[@data-side]/text()") == [" Rye."]
