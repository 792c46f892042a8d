"""What stands seldom in a text: right values for lines of the rules that no case comes to."""

import re
from typing import Any

import pytest
from editio.engines.saxon import EDITIO, strings
from editio.formats.text import witnesses
from editio.model.context import Text
from editio.render.job import here, labels
from lxml import html

from tests.rules.outputs import applied, beside, outputs, plain, ruled
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


APPARATUS = {
    "a word between two readings of a group joins them": (
        '<app><lem wit="#A">rye</lem><rdgGrp><rdg wit="#B">ray</rdg><note>uel</note>'
        '<rdg wit="#C">roy</rdg></rdgGrp></app>',
        "## Apparatus\n\n¶ 1 rye] ray B uel roy C",
    ),
    "who is responsible for a reading is no witness": (
        '<app><lem wit="#A">rye</lem><rdg wit="#B" resp="#ed">ray</rdg></app>',
        "## Apparatus\n\n¶ 1 rye] ray B",
    ),
    "a siglum in a reading is its own, one behind it that of the next": (
        "<app><lem>rye</lem><rdg>ray<wit>B</wit></rdg><wit>C</wit></app>",
        "## Apparatus\n\n¶ 1 rye] ray B",
    ),
    "all that agree with the text, in a second hand too, are not told": (
        '<app><lem wit="#A">rye</lem><witDetail wit="#A">²</witDetail><rdg wit="#B">rye</rdg>'
        "</app>",
        "",
    ),
    "words that are pointed to are meant, not the paragraph in which they are looked for": (
        '<seg xml:id="a">rye</seg> so</p><p><app from="#a" loc="#p1"><rdg wit="#B">ray</rdg></app>',
        "## Apparatus\n\n¶ 1 rye] ray B",
    ),
}


@pytest.mark.parametrize("kind", APPARATUS.values(), ids=APPARATUS)
def test_an_apparatus_in_plain_text(kind: tuple[str, str]) -> None:
    """Its entries, and nothing behind them."""
    named = '<respStmt xml:id="ed"><resp>edited by</resp><name>Ada Bell</name></respStmt>'
    tei = document(f'<p xml:id="p1">A {kind[0]}</p>', source=WITNESSES, named=named)
    _, found, said = plain(tei, "reading").partition("## ")
    assert (found + said).strip() == kind[1]


def test_words_from_one_place_are_not_meant_as_far_as_their_line() -> None:
    """Where from says at which they begin; where loc alone does, those to another are."""
    words = '<p xml:id="p1">One <seg xml:id="a">rye</seg> and <seg xml:id="b">oats</seg> so</p>'
    told = {'from="#a" loc="#p1"': "rye", 'loc="#a" to="#b"': "rye and oats", 'loc="#a"': "rye"}
    for place, lemma in told.items():
        entry = f'<listApp><app {place}><rdg wit="#B">c</rdg></app></listApp>'
        text = plain(document(words + entry, source=WITNESSES), "reading")
        assert text.splitlines()[-1] == f"¶ 1 {lemma}] c B"


def test_verses_under_a_heading_are_keyed_by_the_number_around_it() -> None:
    """Which goes on over the heading, and tells them from verses of the same number."""
    told = 'e <app><lem wit="#A">rye</lem><rdg wit="#B">ray</rdg></app>'
    body = (
        '<div n="1"><l n="1">a</l><l n="2">b</l></div><div n="2"><l n="3">c</l><lg>'
        f'<head>Song</head><l n="4">{told}</l></lg></div><div n="3"><l n="4">{told}</l></div>'
    )
    said = plain(document(body, source=WITNESSES), "reading").splitlines()[-2:]
    assert said == ["2.4 rye] ray B", "3.4 rye] ray B"]


def test_what_all_witnesses_have_in_a_note_is_told_nowhere() -> None:
    """No empty words stand behind the note in the book."""
    note = '<note>of <app><lem wit="#A">mud</lem></app></note>'
    page = outputs(document(f"<p>Clay{note}</p>", source=WITNESSES))["print.html"]
    assert '<span class="lem">mud</span></span></span></p>' in page


def test_the_text_of_a_witness_has_no_notes() -> None:
    """They are about the text of the edition."""
    app = '<app><lem wit="#A">rye</lem><rdg wit="#B">ray</rdg></app>'
    tree = ruled(document(f"<p>A {app} b<note>All.</note></p>", source=WITNESSES)).tree
    files = witnesses(Text("case", "case.xml", here(), tree, labels(), "", lambda _: None))
    said = [page.decode().rpartition("***")[2].strip() for page in files.values()]
    assert said == ["A rye b", "A ray b"]


def test_words_around_a_name_are_apart_where_their_blocks_are() -> None:
    """Items, verses and cells, and what follows them, as in the text; no note parts a word."""
    name = '<persName ref="#a">Ada</persName>'
    choice = "<choice><sic>z</sic><corr>y</corr></choice>"
    blocks = {
        f"<list><item>x</item><item>{choice}</item></list>": "x y",
        "<q><lg><l>One</l><l>Two</l></lg></q> so": "One Two so",
        "<table><row><cell>One</cell><cell>two</cell></row></table>": "One two",
        "mill<note>Or mile.</note>s": "mills",
    }
    for block, words in blocks.items():
        facts = outputs(document(f"<p>Of {name} {block}</p>"))["facts.xml"]
        assert re.findall("<ed:(?:before|after)>([^<]*)<", facts) == ["Of ", f" {words}"], block


def test_the_words_under_a_picture_are_around_a_name_in_an_item_alone() -> None:
    """In a sentence they are not of it."""
    name = '<persName ref="#a">Ada</persName>'
    figure = "<figure><head>Oats</head></figure>"
    for body, after in (
        (f"<list><item>Of {name} {figure} so</item></list>", " Oats so"),
        (f"<p>Of {name} {figure} so</p>", " so"),
    ):
        facts = outputs(document(body))["facts.xml"]
        assert re.findall("<ed:after>([^<]*)<", facts) == [after]


def test_a_note_at_the_foot_of_a_speech_is_no_remark_on_it() -> None:
    """It says where it stands."""
    assert reading('<u>I will.<note place="bottom">So.</note></u>') == (
        "I will.[1]\n\n## Notes\n\n[1] So."
    )


def test_an_author_who_is_an_address_is_read() -> None:
    """A pointer has no words of its own and is not empty for that."""
    author = '<bibl><author>Ada Rye, <ptr target="https://example.org/"/></author></bibl>'
    assert reading(f"<p>In {author} b</p>") == "In Ada Rye, https://example.org/ b"


def test_breaks_of_several_kinds_between_two_pages_of_a_word_are_told_once() -> None:
    """Where the word goes on, not behind it again."""
    over = '<zone><line>won-</line></zone></surface><pb n="2"/><cb n="b"/><surface><zone>'
    text = plain(drawn(f'{over}<line break="no">der</line></zone>'), "diplomatic")
    assert text.split("***\n\n")[1] == "won-\n[page 2]\n[column b]\nder\n"


def test_a_paragraph_of_called_notes_leaves_nothing() -> None:
    """Nor do the blanks between them."""
    notes = '<p><note xml:id="n1">x</note> <note xml:id="n2">y</note></p>'
    body = f'<p>A<ptr target="#n1"/> b<ptr target="#n2"/></p><div type="notes">{notes}</div>'
    assert (
        '<section id="body1.div1" class="section" data-type="notes"/>'
        in (outputs(document(body))["reading.html"])
    )


def test_a_mark_in_one_of_two_corrections_is_not_said_to_be_placed() -> None:
    """What the source has is not said: that it lacks the mark is not either."""
    choice = (
        '<choice><corr cert="low">rye<ptr target="#n1"/></corr><corr cert="low">ray</corr></choice>'
    )
    body = f'<p>A {choice} b</p><div type="notes"><note xml:id="n1">x</note></div>'
    for text in ("reading", "diplomatic"):
        assert reading(body, text) == "A rye[1] b\n\n## Notes\n\n[1] x"


def test_how_certain_a_mark_without_words_is_is_said_once() -> None:
    """Of the mark, not of its place again."""
    said = '<certainty target="#c1" locus="location" cert="low"><desc>By sense.</desc></certainty>'
    body = (
        f'<p>A<ptr xml:id="c1" target="#n1"/> b{said}</p>'
        '<div type="notes"><note xml:id="n1">x</note></div>'
    )
    said = reading(body)
    assert said.endswith("[1] x (certainty low) (place of the marker: By sense.)")


def test_a_hand_of_which_two_have_the_id_is_the_first() -> None:
    """A doubled id stops nothing."""
    hands = '<handNote xml:id="h" n="a"/><handNote xml:id="h" n="b"/>'
    tei = document('<p>One <handShift new="#h"/>two</p>').replace(
        "</teiHeader>", f"<profileDesc><handNotes>{hands}</handNotes></profileDesc></teiHeader>"
    )
    assert plain(tei, "diplomatic").endswith("One ‹Hand a› two\n")


def test_a_sign_that_parts_paragraphs_is_none_within_a_sentence() -> None:
    """Alone in a paragraph it is."""
    stars = '<milestone unit="section" rend="stars"/>'
    assert reading(f"<p>So {stars} it is.</p><p>{stars}</p>") == "So it is.\n\n* * *"


def test_words_from_a_numbered_line_into_one_without_a_number() -> None:
    """At the foot they are keyed by the line in which they begin, without a second number."""
    lines = '<lb n="1"/>Sal <supplied reason="lost">ve <lb/>d</supplied> e <lb n="3"/>x'
    page = outputs(document(f'<div type="edition"><ab>{lines}</ab></div>'))["print.html"]
    assert re.findall(r'<a class="line-key[^>]*><span>([^<]*)</span>', page) == ["1"]


def test_a_picture_elsewhere_leads_to_its_page_there() -> None:
    """What is said of a picture behind its address: its size, and where it is at home."""
    said = "https://example.org/a.jpg|0|300|400||https://example.org/page"
    page = outputs(document(f'<p>A<pb facs="{said}" n="1"/>b</p>'))["reading.html"]
    assert '{"url":"https://example.org/a.jpg","remote":"https://example.org/page"' in page


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
    assert beside(ours, theirs) == [["ros"], ["nix", "nox"], ["dew", "night"], ["snow"]]


def test_what_a_note_is_joined_to_is_no_version_of_it() -> None:
    """Links between parts of a text alone set these side by side."""
    body = (
        '<div type="edition" xml:lang="la"><p><persName xml:id="q">Ovid</persName></p></div>'
        '<div type="translation" xml:lang="en"><p>He<note xml:id="n">Ovid.</note></p></div>'
        '<ab><link target="#n #q"/></ab>'
    )
    assert "in-columns" not in outputs(document(body))["print.html"]


def test_acts_without_headings_are_called_by_their_kind_and_number() -> None:
    """In the contents of pages and book."""
    body = '<div type="act" n="1"><p>a</p></div><div type="act" n="2"><p>b</p></div>'
    for pages, name in (("site", "case.html"), ("print", "page")):
        page: Any = html.fromstring(applied(pages, document(body))[name])
        (listed,) = page.find_class("contents")[-1:]
        assert [one.text_content() for one in listed.iter("a")] == ["Act 1", "Act 2"]


def headed(more: str) -> str:
    """Return a document with this behind the description of its file."""
    return document().replace("</teiHeader>", f"{more}</teiHeader>")


def test_what_an_element_means_is_told_behind_one_name() -> None:
    """Its own, where what is around it has a name, too."""
    usage = '<namespace ident="tei"><tagUsage gi="hi">Slanted.</tagUsage></namespace>'
    page = outputs(headed(f"<encodingDesc><tagsDecl>{usage}</tagsDecl></encodingDesc>"))
    assert ">hi: Slanted.</p>" in re.sub(r"</?span[^>]*>", "", page["reading.html"])


def test_who_a_letter_is_by_is_the_entry_that_reading_found() -> None:
    """Whatever stands behind the sign of its pointer."""
    name = f'<persName xmlns:ed="{EDITIO}" ed:entries="bo" ref="p.xml#x">Bo</persName>'
    action = f'<correspAction type="sent">{name}</correspAction>'
    facts = outputs(headed(f"<profileDesc><correspDesc>{action}</correspDesc></profileDesc>"))
    assert '<ed:party kind="person" entries="bo"' in facts["facts.xml"]


def test_a_page_before_the_texts_has_its_title_once() -> None:
    """In the EPUB, where its heading is the title."""
    page = ruled(document("<div><head>Case</head><p>Rye</p></div>")).tree.head
    own = here().parse(f'<ed:page xmlns:ed="{EDITIO}">{page}</ed:page>')
    known = {"labels": labels(), "edition": "", "reference": here().parse("<p/>")}
    made = strings(here().run("epub", own, "epub", known).value)["text"]
    assert re.findall(r"<h\d[^>]*>([^<]*)<", made) == ["Case"]


def test_a_deletion_within_another_of_which_a_part_stands_again() -> None:
    """Both are shown; the part is read where the outer one is, nowhere but in the source."""
    deleted = '<del>two <seg xml:id="k">three</seg> four</del>'
    body = f'<p>A <del>one {deleted} five</del> b<undo target="#k"/></p>'
    assert reading(body) == "A b"
    assert reading(body, "diplomatic") == "A ⟦one ⟦two⟧ ⟦three⟧{stet} ⟦four⟧ five⟧ b"


def test_images_follow_the_facsimile_that_has_all_of_them() -> None:
    """Also where the text goes through its pages in another order."""
    pages = "".join(
        f'<surface xml:id="s{n}"><graphic url="https://example.org/{n}.png"/></surface>'
        for n in (1, 2)
    )
    body = '<pb facs="#s2" n="2"/><p>a</p><pb facs="#s1" n="1"/><p>b</p>'
    tei = document(body, apart=f"<facsimile>{pages}</facsimile>")
    for name in ("case.html", "case-diplomatic.html"):
        shown = applied("site", tei)[name].partition('class="images"')[2].partition("</script>")[0]
        assert re.findall(r"example.org/(\d).png", shown)[0] == "1"


def test_parts_of_a_dateline_run_on_where_a_script_has_no_blanks() -> None:
    """The third as the second."""
    parts = "<placeName>江戸</placeName><date>五月</date><time>朝</time>"
    assert reading(f"<opener><dateline>{parts}</dateline></opener>") == "江戸五月朝"


def test_a_link_leads_to_the_file_that_goes_with_the_text() -> None:
    """By the name of its own that reading has given it."""
    files = "b.pdf files/b.pdf a.pdf files/a.pdf c.pdf files/c.pdf"
    body = f'<p><ref xmlns:ed="{EDITIO}" target="a.pdf" ed:files="{files}">there</ref></p>'
    tei = document(body)
    assert 'target="files/a.pdf"' in str(ruled(tei).tree.head)
    assert 'href="files/a.pdf"' in outputs(tei)["epub.xhtml"]


@pytest.mark.parametrize("size", [".3em", "0.05em", "30%", "4pt", "6px", "13px"])
def test_words_of_less_than_half_the_size_are_small_too(size: str) -> None:
    """They are shown smaller, as others are; of no size at all they are not."""
    for said, look in ((size, "hi smaller"), ("0.0em", "hi")):
        tei = document(f'<p>A <hi style="font-size:{said}">b</hi></p>')
        for name in ("reading.html", "epub.xhtml", "print.html"):
            assert f'<span class="{look}"' in outputs(tei)[name], said
        assert ruled(tei).diagnostics == ()


def test_breaks_before_several_drawn_pages() -> None:
    """Each is told before the page that it stands before."""
    page = "<surface><zone><line>{}</line></zone></surface>".format
    body = f'<sourceDoc><pb n="1"/>{page("one")}<pb n="2"/>{page("two")}</sourceDoc>'
    tei = document().replace("<text><body><p>Rye</p></body></text>", body)
    text = plain(tei, "diplomatic").split("***\n\n")[1]
    assert text.split("\n\n") == ["[page 1]", "one", "[page 2]", "two\n"]


def test_a_letter_that_no_place_can_be_pointed_to_has_no_link() -> None:
    """As one that is quoted whole in another."""
    letters = "".join(
        f'<correspDesc xml:id="c{n}"><correspAction type="sent"><persName>{n}</persName>'
        "</correspAction></correspDesc>"
        for n in (1, 2)
    )
    quoted = '<floatingText decls="#c1"><body><p>x</p></body></floatingText>'
    tei = headed(f"<profileDesc>{letters}</profileDesc>").replace("<p>Rye</p>", quoted)
    made = outputs(tei)
    assert "<ed:link" not in made["facts.xml"]
    for name in ("reading.html", "epub.xhtml"):
        assert 'href="#"' not in made[name], name


def test_a_size_behind_a_comma_follows_it() -> None:
    """No sign is put between them; it is where a size stands behind a number alone."""
    size = '<dimensions type="leaf" unit="mm"><height>90</height><width>48</width></dimensions>'
    for words, told in (("40 leaves, ", "40 leaves, leaf"), ("40 leaves ", "40 leaves; leaf")):
        sheet = (
            f"<objectDesc><supportDesc><extent>{words}{size}</extent></supportDesc></objectDesc>"
        )
        named = "<msIdentifier><settlement>Lund</settlement></msIdentifier>"
        source = f"<msDesc>{named}<physDesc>{sheet}</physDesc></msDesc>"
        page: Any = html.fromstring(outputs(document(source=source))["reading.html"])
        assert told in " ".join("".join(map(str, page.itertext())).split()).lower()


def test_of_several_addresses_that_of_a_known_licence_is_told() -> None:
    """Wherever it stands among them."""
    licence = "https://creativecommons.org/licenses/by/4.0/"
    links = f'<ref target="https://example.org/terms">terms</ref>, <ref target="{licence}">CC</ref>'
    rights = f"<publisher>X</publisher><availability><licence>See {links}.</licence></availability>"
    tei = document().replace("<publicationStmt><p>none</p>", f"<publicationStmt>{rights}")
    page = applied("site", tei)["case.html"]
    assert re.findall(r'<link rel="license" href="([^"]+)"', page) == [licence]


def test_places_of_a_name_in_the_epub_are_parted() -> None:
    """By commas, in brackets behind the title."""
    verses = "".join(f'<l n="{n}"><persName ref="#bo">Bo</persName></l>' for n in (3, 4, 5))
    known = {"labels": labels()}
    facts = here().run("facts", ruled(document(verses)).tree, "facts", known).value.head
    entry = '<ed:entry id="bo" kind="person" sort="Bo"><ed:name>Bo</ed:name></ed:entry>'
    register = f'<ed:register id="r" lang="en"><ed:title>P</ed:title>{entry}</ed:register>'
    volume = f'<ed:volume xmlns:ed="{EDITIO}" lang="en">{facts}{register}</ed:volume>'
    known |= {"edition": "", "reference": here().parse("<p/>")}
    made = strings(here().run("epub", here().parse(volume), "epub", known).value)["registers"]
    assert "Bo. Case (3, 4, 5)" in re.sub(r"<[^>]+>", "", made)


def test_words_behind_a_picture_elsewhere_stand_apart_from_it() -> None:
    """But not the sign that follows it, however much stands behind."""
    picture = '<graphic url="https://example.org/y.jpg"><desc>a mill</desc></graphic>'
    for behind, told in ((", and <hi>b</hi> c", ", and b c"), ("or <hi>b</hi> c", " or b c")):
        assert reading(f"<p>See {picture}{behind}</p>") == f"See a mill{told}"


def test_a_line_of_a_title_page_ends_where_its_last_words_are_italic() -> None:
    """What comes before a break is looked for in the whole title, not in the look around it."""
    title = '<titlePart>The <hi rend="italic"><lb/>Mill</hi></titlePart>'
    front = f"<text><front><titlePage><docTitle>{title}</docTitle></titlePage></front>"
    assert "\nThe\nMill\n" in plain(document().replace("<text>", front), "reading")


@pytest.mark.parametrize(
    ("between", "told"),
    [
        ("", "40 leaves; 2 leaves"),
        (" ", "40 leaves; 2 leaves"),
        (" <seg>and</seg> ", "40 leaves and 2 leaves"),
        (' <dimensions unit="mm"><height>9</height></dimensions> ', "40 leaves; 9 mm; 2 leaves"),
    ],
)
def test_what_is_counted_apart_has_a_sign_between(between: str, told: str) -> None:
    """None where words join the two; one before and one behind a size."""
    counted = '<measure unit="leaf">{}</measure>'.format
    extent = f"<extent>{counted(40)}{between}{counted(2)}</extent>"
    named = "<msIdentifier><settlement>Lund</settlement></msIdentifier>"
    sheet = f"<objectDesc><supportDesc>{extent}</supportDesc></objectDesc>"
    source = f"<msDesc>{named}<physDesc>{sheet}</physDesc></msDesc>"
    page: Any = html.fromstring(outputs(document(source=source))["reading.html"])
    assert f"Extent: {told} Publication" in " ".join("".join(map(str, page.itertext())).split())


def test_a_paragraph_of_names_in_an_action_is_no_remark_on_it() -> None:
    """Who and where is told once; a note is told as it is, whomever it names."""
    said = (
        "<p><persName>Jo Bell</persName>, <placeName>Lund</placeName></p><p>12</p>"
        "<note>To <persName>Al</persName>.</note>"
    )
    action = f'<correspAction type="sent">{said}</correspAction>'
    facts = outputs(headed(f"<profileDesc><correspDesc>{action}</correspDesc></profileDesc>"))
    (told,) = re.findall(r"<ed:action[^>]*>(.*?)</ed:action>", facts["facts.xml"], re.S)
    assert re.findall(r"<ed:(\w+)[^>]*>([^<]*)", told) == [
        ("party", "Jo Bell"),
        ("place", "Lund"),
        ("remark", "12"),
        ("remark", "To Al."),
    ]


def test_a_verse_that_begins_with_a_line_of_the_source_stands_in_that_line() -> None:
    """Not from the line before it."""
    lemma = '<lem wit="#A"><l n="2"><lb n="5"/>b</l></lem><rdg wit="#B"><l n="2">d</l></rdg>'
    verses = f'<lg><l n="1"><lb n="4"/>a</l><app>{lemma}</app></lg>'
    facts = outputs(document(verses, source=WITNESSES))["facts.xml"]
    assert re.findall('<ed:entry [^>]* place="([^"]*)"', facts) == ["5"]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        # A sign raised behind a figure, whatever stands before.
        ('In <hi>1850</hi> 5<hi rend="superscript">2</hi>', "In 1850 5²"),
        # A mark of division is one only right before the end of its line.
        ('bar<pc force="weak">-</pc>ley <hi>and</hi><lb break="no"/>s', "bar-ley ands"),
        ('bar<pc force="weak">-</pc><lb break="no"/>ley', "barley"),
        # A picture of which only the description is there stands apart from the word before it.
        (
            "Rye <hi>in</hi> bloom<figure><desc>a ship</desc></figure>",
            "Rye in bloom [a ship]",
        ),
        # As much as is said to be lost, where bounds are: not what stands between them.
        (
            '<gap reason="lost" extent="3" atLeast="2" atMost="4" unit="chars"/>',
            "[… lost 2–4 characters]",
        ),
        ('<gap extent="3" unit="chars"/>', "[… gap 3 characters]"),
        # What was undone, done again and undone once more stands.
        ('<del xml:id="d">rye</del> oats<undo target="#d"/><redo target="#d"/>', "oats"),
        (
            '<del xml:id="d">rye</del><undo target="#d"/><redo target="#d"/><undo target="#d"/>',
            "rye",
        ),
    ],
)
def test_what_decides_of_several(body: str, words: str) -> None:
    """How a sign or word is joined, what stands right beside it; of several statements, the last or
    the one that says more.
    """
    assert reading(f"<p>{body}</p>") == words


def test_a_relation_is_called_by_its_name() -> None:
    """Its type is told where it has none."""
    people = "".join(f'<person xml:id="{n}"><persName>{n}</persName></person>' for n in "ab")
    for said, kind in {
        'name="spouse" type="personal"': "spouse",
        'type="personal"': "personal",
    }.items():
        row = f'<relation {said} mutual="#a #b"><desc>since 1850</desc></relation>'
        body = f"<p>Rye.</p><listPerson>{people}</listPerson><listRelation>{row}</listRelation>"
        page = html.fromstring(outputs(body)["reading.html"])
        assert f"a, b: {kind} since 1850" in " ".join("".join(map(str, page.itertext())).split())


def test_a_text_in_two_languages_alike_is_said_to_be_in_neither() -> None:
    """That of which most is said is the language of the text."""
    for share, known in ((50, False), (60, True)):
        used = f'<language ident="la" usage="{share}">Latin</language>'
        used += f'<language ident="de" usage="{100 - share}">German</language>'
        tei = document("<p>Rye</p>").replace(
            "</fileDesc>", f"</fileDesc><profileDesc><langUsage>{used}</langUsage></profileDesc>"
        )
        facts = outputs(tei.replace(' xml:lang="en"', ""))["facts.xml"]
        (said,) = re.findall(r'<ed:facts[^>]* lang="([^"]*)"', facts)
        assert (said in {"la", "de"}, said == "la") == (known, known)


def test_a_note_of_which_no_call_is_known_stays_among_the_notes() -> None:
    """Under their heading; of notes that are all called nothing is left there."""
    notes = '<head>Remarks</head><note xml:id="n">dear</note>'
    for more in ("", "<note>by itself</note>"):
        words = reading(f'<p>Rye<ref target="#n">1</ref>.</p><div>{notes}{more}</div>')
        assert ("Remarks" in words) == ("by itself" in words) == bool(more)


def test_a_note_within_what_it_is_about_is_called_once() -> None:
    """Where it stands; one that stands elsewhere is called behind what it is about."""
    body = (
        '<p>Rye <seg xml:id="a">is<note target="#a">dear</note> here</seg>, '
        '<seg xml:id="b">oats</seg> are.<note target="#b">cheap</note></p>'
    )
    assert reading(body).startswith("Rye is[1] here, oats[2] are.")


def test_parts_of_an_opener_on_lines_of_their_own_are_blocks() -> None:
    """White space between them is no text of the opener's own."""
    parts = "<dateline>Basel</dateline>\n<salute>Dear Ann,</salute>\n"
    page = outputs(f"<div><opener>\n{parts}</opener><p>Rye.</p></div>")["reading.html"]
    for name in ("dateline", "salute"):
        assert f'<div class="{name}"' in page


def test_a_link_to_a_figure_is_called_by_its_heading() -> None:
    """By its number where it has none."""
    figures = '<figure xml:id="a"><head>A ship</head></figure><figure xml:id="b"/>'
    for one, words in (("a", "A ship"), ("b", "figure 2")):
        assert f">{words}</a>" in outputs(f'<p><ref target="#{one}"/></p>{figures}')["reading.html"]


def test_an_address_that_is_all_a_licence_says_is_told_once() -> None:
    """Also where it is a link in the source."""
    address = "https://example.org/terms"
    for said in (address, f'<ref target="{address}">{address}</ref>'):
        rights = (
            f"<publisher>Salt</publisher><availability><licence>{said}</licence></availability>"
        )
        tei = document("<p>Rye</p>").replace(
            "<publicationStmt><p>none</p>", f"<publicationStmt>{rights}"
        )
        assert outputs(tei)["reading.html"].count(f">{address}</a>") == 1
