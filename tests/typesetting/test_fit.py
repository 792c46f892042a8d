"""Lines chosen together look better than lines filled one by one, and hold the same words."""

import statistics
from itertools import pairwise
from typing import Any

import pytest
from editio.engines.paged import fit, setter
from editio.engines.paged.design import Design
from editio.engines.paged.justification import AIM
from editio.engines.paged.measures import measures

from bench.typesetting import OWN, rows
from tests.typesetting.pages import squeezed
from tests.typesetting.pages import words as words_of

FIT = Design(fit=True)
SENTENCES = (
    "The rehabilitation of Bukharin was an event of <i>tremendous</i> significance in history, "
    "and administrators of the bureaucratic organisation—so it is said—were not unaware of it. "
    "Theoretical calculation, considered impossible, was attempted nevertheless by economists. "
)


def _page() -> str:
    body = "".join(f'<p class="p" id="p{n}">{SENTENCES * (2 + n % 4)}</p>' for n in range(24))
    return f'<html lang="en"><title>t</title><body><div class="text">{body}</div></body></html>'


def _looks(fit: bool) -> tuple[float, str]:
    """How far spaces are from a good one, and the text."""
    document, said = setter.lay_out(_page(), Design(fit=fit))
    assert said == []
    found = list(rows(document))
    distance = statistics.mean((row.space - AIM) ** 2 for row in found) ** 0.5
    text = "".join(words_of(page._page_box.children[0]) for page in document.pages)
    return distance, squeezed(text)


def test_spaces_are_better_and_no_word_is_lost() -> None:
    """Spaces come three times as near to a good one, among long words; the same text."""
    distance, text = _looks(fit=True)
    plain_distance, plain_text = _looks(fit=False)
    assert text == plain_text
    assert distance < plain_distance / 3


def _lines(html: str, design: Design = FIT) -> list[tuple[Any, list[Any]]]:
    """Each line of a page with its text boxes, in the order of the text."""
    page = f'<html lang="en"><title>t</title><body><div class="text">{html}</div></body></html>'
    document, said = setter.lay_out(page, design)
    assert said == []
    boxes = [box for one in document.pages for box in one._page_box.children[0].descendants()]
    found = [box for box in boxes if type(box).__name__ == "LineBox"]
    return [
        (line, [one for one in line.descendants() if type(one).__name__ == "TextBox"])
        for line in found
    ]


def _space(text: Any) -> float:
    """The word space of a text box, in em."""
    more = (text.justification_spacing or 0) + text.style["word_spacing"]
    return float((OWN + more / text.style["font_size"]) * text.stretch)


def test_a_last_line_has_good_spaces() -> None:
    """A last line is neither tight, although its spaces may shrink, nor stretched."""
    ((_, (text,)),) = _lines('<p class="p">Three plain words.</p>')
    assert _space(text) == pytest.approx(AIM, abs=0.001)
    assert text.stretch == 1


def test_every_full_line_fills_the_measure_and_letters_keep_their_width() -> None:
    """Signs at the edges stand out as far as they are meant to; letters give 2 % at the most."""
    lines = _lines(f'<p class="p">“{SENTENCES * 9}”</p>')
    measure = FIT.measure / 25.4 * 96
    for _, texts in lines[:-1]:
        edges = texts[0].position_x, texts[-1].position_x + texts[-1].width
        under = measures(None, texts[0].style).hang(texts[0].text[0], "left")
        over = measures(None, texts[-1].style).hang(texts[-1].text[-1], "right")
        assert edges[1] - edges[0] == pytest.approx(measure + under + over, abs=0.01)
        assert 0.98 <= texts[0].stretch <= 1.02
    first = lines[0][1][0]
    assert first.text.startswith("“")
    assert lines[1][1][0].position_x - first.position_x == pytest.approx(
        measures(None, first.style).hang("“", "left"), abs=0.01
    )


def test_the_engine_breaks_where_the_fit_has_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every paragraph is planned once: no line ends at another place than the plan says."""
    starts = []
    choose = fit._lines

    def seen(plan: fit.Plan, start: int, indent: float) -> dict[int, float]:
        starts.append(start)
        return choose(plan, start, indent)

    monkeypatch.setattr(fit, "_lines", seen)
    mixed = SENTENCES.replace("economists", "<b>East-West</b> <i>economists</i> . . . .")
    _lines("".join(f'<p class="p">{"x" * n} {mixed * 4}</p>' for n in range(1, 30)))
    assert set(starts) == {0}
    assert len(starts) >= 29


def test_no_line_begins_with_a_dash_that_it_could_have_left_behind() -> None:
    """A dash between two words stays with the word before it."""
    words = " ".join(f"{'x' * (n % 7)}attempted—so it is said—in vain," for n in range(60))
    found = _lines(f'<p class="p">{words}</p>')
    assert not [texts for _, texts in found if texts[0].text.startswith("—")]
    assert [texts for _, texts in found if texts[-1].text.endswith("—")]


HEBREW = "שלום לכל <i>עולם וברכה</i> טוב מאד"


def test_words_from_right_to_left_stand_beside_each_other() -> None:
    """In a line from left to right that is widened, no word overprints another."""
    mixed = f'He read <span lang="he" dir="rtl">{HEBREW}</span> there, and it was so. ' * 9
    for _, texts in _lines(f'<p class="p">{mixed}</p>'):
        places = sorted((one.position_x, one.position_x + one.width) for one in texts)
        assert all(one[1] <= other[0] + 0.01 for one, other in pairwise(places))


def test_paragraphs_from_right_to_left_are_filled_line_by_line() -> None:
    """Their spaces do not shrink either: they are set as without the fit."""
    page = f'<p class="p" lang="he" dir="rtl">{HEBREW * 30}</p>'
    fitted, plain = _lines(page), _lines(page, Design(fit=False))
    assert len(fitted) > 5
    assert [(line.width, len(texts)) for line, texts in fitted] == [
        (line.width, len(texts)) for line, texts in plain
    ]


def test_a_text_without_spaces_is_planned_at_its_joints() -> None:
    """What is too long to be measured as a whole is measured in parts, to the same lines."""
    words = "-".join(SENTENCES.replace("<i>", "").replace("</i>", "").split())
    long = _lines(f'<p class="p">{words}</p>')
    assert len(long) > 3
    assert all(one[-1].text.endswith(("-", "—", "\u2010")) for _, one in long[:-1])


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        # One word would be left for the second line, or a line would end with an article.
        ("A NEW HISTORY OF THE TRADE AND HARBOURS OF HALLOW",
         ["A NEW HISTORY OF THE TRADE", "AND HARBOURS OF HALLOW"]),
        ("A NEW HISTORY OF TRADE", ["A NEW HISTORY OF TRADE"]),
        # The sense parts a title before its length does.
        ("HALLOW IN ITS TIME: A HISTORY OF THE HARBOURS",
         ["HALLOW IN ITS TIME:", "A HISTORY OF THE HARBOURS"]),
        ("Vom Handel und von den Häfen und Werften der Stadt Hallow",
         ["Vom Handel und von den Häfen", "und Werften der Stadt Hallow"]),
    ],
    ids=["capitals", "short", "colon", "language"],
)  # fmt: skip
def test_a_title_has_lines_of_one_length(title: str, lines: list[str]) -> None:
    """Its last line is not one word, and no line ends with a word that belongs to the next one."""
    for dress in ('<h1 class="center">{}</h1>', "<h1>{}</h1>", '<p class="center">{}</p>'):
        narrow = f'<div style="width: 74mm; font-size: 10.5pt">{dress.format(title)}</div>'
        sheet = narrow.replace("<h1", '<h1 style="font-size: 10.5pt"')
        found = ["".join(one.text for one in texts) for _, texts in _lines(sheet)]
        assert [line.strip() for line in found] == lines


def test_a_line_that_ends_in_a_hyphen_is_dearer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fewer lines do than would if it cost nothing."""

    def hyphens() -> int:
        lines = _lines("".join(f"<p>{SENTENCES * (2 + n % 4)}</p>" for n in range(8)))
        return sum(texts[-1].text.endswith(("-", "‐")) for _, texts in lines if texts)

    found = hyphens()
    monkeypatch.setattr(fit, "HYPHEN", 0.0)
    assert found < hyphens()
