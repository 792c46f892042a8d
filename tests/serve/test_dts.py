"""DTS 1.0 as the specification has it: what is answered, what is refused, what a passage holds."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import jsonschema
import pytest
from editio.edition.reading.source import TEI, XML_ID
from editio.formats.dts.answers import Catalogue, Fault, Question, Resource, document
from editio.formats.dts.passages import DTS
from editio.formats.dts.trees import trees
from editio.formats.dts.xpath import in_tei
from lxml import etree

from tests.serve.conftest import Answer, Ask, asking

REPORT, ESSAY = "khrushchev-at-70", "soviet-admissions"
CITED = (
    '<citeStructure unit="part" match="/TEI/text/body/div" use="@xml:id">'
    '<citeData property="http://purl.org/dc/terms/title" use="head"/></citeStructure>'
)
TEMPLATE = {"type": "string", "pattern": r"^https?://.*\{[?&/].*\}|^/dts/.*\{/.*\}"}
UNIT = {
    "type": "object",
    "required": ["identifier", "@type", "level", "parent"],
    "properties": {
        "@type": {"const": "CitableUnit"},
        "identifier": {"type": "string", "minLength": 1},
        "level": {"type": "integer", "minimum": 1},
        "parent": {"type": ["string", "null"]},
    },
}
CITE = {
    "type": "object",
    "required": ["citeType"],
    "properties": {"citeStructure": {"type": "array", "items": {"required": ["citeType"]}}},
}
RESOURCE = {
    "type": "object",
    "required": ["@id", "@type", "collection", "navigation", "document", "citationTrees"],
    "properties": {
        "@type": {"const": "Resource"},
        "collection": {"type": "string"},
        "navigation": TEMPLATE,
        "document": TEMPLATE,
        "citationTrees": {
            "type": "array",
            "items": {
                "required": ["@type"],
                "properties": {
                    "@type": {"const": "CitationTree"},
                    "citeStructure": {"type": "array", "items": CITE},
                },
            },
        },
    },
}
COLLECTION = {
    "type": "object",
    "required": ["@id", "@type", "title", "totalParents", "totalChildren", "collection"],
    "properties": {
        "@type": {"const": "Collection"},
        "totalParents": {"type": "integer"},
        "totalChildren": {"type": "integer"},
    },
}
FRAME = {
    "required": ["@context", "dtsVersion", "@id", "@type"],
    "properties": {
        "@context": {"const": "https://dtsapi.org/context/v1.0.json"},
        "dtsVersion": {"const": "1.0"},
    },
}
ENTRY = {
    "required": ["collection", "navigation", "document"],
    "properties": {"@type": {"const": "EntryPoint"}},
}
NAVIGATION = {
    "required": ["resource"],
    "properties": {
        "@type": {"const": "Navigation"},
        "resource": RESOURCE,
        "ref": UNIT,
        "start": UNIT,
        "end": UNIT,
        "member": {"type": "array", "items": UNIT},
    },
}


def said(answer: Answer, *schemas: dict[str, Any]) -> dict[str, Any]:
    """Read an answer that must be there and valid."""
    assert answer.status == 200, answer.body
    assert answer.headers["Content-Type"] == "application/ld+json"
    found: dict[str, Any] = json.loads(answer.body)
    for schema in (FRAME, *schemas):
        jsonschema.validate(found, schema)
    return found


def dts(ask: Ask, endpoint: str, **asked: str) -> Answer:
    """Ask an endpoint."""
    return ask(f"/api/dts/{endpoint}", urlencode(asked))


def navigation(ask: Ask, **asked: str) -> dict[str, Any]:
    """Ask the navigation endpoint for what it must have."""
    return said(dts(ask, "navigation", **asked), NAVIGATION)


def members(ask: Ask, **asked: str) -> list[str]:
    """Return the identifiers of the members."""
    return [one["identifier"] for one in navigation(ask, **asked)["member"]]


def passage(ask: Ask, **asked: str) -> etree._Element:
    """Ask for a passage: TEI with one dts:wrapper."""
    answer = dts(ask, "document", **asked)
    assert answer.status == 200, answer.body
    assert answer.headers["Content-Type"] == "application/tei+xml"
    root = etree.fromstring(answer.body)
    assert root.tag == f"{{{TEI}}}TEI"
    (wrapper,) = root.iter(f"{{{DTS}}}wrapper")
    return wrapper


def words(element: etree._Element) -> str:
    """Return the words of a passage."""
    return " ".join("".join(map(str, element.itertext())).split())


def test_entry_and_collections(ask: Ask) -> None:
    """From the entry to the collection, from there to a text, and back to its parent."""
    entry = said(ask("/api/dts/"), ENTRY)
    assert entry["@id"] == "http://localhost:8000/api/dts/"
    assert entry["navigation"].endswith("{?resource,ref,start,end,down,tree}")
    root = said(dts(ask, "collection"), COLLECTION)
    assert [one["@id"] for one in root["member"]] == [REPORT, ESSAY]
    assert root["totalChildren"] == 2
    text = said(dts(ask, "collection", id=ESSAY), RESOURCE)
    assert text["dublinCore"]["creator"] == ["Peter Boettke"]
    parents = said(dts(ask, "collection", id=ESSAY, nav="parents"))
    assert [one["@id"] for one in parents["member"]] == ["default"]
    assert said(dts(ask, "collection", nav="parents"))["member"] == []


def test_citation_trees(ask: Ask) -> None:
    """The report is cited by section and paragraph, and in another tree by page."""
    found = said(dts(ask, "collection", id=REPORT))["citationTrees"]
    assert "identifier" not in found[0]
    assert found[1]["identifier"] == "refs-pages"
    assert [one["citeType"] for one in found[1]["citeStructure"]] == ["page"]
    below = {one["citeType"]: one.get("citeStructure", []) for one in found[0]["citeStructure"]}
    assert [one["citeType"] for one in below["section"]] == ["heading", "paragraph"]
    assert [one["citeType"] for one in below["record"]] == ["field"]
    assert below["figure"] == []


def test_the_report_is_cited_as_deep_as_the_essay(ask: Ask) -> None:
    """Headings in their sections; fields of the record under the names that the TEI gives them."""
    assert members(ask, resource=REPORT, ref="s2", down="1")[:3] == ["s2", "s2.h1", "s2.p4"]
    fields = [f"record.{number}" for number in range(1, 14)]
    assert members(ask, resource=REPORT, ref="record", down="1") == ["record", *fields]
    field = passage(ask, resource=REPORT, ref="record.5")
    assert words(field) == "Release Decision: RIPPUB"
    assert [one.get(XML_ID) for one in field] == ["record.5"]


def test_units_are_in_document_order(ask: Ask) -> None:
    """Every unit once, each section before what it holds, as they follow each other in the text."""
    found = members(ask, resource=ESSAY, down="-1")
    wanted = [one for one in found if re.fullmatch(r"s\d\.p\d+", one)]
    assert [one.partition(".")[2] for one in wanted] == [f"p{number}" for number in range(1, 26)]
    assert found.index("s1") < found.index("s1.h1") < found.index("s1.p5") < found.index("s2")
    assert len(found) == len(set(found))
    top = members(ask, resource=ESSAY, down="1")
    parts = [one for one in top if re.fullmatch(r"epigraph|s\d", one)]
    assert parts[:3] == ["epigraph", "s0", "s1"]
    assert not [one for one in top if "." in one]


def test_down(ask: Ask) -> None:
    """Absent: the unit alone; 0: its siblings; 1 and -1: what is below it, the unit first."""
    alone = navigation(ask, resource=ESSAY, ref="s2.q2")
    assert alone["ref"]["citeType"] == "quotation"
    assert "member" not in alone
    below = [f"s2.q2.{number}" for number in range(1, 6)]
    assert members(ask, resource=ESSAY, ref="s2.q2", down="1") == ["s2.q2", *below]
    assert members(ask, resource=ESSAY, ref="s2.q2", down="-1") == ["s2.q2", *below]
    assert members(ask, resource=ESSAY, ref="s2.q2.3", down="0") == below
    assert members(ask, resource=ESSAY, ref="s0.p1", down="3") == ["s0.p1"]
    assert navigation(ask, resource=ESSAY, ref="s2.q2.3")["ref"]["parent"] == "s2.q2"
    everything = members(ask, resource=ESSAY, down="-1")
    assert set(everything) - set(members(ask, resource=ESSAY, down="1")) >= set(below)


def test_ranges(ask: Ask) -> None:
    """From start to end, both included; `down` counts from the deeper of the two."""
    found = navigation(ask, resource=ESSAY, start="s2.p9", end="s2.p10")
    assert (found["start"]["identifier"], found["end"]["identifier"]) == ("s2.p9", "s2.p10")
    assert "member" not in found
    inner = [f"s2.q2.{number}" for number in range(1, 6)]
    assert members(ask, resource=ESSAY, start="s2.p9", end="s2.p10", down="1") == [
        "s2.p9", "s2.q2", *inner, "s2.p10",
    ]  # fmt: skip
    assert members(ask, resource=ESSAY, start="s2.q2.2", end="s2.q2.4", down="1") == inner[1:4]


@pytest.mark.parametrize(
    ("ref", "title"),
    [
        ("s2", "[Khrushchev the Leader]"),
        ("s4", "Party and State Administration"),
        ("s5", "[The Economy(?)]"),
    ],
)
def test_titles(ask: Ask, ref: str, title: str) -> None:
    """citeData of the header becomes Dublin Core: a section has its heading, signs included."""
    unit = navigation(ask, resource=REPORT, ref=ref)["ref"]
    assert unit["dublinCore"]["title"] == [{"lang": "en", "value": title}]


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Of <supplied>salt</supplied><note>A guess.</note>", "Of [salt]"),
        ("Of <supplied reason='omitted' cert='low'>salt</supplied>", "Of ⟨salt(?)⟩"),
        ("Of <choice><sic>slat</sic><corr>salt</corr></choice>", "Of salt"),
        ("Of <choice><seg>salt</seg><seg>sea</seg></choice>", "Of salt"),
        ("Of<lb/>sea<pc force='weak'>-</pc>\n<lb break='no'/>salt<pb n='2'/>", "Of seasalt"),
        ("Of <app><lem>salt</lem><rdg>malt</rdg></app>", "Of salt"),
    ],
)
def test_a_title_is_the_heading_as_contents_name_it(heading: str, title: str) -> None:
    """Corrected, in one line, without notes and variants, what is supplied in its signs."""
    given = f'<TEI xmlns="{TEI}"><teiHeader><refsDecl>{CITED}</refsDecl></teiHeader><text><body>'
    text = f'{given}<div xml:id="a"><head>{heading}</head></div></body></text></TEI>'
    ((unit,),) = [tree.units for tree in trees(etree.fromstring(text))]
    assert unit.title == title


@pytest.mark.parametrize(
    ("status", "endpoint", "asked"),
    [
        (400, "navigation", {}),
        (400, "navigation", {"resource": ESSAY}),
        (400, "navigation", {"resource": ESSAY, "down": "0"}),
        (400, "navigation", {"resource": ESSAY, "start": "s0.p1", "end": "s0.p2", "down": "0"}),
        (400, "navigation", {"resource": ESSAY, "ref": "s0.p1", "start": "s0.p1", "end": "s0.p2"}),
        (400, "navigation", {"resource": ESSAY, "ref": "s0.p1", "end": "s0.p2"}),
        (400, "navigation", {"resource": ESSAY, "start": "s0.p1"}),
        (400, "navigation", {"resource": ESSAY, "end": "s0.p1", "down": "1"}),
        (400, "navigation", {"resource": ESSAY, "start": "s0.p2", "end": "s0.p1"}),
        (400, "navigation", {"resource": ESSAY, "down": "deep"}),
        (400, "navigation", {"resource": ESSAY, "down": "-2"}),
        (404, "navigation", {"resource": "nothing", "down": "1"}),
        (404, "navigation", {"resource": ESSAY, "ref": "s0.p99"}),
        (404, "navigation", {"resource": ESSAY, "start": "s0.p1", "end": "s0.p99"}),
        (404, "navigation", {"resource": ESSAY, "down": "1", "tree": "pages"}),
        (400, "document", {}),
        (400, "document", {"resource": ESSAY, "start": "s0.p1"}),
        (400, "document", {"resource": ESSAY, "ref": "s0.p1", "start": "s0.p1", "end": "s0.p2"}),
        (404, "document", {"resource": "nothing"}),
        (404, "document", {"resource": ESSAY, "ref": "s0.p99"}),
        (404, "document", {"resource": ESSAY, "ref": "s0.p1", "tree": "pages"}),
        (404, "document", {"resource": ESSAY, "mediaType": "text/html"}),
        (404, "collection", {"id": "nothing"}),
        (400, "collection", {"nav": "sideways"}),
        (404, "elsewhere", {}),
    ],
)
def test_faults(ask: Ask, status: int, endpoint: str, asked: dict[str, str]) -> None:
    """What cannot be asked is 400; what does not exist is 404."""
    assert dts(ask, endpoint, **asked).status == status


def test_queries_that_cannot_be_read(ask: Ask) -> None:
    """A parameter twice, or bytes that are no text, are 400."""
    assert ask("/api/dts/navigation", f"resource={ESSAY}&resource={REPORT}&down=1").status == 400
    assert ask("/api/dts/navigation", "resource=%ff%fe&down=1").status == 400


def test_whole_document(ask: Ask, built: Path) -> None:
    """Without ref, the whole text, as it is offered for download; the header leads back."""
    answer = dts(ask, "document", resource=ESSAY)
    assert answer.headers["Link"].startswith("<http://localhost:8000/api/dts/collection?id=soviet")
    found = etree.fromstring(answer.body)
    offered = etree.parse(built / "tei" / f"{ESSAY}.xml").getroot()
    assert etree.tostring(found) == etree.tostring(offered)


def test_a_paragraph(ask: Ask) -> None:
    """A unit is its element, whole, without the words around it."""
    (element,) = passage(ask, resource=ESSAY, ref="s2.p8")
    assert element.get(XML_ID) == "p8"
    assert words(element).startswith("While these criticisms are becoming")
    assert element.tail is None


def test_a_range_across_sections(ask: Ask) -> None:
    """A range has all units between, in their sections, and nothing before or after."""
    wrapper = passage(ask, resource=ESSAY, start="s1.p7", end="s2.p8")
    ids = [one.get(XML_ID) for one in wrapper.iter("{*}p", "{*}head", "{*}div")]
    assert ids == ["s1", "p7", "s2", "h2", "p8"]
    found = words(wrapper)
    assert found.startswith("Nevertheless, economic planners")
    assert found.endswith("Here are just a few examples.")


def test_pages_make_up_the_text(ask: Ask) -> None:
    """A page goes from its mark to the next: all pages together are the text, each word once."""
    pages = members(ask, resource=REPORT, tree="refs-pages", down="1")
    found = "".join(
        words(passage(ask, resource=REPORT, tree="refs-pages", ref=page)) for page in pages
    )
    whole = etree.fromstring(dts(ask, "document", resource=REPORT).body)
    text = whole.find(f"{{{TEI}}}text")
    assert text is not None
    wanted = words(text).partition("Approved For Release")[2].replace(" ", "")
    assert found.replace(" ", "").endswith(wanted)


def expanded(template: str, **values: str) -> str:
    """Expand a template of path segments (RFC 6570, {/name})."""
    return re.sub(r"\{/(\w+)\}", lambda m: f"/{values[m[1]]}" if m[1] in values else "", template)


@pytest.mark.slow
def test_static_files_answer_the_same(ask: Ask) -> None:
    """A client that knows the templates alone finds each answer as a file (Level 0)."""
    entry = said(ask("/dts/entry.jsonld"), ENTRY)
    collection = said(ask(expanded(entry["collection"])), COLLECTION)
    for text in collection["member"]:
        said(ask(expanded(text["collection"])), RESOURCE)
        for tree in text["citationTrees"]:
            named = {"tree": tree["identifier"]} if "identifier" in tree else {}
            top = said(ask(expanded(text["navigation"], down="1", **named)), NAVIGATION)
            live = members(ask, resource=text["@id"], down="1", **named)
            assert [one["identifier"] for one in top["member"]] == live
            for unit in top["member"]:
                for down in ({}, {"down": "0"}, {"down": "-1"}):
                    at = expanded(text["navigation"], ref=unit["identifier"], **named, **down)
                    assert said(ask(at), NAVIGATION)["ref"] == unit
                file = ask(expanded(text["document"], ref=unit["identifier"], **named))
                asked = {"resource": text["@id"], "ref": unit["identifier"], **named}
                assert file.body == dts(ask, "document", **asked).body


def test_nothing_built(tmp_path: Path) -> None:
    """Without TEI there is an empty collection, and no fault."""
    empty = asking(tmp_path)
    assert said(dts(empty, "collection"), COLLECTION)["totalChildren"] == 0
    assert dts(empty, "navigation", resource="x", down="1").status == 404


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (
            "/TEI/text/body/div[@type='section']",
            "/tei:TEI/tei:text/tei:body/tei:div[@type='section']",
        ),
        ("//pb", "//tei:pb"),
        ("quote/p", "tei:quote/tei:p"),
        ("@xml:id", "@xml:id"),
        ("position()", "position()"),
        ("div[head and p]", "tei:div[tei:head and tei:p]"),
        ("div[position() mod 2 = 1]", "tei:div[position() mod 2 = 1]"),
        ("descendant::l[1]", "descendant::tei:l[1]"),
        ("l/attribute::n", "tei:l/attribute::n"),
        ("tei:div/p", "tei:div/tei:p"),
        ("concat('div/p', head)", "concat('div/p', tei:head)"),
    ],
)
def test_names_in_paths(given: str, wanted: str) -> None:
    """Names without a prefix are TEI's; attributes, functions, operators and strings are not."""
    assert in_tei(given) == wanted


def test_a_text_without_units_has_no_passages() -> None:
    """Whoever asks for one is told that there is none."""
    root = etree.fromstring(f'<TEI xmlns="{TEI}" xml:id="bare"><teiHeader/></TEI>')
    bare = Resource(root)
    assert bare.trees == ()
    with pytest.raises(Fault, match="no citation tree") as refused:
        document(Catalogue("Mill", {"bare": bare}), Question("bare", "p1"))
    assert refused.value.status == 404
