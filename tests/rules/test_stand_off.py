"""What stands off: shown at the place that it is about, else in tables, about the text, or told."""

import re

import pytest

from tests.rules.outputs import FRAME, outputs, plain, ruled

STAND_OFF = """<standOff>
<spanGrp type="theme"><span target="#p1">salt as money</span><span from="#w1" to="#w2">a proverb of
millers</span><span target="#w1">CONJ</span><span target="#p9">of another text</span></spanGrp>
<listAnnotation><annotation xml:id="a1" motivation="commenting" target="#string-range(p2,0,4)"
><note>
Oats were <hi>dear</hi>.</note><ref target="https://example.org/">more</ref></annotation></listAnnotation>
<interpGrp type="mood"><interp xml:id="i1">gloomy</interp><interp>gay</interp></interpGrp>
<note target="#p2">Rye, too.</note><note>Of nothing.</note><list><item>astray</item></list>
<listPerson><person xml:id="x1"><persName>Ida Holm</persName></person></listPerson>
<linkGrp type="echo"><link target="#p1 #p2"/></linkGrp></standOff>"""
BODY = (
    '<body><p xml:id="p1">Salt <w xml:id="w1">and</w> <w xml:id="w2">rye</w>.</p>'
    '<p xml:id="p2" ana="#i1">Oats.</p></body>'
)


@pytest.fixture(scope="module")
def case() -> str:
    """Return a text with all that may stand off."""
    return FRAME.format(text=BODY).replace("</teiHeader>", f"</teiHeader>{STAND_OFF}")


def test_said_of_a_place(case: str) -> None:
    """Spans, annotations and notes are called where they belong, in pages and books, too."""
    reading = plain(case, "reading").split("***\n\n")[1]
    assert reading == (
        "Salt and rye[a].[b]\n\nOats.[c][1]\n\n## Notes\n\n[a] a proverb of millers\n\n"
        "[b] salt as money\n\n[c] Oats were dear. more\n\n[1] Rye, too.\n"
    )
    pages = outputs(case)
    for name in ("reading.html", "epub.xhtml", "print.html", "facts.xml"):
        for words in ("a proverb of millers", "salt as money", "Rye, too.", "more"):
            assert words in " ".join(pages[name].split())
    for page in ("reading.html", "diplomatic.html"):
        assert 'id="call-a1" href="#a1"' in pages[page]
        assert 'href="#"' not in pages[page]


def test_codes_and_interpretations(case: str) -> None:
    """Codes of words are rows of a table; interpretations are told about the text."""
    pages = outputs(case)
    assert "CONJ" not in pages["reading.html"]
    rows = pages["facts.xml"].split('<ed:row table="annotations">')[1:]
    told = ["".join(row.split(">")).replace("</ed:value", "|") for row in rows]
    assert len(rows) == 7
    assert 'name="places"w1|' in told[2] and 'name="words"CONJ|' in told[2]
    assert 'name="places"p2|' in told[5] and 'name="words"gloomy|' in told[5]
    assert "Interpretations" in pages["reading.html"]
    assert "gloomy" in pages["reading.html"] and "gay" in pages["reading.html"]


def test_what_is_shown_nowhere(case: str) -> None:
    """Nothing that has words is passed over in silence."""
    said = [one.message for one in ruled(case).diagnostics if one.code == "T008"]
    assert [one.split(">")[0][1:] for one in said] == ["span", "note", "list"]


def test_a_note_on_words_of_one_text_alone() -> None:
    """It is called behind them, in both."""
    case = (
        "<p>Rye <choice xml:id='c1'><sic xml:id='s1'>ist</sic><corr>is</corr></choice> <del"
        " xml:id='d1'>very</del> <g xml:id='g1'>x</g>.</p>"
        + "".join(f"<note target='#{one}'>on {one}</note>" for one in ("s1", "d1", "g1"))
    )
    assert plain(case, "reading").startswith("Rye is[1] [2] x[3].")
    assert plain(case, "diplomatic").startswith("Rye ist[1] ⟦very⟧[2] x[3].")


def test_a_note_on_several_things() -> None:
    """Its second call is a call, and no word of the text."""
    case = "<p xml:id='p1'>Rye.</p><p xml:id='p2'>Oats.</p><note target='#p1 #p2'>Dear.</note>"
    page = outputs(FRAME.format(text=f"<body>{case}</body>"))["reading.html"]
    assert page.count('role="doc-noteref"') == 2


def test_an_annotation_that_only_points() -> None:
    """What has no name is called by the words with which it begins, wherever a pointer is bare."""
    said = (
        '<standOff><annotation target="#p1"><note><ptr target="#p2"/></note></annotation>'
        '<annotation target="#p1"><note/></annotation></standOff>'
    )
    body = (
        "<body><p xml:id='p1'>Rye, see <ptr target='#p3'/>.</p><p xml:id='p2'>Oats are <choice>"
        "<sic>deer</sic><corr>dear</corr></choice>, so is hay.</p><p xml:id='p3'>Malt.</p></body>"
    )
    case = FRAME.format(text=body).replace("</teiHeader>", f"</teiHeader>{said}")
    assert plain(case, "reading").split("***\n\n")[1] == (
        "Rye, see “Malt.”.[1]\n\nOats are dear, so is hay.\n\nMalt.\n\n## Notes\n\n"
        "[1] “Oats are dear, so …”\n"
    )
    pages = outputs(case)
    for name in ("reading.html", "epub.xhtml", "print.html"):
        assert "“Oats are dear, so …”" in pages[name] and ">#p" not in pages[name]


def test_words_that_stand_for_a_place_are_parted_as_they_are_in_it() -> None:
    """Names beside each other, lines of verse and blocks do not touch; rows of dots are as written,
    and a fault without its correction is a word.
    """
    body = (
        "<p><ptr target='#p1'/> <ptr target='#p2'/> <ptr target='#l'/> <ptr target='#p3'/></p>"
        "<p xml:id='p1'><name>Ada</name> <name>King</name> <sic>iz</sic> dead.</p>"
        "<p xml:id='p2'>. . .</p><lg xml:id='l'><l>Salt</l><l>is <choice><sic>drea</sic><corr>dear"
        "</corr></choice></l></lg><p xml:id='p3'>mal<lb break='no'/>ty<lb/>sea<note>So.</note>.</p>"
    )
    case = FRAME.format(text=f"<body>{body}</body>")
    said = "“Ada King iz dead.” “. . .” “Salt is dear” “malty sea.”"
    assert said in plain(case, "reading")
    pages = outputs(case)
    for name in ("reading.html", "epub.xhtml", "print.html"):
        assert said in re.sub("<[^>]+>", "", pages[name])
