"""Forms that stand seldom in a text or its header, and their right values in what is published."""

import re

import pytest
from editio.formats.text import plain as set_in_lines
from editio.formats.text import witnesses
from editio.model.context import Text
from editio.render.job import here, labels

from tests.rules.outputs import applied, outputs, plain, ruled
from tests.rules.test_empty_and_several import document, reading
from tests.rules.test_seldom import WITNESSES

APP = '<app><lem wit="#A">rye</lem><rdg wit="#B">ray</rdg></app>'
PAGES = ("reading.html", "diplomatic.html", "epub.xhtml", "print.html")


def profile(parts: str, source: str = "", apart: str = "") -> str:
    """Return a document of which the header says this after its file."""
    tei = document(source=source, apart=apart)
    return tei.replace("</fileDesc>", f"</fileDesc><profileDesc>{parts}</profileDesc>")


def licensed(statement: str) -> list[str]:
    """Return where the licence of a document can be read that states this."""
    stated = f"<publisher>Mill</publisher><availability>{statement}</availability>"
    tei = document().replace("<p>none</p></publicationStmt>", f"{stated}</publicationStmt>")
    return re.findall('name="licence" target="([^"]*)"', outputs(tei)["facts.xml"])


def drawn(surfaces: str) -> str:
    """Return a document that is a transcript of pages and has no other text."""
    head, found, _ = document().partition("</teiHeader>")
    return f"{head}{found}<sourceDoc>{surfaces}</sourceDoc></TEI>"


def inscribed(words: str, behind: str = "") -> str:
    """Return the words of an inscription in plain text."""
    return reading(f'<div type="edition"><ab><lb n="1"/>{words}</ab></div>{behind}')


def of_witnesses(body: str) -> dict[str, str]:
    """Return the text of each witness."""
    tree = ruled(document(body, source=WITNESSES)).tree
    files = witnesses(Text("case", "case.xml", here(), tree, labels(), "", lambda _: None))
    return {
        path.rpartition("/")[2].removesuffix(".txt"): page.decode().rpartition("***")[2].strip()
        for path, page in files.items()
    }


# --- Headers


def test_a_side_of_a_text_that_names_its_people_alone() -> None:
    """One blank parts its name from who speaks to whom."""
    said = '<textDesc><interaction active="singular" passive="many"/></textDesc>'
    assert "<p>interaction: (one person → many)</p>" in outputs(profile(said))["reading.html"]


def test_words_of_a_licence_that_are_an_address_lead_where_their_link_leads() -> None:
    """As words alone they lead to what they say."""
    words, target = "https://example.org/rights", "https://creativecommons.org/licenses/by/4.0/"
    assert licensed(f'<licence><ref target="{target}">{words}</ref></licence>') == [target]
    assert licensed(f"<licence>{words}</licence>") == [words]


def test_documents_are_the_text_in_italian() -> None:
    """With their pictures they are under the licence of the text."""
    target = "https://creativecommons.org/licenses/by/4.0/"
    words = "Documenti e immagini sotto CC BY."
    assert licensed(f'<licence target="{target}">{words}</licence>') == [target]


def test_of_two_languages_used_alike_neither_is_that_of_the_text() -> None:
    """One that is used more is."""
    for usage, lang in ((50, []), (40, ["la"])):
        used = f'<language ident="la" usage="50"/><language ident="de" usage="{usage}"/>'
        tei = profile(f"<langUsage>{used}</langUsage>").replace(' xml:lang="en"', "")
        found = re.findall('<ed:facts [^>]*lang="(.*?)"', outputs(tei)["facts.xml"])
        assert [one for one in found if one != "en"] == lang


@pytest.mark.parametrize(
    ("words", "told"),
    [("Julian", "Julian"), ("", "j"), ("Julian, as it was kept in all of the provinces", "j")],
)
def test_a_calendar_is_named_in_short(words: str, told: str) -> None:
    """One of many words, or of none, by its id."""
    origin = '<history><origin><origDate calendar="#j">3 May</origDate></origin></history>'
    source = f"<msDesc><msIdentifier><idno>7</idno></msIdentifier>{origin}</msDesc>"
    calendar = f'<calendarDesc><calendar xml:id="j"><p>{words}</p></calendar></calendarDesc>'
    facts = outputs(profile(calendar, source))["facts.xml"]
    assert re.findall('<ed:field name="date"[^>]*>([^<]*)<', facts) == [f"3 May ({told})"]


@pytest.mark.parametrize(
    ("behind", "said"),
    [("and more", "rye and more"), (", and more", "rye, and more"), ("; more", "rye; more")],
)
def test_a_list_in_a_sentence_of_a_header_stands_apart(behind: str, said: str) -> None:
    """But from the sign behind it."""
    source = f"<bibl>Has <list><item>rye</item></list>{behind}</bibl>"
    assert (
        f'<ed:field name="source">Has {said}</ed:field>'
        in outputs(document(source=source))["facts.xml"]
    )


def test_under_a_title_each_task_has_its_own_people() -> None:
    """A translator is named apart from the editor."""
    people = '<author>Al</author><editor role="translator">Bo Rye</editor><editor>Cy Oat</editor>'
    made = outputs(document(named=people))
    for page in ("reading.html", "diplomatic.html", "epub.xhtml"):
        assert ">Al · Translator: Bo Rye · Editor: Cy Oat<" in made[page], page


def test_a_document_within_without_a_title_has_no_heading() -> None:
    """Nor a sign in place of one."""
    header = document().partition("<teiHeader>")[2].partition("</teiHeader>")[0]
    inner = header.replace("<title>Case</title>", "<title/>")
    within = f"<TEI><teiHeader>{inner}</teiHeader><text><body><p>Oats</p></body></text></TEI>"
    page = outputs(document().replace("<text>", f"{within}<text>"))["reading.html"]
    assert "Oats" in page
    assert not re.search("<h2[^>]*>.*?–.*?</h2>", page)


# --- Blocks


@pytest.mark.parametrize("last", ["<gap/>", '<pb n="2"/>'])
def test_what_follows_the_last_item_stands_behind_the_list(last: str) -> None:
    """As the loss at the end of a list, or the page that begins there."""
    made = outputs(document(f"<list><item>rye</item>{last}</list>"))
    sign = "[… gap]" if "gap" in last else ">2</span>"
    for page in PAGES[:3]:
        assert sign in made[page].partition("</ul>")[2], page


def test_a_note_opens_with_its_first_words() -> None:
    """Not with the page or the place that begins there: they stand beside its number."""
    for first in ('<pb n="3"/>', '<anchor xml:id="a"/>', "<lb/>"):
        page = outputs(document(f"<p>A<note>{first}<p>Rye</p><p>b</p></note></p>"))["print.html"]
        assert len(re.findall('class="opens p">Rye<', page)) == 1


def test_a_division_of_notes_that_nothing_calls_is_read() -> None:
    """With its heading; one that is called leaves no more than what is not."""
    for called, call in (("", ""), ('<note xml:id="n">Oats</note>', '<ref target="#n">1</ref>')):
        body = f"<p>A{call}</p><div><head>Notes</head><note>Rye</note>{called}</div>"
        made = outputs(document(body))
        for page in PAGES:
            assert re.search(r">Notes</h\d>", made[page]), page
            assert ">Rye<" in made[page], page


def test_verses_among_words_of_a_phrase_are_as_near_as_verses_are() -> None:
    """In plain text no blank line parts them from the words of the phrase."""
    assert reading("<p>A <seg>b <l>c</l> d</seg> e</p>") == "A\n\nb\nc\nd\n\ne"


def test_a_heading_that_follows_another_keeps_its_blanks() -> None:
    """In plain text, where the two are lines of their own."""
    heads = '<head type="sub">A</head><head type="main">B <hi>c</hi> <hi>d</hi></head>'
    assert reading(f"<div>{heads}<p>e</p></div>").splitlines()[:2] == ["## A", "B c d"]


def test_how_a_speech_is_given_is_a_block_where_it_holds_blocks() -> None:
    """Else it stands in the line of the speaker."""
    for stage, line in (("<p>softly</p>", "Jo"), ("<l>softly</l>", "Jo"), ("softly", "Jo softly")):
        body = f'<sp><speaker>Jo</speaker><stage type="delivery">{stage}</stage><p>Rye</p></sp>'
        made = outputs(document(body))
        for page in PAGES:
            (speaker,) = re.findall('<div[^>]*class="(?:block )?speaker"[^>]*>(.*?)</div>',
                                    made[page], re.DOTALL)  # fmt: skip
            assert re.sub("<[^>]*>", "", speaker) == line, page


def test_an_opener_without_words_of_its_own_is_no_sentence() -> None:
    """Line ends of the file between its parts are no words."""
    opener = "<opener>\n<dateline>Rye, May</dateline>\n<salute>Dear Jo,</salute>\n</opener>"
    made = outputs(document(f"{opener}<p>a</p>"))
    for page in PAGES:
        assert re.search('<div class="(block )?salute">Dear Jo,</div>', made[page]), page


def test_signs_between_two_lines_stand_in_lines_of_their_own() -> None:
    """Each of them, where white space alone is between them."""
    marks = "<metamark>b</metamark>\n<metamark>d</metamark>"
    zone = f"<zone><line>a</line>\n{marks}\n<line>c</line></zone>"
    page = drawn(f"<surface>{zone}</surface>")
    assert plain(page, "diplomatic").splitlines()[-4:] == ["a", "b", "d", "c"]
    assert re.sub(r"\s+", " ", re.sub("<(?!br)[^>]*>", "", outputs(page)["diplomatic.html"])) \
        .strip().endswith("a <br/>b <br/>d <br/>c")  # fmt: skip


def test_a_word_goes_on_where_its_line_ends_in_white_space() -> None:
    """A weak hyphen or a break at the end of the line says so, not what follows it in the file."""
    for end, begin in (('<pc force="weak">-</pc> ', ""), ('<milestone break="no"/>\n', "\n ")):
        lines = f"<line>oat{end}</line>\n<line>{begin}<hi>meal</hi></line>"
        page = drawn(f"<surface><zone>{lines}</zone></surface>")
        assert plain(page, "reading").rpartition("***")[2].strip() == "oatmeal"


def test_what_stands_between_two_pages_of_a_word_is_told_once() -> None:
    """The number of the page within the word, the note where it stands."""
    page = drawn(
        '<surface><zone><line>oat</line></zone></surface><note>Torn.</note><pb n="2"/>'
        '<surface><zone><line break="no">meal</line></zone></surface>'
    )
    for name in PAGES[:3]:
        words = outputs(page)[name]
        assert words.count("Torn.") == 1, name
        assert re.search(r">2</span>(<[^>]*>)*meal", words), name


# --- Words


def test_a_character_declared_twice_has_the_name_of_the_first() -> None:
    """What is declared twice is told by a check; it stops no page."""
    names = "".join(f'<char xml:id="x"><charName>{one}</charName></char>' for one in "AB")
    tei = document('<p>A <g ref="#x"/></p>').replace(
        "</fileDesc>", f"</fileDesc><encodingDesc><charDecl>{names}</charDecl></encodingDesc>"
    )
    assert plain(tei, "reading").splitlines()[-1] == "A ‹A›"


def test_a_form_with_an_id_that_another_has_is_the_first() -> None:
    """Where an example refers to it."""
    forms = "".join(f'<form xml:id="f"><orth>{one}</orth></form>' for one in ("rye", "oat"))
    example = '<cit><quote>a <oRef target="#f"/></quote></cit>'
    assert reading(f"<entry>{forms}{example}</entry>").endswith("a rye”")


@pytest.mark.parametrize(
    ("size", "smaller"), [("9px", 1), ("10px", 1), ("13.5px", 1), ("14px", 0), ("1px", 1)]
)
def test_letters_of_less_than_fourteen_pixels_are_smaller(size: str, smaller: int) -> None:
    """Those of a browser have sixteen."""
    made = outputs(document(f'<p>A <hi style="font-size: {size}">rye</hi></p>'))
    for page in PAGES:
        assert made[page].count('class="hi smaller"') == smaller, page


def test_a_deletion_undone_again_stands() -> None:
    """What was said last of it counts."""
    changes = {"undo": "A b c", "undo redo": "A c", "undo redo undo": "A b c"}
    for said, words in changes.items():
        marks = "".join(f'<{one} target="#d"/>' for one in said.split())
        assert reading(f'<p>A <del xml:id="d">b</del>{marks} c</p>') == words, said


def test_a_restored_mark_of_a_note_is_no_lost_word() -> None:
    """The bracket of lost words closes before it and opens behind it."""
    mark = '<supplied reason="lost"><ref target="#q">1</ref></supplied>'
    lost = '<supplied reason="lost">b</supplied>'
    notes = '<div type="notes"><note xml:id="q">N</note></div>'
    assert inscribed(f"a {lost}{mark} c", notes).splitlines()[0] == "1 a [b][1] c"
    assert inscribed(f"a {lost}{mark}{lost} c", notes).splitlines()[0] == "1 a [b][1][b] c"


def test_lost_letters_that_are_no_whole_number_are_of_unknown_extent() -> None:
    """Nobody can count a letter and a half in points."""
    for said in ('quantity="1.5"', 'extent="2.5"', 'quantity="some"'):
        assert inscribed(f'a <gap reason="lost" {said} unit="character"/> b') == "1 a [- - -] b"
    assert inscribed('a <gap reason="lost" quantity="2" unit="character"/> b') == "1 a [..] b"


def test_bounds_of_a_loss_say_more_than_its_number() -> None:
    """Two to four words, of which some catalogue says three."""
    bounds = 'extent="3" atLeast="2" atMost="4"'
    made = outputs(document(f'<p>A <gap {bounds} unit="word"/></p>'))
    for page in PAGES:
        assert "[… gap 2–4 words]" in made[page], page


def test_lines_without_numbers_make_no_inscription() -> None:
    """Of prose whose white space is kept, or that has named parts."""
    lost = '<gap reason="lost" quantity="3" unit="character"/>'
    for number, words in (("", "a b [… lost 3 characters]"), (' n="1"', "a\n1 b [...]")):
        prose = f'<div type="edition" xml:space="preserve"><p>a<lb{number}/>b {lost}</p></div>'
        assert reading(prose) == words


def test_raised_figures_behind_another_sentence_are_raised() -> None:
    """What stands right before them tells whether they are part of a number."""
    power = '{}<hi rend="superscript">{}</hi>'.format
    assert reading(f"<p>{power('5', 2)} and {power('6', 3)}</p>") == "5² and 6³"


def test_a_picture_in_words_behind_other_elements_stands_apart() -> None:
    """From the word right before it."""
    body = "<p>A <hi>b</hi> c<figure><desc>rye</desc></figure> d</p>"
    assert reading(body) == "A b c [rye] d"


def test_a_label_with_markup_right_behind_it_has_no_blank_of_its_own() -> None:
    """Words right behind it are parted from it."""
    for behind, words in (("<hi>d</hi>e", "b cde"), ("d<hi>e</hi>", "b c de")):
        assert reading(f"<p>b <label>c</label>{behind}</p>") == words


def test_an_abbreviation_that_no_expansion_follows_keeps_its_blank() -> None:
    """Of two abbreviated words on two lines of the file; what resolves one joins it."""
    expan = "<p>A <expan><abbr>ap</abbr>\n{}<ex>t</ex></expan></p>"
    for words, read in (("", "A apt"), ("<abbr>os</abbr>", "A ap ost")):
        assert reading(expan.format(words)) == read


def test_a_sign_of_a_word_that_goes_on_in_its_line_is_in_both_texts() -> None:
    """The break behind it says whether it is a hyphen of the line, not one further on."""
    body = '<p>oat<pc force="weak">-</pc><hi>meal</hi> and oat<lb break="no"/>meal</p>'
    assert reading(body) == "oat-meal and oatmeal"


def test_words_of_chinese_on_two_lines_of_the_file_are_not_parted() -> None:
    """Be each sign in an element of its own."""
    assert reading("<p><hi>漢</hi><hi>字</hi>\n<hi>漢</hi><hi>字</hi></p>") == "漢字漢字"


def test_what_a_note_is_about_calls_it_once() -> None:
    """Where the note stands in it."""
    for body in (
        '<p xml:id="p">A <note target="#p">N</note> b</p>',
        '<p>A <seg xml:id="p">a<note target="#p">N</note> c</seg> b</p>',
    ):
        assert reading(body).splitlines()[0].count("[1]") == 1


def test_a_relation_is_called_by_its_name() -> None:
    """Its type is told where it has none."""
    relation = '<listRelation><relation {} active="#a" passive="#b"/></listRelation>'
    for said, word in (('name="parent" type="kin"', "parent"), ('type="kin"', "kin")):
        made = outputs(document(relation.format(said)))
        for page in PAGES:
            assert f">#a → #b: {word}<" in made[page], page


def test_the_hyphen_of_a_line_is_no_part_of_what_was_corrected() -> None:
    """Where it is all of it, it is."""
    for sic, told in (("oat{}<lb break='no'/>mal", "oatmal"), ("{}", "-")):
        for sign in ("-", '<pc force="weak">-</pc>'):
            body = f"<p>a <choice><sic>{sic.format(sign)}</sic><corr>b</corr></choice></p>"
            facts = outputs(document(body))["facts.xml"]
            assert re.findall("<ed:source-has>(.*?)<", facts) == [told]


def test_a_pointer_names_a_place_by_four_words_however_many_elements_they_are_in() -> None:
    """Initials in elements of their own, or letters, are parts of words."""
    for words in (
        "<hi>I</hi>n <hi>t</hi>he <hi>b</hi>eginning was the word",
        "<c>I</c><c>n</c> <c>t</c><c>h</c><c>e</c> beginning <c>w</c>as the word",
    ):
        body = f'<p>See <ptr target="#q"/>.</p><p xml:id="q">{words}</p>'
        assert reading(body).splitlines()[0] == "See “In the beginning was …”."


def test_an_annotation_whose_first_place_is_unknown_is_told_to_be_shown_nowhere() -> None:
    """It is no code of the word that it names next."""
    for places, found in (("#nope #x", ["T008"]), ("#x #nope", [])):
        apart = f'<standOff><spanGrp><span target="{places}">noun</span></spanGrp></standOff>'
        tei = document('<p><w xml:id="x">b</w></p>', apart=apart)
        assert [one.code for one in ruled(tei).diagnostics if one.code == "T008"] == found


def test_the_picture_of_a_whole_text_shows_its_first_place() -> None:
    """The document itself is no place of a page."""
    body = '<milestone unit="x" facs="https://example.org/a.jpg"/><p xml:id="p">a</p>'
    page = outputs(document(body))["reading.html"]
    assert re.findall(r'"at": ?\[?"?([^",\]]*)', page) == ["p"]


# --- Apparatus


def test_why_a_reading_without_words_is_told_with_its_witness() -> None:
    """Not also with whoever answers for it."""
    reasons = 'resp="#x" source="#y" cause="haste"'
    app = f'<app><lem wit="#A">rye</lem><rdg wit="#B" {reasons}/></app>'
    page = outputs(document(f"<p>A {app}</p>", source=WITNESSES))["reading.html"]
    assert re.findall('<small class="grounds">(.*?)</small>', page) == ["B: haste"]


def test_a_part_before_a_number_is_parted_by_a_point_of_a_heading_by_a_comma() -> None:
    """Each from what follows it."""
    poem = f'<lg><l n="1">an {APP}</l><l n="2">b</l></lg>'
    songs = "".join(f"<div><head>{one}</head>{poem}</div>" for one in ("Dawn", "Dusk"))
    cantos = "".join(f'<div n="{one}">{songs}</div>' for one in (2, 3))
    books = "".join(f'<div n="{one}">{cantos}</div>' for one in (1, 2))
    page = outputs(document(books, source=WITNESSES))["reading.html"]
    keys = re.findall('class="entry-key"[^>]*>(.*?)</a>', page)
    assert keys[:3] == ["1.2, Dawn, 1", "1.2, Dusk, 1", "1.3, Dawn, 1"]


def test_words_copied_from_a_reading_are_those_that_it_has() -> None:
    """Of an entry within it the words that are read."""
    inner = '<app><lem wit="#A">y</lem><rdg wit="#B">z</rdg></app>'
    copied = f'<lem wit="#A" xml:id="c">x {inner}</lem><rdg wit="#B"><seg copyOf="#c"/></rdg>'
    facts = outputs(document(f"<p>a <app>{copied}</app></p>", source=WITNESSES))["facts.xml"]
    assert re.findall('<ed:reading kind="reading"[^>]*>\\s*<ed:words>(.*?)<', facts)[:1] == ["x y"]


def test_an_entry_that_names_no_place_stands_where_the_text_before_it_ends() -> None:
    """Not at the end of all."""
    listed = '<listApp><app loc="9"><lem>z</lem><rdg wit="#B">c</rdg></app></listApp>'
    tei = document(f'<p xml:id="p">a</p>{listed}<p xml:id="q">b</p>', source=WITNESSES)
    assert re.findall('<ed:intervention [^>]*in="(.)"', outputs(tei)["facts.xml"]) == ["p"]


def test_each_layer_has_its_band_of_the_foot() -> None:
    """In the order of the layers, the first of which has none."""
    one = '<app from="#p"><lem>a</lem><rdg wit="#B">c</rdg></app>'
    layers = "".join(
        f'<listApp type="{name}">{one}</listApp>' for name in ("apparatus", "testimonia", "sources")
    )
    page = outputs(document(f'<p xml:id="p">a b</p>{layers}', source=WITNESSES))
    names = re.findall('<ed:layer name="(.*?)"', page["facts.xml"])
    bands = dict(re.findall('data-layer="([^"]*)" data-band="(.)"', page["print.html"]))
    assert bands == {name: str(at) for at, name in enumerate(names) if at}
    assert len(names) == 3


def test_a_line_of_prose_beside_an_inscription_is_none_of_its_lines() -> None:
    """No part is told before a number that the lines of one part alone have."""
    choice = "<choice><sic>b</sic><corr>c</corr></choice>"
    part = f'<div type="textpart" n="1"><ab><lb n="1"/>a {choice}</ab></div>'
    body = f'<div type="edition">{part}</div><div><p><lb n="1"/>x</p></div>'
    page = outputs(document(body))["print.html"]
    assert re.findall('class="line-key verse"[^>]*><span>(.*?)</span>', page)[:1] == ["1"]


def test_a_correction_that_leaves_nothing_behind_a_blank_stands_at_the_last_words() -> None:
    """Its note would stand by itself on the next page."""
    body = "<p>x <q><p>a</p></q><hi> </hi><choice><sic>a</sic><corr/></choice></p>"
    page = outputs(document(body))["print.html"]
    (paragraph,) = re.findall(r'<p id="[^"]*" class="p">(a.*?)</p>', page)
    assert 'class="footnote variant"' in paragraph


def test_words_that_a_witness_lacks_are_not_in_its_text() -> None:
    """From where it breaks off to where it goes on; pages and losses there, neither."""
    begins = '<app><lem wit="#A">rye</lem><rdg wit="#B"><lacunaStart/></rdg></app>'
    ends = '<app><lem wit="#A">oat</lem><rdg wit="#B"><lacunaEnd/></rdg></app>'
    body = f"<p>One {begins} two <gap/> {ends} three</p><p>All</p>"
    texts = of_witnesses(body)
    assert texts["B"].startswith("One […]")
    assert "two" not in texts["B"]
    assert "gap" not in texts["B"]
    assert "two" in texts["A"]


def test_where_an_entry_stands_is_told_alike_on_pages_and_in_data() -> None:
    """From its first verse to its last, or line; by the verse of a chapter."""
    bodies = {
        '<lg><app><lem wit="#A"><l n="1">a</l><l n="2">b</l></lem>'
        '<rdg wit="#B"><l>c</l></rdg></app></lg>': "1–2",
        '<div type="edition"><ab><lb n="1"/>x <app><lem wit="#A">a <lb n="2"/>b</lem>'
        '<rdg wit="#B">c</rdg></app></ab></div>': "1–2",
        f'<p n="1"><seg n="2">an {APP}</seg></p>': "2",
        f"<p>an {APP}</p>": "¶ 1",
    }  # fmt: skip
    for body, place in bodies.items():
        made = outputs(document(body, source=WITNESSES))
        assert re.findall('class="entry-key"[^>]*>(.*?)</a>', made["reading.html"]) == [place]
        assert re.findall('<ed:intervention .* place="(.*?)"', made["facts.xml"]) == [place]


def test_signs_of_the_edition_are_not_told_to_be_words_in_brackets() -> None:
    """Brackets are told where they stand, around words that a rule of an edition adds."""
    tree = here().serialize(ruled(document("<p>A b</p>")).tree)
    for added, told in ((", ", False), ("with", True)):
        own = f'<ed:inline own="yes" kind="added">{added}</ed:inline>'
        made = here().parse(tree.replace("A b", f"A{own} b"))
        text = Text("case", "case.xml", here(), made, labels(), "", lambda _: None)
        assert ("[ ]: words that the edition adds" in set_in_lines(text, "reading").text) is told


def test_who_is_named_as_a_source_alone_has_no_text() -> None:
    """A text is that of a witness with readings."""
    source = '<app type="testimonia"><lem>y</lem><rdg wit="#C">Homer</rdg></app>'
    assert [*of_witnesses(f"<p>One {APP} {source}</p>")] == ["A", "B"]


def test_a_lacuna_that_begins_in_a_heading_of_verse_begins_there() -> None:
    """A heading belongs to the paragraph behind it, if there is one."""
    begins = '<app><lem wit="#A">rye</lem><rdg wit="#B"><lacunaStart/></rdg></app>'
    ends = '<app><lem wit="#A">oat</lem><rdg wit="#B"><lacunaEnd/></rdg></app>'
    for block, place in (("<lg><l>{}</l></lg>", "The rye"), ("<p>{}</p>", "¶ 1")):
        body = f"<div><head>The {begins}</head>{block.format(ends)}</div>"
        page = outputs(document(body, source=WITNESSES))["reading.html"]
        row = re.findall("<tr>(.*?)</tr>", page.partition('class="passages"')[2])[1]
        assert re.findall('<a href="#c1">(.*?)</a>', row) == [place]


# --- Notes and what leads to them

HELD = '<note xml:id="n1"{}>Note.</note>'


@pytest.mark.parametrize("pointer", ['<ptr target="#n1"/>', '<ref target="#n1">1</ref>'])
@pytest.mark.parametrize("said", ["", ' place="foot"', ' target="#there"'])
def test_a_pointer_at_a_word_calls_a_note_between_blocks(pointer: str, said: str) -> None:
    """It is called there, and nowhere else."""
    there = pointer.replace(" target", ' xml:id="there" target')
    body = f"<div><p>Rye{there} is dear.</p><p>Oats.</p>{HELD.format(said)}</div>"
    assert reading(body) == "Rye[1] is dear.\n\nOats.\n\n## Notes\n\n[1] Note."
    made = outputs(document(body))
    for name in PAGES[:3]:
        assert len(re.findall('class="note-call"', made[name])) == 1, name
    assert made["print.html"].count("Note.") == 1


@pytest.mark.parametrize(
    ("pointer", "number", "said"),
    [
        ('<ptr target="#n1"/>', ' n="3"', "3"),
        ('<ref target="#n1"/>', ' n="3"', "3"),
        ('<ptr target="#n1"/>', "", "“Note.”"),
        ('<ref target="#n1"/>', "", "“Note.”"),
        ('<ref target="#n1">the note</ref>', "", "the note"),
    ],
)
def test_a_pointer_behind_a_blank_leads_to_a_note(pointer: str, number: str, said: str) -> None:
    """By its number, its first words or the words of the pointer; the note stays in its place."""
    body = f"<div><p>See {pointer}.</p>{HELD.format(number)}<p>Oats.</p></div>"
    beside = "[3] " if number else ""  # as the source has it
    assert reading(body) == f"See {said}.\n\n{beside}Note.\n\nOats."
    made = outputs(document(body))
    for name in PAGES:
        assert re.search(f'See <a [^>]*href="#(case.)?n1"[^>]*>{said}</a>', made[name]), name


def test_what_is_nearest_to_the_number_says_why_a_note_is_called_there() -> None:
    """Of grounds on three levels the innermost."""
    inner = '<supplied evidence="external">1</supplied>'
    call = f'<ref target="#n1" evidence="internal">{inner}</ref>'
    body = f'<p>Rye<supplied evidence="conjecture">{call}</supplied></p>'
    page = outputs(document(f'{body}<div type="notes">{HELD.format("")}</div>'))["reading.html"]
    assert "(marker placed by the editors; external evidence)" in page


def test_a_further_call_that_editors_placed_is_a_call_in_the_table_of_characters() -> None:
    """As the first one is."""
    first, more = '<ptr target="#n1"/>', '<supplied><ptr target="#n1"/></supplied>'
    body = f'<p>Rye{first} and oats{more}.</p><div type="notes">{HELD.format("")}</div>'
    tree = ruled(document(body)).tree
    laid = set_in_lines(
        Text("case", "case.xml", here(), tree, labels(), "", lambda _: None), "reading"
    )
    calls = [one for one in laid.spans if one.facts.get("kind") == "call"]
    assert [laid.text[one.start : one.end] for one in calls] == ["[1]", "[[1]]"]


# --- What stands beside, and what a part alone has


def test_one_blank_stands_before_a_paragraph_among_words() -> None:
    """Though a break of a line stands before the words in front of it."""
    body = '<p>Alpha<lb/> beta <seg type="para">gamma</seg> delta</p>'
    assert ">Alpha <i/>beta <span" in outputs(body)["reading.html"]


def test_an_example_of_encoding_stays_as_it_is() -> None:
    """What it says of how sure something is belongs to the example, whatever its namespace."""
    sure = '<supplied>bum<certainty locus="value" cert="low"/></supplied>'
    tei = "http://www.tei-c.org/ns/1.0"
    page = outputs(f'<p>As in <egXML xmlns="{tei}">{sure}</egXML></p>')["reading.html"]
    assert page.count("&lt;supplied&gt;bum&lt;certainty") == 1


def test_words_go_on_behind_music() -> None:
    """However many parts of a sentence follow it."""
    music = (
        '<mei:mei xmlns:mei="http://www.music-encoding.org/ns/mei"><mei:syl>la</mei:syl></mei:mei>'
    )
    said = reading(f"<p>Sing {music}twice <hi>here</hi> and end.</p>")
    assert said == "Sing [music, not shown: la] twice here and end."


def test_words_in_latin_letters_within_a_line_that_runs_to_the_left() -> None:
    """They run to the right, though what is nearest around them has nothing else."""
    inner = '<hi><foreign xml:lang="he">shalom</foreign></hi>'
    page = outputs(f'<p>One <foreign xml:lang="he">שלום {inner}</foreign>.</p>')["reading.html"]
    assert re.findall('lang="he" dir="(...)"', page) == ["rtl", "ltr"]


def test_variants_between_words_and_a_list_within_an_item() -> None:
    """A note on them stands where they stand, whatever follows."""
    inner = "<list><item>oats</item></list>"
    body = f"<list><item>first {inner} then {APP} and <hi>more</hi> at last</item></list>"
    page = outputs(document(body, source=WITNESSES))["print.html"]
    words = re.sub("<[^>]*>", "", page.partition('class="bulleted"')[2]).replace("\xa0", " ")
    assert "then rye rye] ray B and more at last" in words


def test_how_sure_a_correction_without_its_error_is_is_shown_nowhere() -> None:
    """It is told once that it is lost, also where it stands in words of that kind."""
    for name in ("corr", "reg", "expan"):
        said = f'<p>A <{name}>word<certainty locus="value" cert="low"/></{name}>.</p>'
        assert "T012" in [one.code for one in ruled(said).diagnostics], name


def test_a_number_with_a_type_that_is_no_address_is_the_shelfmark() -> None:
    """A word that has the letters of another kind of number in it is not of that kind."""
    for kind, mark in (("Inventurnummer", "I 7"), ("url", "MS 2"), ("dnb-urn", "MS 2")):
        numbers = f'<idno type="{kind}">I 7</idno><idno type="museum">MS 2</idno>'
        place = f"<settlement>Lund</settlement>{numbers}"
        source = f"<msDesc><msIdentifier>{place}</msIdentifier></msDesc>"
        made = outputs(document(source=source))
        assert re.findall('name="shelfmark">(.*?)<', made["facts.xml"]) == [mark], kind
        assert f"Source: Lund, {mark} " in made["reading.html"], kind


def test_parts_of_a_word_around_another_word() -> None:
    """A break before a whole word parts, though a word in parts goes on behind it."""
    words = '<w part="I">ver</w><lb/><w>und</w> <w part="F">sagen</w>'
    assert reading(f"<p>They {words} it.</p>") == "They ver und sagen it."


def test_the_table_of_an_epub_lists_what_editors_did_and_nothing_else() -> None:
    """Words that nobody changed have no row."""
    body = (
        "<p>The <choice><sic>rie</sic><corr>rye</corr></choice> is <hi>dear</hi>.</p><p>Oats.</p>"
    )
    (page,) = [one for name, one in applied("epub", document(body)).items() if name == "apparatus"]
    assert re.findall("<td>(.*?)</td>", page)[:2] == ["rie", "rye"]
    assert page.count("<tr") == 2


def test_a_reading_of_nobody_beside_a_correction() -> None:
    """What the witness has is told with the conjecture, as with another witness."""
    lem = '<lem wit="#A"><choice><sic>rie</sic><corr>rye</corr></choice></lem>'
    for rdg, told in (
        ('<rdg wit="#B">ray</rdg>', "ray B"),
        ('<rdg resp="#Moe">ray</rdg>', "ray Moe"),
    ):
        made = outputs(document(f"<p>One <app>{lem}{rdg}</app>.</p>", source=WITNESSES))
        for name in ("reading.html", "print.html"):
            words = re.sub("<[^>]*>", "", made[name]).replace("\xa0", " ")
            assert f"rye] rie A; {told}" in words, (name, told)
        assert made["print.html"].count("rye</span>]") == 1


EQUIVALENT = '<cit type="translation" xml:lang="en"><quote>salt</quote></cit>'


@pytest.mark.parametrize(
    ("beside", "around", "said"),
    [
        (
            '<cit type="example" xml:lang="la"><quote>sal bonus</quote></cit>',
            "",
            "sal “sal bonus”; salt",
        ),
        (
            "",
            '<p>So <cit type="translation" xml:lang="fr"><quote>sel</quote></cit></p>',
            "sal: salt",
        ),
        ('<cit type="translation"><quote>NaCl</quote></cit>', "", "sal: NaCl; salt"),
        (EQUIVALENT.replace("en", "fr", 1), "", "sal (French) salt; (English) salt"),
    ],
)
def test_languages_of_equivalents_are_told_where_there_are_several(
    beside: str, around: str, said: str
) -> None:
    """Those of examples, of quotations elsewhere, and of none do not count."""
    case = f"{around}<entry><form><orth>sal</orth></form>{beside}{EQUIVALENT}</entry>"
    assert plain(case, "reading").strip().endswith(said)


def test_a_doubt_that_the_words_of_a_date_tell_is_not_told_twice() -> None:
    """Nor is it told in a sentence of the text, where it is the author's words."""
    told = {"1400?": "1400?", "1400": "1400 (?)"}
    for words, said in told.items():
        date = f'<origDate cert="low">{words}</origDate>'
        case = (
            "<msDesc><msIdentifier><idno>MS 7</idno></msIdentifier><history><origin>"
            f"{date}</origin></history></msDesc>"
        )
        assert plain(case, "reading").strip().endswith(f"Origin: {said}")
        assert plain(f"<p>In {date}.</p>", "reading").strip() == f"In {words}."


def test_a_break_of_no_unit_is_told_by_its_number() -> None:
    """Nothing stands before that."""
    assert plain("<p>a <milestone n='3'/> b</p>", "diplomatic").strip() == "a [3] b"
