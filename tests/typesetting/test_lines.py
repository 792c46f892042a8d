"""Lines are counted as a reader counts them, and what is keyed to a line stands on it."""

import re

from pipeline.typesetting import composition, lines
from pipeline.typesetting.design import Design
from tests.typesetting.pages import classes, inside, words

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


def test_textual_notes_name_the_line_they_are_called_in() -> None:
    """The number printed at the foot is that of the line with the lemma, counted on its page."""
    made = _composed(40)
    assert made.said == []
    assert len(made.document.pages) > 2
    checked = 0
    for page in made.document.pages:
        printed = {
            box.element.get("href")[1:]: words(box)
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
