"""Tables and speeches on paper: heads on each page, rows whole, nothing over the edge, and no
speaker alone at the foot of a page.
"""

from io import BytesIO
from typing import Any

import pikepdf
import pytest
from editio.engines.paged import composition, setter
from editio.engines.paged.design import Design
from editio.engines.saxon import strings
from editio.render.job import here, labels
from lxml.html import tostring

from tests.rules.outputs import ruled
from tests.typesetting.pages import classes, inside, words
from tests.typesetting.test_facing import printed

PAGE = '<html lang="en"><title>t</title><body>{}</body></html>'
LONG = (
    "<table><thead><tr><th>Farm</th><th>Sum</th></tr></thead><tbody>"
    + "".join(
        f'<tr><td>Farm {n} by the river, which is long enough for lines</td><td class="number">'
        f"{n * 37}</td></tr>"
        for n in range(70)
    )
    + "</tbody></table>"
)


def _laid_out(html: str) -> list[Any]:
    document, said = setter.lay_out(PAGE.format(html))
    assert said == []
    return list(document.pages)


def test_the_siglum_of_a_group_is_level_with_its_name() -> None:
    """Though the group stands apart from what is above it."""
    rows = (
        "<tr><th>A</th><td>Lund</td></tr><tr class='group'><th>φ</th><td>younger copies</td></tr>"
    )
    (page,) = _laid_out(f"<section class='conspectus'><table>{rows}</table></section>")
    at = {words(box): box.position_y + box.baseline for box in inside(page)
          if type(box).__name__ == "LineBox"}  # fmt: skip
    assert at["φ"] == pytest.approx(at["younger copies"])
    assert at["φ"] > at["Lund"] + 15


def test_the_head_of_a_table_stands_on_each_of_its_pages() -> None:
    """And every row is whole, once."""
    pages = _laid_out(LONG)
    assert len(pages) > 1
    assert all("FarmSum" in words(page._page_box.children[0]) for page in pages)
    everything = "".join(words(page._page_box.children[0]) for page in pages)
    assert [everything.count(f"Farm {n} by") for n in range(70)] == [1] * 70


def test_a_block_in_a_paragraph_has_not_its_indent() -> None:
    """The paragraph is indented, what stands on a line of its own in it is not."""
    html = '<div class="p">One</div><div class="p">Two<div class="block">three</div></div>'
    page = _laid_out(html)[0]
    boxes = [
        box for box in inside(page) if type(box).__name__ == "BlockBox" and box.element is not None
    ]
    found = {
        box.element.get("class"): box.style["text_indent"].value
        for box in boxes
        if box.element_tag == "div"
    }
    assert found["block"] == 0 < found["p"]


def test_a_poem_that_has_a_number_alone_stands_apart_from_the_one_before_it() -> None:
    """Numbered passages of prose follow each other as paragraphs do."""
    poems = "".join(f"<div n='{n}'><l>O mill,</l><l>O wheel.</l></div>" for n in (1, 2))
    prose = "".join(f"<div n='{n}'><p>Rye is dear.</p></div>" for n in (1, 2))
    tops = []
    for body in (poems, prose):
        page = printed(f"<body>{body}</body>")
        papers = setter.lay_out(tostring(page, encoding="unicode"))[0].pages
        boxes = [box for paper in papers for box in inside(paper) if box.element_tag == "section"]
        parts = [box for box in boxes if box.element.get("data-n") == "2"]
        tops.append({round(box.margin_top) for box in parts})
    assert tops[0] != tops[1] == {0}


def test_items_in_a_record_do_not_hang_as_it_does() -> None:
    """Their words would stand upon their signs."""
    html = (
        '<section class="record"><dl class="record"><div><dt>Decoration</dt><dd>Images:<ul>'
        "<li>A ship</li></ul></dd></div></dl></section>"
    )
    items = [box for box in inside(_laid_out(html)[0]) if box.element_tag == "li"]
    assert {box.style["text_indent"].value for box in items} == {0}


def test_columns_are_as_wide_as_what_is_in_them() -> None:
    """Words have more room than figures, and figures end on one line."""
    cells = [box for box in inside(_laid_out(LONG)[0]) if box.element_tag == "td"]
    cells = [box for box in cells if type(box).__name__ == "TableCellBox"]
    names, sums = cells[0::2], cells[1::2]
    assert names[0].width > 3 * sums[0].width
    ends = {
        round(text.position_x + text.width, 1)
        for cell in sums
        for text in cell.descendants()
        if type(text).__name__ == "TextBox"
    }
    assert len(ends) == 1


@pytest.mark.parametrize(("columns", "dress"), [(3, ""), (8, "wide"), (12, "widest")])
def test_no_table_is_wider_than_the_page(columns: int, dress: str) -> None:
    """Many columns are set smaller, and long words divided."""
    row = "<tr>" + "<td>Donaudampfschiff</td>" * columns + "</tr>"
    (page,) = _laid_out(f'<table lang="de" class="{dress}">{row}{row}</table>')
    edge = page._page_box.content_box_x() + page._page_box.width
    texts = [box for box in inside(page) if type(box).__name__ == "TextBox"]
    assert max(box.position_x + box.width for box in texts) <= edge + 0.5


@pytest.mark.parametrize("fit", [True, False])
def test_nothing_that_has_no_break_leaves_the_page(fit: bool) -> None:
    """Words of a paragraph, heading, note, verse, list, cell, entry, line of a program."""
    word = "W" * 150
    parts = "head", "p", "quote/p", "lg/l", "list/item", "p/note", "p/code", "table/row/cell"
    body = "".join(
        "".join(f"<{name}>" for name in part.split("/"))
        + f"so {word} on"
        + "".join(f"</{name}>" for name in reversed(part.split("/")))
        for part in parts
    )
    entry = f"<p><app><lem>so</lem><rdg>{word}</rdg></app></p>"
    page = tostring(printed(f"<body><div>{body}{entry}</div></body>"), encoding="unicode")
    made = composition.compose(page, Design(fit=fit))
    ink = [
        (box.position_x >= 0 and box.position_x + box.width <= page.width, box.text)
        for page in made.document.pages
        for box in page._page_box.descendants(placeholders=True)
        if type(box).__name__ == "TextBox"
    ]
    assert [text for inside_page, text in ink if not inside_page] == []
    # The heading stands in the contents, too.
    assert sum(text.count("W") for _, text in ink) in {9 * 150, 10 * 150}


@pytest.mark.parametrize("lines", range(20, 34))
def test_a_speaker_is_never_the_last_line_of_a_page(lines: int) -> None:
    """Wherever the page ends."""
    speech = (
        '<div class="sp"><div class="block speaker">Ada.</div><div class="line">Yes.</div></div>'
    )
    html = '<div class="line">Words.</div>' * lines + speech * 12
    for page in _laid_out(html):
        boxes = [box for box in inside(page) if type(box).__name__ == "BlockBox"]
        said = [box for box in boxes if {"speaker", "line"} & {*classes(box)}]
        assert "speaker" not in classes(said[-1])


COLUMN = "<body><table><row role='label'><cell>Farm</cell><cell>Sum</cell></row>{}</table></body>"


@pytest.mark.parametrize(
    ("language", "figures", "pads"),
    [
        ("en", ["3", "1.25", "10.5", "1,200"], [".25", "", "5", ".25"]),
        ("de", ["3", "1,25", "1.200"], [",25", "", ",25"]),
        ("en", ["1,000", "20,000"], ["", ""]),
        ("en", ["12.5 %", "3"], ["", ".5 %"]),
        ("en", ["2.125", "2.5"], ["", "25"]),
        ("de", ["2,125", "2,5"], ["", "25"]),
        ("en", ["ten", "2.5"], ["", ""]),
        ("en", ["£ 3", "£ 12.5", "2½", "1/2"], [".5", "", ".5", ".5"]),
    ],
)
def test_figures_stand_under_each_other_at_the_point(
    language: str, figures: list[str], pads: list[str]
) -> None:
    """What the longest has behind its point is set unseen behind the others."""
    rows = "".join(f"<row><cell>Mill</cell><cell>{one}</cell></row>" for one in figures)
    page = printed(COLUMN.format(rows).replace("<body>", f'<body xml:lang="{language}">'))
    cells = page.xpath("//td[2]")
    assert [cell.text for cell in cells] == figures
    assert [cell.get("data-pad", "") for cell in cells] == pads


def test_what_is_set_unseen_is_as_wide_as_what_is_seen() -> None:
    """And is no word of the book."""
    row = '<tr><td class="number"{}>{}</td></tr>'
    rows = row.format("", "7.25") + row.format(' data-pad=".25"', "7")
    html = f"<table>{rows}</table>"
    document, _ = setter.lay_out(PAGE.format(html))
    texts = [box for box in inside(document.pages[0]) if type(box).__name__ == "TextBox"]
    seen = [box for box in texts if "::" not in str(box.element_tag)]
    (unseen,) = (box for box in texts if "::after" in str(box.element_tag) and box.text)
    ends = [box.position_x + box.width for box in seen if box.text in {"7.25", "7"}]
    assert ends[0] == pytest.approx(ends[1] + unseen.width, abs=0.3)
    assert unseen.style["visibility"] == "hidden"


@pytest.mark.parametrize("lines", range(26, 32))
def test_a_scene_begins_with_more_than_its_stage(lines: int) -> None:
    """Heading and stage directions never stand alone at the foot of a page."""
    scene = (
        '<h3 data-title="S">Scene</h3><div class="block stage">A mill.</div>'
        '<div class="block stage">Night.</div>'
        '<div class="sp"><div class="block speaker">Ada.</div><div class="line">Yes.</div></div>'
    )
    first, *_ = _laid_out('<div class="line">Words.</div>' * lines + scene)
    boxes = [box for box in inside(first) if type(box).__name__ == "BlockBox"]
    last = [box for box in boxes if {"stage", "speaker", "line"} & {*classes(box)}][-1]
    assert "line" in classes(last)


def test_verse_follows_its_speaker_without_a_space() -> None:
    """A stanza that opens a speech stands under its speaker."""
    html = (
        '<div class="sp"><div class="block speaker">Ada.</div><div class="lg"><div class="line">'
        "Mill</div></div></div>"
    )
    (page,) = _laid_out(html)
    speaker, line = (
        next(box for box in inside(page) if name in classes(box)) for name in ("speaker", "line")
    )
    assert line.position_y == pytest.approx(speaker.position_y + speaker.height, abs=0.1)


def _table(columns: int) -> str:
    head = "".join(f"<cell>Heading{number}</cell>" for number in range(columns))
    row = "".join(f"<cell>consignment {number}</cell>" for number in range(columns))
    return (
        f"<body><p>Before.</p><table><head>What was sent</head><row role='label'>{head}</row>"
        f"{f'<row>{row}</row>' * 40}</table><p>Behind.</p></body>"
    )


def _set(columns: int) -> composition.Composed:
    known = {"labels": labels(), "edition": ""}
    pages = strings(here().run("print", ruled(_table(columns)).tree, "print", known).value)
    return composition.compose(pages["page"], Design())


@pytest.mark.slow
def test_a_table_that_is_too_wide_is_turned() -> None:
    """On pages of its own that lie on their side, with its caption, and its head on each; for the
    press these stand as all the others do.
    """
    made = _set(14)
    assert made.said == []
    turned = [one for one in made.document.pages if one.width > one.height]
    assert len(turned) > 1
    assert {one._page_box.page_type.name for one in turned} == {"turned"}
    assert "What was sent" in words(turned[0]._page_box)
    assert all("Heading13" in words(one._page_box) for one in turned)
    assert not [one for one in turned if "Before" in words(one._page_box)]
    said = "".join(words(one._page_box) for one in made.document.pages)
    assert said.count("consign") == 40 * 14
    pdf = pikepdf.open(BytesIO(composition.for_press(made, Design())))
    assert sum(page.get("/Rotate") == 270 for page in pdf.pages) == len(turned)


def test_a_table_that_fits_when_it_is_small_is_not_turned() -> None:
    """It stands between its neighbours."""
    assert not [one for one in _set(6).document.pages if one.width > one.height]


def test_the_reference_of_a_quotation_stands_with_it() -> None:
    """Below its last line, indented as it is, and apart from the paragraph that follows."""
    (page,) = _laid_out(
        '<div class="cit"><blockquote><p class="p">Quoted.</p></blockquote> '
        '<span class="bibl">[Weaver]</span></div><p class="p">Behind.</p>'
    )
    at = {
        box.text: (round(box.position_x), round(box.position_y))
        for box in inside(page)
        if type(box).__name__ == "TextBox" and box.text.strip()
    }
    assert at["[Weaver]"][0] == at["Quoted."][0]
    below, apart = (
        at["[Weaver]"][1] - at["Quoted."][1], at["Behind."][1] - at["[Weaver]"][1]
    )  # fmt: skip
    assert abs(apart - 2 * below) <= 2


@pytest.mark.parametrize("lines", range(24, 29))
def test_no_stanza_leaves_a_line_alone_on_a_page(lines: int) -> None:
    """Neither its first at the foot nor its last at the head."""
    stanza = "".join(f'<div class="line">{one}</div>' for one in ("first", "two", "three", "last"))
    html = '<p class="p">Words.</p>' * lines + f'<div class="lg">{stanza}</div>' * 9
    for page in _laid_out(html):
        said = [box.text for box in inside(page) if type(box).__name__ == "TextBox"]
        assert said[0] != "last"
        assert said[-1] != "first"


def test_items_have_the_numbers_of_the_source_and_a_list_stands_under_its_head() -> None:
    """Those that have none go on; the head is apart from what is before it, not from the list."""
    page = printed(
        "<body><p>Due:</p><list rend='numbered'><head>Dues</head><item n='7'>oats</item>"
        "<item>rye</item><item n='3'>corn</item></list></body>"
    )
    papers = setter.lay_out(tostring(page, encoding="unicode"))[0].pages
    paper = next(one for one in papers if "oats" in words(one._page_box))
    boxes = [box for box in paper._page_box.descendants(placeholders=True)
             if type(box).__name__ == "TextBox"]  # fmt: skip
    said = [box.text.strip() for box in boxes]
    assert said[said.index("Dues") + 1 :][:6] == ["7.", "oats", "8.", "rye", "3.", "corn"]
    above, head, first = (boxes[said.index(one)].position_y for one in ("Due:", "Dues", "oats"))
    assert head - above > 1.5 * (first - head)


def test_columns_are_known_behind_cells_that_span_several() -> None:
    """Of heads and figures, also where a cell of one column stands beside one of two."""
    rows = (
        "<row role='label'><cell>Farm</cell><cell cols='2'>Rye, oats</cell><cell>Sum</cell></row>"
        "<row><cell>Upper</cell><cell>3</cell><cell>4</cell><cell>7</cell></row>"
        "<row><cell>Lower</cell><cell cols='2'>none</cell><cell>0</cell></row>"
    )
    page = printed(f"<body><table>{rows}</table></body>")
    cells = page.xpath("//table//th | //table//td")
    figures = [one.text_content().strip() for one in cells if "number" in (one.get("class") or "")]
    assert figures == ["Sum", "3", "4", "7", "0"]


@pytest.mark.parametrize(
    "head",
    [
        "<row role='label'><cell rows='2'>Farm</cell><cell cols='2'>Rye</cell></row>"
        "<row role='label'><cell>1790</cell><cell>1791</cell></row>",
        "<row><cell role='label'>Farm</cell><cell role='label'>Old</cell>"
        "<cell role='label'>New</cell></row>",
        "<row><cell>Farm</cell><cell>Old</cell><cell>New</cell></row>",
    ],
    ids=["two rows", "by cells", "unsaid"],
)
def test_heads_of_figures_stand_above_these(head: str) -> None:
    """In the second row of heads, where each cell says that it is a head, and where none does."""
    rows = (
        "<row><cell role='label'>Mill</cell><cell>3,5</cell><cell>12</cell></row>"
        "<row><cell role='label'>Ford</cell><cell>10</cell><cell>—</cell></row>"
    )
    page = printed(f"<body xml:lang='de'><table>{head}{rows}</table></body>")
    cells = page.xpath("//table//th | //table//td")
    found = {one.text for one in cells if "number" in one.get("class", "").split()}
    assert found - {"3,5", "12", "10", "—"} in ({"1790", "1791"}, {"Old", "New"})
    assert page.xpath("string(//td[.='10']/@data-pad)") == ",5"


def test_how_a_speech_is_said_is_in_no_small_capitals() -> None:
    """As the name is beside which it stands."""
    page = printed(
        "<body><sp><speaker>Anne</speaker><stage type='delivery'>aside</stage><l>So.</l></sp>"
        "</body>"
    )
    papers = setter.lay_out(tostring(page, encoding="unicode"))[0].pages
    caps = {box.text.strip(): box.style["font_variant_caps"] for one in papers
            for box in inside(one) if type(box).__name__ == "TextBox"}  # fmt: skip
    assert (caps["Anne"], caps["aside"]) == ("small-caps", "normal")


def test_head_and_strokes_of_a_column_stand_where_its_figures_do() -> None:
    """A stroke is a figure that is missing; in a column that has words it is none."""
    rows = (
        ("Farm", "Oats", "Remarks"),
        ("Mill", "1.5", "7"),
        ("Ford", "—", "—"),
        ("Hay", "12", "?"),
    )
    kinds = ("label", "data", "data", "data")
    cells = [
        f"<row role='{kind}'><cell>{'</cell><cell>'.join(row)}</cell></row>"
        for kind, row in zip(kinds, rows, strict=True)
    ]
    page = printed(f"<body><table>{''.join(cells)}</table></body>")
    found = {"".join(one.itertext()): one for one in page.xpath("//th | //td[not(.='—')]")}
    strokes = page.xpath("//td[.='—']")
    assert [name for name, one in found.items() if "number" in one.get("class", "").split()] == [
        "Oats", "1.5", "7", "12"
    ]  # fmt: skip
    assert ["number" in one.get("class").split() for one in strokes] == [True, False]
    assert [one.get("data-pad") for one in (found["12"], *strokes)] == [".5", ".5", None]


def test_an_epigraph_is_not_parted_from_its_chapter() -> None:
    """With the heading it goes to the page on which the text begins."""
    chapter = '<h2>Salt</h2><div class="epigraph"><p>No salt.</p></div><p>Text of salt.</p>'
    for lines in range(24, 30):
        pages = _laid_out("<p>Words.</p>" * lines + chapter)
        said = [words(page._page_box.children[0]) for page in pages]
        assert [("Salt" in one, "No salt." in one) for one in said] == [
            ("Text" in one,) * 2 for one in said
        ]


def test_the_parts_of_a_line_of_verse_stand_on_one_page() -> None:
    """Who begins it and who ends it are not parted, with any number of lines above them."""
    speech = "<sp><speaker>{0}.</speaker><l part='{1}'>{2}</l></sp>"
    said = [("Ada", "I", "Who comes?"), ("Bert", "M", "A friend,"), ("Carl", "F", "or none.")]
    for lines in range(11, 24, 2):
        above = "<sp><speaker>Dora.</speaker>" + "<l>So it is.</l>" * lines + "</sp>"
        page = printed(f"<body>{above}{''.join(speech.format(*one) for one in said)}</body>")
        pages = setter.lay_out(tostring(page, encoding="unicode"))[0].pages
        texts = [words(one._page_box.children[0]) for one in pages]
        found = [tuple(part in text for _, _, part in said) for text in texts]
        assert set(found) <= {(True,) * 3, (False,) * 3}


@pytest.mark.parametrize("kind", ["table", "stanza", "speech", "poem", "verses"])
def test_what_is_short_stands_on_one_page(kind: str) -> None:
    """A table with its caption, a stanza; of a speech, and of verse that is in no stanzas, not the
    last line alone is overleaf.
    """
    line = '<div class="line">{}</div>'
    parts = {
        "table": "<table><caption>first</caption><tbody><tr><td>a</td></tr><tr><td>b</td></tr>"
        "<tr><td>last</td></tr></tbody></table>",
        "stanza": f'<div class="lg" data-n="first">{line * 4}</div>'.format("a", "b", "c", "last"),
        "speech": f'<div class="sp"><div class="block speaker">Ada.</div>{line * 4}</div>'.format(
            "a", "b", "first", "last"
        ),
        "poem": f"<section>{line * 6}</section>".format(*"abcd", "first", "last"),
        "verses": f'<div class="ab">{line * 6}</div>'.format(*"abcd", "first", "last"),
    }
    filled = "<p>Words.</p>"
    html = "".join(
        f'<div style="break-before: page">{filled * lines}{parts[kind]}</div>'
        for lines in range(24, 31)
    )
    said = [words(page._page_box.children[0]) for page in _laid_out(html)]
    assert "".join(said).count("last") == 7 < len(said)
    assert [page for page in said if ("first" in page) != ("last" in page)] == []


@pytest.mark.parametrize("measure", range(30, 44, 3))
def test_words_in_other_type_are_not_torn_at_the_end_of_a_line(measure: int) -> None:
    """They go to the next line, whole."""
    said = " ".join(["<b>kitchen</b> <i>aids</i>, so"] * 12)
    html = f'<div class="p" lang="und" style="width: {measure}mm">{said}</div>'
    (page,) = _laid_out(f'<div class="text dictionary">{html}</div>')
    body = page._page_box.children[0].descendants()
    texts = [box.text for box in body if type(box).__name__ == "TextBox"]
    assert {word for text in texts for word in text.split()} == {"kitchen", "aids", ",", "so"}


def test_an_entry_within_an_entry_leaves_no_gap_in_its_line() -> None:
    """And the head of the page names the outer one."""
    html = (
        '<div class="dictionary"><div class="tei-entry" data-guide="aid">aid, <span'
        ' class="tei-entry">in aid of</span></div></div>'
    )
    (page,) = _laid_out(html)
    assert {box.padding_left for box in inside(page) if box.element_tag == "span"} == {0}
    assert "aid – aid" in "".join(words(box) for box in page._page_box.children[1:])


@pytest.mark.parametrize("lines", range(18, 28, 2))
def test_a_date_at_the_end_of_a_letter_stays_with_it(lines: int) -> None:
    """And does not go overleaf with the heading of the next one."""
    end = '<div class="postscript"><p>Bring rye.</p><div class="dateline">3 May</div></div>'
    following = (
        '<section class="work run-on"><header class="opening"><h1 data-title="t">Next</h1></header>'
        '<div class="text"><p>Dear Bert, come soon, and bring the hay.</p></div></section>'
    )
    html = f'<section class="work"><div class="text">{"<p>So.</p>" * lines}{end}</div></section>'
    said = [words(page._page_box.children[0]) for page in _laid_out(html + following)]
    assert ["Bring rye." in page for page in said] == ["3 May" in page for page in said]
