"""A picture that does not fit opens the next page, and the text goes on to the foot of its own."""

import random
import re
from functools import cache
from typing import Any

import pytest
from editio.engines.paged import setter
from editio.engines.paged.design import Design

from tests.typesetting.pages import inside, places, words

PAGE = (
    '<html lang="en"><title>t</title><body><section class="work"><div class="text">{}</div>'
    "</section></body></html>"
)
FIGURE = '<figure><div style="height: {1}px">F{0}</div><figcaption>Cap{0}</figcaption></figure>'
NOTE = (
    '<a class="note-call" id="c{0}" href="#n{0}">{0}</a><span class="footnote note">'
    '<span id="n{0}"><a class="note-number" href="#c{0}">{0}</a></span>{1}</span>'
)
SEEDS = (1, 2)
BOTTOM = 18.7 * 3


@cache
def _book(seed: int) -> tuple[Any, int, list[str]]:
    """Paragraphs with notes, and pictures of any height among them."""
    chance, body, figures = random.Random(seed), [], []
    for at in range(40):
        said = [f"p{at}w{word}" for word in range(chance.randint(20, 110))]
        note = NOTE.format(at, f" n{at}" * chance.randint(5, 60)) if at % 3 == 0 else ""
        body.append(f'<p class="p">{" ".join(said)}{note}</p>')
        if at % 5 == 3:
            figures.append(f"F{at}Cap{at}")
            body.append(FIGURE.format(at, chance.choice((90, 200, 300, 420))))
        if at == 20:
            body.append('<h2 data-title="A" style="break-before: right">A part</h2>')
    html = PAGE.format("".join(body))
    document, said = setter.lay_out(html, Design(fit=False))
    assert said == []
    return document, len(re.findall(r"p\d+w\d+", html)), figures


def _text(page: Any) -> str:
    return words(page._page_box.children[0])


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_is_lost_or_doubled(seed: int) -> None:
    """Words and pictures once, each kind in its order, and each note on the page of its call."""
    document, count, figures = _book(seed)
    everything = " ".join(_text(page) for page in document.pages)
    found = re.findall(r"p(\d+)w(\d+)", everything)
    assert len(found) == count
    assert found == sorted(found, key=lambda one: (int(one[0]), int(one[1])))
    assert re.findall(r"F\d+Cap\d+", everything) == figures
    calls, marks = places(document, "note-call"), places(document, "note-number")
    assert calls == marks


@pytest.mark.parametrize("seed", SEEDS)
def test_no_page_is_left_half_empty_before_a_picture(seed: int) -> None:
    """Where text enough goes on behind it in its part: 18 and 38 are the last of theirs."""
    document, _, _ = _book(seed)
    for page, after in zip(document.pages, document.pages[1:], strict=False):
        opens = re.match(r"F(\d+)Cap", _text(after))
        if opens is None or opens[1] in {"18", "38"}:
            continue
        lines = [one for one in inside(page) if type(one).__name__ == "LineBox"]
        (area,) = (one for one in page._page_box.children
                   if type(one).__name__ == "FootnoteAreaBox")  # fmt: skip
        foot = area.margin_height() if area.children else 0
        edge = page._page_box.content_box_y() + page._page_box.height - foot
        body = [one for one in lines if one.position_y < edge]
        assert max(one.position_y + one.height for one in body) > edge - BOTTOM


@pytest.mark.parametrize("seed", SEEDS)
def test_a_picture_stays_in_its_part(seed: int) -> None:
    """And stands on the page of its place, or on the next."""
    document, _, _ = _book(seed)
    pages = [_text(page) for page in document.pages]
    part = next(at for at, text in enumerate(pages) if "A part" in text)
    for at, text in enumerate(pages):
        for number in map(int, re.findall(r"F(\d+)Cap", text)):
            assert (at < part) == (number <= 20)
            before = next(place for place in reversed(range(len(pages)))
                          if re.search(rf"p{number}w", pages[place]))  # fmt: skip
            assert at - before in {0, 1}
