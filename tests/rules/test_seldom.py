"""What stands seldom in a text: right values for lines of the rules that no case comes to."""

import re

from lxml import html

from tests.rules.outputs import outputs, plain, ruled
from tests.rules.test_empty_and_several import document, reading

WITNESSES = (
    '<listWit><witness xml:id="A">A</witness><witness xml:id="B">B</witness>'
    '<witness xml:id="C">C</witness></listWit>'
)
LEMMA = '<lem wit="#A">rye</lem><rdg wit="#B">ray</rdg><rdg wit="#C">roy</rdg>'


def test_a_detail_of_a_witness_is_told_of_its_reading_alone() -> None:
    """Not also of the reading that it stands behind."""
    body = f'<p>A <app>{LEMMA}<witDetail wit="#B">erased</witDetail></app></p>'
    text = plain(document(body, source=WITNESSES), "reading")
    assert text.splitlines()[-1] == "¶ 1 rye] ray B (erased); roy C"


def test_a_label_without_a_value_has_no_sign_of_equality() -> None:
    """vLabel names a value, which may be all that is known."""
    labels = '<vLabel name="x"/></f><f name="b"><vLabel name="y"><numeric value="3"/></vLabel>'
    assert reading(f'<p><fs><f name="a">{labels}</f></fs></p>') == "[a: x, b: y=3]"


def test_a_span_that_ends_before_it_begins_deletes_nothing() -> None:
    """What it is said to span is read."""
    body = '<p><anchor xml:id="a"/>One <delSpan spanTo="#a"/>two</p>'
    assert reading(body) == "One two"


def test_of_a_deletion_that_was_undone_in_part_the_rest_is_deleted() -> None:
    """The part that stands again is in both texts."""
    deleted = '<del>one <seg xml:id="k">two</seg> three</del>'
    assert reading(f'<p>A {deleted} b<undo target="#k"/></p>') == "A two b"


def test_a_record_of_two_articles_is_told_as_the_first() -> None:
    """The title of the second comes last, as all for which the style has no place."""
    record = "<analytic><author>{}</author><title>{}</title></analytic>".format
    book = '<monogr><title level="m">Mills</title><imprint><date>1901</date></imprint></monogr>'
    articles = record("Jo Bell", "Salt") + record("Al Rye", "Oats")
    listed = f"<listBibl><biblStruct>{articles}{book}</biblStruct></listBibl>"
    assert reading(listed) == "Jo Bell and Al Rye, Salt, in Mills (1901), Oats"


def test_a_stroke_over_a_letter_is_a_sign_in_inscriptions_alone() -> None:
    """Elsewhere it is a look of the source."""
    page = outputs(document('<p>A <hi rend="supraline">b</hi></p>'))["epub.xhtml"]
    assert 'A <span class="hi" data-rend="supraline">b</span></p>' in page


def test_a_line_with_a_letter_that_is_not_there_is_told() -> None:
    """3a is the name of a line as 3 is; where the text has it, nothing is told."""
    entry = '<listApp><app loc="3a"><lem>b</lem><rdg wit="#B">c</rdg></app></listApp>'
    for number, told in (("3", ["3a"]), ("3a", [])):
        body = f'<lg><l n="{number}">A b</l></lg>{entry}'
        found = [one.message for one in ruled(document(body, source=WITNESSES)).diagnostics]
        assert [name for one in found for name in told if f"“{name}”" in one] == told
        assert len(found) == len(told)


def test_ids_of_quotations_do_not_make_addresses_counted() -> None:
    """They are no places that anybody cites; a paragraph without an id is."""
    texts = {
        "no": '<p xml:id="a">A <quote>b</quote></p>',
        "yes": '<p xml:id="a">A</p><p>b</p>',
    }
    for counted, body in texts.items():
        tree = str(ruled(document(body)).tree)
        assert ('counted="yes"' in tree) == (counted == "yes")


def test_a_figure_of_which_nothing_is_said_has_no_description() -> None:
    """Nor an empty caption."""
    page = outputs(document("<p>A</p><figure/>"))["reading.html"]
    assert '<figure id="body1.figure1" class="tei-figure"/>' in page


def test_why_a_witness_lacks_a_passage_is_the_cause_of_its_own_reading() -> None:
    """The first that is said, not that of another witness behind it."""
    begins = '<rdg wit="#B" cause="fire"><lacunaStart/></rdg><rdg wit="#C" cause="mice">roy</rdg>'
    ends = '<app><lem wit="#A">oat</lem><rdg wit="#B"><lacunaEnd/></rdg></app>'
    body = f'<p>A <app><lem wit="#A">rye</lem>{begins}</app> and {ends}</p>'
    page = outputs(document(body, source=WITNESSES))["reading.html"]
    (row,) = re.findall(r"<tr>(.*?)</tr>", page.partition('class="passages"')[2])[1:]
    assert re.findall("<td>([^<]*)</td>", row) == ["rye and oat", "fire"]


def test_signs_of_words_supplied_beside_a_loss_are_told_as_a_pair() -> None:
    """Where the bracket on one side is left out for that of the loss."""
    lost = '<gap reason="lost" extent="unknown" unit="character"/>'
    supplied = '<supplied reason="lost">b</supplied>'
    for words in (lost + supplied, supplied + lost):
        lines = f'<div type="edition"><ab><lb n="1"/>{words} d <lb n="2"/>e</ab></div>'
        book = outputs(document(lines))["epub.xhtml"]
        assert '<p class="signs">Signs: [ ]: supplied words.</p>' in book


def test_a_list_of_a_heading_alone_is_no_list() -> None:
    """A reader that counts items would find none."""
    page = outputs(document("<list><head>Things</head></list>"))["reading.html"]
    assert '<div id="body1.list1" class="bulleted">' in page


def test_marks_of_quotations_take_turns() -> None:
    """Also in the fourth within three others."""
    said = "<said>A <said>b <said>c <said>d</said></said></said></said>"
    assert reading(f"<p>{said}</p>") == "“A ‘b “c ‘d’”’”"


PAGES = '<sourceDoc><surface xml:id="s">{}</surface></sourceDoc>'


def drawn(page: str) -> str:
    """Return a document that has one page of lines and no text."""
    return document().replace("<text><body><p>Rye</p></body></text>", PAGES.format(page))


def test_no_word_goes_on_in_a_stamp() -> None:
    """Its line follows that of the page in the file alone."""
    stamp = '<zone type="stamp"><gap reason="illegible"/><line break="no">Hallow</line></zone>'
    page = outputs(drawn(f"<zone><line>won-</line></zone>{stamp}"))["diplomatic.html"]
    assert "won-</p>" in page
    assert "[… illegible]</span> Hallow</p>" in page


def test_a_page_break_within_a_page_is_told() -> None:
    """Also where a word goes on behind it, on what is glued to the page."""
    slip = '<surface><zone><line break="no">der</line></zone></surface>'
    text = plain(drawn(f'<zone><line>won-</line></zone><pb n="2"/>{slip}'), "diplomatic")
    assert text.split("***\n\n")[1] == "won-\nder\n\n[page 2]\n\n[glued on]\n"


def test_of_a_line_and_a_paragraph_of_one_number_the_line_is_meant() -> None:
    """Whichever stands first."""
    entry = '<listApp><app loc="3"><rdg wit="#B">c</rdg></app></listApp>'
    for parts in (
        ('<p n="3">One</p>', '<l n="3">Two</l>'),
        ('<l n="3">Two</l>', '<p n="3">One</p>'),
    ):
        body = "<div>" + "".join(parts) + f"</div>{entry}"
        assert plain(document(body, source=WITNESSES), "reading").splitlines()[-1] == "3 Two] c B"


def test_a_line_that_is_on_a_zone_is_called_after_it() -> None:
    """Where it has no id of its own."""
    zone = '<facsimile><surface><graphic url="a.png"/><zone xml:id="z1"/></surface></facsimile>'
    page = outputs(document('<p>A<lb facs="#z1"/>b</p>', apart=zone))["diplomatic.html"]
    assert 'id="at-z1"' in page


def test_an_item_in_a_line_without_a_number_has_nothing_before_it() -> None:
    """As where none is given."""
    items = '<item>a</item><item n=" ">b</item>'
    assert reading(f'<p>Of <list rend="inline">{items}</list></p>') == "Of a, b"


def test_what_corresponds_stands_side_by_side() -> None:
    """A step back on one side is none: it stays with what is before it."""
    ours = '<p xml:id="a">ros</p><p xml:id="b">nix</p><p xml:id="c">nox</p>'
    theirs = '<p corresp="#a">dew</p><p corresp="#c">night</p><p corresp="#b">snow</p>'
    body = (
        f'<div type="edition" xml:lang="la">{ours}</div>'
        f'<div type="translation" xml:lang="en">{theirs}</div>'
    )
    page = html.fromstring(outputs(document(body))["reading.html"])
    pairs = ["".join(map(str, one.itertext())).split() for one in page.iter("div")
             if one.get("class") == "pair"]  # fmt: skip
    assert pairs == [["ros"], ["nix", "nox"], ["dew", "night"], ["snow"]]
