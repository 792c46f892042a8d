"""The essay "Soviet Admissions": what its encoding promises, held against the transcript.

The words come from the transcript alone; whatever the editor adds can be told from them, says
who answers for it and how sure it is, and rests on a source where it names one.
"""

import datetime
import hashlib
import re
from collections import Counter
from pathlib import Path
from typing import cast

import pytest
from lxml import etree

from tests.texts.streams import NS, TEI, XML_ID, transcript_stream

TEI_FOLDER = Path(__file__).parents[2] / "tei"
ESSAY = TEI_FOLDER / "texts" / "soviet-admissions.xml"
TRANSCRIPT = TEI_FOLDER / "sources" / "soviet-admissions.txt"
ENTITIES = ("persName", "placeName", "orgName", "title", "rs", "term")
ENTITY = " or ".join(f"self::tei:{name}" for name in ENTITIES)
ADDED = "//tei:corr | //tei:supplied | //tei:reg | //tei:ref[@type='noteAnchor']"

Element = etree._Element
CITED = f"{{{TEI}}}citeStructure"


@pytest.fixture(scope="module")
def essay() -> Element:
    """The encoded essay, parsed once."""
    return etree.parse(str(ESSAY), etree.XMLParser(resolve_entities=False)).getroot()


def select(node: Element, path: str) -> list[Element]:
    """The elements at an XPath, in document order; `tei:` is TEI."""
    return cast(list[Element], node.xpath(path, namespaces=NS))


def strings(node: Element, path: str) -> list[str]:
    """The texts or attribute values at an XPath, in document order."""
    return [str(found) for found in cast(list[str], node.xpath(path, namespaces=NS))]


def content(node: Element) -> str:
    """All the characters inside an element."""
    return "".join(strings(node, ".//text()"))


def squeezed(text: str) -> str:
    """A text without its white space, in which no-break spaces count as white."""
    return re.sub(r"\s", "", text)


def digest(text: str) -> str:
    """The SHA-256 of a text in UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()


def source_lines() -> dict[int, str]:
    """The lines of the transcript that are not blank, by their number from 1."""
    lines = TRANSCRIPT.read_text("utf-8").split("\n")
    return {number: line for number, line in enumerate(lines, 1) if line.strip()}


def encoded_lines(essay: Element) -> dict[int, list[Element]]:
    """The encoded blocks by the source line that they claim; note n claims line 113 + 2n."""
    blocks: dict[int, list[Element]] = {}
    for block in select(essay, "//tei:text//*[@n]"):
        number = int(block.get("n", ""))
        line = 113 + 2 * number if block.tag.endswith("}note") else number
        blocks.setdefault(line, []).append(block)
    return blocks


def without(node: Element, *left_out: str) -> str:
    """The characters inside an element, spaces included, that stand in none of the elements named.

    The editor's notes, which someone signs with resp, are always left out.
    """
    names = " or ".join(f"ancestor::tei:{name}" for name in ("note[@resp]", *left_out))
    return "".join(strings(node, f".//text()[not({names})]"))


def reading(node: Element) -> str:
    """The corrected words, without the faults of the source and the numbers of the anchors."""
    return without(node, "sic[parent::tei:choice]", "ref[@type='noteAnchor']")


def test_transcript_is_the_one_the_header_describes(essay: Element) -> None:
    """The file of the transcript has the checksum that the header gives: nobody edited it."""
    checksum, _ = select(essay, "//tei:sourceDesc//tei:idno[@type='sha256']")
    assert hashlib.sha256(TRANSCRIPT.read_bytes()).hexdigest() == checksum.text


def test_no_character_of_the_transcript_is_lost_or_changed(essay: Element) -> None:
    """Without the editor's additions the encoding is the transcript, character by character."""
    stream = transcript_stream(essay)
    assert stream == squeezed(TRANSCRIPT.read_text("utf-8"))
    (length,) = strings(essay, "//tei:fileDesc/tei:extent/tei:measure[@unit='character']/@quantity")
    (checksum,) = select(essay, "//tei:idno[@subtype='withoutWhiteSpace']")
    assert (len(stream), digest(stream)) == (int(length), checksum.text)


def test_each_line_of_the_transcript_is_one_block(essay: Element) -> None:
    """Each line that is not blank is encoded once, in the block that gives its number."""
    blocks = encoded_lines(essay)
    assert sorted(blocks) == sorted(source_lines())
    assert {len(found) for found in blocks.values()} == {1}


def test_each_block_holds_its_line(essay: Element) -> None:
    """A block is the line that it claims to be, spaces included, so line numbers can be cited."""
    for line, (block,) in encoded_lines(essay).items():
        assert without(block, "corr", "supplied") == source_lines()[line]


@pytest.mark.parametrize(
    ("path", "count"),
    [
        ("//tei:front/tei:div[@type='webFrame']/tei:ab", 2),
        ("//tei:titlePart", 1),
        ("//tei:epigraph", 1),
        ("//tei:body//tei:head", 5),
        ("//tei:body/tei:div[@type='section']", 6),
        ("//tei:body/tei:div/tei:p", 25),
        ("//tei:cit/tei:quote[@rend='block']", 8),
        ("//tei:back/tei:div[@type='notes']/tei:note", 18),
        ("//tei:back/tei:div[@type='webFrame']/tei:ab[@type='bio']", 1),
    ],
)
def test_parts_of_the_essay(essay: Element, path: str, count: int) -> None:
    """The essay has the parts of the source, and the web page's lines stand apart from them."""
    assert len(select(essay, path)) == count


def test_paragraphs_in_each_block_quotation(essay: Element) -> None:
    """The eight block quotations run over 23 paragraphs."""
    quotations = select(essay, "//tei:quote[@rend='block']")
    assert [len(select(one, "tei:p")) for one in quotations] == [1, 5, 4, 7, 1, 1, 1, 3]


def test_names_of_blocks_follow_reading_order(essay: Element) -> None:
    """Citable names are numbered as one reads: s0, p1, q2.1, n18; they never change again."""
    names = {
        "//tei:body/tei:div": [f"s{number}" for number in range(6)],
        "//tei:body/tei:div/tei:p": [f"p{number}" for number in range(1, 26)],
        "//tei:body/tei:div/tei:cit": [f"q{number}" for number in range(1, 9)],
        "//tei:body/tei:div/tei:head": [f"h{number}" for number in range(1, 6)],
        "//tei:note[@place='end']": [f"n{number}" for number in range(1, 19)],
        "//tei:ref[@type='noteAnchor']": [f"a{number}" for number in range(1, 19)],
    }
    for path, expected in names.items():
        assert [node.get(XML_ID) for node in select(essay, path)] == expected


def test_declared_citations_select_the_blocks_they_name(essay: Element) -> None:
    """The declared citation structure finds each block, so that others can address them."""
    found: dict[str, int] = {}
    for unit in select(essay, "//tei:refsDecl//tei:citeStructure"):
        steps = [
            str(one.get("match")) for one in (*reversed(list(unit.iterancestors(CITED))), unit)
        ]
        path = re.sub(r"(^|/)(?=\w)", r"\1tei:", "/".join(steps))
        name = str(unit.get("unit"))
        found[name] = found.get(name, 0) + len(select(essay.getroottree().getroot(), path))
    assert found == {
        "section": 6,
        "epigraph": 1,
        "heading": 5,
        "paragraph": 25,
        "quotation": 8,
        "quotedParagraph": 23,
        "note": 18 + 18,
    }


def test_every_quotation_has_its_reference(essay: Element) -> None:
    """A quotation in cit has the source's own reference, or the editors' pointer to one."""
    ids = {one.get(XML_ID) for one in essay.iter()}
    quotations = select(essay, "//tei:text//tei:cit")
    assert len(quotations) == 9
    for cit in quotations:
        (bibl,) = select(cit, "tei:bibl")
        pointers = select(bibl, "tei:ptr")
        assert bool(pointers) != bool("".join(map(str, bibl.itertext())).strip())
        assert {str(one.get("target"))[1:] for one in pointers} <= ids


def test_quoted_paragraphs_are_named_by_their_place(essay: Element) -> None:
    """A quoted paragraph is cited as quotation, point, position: q2.1."""
    for cit in select(essay, "//tei:body/tei:div/tei:cit"):
        for position, paragraph in enumerate(select(cit, "tei:quote/tei:p"), 1):
            assert paragraph.get(XML_ID) == f"{cit.get(XML_ID)}.{position}"


def test_every_pair_of_quotation_marks_is_interpreted(essay: Element) -> None:
    """Each of the 56 double and four single pairs belongs to a quotation or to a title."""
    text = transcript_stream(essay)
    assert (text.count("“"), text.count("”"), text.count("‘")) == (56, 56, 4)
    quoted = select(essay, "//tei:text//*[self::tei:quote or self::tei:q or self::tei:soCalled]")
    marked = [content(node) for node in quoted if content(node)[0] in {"“", "‘"}]
    titles = strings(essay, "//tei:text//tei:title/preceding-sibling::text()[1]")
    assert {words[-1] for words in marked} == {"”", "’"}
    assert len(marked) + sum(before.endswith("“") for before in titles) == 60


def test_notes_and_anchors_answer_each_other(essay: Element) -> None:
    """Each of the 18 notes has one anchor in the text, and both stand in the same order."""
    notes = select(essay, "//tei:note[@place='end']")
    anchors = select(essay, "//tei:ref[@type='noteAnchor']")
    for number, (note, anchor) in enumerate(zip(notes, anchors, strict=True), 1):
        assert note.get("n") == str(number) == content(anchor)
        assert note.get("target") == f"#{anchor.get(XML_ID)}"
        assert anchor.get("target") == f"#{note.get(XML_ID)}"
        assert content(select(note, "tei:label")[0]) == f"{number}."


def test_no_anchor_stands_inside_a_word(essay: Element) -> None:
    """An anchor follows a finished sentence or quotation; a space or the block's end follows it."""
    for anchor in select(essay, "//tei:ref[@type='noteAnchor']"):
        before = strings(anchor, "preceding::text()[1]")[0]
        after = strings(anchor, "following::text()[1]")[0]
        assert before[-1] in {".", "”"}
        assert after[0].isspace()


def test_anchor_of_note_6_stands_where_the_space_was_lost(essay: Element) -> None:
    """The missing space after the quotation of 1924 is the trace of the lost number 6."""
    (anchor,) = select(essay, "//tei:ref[@xml:id='a6']")
    assert strings(anchor, "preceding::text()[1]")[0].endswith("proletariat.”")
    assert "".join(strings(anchor, "following::text()")).startswith(" Bukharin, though")


def test_certainty_of_the_anchors(essay: Element) -> None:
    """Fifteen places are certain; at notes 1, 12 and 13 another place is not excluded."""
    grades = dict.fromkeys(range(1, 19), "high") | dict.fromkeys((1, 12, 13), "medium")
    for number, anchor in enumerate(select(essay, "//tei:ref[@type='noteAnchor']"), 1):
        assert anchor.get("cert") == grades[number]


def test_grounds_of_the_anchors(essay: Element) -> None:
    """Each place rests on something that is said in words, once and of that place alone."""
    grounds = select(essay, "tei:standOff/tei:certainty")
    targets = [str(one.get("target")) for one in grounds]
    assert targets == [f"#a{number}" for number in range(1, 19)]
    assert all(reading(one).strip().endswith(".") for one in grounds)


def test_faults_of_the_source(essay: Element) -> None:
    """Twenty-four faults are corrected and one is only marked, with its guess in a note."""
    corrected = select(essay, "//tei:text//tei:choice[tei:sic and tei:corr]")
    supplied = select(essay, "//tei:text//tei:supplied[not(parent::tei:ref)]")
    marked = select(essay, "//tei:text//tei:sic[not(parent::tei:choice)]")
    assert (len(corrected), len(supplied), len(marked)) == (19, 5, 1)
    assert reading(marked[0]) == "economic- management"


def test_corrections_as_a_whole(essay: Element) -> None:
    """The corrected text is the one the editor settled on: nothing else has been changed."""
    (text,) = select(essay, "tei:text")
    corrected = squeezed(reading(text))
    assert len(corrected) == 26_055
    assert digest(corrected) == "4f381a8f24bb65104b024150d60802dd789836e473baabdd25356a533105264d"


@pytest.mark.parametrize(
    ("block", "words"),
    [
        ("p3", "victorious proletariat.” Bukharin, though"),
        ("p4", "Bukharin forcefully argued"),
        ("p5", "Kolchak, Denikin or Pilsudski"),
        ("q2.5", "research, development"),
        ("p10", "“Lessons of NEP,” Izvestia (March 9, 1989)"),
        ("q3.1", "(from “Anti-Dühring”)"),
        ("p15", "Nauka i Zhizn between"),
        ("q4.5", "the end of his life . . . . All this bespeaks"),
        ("p16", "requisitioning, but"),
        ("p19", "success of NEP, Selyunin maintained,"),
        ("p21", "Communist states could find some relief"),
        ("q8.1", "humane society—but produced"),
        ("q8.3", "now explicitly acknowledged"),
        ("p25", "the Soviet Union has to offer"),
        ("n1", "(March 2, 1988)"),
        ("n2", "December 25, 1922,”"),
        ("n4", "pp. 149-182. Also see"),
        ("n9", "pp. 63-64."),
        ("n13", "pp. 127-148."),
        ("n14", "NEP-thinking is imbedded"),
        ("n15", "Abel Aganbegyan, The"),
        ("n15", "(Bloomington: Indiana"),
        ("n16", "(January 22, 1989)"),
        ("n18", "pp. 231, 241."),
    ],
)
def test_corrected_reading(essay: Element, block: str, words: str) -> None:
    """The corrected text reads as the editor meant it, spaces included."""
    (node,) = select(essay, f"//*[@xml:id='{block}']")
    assert words in reading(node)


def test_a_correction_changes_something(essay: Element) -> None:
    """No correction repeats its fault, none is empty, and none stands alone."""
    for corr in select(essay, "//tei:corr"):
        (sic,) = select(corr, "parent::tei:choice/tei:sic")
        fault, correction = content(sic), content(corr)
        assert correction
        assert fault != correction
        assert sic.get("ana")


def test_editor_answers_for_every_addition(essay: Element) -> None:
    """Whatever the editor adds says who is answerable and how certain it is."""
    for node in select(essay, ADDED):
        assert node.get("resp") == "#editio"
        assert node.get("cert") in {"high", "medium", "low"}


def test_pointers_within_the_file_resolve(essay: Element) -> None:
    """Responsibility, evidence and classes named in the file are declared in the file."""
    declared = {node.get(XML_ID) for node in select(essay, "//*[@xml:id]")}
    pointers = strings(essay, f"//@resp | //@who | //@ana | ({ADDED} | //tei:note)/@source")
    for token in " ".join(pointers).split():
        assert token.removeprefix("#") in declared


def test_rights_are_reported_and_not_claimed(essay: Element) -> None:
    """The text's rights are unknown; the licence covers markup and notes; statements are dated."""
    (text,) = select(essay, "//tei:availability[@status]")
    assert text.get("status") == "unknown"
    assert not select(text, ".//tei:licence")
    report = content(text)
    assert {"#fee-2014", "#fee-2016"} <= set(strings(text, ".//tei:ref/@target"))
    assert "has not been verified" in report
    assert "public domain" not in content(select(essay, "//tei:teiHeader")[0]).lower()
    (licence,) = select(essay, "//tei:licence")
    assert "covers only the markup, the header and the editorial notes" in str(licence.text)
    # Its name stands behind the words, in every format.
    assert "CC BY" not in str(licence.text)


def test_keywords_say_where_their_identifiers_were_seen(essay: Element) -> None:
    """Each keyword is an item of Wikidata, found in a mapping that the header describes."""
    sources = strings(essay, "//tei:keywords/tei:term[@ref]/@source")
    assert sources == ["#stw-keywords"] * 6
    assert len(select(essay, "//tei:sourceDesc//tei:bibl[@xml:id='stw-keywords']")) == 1


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("persName", 130),
        ("placeName", 26),
        ("orgName", 36),
        ("date", 59),
        ("title", 53),
        ("rs[@type='event']", 22),
        ("rs[@type='person']", 2),
        ("rs[@type='work']", 3),
        ("term", 34),
        ("foreign", 2),
    ],
)
def test_entities_are_marked_throughout(essay: Element, name: str, count: int) -> None:
    """Every occurrence that the editorial principles ask for is marked, and nothing beside."""
    marked = select(essay, f"//tei:text//tei:{name}[not(ancestor::tei:note[@resp])]")
    assert len(marked) == count


def test_a_work_told_without_its_title_is_the_one_that_the_note_there_cites(essay: Element) -> None:
    """The speech is that of note 9; the secret letter is that of note 10, by its day as well."""
    told = select(essay, "//tei:text//tei:rs[@type='work']")
    assert [(one.text, one.get("ref")) for one in told] == [
        ("speech", "#w_nep_tasks"),
        ("secret letter", "#w_letter_krzhizhanovsky"),
        ("Letter to ", "#w_letter_krzhizhanovsky"),
    ]


@pytest.mark.parametrize(
    ("person", "blocks"),
    [
        ("bukharin", "epigraph p1 p1 p1 q1.1 q1.1 p2 p2 p3 p3 p4 p4 p4 p4 p5 n1 n6 n7 n7 n8"),
        ("lenin", "p1 p5 p5 q3.4 p12 q4.5 p16 p16 n2 n9 n14 n16"),
        ("denikin", "p5"),
        ("duehring", "q3.1"),
        ("aganbegyan", "p13 p13 n15"),
        ("hayek", "p7 p23 bio"),
        ("boehm_s", "p23 n17"),
    ],
)
def test_where_a_person_is_named(essay: Element, person: str, blocks: str) -> None:
    """Names are found under every spelling, corrected ones and those inside titles included."""
    mentions = select(essay, f"//tei:text//tei:persName[@ref='#{person}']")
    assert [str(strings(name, "ancestor::*[@n][1]/@xml:id")[0]) for name in mentions] == (
        blocks.split()
    )


def test_levels_of_titles(essay: Element) -> None:
    """Each work cited is an article, a book, a journal, a series or a thesis."""
    levels = Counter(strings(essay, "//tei:text//tei:title/@level"))
    assert levels == {"a": 17, "m": 20, "j": 12, "s": 3, "u": 1}


def test_presumed_italics_stand_only_where_no_quotation_marks_do(essay: Element) -> None:
    """Italics are presumed for books, journals and series, never for titles in quotation marks."""
    for title in select(essay, "//tei:text//tei:title"):
        before = "".join(strings(title, "preceding-sibling::node()[1][self::text()]"))
        italic = title.get("level") in {"m", "j", "s"} and not before.endswith("“")
        assert title.get("rend") == ("italic" if italic else None)


def test_dates_are_sound(essay: Element) -> None:
    """Every date is a year, month or day that a calendar knows, and no range runs backwards."""
    for date in select(essay, "//tei:text//tei:date"):
        values = strings(date, "@when | @when-custom | @from | @to | @notBefore | @notAfter")
        assert values
        for value in values:
            known = datetime.date.fromisoformat(value + "-01-01"[len(value) - 4 :])
            assert 1800 < known.year <= 1990
        assert date.get("from", "") <= date.get("to", "")
        assert date.get("notBefore", "") <= date.get("notAfter", "")


@pytest.mark.parametrize(
    ("words", "limits"),
    [
        ("Fall 1988", ("1988-09", "1988-11")),
        ("Winter 1989", ("1988-12", "1989-02")),
        ("Summer 1987", ("1987-06", "1987-08")),
        ("spring of 1921", ("1921-03", "1921-05")),
    ],
)
def test_a_season_is_three_months(essay: Element, words: str, limits: tuple[str, str]) -> None:
    """Seasons are dated as in the report: by the limits of their three months."""
    dates = [date for date in select(essay, "//tei:text//tei:date") if content(date) == words]
    assert dates
    assert {(date.get("notBefore"), date.get("notAfter")) for date in dates} == {limits}


def test_a_quotation_put_together_says_so(essay: Element) -> None:
    """Two block quotations join passages that stand apart in their source."""
    composite = select(essay, "//tei:quote[@rend='block'][@type='excerpts']/parent::tei:cit")
    assert [cit.get(XML_ID) for cit in composite] == ["q2", "q8"]


def test_julian_date_is_not_converted(essay: Element) -> None:
    """The decree of Jan. 26, 1918 is kept as a doubtful Julian date; Feb. 14 is Gregorian."""
    (julian,) = select(essay, "//tei:text//tei:date[@calendar]")
    assert (content(julian), julian.get("when"), julian.get("cert")) == ("Jan. 26", None, "low")
    assert julian.get("calendar") == "#julian"
    assert len(select(essay, "//tei:calendar[@xml:id='julian']")) == 1
    assert content(select(essay, "//tei:date[@when='1918-02-14']")[0]) == "Feb. 14, 1918"


def test_every_name_leads_to_a_register(essay: Element) -> None:
    """Each name, title, event and term points to an entry in the registers of the edition."""
    entries = {
        entry.get(XML_ID)
        for register in (TEI_FOLDER / "registers").glob("*.xml")
        for entry in select(etree.parse(register).getroot(), "//*[@xml:id]")
    }
    header = "//tei:teiHeader//*[starts-with(@ref, '#')]"
    for name in select(essay, f"//tei:text//*[{ENTITY}] | {header}"):
        assert name.get("ref", "").removeprefix("#") in entries


def test_sources_of_quotations_resolve(essay: Element) -> None:
    """A quotation names a reference in the notes, a work that the text itself cites, or a source of
    the editors.
    """
    cited = {f"#{name}" for name in strings(essay, "//tei:text//tei:bibl/@xml:id")}
    cited |= set(strings(essay, "//tei:text//tei:title/@ref"))
    cited |= {f"#{name}" for name in strings(essay, "//tei:sourceDesc//tei:bibl/@xml:id")}
    for source in strings(essay, "//tei:text//tei:quote/@source"):
        assert set(source.split()) <= cited
