"""Fields of catalogues and headers that were left empty say nothing; what is said stands apart."""

import re

from lxml import html

from tests.rules.outputs import outputs, plain

FRAME = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="case" xml:lang="en"><teiHeader>
<fileDesc><titleStmt><title>T</title>{people}</titleStmt><publicationStmt>{published}</publicationStmt>
<sourceDesc>{source}</sourceDesc></fileDesc>{rest}</teiHeader><text><body>{body}</body></text></TEI>"""
MANUSCRIPT = """<msDesc><msIdentifier><settlement>Hallow</settlement><repository ref="h.xml"/>
<idno>MS 7</idno><idno type="old"/></msIdentifier><msContents><msItem><author>Ann Reed</author>
<title>On Salt</title><title type="desc" xml:lang="en"/>
<listBibl><bibl>Bell, no. 3</bibl></listBibl>
<textLang mainLang="la">Latin<certainty locus="value" match=".">
<desc>perhaps Greek</desc></certainty>
</textLang></msItem></msContents><physDesc><objectDesc><supportDesc><extent><dimensions type="leaf"
unit="cm"/></extent></supportDesc><layoutDesc><layout columns="0" ruledLines="00"><dimensions
type="line-height" unit="mm"/></layout></layoutDesc></objectDesc>
<handDesc><handNote>Round<dimensions type="letterHeight"><height unit="mm"/>
</dimensions></handNote></handDesc></physDesc><history><origin>
<origDate notBefore="1400" notAfter="1425"/>written for Ann</origin></history></msDesc>"""


def case(**parts: str) -> str:
    """Return a document with what is given of its header."""
    said = {
        "people": "",
        "published": "<p>n</p>",
        "source": "<p>n</p>",
        "rest": "",
        "body": "<p>x</p>",
    }
    return FRAME.format(**(said | parts))


def about(**parts: str) -> str:
    """Return the words about a text on its page."""
    page = outputs(case(**parts))["reading.html"].split('<section class="about"', 1)[1]
    words = html.fromstring("<div>" + page).itertext()
    return re.sub(r"\s+", " ", "".join(map(str, words))).strip()


def test_fields_of_a_manuscript_that_were_left_empty() -> None:
    """No comma, no sign and no unit stands for them; a value is parted from the words behind."""
    described = (
        plain(case(source=MANUSCRIPT, body="<p/>"), "reading").split("***\n\n", 1)[1].strip()
    )
    assert described == (
        "# Hallow, MS 7\n\n## Contents\n\nAnn Reed, On Salt\nBell, no. 3\n"
        "Language: Latin (perhaps Greek)\n\n## Physical description\n\nHand: Round\n\n"
        "## History\n\nOrigin: 1400–1425 written for Ann"
    )


def test_what_a_header_says_of_people_numbers_and_changes() -> None:
    """Who leads is no funder; an address stands once; what stands in lists counts, too."""
    told = about(
        people="<funder>Salt Fund</funder><principal>Ben Ott</principal>",
        published="<publisher>Haus</publisher><pubPlace><address><addrLine>West Road</addrLine>"
        "<addrLine><email>a@b.org</email></addrLine></address></pubPlace><idno type='CB'>"
        "<idno type='canon'>B</idno>.<idno type='no'>47</idno></idno>",
        rest="<profileDesc><textClass><keywords><list><item><ref target='http://a.org/1'>Salt</ref>"
        "</item><item>Mills</item></list></keywords></textClass></profileDesc><revisionDesc>"
        "<listChange><change when='2020-10-05' who='#b'>Read.</change></listChange></revisionDesc>",
    )
    assert told.endswith(
        "Publication Haus West Road, a@b.org CB: B.47 Responsibility Principal investigator: "
        "Ben Ott Funding Salt Fund Keywords Salt, Mills "
        "History of the encoding 5 October 2020 Read. (b)"
    )
    empty = "<revisionDesc><listChange><change/></listChange></revisionDesc>"
    assert "History of the encoding" not in about(rest=empty)


def test_an_editor_of_a_file_is_no_editor_of_the_text() -> None:
    """Who edits XML is told with the task, and not cited as an editor."""
    one = "<respStmt><resp>{}</resp><name>Ida Holm</name></respStmt>"
    assert 'role="editor"' in outputs(case(people=one.format("éditrice")))["facts.xml"]
    for task in ("éditrice du document XML", "editor of the TEI", "edited XML"):
        assert 'role="editor"' not in outputs(case(people=one.format(task)))["facts.xml"]


def test_a_pause_in_a_line_ends_a_word_of_a_reading() -> None:
    """What stands behind a caesura is no part of the word before it."""
    source = "<listWit><witness xml:id='B'>B</witness></listWit>"
    body = (
        "<l n='1'>the <app><lem>mill</lem><rdg wit='#B'>wheel</rdg></app><caesura/>stood</l>"
        "<l n='2'>and<caesura/><app><lem>all</lem><rdg wit='#B'>some</rdg></app> fell</l>"
    )
    text = plain(case(source=source, body=body), "reading").split("***\n\n", 1)[1]
    assert text.startswith("the mill stood\nand all fell\n")
    assert text.rstrip().endswith("1 mill] wheel B\n2 all] some B")


def test_a_note_in_a_span_is_a_note() -> None:
    """A span that points is a marker and has no words; a note in it is called where it stands."""
    body = "<p>Salt<anchor xml:id='a'/> is dear<span from='#a'><note>Or brine.</note></span>.</p>"
    assert plain(case(body=body), "reading").split("***\n\n", 1)[1] == (
        "Salt is dear[1].\n\n## Notes\n\n[1] Or brine.\n"
    )
    kept = plain(case(body="<p>mines of <span ana='#a'>Hallow</span>.</p>"), "reading")
    assert kept.endswith("***\n\nmines of Hallow.\n")


def test_an_entry_of_a_list_that_names_no_place() -> None:
    """What is said of no place stands under no number, after what is said of lines."""
    body = (
        "<div type='edition'><ab><lb n='1'/>sal est</ab></div><div type='apparatus'><listApp>"
        "<app><note>Text after Bell</note></app><app loc='1'><note>worn</note></app></listApp>"
        "</div>"
    )
    assert plain(case(body=body), "reading").rstrip().endswith("1 worn\n– Text after Bell")


def test_references_in_a_reference() -> None:
    """Lists of them are blocks and have no comma before; fields in scripts without blanks part."""
    listed = (
        "<listBibl><head>Copies</head><desc>Not all.</desc><bibl>Bell 3.</bibl><bibl>Reed 4.</bibl>"
        "</listBibl><listBibl><bibl/></listBibl>"
    )
    body = f"<bibl><author>Ann</author><title>Salt</title>{listed}</bibl>"
    assert plain(case(body=body), "reading").split("***\n\n", 1)[1] == (
        "Ann, Salt\n\nCopies\n\nNot all.\n\nBell 3.\n\nReed 4.\n"
    )
    worded = "<p>See <bibl><title>大藏</title>\n <publisher>東京</publisher>, 3</bibl></p>"
    assert "See 大藏 東京, 3" in plain(case(body=worded), "reading")


def test_paragraphs_that_wait_for_words() -> None:
    """Nothing stands for them on a page; one that has an id keeps its address."""
    page = outputs(case(body="<p>x</p><p/><ab> </ab><p xml:id='p3'/>"))["reading.html"]
    assert page.count('class="p"') - page.count('<p class="p">') == 2
    assert 'id="p3"' in page
    assert "ab" not in re.findall('class="(ab)"', page)


def test_numbers_and_parts_of_a_manuscript_without_words() -> None:
    """Numbers have the unit that the encoding says; parts that no reader can name have no name."""
    source = """<msDesc><msIdentifier><settlement>Hallow</settlement></msIdentifier><physDesc>
    <objectDesc><supportDesc><support><p>Foot.</p><material>clay</material></support><extent>
    <measure unit="leaf">113</measure> <measure unit="leaf">2</measure></extent></supportDesc>
    <layoutDesc><layout><p>Low.</p><rs>scratched</rs><rs type="execution">cut</rs></layout>
    </layoutDesc></objectDesc></physDesc></msDesc>"""
    assert plain(case(source=source, body="<p/>"), "reading").endswith(
        "\n\nSupport: Foot.\nMaterial: clay\nExtent: 113 leaves; 2 leaves\nLayout: Low.\n"
        "scratched\nexecution: cut\n"
    )


def test_what_is_said_of_a_witness_outside_of_an_entry() -> None:
    """It is a note that names the witness; it was lost."""
    body = "<l>one<witDetail wit='#B'>behind the next</witDetail></l>"
    assert plain(case(body=body), "reading").endswith(
        "one[1]\n\n## Notes\n\n[1] B: behind the next\n"
    )


def test_a_label_of_an_example_takes_the_call_of_its_note() -> None:
    """Not the first words of the example behind it."""
    body = "<cit><lbl>who?</lbl><note>Most.</note><quote>someone</quote></cit>"
    assert "who?[1]" in plain(case(body=body), "reading")


def test_space_that_is_kept_is_that_of_the_text() -> None:
    """A header is none, and an inscription says by breaks where its lines end."""
    body = "<div type='edition'><ab><lb n='1'/>sal\n      <num>V</num>\n</ab></div>"
    whole = case(source="<p>Found in\n    Hallow</p>", body=body).replace(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"',
        '<TEI xml:space="preserve" xmlns="http://www.tei-c.org/ns/1.0"',
    )
    assert "1 sal V\n" in plain(whole, "reading")
    assert "Found in Hallow" in outputs(whole)["reading.html"]


def test_names_rights_and_parts_in_a_header() -> None:
    """One author in two languages is one; rights in a source are not where it was printed."""
    author = "<author><persName>Ida Holm</persName><persName xml:lang='ru'>Ида</persName></author>"
    source = "<bibl><name>Library</name><availability><p>Free.</p></availability></bibl>"
    head = plain(case(people=author, source=source), "reading")
    assert "\nAuthor: Ida Holm\nSource: Library\n" in head
    assert about(people=author).endswith("Responsibility Ida Holm, Ида")
    told = about(
        published="<ab><bibl><publisher/></bibl><desc>textual</desc><desc>ARIA</desc></ab>",
        rest="<encodingDesc><editorialDecl><normalization><p/></normalization></editorialDecl>"
        "</encodingDesc><profileDesc><particDesc><person sex='f'>Ann</person></particDesc>"
        "</profileDesc>",
    )
    assert told.endswith("Publication textual, ARIA Participants Ann (female)")


def test_what_programs_read_out_of_papers() -> None:
    """Sentences without layout, pages as values, works without a title, tables with a caption."""
    source = """<biblStruct><monogr><title>Salt</title><imprint><biblScope unit="issue" from="3"/>
    <biblScope unit="page" from="101" to="110"/></imprint></monogr></biblStruct>"""
    said = "<div><p><s>One.</s><s>Two.</s></p></div>"
    rest = f"<profileDesc><abstract>{said}</abstract></profileDesc>"
    body = """<figure><figDesc>Heights.</figDesc><table><row><cell>1</cell></row></table></figure>
    <listBibl><biblStruct><monogr><title/><imprint><date/></imprint></monogr><note>A draft</note>
    </biblStruct></listBibl>"""
    whole = case(source=source, rest=rest, body=body)
    words = plain(whole, "reading")
    assert "\n\nHeights.\n1\n\nA draft\n" in words
    assert words.endswith("Salt. no. 3. Pages 101–110\n")
    page = outputs(whole)["reading.html"]
    assert "One. Two." in page
    assert about(source=source).endswith("Salt no. 3 Pages 101–110 Publication n")


def test_labels_of_a_form_lead_to_what_they_are_about() -> None:
    """Several with words of their own; one is the name of the event."""
    form = "<label>From</label><desc>Ann</desc><desc>son</desc><label>Sum:</label><desc>3 s</desc>"
    fair = "<label>Fair</label><desc>Of salt.</desc>"
    body = f"<listEvent><event>{form}</event><event>{fair}</event></listEvent>"
    words = "From: Ann, son; Sum: 3 s"
    assert f"{words}\n\nFair, Of salt.\n" in plain(case(body=body), "reading")
    assert words in re.sub("<[^>]+>", "", outputs(case(body=body))["reading.html"])


def test_a_draft_of_any_kind_is_a_draft() -> None:
    """It says so at its head; what is no draft does not."""
    for status, drafts in (("uncorrected-draft", 1), ("draft", 1), ("published", 0)):
        page = outputs(case(rest=f'<revisionDesc status="{status}"><p>x</p></revisionDesc>'))
        assert page["reading.html"].count('<p class="status">') == drafts


def test_blanks_before_signs_of_a_description() -> None:
    """No blank stands before the comma or the semicolon that a description is given."""
    source = """<msDesc><msIdentifier><settlement>Hallow</settlement></msIdentifier><physDesc>
    <objectDesc><supportDesc><support> <material>Clay</material> <dimensions unit="mm"><height>3
    </height><width>2</width></dimensions> </support></supportDesc></objectDesc></physDesc><history>
    <origin><origPlace> <placeName>Marl</placeName> <geo>3.9, 1.8</geo> </origPlace> <origDate>
    1400</origDate></origin></history></msDesc>"""
    described = plain(case(source=source, body="<p/>"), "reading")
    assert "Support: Clay; 3 × 2 mm\n" in described
    assert described.endswith("Origin: Marl 3.9, 1.8, 1400\n")
