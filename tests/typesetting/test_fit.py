"""Lines chosen together look better than lines filled one by one, and hold the same words."""

import statistics

from bench.typesetting import rows
from pipeline.typesetting import setter
from pipeline.typesetting.design import Design
from tests.typesetting.pages import squeezed, words
from tests.typesetting.torture import torture

# A good word space, in em.
AIM = 0.225
SENTENCES = (
    "The rehabilitation of Bukharin was an event of <i>tremendous</i> significance in history, "
    "and administrators of the bureaucratic organisation—so it is said—were not unaware of it. "
    "Theoretical calculation, considered impossible, was attempted nevertheless by economists. "
)


def _page() -> str:
    body = "".join(f'<p class="p" id="p{n}">{SENTENCES * (2 + n % 4)}</p>' for n in range(24))
    return f'<html lang="en"><title>t</title><body><div class="text">{body}</div></body></html>'


def _looks(fit: bool) -> tuple[float, float, str]:
    """How far spaces are from a good one, how many lines end in a hyphen, the text."""
    document, said = setter.lay_out(_page(), Design(fit=fit))
    assert said == []
    found = list(rows(document))
    distance = statistics.mean((row.space - AIM) ** 2 for row in found) ** 0.5
    hyphens = statistics.mean(row.hyphen for row in found)
    text = "".join(words(page._page_box.children[0]) for page in document.pages)
    return distance, hyphens, squeezed(text)


def test_spaces_are_better_hyphens_fewer_and_no_word_is_lost() -> None:
    """Spaces a fifth nearer to a good one, and not at the cost of hyphens; the same text."""
    distance, hyphens, text = _looks(fit=True)
    plain_distance, plain_hyphens, plain_text = _looks(fit=False)
    assert text == plain_text
    assert distance < 0.8 * plain_distance
    assert hyphens < plain_hyphens


def test_last_lines_keep_their_natural_spaces() -> None:
    """A last line is not set tight although its paragraph's spaces may shrink."""
    made = torture(1, paragraphs=1)
    made.html = ['<div class="text"><p class="p">Three plain words.</p></div>']
    document, _ = setter.lay_out(made.page(), Design(fit=True))
    (text,) = [
        box
        for box in document.pages[0]._page_box.children[0].descendants()
        if type(box).__name__ == "TextBox"
    ]
    assert abs((text.justification_spacing or 0) + text.style["word_spacing"]) < 0.01
