"""Every note stands once, whole, at the foot of the page that calls it."""

import re
from io import BytesIO
from typing import Any

import pytest
from editio.engines.paged import setter
from editio.engines.paged.measures import measures
from lxml import html
from PIL import Image

from tests.typesetting.pages import CALL, MARK, inside, note_words, places, squeezed, words
from tests.typesetting.test_facing import printed
from tests.typesetting.torture import PICTURE, WORDS, plain, torture


@pytest.mark.parametrize(
    ("seed", "paragraphs", "least"),
    [
        pytest.param(0, 14, 20, marks=pytest.mark.slow),
        *(pytest.param(seed, 160, 400, marks=pytest.mark.long) for seed in range(1, 11)),
    ],
)
def test_hundreds_of_notes_stand_where_they_are_called(
    seed: int, paragraphs: int, least: int
) -> None:
    """Of each note: one call, one mark on the page of the call, or for notes in notes on a later
    one; every word of it, once, in order.
    """
    made = torture(seed, paragraphs)
    assert len(made.notes) > least
    assert made.nested
    document, said = setter.lay_out(made.page(), files={PICTURE: _picture()})
    calls, marks = places(document, CALL), places(document, MARK)
    astray = {
        number: (calls.get(number), marks.get(number))
        for number in made.notes
        if not _well_placed(calls.get(number, []), marks.get(number, []), number in made.nested)
    }
    assert astray == {}
    found = note_words(document)
    assert [n for n, words in made.notes.items() if found[n] != squeezed(n + words)] == []
    assert said == []
    assert not [page for page in document.pages if _runs_over(page)]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("seed", "first", "last", "number"), [(2, 126, 131, "352"), (3, 65, 70, "144")]
)
def test_a_note_stays_with_its_call(seed: int, first: int, last: int, number: str) -> None:
    """Cases of the above that went wrong: a head of many parts is made shorter by whole lines until
    the foot has room for it; a note in a note goes overleaf where the next one needs its place.
    """
    made = torture(seed, 160)
    made.html = made.html[first:last]
    document, said = setter.lay_out(made.page(), files={PICTURE: _picture()})
    assert said == []
    assert places(document, CALL)[number] == places(document, MARK)[number]
    assert not [page for page in document.pages if _runs_over(page)]


def _well_placed(calls: list[int], marks: list[int], nested: bool) -> bool:
    return len(calls) == len(marks) == 1 and (calls == marks or (nested and calls < marks))


def _runs_over(page: Any) -> bool:
    """Whether the text of a page, or its foot, stands below the edge of the type area."""
    bottom = page._page_box.content_box_y() + page._page_box.height + 1
    return any(
        type(box).__name__ == "LineBox" and box.position_y + box.height > bottom
        for part in page._page_box.children
        if type(part).__name__ in {"BlockBox", "FootnoteAreaBox"}
        for box in part.descendants()
    )


def _picture() -> bytes:
    """A small picture."""
    made = BytesIO()
    Image.new("L", (40, 40), 128).save(made, "png")
    return made.getvalue()


@pytest.mark.slow
def test_a_long_note_goes_on_and_leaves_no_page_without_text() -> None:
    """A note of 1,500 words runs over pages that all carry some of the text too."""
    made = plain(0)
    body = '<div class="p">' + " ".join(made.words(900)) + "</div>"
    made.html = [f'<div class="p">One{made.note(1500)} note.</div>', body]
    document, _ = setter.lay_out(made.page())
    last = max(
        number
        for number, page in enumerate(document.pages)
        if any(type(box).__name__ == "FootnoteAreaBox" for box in page._page_box.children)
    )
    assert last >= 2
    for page in document.pages[: last + 1]:
        lines = [
            box
            for box in page._page_box.children[0].descendants()
            if type(box).__name__ == "LineBox" and box.element_tag == "div"
        ]
        assert len(lines) >= 1


@pytest.mark.parametrize(
    ("in_head", "in_line"),
    [(0, 100), *(pytest.param(*one, marks=pytest.mark.slow) for one in [(0, 500), (500, 0)])],
)
def test_a_long_note_sends_neither_its_line_nor_a_head_overleaf(in_head: int, in_line: int) -> None:
    """A note called in the first line of a letter, or in its head, gives way to the lines behind
    it: these stay on the page, and with them the head of the letter.
    """
    made = plain(0)
    made.html = [
        f'<div class="p">{" ".join(made.words(150))}</div>',
        f"<h2>A letter{made.note(in_head) if in_head else ''}</h2>",
        '<div class="dateline">Basel</div><div class="salute">Dear</div>',
        f'<div class="p">One{made.note(in_line) if in_line else ""} {"word " * 60}</div>',
    ]
    document, _ = setter.lay_out(made.page())
    said = squeezed(words(document.pages[0]._page_box.children[0]))
    assert re.search("Aletter1?BaselDearOne1?(word){30}", said)
    assert len(squeezed(note_words(document)["1"])) > 4 * (in_head + in_line)


@pytest.mark.parametrize(
    "is_first", [True, pytest.param(False, marks=pytest.mark.slow)], ids=["picture", "words"]
)
def test_a_heading_is_not_left_alone_by_the_notes_of_its_first_line(is_first: bool) -> None:
    """One with a picture as high as most of a page, one of 700 words: what has no room goes
    overleaf, and each word of both stands once.
    """
    made = plain(0)
    high = BytesIO()
    Image.new("L", (300, 400), 128).save(high, "png")
    long = made.note(700)
    shown = made.note(3)
    shown = shown[: shown.rindex("</span>")] + f'<img alt="" src="{PICTURE}"></span>'
    first, second = (shown, long) if is_first else (long, shown)
    made.html = [f'<h2>Head</h2><div class="p">A line{first} goes{second} {"on " * 99}</div>']
    document, _ = setter.lay_out(made.page(), files={PICTURE: high.getvalue()})
    said = squeezed(words(document.pages[0]._page_box.children[0]))
    assert re.search(r"HeadAline\d?goes\d?(on){9}", said)
    found = note_words(document)
    assert all(found[number] == squeezed(number + one) for number, one in made.notes.items())


def test_what_is_left_of_a_note_stands_before_the_next_text() -> None:
    """Where a text begins a page, a page of notes alone comes before it, with its number."""
    made = plain(0)
    made.html = [
        f'<div class="p">One{made.note(700)} note.</div>',
        '<h2 style="break-before: page">Another text</h2><div class="p">Two.</div>',
    ]
    document, _ = setter.lay_out(made.page())
    parts = [[(type(part).__name__, words(part)) for part in page._page_box.children]
             for page in document.pages]  # fmt: skip
    assert [dict(part).get("BlockBox") for part in parts[:2]] == ["One1 note.", ""]
    assert ("MarginBox", "2") in parts[1]
    assert "FootnoteAreaBox" in dict(parts[1])
    assert ("BlockBox", "Another textTwo.") in parts[2]
    assert "FootnoteAreaBox" not in dict(parts[2])


def test_a_divided_note_is_full_to_its_last_line() -> None:
    """Where a note goes on overleaf, its last line on the page is as wide as the others, not
    counting how far the signs at their ends stand out.
    """
    made = plain(0)
    made.html = [f'<div class="p">One{made.note(900)} note.</div>']
    document, _ = setter.lay_out(made.page())
    (area,) = [
        box
        for box in document.pages[0]._page_box.children
        if type(box).__name__ == "FootnoteAreaBox"
    ]
    lines = [box for box in area.descendants() if type(box).__name__ == "LineBox"]
    assert len(document.pages) > 1
    last = [[box for box in line.descendants() if type(box).__name__ == "TextBox"][-1]
            for line in lines[-5:]]  # fmt: skip
    ends = [
        box.position_x + box.width - measures(None, box.style).hang(box.text[-1], "right")
        for box in last
    ]
    assert max(ends) - min(ends) < 0.5


@pytest.mark.parametrize("size", [500, 511, 520, 533, 547])
def test_a_note_is_divided_between_words_or_at_a_hyphen(size: int) -> None:
    """Letters of several bytes do not move the place where the note is divided."""
    made = plain(size)
    made.html = [f'<div class="p">One{made.note(size)} note.</div>']
    document, _ = setter.lay_out(made.page())
    ends = [
        [one for one in area.descendants() if type(one).__name__ == "TextBox"][-1]
        for page in document.pages
        for area in page._page_box.children
        if type(area).__name__ == "FootnoteAreaBox"
    ]
    last = [end.text.split()[-1] for end in ends[:-1]]
    assert last
    assert all(word in WORDS or word.endswith("\u2010") for word in last), last


def test_bands_stand_in_their_order() -> None:
    """Textual notes, then the author's, then the editors', whatever the order of the calls."""
    made = plain(0)
    made.html = [
        '<div class="p">Words'
        '<span class="footnote editorial">editors</span> and'
        '<span class="footnote note">author</span> more'
        '<span class="footnote variant">variants</span> words.</div>'
    ]
    document, _ = setter.lay_out(made.page())
    texts = [
        box.text
        for box in document.pages[0]._page_box.descendants()
        if type(box).__name__ == "TextBox" and box.text in {"editors", "author", "variants"}
    ]
    assert texts == ["variants", "author", "editors"]


def test_a_note_in_verse_is_divided_between_its_lines() -> None:
    """Where a line ends by itself the note may go on overleaf, and the line is not stretched."""
    made = plain(0)
    verses = [f"verse{number}" for number in range(90)]
    made.notes.clear()
    note = made.note(1).removesuffix(f"{made.notes['1']}</span>") + "<br>".join(verses) + "</span>"
    made.html = [f'<div class="p">One{note} note.</div>']
    document, said = setter.lay_out(made.page())
    assert said == []
    assert len(document.pages) > 1
    assert note_words(document)["1"] == "1" + "".join(verses)
    texts = [box for page in document.pages for box in inside(page) if "verse" in words(box)]
    widths = {box.width for box in texts if type(box).__name__ == "TextBox"}
    assert max(widths) < 60


def test_a_hyphen_of_the_note_is_not_doubled() -> None:
    """Where a note is divided behind a hyphen that it has, it gets no second one."""
    made = plain(0)
    made.notes.clear()
    compound = " ".join(["well\u2010known", "party\u2010state", "east\u2010west"] * 250)
    note = made.note(1).removesuffix(f"{made.notes['1']}</span>") + compound + "</span>"
    made.html = [f'<div class="p">One{note} note.</div>']
    document, _ = setter.lay_out(made.page())
    assert len(document.pages) > 1
    assert not [page for page in document.pages if "\u2010\u2010" in words(page._page_box)]


@pytest.mark.slow
def test_the_head_of_a_divided_note_has_good_spaces_to_its_last_line() -> None:
    """The lines before a division are chosen with the last one full, so none is torn apart."""
    made = plain(0)
    made.html = [f'<div class="p">One{made.note(700)} and{made.note(900)} notes.</div>']
    document, _ = setter.lay_out(made.page())
    areas = [
        area
        for page in document.pages
        for area in page._page_box.children
        if type(area).__name__ == "FootnoteAreaBox"
    ]
    widest = max(
        (box.justification_spacing or 0) / box.style["font_size"]
        for area in areas
        for box in area.descendants()
        if type(box).__name__ == "TextBox"
    )
    assert len(areas) > 2
    assert widest < 0.35


LONG = [f"w{number}x" for number in range(45)]
# What a note of the TEI may hold besides words, long enough for two pages.
BLOCKS = {
    "p": "".join(f"<p>{word} {'so on ' * 12}</p>" for word in LONG),
    "list": "<list>" + "".join(f"<item>{word}</item>" for word in LONG) + "</list>",
    "lg": "<lg>" + "".join(f"<l>{word}</l>" for word in LONG) + "</lg>",
    "table": "<table>"
    + "".join(f"<row><cell>{word}</cell><cell>rye</cell></row>" for word in LONG)
    + "</table>",
    "figure": "".join(f"<p>{word} {'so on ' * 12}</p>" for word in LONG[:30])
    + "<figure><head>A mill</head><figDesc>A mill by a river.</figDesc></figure>"
    + "".join(f"<p>{word} {'so on ' * 12}</p>" for word in LONG[30:]),
}


# Two by which lines and rows are divided; the others are divided as these.
@pytest.mark.parametrize(
    "held",
    [
        one if one in {"list", "table"} else pytest.param(one, marks=pytest.mark.slow)
        for one in BLOCKS
    ],
)
def test_a_note_of_blocks_goes_on_overleaf(held: str) -> None:
    """Whatever it holds, it is divided among pages, each of its words once and in order."""
    body = f"<body><p>One<note>{BLOCKS[held]}</note> note.</p><p>{'Then more. ' * 300}</p></body>"
    page = html.tostring(printed(body), encoding="unicode")
    document, said = setter.lay_out(page)
    assert said == []
    feet = [
        number
        for number, one in enumerate(document.pages)
        if any(type(box).__name__ == "FootnoteAreaBox" for box in one._page_box.children)
    ]
    assert len(feet) > 1
    assert feet == list(range(feet[0], feet[-1] + 1))
    (found,) = note_words(document).values()
    assert re.findall(r"w\d+x", found) == LONG
    assert ("Amill" in found) == (held == "figure")
    assert not [one for one in document.pages if _runs_over(one)]


def test_a_table_in_a_note_goes_on_with_its_caption() -> None:
    """Wherever the page ends: a caption is never without its table, and each word is there once."""
    table = "<table><head>Dues</head><row><cell>rye</cell></row><row><cell>hay</cell></row></table>"
    filled = "<p>" + "</p><p>".join(["Words."] * 20) + "</p>"
    parts = [
        f"<div>{filled}<p>Rye<note>{'<p>so</p>' * lines}{table}</note> dear.</p></div>"
        for lines in range(3, 14)
    ]
    page = html.tostring(printed(f"<body>{''.join(parts)}</body>"), encoding="unicode")
    document, said = setter.lay_out(page, more=".section { break-before: page }")
    assert said == []
    feet = [
        words(area)
        for one in document.pages
        for area in one._page_box.children
        if type(area).__name__ == "FootnoteAreaBox" and area.children
    ]
    assert "".join(feet).count("Dues") == "".join(feet).count("hay") == 11
    assert {"Dues" in foot for foot in feet if "rye" in foot} == {True}
    assert not [foot for foot in feet if "Dues" in foot and "rye" not in foot]


@pytest.mark.parametrize(
    "held",
    [
        "<lg><l>rye</l><l>hay</l></lg>",
        "<list><item>rye</item><item>hay</item></list>",
        "<table><row><cell>rye</cell></row><row><cell>hay</cell></row></table>",
    ],
    ids=["verse", "list", "table"],
)
def test_what_a_note_opens_with_stands_beside_its_number(held: str) -> None:
    """On one line with it, each line under the first, as close as the lines of the note are."""
    body = f"<body><p>One<note>So on.</note> two<note>{held}</note></p></body>"
    document, said = setter.lay_out(html.tostring(printed(body), encoding="unicode"))
    assert said == []
    boxes = [
        box
        for page in document.pages
        for area in page._page_box.children
        if type(area).__name__ == "FootnoteAreaBox"
        for box in area.descendants(placeholders=True)
        if type(box).__name__ == "TextBox"
    ]
    at = {box.text.strip(): (round(box.position_x), box.position_y) for box in boxes}
    assert at["2"][1] == pytest.approx(at["rye"][1], abs=1)
    assert at["rye"][0] == at["hay"][0] > at["2"][0]
    assert at["hay"][1] - at["rye"][1] == pytest.approx(14, abs=0.1)
    assert at["rye"][1] - at["So on."][1] < 1.5 * 14
