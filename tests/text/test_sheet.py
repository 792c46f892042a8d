"""How a sheet is set in lines: small sheets, whole results, every offset."""

import pytest
from editio.formats.sheet import Laid, lay

ED = 'xmlns:ed="urn:editio:ns"'


def said(laid: Laid) -> list[tuple[str, str]]:
    """Return the id and the characters of each span."""
    return [(span.facts.get("id", ""), laid.text[span.start : span.end]) for span in laid.spans]


def test_words_left_out_leave_one_space() -> None:
    """Where something between two words is not told, one space remains, and none at an edge."""
    laid = lay(f"<ed:run {ED}> A <ed:mark/> b <ed:mark/> c </ed:run>")
    assert laid.text == "A b c\n"


def test_no_space_beside_a_line_end() -> None:
    """A line end of the source has no space beside it, and two together are one."""
    laid = lay(f"<ed:run {ED}>one <ed:feed/><ed:feed/> two<ed:feed/></ed:run>")
    assert laid.text == "one\ntwo\n"


def test_folded_lines() -> None:
    """Within a fold, line ends are spaces: a heading is one line, a cell stays in its row."""
    laid = lay(f"<ed:run {ED}><ed:fold>a <ed:feed/>b </ed:fold>\t<ed:fold> c</ed:fold></ed:run>")
    assert laid.text == "a b\tc\n"


def test_spans_hold_words_alone() -> None:
    """A span begins and ends with a character that shows; its own brackets stay outside."""
    laid = lay(
        f'<ed:run {ED}>The <ed:mark id="p"> Berlin <ed:mark id="q" first="[" last="]"> in '
        "</ed:mark></ed:mark> end</ed:run>"
    )
    assert laid.text == "The Berlin [in] end\n"
    assert said(laid) == [("p", "Berlin [in]"), ("q", "in")]


def test_a_place_is_where_the_next_words_begin() -> None:
    """An empty mark (a page beginning) stands before the words that follow, also in a new block."""
    laid = lay(
        f'<ed:stack {ED} gap="2"><ed:run>One.</ed:run><ed:run><ed:mark id="page-2"/></ed:run>'
        "<ed:run>Two.</ed:run></ed:stack>"
    )
    assert laid.text == "One.\n\nTwo.\n"
    (span,) = laid.spans
    assert (span.start, span.end) == (6, 6)


QUOTATION = (
    f'<ed:stack {ED} gap="2"><ed:stack gap="2" first="> " rest="> " id="q">'
    '<ed:stack gap="2" id="p1"><ed:run>We must call things by their proper '
    '<ed:mark id="n">names</ed:mark>.</ed:run></ed:stack>'
    '<ed:stack gap="1" first="- " rest="  " id="i"><ed:run>one two three</ed:run></ed:stack>'
    "</ed:stack></ed:stack>"
)


@pytest.mark.parametrize(
    ("width", "text"),
    [
        (0, "> We must call things by their proper names.\n>\n> - one two three\n"),
        (24, "> We must call things by\n> their proper names.\n>\n> - one two three\n"),
    ],
)
def test_prefixes_and_width(width: int, text: str) -> None:
    """Every line of a quotation has its mark, in any width; spans count the marks in."""
    laid = lay(QUOTATION, width)
    assert laid.text == text
    assert max(len(line) for line in laid.text.split("\n")) <= (width or 99)
    ids = {name: words.replace("\n> ", " ") for name, words in said(laid)}
    assert ids["n"] == "names"
    assert ids["p1"] == "We must call things by their proper names."
    assert ids["i"] == "one two three"


def test_wrapping_changes_no_offset() -> None:
    """A line end stands where a space stood, so a map made for one width serves another."""
    sheet = f'<ed:run {ED}>aaa bbb <ed:mark id="x">ccc ddd</ed:mark> eee</ed:run>'
    assert lay(sheet).spans == lay(sheet, 20).spans == lay(sheet, 7).spans


def test_verse_is_never_broken() -> None:
    """A run that is kept has its own lines, whatever the width."""
    line = "Shall I compare thee to a summer’s day?"
    assert lay(f'<ed:run {ED} keep="yes">{line}</ed:run>', 20).text == f"{line}\n"


def test_composed_characters() -> None:
    """Text is NFC; offsets behind a letter that was composed from two are those of the result."""
    laid = lay(f'<ed:run {ED}>Cafe\u0301 <ed:mark id="x">Bo\u0308hm</ed:mark>.</ed:run>')
    assert laid.text == "Café Böhm.\n"
    assert said(laid) == [("x", "Böhm")]


def test_a_letter_and_its_accent_in_two_elements() -> None:
    """A span cannot divide what NFC makes one character: it ends behind it."""
    laid = lay(f'<ed:run {ED}>e<ed:mark id="x">\u0301a</ed:mark></ed:run>')
    assert laid.text == "éa\n"
    assert said(laid) == [("x", "a")]
