"""Forms of the layers of an apparatus and of series of notes; notes that are not at the foot."""

import random
from functools import cache
from typing import Any

import pytest
from editio.engines.paged import composition
from editio.engines.paged.design import Design, design
from editio.engines.saxon import strings
from editio.render.job import behaviours, here, labels
from lxml import html

from tests.rules.outputs import FRAME
from tests.typesetting.pages import classes, note_words, squeezed, words

PAGE = (
    '<html lang="en"><title>t</title><body><section class="work"><div class="text">{}</div>'
    "</section></body></html>"
)
NOTE = (
    '<a class="note-call" id="c{0}" href="#n{0}">{0}</a><span class="footnote {1}" data-id="n{0}">'
    '<span id="n{0}"><a class="note-number" href="#c{0}">{0}</a></span> {2}</span>'
)
ENTRY = (
    '<span class="footnote variant" data-band="{0}" data-layer="{1}"><a class="line-key"></a>'
    "lemma] {2}other C</span>"
)
LAYERS = ("textual", "sources", "parallels")
ASKED = design(
    {
        "fit": False,
        "notes-form": {"editorial": "columns", "note": "paragraph"},
        "apparatus-form": {"textual": "lines", "sources": "columns"},
    }
)


@cache
def _book() -> tuple[Any, dict[str, str]]:
    """Thirty paragraphs, each with a note and an entry of each layer; one note is very long."""
    chance, said, body = random.Random(2), {}, ""
    for at in range(30):
        many = 400 if at == 11 else chance.randint(3, 30)
        said[f"n{at}"] = " ".join(f"{at}w{word}" for word in range(many))
        note = NOTE.format(at, ("note", "editorial")[at % 2], said[f"n{at}"])
        entries = (ENTRY.format(rank, name, f"{name}{at} ") for rank, name in enumerate(LAYERS))
        body += f'<p class="p">{"And so it went on. " * 9}{note}{"".join(entries)} Then more.</p>'
    made = composition.compose(PAGE.format(body), ASKED)
    assert made.said == []
    return made.document, said


def _feet() -> list[Any]:
    return [
        area
        for page in _book()[0].pages
        for area in page._page_box.children
        if type(area).__name__ == "FootnoteAreaBox"
    ]


def _lines(area: Any, name: str) -> list[tuple[float, float, str]]:
    """Where the lines of a layer or series begin, and what they say."""
    found = []

    def walk(box: Any, inside: bool) -> None:
        mine = {box.element.get("data-layer"), *classes(box)} if box.element is not None else set()
        inside = inside or name in mine
        if type(box).__name__ == "TextBox" and inside and box.text.strip():
            found.append((round(box.position_x), round(box.position_y), box.text))
        for child in getattr(box, "children", ()):
            walk(child, inside)

    walk(area, False)
    return found


@pytest.mark.slow
def test_no_note_is_lost_in_any_form() -> None:
    """Each word once, though notes in columns and those that run on are divided."""
    document, said = _book()
    found = note_words(document)
    assert {name: squeezed(one) for name, one in said.items()} == {
        name: found[name].removeprefix(name[1:]) for name in said
    }


@pytest.mark.slow
def test_entries_in_lines_begin_under_each_other() -> None:
    """Each on a line of its own."""
    begins = [one for area in _feet() for one in _lines(area, "textual") if "lemma" in one[2]]
    assert len(begins) == 30
    assert len({x for x, _, _ in begins}) <= 2  # of left and right pages


@pytest.mark.slow
def test_entries_in_columns_begin_in_two() -> None:
    """Where a foot has two; the first is the left one."""
    for area in _feet():
        found = [one for one in _lines(area, "sources") if "lemma" in one[2]]
        middle = area.position_x + area.width / 2
        assert sum(x < middle for x, _, _ in found) == (len(found) + 1) // 2


@pytest.mark.slow
def test_entries_that_run_on_share_their_lines() -> None:
    """What no form is asked for."""
    for area in _feet():
        found = [one for one in _lines(area, "parallels") if "lemma" in one[2]]
        assert len(found) < 2 or len({y for _, y, _ in found}) < len(found)


def test_notes_that_run_on_share_their_lines() -> None:
    """A note begins on the line on which the one before it ends."""
    shared = 0
    for area in _feet():
        numbers = [one for one in _lines(area, "note") if one[2].strip().isdigit()]
        shared += sum(1 for x, _, _ in numbers if x > area.position_x + 20)
    assert shared > 3


@pytest.mark.parametrize("form", ["lines", "columns"])
def test_one_form_for_all_entries(form: str) -> None:
    """As the style sheet that comes later does not undo it."""
    body = "".join(f"<p>Rye{ENTRY.format(0, 'textual', '')} oats.</p>" for _ in range(2))
    made = composition.compose(PAGE.format(body), Design(fit=False, apparatus_form=form))
    (area,) = (one for one in made.document.pages[0]._page_box.children
               if type(one).__name__ == "FootnoteAreaBox")  # fmt: skip
    places = [(x, y) for x, y, text in _lines(area, "textual") if "lemma" in text]
    assert len({x for x, _ in places}) == (1 if form == "lines" else 2)
    assert len({y for _, y in places}) == (2 if form == "lines" else 1)
    columns = [one for one in area.descendants() if type(one).__name__ == "TableCellBox"]
    assert len({round(one.width, 2) for one in columns}) == (0 if form == "lines" else 1)


TEXT = """<body><div><head>One</head><p>Salt<note>Or brine.<note resp="#ed">So B.</note></note>,
rye<note place="end">Oats.</note>.</p></div><div><head>Two</head><p>Mill<note>Of wind.</note>
<note place="margin">1723</note>.</p></div></body>"""


@pytest.mark.parametrize(
    ("asked", "feet", "ends"),
    [
        ("", ["Or brine.a", "So B.", "Of wind.", "1723"], [("", "A Oats.")]),
        ("foot", ["Or brine.a", "So B.", "Oats.", "Of wind.", "1723"], []),
        ("end", ["1723"], [("", "1 Or brine.a 2 Oats. 3 Of wind."), ("", "a So B.")]),
        (
            "part",
            ["1723"],
            [("One", "1 Or brine.a 2 Oats."), ("One", "a So B."), ("Two", "3 Of wind.")],
        ),
    ],
)
def test_where_notes_stand(asked: str, feet: list[str], ends: list[tuple[str, str]]) -> None:
    """As @place says, or where the setting has them; a call leads to each. Those at the end have
    signs of their own where others are at the foot, which has no holes in its numbers.
    """
    known = {"labels": labels(), "edition": "", "notes-at": asked}
    said = f'<TEI xmlns:ed="urn:editio:ns" ed:notes-at="{asked}"' if asked else "<TEI"
    tree = behaviours("t.xml", FRAME.format(text=TEXT).replace("<TEI", said)).tree
    page: Any = html.fromstring(strings(here().run("print", tree, "print", known).value)["page"])
    notes = page.xpath("//span[contains(@class, 'footnote')]")
    assert [_own(one) for one in notes] == feet
    found = [
        ("".join(one.xpath("preceding-sibling::section[1]/h2[1]/@data-title")),
         " ".join(" ".join("".join(note.itertext()).split()) for note in one.xpath("div")))
        for one in page.xpath("//section[@class='endnotes']")
    ]  # fmt: skip
    assert [text for _, text in found] == [text for _, text in ends]
    calls = page.xpath("//a[contains(@class, 'note-call')]/@href")
    assert sorted(calls) == sorted("#" + one for one in page.xpath("//span[a/@class]/@id"))


def _own(note: Any) -> str:
    """The words of a note, without its number and the notes within it."""
    copy: Any = html.fromstring(html.tostring(note, encoding="unicode", with_tail=False))
    for inner in copy.xpath(".//span[contains(@class, 'footnote')] | ./span[a/@class]"):
        inner.drop_tree()
    return " ".join("".join(copy.itertext()).split())


def test_notes_behind_a_part_are_no_lines_of_the_text() -> None:
    """Lines are counted as without them."""
    body = (
        '<p>Salt <b data-key="k">rye</b>.</p><section class="endnotes"><h3 data-title="Notes">'
        'Notes</h3><div class="endnote">One.</div></section><p><b data-key="m">Oats</b>.</p>'
    )
    made = composition.compose(PAGE.format(body), Design(fit=False, line_numbers=5))
    assert {name: key.line for name, key in made.known.keys.items()} == {"k": "1", "m": "2"}
    assert "Notes" in words(made.document.pages[0]._page_box)
