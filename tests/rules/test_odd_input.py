"""Faulty input does not stop an edition: its words are published."""

from editio.render.job import register

from tests.rules.outputs import FRAME, document, outputs, plain, ruled


def test_a_pointer_to_an_id_that_is_given_twice() -> None:
    """The first of the two is meant; the check tells of both."""
    case = '<p xml:id="one">a</p><p xml:id="one">b</p><p>See <ptr target="#one"/>.</p>'
    assert plain(case, "reading") == "a\n\nb\n\nSee “a”.\n"
    assert '<a href="#one">“a”</a>' in outputs(case)["reading.html"]


def test_cells_and_rows_without_a_table() -> None:
    """What stands outside a row or a table is one of its own."""
    assert plain("<table><cell>a</cell></table><cell>b</cell>", "reading") == "a\n\nb\n"
    assert outputs("<cell>b</cell>")["reading.html"].count("<td") == 1


def test_an_identifier_of_no_type() -> None:
    """It is one all the same."""
    person = '<person xml:id="a"><persName>A</persName><idno>12</idno></person>'
    made = register(document(f"<listPerson>{person}</listPerson>"))
    assert '<ed:idno type="" uri="">12</ed:idno>' in made


def test_the_word_before_the_place_of_a_birth() -> None:
    """Date and place are told apart; words that say more than where it was stay with the date."""
    for words, told in ((" in ", "5.3.1880"), (", baptized in ", "5.3.1880, baptized in")):
        born = f'<birth><date when="1880-03-05">5.3.1880</date>{words}<placeName>Lund</placeName>'
        person = f'<person xml:id="a"><persName>A</persName>{born}</birth></person>'
        made = register(document(f"<listPerson>{person}</listPerson>"))
        assert f'words="{told}" place="Lund"' in " ".join(made.split())


def test_a_note_in_what_was_rejected_within_what_was_rejected() -> None:
    """A choice whose readings hold choices again: notes of none of them are notes of the text."""
    inner = "<choice><sic>b</sic><corr>c<note>n</note></corr><corr>d<note>o</note></corr></choice>"
    case = f"<p>a <choice><sic>e</sic><corr>f</corr><corr>{inner}</corr></choice>.</p>"
    assert plain(case, "reading") == "a f.\n"
    assert plain(case, "diplomatic") == "a e.\n"
    assert 'class="note' not in outputs(case)["reading.html"]


def test_an_empty_body_within_the_description_that_is_the_text() -> None:
    """It is not asked for that description once more, without end."""
    part = "<msContents><summary>Oats.<body/></summary></msContents>"
    described = f"<msDesc><msIdentifier><idno>MS 7</idno></msIdentifier>{part}</msDesc>"
    empty, none = FRAME.format(text="<body><p/></body>"), "<p>none</p></sourceDesc>"
    tei = empty.replace(none, f"{described}</sourceDesc>")
    assert plain(tei, "reading").count("Oats.") == 1


def test_a_detail_of_a_witness_before_all_readings() -> None:
    """It is about none of them, and the entry stands."""
    detail, forms = '<witDetail wit="#A">torn</witDetail>', '<lem wit="#A">rye</lem><rdg>oats</rdg>'
    assert "rye" in plain(f"<p>Sow <app>{detail}{forms}</app>.</p>", "reading")


def test_an_element_that_the_tei_has_no_more() -> None:
    """A patch of drafts of the TEI is an element that no rule knows: published, and told."""
    case = "<p>Rye.</p><patch>Oats.</patch>"
    assert plain(case, "reading") == "Rye.\n\nOats.\n"
    assert [one.code for one in ruled(case).diagnostics] == ["T001"]


DOCUMENT = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="case" xml:lang="en"><teiHeader>
<fileDesc><titleStmt><title>Case</title></titleStmt><publicationStmt><p>none</p></publicationStmt>
<sourceDesc>{source}</sourceDesc></fileDesc></teiHeader>{text}</TEI>"""


def test_an_empty_line_parts_no_words_twice() -> None:
    """Lines of a page run on in the reading text, with one blank between words."""
    lines = "<line>rye</line><line/><line>and</line><line> </line><line/><line>salt</line>"
    text = f"<sourceDoc><surface><zone>{lines}</zone></surface></sourceDoc>"
    page = plain(DOCUMENT.format(source="<p>none</p>", text=text), "reading")
    assert page.endswith("\n\nrye and salt\n")


def test_an_inscription_in_paragraphs() -> None:
    """Where a stone is described and words of it are lost, lines have the signs of Leiden."""
    stone = (
        "<msDesc><msIdentifier><idno>7</idno></msIdentifier><physDesc><objectDesc><supportDesc>"
        "<support><p>stone</p></support></supportDesc></objectDesc></physDesc></msDesc>"
    )
    lost = '<gap reason="lost" extent="unknown" unit="character"/>'
    for gap, words in ((lost, "sa(lt)\nand [- - -]"), ("rye", "salt and rye")):
        edition = f"<p><expan><abbr>sa</abbr><ex>lt</ex></expan>\n<lb/>and {gap}</p>"
        text = f'<text><body><div type="edition">{edition}</div></body></text>'
        page = plain(DOCUMENT.format(source=stone, text=text), "reading")
        assert page.endswith(f"\n\n{words}\n")
