"""What is said of single marks, in each output: pages, book, EPUB, plain text, facts."""

from lxml import etree, html

from tests.rules.outputs import FRAME, READINGS, outputs, plain

READ = ("reading.html", "print.html", "epub.xhtml")


def said(case: str, name: str) -> str:
    """Return the words of an output, blanks as one."""
    if name in READINGS:
        return " ".join(plain(case, name).split())
    page = f"<div>{outputs(case)[name]}</div>"
    tree = html.fromstring(page) if name.endswith("html") else etree.fromstring(page)
    return " ".join("".join(map(str, tree.itertext())).split())


def read(case: str) -> set[str]:
    """Return what the outputs of the reading text say: one string, where they agree."""
    return {said(case, name) for name in ("reading", *READ)}


def diplomatic(case: str) -> set[str]:
    """Return what the outputs of the diplomatic text say."""
    return {said(case, name) for name in ("diplomatic", "diplomatic.html")}


def test_words_parted_in_the_source_are_parted_in_both_texts() -> None:
    """A blank that is supplied beside one that is there supplies nothing."""
    for mark in ("supplied", "del", "surplus"):
        for parted in (f"bum <{mark}> </{mark}>est", f"bum<{mark}> </{mark}> est"):
            case = f"<p>{parted} rye</p>"
            assert read(case) == {"bum est rye"}
            assert diplomatic(case) == {"bum est rye"}
    kept = '<p>bum <supplied xml:id="s1"> </supplied>est</p>'
    assert 'id="s1"' in outputs(kept)["reading.html"]
    choice = "<p>bum <choice><corr> </corr><sic/></choice>est</p>"
    assert said(choice, "reading") == said(choice, "diplomatic") == "bum est"


def test_a_blank_that_editors_supply_is_theirs() -> None:
    """Words that touch in the source touch in its text, and stand apart in that which is read."""
    case = "<p>bum<supplied> </supplied>est rye</p>"
    assert said(case, "reading") == "bum est rye"
    assert said(case, "diplomatic") == "bumest rye"


PAPYRUS = FRAME.replace('xml:id="case"', 'xmlns:ed="urn:editio:ns" ed:signs="papyri" xml:id="case"')
SCRIBE = """<body><div type="edition" xml:lang="grc"><ab><lb n="1"/>oats
<choice><sic>rey</sic><corr{}>rye</corr></choice></ab></div></body>"""


def test_what_should_be_written_on_a_papyrus_is_told_beside_it() -> None:
    """The text has what the scribe wrote; what he meant follows "l.", and is no alternative."""
    for cert, doubt in (("", ""), (' cert="low"', "certainty low")):
        case = PAPYRUS.format(text=SCRIBE.format(cert))
        assert {said(case, name).split("***")[-1].strip() for name in READINGS} == {"1 oats rey"}
        page = outputs(case)
        for name in ("reading.html", "print.html"):
            assert "<td>rey</td><td>rey</td><td>l. rye</td>" in page[name]
        assert f"1 rey] l. rye{doubt and f' ({doubt})'}" in said(case, "print.html")
        assert 'treatment="l. rye"' in page["facts.xml"]
        for name in (*READ, "diplomatic.html", "facts.xml"):
            assert "alternative" not in said(case, name)


def test_homographs_have_roman_numbers() -> None:
    """Whether they are counted by the source or by the edition; a number that is none stays."""
    homographs = "<hom{}><def>corn</def></hom><hom{}><def>land</def></hom>"
    entry = f"<entry><form><orth>rye</orth></form>{homographs}</entry>"
    for numbers, wanted in (
        ((' n="1"', ' n="2"'), ("I.", "II.")),
        (("", ""), ("I.", "II.")),
        ((' n="a"', ' n="b"'), ("a.", "b.")),
    ):
        case = entry.format(*numbers)
        assert read(case) == {"rye {} corn {} land".format(*wanted)}
        assert said(case, "diplomatic") == "rye corn land"


MANUSCRIPT = """<msDesc><msIdentifier><idno>MS 7</idno></msIdentifier><physDesc><objectDesc>
<supportDesc><extent>{}</extent></supportDesc></objectDesc></physDesc><history><origin>{}</origin>
</history></msDesc>"""


def test_sizes_in_an_extent_stand_apart() -> None:
    """Whether they are told by attributes or by words; height and width as those of a leaf."""
    leaves = '<measure quantity="40" unit="leaf"/>'
    sides = '<height quantity="210" unit="mm"/>', '<height unit="mm">210</height>'
    for height in sides:
        alone = MANUSCRIPT.format(f"{leaves}{height}<measure>2 kg</measure>", "")
        for name in (*READINGS, *READ, "diplomatic.html"):
            assert "40 leaves; 210 mm; 2 kg" in said(alone, name)
        both = MANUSCRIPT.format(f"{leaves}\n{height}\n<width>15 cm</width>", "")
        for name in (*READINGS, *READ, "diplomatic.html"):
            assert "40 leaves; 210 mm × 15 cm" in said(both, name)
    # One that was left empty is none.
    for empty in ("<height/>", '<height unit="mm"/>', "<measure/>"):
        case = MANUSCRIPT.format(f"{empty}<width>15 cm</width>", "")
        for name in (*READINGS, *READ, "diplomatic.html"):
            assert "Extent: 15 cm" in said(case, name), (empty, name)


def test_doubt_about_where_and_when_a_manuscript_was_made_is_told() -> None:
    """The same of words and of values; what the words doubt themselves is not doubted twice."""
    for origin, wanted in (
        ('<origDate when="1400" cert="low"/>', "1400 (?)"),
        ('<origPlace cert="medium">Hallow</origPlace>', "Hallow (?)"),
        ('<origDate cert="low">1400?</origDate>', "1400?"),
        ('<origDate when="1400" cert="high"/>', "1400"),
    ):
        case = MANUSCRIPT.format("40 leaves", origin)
        for name in (*READINGS, *READ, "diplomatic.html"):
            assert f" {wanted}" in said(case, name)
            assert ("(?)" in said(case, name)) == ("(?)" in wanted)
    certain = outputs(MANUSCRIPT.format("", '<origDate when="1400" cert="low"/>'))["facts.xml"]
    assert '<ed:value name="certainty">low</ed:value>' in certain


def test_each_utterance_has_an_address() -> None:
    """By which tables name it, too: not by that of the text."""
    case = '<u who="#a">One.</u><u who="#b">Two.</u>'
    for n in (1, 2):
        for name in (*READ, "diplomatic.html"):
            assert f'body1.u{n}"' in outputs(case)[name]
        assert f"body1.u{n}" in said(case, "facts.xml")


def test_notes_on_forms_that_neither_text_has_are_told_with_these_forms() -> None:
    """Numbers of notes have no holes; what is said of another form stands behind that."""
    for one, other in (("seg", "seg"), ("unclear", "unclear"), ("corr cert='high'", "corr")):
        case = (
            f"<p>So <choice><{one}>rye<note>First.</note></{one[:7].split()[0]}><{other}>oats<note>"
            f"Second.</note></{other}></choice> is<note>Third.</note> dear.</p>"
        )
        told = "So rye[1] is[2] dear.\n\n## Notes\n\n[1] First.\n\n[2] Third."
        assert {plain(case, reading).strip() for reading in READINGS} == {told}
        for name in ("reading.html", "print.html", "facts.xml"):
            assert "oats (Second.)" in said(case, name) + str(outputs(case)[name]), name


def test_a_note_that_was_left_empty_calls_nothing() -> None:
    """Nor does it count; a sign of its own, or a picture, is something."""
    for empty in ("<note/>", "<note><p/></note>", "<note place='foot'><list><item/></list></note>"):
        case = f"<p>So{empty} rye<note>One.</note> is.</p>"
        for reading in READINGS:
            assert plain(case, reading).strip() == "So rye[1] is.\n\n## Notes\n\n[1] One."
        for name in (*READ, "diplomatic.html"):
            assert said(case, name).startswith("So rye1 is.") or name == "print.html", name
            assert outputs(case)[name].count("One.") == 1
        assert 'notes="1"' in outputs(case)["facts.xml"]
    drawn = "<p>So<note><figure><graphic url='a.png'/></figure></note> rye.</p>"
    assert plain(drawn, "reading").startswith("So[1] rye.")
    assert plain("<p>So<note n='7'><p/></note>.</p>", "reading").startswith("So[7].")


def test_white_space_that_was_added_or_struck_has_no_signs() -> None:
    """It parts words in the text that has it."""
    case = "<p>Rye<add> </add>is <add> </add>dear<del> </del>er</p>"
    assert read(case) == {"Rye is dearer"}
    assert diplomatic(case) == {"Rye is dear er"}


def test_the_table_of_manuscripts_has_what_attributes_say_of_an_extent() -> None:
    """As the page tells it, without sizes, which have columns of their own."""
    told = (
        '<measure quantity="40" unit="leaf"/><dimensions unit="mm"><height quantity="210"/><width'
        ' atLeast="150" atMost="155"/></dimensions> and <measure quantity="2" unit="leaf"/>'
    )
    case = MANUSCRIPT.format(told, "")
    assert all("40 leaves; 210 × 150–155 mm and 2 leaves" in one for one in read(case))
    (row,) = etree.fromstring(outputs(case)["facts.xml"]).findall("{*}row[@table='manuscripts']")
    cells = {one.get("name"): one.text for one in row.iterfind("{*}value")}
    wanted = {"extent": "40 leaves and 2 leaves", "height": "210", "width": "150–155", "unit": "mm"}
    assert {name: cells.get(name) for name in wanted} == wanted
    choice = "40 <choice><abbr>ff.</abbr><expan>folia</expan></choice>, <note>so</note>"
    assert ">40 folia<" in outputs(MANUSCRIPT.format(choice, ""))["facts.xml"]


def test_brackets_stand_once_around_what_is_supplied_within_what_is_supplied() -> None:
    """Doubts stay; what another reason has keeps its own signs."""
    inner = '<supplied reason="lost" cert="low">rye</supplied>'
    lost = f'<supplied reason="lost">oats {inner} ears</supplied>'
    for name in ("reading", "reading.html", "epub.xhtml"):
        assert said(f"<p>So {lost}.</p>", name).startswith("So [oats rye(?) ears].")
    book = said(f"<p>So {lost}.</p>", "print.html")
    assert "[oats rye(?)" in book and "[oats [" not in book
    assert 'href="case.html#t-c2" aria' not in outputs(f"<p>So {lost}.</p>")["reading.html"]
    ab = f'<body><div type="edition"><ab><lb n="1"/>so {lost}</ab></div></body>'
    for name in ("reading", "reading.html", "epub.xhtml"):
        assert "so [oats rye(?) ears]" in said(PAPYRUS.format(text=ab), name)
    other = "<p>So <supplied>oats <supplied reason='omitted'>rye</supplied></supplied>.</p>"
    for name in ("reading", "reading.html", "epub.xhtml"):
        assert said(other, name).startswith("So [oats ⟨rye⟩].")
    noted = "<p>So <supplied>rye<note><supplied>ears</supplied></note></supplied>.</p>"
    assert "[1] [ears]" in plain(noted, "reading")


PLACES = """<div{}><p{}><lb n="4"/>oats <app><lem wit="#A">{}rye</lem><rdg wit="#B">ear</rdg></app>
<choice><sic>teh</sic><corr>the</corr></choice></p></div>"""


def test_tables_and_apparatus_name_one_place() -> None:
    """A lemma that opens with a line of the source stands in that line; chapters count for all."""
    lemma = '<lb n="5"/>'
    for case, told in (
        (PLACES.format("", "", lemma), "5"),
        (f'<pb n="1"/>{PLACES.format("", "", lemma)}', "1.5"),
        (PLACES.format(' n="3"', ' n="2"', "").replace('<lb n="4"/>', ""), "3.2"),
        (PLACES.format(' n="3"', "", "").replace('<lb n="4"/>', ""), "¶ 1"),
    ):
        pages = outputs(case)
        assert f"{told} rye] ear B" in plain(case, "reading").replace("\n", " ")
        assert f'class="entry-key" href="#c1">{told}</a>' in pages["reading.html"]
        assert f'<a href="#c2">{told}</a>' in pages["reading.html"]
        facts = etree.fromstring(pages["facts.xml"])
        assert [one.get("place") for one in facts.iterfind("{*}intervention")] == [told, told]
    verses = """<lg><l><lb n="4"/>oats</l><app><lem wit="#A"><l><lb n="5"/>rye</l></lem>
<rdg wit="#B"><l>ear</l></rdg></app></lg>"""
    assert "5 rye] ear B" in plain(verses, "reading")
    assert 'place="5"' in outputs(verses)["facts.xml"]


def test_a_note_between_blocks_has_its_number_beside_it() -> None:
    """As the source has it; one without a number gets none."""
    case = "<div><p>Rye.</p><note n='7'><p>Oats.</p><p>Ears.</p></note><note>Bran.</note></div>"
    for reading in READINGS:
        assert plain(case, reading).strip() == "Rye.\n\n[7] Oats.\n\nEars.\n\nBran."
    for name in (*READ, "diplomatic.html"):
        assert said(case, name) == "Rye. 7 Oats. Ears. Bran."
        assert outputs(case)[name].count("note-number") == 1


def test_a_pointer_that_says_nothing_and_leads_nowhere_leaves_no_trace() -> None:
    """Words stand one blank apart; its id stays, since others may point to it."""
    for empty in ("<ref/>", "<ptr/>", "<ref xml:id='r1'/>"):
        case = f"<p>See {empty} there.</p>"
        for reading in READINGS:
            assert plain(case, reading).strip() == "See there."
        for name in (*READ, "diplomatic.html"):
            assert said(case, name) == "See there."
            assert ('r1"' in outputs(case)[name]) == ("r1" in empty)
