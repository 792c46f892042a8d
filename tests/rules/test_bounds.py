"""Where a rule ends: what is right one step beyond the words that it is about."""

import re

import pytest

from tests.rules.outputs import beside, made, plain, ruled
from tests.rules.test_empty_and_several import document, reading
from tests.rules.test_seldom import WITNESSES, drawn

APP = '<app><lem wit="#A">rye</lem><rdg wit="#B">ray</rdg></app>'


@pytest.mark.parametrize(
    ("body", "text"),
    [
        # A note of a person in an item is a note of the item.
        (
            "<list><item>Of <listPerson><person xml:id='a'><persName>Ada</persName>"
            "<note>a miller</note></person></listPerson></item></list>",
            "- Of\n  Ada [1]\n\n## Notes\n\n[1] a miller",
        ),
        # A picture in a line is parted from the words beside it, not from those farther on.
        (
            "<p>A <graphic url='a.png'><desc>pic</desc></graphic> b <hi>c</hi> d</p>",
            "A [figure: pic] b c d",
        ),
        # Two hyphens before a blank are no dash that is set close.
        ("<p>one<lb/>-- two</p>", "one -- two"),
        # A note of which the place is not known is told with it.
        (
            "<u who='#a'>Hear <note place='opposite'>x</note> so</u>",
            "a: Hear [opposite: x] so",
        ),
        ("<p>A <supplied/> b</p>", "A b"),
        ("<p>A <gap quantity='3'/> b</p>", "A [… gap 3] b"),
        ("<p>中<hi>文</hi>字 a <hi>国</hi></p>", "中文字 a 国"),
        # What was struck twice is struck, but for the part that stands again.
        (
            "<p>A <del>one <del>x</del> <seg xml:id='k'>two</seg> three</del> b"
            "<undo target='#k'/></p>",
            "A two b",
        ),
    ],
)
def test_text(body: str, text: str) -> None:
    """In plain text."""
    assert reading(body) == text


@pytest.mark.parametrize(
    ("body", "said"),
    [
        # Of one stanza alone nothing is told beside the letter of its line.
        (f'<lg><l n="a">A {APP}</l><l n="b">c</l></lg>', ["a rye] ray B"]),
        (
            f'<div n="1"><lg n="1"><l n="1">A {APP}</l></lg></div>'
            f'<div n="2"><lg n="2"><l n="1">b {APP}</l></lg></div>',
            ["1.1 rye] ray B", "2.1 rye] ray B"],
        ),
        # @from before @loc, where both are pointers.
        (
            '<p>A <seg xml:id="s">rye</seg> <seg xml:id="u">oat</seg></p><listApp>'
            '<app from="#s" loc="#u"><lem>rye</lem><rdg wit="#B">ray</rdg></app></listApp>',
            ["¶ 1 rye] ray B"],
        ),
        # Segments count anew in each paragraph: that has its number, one without a number or not.
        (
            f'<div><p n="1"><seg>a</seg> <seg n="1">b {APP}</seg></p>'
            '<p n="2"><seg n="1">c</seg></p></div>',
            ["1.1 rye] ray B"],
        ),
    ],
)
def test_place_of_an_entry(body: str, said: list[str]) -> None:
    """In the apparatus."""
    text = plain(document(body, source=WITNESSES), "reading")
    assert text.partition("## Apparatus\n\n")[2].splitlines() == said


def tree(body: str = "<p>Rye</p>", **header: str) -> str:
    """Return the behaviours of a document."""
    return str(ruled(document(body, **header)).tree)


def test_words_supplied_that_are_none_have_no_sign() -> None:
    """No bracket is explained that stands nowhere."""
    assert "[ ]" not in plain(document('<p>A <supplied reason="lost"/> b</p>'), "reading")


def test_a_space_of_no_size_is_one() -> None:
    """Not eighty."""
    page = made("reading.html", document("<p>A <space unit='chars'/> b</p>"))
    assert '<span class="space">\xa0</span>' in page or '<span class="space"> </span>' in page


def test_a_title_with_a_colon_heads_pages_up_to_it() -> None:
    """The rest is no second title."""
    case = document("<p>Rye</p>").replace("<title>Case", "<title>Salt: of mills")
    assert ">Rye</p>" in made("print.html", case)


def test_colours_are_read_from_their_figures() -> None:
    """And what is no size is told."""
    page = tree('<p><hi rend="#aa0000">a</hi> <hi rend="color(#00f)">b</hi></p>')
    assert re.findall(r' rend="([^"]*)"', page) == ["colour-red", "colour-blue"]
    told = ruled(document('<p><hi style="font-size:0.3">b</hi></p>')).diagnostics
    assert [one.message for one in told] == ["“font-size:0.3” is not a look that editio knows"]


def test_names_that_a_link_joins_are_no_parts_that_correspond() -> None:
    """As paragraphs are."""
    for name, joined in (("name", 0), ("seg", 2)):
        body = f'<p><{name} xml:id="a">x</{name}> <{name} xml:id="b">y</{name}></p>'
        links = '<linkGrp><link target="#a #b"/></linkGrp>'
        assert tree(body + links).count(" corresp=") == joined


def test_sigla_as_printed_are_the_nearest() -> None:
    """Those in a reading, not those behind it."""
    readings = '<lem wit="#A">rye</lem><rdg><wit>B1</wit>ray</rdg><wit>B2</wit>'
    page = tree(f"<p>A <app>{readings}</app></p>", source=WITNESSES)
    assert 'sigla="B1"' in page
    assert 'sigla="B2"' not in page


def test_who_answers_for_a_reading_is_no_witness() -> None:
    """An editor of the edition, named in its header."""
    editor = '<respStmt><resp>Edited by</resp><name xml:id="ed">Jo Bell</name></respStmt>'
    body = f"<p>A {APP}</p>".replace("<rdg", '<rdg resp="#ed"')
    assert tree(body, source=WITNESSES, named=editor).count("<ed:witness ") == 3


def test_a_person_has_one_address() -> None:
    """The first of those that are given."""
    author = '<author><persName ref="viaf:1 gnd:2">Jo Bell</persName></author>'
    assert re.findall(r' uri="([^"]*)"', tree(named=author)) == ["https://viaf.org/viaf/1"]


def test_an_author_without_words_is_called_as_the_register_has_it() -> None:
    """Nothing stands before it."""
    author = '<author xmlns:ed="urn:editio:ns" ed:called="Ada Rye"/>'
    assert "\nAuthor: Ada Rye\n" in plain(document(named=author), "reading")


def test_parts_of_a_series_that_are_empty_have_no_comma() -> None:
    """Nor the words of a duty that has none."""
    series = "<seriesStmt><title>Mills</title><idno/><biblScope>3</biblScope></seriesStmt>"
    case = document().replace("<sourceDesc>", f"{series}<sourceDesc>")
    assert ">Mills, 3<" in made("reading.html", case)
    duty = "<respStmt><resp> <note>by hand</note> </resp><name>Jo Bell</name></respStmt>"
    assert made("reading.html", document(named=duty)).count("by hand") == 1


def test_of_two_hands_of_one_id_the_first_is_meant() -> None:
    """That there are two is told by the check."""
    notes = '<handNote xml:id="h" scribe="Ada"/><handNote xml:id="h"/>'
    hands = f"<profileDesc><handNotes>{notes}</handNotes></profileDesc>"
    case = document('<p>A <handShift new="#h"/>b</p>').replace(
        "</teiHeader>", f"{hands}</teiHeader>"
    )
    assert plain(case, "diplomatic").split("***\n\n")[1] == "A ‹Hand Ada› b\n"


def test_breaks_between_pages_go_with_the_word_that_goes_on() -> None:
    """Each once, however many there are and whatever follows."""
    for breaks in ('<pb n="2"/>', '<pb n="2"/><cb n="a"/>'):
        case = drawn("<zone><line>won-</line></zone>").replace(
            "</surface>",
            f"</surface>{breaks}<surface><zone><line break='no'>der</line></zone></surface>"
            "<surface><zone><line>so</line></zone></surface>",
        )
        text = plain(case, "diplomatic").split("***\n\n")[1]
        assert text.count("[page 2]") == 1
        assert plain(case, "reading").split("***\n\n")[1] == "wonder\n\nso\n"


def test_headings_above_what_corresponds_are_level() -> None:
    """Also where one side has more before them."""
    ours = '<p>vix</p><head>Prima</head><p xml:id="a">ros</p>'
    theirs = '<head>First</head><p corresp="#a">dew</p>'
    assert beside(ours, theirs) == [["vix"], ["Prima"], ["ros"], [], ["First"], ["dew"]]


def letter(said: str) -> list[str]:
    """Return what is told of the sender of a letter."""
    action = f'<correspAction type="sent">{said}</correspAction>'
    described = f"<profileDesc><correspDesc>{action}</correspDesc></profileDesc>"
    page = str(ruled(document().replace("</teiHeader>", f"{described}</teiHeader>")).tree)
    return re.findall(r"<ed:(?:party|remark|note)[^>]*>([^<]*)<", page.partition("<ed:letter")[2])


def test_a_remark_on_a_letter_may_name_somebody() -> None:
    """It is no party to it, and not lost; a name in a paragraph is told once."""
    assert letter("<p><persName>Ada</persName></p>") == ["Ada"]
    assert letter("<persName>Bo</persName><note>for <persName>Ada</persName></note>") == [
        "Bo", "for Ada"
    ]  # fmt: skip


def test_where_a_licence_is_read_its_target_says() -> None:
    """Not its words, too."""
    licence = '<licence target="https://example.org/a">https://example.org/b</licence>'
    case = document().replace(
        "<publicationStmt><p>none</p>",
        f"<publicationStmt><publisher>P</publisher><availability>{licence}</availability>",
    )
    assert set(re.findall(r'href="(https://example[^"]*)"', made("reading.html", case))) == {
        "https://example.org/a"
    }


def test_layers_that_are_asked_for_are_those_that_are_there() -> None:
    """An entry of a layer that is not asked for is with the variants."""
    asked = 'xml:id="case" xmlns:ed="urn:editio:ns" ed:layers='
    for layers, entry in (("sources variants", APP), ("variants", APP)):
        kind = entry.replace("<app", '<app type="testimonium"') if layers == "variants" else entry
        case = document(f"<p>A {kind}</p>", source=WITNESSES).replace(
            'xml:id="case"', f'{asked}"{layers}"', 1
        )
        page = str(ruled(case).tree)
        assert re.findall('<ed:layer name="([^"]*)"', page) == ["variants"]
        assert re.findall('<ed:entry [^>]*layer="([^"]*)"', page) == ["variants"]


def test_a_passage_is_in_the_innermost_place_that_can_be_cited() -> None:
    """In the paragraph of a quotation."""
    begins, ends = (
        f'<app><lem wit="#A">{word}</lem><rdg wit="#B"><lacuna{part}/></rdg></app>'
        for word, part in (("rye", "Start"), ("oat", "End"))
    )
    body = f'<quote xml:id="q"><p xml:id="p">A {begins} and {ends}</p></quote>'
    page = made("reading.html", document(body, source=WITNESSES)).partition('class="passages"')[2]
    assert re.findall(r'<th scope="row"><a href="#c1">([^<]*)</a>', page) == ["p"]


def test_sizes_are_parted_from_words_and_numbers_alone() -> None:
    """Not from a colon, and not from nothing."""
    sizes = '<dimensions type="{}" unit="cm"><height>3</height><width>4</width></dimensions>'
    described = (
        "<msDesc><msIdentifier><idno>1</idno></msIdentifier><physDesc><objectDesc><supportDesc>"
        f"<extent>3 leaves: {sizes.format('leaf')}</extent></supportDesc><layoutDesc>"
        f"<layout>{sizes.format('written')}</layout></layoutDesc></objectDesc></physDesc></msDesc>"
    )
    page = made("reading.html", document(source=described))
    assert '3 leaves: <span class="dimensions"' in page
    assert '<span class="added">; </span>' not in page


def test_a_second_header_says_nothing_of_the_text() -> None:
    """Its first has the facts; what the second says is known, and told about the text."""
    said = "<titleStmt><title>Other</title></titleStmt><publicationStmt><p>n</p></publicationStmt>"
    header = f"<teiHeader><fileDesc>{said}<sourceDesc><p>n</p></sourceDesc></fileDesc></teiHeader>"
    tei = document().replace("</teiHeader>", f"</teiHeader>{header}")
    text = plain(tei, "reading")
    assert text.startswith("Title: Case\n")
    assert text.endswith("***\n\nRye\n")
    assert ruled(tei).diagnostics == ()


@pytest.mark.parametrize("lang", ["ar", "fa", "he", "ur", "yi", "az-Arab"])
def test_languages_that_run_from_right_to_left(lang: str) -> None:
    """Are told so on pages, in the book and in the e-book."""
    letter = chr(0x5D0 if lang in {"he", "yi"} else 0x633)
    case = document(f"<p>see <foreign xml:lang='{lang}'>{letter}</foreign> so</p>")
    for name in ("reading.html", "diplomatic.html", "print.html", "epub.xhtml"):
        assert made(name, case).count('dir="rtl"') == 1, name


def test_marks_of_quotations_are_those_of_the_language() -> None:
    """French ones have a narrow blank within."""
    said = "<p xml:lang='fr'><said>Oui, <said>non</said></said></p>"
    assert reading(said) == "«\u202fOui, “non”\u202f»"


def test_headings_are_ranked_as_their_divisions_lie() -> None:
    """One division in another, one rank below."""
    inner = "<div><head>Rye</head><div><head>First</head><p>a</p></div></div>"
    page = made("reading.html", document(f"<div><head>Poems</head>{inner}</div>"))
    assert re.findall(r"<h(\d)[^>]*>(Poems|Rye|First)<", page) == [
        ("2", "Poems"), ("3", "Rye"), ("4", "First")
    ]  # fmt: skip
