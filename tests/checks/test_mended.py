"""What checks must not say, and what they once did not say: one small text each."""

import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from editio.checks.run import check
from editio.diagnostics import Diagnostic
from editio.edition.selection import select

HEADER = (
    "<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><publisher>P"
    '</publisher><availability><licence target="https://example.org/l"/></availability>'
    "</publicationStmt><sourceDesc><p>S</p></sourceDesc></fileDesc>{more}</teiHeader>"
)


def found(
    folder: Path, body: str, more: str = "", lang: str = ' xml:lang="en"', schema: str = ""
) -> list[Diagnostic]:
    """Check a text; that it names no schema is left out."""
    text = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"{lang}>{HEADER.format(more=more)}'
    (folder / "a.xml").write_text(f"{text}\n<text><body>{body}</body></text></TEI>")
    named = (folder / schema,) if schema else ()
    told = check(select([folder / "a.xml"]), named, 1, lambda: None).diagnostics
    return [one for one in told if one.code != "S011"]


@pytest.mark.parametrize(
    "body",
    [
        "<p>“ Come in, he said.</p><p>“ Sit down. ”</p>",
        "<p>“It is late.</p><p>He paused.</p><p>And I must go.”</p>",
        '<p>"It is late.</p><p>And I must go."</p>',
        "<lg><l>“One</l><l>and two</l></lg><lg><l>and three”</l></lg>",
        '<p><date when="-0044-03-15">March 44 BC</date></p>',
        '<p><date when="-0043-03-15">Ides of March 44 B.C.</date></p>',
        '<p><date when="0000">1 BC</date></p>',
        '<p><date notBefore="1350" notAfter="1399">1300-tallets anden halvdel</date></p>',
        '<p><date when="1925">in the 1920s</date>, <date when="-1200">1200 BC</date></p>',
        # Where words come from is often told by a name; an interaction tells how many speak.
        '<p source="GeoNames">x</p>',
        # The base says that this is an address on the web.
        '<p xml:base="https://example.org/words/">a <ref target="salt.html">b</ref></p>',
        '<p xml:base="https://example.org/salt.html">a <ref target="#s1">b</ref></p>',
        '<pb facs="72"/><p source="tei:3.5.0">\uf101\uf102</p>',
    ],
)
def test_what_is_right(tmp_path: Path, body: str) -> None:
    """None of these is a fault."""
    assert found(tmp_path, body) == []


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<p>“It is late.</p>" + "<p>He paused.</p>" * 13 + "<p>“Go!”</p>", "X004"),
        ("<p>“A.”</p><p>It is late.”</p>", "X004"),
        ('<p>It is "late.</p>', "X004"),
        ('<p><date when="1964-04-17">16 April</date></p>', "D003"),
        ('<p><date when="1964-04-17">April 1963</date></p>', "D003"),
        ('<p facs="#72">x</p>', "P002"),
    ],
)
def test_what_is_wrong_still(tmp_path: Path, body: str, code: str) -> None:
    """These are faults, and told once."""
    assert [one.code for one in found(tmp_path, body)] == [code]


@pytest.mark.parametrize(
    ("body", "code", "words"),
    [
        ('<p><date when="20211026">26 October 2021</date></p>', "D001", "Write 2021-10-26."),
        (
            '<p><persName ref="VIAF:71">Ann</persName></p>',
            "P009",
            'ident="VIAF" matchPattern="(.+)" replacementPattern="https://viaf.org/viaf/$1"',
        ),
        ("<p>\u043co\u0440\u0435</p>", "X001", "in the script of the word"),
    ],
)
def test_what_is_to_be_done(tmp_path: Path, body: str, code: str, words: str) -> None:
    """A hint says what is right for this very fault."""
    (one,) = found(tmp_path, body)
    assert one.code == code
    assert words in one.hint


def test_an_id_that_another_file_has(tmp_path: Path) -> None:
    """A pointer within its own file misses it; which file has it is told."""
    text = (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">{HEADER.format(more="")}'
        "<text><body>{}</body></text></TEI>"
    )
    (tmp_path / "more").mkdir()
    # Who answers for words, or where they are from, may be said by a name that is an id elsewhere.
    (tmp_path / "a.xml").write_text(text.format('<p corresp="#w3" source="w3">x</p>'))
    (tmp_path / "more/b.xml").write_text(text.format('<p><seg xml:id="w3">y</seg></p>'))
    done = check(select([tmp_path]), (), 1, lambda: None).diagnostics
    (one,) = (one for one in done if one.code == "P002")
    assert one.message == (
        "@corresp points to “#w3”, but nothing in this file and the registers has that xml:id"
    )
    assert one.hint == "more/b.xml has it: write “more/b.xml#w3” if that is meant."


def test_an_id_beside_is_not_meant_once_more(tmp_path: Path) -> None:
    """Of three ids in a link one misses, and is not one of the others mistyped."""
    three = '<p><w xml:id="la901">x</w><w xml:id="lb901">y</w>{}</p>'
    (one,) = found(tmp_path, three.format('<link target="#la901 #lb901 #lc901"/>'))
    assert (one.code, "Did you mean" in one.hint) == ("P002", False)
    (one,) = found(tmp_path, three.format('<ptr target="#lc901"/>'))
    assert "Did you mean" in one.hint


def test_letters_whose_ids_end_like_files(tmp_path: Path) -> None:
    """The letter before, by the id of its text, which need not be the name of its file."""
    context = (
        '<profileDesc><correspDesc><correspContext><ref type="prevLetter" target="l1.xml"/>'
        "</correspContext></correspDesc></profileDesc>"
    )
    for name, more in (("one", ""), ("two", context)):
        (tmp_path / f"{name}.xml").write_text(
            f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en" '
            f'xml:id="l{1 + len(more) // 99}.xml">{HEADER.format(more=more)}'
            "<text><body><p>x</p></body></text></TEI>"
        )
    done = check(select([tmp_path]), (), 1, lambda: None).diagnostics
    assert [one.code for one in done if one.code != "S011"] == []


def test_a_witness_that_is_told_further_on(tmp_path: Path) -> None:
    """A note behind the other readings may say who has one of them."""
    witnesses = '<listWit><witness xml:id="A">A</witness></listWit>'
    entry = '<app><lem wit="#A">rye</lem><rdg>oats</rdg><rdg wit="#A2"/>{}</app>'
    for note, codes in (("<note>commonly</note>", {"A003"}), ("", {"A002", "A003"})):
        body = f"{witnesses}<p>{entry.format(note)}</p>"
        assert {one.code for one in found(tmp_path, body)} == codes


def test_who_reads_may_be_a_person_or_a_hand(tmp_path: Path) -> None:
    """A conjecture by somebody of the header's list, a reading of a later hand: both are known."""
    listed = '<listWit><witness xml:id="A">A</witness></listWit><listPerson><person xml:id="ann"/>'
    entry = '<app><lem wit="#A">rye</lem><rdg wit="#ann #h2">oats</rdg></app>'
    hands = '<handNotes><handNote xml:id="h2">late</handNote></handNotes>'
    told = found(tmp_path, f"{listed}</listPerson>{hands}<p>{entry}</p>")
    assert "A003" not in {one.code for one in told}
    (one,) = (
        each
        for each in found(tmp_path, f"{listed}</listPerson><p>{entry}</p>")
        if each.code == "A003"
    )
    assert "“#h2”" in one.message


def test_habits_are_told_once(tmp_path: Path) -> None:
    """Words where pointers are wanted, sigla that are nowhere described, signs nobody sees."""
    words = "".join(f'<p ana="{one}">x</p>' for one in ("duke", "count", "king", "duke", "miller"))
    (one,) = found(tmp_path, words)
    assert (one.code, one.message.partition("xml:id")[2]) == (
        "P002",
        " (and to 3 words like it, 5 times in this file)",
    )
    assert len(found(tmp_path, '<p ana="duke">x</p><p ana="count">y</p>')) == 2
    files = "".join(f'<p ana="{one}.a">x</p>' for one in ("duke", "count", "king", "miller"))
    assert [one.code for one in found(tmp_path, files)] == ["P004"]
    reading = '<app><lem wit="#A">salt</lem><rdg wit="#A">rye</rdg></app>'
    sigla = [one for one in found(tmp_path, f"<p>{reading} {reading}</p>") if one.code == "A003"]
    assert [one.message.endswith("of this text (4 times in this file)") for one in sigla] == [True]
    (one,) = found(tmp_path, "<p>sa\u200blt</p><p>r\u200bye</p>")
    assert (one.code, one.message[-23:]) == ("X003", " (2 times in this file)")


def test_double_blanks_are_told_once(tmp_path: Path) -> None:
    """White space says nothing in TEI; one finding a file says that there is some."""
    (one,) = found(tmp_path, "<p>a  b  c</p><p>d  e</p>")
    assert (one.code, one.message) == (
        "X005",
        "2 spaces where one is expected (3 times in this file)",
    )


def test_one_language_of_the_header(tmp_path: Path) -> None:
    """The langUsage that names one language says in which the text is; two do not."""
    one = '<profileDesc><langUsage><language ident="de-AT"/></langUsage></profileDesc>'
    two = one.replace("</langUsage>", '<language ident="la"/></langUsage>')
    assert found(tmp_path, "<p>Wir</p>", one, "") == []
    assert [d.code for d in found(tmp_path, "<p>Wir</p>", two, "")] == ["H005"]
    same = two.replace('ident="la"', 'ident="de-AT" role="working"')
    most = two.replace('"de-AT"', '"de-AT" usage="80"').replace('"la"', '"la" usage="20"')
    assert found(tmp_path, "<p>Wir</p>", same, "") == found(tmp_path, "<p>Wir</p>", most, "") == []


RNG = 'xmlns="http://relaxng.org/ns/structure/1.0"'


def test_a_fault_in_an_included_schema(tmp_path: Path) -> None:
    """It is told in the schema that has it, and no file counts as validated."""
    (tmp_path / "r.rng").write_text(f'<grammar {RNG}><include href="parts/b.rng"/></grammar>')
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts/b.rng").write_text(f"<grammar {RNG}>\n<start></grammar>")
    (one,) = found(tmp_path, "<p/>", schema="r.rng")
    assert (one.file, one.line, one.code) == ("parts/b.rng", 2, "S010")
    done = check(select([tmp_path / "a.xml"]), (tmp_path / "r.rng",), 1, lambda: None)
    assert done.against == {"": 1}


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """A server of this machine, and what it was asked for."""
    heard: list[str] = []

    class Ear(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            heard.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            pass

    with http.server.HTTPServer(("127.0.0.1", 0), Ear) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", heard
        server.shutdown()


@pytest.mark.parametrize(
    ("name", "schema"),
    [
        ("r.rng", '<grammar {rng}><include href="{at}/x.rng"/></grammar>'),
        ("r.rng", '<grammar {rng}><start><externalRef href="{at}/x.rng"/></start></grammar>'),
        ("r.rng", '<!DOCTYPE grammar SYSTEM "{at}/x.dtd"><grammar {rng}><start/></grammar>'),
        ("r.rnc", 'include "{at}/x.rnc"'),
    ],
)
def test_nothing_is_fetched(
    tmp_path: Path, asked: tuple[str, list[str]], name: str, schema: str
) -> None:
    """Not even from this machine."""
    at, heard = asked
    (tmp_path / name).write_text(schema.replace("{at}", at).replace("{rng}", RNG))
    assert {one.code for one in found(tmp_path, "<p/>", schema=name)} <= {"S010"}
    assert heard == []


SCH = 'xmlns:sch="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2"'


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        ("<sch:report test=\"@key = doc('names.xml')//@n\">Known.</sch:report>", "Known."),
        ("<sch:report test=\"doc('../names.xml')//@n\">Read.</sch:report>", "the rule cannot"),
        ("<sch:assert test=\"doc('../names.xml')\">Lacking.</sch:assert>", "the rule cannot"),
        ("<sch:report test=\"exists(doc('no.xml'))\">There.</sch:report>", "the rule cannot"),
        ("<sch:report test=\"not(collection('.'))\">None.</sch:report>", "the rule cannot"),
        ("<sch:report test=\"contains('doc(', 'doc(')\">Said.</sch:report>", "Said."),
        ('<sch:report test="@key">In <sch:name path="name(..)"/>.</sch:report>', "In p."),
        ('<sch:report test="@key">In <sch:name path=".."/>.</sch:report>', "In p."),
        ("<sch:report test=\"environment-variable('HOME')\">H</sch:report>", "these Schematron"),
        ('<sch:report test="function-lookup(@a, 1)">H</sch:report>', "these Schematron"),
    ],
)
def test_rules(tmp_path: Path, rule: str, message: str) -> None:
    """A rule reads what lies beside it, and neither what lies elsewhere nor the machine."""
    inside = tmp_path / "inside"
    inside.mkdir()
    for folder in (tmp_path, inside):
        (folder / "names.xml").write_text('<list><item n="p2"/></list>')
    pattern = f'<sch:pattern><sch:rule context="*:persName">{rule}</sch:rule></sch:pattern>'
    (inside / "r.sch").write_text(f"<sch:schema {SCH}>{pattern}</sch:schema>")
    (one,) = found(inside, '<p><persName key="p2">A</persName></p>', schema="r.sch")
    assert one.message.startswith(message)


@pytest.mark.parametrize(
    ("foreign", "message"),
    [
        ("<x:function name='f:read'><x:value-of select='unparsed-text(\"n\")'/></x:function>",
         "the rule cannot be tested here: rules open no files"),
        ("<x:template match='*' mode='f'><x:result-document href='made.xml'/></x:template>",
         "these Schematron rules cannot be used: a rule may open and write nothing"),
        ("<x:include href='names.xml'/>",
         "these Schematron rules cannot be used: a rule may open and write nothing"),
    ],
)  # fmt: skip
def test_foreign_instructions(tmp_path: Path, foreign: str, message: str) -> None:
    """XSLT within rules reads and writes as little as they do."""
    (tmp_path / "names.xml").write_text("<list/>")
    rule = (
        '<sch:rule context="*:text"><sch:report test="f:read() ne \'\'">R</sch:report></sch:rule>'
    )
    if "f:read" not in foreign:
        rule = rule.replace("f:read() ne ''", "true()")
    named = 'xmlns:x="http://www.w3.org/1999/XSL/Transform" xmlns:f="urn:f"'
    (tmp_path / "r.sch").write_text(
        f'<sch:schema {SCH} {named}><sch:ns prefix="f" uri="urn:f"/>{foreign}'
        f"<sch:pattern>{rule}</sch:pattern></sch:schema>"
    )
    (one,) = found(tmp_path, "<p/>", schema="r.sch")
    assert one.message.startswith(message)


def test_rules_that_cannot_be_run(tmp_path: Path) -> None:
    """They are refused, in words."""
    schema = tmp_path / "r.sch"
    rule = '<sch:rule context="*"><sch:report test="true()">x</sch:report></sch:rule>'
    schema.write_text(
        f"<sch:schema {SCH}><sch:pattern documents=\"'b.xml'\">{rule}</sch:pattern></sch:schema>"
    )
    (one,) = found(tmp_path, "<p/>", schema="r.sch")
    assert "pattern/@documents cannot be run" in one.message
    (tmp_path / "x").write_text(rule)
    words = f"<sch:schema {SCH}><sch:pattern>&x;</sch:pattern></sch:schema>"
    schema.write_text(f'<!DOCTYPE a [<!ENTITY x SYSTEM "x">]>{words}')
    (one,) = found(tmp_path, "<p/>", schema="r.sch")
    assert (one.code, "refers to the external entity “x”" in one.message) == ("R004", True)


def test_a_piece_that_is_included_twice(tmp_path: Path) -> None:
    """Its xml:id comes twice into the schema, and that is no fault."""
    named = '<sch:assert xml:id="n" test="@rend">No rend.</sch:assert>'
    pattern = "<sch:pattern><sch:rule context='{}'>{}</sch:rule></sch:pattern>"
    rules = "".join(
        pattern.format(name, '<sch:include href="i.sch#n"/>') for name in ("*:body", "*:text")
    )
    for name, words in (("i.sch", pattern.format("x", named)), ("r.sch", rules)):
        (tmp_path / name).write_text(f"<sch:schema {SCH}>{words}</sch:schema>")
    assert [one.message for one in found(tmp_path, "<p/>", schema="r.sch")] == ["No rend."] * 2


def test_names_that_no_file_can_have(tmp_path: Path) -> None:
    """A name of a schema, or of a file to include, that is too long is that of no file."""
    long = "x" * 5000
    include = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{long}"/>'
    assert [one.code for one in found(tmp_path, f"<p>x</p>{include}")] == ["W006"]
    text = (tmp_path / "a.xml").read_text().replace(include, "")
    (tmp_path / "a.xml").write_text(f'<?xml-model href="{long}"?>\n{text}')
    (one, *_) = check(select([tmp_path / "a.xml"]), (), 1, lambda: None).diagnostics
    assert (one.code, "is not there" in one.message) == ("S012", True)


def test_letters_beside_by_their_ids(tmp_path: Path) -> None:
    """The letter before is found by the id of its text without #, as its page finds it."""
    context = (
        '<profileDesc><correspDesc><correspAction type="sent"><persName>A</persName>'
        '</correspAction><correspContext><ref type="{}" target="{}"/></correspContext>'
        "</correspDesc></profileDesc>"
    )
    told = []
    for name, kind, aim in (("one", "prev", "two"), ("two", "next", "lost"), ("six", "", "two")):
        header = HEADER.format(more=context.format(kind, aim))
        text = f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{name}" xml:lang="en">{header}'
        (tmp_path / f"{name}.xml").write_text(f"{text}<text><body><p>x</p></body></text></TEI>")
    found = check(
        select([tmp_path / f"{one}.xml" for one in ("one", "two", "six")]), (), 1, lambda: None
    )
    told = [(Path(one.file).stem, one.message.split("“")[1].split("”")[0])
            for one in found.diagnostics if one.code == "P002"]  # fmt: skip
    assert sorted(told) == [("six", "two"), ("two", "lost")]


def test_a_recording_is_a_source(tmp_path: Path) -> None:
    """A header that says what was recorded by values alone says what the text was made from."""
    recorded = (
        '<sourceDesc><recordingStmt><recording type="audio" dur="PT5M"/></recordingStmt>'
        "</sourceDesc>"
    )
    header = HEADER.format(more="").replace("<sourceDesc><p>S</p></sourceDesc>", recorded)
    text = f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">{header}<text><body><p>x</p>'
    (tmp_path / "a.xml").write_text(f"{text}</body></text></TEI>")
    told = check(select([tmp_path / "a.xml"]), (), 1, lambda: None).diagnostics
    assert "H004" not in {one.code for one in told}


def test_how_many_speak_is_no_pointer(tmp_path: Path) -> None:
    """Active and passive of an interaction are values; those of a relation are pointers."""
    more = (
        "<profileDesc><textDesc><interaction active='singular' passive='world'/></textDesc>"
        "</profileDesc>"
    )
    assert found(tmp_path, "<p>x</p>", more) == []
    relation = "<listRelation><relation name='kin' active='#a' passive='#b'/></listRelation>"
    assert {one.code for one in found(tmp_path, relation)} == {"P002"}


def test_registers_need_no_language(tmp_path: Path) -> None:
    """The language that the body says is that of the text, whatever registers stand behind it."""
    back = "<listPerson><person xml:id='p'><persName>Ann</persName></person></listPerson>"
    text = f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{HEADER.format(more="")}<text>'
    body = '<body xml:lang="en"><p>x <persName ref="#p">Ann</persName></p></body>'
    codes = []
    for behind in (f"<back>{back}</back>", f"<back>{back}<div><p>And so.</p></div></back>"):
        (tmp_path / "a.xml").write_text(f"{text}{body}{behind}</text></TEI>")
        told = check(select([tmp_path / "a.xml"]), (), 1, lambda: None).diagnostics
        codes.append("H005" in {one.code for one in told})
    assert codes == [False, True]
