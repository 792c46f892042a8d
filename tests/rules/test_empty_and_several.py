"""Where a value is empty or there are several for one, what is told, and that nothing else is."""

import re

import pytest
from lxml import html

from tests.rules.outputs import outputs, plain

TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="case" xml:lang="en"><teiHeader><fileDesc>
<titleStmt><title>Case</title>{named}</titleStmt><publicationStmt><p>none</p></publicationStmt>
<sourceDesc>{source}</sourceDesc></fileDesc></teiHeader>{apart}<text><body>{body}</body></text></TEI>"""


def document(body: str = "<p>Rye</p>", named: str = "", source: str = "", apart: str = "") -> str:
    """Return a document with these parts."""
    return TEI.format(body=body, named=named, source=source or "<p>none</p>", apart=apart)


def reading(body: str, text: str = "reading") -> str:
    """Return the words of one of the two texts in plain text."""
    return plain(document(body), text).split("***\n\n", 1)[-1].strip()


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("<resp/><name>Ada Rye</name>", "Ada Rye"),
        ("<resp>Edited by</resp><name/><name>Ada Rye</name>", "edited by: Ada Rye"),
        ("<resp>Edited by</resp>", "edited by"),
        ("<resp/><resp>Edited by</resp><name>Ada Rye</name>", "edited by: Ada Rye"),
        ("<resp>Edited by</resp><name/>", None),
    ],
)
def test_who_did_what(statement: str, said: str | None) -> None:
    """No sign stands beside what is not there; a task that a name should follow says nothing."""
    page = outputs(document(named=f"<respStmt>{statement}</respStmt>"))["reading.html"]
    found = re.search(r"<h3>Responsibility</h3>\s*<p>(.*?)</p>", page)
    assert (found and found[1].lower()) == (said and said.lower())


@pytest.mark.parametrize(
    ("kind", "said"), [("gnd", "GND 7"), ("seal", "seal 7"), ("URI", "7"), ("Urn", "URN 7")]
)
def test_what_a_number_is(kind: str, said: str) -> None:
    """Kinds that everybody knows are written as usual, addresses are told to be nothing."""
    page = outputs(document(named=f'<funder>Mill <idno type="{kind}">7</idno></funder>'))
    assert f"<p>Mill, {said}</p>" in page["reading.html"]


def test_a_date_in_a_sentence_is_said_in_its_words() -> None:
    """Its value is told where it has none."""
    source = '<bibl>Bought <date when="1850">in spring</date>, read <date when="1851"/>.</bibl>'
    facts = outputs(document(source=source))["facts.xml"]
    assert "Bought in spring, read 1851.</ed:field>" in facts


def test_the_date_of_a_witness_without_words_is_its_value() -> None:
    """One with words is told by these."""
    source = (
        '<listWit><witness xml:id="A"><origDate when="1420"/>A roll</witness>'
        '<witness xml:id="B"><origDate when="1430">about 1430</origDate></witness></listWit>'
    )
    facts = outputs(document(source=source))["facts.xml"]
    assert re.findall(r'siglum="(.)" date="([^"]*)"', facts) == [("A", "1420"), ("B", "about 1430")]


def test_of_several_dates_of_a_witness_the_first_is_told() -> None:
    """That of its origin before any other; one without a value or words is none."""
    dates = "<date/><date>read 1501</date><origDate/><origDate>about 1430</origDate>"
    source = (
        f'<listWit><witness xml:id="A">A roll{dates}<origDate when="1440"/></witness></listWit>'
    )
    assert 'siglum="A" date="about 1430"' in outputs(document(source=source))["facts.xml"]


def test_of_two_tasks_the_first_says_what_somebody_is() -> None:
    """An editor who translated, too, is cited as an editor."""
    tasks = '<resp key="edt">Text</resp><resp key="trl">English words</resp>'
    page = document(named=f"<respStmt>{tasks}<name>Ada Rye</name></respStmt>")
    assert re.findall(r'role="([^"]*)"', outputs(page)["facts.xml"]) == ["editor"]


def test_of_two_descriptions_of_a_class_of_faults_the_first_is_told() -> None:
    """As in two languages. Where all is told, the two are apart."""
    classes = (
        '<standOff><interpGrp><interp xml:id="slip"><desc>a slip</desc><desc xml:lang="de">ein '
        "Versehen</desc></interp><interp>haste</interp></interpGrp></standOff>"
    )
    body = '<p><choice><sic ana="#slip">rey</sic><corr>rye</corr></choice></p>'
    made = outputs(document(body, apart=classes))
    for page in ("reading.html", "print.html"):
        assert "<td>corrected, a slip</td>" in made[page], page
    words = "".join(map(str, html.fromstring(made["reading.html"]).itertext()))
    assert "a slip / ein Versehen; haste" in words
    assert '<ed:value name="words">a slip / ein Versehen</ed:value>' in made["facts.xml"]


def test_a_note_that_asks_for_two_margins_has_one() -> None:
    """The side before whether it is the outer one."""
    body = '<p>Rye<note place="margin outer left">dear</note></p>'
    assert re.findall(r'data-side="([^"]*)"', outputs(body)["print.html"])[:1] == ["left"]


def test_of_several_corrections_the_surest_is_read() -> None:
    """The others stand in no text; of equal ones the first is read."""
    choice = '<choice><sic>roi</sic><corr cert="low">ray</corr><corr cert="{}">rye</corr></choice>'
    assert reading(f"<p>{choice.format('high')}</p>") == "rye"
    assert reading(f"<p>{choice.format('low')}</p>") == "ray"
    assert reading(f"<p>{choice.format('high')}</p>", "diplomatic") == "roi"


def test_of_forms_of_the_source_alone_the_first_is_in_both_texts() -> None:
    """An original spelling beside a slip, or two abbreviations."""
    for choice in ("<sic>rey</sic><orig>rye</orig>", "<abbr>rey</abbr><abbr>rye</abbr>"):
        for text in ("reading", "diplomatic"):
            assert reading(f"<p>A <choice>{choice}</choice></p>", text) == "A rey"


def test_an_entry_in_an_entry_is_listed_once() -> None:
    """An apparatus that stands behind the text has as many entries as it has at its top."""
    apparatus = (
        '<div type="apparatus"><p><app from="#s"><rdg>oats <app><lem>a</lem><rdg>b</rdg></app>'
        "</rdg></app></p></div>"
    )
    facts = outputs(document(f'<p><seg xml:id="s">rye</seg></p>{apparatus}'))["facts.xml"]
    assert facts.count("<ed:entry ") == 1
    assert ">oats a</ed:words>" in facts


def test_of_two_headings_of_an_apparatus_the_first_is_its_name() -> None:
    """The second may say of what."""
    entry = '<app from="#s"><rdg>oats</rdg></app>'
    listed = f"<listApp><head>Variants</head><head>of B</head>{entry}</listApp>"
    facts = outputs(document(f'<p><seg xml:id="s">rye</seg></p>{listed}'))["facts.xml"]
    assert re.findall(r'<ed:layer name="\w+" title="([^"]*)"', facts) == ["Variants"]


def test_a_lemma_is_counted_in_what_its_key_counts() -> None:
    """Words of another numbered verse of the paragraph are not among those that it may be."""
    entry = '<seg n="2">an <app><lem>ear</lem><rdg>oats</rdg></app></seg>'
    body = f'<p n="1"><seg n="1">ear and</seg> {entry}</p>'
    assert "<ed:lemma>ear</ed:lemma>] " in outputs(document(body))["facts.xml"]


def test_words_in_an_annotation_are_prepared() -> None:
    """Their blanks are one."""
    span = '<span target="#p">A <hi>good</hi>\n    crop</span>'
    text = document(
        '<p xml:id="p">Rye</p>', apart=f"<standOff><spanGrp>{span}</spanGrp></standOff>"
    )
    page = outputs(text)["reading.html"]
    assert '</span> A <span class="hi italic">good</span> crop <a' in page


@pytest.mark.parametrize("kind", ["", ' rend="numbered"'])
def test_items_behind_a_number_go_on_from_it(kind: str) -> None:
    """On pages and in plain text."""
    body = f'<list{kind}><item n="3">Rye</item><item>Oats</item><item>Barley</item></list>'
    page = outputs(document(body))["reading.html"]
    assert re.findall(r'<li[^>]* value="(\d+)"', page) == ["3", "4", "5"]


def test_a_weak_hyphen_before_any_break_within_a_word() -> None:
    """A gathering may begin within a word, too."""
    for broken in ("lb", "pb", "cb", "gb"):
        body = f'<p>oat<pc force="weak">-</pc><{broken} break="no"/>meal</p>'
        assert reading(body) == "oatmeal", broken
    assert reading('<p>oat<pc force="weak">-</pc><lb/>meal</p>') == "oat- meal"


def test_the_line_of_a_speech_that_is_said_to_be_prose() -> None:
    """The first milestone behind a break says it, not one further on."""
    line = '<lb/><milestone unit="line" ana="#{}"/>'
    body = f"<sp><ab>Rye {line.format('verse')}oats {line.format('prose')}and barley</ab></sp>"
    assert reading(body) == "Rye\noats and barley"


@pytest.mark.parametrize(
    ("value", "spaced"),
    [("0.05em", True), (".2em", True), ("+1pt", True), ("0", False), ("0.0em", False)],
)
def test_letters_that_are_no_further_apart_are_not_spaced(value: str, spaced: bool) -> None:
    """A distance of nothing is the usual one."""
    page = outputs(document(f'<p>A <hi style="letter-spacing: {value}">rye</hi></p>'))
    assert ("spaced" in page["reading.html"]) is spaced


@pytest.mark.parametrize("first", ["", "<l>O rye</l>"])
def test_a_first_verse_without_a_number_does_not_part_a_song_from_its_book(first: str) -> None:
    """Of headings over the same first numbers the outer one is told."""
    entry = "<app><lem>rye</lem><rdg>oats</rdg></app>"
    song = f'<div><head>Song {{0}}</head><lg>{first}<l n="1">an {entry}</l></lg></div>'
    books = "".join(f"<div><head>Book {one}</head>{song.format(one)}</div>" for one in "AB")
    facts = outputs(document(books))["facts.xml"]
    assert re.findall(r' from="([^"]*)"', facts) == ["Book A, 1", "Book B, 1"]


def test_of_two_witnesses_neither_is_the_source() -> None:
    """Nor is the date of one that of the text."""
    origin = '<history><origin><origDate when="1420">1420</origDate></origin></history>'
    roll = f"<msDesc><msIdentifier><idno>7</idno></msIdentifier>{origin}</msDesc>"
    source = f'<listWit><witness xml:id="A">{roll}</witness>{{}}</listWit>'
    for others, named in (('<witness xml:id="B">B</witness>', []), ("", ["source", "date"])):
        facts = outputs(document(source=source.format(others)))["facts.xml"]
        assert re.findall('<ed:field name="(source|date)"', facts) == named


def test_of_two_addresses_of_an_author_the_first_is_told() -> None:
    """Both may be given for one name."""
    known = "https://viaf.org/viaf/12 https://d-nb.info/gnd/118"
    author = f'<author><persName ref="{known}">Ada Rye</persName></author>'
    assert 'uri="https://viaf.org/viaf/12">' in outputs(document(named=author))["facts.xml"]


@pytest.mark.parametrize(
    ("author", "said"),
    [
        ('{0} <idno type="gnd">7</idno>', "Rye, Ada 7"),
        ("{0}, <persName><surname>Bell</surname><forename>Jo</forename></persName>",
         "Rye Ada, Bell Jo"),
    ],
)  # fmt: skip
def test_a_surname_before_a_forename_in_a_reference(author: str, said: str) -> None:
    """A comma parts them, but where commas part people."""
    name = "<persName><surname>Rye</surname><forename>Ada</forename></persName>"
    source = f"<bibl><author>{author.format(name)}</author>, <title>Mills</title></bibl>"
    page = outputs(document(source=source))["reading.html"]
    assert f">{said}, Mills</div>" in page


def test_notes_alone_say_what_somebody_did() -> None:
    """They are not told as remarks again."""
    said = "<resp><note>Read the proofs</note> <note>Set the type</note></resp>"
    page = outputs(document(named=f"<respStmt>{said}<name>Ada Rye</name></respStmt>"))
    assert page["reading.html"].count("Read the proofs") == 1


def test_an_author_without_words_is_called_as_the_register_has_it() -> None:
    """As a whole or by the name within."""
    called = 'xmlns:ed="urn:editio:ns" ed:called="Ada Rye"'
    for author in (f"<author {called}/>", f"<author><persName {called}/></author>"):
        facts = outputs(document(named=author))["facts.xml"]
        assert re.findall('<ed:field name="author"[^>]*>([^<]*)<', facts) == ["Ada Rye"]


CC = "https://creativecommons.org/licenses/by/4.0/"
RIGHTS = {
    # The address of a licence and, as words, that of its text.
    f'<licence target="{CC}">{CC}legalcode</licence>': [("licence", CC)],
    # A licence, and words beside it that name another.
    f'<licence target="{CC}">CC BY</licence><p>See <ref type="licence" '
    'target="https://creativecommons.org/publicdomain/zero/1.0/">CC0</ref>.</p>': [("licence", CC)],
    # Contents are the text.
    f'<licence target="{CC}">Contenuti e codifica sotto CC BY.</licence>': [("licence", CC)],
}


@pytest.mark.parametrize("said", RIGHTS)
def test_one_licence(said: str) -> None:
    """Told once, of what it is of."""
    stated = f"<publisher>Mill</publisher><availability>{said}</availability>"
    tei = document().replace("<p>none</p></publicationStmt>", f"{stated}</publicationStmt>")
    told = re.findall(
        r'<ed:field name="([^"]*licence)" target="([^"]*)"', outputs(tei)["facts.xml"]
    )
    assert told == RIGHTS[said]


def test_an_empty_number_of_a_series_has_no_comma() -> None:
    """Nor has an empty title."""
    series = '<title>Mills</title><idno/><biblScope unit="volume">3</biblScope>'
    tei = document().replace("<sourceDesc>", f"<seriesStmt>{series}</seriesStmt><sourceDesc>")
    assert "<p>Mills, 3</p>" in outputs(tei)["reading.html"]


def test_a_layout_of_measures_alone_begins_with_them() -> None:
    """No sign parts them from nothing."""
    size = '<dimensions unit="mm"><height>90</height><width>48</width></dimensions>'
    layouts = f"<layoutDesc><layout{{}}>{size}</layout></layoutDesc>"
    for columns, said in (("", "90 × 48 mm"), (' columns="2"', "2 columns; 90 × 48 mm")):
        described = f"<physDesc><objectDesc>{layouts.format(columns)}</objectDesc></physDesc>"
        source = f"<msDesc><msIdentifier><idno>1</idno></msIdentifier>{described}</msDesc>"
        page = re.sub("<[^>]*>", "", outputs(document(source=source))["reading.html"])
        assert f"Layout: {said}\n" in page
