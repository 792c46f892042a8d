"""What the heads of pages say: act and scene, a title cut short, guide words of a dictionary."""

from itertools import pairwise
from typing import Any

import pytest
from editio.engines.paged import setter
from lxml import html

from tests.typesetting.pages import words
from tests.typesetting.test_facing import printed

PLAY = """<body><div type="act"><head>Act One.</head><div type="scene"><head>Scene 2</head><sp>
<speaker>Ada.</speaker><p>Strike!</p></sp></div></div></body>"""
LONG = "Of the Mills on the Upper River and of All That Was Ground in Them: A Report"
ENTRY = "<entry><form><orth>{}</orth></form><def>{}</def></entry>"
ENTRIES = "".join(ENTRY.format(f"w{at:02}", "a mill " * 30) for at in range(96))


def _heads(document: Any) -> list[str]:
    """The words in the middle of the head of each page."""
    found = [box for page in document.pages for box in page._page_box.children
             if getattr(box, "at_keyword", "") == "@top-center"]  # fmt: skip
    return [words(box) for box in found]


def _titles(page: html.HtmlElement, name: str) -> list[str]:
    return [str(one) for one in page.xpath(f"//section[@class='work']/*//@data-{name}")]


def test_a_scene_is_named_with_its_act() -> None:
    """In the head; the contents and the bookmarks have each by itself."""
    page = printed(PLAY)
    assert _titles(page, "running") == ["Act One, Scene 2"]
    assert _titles(page, "title") == ["Act One.", "Scene 2"]


def test_a_long_heading_is_cut_between_words() -> None:
    """The heading itself is whole."""
    page = printed(f"<body><div><head>{LONG}</head><p>Rye.</p></div></body>")
    assert _titles(page, "running") == ["Of the Mills on the Upper River and of All That Was …"]
    assert _titles(page, "title") == [LONG]


def test_a_long_heading_within_a_chapter_is_no_running_head() -> None:
    """As a short one beside it is none, over the pages of which it would stand."""
    parts = "".join(f"<div><head>{head}</head><p>Rye.</p></div>" for head in (LONG, "Oats"))
    page = printed(f"<body><div><head>Mills</head>{parts}</div></body>")
    assert _titles(page, "running") == []


@pytest.mark.slow
def test_pages_of_a_dictionary_name_their_first_and_last_entry() -> None:
    """On both sides, in place of title and heading; the entries stand in two columns."""
    page = printed(f"<body><div><head>A to D</head>{ENTRIES}</div></body>")
    assert page.xpath("//section/div[@class='dictionary']/preceding-sibling::h2/text()") == [
        "A to D"
    ]
    document, said = setter.lay_out(html.tostring(page, encoding="unicode"))
    assert said == []
    heads = [one for one in _heads(document) if "–" in one]
    assert len(heads) > 2
    for before, after in pairwise(heads):
        first, last = before.split(" – ")
        assert "w00" < first < last < after.split(" – ")[0]
    boxes = {
        round(box.position_x)
        for box in document.pages[-2]._page_box.descendants()
        if type(box).__name__ == "BlockBox" and box.element.get("data-guide")
    }
    assert len(boxes) == 2


@pytest.mark.parametrize("above", [30, 31])
def test_the_heading_of_entries_is_never_alone(above: int) -> None:
    """Where no line of the columns has room below it, it opens the next page with them."""
    entries = "".join(f"<entry><form><orth>b{n}</orth></form><def>Oats.</def></entry>" * 9
                      for n in range(3))  # fmt: skip
    page = printed(f"<body><div><head>Bee</head>{entries}</div></body>")
    (section,) = page.xpath("//section[@class='lexicon section']")
    text = f"<div>{'<div>Rye.</div>' * above}</div>" + html.tostring(section, encoding="unicode")
    document, _ = setter.lay_out(f'<html lang="en"><title>t</title><body>{text}</body></html>')
    pages = [words(one._page_box) for one in document.pages]
    assert [("Bee" in one, "b0" in one) for one in pages] == [(False, False), (True, True)]


def test_the_number_of_the_only_part_is_not_shown() -> None:
    """As of the only sheet of a letter: there is nothing that it would be told from. A single part
    that is not the first has its number.
    """
    for numbers, shown in (("1", []), ("3", ["3"]), ("12", ["1", "2"])):
        parts = "".join(f'<div n="{n}"><p>A</p></div>' for n in numbers)
        page = printed(f"<body><div><p>Rye.</p>{parts}</div></body>")
        assert page.xpath("//section/@data-n") == shown


@pytest.mark.slow
def test_a_part_without_a_heading_is_not_called_as_the_one_before_it() -> None:
    """The title of the text is above it, and above what follows until the next heading."""
    pages = f"<p>{'Salt is dear. ' * 1000}</p>"
    page = printed(
        f"<body><div><head>Mills</head>{pages}</div><div n='2'><div>{pages}</div></div><div><head>"
        f"Oats</head>{pages}</div></body>"
    )
    document, said = setter.lay_out(html.tostring(page, encoding="unicode"))
    assert said == []
    assert _heads(document)[1::2] == ["Mills", "Case", "Case", "Case", "Oats", "Oats"]


def test_a_heading_in_capitals_is_cut_earlier() -> None:
    """It takes more room than its letters say; else it would run into the number of the page."""
    long = "ON THE SALT OF THE HIGH MARSHES AND ON THEIR SEA"
    page = printed(f"<body><div><head>{long}</head><p>Rye.</p></div></body>")
    assert page.xpath("//h2/@data-running") == ["ON THE SALT OF THE HIGH MARSHES AND ON …"]
    page = printed(f"<body><div><head>{long.lower()}</head><p>Rye.</p></div></body>")
    assert page.xpath("//h2/@data-running") == []


def test_a_line_behind_lines_in_a_reading_follows_them() -> None:
    """Its number is not shown as one that is out of order."""
    lines = (
        '<app><lem><l n="2">b</l></lem><rdg><l n="9">x</l></rdg></app><l n="3">c</l><l n="7">d</l>'
    )
    page = printed(f'<body><lg><l n="1">a</l>{lines}</lg></body>')
    assert page.xpath("//*[@class='line-number']/@data-n") == ["7"]


def test_a_division_without_a_heading_is_in_the_contents_as_what_it_is() -> None:
    """Act 1, where its kind has a word and it has a number; a level above what is in it."""
    scene = '<div type="scene" n="{0}">{1}<sp><speaker>Ada.</speaker><p>Strike!</p></sp></div>'
    page = printed(
        f'<body><div type="act" n="1">{scene.format(1, "")}'
        f'{scene.format(2, "<head>At the mill</head>")}</div><div type="chapter" n="IV"><p>So.</p>'
        '</div><div type="other" n="5"><p>So.</p></div><div type="act"><p>So.</p></div></body>'
    )
    listed = page.xpath("//nav[@class='contents']//li")
    assert [(one.get("class"), one.text_content().strip()) for one in listed] == [
        ("level-1", "Act 1"),
        ("level-2", "Scene 1"),
        ("level-2", "At the mill"),
        ("level-1", "Chapter IV"),
    ]
    ids = {one.get("id") for one in page.xpath("//*[@id]")}
    assert {one.find("a").get("href")[1:] for one in listed} <= ids
