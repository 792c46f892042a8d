"""What an edition says of its own texts in edition.toml and in the header, and no rule knows."""

import re
from pathlib import Path
from typing import Any

from editio.edition.edition import opened
from editio.formats.text import plain as set_in_lines
from editio.model.context import Text
from editio.render.build import Plan, build
from editio.render.job import behaviours, here, labels
from lxml import html

from tests.pipeline.editions import edition, tei
from tests.rules.outputs import outputs, plain

BODY = '<div type="stamp"><p>Received.</p></div><div type="letter"><p>Dear Ann,</p></div>'
CASE = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="case" xml:lang="en"><teiHeader><fileDesc>
<titleStmt><title>Case</title></titleStmt><publicationStmt><p>none</p></publicationStmt><sourceDesc>
<p>none</p></sourceDesc></fileDesc><encodingDesc><classDecl><taxonomy><category xml:id="ear">
<catDesc>{words}</catDesc></category></taxonomy></classDecl></encodingDesc></teiHeader><text><body>
<p>The <choice><sic ana="#ear">see</sic><corr>sea</corr></choice>.</p></body></text></TEI>"""


def _only(folder: Path, settings: str) -> list[str | None]:
    """Return which text has each division, as the rules say."""
    place = edition(folder, small=tei(BODY))
    (place / "edition.toml").write_text(settings, "utf-8")
    found, problems = opened(place)
    assert problems == []
    tree = behaviours("small.xml", found.texts[0].xml).tree
    sections = [one for one in tree.head.children[0].children if one.name.endswith("}text")]
    parts = sections[0].children[0].children
    return [one.get_attribute_value("only") for one in parts]


def test_divisions_leave_the_reading_text_where_the_edition_says_so(tmp_path: Path) -> None:
    """A type is left out by the edition that names it."""
    assert _only(tmp_path, '[reading]\nleave-out = ["stamp"]\n') == ["diplomatic", None]


def test_no_type_leaves_the_reading_text_of_itself(tmp_path: Path) -> None:
    """Without the setting every division is read."""
    assert _only(tmp_path, "") == [None, None]


def test_a_fault_is_classed_in_the_words_of_the_header() -> None:
    """The gloss of a category is its short form; without one, its description is told."""
    glossed = CASE.format(words="<gloss>misheard</gloss>: taken down wrongly")
    assert "<td>corrected, misheard</td>" in outputs(glossed)["reading.html"]
    assert 'treatment="corrected, misheard"' in outputs(glossed)["facts.xml"]
    assert (
        "<td>corrected, taken down</td>" in outputs(CASE.format(words="taken down"))["reading.html"]
    )


def test_an_unknown_class_is_none() -> None:
    """A pointer that leads to no category says nothing."""
    case = CASE.format(words="x").replace("#ear", "#eye")
    assert "<td>corrected</td>" in outputs(case)["reading.html"]
    assert "sea" in plain(case, "reading")


STONE = """<div type="edition"><ab><lb n="1"/><supplied reason="lost">Sal</supplied>ve
<gap reason="lost" quantity="5" unit="character" precision="low"/> <abbr>ann</abbr>
<choice><sic>bixit</sic><corr>vixit</corr></choice> <add place="above">et</add>
<gap reason="illegible" quantity="2" unit="character"/> <space quantity="2" unit="character"/>
<gap reason="lost" extent="unknown" unit="character"/></ab></div>"""


def _signed(signs: str) -> str:
    case = CASE.partition("<body>")[0] + f"<body>{STONE}</body></text></TEI>"
    named = (
        f' xmlns:ed="urn:editio:ns" ed:signs="{signs}" xml:id="case"' if signs else ' xml:id="case"'
    )
    return plain(case.format(words="x").replace(' xml:id="case"', named), "reading").splitlines()[
        -1
    ]


def test_an_edition_chooses_its_signs() -> None:
    """Inscriptions have the signs of Leiden, papyri theirs, and who wants none has words."""
    stone = "1 [Sal]ve [c. 5] ann(- - -) ⸢vixit⸣ ˋet´ ++ (vac. 2) [- - -]"
    assert _signed("") == _signed("leiden") == stone
    assert _signed("papyri") == "1 [Sal]ve [ca. 5] ann( ) bixit \\et/ .. vac. 2 [-ca.?-]"
    assert _signed("plain").startswith("[Sal]ve [… lost c. 5 characters] ann vixit et")


def test_the_signs_come_from_the_settings(tmp_path: Path) -> None:
    """What edition.toml says stands on the text; another word is refused."""
    place = edition(tmp_path, small=tei(STONE))
    (place / "edition.toml").write_text('[reading]\nsigns = "papyri"\n', "utf-8")
    found, problems = opened(place)
    assert problems == []
    assert "vac. 2 [-ca.?-]" in plain(found.texts[0].xml, "reading")
    (place / "edition.toml").write_text('[reading]\nsigns = "runes"\n', "utf-8")
    assert [one.code for one in opened(place)[1]] == ["C004"]


ODD = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><schemaSpec ident="own" start="TEI">
<elementSpec ident="seg"><model behaviour="pass-through"/></elementSpec>
<elementSpec ident="term"><model behaviour="inline" cssClass="mine"/></elementSpec>
</schemaSpec></body></text></TEI>"""


def test_what_a_model_passes_through_is_its_content_alone(tmp_path: Path) -> None:
    """What it sets in the line has a box."""
    place = edition(tmp_path, small=tei("<p>Of <seg>rye</seg> and <term>oats</term>.</p>"))
    (place / "tei/schema").mkdir()
    (place / "tei/schema/own.odd").write_text(ODD, "utf-8")
    build(Plan(opened(place)[0], ("html",), tmp_path / "build", cached=False))
    page = (tmp_path / "build/small.html").read_text("utf-8")
    assert 'Of rye and <dfn class="term own-mine">oats</dfn>.' in page


SERIES = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="case"><teiHeader/><text><body>
<p>Salt<note>Or brine.</note> is<note type="textual">Thus B.</note> dear<note resp="#ed">In
1723.</note>, rye<note type="gloss" resp="#ed">A grain.</note> is<note type="textual">Was
B.</note> not<note resp="#ed">Nor oats.</note>.</p></body></text></TEI>"""


def test_a_fifth_series_of_notes_has_numbers_in_brackets(tmp_path: Path) -> None:
    """And a sixth letters; none has the sign of another, nor one that is printed."""
    kinds = ("gloss", "textual", "sources", "words", "law")
    notes = "".join(f"rye<note type='{kind}'>So B.</note> " for kind in kinds * 2)
    body = f"<p>{notes}oats<note n='(1)'>So C.</note>.</p>"
    whole = f"{SERIES.partition('<p>')[0]}{body}</body></text></TEI>"
    place = edition(tmp_path, small=whole)
    asked = ", ".join(f'"{kind}"' for kind in kinds)
    (place / "edition.toml").write_text(f"[reading]\nnote-series = [{asked}]\n", "utf-8")
    case = opened(place)[0].texts[0].xml
    signs = ["a", "A", "α", "(2)", "(a)", "b", "B", "β", "(3)", "(b)", "(1)"]
    assert re.findall(r"(?:rye|oats)\[([^\]]+)\]", plain(case, "reading")) == signs
    for name in ("reading.html", "epub.xhtml", "print.html"):
        page: Any = html.fromstring(outputs(case)[name])
        calls = page.xpath("//p//a[contains(@class, 'note-call') or contains(@role, 'noteref')]")
        assert ["".join(one.itertext()).strip() for one in calls] == signs, name


def test_notes_of_a_type_are_a_series_of_their_own(tmp_path: Path) -> None:
    """With numbers, a list and, in the book, a band; the others are as ever."""
    place = edition(tmp_path, small=SERIES)
    (place / "edition.toml").write_text('[reading]\nnote-series = ["gloss", "textual"]\n', "utf-8")
    found, problems = opened(place)
    assert problems == []
    case = found.texts[0].xml
    assert "Salt[1] is[α] dear[a], rye[A] is[β] not[b].\n" in plain(case, "reading")
    pages = outputs(case)
    for name in ("reading.html", "epub.xhtml"):
        titles = re.findall(r"<h2[^>]*>([^<]*[Nn]otes[^<]*)</h2>", pages[name])
        assert titles == [
            "Notes", "Editorial notes", "Editorial notes: gloss", "Editorial notes: textual"
        ], name  # fmt: skip
    band = r'class="footnote (\w+)"[^>]*?(?: data-series="(\w+)")?(?: data-band="(\d)")?>'
    bands = re.findall(band, pages["print.html"])
    assert bands == [
        ("note", "", ""), ("editorial", "textual", "6"), ("editorial", "", ""),
        ("editorial", "gloss", "4"), ("editorial", "textual", "6"), ("editorial", "", ""),
    ]  # fmt: skip


def _wished(folder: Path, body: str, wished: str) -> tuple[str, str]:
    """Return the reading text and the facts in an edition that wishes for these behaviours."""
    place = edition(folder, small=tei(body))
    (place / "edition.toml").write_text(f"[behaviours]\n{wished}\n", "utf-8")
    found, problems = opened(place)
    assert problems == []
    own = found.project.own.rendering
    tree = behaviours("small.xml", found.texts[0].xml, own).tree
    text = Text("small", "small.xml", here(own), tree, labels(own), "", lambda _: None)
    facts = str(here(own).run("facts", tree, "facts", {"labels": labels(own)}).value.head)
    return set_in_lines(text, "reading").text.rpartition("***")[2].strip(), facts


def test_verses_that_an_edition_sets_in_a_line_are_words_apart(tmp_path: Path) -> None:
    """Of as many as there are."""
    verses = "<lg><l>One</l><l>two</l><l>three</l></lg>"
    assert _wished(tmp_path, verses, 'l = { behaviour = "inline" }')[0] == "One two three"


def test_two_parts_of_a_choice_are_two_words_in_facts(tmp_path: Path) -> None:
    """In headings and in notes, as in the text itself."""
    choice = "<choice><sic>olde</sic><corr>old</corr></choice>"
    body = f"<div><head>An {choice} mill</head><p>a<note>Or {choice} ones</note></p></div>"
    text, facts = _wished(tmp_path, body, 'sic = { behaviour = "reading" }')
    assert text == "## An olde old mill\n\na[1]\n\n## Notes\n\n[1] Or olde old ones"
    assert re.findall('kind="heading"[^>]*>([^<]*)<', facts) == ["An olde old mill"]
    assert re.findall("<ed:note [^>]*>([^<]*)<", facts) == ["Or olde old ones"]
