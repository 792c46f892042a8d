"""The essay "Soviet Admissions": what its encoding promises, held against the transcript.

The words come from the transcript alone; whatever the editor adds can be told from them, says
who answers for it and how sure it is, and rests on a source where it names one.
"""

import hashlib
import re
from pathlib import Path
from typing import cast

import pytest
from lxml import etree

TEI_FOLDER = Path(__file__).parents[2] / "tei"
ESSAY = TEI_FOLDER / "texts" / "soviet-admissions.xml"
TRANSCRIPT = TEI_FOLDER / "sources" / "soviet-admissions.txt"
NAMESPACES = {"t": "http://www.tei-c.org/ns/1.0"}
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
ADDED = "//t:text//t:corr | //t:text//t:supplied | //t:text//t:reg | //t:ref[@type='noteAnchor']"

Element = etree._Element


@pytest.fixture(scope="module")
def essay() -> Element:
    """The encoded essay, parsed once."""
    return etree.parse(str(ESSAY), etree.XMLParser(resolve_entities=False)).getroot()


def select(node: Element, path: str) -> list[Element]:
    """The elements at an XPath, in document order; `t:` is TEI."""
    return cast(list[Element], node.xpath(path, namespaces=NAMESPACES))


def strings(node: Element, path: str) -> list[str]:
    """The texts or attribute values at an XPath, in document order."""
    return [str(found) for found in cast(list[str], node.xpath(path, namespaces=NAMESPACES))]


def content(node: Element) -> str:
    """All the characters inside an element."""
    return "".join(strings(node, ".//text()"))


def transcript_stream(root: Element) -> str:
    """The source's own characters: without header, corrections, supplied text, editor's notes."""
    added = ("teiHeader", "corr", "reg", "supplied", "desc", "note[@resp]")
    left_out = " or ".join(f"ancestor::t:{name}" for name in added)
    return "".join(strings(root, f".//text()[not({left_out})]"))


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
    for block in select(essay, "//t:text//*[@n]"):
        number = int(block.get("n", ""))
        line = 113 + 2 * number if block.tag.endswith("}note") else number
        blocks.setdefault(line, []).append(block)
    return blocks


def reading(node: Element) -> str:
    """The corrected words of a block, without the source's faults and the editor's notes."""
    faults, notes = "ancestor::t:sic[parent::t:choice]", "ancestor::t:note[@resp]"
    left_out = f"{faults} or {notes} or ancestor::t:ref[@type='noteAnchor']"
    return "".join(strings(node, f".//text()[not({left_out})]"))


def test_transcript_is_the_one_the_header_describes(essay: Element) -> None:
    """The file of the transcript has the checksum that the header gives: nobody edited it."""
    (checksum,) = select(essay, "//t:sourceDesc//t:idno[@type='sha256']")
    assert hashlib.sha256(TRANSCRIPT.read_bytes()).hexdigest() == checksum.text


def test_no_character_of_the_transcript_is_lost_or_changed(essay: Element) -> None:
    """Without the editor's additions the encoding is the transcript, character by character."""
    stream = squeezed(transcript_stream(essay))
    assert stream == squeezed(TRANSCRIPT.read_text("utf-8"))
    (length,) = strings(essay, "//t:fileDesc/t:extent/t:measure[@unit='character']/@quantity")
    (checksum,) = select(essay, "//t:idno[@type='sha256-without-white-space']")
    assert (len(stream), digest(stream)) == (int(length), checksum.text)


def test_each_line_of_the_transcript_is_one_block(essay: Element) -> None:
    """Each line that is not blank is encoded once, in the block that gives its number."""
    blocks = encoded_lines(essay)
    assert sorted(blocks) == sorted(source_lines())
    assert {len(found) for found in blocks.values()} == {1}


def test_each_block_holds_its_line(essay: Element) -> None:
    """A block's words are those of the line it claims, so line numbers can be cited."""
    for line, (block,) in encoded_lines(essay).items():
        assert squeezed(transcript_stream(block)) == squeezed(source_lines()[line])


@pytest.mark.parametrize(
    ("path", "count"),
    [
        ("//t:front/t:div[@type='webFrame']/t:ab", 2),
        ("//t:titlePart", 1),
        ("//t:epigraph", 1),
        ("//t:body//t:head", 5),
        ("//t:body/t:div[@type='section']", 6),
        ("//t:body/t:div/t:p", 25),
        ("//t:cit/t:quote[@rend='block']", 8),
        ("//t:back/t:div[@type='notes']/t:note", 18),
        ("//t:back/t:div[@type='webFrame']/t:ab[@type='bio']", 1),
    ],
)
def test_parts_of_the_essay(essay: Element, path: str, count: int) -> None:
    """The essay has the parts of the source, and the web page's lines stand apart from them."""
    assert len(select(essay, path)) == count


def test_paragraphs_in_each_block_quotation(essay: Element) -> None:
    """The eight block quotations run over 23 paragraphs."""
    quotations = select(essay, "//t:quote[@rend='block']")
    assert [len(select(one, "t:p")) for one in quotations] == [1, 5, 4, 7, 1, 1, 1, 3]


def test_names_of_blocks_follow_reading_order(essay: Element) -> None:
    """Citable names are numbered as one reads: s0, p1, q2.1, n18; they never change again."""
    names = {
        "//t:body/t:div": [f"s{number}" for number in range(6)],
        "//t:body/t:div/t:p": [f"p{number}" for number in range(1, 26)],
        "//t:body/t:div/t:cit": [f"q{number}" for number in range(1, 9)],
        "//t:body/t:div/t:head": [f"h{number}" for number in range(1, 6)],
        "//t:note[@place='end']": [f"n{number}" for number in range(1, 19)],
        "//t:ref[@type='noteAnchor']": [f"a{number}" for number in range(1, 19)],
    }
    for path, expected in names.items():
        assert [node.get(XML_ID) for node in select(essay, path)] == expected


def test_declared_citations_select_the_blocks_they_name(essay: Element) -> None:
    """The declared citation structure finds each block, so that others can address them."""
    found = {}
    for unit in select(essay, "//t:refsDecl/t:citeStructure"):
        path = re.sub(r"/(?=\w)", "/t:", unit.get("match", ""))
        found[unit.get("unit")] = len(select(essay.getroottree().getroot(), path))
    assert found == {
        "section": 6,
        "epigraph": 1,
        "heading": 5,
        "paragraph": 25,
        "quotation": 8,
        "note": 18,
    }


def test_quoted_paragraphs_are_named_by_their_place(essay: Element) -> None:
    """A quoted paragraph is cited as quotation, point, position: q2.1."""
    for cit in select(essay, "//t:body/t:div/t:cit"):
        for position, paragraph in enumerate(select(cit, "t:quote/t:p"), 1):
            assert paragraph.get(XML_ID) == f"{cit.get(XML_ID)}.{position}"


def test_every_pair_of_quotation_marks_is_interpreted(essay: Element) -> None:
    """Each of the 56 double and four single pairs belongs to a quotation or to a title."""
    text = transcript_stream(essay)
    assert (text.count("“"), text.count("”"), text.count("‘")) == (56, 56, 4)
    quoted = select(essay, "//t:text//*[self::t:quote or self::t:q or self::t:soCalled]")
    marked = [node for node in quoted if transcript_stream(node)[:1] in {"“", "‘"}]
    for node in marked:
        assert transcript_stream(node).rstrip()[-1] in {"”", "’"}
    assert len(marked) + 19 == 60


def test_notes_and_anchors_answer_each_other(essay: Element) -> None:
    """Each of the 18 notes has one anchor in the text, and both stand in the same order."""
    notes = select(essay, "//t:note[@place='end']")
    anchors = select(essay, "//t:ref[@type='noteAnchor']")
    for number, (note, anchor) in enumerate(zip(notes, anchors, strict=True), 1):
        assert note.get("n") == str(number) == content(anchor)
        assert note.get("target") == f"#{anchor.get(XML_ID)}"
        assert anchor.get("target") == f"#{note.get(XML_ID)}"
        assert content(select(note, "t:label")[0]) == f"{number}."


def test_no_anchor_stands_inside_a_word(essay: Element) -> None:
    """An anchor follows a finished sentence or quotation; a space or the block's end follows it."""
    for anchor in select(essay, "//t:ref[@type='noteAnchor']"):
        before = strings(anchor, "preceding::text()[1]")[0]
        after = strings(anchor, "following::text()[1]")[0]
        assert before[-1] in {".", "”"}
        assert after[0].isspace()


def test_anchor_of_note_6_stands_where_the_space_was_lost(essay: Element) -> None:
    """The missing space after the quotation of 1924 is the trace of the lost number 6."""
    (anchor,) = select(essay, "//t:ref[@xml:id='a6']")
    assert strings(anchor, "preceding::text()[1]")[0].endswith("proletariat.”")
    after = "".join(strings(anchor, "following::text()[position() < 3]"))
    assert after.startswith(" Bukharin, though")


def test_certainty_of_the_anchors(essay: Element) -> None:
    """Fourteen places are certain; notes 1, 12, 13 are a little less so, and 14 less again."""
    grades = dict.fromkeys(range(1, 19), "high") | {1: "medium-high", 12: "medium-high"}
    grades |= {13: "medium-high", 14: "medium"}
    for number, anchor in enumerate(select(essay, "//t:ref[@type='noteAnchor']"), 1):
        assert anchor.get("ana") == f"#cert-{grades[number]}"
        assert anchor.get("cert") == grades[number].removesuffix("-high")


def test_faults_of_the_source(essay: Element) -> None:
    """Twenty-four faults are corrected and one is only marked, with its guess in a note."""
    corrected = select(essay, "//t:text//t:choice[t:sic and t:corr]")
    supplied = select(essay, "//t:text//t:supplied[not(parent::t:ref)]")
    marked = select(essay, "//t:text//t:sic[not(parent::t:choice)]")
    assert (len(corrected), len(supplied), len(marked)) == (19, 5, 1)
    assert reading(marked[0]) == "economic- management"


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
    for corr in select(essay, "//t:corr"):
        (sic,) = select(corr, "parent::t:choice/t:sic")
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
    pointers = strings(essay, f"//@resp | //@who | //@ana | ({ADDED} | //t:note)/@source")
    for token in " ".join(pointers).split():
        assert token.removeprefix("#") in declared


def test_rights_are_reported_and_not_claimed(essay: Element) -> None:
    """The text's rights are unknown; the licence covers markup and notes; statements are dated."""
    (text,) = select(essay, "//t:availability[@status]")
    assert text.get("status") == "unknown"
    assert not select(text, ".//t:licence")
    report = content(text)
    assert {"#fee-2014", "#fee-2016"} <= set(strings(text, ".//t:ref/@target"))
    assert "has not been verified" in report
    assert "public domain" not in content(select(essay, "//t:teiHeader")[0]).lower()
    (licence,) = select(essay, "//t:licence")
    assert "covers only the markup, the header and the editorial notes" in str(licence.text)
