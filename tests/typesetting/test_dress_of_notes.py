"""How a note begins: its number stands beside its first words, whatever it holds."""

import pytest
from editio.engines.paged import setter

from tests.typesetting.pages import inside, words

PAGE = (
    '<html lang="en"><title>t</title><body><div class="p">Text<span class="footnote note">'
    '<span{}><a class="note-number">7</a></span> {}</span></div></body></html>'
)
HELD = {
    "words": ("", "Salt and rye."),
    "paragraphs": (
        "",
        '<span class="opens p">Salt and rye.</span><span class="p">And oats.</span>',
    ),
    "verse": (
        "",
        '<div class="opens lg"><div class="line opens">Salt and rye</div>'
        '<div class="line">and oats.</div></div>',
    ),
    "list": (' class="apart"', "<ul><li>Salt and rye.</li><li>And oats.</li></ul>"),
    "table": (' class="apart"', "<table><tr><td>Salt and rye.</td><td>Oats</td></tr></table>"),
}


@pytest.mark.parametrize("held", HELD)
def test_the_number_of_a_note_stands_on_the_line_of_its_first_words(held: str) -> None:
    """Not on a line of its own, before or behind them."""
    document, said = setter.lay_out(PAGE.format(*HELD[held]))
    assert said == []
    (page,) = document.pages
    found = {
        words(box).split()[0]: box.position_y + box.baseline
        for box in inside(page)
        if type(box).__name__ == "LineBox" and words(box).split()
    }
    first = next(at for word, at in found.items() if word in {"Salt", "7"})
    assert found.get("7", first) == pytest.approx(first, abs=1)
    assert "Salt" in found or held in {"words", "paragraphs", "verse"}
