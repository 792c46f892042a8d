"""Lines are counted as a reader counts them, and what is keyed to a line stands on it."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from editio.engines.paged import composition, lines, setter
from editio.engines.paged.design import Design
from editio.engines.saxon import strings
from editio.render.job import behaviours, here, labels
from lxml import etree, html

from tests.rules.outputs import FRAME, outputs
from tests.typesetting.pages import classes, inside, words
from tests.typesetting.test_facing import printed

PAGE = """<html lang="en"><title>t</title><body><section class="work"><div class="text">
<h2 data-title="Head">A heading</h2>{}</div></section></body></html>"""
PARAGRAPH = """<p class="p" id="p{0}">{1} <span id="c{0}" data-key="c{0}">lemma</span><span
class="footnote variant" data-key="c{0}"><a class="line-key" href="#c{0}"></a> lemma] other</span>
{1}</p>"""


def _composed(count: int) -> composition.Composed:
    body = "".join(
        PARAGRAPH.format(n, "some words of the text " * (7 + n % 5)) for n in range(count)
    )
    return composition.compose(PAGE.format(body), Design(line_numbers=5, fit=False))


@pytest.mark.slow
def test_textual_notes_name_the_line_they_are_called_in() -> None:
    """The number printed at the foot is that of the line with the lemma, counted on its page."""
    made = _composed(40)
    assert made.said == []
    assert len(made.document.pages) > 2
    checked = 0
    for page in made.document.pages:
        printed = {
            box.element.get("href")[1:]: words(box).strip()
            for box in inside(page)
            if type(box).__name__ == "InlineBox" and "line-key" in classes(box)
        }
        for line in lines.lines(page):
            for box in line.boxes:
                for inner in box.descendants():
                    key = inner.element.get("data-key") if inner.element is not None else None
                    if key and type(inner).__name__ == "InlineBox" and inner.element.get("id"):
                        checked += 1
                        assert printed[key] == str(line.number)
    assert checked == 40


def test_a_note_on_words_of_two_pages_has_the_page_on_which_they_begin() -> None:
    """Where they begin and end; the note stands at the foot of the second page."""
    long = "some words of a passage that was supplied " * 60
    body = PARAGRAPH.format(0, "some words of the text " * 40).replace(">lemma<", f">{long}<")
    made = composition.compose(PAGE.format(body), Design(line_numbers=5, fit=False))
    first, second = made.document.pages[:2]
    starts = next(line.number for line in lines.lines(first) if "passage" in _said(line))
    ends = [line.number for line in lines.lines(second) if "passage" in _said(line)][-1]
    assert f"1.{starts}–2.{ends} lemma] other" in " ".join(words(second._page_box).split())
    assert made.known.keys["c0"] == lines.Key(f"{starts}–2.{ends}", page="1")


def _said(line: lines.Line) -> str:
    return " ".join(words(box) for box in line.boxes)


@pytest.mark.slow
def test_every_fifth_line_has_its_number_beside_it() -> None:
    """5, 10, 15 … from the top of each page, on the baselines of their lines."""
    for page in _composed(30).document.pages:
        counted = {str(line.number): line.baseline for line in lines.lines(page)}
        beside = {
            words(box).strip(): box.children[0].position_y + box.children[0].baseline
            for box in page._page_box.descendants(placeholders=True)
            if type(box).__name__ == "BlockBox" and "line-number" in classes(box)
        }
        assert beside.keys() == {number for number in counted if int(number) % 5 == 0}
        assert all(abs(counted[number] - at) < 0.01 for number, at in beside.items())


@pytest.mark.slow
def test_lines_stand_on_one_grid() -> None:
    """Baselines of the text are whole lines apart, above and below a heading too."""
    leading = Design().leading * 4 / 3
    for page in _composed(30).document.pages:
        found = [line.baseline for line in lines.lines(page) if line.boxes[0].element_tag == "p"]
        steps = [(at - found[0]) / leading for at in found]
        assert all(abs(step - round(step)) < 0.02 for step in steps), steps


def test_an_offprint_has_no_key_left_open() -> None:
    """No textual note is without its line."""
    made = _composed(12)
    text = " ".join(words(page._page_box) for page in made.document.pages)
    assert len(re.findall(r"\d+\s+lemma\]", text)) == 12


def test_verse_is_keyed_by_its_own_number() -> None:
    """Not by the line of the page, which is another."""
    verse = PARAGRAPH.replace(
        'class="line-key" href="#c{0}">', 'class="line-key verse" href="#c{0}"><span>101</span>'
    )
    made = composition.compose(PAGE.format(verse.format(1, "words")), Design(fit=False))
    printed = [
        words(box)
        for page in made.document.pages
        for box in inside(page)
        if type(box).__name__ == "InlineBox" and box.element_tag == "a" and words(box)
    ]
    assert printed == ["101"]


def test_without_numbers_beside_the_lines_the_foot_names_none() -> None:
    """A key to what cannot be seen is of no use."""
    page = PAGE.format(PARAGRAPH.format(1, "words"))
    made = composition.compose(page, Design(fit=False))
    (foot,) = [
        words(part)
        for part in made.document.pages[0]._page_box.children
        if type(part).__name__ == "FootnoteAreaBox"
    ]
    assert foot.strip().startswith("lemma]")


def test_entries_without_another_key_have_lines_that_are_counted() -> None:
    """Where the edition says nothing of it; none are where it says so, or all have keys."""
    entry = "<app><lem>mill</lem><rdg wit='#A'>mile</rdg></app>"
    page = html.tostring(printed(f"<body><p>One {entry} is.</p></body>"), encoding="unicode")
    keyed = page.replace('<a class="line-key"', '<a class="line-key verse"')
    for made, design, keys in (
        (page, Design(fit=False), ["1"]),
        (page, Design(fit=False, line_numbers=0), []),
        (keyed, Design(fit=False), []),
    ):
        found = composition.compose(made, design).known.keys.values()
        assert [one.line for one in found] == keys


def test_lines_are_counted_by_themselves_in_texts_whose_entries_need_it() -> None:
    """Not in a letter before it in the same volume, whose corrections have no keys then."""
    letter = "".join(PARAGRAPH.format(n, "some words of it " * 9) for n in range(3))
    text = letter.replace('"c', '"d').replace('"#c', '"#d').replace('id="p', 'id="q')
    text = text.replace('data-key="d1"><a', 'data-layer="" data-key="d1"><a')
    body = f'{letter}</div></section><section class="work"><div class="text">{text}'
    made = composition.compose(PAGE.format(body), Design(fit=False))
    beside = [
        [
            words(box)
            for box in page._page_box.descendants(placeholders=True)
            if type(box).__name__ == "BlockBox" and lines.NUMBER in classes(box)
        ]
        for page in made.document.pages
    ]
    assert beside == [[], [], ["5", "10", "15"]]
    keys = made.known.keys
    assert not [one for name, one in keys.items() if name.startswith("c") and one.line]
    assert all(keys[f"d{n}"].line for n in range(3))


def test_a_page_of_the_source_without_a_number_is_not_shown() -> None:
    """Neither in the margin nor by a stroke where it begins, which would stand for nothing."""
    marks = '<span class="source-page" data-n="7"></span>One <span class="source-page"></span>two'
    made = composition.compose(PAGE.format(f'<p class="p">{marks}</p>'), Design())
    beside = [
        words(box)
        for box in made.document.pages[0]._page_box.descendants(placeholders=True)
        if type(box).__name__ == "BlockBox" and "page-number" in classes(box)
    ]
    assert beside == ["[7]"]
    assert words(made.document.pages[0]._page_box.children[0]).endswith("|One two")


def test_verse_with_numbers_of_its_own_is_not_counted_again() -> None:
    """In the margin stand the numbers of verse, and those of prose that the foot names."""
    line = '<div class="line">{}Words of a verse.</div>'
    number = '<span class="line-number" data-n="{}"></span>'
    verse = "".join(line.format(number.format(n) if n % 5 == 0 else "") for n in range(1, 12))
    named = PARAGRAPH.format(1, "")  # at the foot
    made = composition.compose(
        PAGE.format(verse + "<h2>A heading</h2>" + "<p>Prose of a line.</p>" * 8 + named),
        Design(line_numbers=5, fit=False),
    )
    (page,) = made.document.pages
    counted = [
        words(box).strip()
        for box in page._page_box.descendants(placeholders=True)
        if type(box).__name__ == "BlockBox" and {"line-number", "on-right"} <= {*classes(box)}
    ]
    assert counted == ["15", "20"]


def test_a_page_has_one_set_of_numbers() -> None:
    """Beside verse with numbers of its own nothing is counted that nothing at the foot names."""
    verse = '<div class="line"><span class="line-number" data-n="{0}"></span>Verse.</div>'
    body = "".join(verse.format(n) for n in range(1, 9)) + "<p>Prose.</p>" * 60
    made = composition.compose(PAGE.format(body), Design(line_numbers=5, fit=False))
    counted = [
        [words(box).strip() for box in page._page_box.descendants(placeholders=True)
         if type(box).__name__ == "BlockBox" and {"on-right", "on-left"} & {*classes(box)}]
        for page in made.document.pages
    ]  # fmt: skip
    assert counted[0] == []
    assert counted[1][:2] == ["5", "10"]


def test_verse_whose_numbers_are_not_shown_is_not_counted() -> None:
    """The foot names a verse of a short poem by its own number; prose beside it is counted, and so
    are verses where the edition asks for lines of the page.
    """
    entry = "<app><lem>mill</lem><rdg wit='#A'>mile</rdg></app>"
    verses = "".join(f'<l n="{n}">Verse of the {entry}.</l>' for n in range(1, 5))
    body = f"<body><head>Head</head><lg>{verses}</lg>{'<p>Prose.</p>' * 8}</body>"
    page = html.tostring(printed(body), encoding="unicode")
    assert page.count("data-verse=") == 4
    for made, counted in ((page, ["10"]), (page.replace("data-verse", "data-o"), ["5", "10"])):
        pages = composition.compose(made, Design(line_numbers=5, fit=False)).document.pages
        beside = [
            words(box).strip()
            for one in pages
            for box in one._page_box.descendants(placeholders=True)
            if type(box).__name__ == "BlockBox" and lines.NUMBER in classes(box)
        ]
        assert beside == counted


def test_several_lines_are_named_as_the_edition_asks() -> None:
    """12–14, or 12 sqq.: those that are counted, and those of verse."""
    given = {"12–13": "12 sq.", "12–14": "12 sqq.", "12": "12", "2.3–2.5": "2.3–2.5"}
    assert {line: lines.followed(line, "sq") for line in given} == given
    assert [lines.followed(line, "") for line in given] == [*given]
    sheet = lines.key_sheet({"c": lines.Key("7–8")}, "sq")
    assert 'content: "7 sq."' in sheet
    assert 'content: ".7–8"' in sheet
    verse = """<body><lg><l n="119"><anchor xml:id="a"/>Rye</l><l n="120">and oats<anchor
    xml:id="b"/>.</l></lg></body><back><listApp><app from="#a" to="#b"><lem>Rye … oats</lem><rdg
    wit="#B">Wheat</rdg></app></listApp></back>"""
    tree = behaviours("t.xml", FRAME.format(text=verse)).tree
    for asked, key in (("sq", "119 sq."), ("", "119–120")):
        known = {"labels": labels(), "edition": "", "range": asked}
        page = html.fromstring(strings(here().run("print", tree, "print", known).value)["page"])
        assert page.xpath("//a[@class='line-key verse']/span/text()") == [key]


def test_the_foot_has_the_words_of_the_source_in_their_order() -> None:
    """Also where they are in several pieces, and touch letters that were not changed."""
    case = (
        '<p>Two har<choice><sic>b.<lb break="no"/>o<hi rend="italic">u</hi>r</sic>'
        "<corr>bour</corr></choice>s.</p>"
    )
    page = html.fromstring(outputs(case)["print.html"])
    (entry,) = page.iterfind(".//span[@class='footnote variant']")
    assert str(entry.xpath("string()")).strip().endswith("harbours] harb.ours")


def test_columns_of_the_source_have_no_number_among_the_words() -> None:
    """The numbers of its pages stand in the margin; other breaks show theirs, raised."""
    case = '<p>Old <cb n="2"/>new <milestone unit="verse" n="7"/>last.</p>'
    page = html.fromstring(outputs(case)["print.html"])
    assert [one.get("data-n") for one in page.iterfind(".//span[@class='break']")] == ["7"]
    assert "Old new last." in str(page.xpath("normalize-space()"))


def test_a_line_is_named_once_and_equal_words_of_it_are_numbered() -> None:
    """At the foot: 1 rain¹] other ‖ rain²] other; what a paragraph has numbered is left alone."""
    note = (
        '<span id="{0}" data-key="{0}">rain</span><span class="footnote variant" data-key="{0}">'
        '<a class="line-key" href="#{0}"></a> <span class="lemma">rain{1}</span>] other</span>'
    )
    body = f'<p class="p">The {note.format("a", "")} and {note.format("b", "")}.</p>'
    body += f'<p class="p">Rain or {note.format("c", "⁷")}.</p><p>The {note.format("d", "")}.</p>'
    made = composition.compose(PAGE.format(body), Design(line_numbers=5, fit=False))
    (area,) = [
        box for box in made.document.pages[0]._page_box.children
        if type(box).__name__ == "FootnoteAreaBox"
    ]  # fmt: skip
    said = re.findall(r"(\S+) (rain\S*)]", re.sub(r"\s+", " ", words(area)))
    assert said == [("2", "rain¹"), ("‖", "rain²"), ("3", "rain⁷"), ("4", "rain")]


def test_no_line_of_the_foot_begins_with_a_bar_or_a_siglum() -> None:
    """A bar ends a line, as words of a witness do with its siglum; in lines of its own it leads."""
    note = (
        '<span id="{0}" data-key="{0}">rain</span><span class="footnote variant" data-key="{0}">'
        '<a class="line-key" href="#{0}"></a><span class="after-key">\xa0</span>'
        '<span class="lemma">r{1}n</span>] other\xa0<span class="siglum">B</span></span>'
    )
    many = " ".join(note.format(f"k{at}", "ai" * (at % 5 + 1)) for at in range(60))
    begins: dict[str, set[str]] = {}
    for form in ("paragraph", "lines"):
        asked = Design(line_numbers=5, fit=False, apparatus_form=form)
        made = composition.compose(PAGE.format(f'<p class="p">The {many}.</p>'), asked)
        found = [words(one) for one in _foot_lines(made.document)]
        assert sum(one.count("‖") for one in found) > 40
        begins[form] = {one[0] for one in found}
    assert not begins["paragraph"] & {"‖", "B", "\xa0", " "}
    assert "‖" in begins["lines"]


def _foot_lines(document: Any) -> Iterator[Any]:
    for page in document.pages:
        for area in page._page_box.children:
            if type(area).__name__ == "FootnoteAreaBox":
                yield from (one for one in area.descendants() if type(one).__name__ == "LineBox")


def test_entries_of_one_verse_have_its_number_once_on_a_page() -> None:
    """In the order of the foot, layer by layer."""
    note = (
        '<span class="footnote variant" data-key="{0}" data-band="{1}"><a class="line-key verse" '
        'href="#{0}"><span>{2}</span></a> <span class="lemma">rye</span>] oats</span>'
    )
    given = [("a", "0", "12"), ("b", "0", "12"), ("c", "0", "13"), ("d", "1", "13")]
    body = "".join(f'<div class="line">Rye{note.format(*one)} grows.</div>' for one in given)
    made = composition.compose(PAGE.format(body), Design(fit=False))
    said = " ".join(words(page._page_box) for page in made.document.pages)
    assert re.findall(r"(\d+|‖)\s+rye]", said) == ["12", "‖", "13", "13"]


def test_entries_within_another_are_keyed_for_themselves() -> None:
    """The bar of one that follows is not that of those in its words."""
    inner = "<app><lem>{0}</lem><rdg wit='#B'>{0}e</rdg></app>"
    outer = f"<app><lem>so {inner.format('hay')} is</lem><rdg wit='#C'/></app>"
    later = f"<app><lem>sun {inner.format('rye')} it</lem><rdg wit='#C'/></app>"
    body = f"<lg><l n='5'>{outer} and {later}</l></lg>"
    page = html.tostring(printed(f"<body>{body}</body>"), encoding="unicode")
    made = composition.compose(page, Design(fit=False))
    foot = " ".join(
        words(part)
        for one in made.document.pages
        for part in one._page_box.children
        if type(part).__name__ == "FootnoteAreaBox"
    )
    assert re.findall(r"(\d+|‖)\s+([\w ]+)]", foot) == [
        ("5", "so hay is"), ("‖", "hay"), ("‖", "sun rye it"), ("‖", "rye"),
    ]  # fmt: skip


def test_a_number_of_another_verse_is_said_again_and_the_heading_of_a_poem_once() -> None:
    """Lines of two texts, or of two poems that nothing names, may have one number."""
    note = (
        '<span class="footnote variant" data-key="{0}" data-layer="v"><a class="line-key verse" '
        'data-line="{1}" href="#{0}">{2}<span>{3}</span></a> <span class="lemma">rye</span>] oats'
        "</span>"
    )
    dawn, dusk = '<b class="poem">Dawn, </b>', '<b class="poem">Dusk, </b>'
    given = [
        ("a", "x.l1", "", "11"),
        ("b", "y.l1", "", "11"),
        ("c", "y.l1", "", "11"),
        ("d", "z.l1", dawn, "1"),
        ("e", "z.l1", dawn, "1"),
        ("f", "z.l2", dawn, "2"),
        ("g", "z.l4", dusk, "2"),
    ]
    body = "".join(f'<div class="line">Rye{note.format(*one)} grows.</div>' for one in given)
    made = composition.compose(PAGE.format(body), Design(fit=False))
    said = " ".join(words(page._page_box) for page in made.document.pages)
    found = re.findall(r"((?:D\w+,\s*)?\d+|‖)\s+rye]", said)
    keys = ["11", "11", "‖", "Dawn, 1", "‖", "2", "Dusk, 2"]
    assert [one.replace(", ", ",") for one in found] == [one.replace(", ", ",") for one in keys]


def test_a_long_name_of_a_page_of_the_source_stays_in_the_margin() -> None:
    """On either side: it is broken, and neither stands upon the text nor is cut off."""
    mark = '<span class="source-page" data-n="library_ms_70_08-0010"></span>'
    text = f'<p class="p">{mark}{"Words of a letter. " * 200}{mark}More.</p>'
    made = composition.compose(PAGE.format(text), Design(fit=False))
    seen = set()
    for page in made.document.pages[:3]:
        body = page._page_box.children[0]
        left, right = body.position_x, body.position_x + body.width
        for box in page._page_box.descendants(placeholders=True):
            if type(box).__name__ == "BlockBox" and "page-number" in classes(box):
                lines = [one for one in box.descendants() if type(one).__name__ == "TextBox"]
                seen.add(page._page_box.page_type.side)
                for one in lines:
                    ends = one.position_x, one.position_x + one.width
                    assert ends[0] >= 0 and ends[1] <= page._page_box.margin_width()
                    assert ends[1] <= left or ends[0] >= right
    assert seen == {"left", "right"}


def test_long_names_of_pages_of_the_source_do_not_stand_upon_each_other() -> None:
    """Where pages begin in lines that follow each other, the second name is below the first."""
    mark = '<span class="source-page" data-n="library_ms_70_08-{}"></span>'
    text = "".join(f'<p class="p">{mark.format(n)}A line.</p>' for n in ("0010", "0011", "0012"))
    made = composition.compose(PAGE.format(text), Design(fit=False))
    found = [
        (box.position_y, box.position_y + box.height)
        for box in made.document.pages[0]._page_box.descendants(placeholders=True)
        if type(box).__name__ == "BlockBox" and "page-number" in classes(box)
    ]
    assert len(found) == 3
    assert found[0][1] <= found[1][0] and found[1][1] <= found[2][0]


def test_a_note_on_whole_lines_stands_on_their_page() -> None:
    """Also on the last of a page, and where readings have lines behind it; no page has more."""
    entry = "<app><lem><l n='{0}'>line w{0}</l></lem><rdg wit='#B'/></app>"
    entry += "<app><lem/><rdg wit='#C'><l>x{0}</l></rdg></app>"
    body = "".join(map(entry.format, range(101, 161)))
    page = html.tostring(printed(f"<body><lg>{body}</lg></body>"), encoding="unicode")
    made = composition.compose(page, Design(fit=False))
    found = {}
    for number, one in enumerate(made.document.pages):
        text, *foot = one._page_box.children
        said = " ".join(words(part) for part in foot if type(part).__name__ == "FootnoteAreaBox")
        for verse in re.findall(r"line w(\d+)", words(text)):
            found[verse] = number
            assert f"line w{verse}] om." in said
            assert f"x{verse}" in said
    assert sorted(found) == [str(n) for n in range(101, 161)]
    assert len(set(found.values())) > 2


def test_a_printed_line_is_told_with_its_page_where_verses_have_numbers() -> None:
    """Both would look alike in one foot; in that of a page of prose the line is enough."""
    app = "<app><lem>{0}</lem><rdg wit='#B'>{0}e</rdg></app>"
    verse = f"<lg><l n='5'>so {app.format('hay')} is</l></lg>"
    prose = f"<p>and {app.format('clay')} too</p>"
    for body, said in (
        (prose + verse, [("p. 3.1", "clay"), ("5", "hay")]),
        (prose + verse.replace(app.format("hay"), "hay"), [("p. 3.1", "clay")]),
        (prose + prose, [("1", "clay"), ("2", "clay")]),
    ):
        page = html.tostring(printed(f"<body>{body}</body>"), encoding="unicode")
        made = composition.compose(page, Design(fit=False))
        assert made.said == []
        feet = [
            words(part)
            for one in made.document.pages
            for part in one._page_box.children
            if type(part).__name__ == "FootnoteAreaBox"
        ]
        found = re.findall(r"((?:p\.\s)?[\d.]+)\s+(\w+)]", " ".join(feet))
        assert [(key.replace("\xa0", " "), word) for key, word in found] == said


def test_what_the_editors_say_of_a_reading_is_in_italics() -> None:
    """The words that a witness has, and sigla, are upright."""
    body = '<l n="1">the <app><lem>ash</lem><rdg wit="#B"/><rdg wit="#C">elm</rdg></app></l>'
    page = etree.tostring(printed(f"<body>{body}</body>"), encoding="unicode")
    document, _ = setter.lay_out(page)
    styles = {
        word: box.style["font_style"]
        for page in document.pages
        for area in page._page_box.children
        if type(area).__name__ == "FootnoteAreaBox"
        for box in area.descendants()
        if type(box).__name__ == "TextBox"
        for word in box.text.split()
    }
    assert {word: styles[word] for word in ("om.", "B", "elm", "C")} == {
        "om.": "italic", "B": "normal", "elm": "normal", "C": "normal",
    }  # fmt: skip
