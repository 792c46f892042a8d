"""Habits of encoding in other houses, each with what its readers expect of it."""

import re

import pytest

from tests.rules.outputs import outputs, plain, ruled

HEADER = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="case" xml:lang="{lang}"><teiHeader>
<fileDesc><titleStmt><title>{title}</title></titleStmt><publicationStmt>{published}</publicationStmt>
<sourceDesc>{source}</sourceDesc></fileDesc><encodingDesc>{declared}</encodingDesc></teiHeader>
<text>{text}</text></TEI>"""
EDITION = '<div type="edition" xml:lang="grc"><ab><lb n="1"/>{}</ab></div>'


def document(text: str = "<body><p>x</p></body>", lang: str = "en", **header: str) -> str:
    """Return a document with what is given of its header."""
    said = {"title": "T", "published": "<p>n</p>", "source": "<p>n</p>", "declared": "<p>n</p>"}
    return HEADER.format(text=text, lang=lang, **(said | header))


def head(key: str, **header: str) -> str:
    """Return a line of the head of the plain text."""
    lines = plain(document(**header), "reading").split("\n")
    return next(one for one in lines if one.startswith(key))


def words(body: str, reading: str = "reading", lang: str = "en", declared: str = "") -> str:
    """Return a plain text without its head."""
    text = document(f"<body>{body}</body>", lang, declared=declared or "<p>n</p>")
    return plain(text, reading).split("***\n\n", 1)[1].strip()


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("<hi>Salt</hi> <hi>Mill</hi>", "Salt Mill"),
        ("Anne in Hallow<lb/>Marl, Friday", "Anne in Hallow Marl, Friday"),
        ('Mu<lb break="no"/>sic', "Music"),
        ("Sa<choice><sic>i</sic><corr>l</corr></choice>t", "Salt"),
        ("<choice><abbr>S.</abbr><expan>Saint</expan></choice> Anne", "Saint Anne"),
        ("Sa<del>i</del>lt and <foreign>sal</foreign>", "Salt and sal"),
    ],
)
def test_titles_with_markup(title: str, said: str) -> None:
    """A title is a sentence: no commas between its parts, blanks for ends of lines."""
    assert head("Title", title=title) == f"Title: {said}"


def test_the_place_of_a_printed_source() -> None:
    """Old catalogues point their fields; the place is one of them."""
    source = (
        "<biblFull><titleStmt><title>Of salt.</title><author>A. B., fl. 1612.</author></titleStmt>"
        "<publicationStmt><publisher>Printed by C. D.,</publisher><pubPlace>London :</pubPlace>"
        "<date>1612.</date></publicationStmt></biblFull>"
    )
    said = "A. B., fl. 1612, Of salt., Printed by C. D., London, 1612"
    assert head("Source", source=source) == f"Source: {said}"


def test_a_licence_in_a_paragraph() -> None:
    """Words that point to what is called a licence state one, or to the only one that all know; an
    address among others does not.
    """
    address = "http://creativecommons.org/licenses/by/3.0/"
    published = (
        "<publisher>P</publisher><availability><p>Free under <ref {}"
        f'target="{address}">CC BY 3.0</ref>.</p></availability>'
    )
    facts = outputs(document(published=published.format('type="license" ')))["facts.xml"]
    assert f'<ed:field name="licence" target="{address}">Free under CC BY 3.0.</ed:field>' in facts
    alone = published.format("")
    assert 'name="licence"' in outputs(document(published=alone))["facts.xml"]
    other = '<p>Images: <ref target="http://creativecommons.org/licenses/by/4.0/">so</ref>.</p>'
    among = alone.replace("</availability>", f"{other}</availability>")
    assert 'name="licence"' not in outputs(document(published=among))["facts.xml"]


def test_a_turn_of_a_dialogue_is_not_quoted() -> None:
    """Speech that begins with the name of who speaks has no quotation marks; other speech has."""
    said = '<p><said who="#a"><label>Ann.</label> Salt.</said> <said>Rye,</said> she said.</p>'
    assert words(said) == "Ann. Salt. “Rye,” she said."


def test_signs_that_have_no_letter() -> None:
    """A sign is told by its name where nothing else is known; a hyphen at a line's end is none."""
    declared = (
        '<charDecl><char xml:id="c1"><charName>SIGN OF SALT</charName></char>'
        '<char xml:id="c2"><mapping type="normal">q</mapping></char></charDecl>'
    )
    body = (
        '<p>worthy<g ref="char:abque"/> say<g ref="char:EOLhyphen"/>ing <g ref="#c1"/>'
        ' <g type="leaf"/> <g ref="#c2"/>ue</p>'
    )
    assert words(body, declared=declared) == "worthy‹abque› saying ‹SIGN OF SALT› ‹leaf› que"
    assert words(EDITION.format('α <g type="check"/>')) == "1 α ((check))"


def test_a_note_on_a_translation_stands_once() -> None:
    """A remark in an entry is said in its place, and is no note as well."""
    entry = (
        "<entry><form><orth>Haus</orth></form><sense><cit type='trans'><quote>house</quote>"
        "<note>rare</note></cit></sense></entry>"
    )
    assert words(entry) == "Haus: house (rare)"


@pytest.mark.parametrize(
    ("lang", "gap", "said"),
    [
        ("en", '<gap reason="damage" quantity="2" unit="syllables"/>', "[… damage 2 syllables]"),
        ("de", '<gap reason="inaudible"/>', "[… unverständlich]"),
        ("de", '<gap reason="damaged" quantity="1" unit="syllable"/>', "[… Beschädigung 1 Silbe]"),
        ("pl", '<gap reason="damage" quantity="3" unit="syllable"/>', "[… uszkodzenie 3 sylaby]"),
    ],
)
def test_reasons_and_units_of_gaps(lang: str, gap: str, said: str) -> None:
    """Why words are missing is said in the language of the page."""
    assert words(f"<p>A {gap} b</p>", lang=lang) == f"A {said} b"


def test_signs_of_papyri() -> None:
    """What stands in the line is not said to stand above it; traces are not lost lines."""
    said = (
        'α <subst><add place="inline">β</add><del rend="corrected">γ</del></subst> '
        '<add place="above">δ</add> <gap reason="ellipsis" extent="unknown" unit="line">'
        "<desc>Traces</desc></gap>"
    )
    assert words(EDITION.format(said)) == "1 α β ˋδ´ [… omitted: Traces]"


def test_editors_named_in_words() -> None:
    """Who reads so may be said as one writes it: blanks are no sign of several."""
    app = '<app><lem resp="BL 3.4">ab</lem><rdg resp="First Edition 2">ac</rdg></app>'
    assert words(EDITION.format(app)).endswith("1 ab] BL 3.4; ac First Edition 2")


def test_lost_letters_of_a_reading() -> None:
    """They stand in brackets once, and not as the points of the diplomatic text as well."""
    app = '<app><lem>oak</lem><rdg><supplied reason="lost">el</supplied>m</rdg></app>'
    assert words(EDITION.format(app)).endswith("1 oak] [el]m")


def test_parts_of_heads_places_and_names() -> None:
    """Parts of a head or of a place do not touch; in a script without blanks they do."""
    assert words("<head><date>AD 9</date><placeName>Hallow</placeName></head>") == "# AD 9 Hallow"
    name = "<p><persName><surname>{}</surname><forename>{}</forename></persName></p>"
    assert words(name.format("王", "維")) == "王維"
    assert words(name.format("Wang", "Wei")) == "Wang Wei"


def test_measures_of_a_manuscript() -> None:
    """What is measured besides the leaves stands apart from them, the collation in its line."""
    description = (
        "<msDesc><msIdentifier><idno>A</idno></msIdentifier><physDesc><objectDesc><supportDesc>"
        "<extent>40 leaves<measure>i + 40</measure><dimensions><height>9</height></dimensions>"
        "</extent><collation><formula>1(8)</formula><catchwords>Some</catchwords></collation>"
        "</supportDesc></objectDesc></physDesc><history><origin><origPlace><country>Wold</country>"
        "<settlement>Hallow</settlement></origPlace></origin></history></msDesc>"
    )
    said = words(description)
    assert "Extent: 40 leaves; i + 40; 9" in said
    assert "Collation: 1(8) Some" in said
    assert "Origin: Wold Hallow" in said


def test_speech_at_the_same_time() -> None:
    """What two say together stands in brackets, at anchors or at the ends of turns."""
    timeline = '<timeline><when xml:id="t0"/><when xml:id="t1"/><when xml:id="t2"/></timeline>'
    body = (
        '<u who="#a" start="#t0" end="#t2">so <anchor synch="#t1"/>be it</u>'
        '<annotationBlock who="#b" start="#t1" end="#t2"><u><seg>yes<pause type="short"/></seg></u>'
        "</annotationBlock>"
    )
    page = plain(document(f"<front>{timeline}</front><body>{body}</body>"), "reading")
    assert page.endswith("a: so ⌈be it⌉\n\nb: ⌊yes (short pause)⌋\n")


def test_lines_of_a_speech_without_paragraphs() -> None:
    """In an ab of a speech breaks are lines of verse, unless they are called prose."""
    line = '<lb/><milestone unit="ftln" n="{}" ana="#{}"/>{}'
    body = (
        f"<sp><ab>{line.format(1, 'verse', 'One line')}{line.format(2, 'verse', 'two')}</ab></sp>"
        f"<sp><ab>{line.format(3, 'prose', 'of prose')}{line.format(4, 'prose', 'more')}</ab></sp>"
        "<sp><p>and<lb/>more</p></sp>"
    )
    assert words(body) == "One line\ntwo\n\nof prose more\n\nand more"
    rows = outputs(document(f"<body>{body}</body>"))["facts.xml"]
    assert '<ed:value name="words">3</ed:value>' in rows


def test_lines_that_begin_with_a_word() -> None:
    """A line's end parts words also where it stands in the element of the second."""
    body = (
        "<p><choice><orig><w>vnd</w></orig><reg><w>und</w></reg></choice> "
        '<w><lb/>En-<lb break="no"/>de</w><pc>!</pc> <w>Mu<lb/>sik</w> <w>So<lb/></w> <w>da</w></p>'
    )
    assert words(body) == "und Ende! Musik So da"


def test_lemmata_without_blanks() -> None:
    """Where no blanks part words, a lemma is what is marked, and not all around it."""
    app = '<p>如是<app><lem wit="#A">鹽</lem><rdg wit="#B">塩</rdg></app>者也。</p>'
    assert words(app).endswith("¶ 1 鹽] 塩 B")


def test_names_of_markup() -> None:
    """Elements, tags and attributes look as in TEI; not what has its signs already."""
    body = (
        "<p><gi>p</gi>, <att>type</att>, <tag type='empty'>lb</tag>, <tag type='end'>p</tag>, "
        "<gi>&lt;x&gt;</gi></p>"
    )
    assert words(body) == "<p>, @type, <lb/>, </p>, <x>"
    assert words(body, "diplomatic") == "p, type, lb, p, <x>"


def test_lines_that_an_apparatus_names() -> None:
    """A line that is nowhere is told, once; what names lines that are there is not."""
    app = '<app loc="{}"><lem>salt</lem><rdg wit="#B">rye</rdg></app>'
    text = (
        "<body><lg><l n='1'>salt</l></lg><div type='apparatus'><listApp>{}</listApp></div></body>"
    )
    told = ruled(document(text.format(app.format(1) + app.format(8) + app.format(9)))).diagnostics
    assert [(one.code, "“8” (and 1 more)" in one.message) for one in told] == [("T010", True)]
    assert ruled(document(text.format(app.format(1)))).diagnostics == ()
    assert ruled(document(text.format(app.format("1,9")))).diagnostics == ()


def test_documents_within_documents() -> None:
    """Each stands under its title, unless its words begin with that."""
    head = (
        "<teiHeader><fileDesc><titleStmt><title>{}</title></titleStmt><publicationStmt><p>n</p>"
        "</publicationStmt><sourceDesc><p>n</p></sourceDesc></fileDesc></teiHeader>"
    )
    inner = f"<TEI>{head}<text><body>{{}}<p>So.</p></body></text></TEI>"
    whole = document("<body><p>Out.</p></body>").replace(
        "</TEI>", inner.format("One", "") + inner.format("Two", "<head>Two</head>") + "</TEI>"
    )
    page = plain(whole, "reading").split("***\n\n", 1)[1]
    assert page == "Out.\n\n## One\n\nSo.\n\n# Two\n\nSo.\n"
    assert "One" in outputs(whole)["facts.xml"] or "One" in outputs(whole)["reading.html"]


def test_breaks_between_pages_within_a_word() -> None:
    """A break between two surfaces stands where the second goes on with a word of the first."""
    source = (
        "<sourceDoc><surface><zone><line>won-</line></zone></surface><pb n='2'/><surface><zone>"
        "<line break='no'>der</line></zone></surface></sourceDoc>"
    )
    whole = document().replace("<text><body><p>x</p></body></text>", source)
    assert plain(whole, "reading").endswith("***\n\nwonder\n")
    assert plain(whole, "diplomatic").endswith("***\n\nwon-\n[page 2]\nder\n")


def test_unknown_elements_stand_apart() -> None:
    """What no rule knows is a block where blocks stand, and a word's part within it."""
    assert words("<div><mw>1</mw><mw>The</mw><p>ha<vuji>u</vuji>e</p></div>") == "1\n\nThe\n\nhaue"


def test_models_are_shown_as_they_are() -> None:
    """What a model says in its attributes is said."""
    spec = (
        '<elementSpec ident="p"><model behaviour="inline"/><modelGrp><model predicate="@n" '
        'behaviour="block"><desc>so</desc></model></modelGrp></elementSpec>'
    )
    said = words(spec)
    assert '<model behaviour="inline"/>' in said
    assert '<modelGrp><model predicate="@n" behaviour="block"><desc>so</desc>' in said


def test_events_with_signs_of_their_own() -> None:
    """Brackets of the source are not doubled; a reason is not said twice."""
    body = (
        "<u><vocal><desc>(laughter)</desc></vocal> so <vocal><desc>coughs</desc></vocal>"
        ' <gap reason="inaudible"><desc>inaudible</desc></gap></u>'
    )
    assert words(body) == "(laughter) so (coughs) [… inaudible]"


def test_looks_that_touch() -> None:
    """Several looks in one word, as the Women Writers Project writes them."""
    page = outputs('<p><hi rend="case(allcaps)slant(italic)">salt</hi></p>')["reading.html"]
    assert 'class="hi caps italic"' in page or 'class="hi italic caps"' in page


def test_numbers_of_what_a_header_measures() -> None:
    """A number alone says what is counted; what somebody did may stand in a note."""
    whole = document().replace(
        "</titleStmt>",
        "<respStmt><resp><note>Typed in.</note></resp><name>Bo</name></respStmt></titleStmt>"
        "<extent><measure type='images'>3</measure><measure unit='words'>40</measure></extent>",
    )
    page = outputs(whole)["reading.html"]
    assert "3 images, 40 words" in page
    assert "Typed in: Bo" in page


def test_numbers_within_numbers_of_manuscripts() -> None:
    """A shelfmark may stand in a number of numbers, a paragraph in a seg."""
    source = (
        "<msDesc><msIdentifier><repository>Town Library</repository><idno>"
        "<idno type='shelfmark'>Box 1</idno></idno></msIdentifier></msDesc>"
    )
    assert head("Source", source=source) == "Source: Town Library, Box 1"
    assert words("<p>A.<seg type='para'>B.</seg><seg type='para'>C.</seg></p>") == "A. B. C."


def test_lists_that_number_themselves() -> None:
    """Items with numbers of their own have no second one, though the list is called numbered."""
    own = "<list rend='numbered'><item>1. one</item><item>2. two</item></list>"
    assert words(own) == "1. one\n2. two"
    assert words(own.replace("2. two", "two")) == "1. 1. one\n2. two"
    assert words("<list><item n='2'>a</item><item n='5'>b</item><item>c</item></list>") == (
        "2. a\n5. b\n6. c"
    )


def test_labels_among_blocks() -> None:
    """A label and a description that stand among blocks are lines of their own."""
    assert words("<div><label>Ad</label><desc>Salt</desc><p>x</p></div>") == "Ad\n\nSalt\n\nx"


def test_additions_below_the_line() -> None:
    """What is sublinear stands below, whatever it is called."""
    body = "<p>a <add place='sublinear'>b</add> <add place='superlinear'>c</add></p>"
    assert words(body, "diplomatic") == "a /b\\ \\c/"


def test_headings_in_lines_told_by_pointers() -> None:
    """A pointer tells a heading in one line, its lines apart."""
    body = (
        "<p>See <ptr target='#d'/>.</p><div xml:id='d'><head>I. <title>Salt</title><lb/>and rye"
        "</head><p>x</p></div>"
    )
    assert words(body).startswith("See I. Salt and rye.")


def test_dots_between_parts() -> None:
    """A row of dots between two parts is seen."""
    assert words("<p>a</p><milestone unit='x' rend='dots'/><p>b</p>") == "a\n\n. . .\n\nb"


@pytest.mark.parametrize(
    ("place", "said", "told"),
    [
        ("mTop", "x[1]", ["T011"]),
        ("foot text", "x[1]", []),
        ("unspecified", "x[1]", []),
        ("supralinear", "x[above: n]", []),
        ("infralinear", "x[below: n]", []),
    ],
)
def test_places_of_notes(place: str, said: str, told: list[str]) -> None:
    """A place that no rule knows is the foot, and is told."""
    body = f'<p>x<note place="{place}">n</note></p>'
    assert words(body).startswith(said)
    assert [one.code for one in ruled(document(f"<body>{body}</body>")).diagnostics] == told


def test_a_pointer_without_words_or_target() -> None:
    """What else it points with is told: a sentence does not end in nothing."""
    assert words('<p>Taken from <ref corresp="MS636"/>.</p>') == "Taken from MS636."


def test_a_name_in_words_for_who_did_something() -> None:
    """A name has blanks; pointers to two people are two."""
    turn = '<u who="{}">Rain.</u>'
    assert words(turn.format("Ida Holm")).startswith("Ida Holm")
    assert words(turn.format("#ih #bo")).startswith("ih, bo")


def test_the_sign_of_a_broken_word() -> None:
    """What a scribe writes where a word goes on in the next line is not within the word."""
    body = '<p>The ma<g ref="#slash"/><lb break="no"/>larum, <g ref="#slash"/>and</p>'
    assert words(body) == "The malarum, ‹slash›and"
    assert words(body, "diplomatic") == "The ma‹slash›\nlarum, ‹slash›and"


def test_a_licence_that_is_its_address() -> None:
    """A licence whose only words are its address has its name, and leads there."""
    address = "http://creativecommons.org/licenses/by/4.0/"
    stated = f"<publisher>P</publisher><availability><licence> {address} </licence></availability>"
    assert head("License", published=stated) == f"License: CC BY 4.0 ({address})"
    field = outputs(document(published=stated))["facts.xml"]
    assert f'<ed:field name="licence" target="{address}">CC BY 4.0</ed:field>' in field


def test_when_people_spoke() -> None:
    """The day of the only setting is that of the text, and is told with it."""
    setting = (
        "<profileDesc><settingDesc><setting><name>Hallow</name><name>Hall</name>"
        '<date when="2022-11-25"/></setting></settingDesc></profileDesc></teiHeader>'
    )
    text = document().replace("</teiHeader>", setting)
    assert "\nDate: 25 November 2022\n" in plain(text, "reading")
    assert "Hallow, Hall, 25 November 2022" in outputs(text)["reading.html"]


def test_who_changed_a_file() -> None:
    """A name with an id is who did something."""
    made = (
        '</sourceDesc></fileDesc><revisionDesc><change when="2021" who="#a">Encoded.</change>'
        "</revisionDesc>"
    )
    text = document().replace("</sourceDesc></fileDesc>", made)
    task = '<respStmt><resp>Encoding</resp><name xml:id="a">Ann Korn</name></respStmt></titleStmt>'
    page = outputs(text.replace("</titleStmt>", task))["reading.html"]
    assert "(Ann Korn)" in re.sub(r"<[^>]*>", "", page)


def test_the_language_of_an_item_by_its_code() -> None:
    """A code is told as the language that it means; words are told as they are."""
    item = (
        "<body><msDesc><msIdentifier><idno>7</idno></msIdentifier><msContents><msItem><title>"
        "Salt</title><textLang>{}</textLang></msItem></msContents></msDesc></body>"
    )
    for said, told in (("de", "German"), ("some German", "some German")):
        assert f"Language: {told}\n" in plain(document(item.format(said)), "reading")


def test_what_is_said_around_a_letter() -> None:
    """Blind copies are copies; prose about the letters around stands in the head."""
    profile = (
        '<profileDesc><correspDesc><correspAction type="received" subtype="bcc"><persName>Ann'
        "</persName></correspAction><correspContext><p>1 of 2</p></correspContext></correspDesc>"
        "</profileDesc></teiHeader>"
    )
    text = plain(document().replace("</teiHeader>", profile), "reading")
    assert "\nCopy to: Ann\nRemark: 1 of 2\n" in text


def test_a_recording_told_by_values() -> None:
    """What was recorded, how long it is, when and where it lies, is the source."""
    source = (
        '<recordingStmt><recording type="audio" dur="PT5M"><media mimeType="audio/wav" '
        'url="talk.wav"/><date when="1999-05-03"/></recording></recordingStmt>'
    )
    page = re.sub("<[^>]+>", "", outputs(document(source=source))["reading.html"])
    assert "audio, 5 min, 3 May 1999, talk.wav" in page


def test_events_that_date_a_play() -> None:
    """When a play was written is its date, else when it was first seen or printed."""
    events = (
        '<standOff><listEvent><event type="print" when="1790"/><event type="premiere" '
        'when="1789"/></listEvent></standOff><text>'
    )
    assert "\nDate: 1789\n" in plain(document().replace("<text>", events), "reading")


def test_surnames_that_come_first_in_a_source() -> None:
    """They have a comma behind them, as everywhere."""
    source = (
        "<biblFull><titleStmt><title>Salt</title><author><persName><surname>Korn</surname>"
        "<forename>Anna</forename></persName></author></titleStmt></biblFull>"
    )
    page = re.sub("<[^>]+>", "", outputs(document(source=source))["reading.html"])
    assert "Korn, Anna" in page


def test_messages_with_faces_and_moments() -> None:
    """A message is dated by its moment of the timeline; a small face stands apart."""
    said = (
        '<timeline><when xml:id="t" absolute="2020-05-03T10:30:00"/></timeline><post who="Ann" '
        'synch="#t"><p>Hello <figure type="emoji"><desc>smiling</desc></figure> :-)</p></post>'
    )
    assert words(said) == "Ann, 3 May 2020, 10:30\n\nHello [smiling] :-)"


def test_keywords_of_a_bibliography() -> None:
    """Notes in a note of a record stand in it, and are no notes of the text."""
    record = (
        '<listBibl><biblStruct><monogr><title level="m">Mills</title><imprint><date>1999</date>'
        '</imprint></monogr><note type="tags"><note>salt</note><note>rye</note></note>'
        "</biblStruct></listBibl>"
    )
    assert words(record) == "Mills (1999), salt, rye"


def test_what_a_distributor_notes() -> None:
    """It is told with the publication."""
    published = "<distributor><note>Not for sale</note></distributor><idno>7</idno>"
    assert "Not for sale" in outputs(document(published=published))["reading.html"]


def test_looks_of_breaks_are_not_told() -> None:
    """How a break between pages was made is no look of words."""
    case = document('<body><pb rendition="simple:additions"/><p>x <hi rend="bo">y</hi></p></body>')
    assert [one for one in ruled(case).diagnostics if one.code == "T006"] == []


def test_signs_that_are_segments() -> None:
    """Signs between words that layout parts stand close to the word before, however written."""
    line = '<l>\n<w>die</w>\n<w>wile</w>\n<seg type="pc">,</seg>\n<w>unger</w>\n</l>'
    assert words(f"<lg>{line}</lg>") == "die wile, unger"


def test_the_number_of_a_grant() -> None:
    """It stands behind who gave it."""
    given = '<funder>Salt Board<idno type="grant">GR 7</idno></funder></titleStmt>'
    page = outputs(document().replace("</titleStmt>", given))["reading.html"]
    assert "Salt Board, grant GR 7" in page


def test_a_quotation_that_says_it_has_no_marks() -> None:
    """Where the source has none, none are added."""
    assert words('<p><q rend="none">Turn,</q> says I. <q>Turn.</q></p>') == "Turn, says I. “Turn.”"


@pytest.mark.parametrize(("after", "marked"), [("", False), ("<p>y</p>", True)])
def test_a_page_behind_the_last_words_has_no_mark(after: str, marked: bool) -> None:
    """What is said of the source follows in the book, and is on no page of it."""
    source = "<msDesc><msIdentifier><repository>Mill</repository></msIdentifier></msDesc>"
    text = document(f'<body><p>x</p><pb n="2"/>{after}</body>', source=source)
    page = outputs(text)["print.html"]
    assert ('data-n="2"' in page) is marked
    assert "Mill" in page


@pytest.mark.parametrize(
    ("certainty", "title"), [(" cert='low'", "[The Mill(?)]"), ("", "[The Mill]")]
)
def test_a_heading_that_is_supplied_is_named_so(certainty: str, title: str) -> None:
    """At the head of pages and in bookmarks it keeps the signs that it has in the text."""
    said = f"<supplied reason='lost'{certainty}>The Mill</supplied><note resp='#x'>A guess.</note>"
    body = f"<body><div><head>{said}</head><p>x</p></div></body>"
    assert f'data-title="{title}"' in outputs(document(body))["print.html"]


def test_a_modification_that_puts_one_thing_for_another_is_a_substitution() -> None:
    """It is told among what was done to the text; blanks between its parts part no letters."""
    tei = (
        "<p>Rye <mod>\n  <del>is</del>\n  <add>was</add>\n</mod>t dear, <mod>so <del>k</del> l "
        "<add>m</add></mod> W<mod><del>e</del> <metamark>+</metamark> <add>a</add></mod>s</p>"
    )
    assert plain(tei, "reading").strip() == "Rye wast dear, so l m Was"
    assert plain(tei, "diplomatic").strip() == "Rye ⟦is⟧\\was/t dear, so ⟦k⟧ l \\m/ W⟦e⟧+\\a/s"
    pages = outputs(document(f"<body>{tei}</body>"))
    assert pages["print.html"].count('class="footnote variant"') == 2
    assert pages["facts.xml"].count('kind="revision"') == 2
    for name in ("reading.html", "epub.xhtml"):
        assert "Rye wast dear, so  l m Was" in re.sub("<[^>]*>", "", pages[name])


def test_steps_of_a_revision_do_not_touch() -> None:
    """What was deleted first and then is two words where the source has a blank, and one where it
    has none; the words around are not parted by it.
    """
    for name in ("mod", "subst"):
        tei = (
            f"<p>R<{name}><del>e</del> <del>oa</del> <add>y</add></{name}>e, <{name}><del>mi</del>"
            f"<del>ll</del><add>oats</add></{name}></p>"
        )
        assert plain(tei, "reading").strip() == "Rye, oats"
        assert plain(tei, "diplomatic").strip() == "R⟦e⟧ ⟦oa⟧\\y/e, ⟦mi⟧⟦ll⟧\\oats/"
        assert (
            "<ed:source-has>e oa</ed:source-has>"
            in outputs(document(f"<body>{tei}</body>"))["facts.xml"]
        )


def test_the_comma_behind_a_field_of_a_record_stands_close_to_it() -> None:
    """Also where what it holds stands in lines of its own."""
    tei = (
        "<listBibl><bibl><author>Reed</author> <date>1890</date> <citedRange>\n<ref target="
        "'https://example.org/1'>24</ref>\n</citedRange> <publisher> <name>Press</name> "
        "</publisher></bibl></listBibl>"
    )
    assert plain(tei, "reading").strip() == "Reed (Press, 1890), 24"


@pytest.mark.parametrize(
    ("author", "note", "number"),
    [
        ('<persName ref="#AQ">Ada</persName>', 'resp="#AQ"', "1"),
        ('<name key="AQ">Ada</name>', 'resp="#AQ"', "1"),
        ("Ada", 'resp="#AQ" type="authorial"', "1"),
        ("Ada", 'resp="#BR"', "a"),
        ('<persName ref="#AQ">Ada</persName>', 'type="textual"', "a"),
        ("Ada", 'type="translator"', "a"),
    ],
)
def test_whose_a_note_is(author: str, note: str, number: str) -> None:
    """An author is known by any pointer to who it is, a note by its type before its hand."""
    body = f"<body><p>Salt<note>By the author.</note> or rye<note {note}>So.</note></p></body>"
    text = document(body, title=f"T</title><author>{author}</author><title>")
    number = "2" if number == "1" else number
    assert f"Salt[1] or rye[{number}]" in plain(text, "reading")


def test_an_id_is_no_number_of_a_page() -> None:
    """A surface without a number is a page without one, as a page break is."""
    page = '<surface xml:id="{}"><zone><line>Salt</line></zone></surface>'
    text = document().replace(
        "<text><body><p>x</p></body></text>",
        f"<sourceDoc>{page.format('ms-11')}{page.format('ms-12')}</sourceDoc>",
    )
    assert "ms-1" not in plain(text, "diplomatic").split("***")[1]


def test_words_that_run_the_other_way() -> None:
    """Hebrew among English runs from right to left, on pages and in the e-book; its own text not
    once more.
    """
    made = outputs(f"<p>see <foreign xml:lang='he'>{chr(0x5E9)}{chr(0x5DC)}</foreign> so</p>")
    for name in ("reading.html", "diplomatic.html", "print.html", "epub.xhtml"):
        assert made[name].count('dir="rtl"') == 1, name


def test_a_line_that_begins_its_page_is_not_broken_before() -> None:
    """Nothing stands before the first words but the number of the page."""
    page = outputs("<p><pb n='2'/><lb/>one<lb/>two</p>")["diplomatic.html"]
    assert re.findall(r"<br/>\w+", page) == ["<br/>two"]


def test_a_pointer_leads_where_reading_found_that_it_leads() -> None:
    """As a formula of reference does that was looked up."""
    body = "<p xml:id='b'>so <ref xmlns:ed='urn:editio:ns' ed:target='#b' target='x:1'>it</ref></p>"
    assert re.findall(r'<a href="([^"]*)"', outputs(body)["reading.html"]) == ["#b"]


def test_keywords_without_words_are_none() -> None:
    """A form that was left empty leaves no comma behind."""
    terms = "<keywords><term>salt</term><term/><term>mills</term></keywords>"
    header = f"<profileDesc><textClass>{terms}</textClass></profileDesc></teiHeader>"
    page = outputs(document().replace("</teiHeader>", header))["reading.html"]
    assert re.findall("[^>]*salt[^<]*", page) == ["salt, mills"]


def test_marks_of_a_typewriter_open_after_a_bracket() -> None:
    """Also where an element begins with them; it is the sign before that counts, not an earlier."""
    declared = (
        "<editorialDecl><normalization ana='#typewriter'><p>x</p></normalization></editorialDecl>"
    )
    body = '<p>an <hi>elm</hi> (<hi>"ash"</hi>)</p>'
    assert words(body, declared=declared) == "an elm (“ash”)"


def test_figures_of_a_table_in_a_table() -> None:
    """They stand by their points, though cells of the table around span rows."""
    inner = "<table><row><cell>1.5</cell></row><row><cell>1.25</cell></row></table>"
    table = (
        "<table><row><cell rows='2'>a</cell><cell>b</cell></row>"
        f"<row><cell>{inner}</cell></row></table>"
    )
    assert re.findall('data-pad="([^"]*)"', outputs(table)["print.html"]) == ["5"]


def test_signs_within_a_quoted_sentence_are_not_those_of_its_entry() -> None:
    """Quotations are told apart; where signs stand between parts of the entry, none is added."""
    quoted = "<cit><quote><w>Salt</w> <w>sells</w><pc>.</pc></quote></cit>"
    entry = "<entry><form><orth>salt</orth></form>{0}{1}{0}</entry>"
    assert words(entry.format(quoted, "")) == "salt “Salt sells.”; “Salt sells.”"
    assert words(entry.format(quoted, ""), "diplomatic") == "salt Salt sells. Salt sells."
    assert words(entry.format(quoted, "<pc>/</pc>")) == "salt Salt sells./ Salt sells."


def test_an_example_of_what_is_unclear_is_read() -> None:
    """An element of an example is none of the text."""
    example = '<unclear/> <unclear reason="faded">dim</unclear>'
    egxml = f'<egXML xmlns="http://www.tei-c.org/ns/Examples">{example}</egXML>'
    assert example in words(f"<p>So:</p>{egxml}")


def test_a_gap_among_lost_letters_has_no_brackets_of_its_own() -> None:
    """In both texts it stands in theirs, apart where it is told by dashes."""
    gap, open_gap = "<gap reason='lost' quantity='3'/>", "<gap reason='lost' extent='unknown'/>"
    lost = f"<supplied reason='lost'>ος {gap}</supplied>"
    unknown = f"<supplied reason='lost'>{open_gap}ος</supplied>"
    said = EDITION.format(f"α {lost} β {unknown}")
    assert words(said) == "1 α [ος ...] β [- - - ος]"
    assert words(said, "diplomatic") == "1 Α [.. ...] Β [- - - ..]"


def test_what_is_empty_says_nothing() -> None:
    """Neither a note without words or sign, nor what a number that cannot be read stands for."""
    said = (
        "<p>Salt<note/> and <num value='3'><gap reason='lost'/></num> loaves<note place='margin'/>"
        " for <num value='2'/> pence.<note place='foot'/></p><note place='end'> </note>"
    )
    assert words(said) == "Salt and [… lost] loaves for pence."
    assert words("<p>Rye<note n='7'/>.</p>").startswith("Rye[7].")


def test_forms_of_names_left_empty_name_nobody() -> None:
    """Neither as editors nor as who did something; and no heading has nothing under it."""
    left = "<persName><surname/><forename/></persName>"
    said = document(
        published="<publisher><orgName/><address><addrLine/><country/></address></publisher>"
        "<pubPlace>Lund</pubPlace><availability><licence><p/></licence></availability>",
        source="<biblFull><titleStmt><title>Salt</title></titleStmt><publicationStmt><publisher>"
        "<name/></publisher><pubPlace/></publicationStmt></biblFull>",
    ).replace(
        "</titleStmt>",
        f"<editor>{left}</editor><respStmt><resp>ed. by</resp><name/></respStmt></titleStmt>",
        1,
    )
    page = outputs(said)["reading.html"]
    about = " ".join(re.sub("<[^>]*>", " ", page[page.index("About this text") :]).split())
    assert "Salt" in about and "Publication Lund" in about
    assert not re.search(r"Editor|ed\. by|Publisher|Rights|Responsibility|Lund ,", about)
    assert "Edit" not in plain(said, "reading").split("***", maxsplit=1)[0]


def test_a_body_that_is_all_that_is_said_of_somebody() -> None:
    """Who led a project may be told by an affiliation alone."""
    trust = "<principal><affiliation><orgName>Mill Trust</orgName></affiliation></principal>"
    said = document().replace("</titleStmt>", f"{trust}</titleStmt>")
    assert "investigator: Mill Trust" in outputs(said)["reading.html"]


def test_parts_of_a_source_stand_in_one_line() -> None:
    """With its volume and what its numbers count; a title that ends in a point has one."""
    source = (
        "<biblStruct><monogr><title>On salt.</title><imprint><pubPlace>Lund</pubPlace></imprint>"
        "<biblScope unit='volume'>3</biblScope><biblScope unit='page'>12</biblScope></monogr>"
        "<series><title>Works</title><biblScope unit='volume'>Band 2</biblScope></series>"
        "</biblStruct>"
    )
    listed = plain(document(source=source), "reading").split("## Sources")[1].strip()
    assert listed == "On salt. Lund. vol. 3. Pages 12. Works. Band 2"


def test_a_year_is_all_that_is_known_of_a_source() -> None:
    """In no brackets, where the other fields were left empty."""
    source = "<bibl>Mill Library<bibl><title/><date type='written' when='1912'/></bibl></bibl>"
    assert "(1912)" not in outputs(document(source=source))["reading.html"]


def test_supplied_words_before_a_comma_at_the_foot() -> None:
    """The blank before them is in the reading text alone, and parts words all the same."""
    paper = outputs("<p>Sold to <supplied>Ann</supplied>, and Be<supplied>rt</supplied>.</p>")
    lemmas = re.findall('class="lemma">([^<]*)', paper["print.html"])
    assert lemmas == ["Ann", "Be[rt]"]


def test_messages_that_answer_others() -> None:
    """Whom one answers and when that was sent is told, with a link; what is heard, and what is only
    described, is no word of the writer.
    """
    said = (
        "<timeline><when xml:id='t1' absolute='10:30:00'/></timeline>"
        "<post xml:id='m1' who='Ann' synch='#t1'>Salt?</post>"
        "<post xml:id='m2' who='Bo' modality='spoken' replyTo='#m1'>Yes.</post>"
        "<post who='Ann'><figure><desc>a mill</desc><desc>U+1F3ED</desc></figure></post>"
    )
    assert words(said) == (
        "Ann, 10:30:00\n\nSalt?\n\nBo (spoken) → Ann, 10:30:00\n\nYes.\n\n"
        "Ann\n\n[figure: a mill, U+1F3ED]"
    )
    assert '<a href="#m1">' in outputs(document(f"<body>{said}</body>"))["reading.html"]


def test_who_made_what_is_reviewed_is_not_responsible_for_the_review() -> None:
    """Nor is an address in the words on rights that of who published."""
    said = document(
        published="<publisher>P</publisher><availability><p>Ask: <address><addrLine>Hill 7"
        "</addrLine></address></p></availability>"
    ).replace(
        "<sourceDesc>",
        "<notesStmt><relatedItem><bibl><title>Salt</title><respStmt><resp>Editor</resp>"
        "<name>Bo Reed</name></respStmt></bibl></relatedItem></notesStmt><sourceDesc>",
        1,
    )
    page = outputs(said)["reading.html"]
    assert "Bo Reed" in page and "Editor: Bo Reed" not in page
    assert page.count("Hill 7") == 1


def test_fields_of_records_stand_close_and_numbers_say_of_what() -> None:
    """A name in lines of its own has no blank behind it; a number of a catalogue has its kind."""
    record = (
        "<bibl><author>\n  <persName>Ann Reed</persName>\n</author><title>Salt</title>"
        "<idno type='COBISS'>1296</idno></bibl>"
    )
    assert words(f"<listBibl>{record}</listBibl>") == "Ann Reed, Salt, COBISS 1296"
    assert head("Source", source=record) == "Source: Ann Reed, Salt"


def test_a_gap_that_is_a_picture() -> None:
    """Where nothing else is said, what was left out is."""
    assert (
        words('<p>A <gap unit="graphic"/> b <gap unit="chars"/>.</p>') == "A [… figure] b [… gap]."
    )


def test_who_is_named_elsewhere_in_the_header() -> None:
    """A pointer into a list elsewhere means whom a name with the same pointer names."""
    text = document().replace(
        "</titleStmt>",
        "<editor><persName ref='staff.xml#ab'>Ann Reed</persName></editor></titleStmt>",
    )
    change = "<revisionDesc><change who='staff.xml#ab'>Checked.</change></revisionDesc></teiHeader>"
    page = outputs(text.replace("</teiHeader>", change))["reading.html"]
    assert "Checked. (Ann Reed)" in re.sub("<[^>]*>", "", page)


def test_when_something_was_recorded() -> None:
    """Hours that are values are told with the day."""
    recorded = (
        "<recordingStmt><recording><date>2020-05-03</date><time from='10:03:00' to='12:13:00'/>"
        "</recording></recordingStmt>"
    )
    page = outputs(document(source=recorded))["reading.html"]
    assert "2020-05-03, 10:03–12:13" in re.sub("<[^>]*>", "", page)


def test_a_heading_in_a_text_that_has_an_id() -> None:
    """It is told by its words: its id was made, though it begins with one that was not."""
    part = "<head>Of <supplied>salt</supplied></head><p>It is.</p>"
    text = f"<group><text xml:id='r1'><body><div>{part}</div></body></text></group>"
    page = outputs(document(text))["reading.html"]
    assert "body1.div1.head1</a></th>" not in page and ">Of [salt]</a></th>" in page


def test_what_the_record_of_a_sitting_notes_stands_in_its_place() -> None:
    """A comment among the turns is the record's, one of editors is called at a turn of segments."""
    turn = "<u who='#a'><seg>Hello.</seg></u>"
    said = f"<div><note type='comment'>Opening</note>{turn}<note type='comment'>Noise</note></div>"
    assert words(said) == "Opening\n\na: Hello.\n\nNoise"
    noted = words(f"<div><note resp='#ed'>In May.</note>{turn}</div>")
    assert noted == "a: [1]Hello.\n\n## Notes\n\n[1] In May."


def test_a_paragraph_that_only_begins_a_page_is_none() -> None:
    """Its page is told; no paragraph without words is counted."""
    body = "<p><pb n='3'/></p><p>Salt.</p>"
    assert words(body, "diplomatic") == "[page 3]\n\nSalt."
    article = outputs(document(f"<body>{body}</body>"))["reading.html"].split("About this text")[0]
    assert article.count('class="p"') == 1


def test_a_quotation_in_a_note_has_its_marks() -> None:
    """As it has in the text; words that the source has in marks have them in both texts."""
    said = words("<p>It is.<note>See <q>salt</q>.</note></p>")
    assert said.endswith("[1] See “salt”.")
    marked = "<p>In <title rend='quotes'>Salt</title> and <hi rend='quoted'>rye</hi>.</p>"
    for reading in ("reading", "diplomatic"):
        assert words(marked, reading) == "In “Salt” and “rye”."


def test_what_a_project_says_in_elements_of_its_own() -> None:
    """It is told about the text, though nobody knows what it means."""
    own = "<m:bio xmlns:m='urn:mill'><p>Ann Reed grinds.</p></m:bio></titleStmt>"
    page = outputs(document().replace("</titleStmt>", own, 1))["reading.html"]
    assert "Ann Reed grinds." in page


def test_lines_of_a_title_page() -> None:
    """Each begins where the page begins it, the first behind words alone, too."""
    title = "Of<lb/>\n<hi>the<lb/>\nmill<lb/>\nand</hi> rye"
    page = f"<titlePage><docTitle><titlePart><lb/>{title}</titlePart></docTitle></titlePage>"
    assert (
        plain(document(f"<front>{page}</front><body><p>x</p></body>"), "reading")
        .split("***\n\n")[1]
        .startswith("Of\nthe\nmill\nand rye")
    )


def test_fields_of_a_described_source() -> None:
    """A surname that comes first has a comma, numbers their kind, issues their word; names of files
    are for machines.
    """
    source = (
        "<biblFull><titleStmt><title>Salt</title><author>\n<persName>\n<surname>Korn</surname>\n"
        "<forename>Anna</forename>\n</persName>\n</author></titleStmt><publicationStmt><publisher>P"
        "</publisher><idno type='OCLC'>792</idno><idno type='XDirName'>salt_1</idno>"
        "</publicationStmt><seriesStmt><title>Mills</title><biblScope unit='issue'>4</biblScope>"
        "</seriesStmt></biblFull>"
    )
    said = document(
        source=source, published="<publisher>P</publisher><idno type='URLWeb'>https://a.org/</idno>"
    )
    listed = plain(said, "reading").split("## Sources")[1]
    assert "Korn, Anna" in listed and "OCLC 792" in listed and "no. 4" in listed
    page = outputs(said)["reading.html"]
    assert "URLWeb" not in page and "salt_1" not in page and "https://a.org/" in page


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("de", ("Form: Rolle", "textualis, brown ink, Haupthand", "Sprache: Latein, Khasi, xyz")),
        ("en", ("Form: roll", "textualis, brown ink, main hand", "Language: Latin, Khasi, xyz")),
    ],
)
def test_values_of_a_description_are_words_of_its_page(lang: str, said: tuple[str, ...]) -> None:
    """In its language; a language as the header calls it, where no word of ours does."""
    body = (
        "<msDesc><msIdentifier><settlement>Hallow</settlement><idno>MS 7</idno></msIdentifier>"
        "<msContents><msItem><title>Salt</title><textLang mainLang='lat' otherLangs='kha xyz'/>"
        "</msItem></msContents><physDesc><objectDesc form='scroll'><p>Long.</p></objectDesc>"
        "<handDesc><handNote script='textualis' medium='brown-ink' scope='major'/></handDesc>"
        "</physDesc></msDesc>"
    )
    named = "<langUsage><language ident='kha'>Khasi</language></langUsage>"
    declared = f"<p>n</p></encodingDesc><profileDesc>{named}</profileDesc><encodingDesc><p>n</p>"
    found = words(body, lang=lang, declared=declared)
    assert [one for one in said if one not in found] == []


def test_types_that_are_no_words_are_no_labels_and_sizes_stand_apart() -> None:
    """Of a description: what a house calls its fields is for its programs."""
    found = words(
        "<msDesc><msIdentifier><settlement>Hallow</settlement><idno>MS 7</idno></msIdentifier>"
        "<physDesc><objectDesc><supportDesc><extent><seg><measure>40</measure></seg> leaves "
        "<dimensions type='binding' unit='in'><height>9</height><width>7</width></dimensions>"
        "</extent></supportDesc></objectDesc><decoDesc><decoNote type='decInit'>Good.</decoNote>"
        "<decoNote type='miniature'>A ship.</decoNote></decoDesc></physDesc></msDesc>"
    )
    assert "Extent: 40 leaves; binding 9 × 7 in" in found
    assert "Decoration: Good." in found and "Decoration (miniature): A ship." in found
