"""Entries of an apparatus: what is said, and that book, page, plain text and table say the same."""

import re
from functools import cache
from typing import Any

import pytest
from editio.engines.saxon import EDITIO
from editio.formats.apparatus_rows import apparatus_rows
from editio.model.apparatus import Apparatus
from editio.model.facts import Facts, facts_from
from editio.render.job import here, labels
from lxml import etree, html

from tests.rules.outputs import applied, outputs, plain, ruled

WITNESSES = """<listWit><witness xml:id="A"><idno type="siglum">A</idno> Lund, about 1400</witness>
<listWit xml:id="fam"><head><abbr type="siglum">φ</abbr> the younger copies</head>
<witness xml:id="B">B<listWit><witness xml:id="B2"><abbr type="siglum">B<hi
rend="superscript">2</hi></abbr>a corrector</witness></listWit></witness>
<witness xml:id="C"/></listWit></listWit>"""
FRAME = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="case" xml:lang="en"><teiHeader>
<fileDesc><titleStmt><title>Case</title></titleStmt><publicationStmt><p>none</p></publicationStmt>
<sourceDesc>{witnesses}</sourceDesc></fileDesc><encodingDesc>{encoding}</encodingDesc>
<profileDesc><handNotes><handNote xml:id="h2" n="2">x</handNote><handNote xml:id="h3"/></handNotes>
</profileDesc></teiHeader>
<text><body>{body}</body></text>{after}</TEI>"""

# In place: what stands in the TEI, and what is said of it.
SAID = {
    '<l n="12">The <app><lem wit="#A">sky</lem><rdg wit="#B" cause="mishearing">sea</rdg>'
    '<rdg wit="#C"><del>soul</del> soil</rdg></app> was</l>': "12 sky] sea B; ⟦soul⟧ soil C",
    '<l n="12">was <app><lem>very</lem><rdg wit="#C"/></app> grey</l>': "12 very] om. C",
    '<l n="12">was <app><lem>very</lem><rdg wit="#C">om.</rdg></app> grey</l>': "12 very] om. C",
    '<l n="12">was <app><lem>very</lem><rdg wit="#C"><gap reason="omitted"/></rdg></app> grey</l>':
        "12 very] om. C",
    '<l n="13">and <app><lem/><rdg wit="#B">so<witDetail wit="#B">above the line</witDetail></rdg>'
    "</app> we</l>": "13 and] add. so B (above the line)",
    '<l n="1">a <app><lem>dog barks</lem>'
    '<rdg type="transposition" wit="#B">barks dog</rdg></app></l>':
        "1 dog barks] transp. barks dog B",
    '<l n="1">the <app><lem>ash</lem>'
    '<rdgGrp><rdg wit="#B">asche</rdg><rdg wit="#C">esh</rdg></rdgGrp>'
    '<rdgGrp><rdg wit="#A">oak</rdg></rdgGrp></app></l>': "1 ash] asche B, esh C; oak A",
    '<l n="1">the <app><rdgGrp><lem wit="#A">ash</lem><rdg wit="#B">ashe</rdg></rdgGrp>'
    '<rdgGrp><lem wit="#C">oak</lem></rdgGrp></app></l>': "1 ash] ashe B; oak C",
    '<l n="1">the <app><lem>ash</lem><rdg wit="#C #A">oak</rdg></app></l>': "1 ash] oak A C",
    '<l n="1">the <app><lem>ash</lem><rdg wit="#fam">oak</rdg></app></l>': "1 ash] oak φ",
    '<l n="1">the <app><lem>ash</lem><rdg wit="#B2">oak</rdg></app></l>': "1 ash] oak B²",
    '<l n="1">the <app><lem>ash</lem><rdg resp="#Moe">oak</rdg></app></l>': "1 ash] oak Moe",
    '<l n="1">the <app><lem resp="#Moe">ash</lem><rdg wit="#A #B">oak</rdg></app></l>':
        "1 ash] Moe; oak A B",
    '<l n="1">the <app><lem source="#Moe">ash</lem><rdg wit="#A">oak</rdg></app></l>':
        "1 ash] Moe; oak A",
    '<l n="1">the <app><lem wit="#A" resp="#Moe">ash</lem><rdg wit="#B">oak</rdg></app></l>':
        "1 ash] oak B",
    '<l n="1">the <app><lem>ash</lem><rdg wit="#C"><gap reason="illegible"/>k</rdg></app></l>':
        "1 ash] […]k C",
    '<l n="1">the <app><lem>ash</lem><rdg wit="#C">oak</rdg><note resp="#Moe">so all prints</note>'
    "</app></l>": "1 ash] oak C (so all prints; Moe)",
    '<l n="1">the <app><lem>ash</lem><rdg wit="#C"><lacunaStart/></rdg></app></l>':
        "1 ash] C lacks from here",
    '<l n="1">the ash<app><lem wit="#A"/><rdg wit="#C"><lacunaStart/></rdg></app> tree</l>':
        "1 after ash: C lacks from here",
    '<l n="1">the ash, ash<app><rdg wit="#B"><witEnd/></rdg><rdg wit="#C"><lacunaEnd/></rdg></app>'
    " tree</l>": "1 after ash²: B ends here; C goes on here",
    '<l n="1">the <app><lem wit="#A #B">ash<witEnd wit="#B"/></lem><rdg wit="#C">oak</rdg></app>'
    "</l>":
        "1 ash] oak C; B ends here",
    '<l n="1">the <app><lem wit="#A">ash<witStart/></lem></app> tree</l>': "1 ash] A begins here",
    '<l n="2"><app><lem/><rdg wit="#C"><witStart/></rdg></app>The ash</l>': "2 C begins here",
    '<l n="1">by the <app><lem>end</lem><rdg wit="#C">wend<witEnd/></rdg></app></l>':
        "1 end] wend C (ends here)",
    '<l n="1">et mons et <app><lem>mons</lem><rdg wit="#C">fons</rdg></app></l>': "1 mons²] fons C",
    '<l n="1">col<app><lem>ou</lem><rdg wit="#C">o</rdg></app>r</l>': "1 colour] color C",
    '<l n="1"><app><lem>one two three four five six seven</lem><rdg wit="#C"/></app></l>':
        "1 one two … six seven] om. C",
    '<app><lem><l n="7">so</l><l n="8">it</l><l n="9">went</l></lem><rdg wit="#C"/></app>':
        "7–9 so it went] om. C",
    '<l n="3"><app><lem>a <app><lem>red</lem><rdg wit="#B">wet</rdg></app> hill</lem>'
    '<rdg wit="#C">hell</rdg></app></l>': "3 a red hill] hell C\n3 red] wet B",
    '<div n="2"><ab n="5">In <app><lem>the</lem><rdg wit="#B">that</rdg></app> day</ab></div>':
        "2.5 the] that B",
    '<p>In <app><lem>the</lem><rdg wit="#B">that</rdg></app> day</p>': "¶ 1 the] that B",
    '<l n="1">the <app><note>All of it is doubtful.</note></app></l>': "1 All of it is doubtful.",
    '<l n="1">the <app><lem>ash</lem><rdg wit="#C">oak <lacunaStart/></rdg></app> tree</l>':
        "1 ash] oak C (lacks from here)",
    '<l n="1">the <app><lem>ash</lem><rdg wit="#B">oak<lacunaEnd wit="#C"/></rdg></app> tree</l>':
        "1 ash] oak B (C goes on here)",
    '<l n="1">the <app><rdg wit="#A">ash </rdg><rdg wit="#B">oak </rdg></app>tree</l>':
        "1 ash] oak B",
    '<lg><l n="1">far</l><app><lem><l n="2">so</l><l n="3">it</l></lem><rdg wit="#C"/></app>'
    '<l n="4">went</l></lg>': "2–3 so it] om. C",
    '<l n="1">the <app><lem>ash</lem><rdg wit="#B" hand="#h2">oak</rdg></app></l>': "1 ash] oak B²",
    '<l n="1">the <app><lem>ash</lem><rdg wit="#B" hand="#h3">oak</rdg></app></l>':
        "1 ash] oak B (hand 3)",
    '<l n="1">the <app><lem wit="#A" cert="medium">ash</lem><rdg wit="#B" hand="#h3" cert="low">oak'
    '</rdg><rdg resp="#Moe" cert="high">elm</rdg></app></l>':
        "1 ash (certainty medium)] oak B (hand 3) (certainty low); elm Moe",
    '<l n="1">the <app cert="low"><lem>ash</lem><rdg wit="#C">oak</rdg><note cert="medium">so all'
    "</note></app></l>": "1 ash] oak C (so all; certainty medium) (certainty low)",
    '<l n="1">the <app><lem>ash</lem><rdg>oak<wit>mss. rec.</wit></rdg></app></l>':
        "1 ash] oak mss. rec.",
    '<l n="1">the <app><lem>ash</lem><rdg wit="#B"><app><lem>old</lem><rdg wit="#C">odd</rdg></app>'
    ' oak</rdg></app> on</l>': "1 ash] old oak B\n1 old] odd C",
    '<l n="1">an <app><lem wit="#A"><choice><sic>asch</sic><corr resp="#x" source="#B">ash</corr>'
    '</choice></lem><rdg wit="#B">ash</rdg></app></l>': "1 ash] B; asch A",
    '<l n="1">an <app><lem wit="#A"><choice><sic>asch</sic><corr resp="#x">ash</corr></choice>'
    '</lem><rdg wit="#B">elm</rdg></app></l>': "1 ash] asch A; elm B",
    '<lg><l n="4">the ash</l><app><lem/><rdg wit="#B"><l>and elm</l></rdg></app>'
    '<l n="5">is</l></lg>': "4 ash] add. and elm B",
    '<l n="1">the <app><lem>ash</lem><rdg wit="#B"><l>elm</l><l>oak</l></rdg></app></l>':
        "1 ash] elm oak B",
    '<l n="1">the <app><lem>softly</lem><rdg wit="#B">hard<lb break="no"/>ly<lb/>so</rdg></app>'
    "</l>": "1 softly] hardly so B",
    '<l n="1">the <app><note target="#r">in red</note><lem>ash</lem><rdg xml:id="r" wit="#B">elm'
    '</rdg><rdg wit="#C">oak</rdg></app></l>': "1 ash] elm B (in red); oak C",
    '<div n="1"><div n="2"><p><milestone unit="verse" n="3"/>In <app><lem>the</lem><rdg wit="#B">'
    "that</rdg></app> day</p></div></div>": "2.3 the] that B",
    '<l n="1">the <app><lem>ash</lem><rdg wit="#B" cause="illegible"/><rdg wit="#C" type="lac."/>'
    '<rdg wit="#A"><space quantity="3" unit="chars"/></rdg></app></l>':
        "1 ash] illegible B; lost C; a space A",
    '<l n="1">the <app><lem>ash</lem><rdg wit="#C">deest</rdg><rdg wit="#B">(om.)</rdg></app></l>':
        "1 ash] deest C; om. B",
    '<l n="1">the ash <app><lem wit="#A"/><rdg resp="#Moe" cause="lacunam_indicavit"/></app></l>':
        "1 ash] lacunam indicavit Moe",
    '<l n="1">the ash <app><lem resp="#Moe"/><rdg wit="#A #B">tree</rdg></app> is</l>':
        "1 ash] add. tree A B; om. Moe",
    '<l n="1"><app><lem wit="#A"/><rdg wit="#B">old</rdg></app> ash and ash</l>':
        "1 before ash¹] add. old B",
    '<l n="1">the <app><lem wit="#A #B">ash</lem><witDetail wit="#B">from <mentioned>elm'
    '</mentioned></witDetail><rdg wit="#C">oak</rdg></app> is</l>': "1 ash] B (from elm); oak C",
    '<l n="1">the <app><lem wit="#A #B">ash</lem><witDetail wit="#B">on an erasure</witDetail>'
    '</app> is</l>': "1 ash] B (on an erasure)",
    '<l n="1">the <app><lem wit="#A">ash</lem><witDetail wit="#A"><hi rend="superscript">2</hi>'
    '</witDetail><rdg wit="#C"><surplus><lb/></surplus></rdg></app> is</l>': "1 ash] om. C",
    '<l n="1">the ash <app><lem source="#Moe"/><note>Moe doubts it.</note></app> is</l>':
        "1 Moe (Moe doubts it.)",
    '<l n="1">the <app><lem>ash</lem><rdg wit="#B">oak</rdg><witDetail wit="#B" '
    'type="correction-original"/></app> is</l>': "1 ash] oak B (correction original)",
    '<l n="1">the <app><lem>ash</lem><rdg wit="#B">elm</rdg><noteGrp><note>in red</note></noteGrp>'
    '</app> is</l>': "1 ash] elm B (in red)",
    '<l n="1">the <app><lem>ash</lem><rdg wit="#B">elm<note>or <list><item>oak</item><item>rye'
    '</item></list></note></rdg></app> is</l>': "1 ash] elm B (or oak rye)",
    '<l n="1">the <app><lem>ash</lem><rdg wit="#B"><subst><del>elm</del><add>oak</add></subst>'
    '</rdg></app> is</l>': "1 ash] ⟦elm⟧\\oak/ B",
    '<l n="1">the <app><lem>ash</lem><rdg resp="#Moe"><surplus>ash</surplus></rdg></app> is</l>':
        "1 ash] {ash} Moe",
    '<l n="1">a <app><lem>dog barks</lem><rdg cause="transposition" wit="#B">barks dog</rdg>'
    '<rdg type="inversion" wit="#C"/></app></l>': "1 dog barks] transp. barks dog B; transp. C",
    '<sp><l n="7" part="I">Who <app><lem>comes</lem><rdg wit="#B">goes</rdg></app>?</l></sp>'
    '<sp><l part="F">A <app><lem>friend</lem><rdg wit="#C">fiend</rdg></app>.</l></sp>':
        "7 comes] goes B\n7 friend] fiend C",
    '<l n="1">the <app><lem>ash</lem><rdg wit="#C" cert="low">oak<note>perhaps</note></rdg></app>'
    "</l>":
        "1 ash] oak C (perhaps; certainty low)",
    '<l n="1">the <app><lem>ash</lem><rdg wit="#C" cert="low">oak<note>(perhaps)</note></rdg></app>'
    "</l>":
        "1 ash] oak C (perhaps; certainty low)",
    # Lines that somebody would move.
    '<ab><l n="4" xml:id="k">the <app><lem>ash</lem><rdg wit="#B">elm</rdg></app></l><l n="5">is'
    ' old</l><app><rdg source="#Moe"><l copyOf="#k"/></rdg><note>moved behind 5</note></app>'
    '<l n="6">so</l></ab>':
        "4 ash] elm B\n5 old] add. the ash Moe (moved behind 5)",
    '<ab><app><lem><l n="4" xml:id="k">the ash</l></lem><rdg resp="#Moe"><surplus><l copyOf="#k"/>'
    '</surplus></rdg></app></ab>': "4 the ash] {the ash} Moe",
    '<div n="2"><ab n="3">In <app><lem>the old <app><lem>days</lem><rdg wit="#B">times</rdg></app>'
    '</lem><rdg wit="#C"/></app> <app><lem>it</lem><rdg wit="#A">is</rdg></app></ab></div>':
        "2.3 the old days] om. C\n2.3 days] times B\n2.3 it] is A",
    '<div n="2"><p><milestone unit="verse" n="3"/>In <app><lem>the <milestone unit="verse" n="4"/>'
    'day</lem><rdg wit="#B"/></app> so</p></div>': "2.3–4 the day] om. B",
}  # fmt: skip

# The same two entries, in each of the ways that the Guidelines know.
WAYS = {
    "in place": ('<l n="1">The <app><lem>mill runs</lem><rdg wit="#B">hill ran</rdg></app> on</l>'
                 '<l n="2">and <app><lem>on</lem><rdg wit="#C"/></app></l>', "", ""),
    "double end-point": (
        '<l n="1">The <anchor xml:id="a"/>mill runs<anchor xml:id="b"/> on</l>'
        '<l n="2">and <seg xml:id="s">on</seg></l>', "",
        '<standOff><listApp><app from="#s"><rdg wit="#C"/></app>'
        '<app from="#a" to="#b"><rdg wit="#B">hill ran</rdg></app></listApp></standOff>'),
    "end-point at its place": (
        '<l n="1">The <anchor xml:id="a"/>mill runs<app from="#a"><lem>mill runs</lem>'
        '<rdg wit="#B">hill ran</rdg></app> on</l>'
        '<l n="2">and <seg xml:id="s">on</seg><app from="#s"><rdg wit="#C"/></app></l>', "", ""),
    "words named in a division of entries": (
        '<div><l n="1">The <seg xml:id="a">mill runs</seg> on</l>'
        '<l n="2">and <seg xml:id="s">on</seg></l></div>'
        '<div><ab><app from="#a"><lem>mill runs</lem><rdg wit="#B">hill ran</rdg></app> '
        '<app from="#s"><rdg wit="#C"/></app></ab></div>', "", ""),
    "location": (
        '<l n="1">The mill runs on</l><l n="2">and on</l>'
        '<div><head>Variae</head><listApp>'
        '<app loc="1"><lem>mill runs</lem><rdg wit="#B">hill ran</rdg></app>'
        '<app loc="2"><lem>on</lem><rdg wit="#C"/></app></listApp></div>',
        '<variantEncoding method="location-referenced" location="external"/>', ""),
}  # fmt: skip


def document(body: str, encoding: str = "<p>none</p>", after: str = "") -> str:
    """A whole document around some TEI."""
    return FRAME.format(
        witnesses=WITNESSES, encoding=encoding or "<p>none</p>", body=body, after=after
    )


@cache
def facts(tei: str) -> Facts:
    """The facts of a document, as tables are given them."""
    run = here().run("facts", ruled(tei).tree, "facts", {"labels": labels()})
    return facts_from(str(run.value.head))


def value(tei: str) -> Apparatus:
    """The apparatus of a document as a value."""
    return facts(tei).apparatus


def told_in_text(tei: str) -> list[str]:
    """The lines of the plain text's apparatus."""
    told = plain(tei, "reading").rpartition("## Apparatus\n\n")[2].partition("\n\n## S")[0]
    return told.strip().splitlines()


def told_on_page(tei: str) -> list[str]:
    """The items of the web page's list."""
    page: Any = html.fromstring(outputs(tei)["reading.html"])
    for aside in page.findall(".//small[@class='grounds']"):
        aside.drop_tree()
    return [" ".join("".join(map(str, one.itertext())).split()) for one in page.iterfind(".//ol/li")
            if (one.get("id") or "").startswith("t-")]  # fmt: skip


def told_at_foot(tei: str) -> list[str]:
    """What the book has at its foot, in the order of the calls, without keys."""
    page = html.fromstring(outputs(tei)["print.html"])
    found = page.xpath("//span[contains(@class, 'footnote variant')]")
    assert isinstance(found, list)
    return [
        " ".join("".join(map(str, one.itertext())).split())
        for one in found
        if isinstance(one, etree._Element)
    ]


@pytest.mark.parametrize("added", ["<label>Fog.</label>", "<l>Fog.</l>"])
def test_what_is_added_outside_of_all_lines(added: str) -> None:
    """Before the first line of a division there is no word that it could be told by."""
    tei = document(f'<app><lem/><rdg wit="#B">{added}</rdg></app><l n="12">Sun</l>')
    assert told_in_text(tei) == told_on_page(tei) == ["case add. Fog. B"]
    assert told_at_foot(tei) == ["add. Fog. B"]


@pytest.mark.parametrize(("body", "said"), SAID.items(), ids=SAID.values())
def test_an_entry_says(body: str, said: str) -> None:
    """Each reading with its own witnesses, the same in plain text, page and value."""
    tei = document(body)
    assert told_in_text(tei) == said.splitlines()
    assert told_on_page(tei) == said.splitlines()
    assert [one.line for one in value(tei).entries] == said.splitlines()
    if 'n="' in body:  # in the order in which their places begin
        assert told_at_foot(tei) == said.splitlines()


def test_a_heading_without_words_names_no_poem() -> None:
    """Its lines are counted all the same."""
    app = '<app><lem>ash</lem><rdg wit="#B">elm</rdg></app>'
    body = f"<div><head><lb/></head><l>one</l><l>the {app}</l></div>"
    tei = document(f'{body}<div n="2"><head>The Hill</head><l>three</l></div>')
    assert told_in_text(tei) == ["l. 2 ash] elm B"]


def test_the_only_stanza_of_a_poem_has_no_number() -> None:
    """Where its verses are lettered; several have one: the third is [3]."""
    verse = '<lg><l n="a">O <app><lem>rye</lem><rdg wit="#B">ray</rdg></app></l></lg>'
    tei = document("".join(f"<div><head>{one}</head>{verse}</div>" for one in "XY"))
    assert told_in_text(tei) == ["X, a rye] ray B", "Y, a rye] ray B"]


def test_a_printed_edition_is_called_by_its_number() -> None:
    """And one without a number by who made it and when."""
    edition = (
        '<bibl xml:id="D"{}><author>Bell</author>, <title>Salt</title>, <date>1900</date></bibl>'
    )
    for number, called in ((' n="7"', "7"), ("", "Bell 1900")):
        listed = f"{WITNESSES}<listBibl>{edition.format(number)}</listBibl>"
        body = '<l n="1">an <app><lem>ash</lem><rdg source="#D">elm</rdg></app></l>'
        tei = FRAME.format(witnesses=listed, encoding="<p>none</p>", body=body, after="")
        assert told_in_text(tei) == [f"1 ash] elm {called}"]


@pytest.mark.parametrize(
    ("around", "place"),
    [("<choice><sic>{}</sic><corr>sea</corr></choice>", "#c1"), ("<del>{}</del>", "#body1.l1")],
)
def test_an_entry_on_words_of_the_source_leads_to_what_the_reading_text_has(
    around: str, place: str
) -> None:
    """To what stands in their stead there, or to the line that they stood in."""
    words = 'an <app><lem>ash</lem><rdg wit="#B">elm</rdg></app>'
    page = html.fromstring(
        outputs(document(f'<l n="1">by {around.format(words)} so</l>'))["reading.html"]
    )
    assert page.xpath("//a[@class='entry-key']/@href") == [place]
    assert page.xpath(f"//*[@id='{place[1:]}']")


@pytest.mark.parametrize("way", WAYS)
def test_every_method_says_the_same(way: str) -> None:
    """In place, by two points, by the line; the text has its words once and no others."""
    body, encoding, after = WAYS[way]
    lines, listed, rest = body.partition("<div>")
    tei = document(f"<div><lg>{lines}</lg></div>{listed}{rest}", encoding, after)
    assert told_in_text(tei) == ["1 mill runs] hill ran B", "2 on] om. C"]
    assert told_on_page(tei) == told_in_text(tei)
    assert told_at_foot(tei) == told_in_text(tei)
    assert plain(tei, "reading").split("***\n\n")[1].split("\n\n")[0] == "The mill runs on\nand on"
    assert "Variae" not in plain(tei, "reading")


WORDS = {
    '<l>in <app><lem>the</lem><rdg wit="#C">this <lacunaStart/></rdg></app> rain</l>':
        "in the rain",
    '<l>in <app><rdg wit="#A">the </rdg><rdg wit="#C">this </rdg></app>rain</l>': "in the rain",
    '<l>a <app><lem>b<witDetail wit="#A"> red </witDetail></lem><rdg wit="#C">c</rdg></app> d</l>':
        "a b d",
    '<lg><app><lem><l>so</l><l>it</l></lem><rdg wit="#C"/></app><l>went</l></lg>': "so\nit\nwent",
}  # fmt: skip


@pytest.mark.parametrize(("body", "words"), WORDS.items(), ids=WORDS.values())
def test_readings_take_no_blank_from_the_text(body: str, words: str) -> None:
    """What ends a reading is no part of the words around its entry; lines of one are lines."""
    assert plain(document(body), "reading").split("***\n\n")[1].split("\n\n")[0] == words


@pytest.mark.parametrize("page", ["print.html", "reading.html", "epub.xhtml"])
def test_no_link_stands_within_a_link(page: str) -> None:
    """Entries, corrections and notes among the words of a reference; all are told."""
    tei = document(
        '<p xml:id="k">See <ref target="#k">part <app><lem>five</lem><rdg wit="#B">nine</rdg></app>'
        " <choice><sic>abuve</sic><corr>above</corr></choice><note>Or so.</note></ref>.</p>"
    )
    depth = deepest = 0
    for tag in re.findall(r"<(/?)a[\s>]", re.sub("<a [^>]*/>", "", outputs(tei)[page])):
        depth += -1 if tag else 1
        deepest = max(deepest, depth)
    assert deepest == 1
    assert told_at_foot(tei) == ["five] nine B", "above] abuve"]
    assert ('<a href="#k">part </a>' in outputs(tei)[page]) is (page != "print.html")


def test_words_of_two_lines_of_the_source_name_both() -> None:
    """On pages and in tables; the book has lines of its own."""
    tei = document(
        '<p><pb n="7"/><lb n="8"/>one <app><lem>two <lb n="9"/>or</lem><rdg wit="#B">to</rdg></app>'
        ' by <app><lem>five <pb n="8"/><lb n="1"/>six</lem><rdg wit="#C"/></app></p>'
    )
    assert told_in_text(tei) == ["7.8–9 two or] to B", "7.9–8.1 five six] om. C"]
    assert told_on_page(tei) == [one.line for one in value(tei).entries] == told_in_text(tei)


@pytest.mark.parametrize(
    "text",
    [
        '<div n="4"><p n="1"><seg n="1">In the day</seg> <seg n="2">of rain</seg></p></div>',
        '<p><milestone unit="chapter" n="4"/><milestone unit="verse" n="1"/>In the day '
        '<milestone unit="verse" n="2"/>of rain</p>',
    ],
)
def test_a_place_is_found_by_the_key_that_we_give_it(text: str) -> None:
    """Of a verse in paragraphs of a chapter, or one between milestones."""
    listed = '<div><listApp><app loc="4.2"><lem>rain</lem><rdg wit="#B">reign</rdg></app></listApp>'
    tei = document(f"{text}{listed}</div>")
    assert ruled(tei).diagnostics == ()
    assert told_in_text(tei) == told_on_page(tei) == told_at_foot(tei) == ["4.2 rain] reign B"]


def test_an_entry_for_a_line_that_there_is_not_is_told() -> None:
    """With the key that it gives, at the end of the text, at the foot of the book, too."""
    body = ('<lg><l n="1">The mill</l></lg><div><listApp><app loc="9"><lem>nihil</lem>'
            '<rdg wit="#C">nil</rdg></app></listApp></div>')  # fmt: skip
    assert told_in_text(document(body)) == ["9 nihil] nil C"]
    assert told_on_page(document(body)) == told_at_foot(document(body)) == ["9 nihil] nil C"]


LOST = {
    '<app from="#gone"><rdg wit="#C">corn</rdg></app>': "– corn C",
    '<app from="#k" to="#gone"><rdg wit="#C">corn</rdg></app>': "– corn C",
    '<app from="#gone" to="#k"><lem>the mill</lem><rdg wit="#C">corn</rdg></app>':
        "– the mill] corn C",
    '<app from="#k"><rdg wit="#C">corn</rdg></app>': "1 mill] corn C",
}  # fmt: skip


@pytest.mark.parametrize(("entry", "said"), LOST.items(), ids=LOST.values())
def test_an_entry_for_words_that_there_are_not_is_told_of_none(entry: str, said: str) -> None:
    """Where one end leads nowhere, it is neither at another word nor an addition to it."""
    tei = document(
        '<lg><l n="1">The <seg xml:id="k">mill</seg> runs</l></lg>'
        f"<div><listApp>{entry}</listApp></div>"
    )
    assert told_in_text(tei) == told_on_page(tei) == told_at_foot(tei) == [said]
    assert [one.code for one in ruled(tei).diagnostics] == ["T010"] * said.startswith("–")
    (row,) = (one for one in apparatus_rows(facts(tei), {}) if one["kind"] != "lemma")
    assert (row["kind"], row["key"]) == ("reading", said.split(maxsplit=1)[0])


def test_an_entry_among_the_words_that_points_nowhere_has_no_lemma() -> None:
    """The line in which it stands is known, and no more."""
    tei = document(
        '<lg><l n="1">The mill<app from="#gone"><rdg wit="#C">corn</rdg></app> runs</l></lg>'
    )
    assert told_in_text(tei) == told_on_page(tei) == told_at_foot(tei) == ["1 corn C"]
    assert [one.code for one in ruled(tei).diagnostics] == ["T010"]


def test_the_edition_says_how_entries_are_told() -> None:
    """Positive, keyed by the paragraph, with a base where there is no lemma."""
    body = ('<lg><l n="4">the <app><rdg wit="#A">ash</rdg><rdg wit="#B">oak</rdg></app></l></lg>'
            '<p>In <app><lem wit="#A">the</lem><rdg wit="#C">that</rdg></app> day</p>')  # fmt: skip
    said = 'xmlns:ed="urn:editio:ns" ed:positive="yes" ed:base="B" ed:key-by="paragraph" '
    tei = document(body).replace("<TEI ", f"<TEI {said}", 1)
    assert told_in_text(tei)[-1] == "1 the] A; that C"
    assert told_in_text(tei)[0].endswith("oak] B; ash A")
    assert told_on_page(tei) == told_in_text(tei)


def test_the_book_says_what_the_page_says() -> None:
    """The foot has the words of the list; a key that is that of the entry before is told once."""
    both = "".join(body for body in SAID if 'n="12"' in body)
    tei = document(f"<lg>{both}</lg>")
    said = [re.sub(r"^\S+ ", "", one) for one in told_at_foot(tei)]
    assert said == [re.sub(r"^\S+ ", "", one) for one in told_on_page(tei)]


def test_corrections_are_keyed_as_entries_are() -> None:
    """By chapter and verse, too: a foot has one set of keys."""
    app = '<app><lem>days</lem><rdg wit="#B">times</rdg></app>'
    tei = document(f'<div n="2"><ab n="3">In <supplied>old</supplied> {app}</ab></div>')
    assert told_at_foot(tei) == ["2.3 old] supplied", "2.3 days] times B"]


def test_of_entries_that_stand_apart_the_first_begins_first() -> None:
    """However far it goes, in every output."""
    tei = document(
        '<lg><l n="1"><anchor xml:id="a"/>The <seg xml:id="m">mill</seg> runs</l>'
        '<l n="2">and <anchor xml:id="b"/><seg xml:id="s">on</seg></l></lg>',
        after='<standOff><listApp><app from="#s"><rdg wit="#C"/></app><app from="#m">'
        '<rdg wit="#B">hill</rdg></app><app from="#a" to="#b"><rdg wit="#A"/></app></listApp>'
        "</standOff>",
    )
    said = ["1–2 The mill runs and] om. A", "1 mill] hill B", "2 on] om. C"]
    assert told_in_text(tei) == told_on_page(tei) == told_at_foot(tei) == said
    assert [one.line for one in value(tei).entries] == said


def test_a_siglum_is_bound_to_the_words_that_it_stands_with() -> None:
    """At the foot of the book; of many sigla the others may go to the next line."""
    sigla = {"#A": "\xa0A", "#A #B #C": "\xa0A\xa0B\xa0C", "#A #B #C #B2": "\xa0A B B² C"}
    for wit, bound in sigla.items():
        body = f'<l n="1">the <app><lem>ash</lem><rdg wit="{wit}">oak tree</rdg></app></l>'
        page: Any = html.fromstring(outputs(document(body))["print.html"])
        (note,) = page.xpath("//span[contains(@class, 'footnote variant')]")
        assert note.text_content() == f"1\xa0ash] oak tree{bound}"


def test_a_table_has_a_row_a_reading() -> None:
    """Groups are expanded; the lemma is a row, and so is what its witnesses have."""
    tei = document('<l n="4">the <app type="variants"><lem wit="#A">ash</lem>'
                   '<rdg wit="#fam" cert="low">oak</rdg></app></l>')  # fmt: skip
    rows = list(apparatus_rows(facts(tei), {"c1": (4, 7)}))
    assert [(one["kind"], one["reading"], one["wit_expanded"], one["cert"]) for one in rows] == [
        ("lemma", "ash", ["A"], ""),
        ("reading", "oak", ["B", "C"], "low"),
    ]
    assert {(one["line_from"], one["offset_from"], one["entry"]) for one in rows} == {
        ("4", 4, "ash] oak φ (certainty low)")
    }


def test_the_page_says_of_what_kind_readings_are_and_why_they_differ() -> None:
    """In the words of the source, on the card of the entry; the book says who has which."""
    tei = document('<l n="4">the <app><lem wit="#A">ash</lem><rdg wit="#B" cause="mis-hearing"'
                   ' type="#substantive">oak</rdg><rdg wit="#C" type="om." cause="om."/></app> is '
                   '<app><lem>so</lem><rdgGrp type="spelling"><rdg wit="#B">soe</rdg>'
                   '<rdg wit="#A">soo</rdg></rdgGrp>'
                   "</app></l>")  # fmt: skip
    pages = [outputs(tei)[name] for name in ("reading.html", "print.html")]
    said = [re.findall('<small class="grounds">(.*?)</small>', page) for page in pages]
    assert said == [["oak: substantive, mis hearing; C: om.", "soe, soo: spelling"], []]


def test_the_certainty_of_an_entry_is_that_of_its_readings() -> None:
    """Unless these have their own."""
    tei = document('<l n="4">the <app cert="low"><lem wit="#A">ash</lem><rdg wit="#B">oak</rdg>'
                   '<rdg wit="#C" cert="medium">elm</rdg></app></l>')  # fmt: skip
    assert [one["cert"] for one in apparatus_rows(facts(tei), {})] == ["low", "low", "medium"]


def test_witnesses_are_listed() -> None:
    """Sigla with what they stand for, in their order, groups and hands among them."""
    tei = document('<l n="4">the <app><lem>ash</lem><rdg wit="#C">oak</rdg></app></l>')
    assert [(one.siglum, one.kind, one.description) for one in value(tei).witnesses] == [
        ("A", "witness", "Lund, about 1400"),
        ("φ", "group", "the younger copies"),
        ("B", "witness", "B"),
        ("B²", "witness", "a corrector"),
        ("C", "witness", ""),
    ]
    assert "Lund, about 1400" in outputs(tei)["print.html"]


def test_who_lacks_a_place_is_known() -> None:
    """From where a witness breaks off to where it goes on."""
    entry = '<l n="{}"><app><lem>{}</lem><rdg wit="#C">{}</rdg></app></l>'
    words = ("a", "e"), ("u", "<lacunaStart/>"), ("o", "x"), ("i", "j<lacunaEnd/>"), ("z", "y")
    tei = document("".join(entry.format(n, *one) for n, one in enumerate(words, 1)))
    assert [one.absent for one in value(tei).entries] == [(), (), ("C",), (), ()]


def test_layers_are_kept_apart() -> None:
    """Sources stand in a layer of their own, with a heading, in text, page and book."""
    tei = document('<l n="1">the <app><lem>ash</lem><rdg wit="#C">oak</rdg></app> '
                   '<app type="sources"><lem>tree</lem><note>Edda 19</note></app></l>')  # fmt: skip
    assert [one.layer for one in value(tei).entries] == ["variants", "sources"]
    assert "### Readings\n\n1 ash] oak C\n\n### Sources\n\n1 tree] Edda 19" in plain(tei, "reading")
    assert 'data-layer="sources"' in outputs(tei)["reading.html"]
    assert 'data-layer="sources" data-band="1"' in outputs(tei)["print.html"]


@pytest.mark.parametrize(
    ("asked", "layers", "headings"),
    [
        ("variants testimonia sources", ["variants", "sources"], ["Readings", "Sources"]),
        ("variants testimonia", ["variants", "variants"], []),
    ],
)
def test_layers_are_those_that_an_edition_asks_for(
    asked: str, layers: list[str], headings: list[str]
) -> None:
    """Of which there is none has no heading; a kind that is not asked for is among the readings."""
    body = ('<l n="1">the <app><lem>ash</lem><rdg wit="#C">oak</rdg></app> '
            '<app type="source"><lem>tree</lem><note>Edda 19</note></app></l>')  # fmt: skip
    tei = document(body).replace("<TEI ", f'<TEI xmlns:ed="{EDITIO}" ed:layers="{asked}" ')
    assert [one.layer for one in value(tei).entries] == layers
    assert re.findall(r"### (\w+)", plain(tei, "reading")) == headings
    for page in (outputs(tei)["reading.html"], applied("epub", tei)["apparatus"]):
        assert re.findall(r"<h\d>(Readings|Testimonia|Sources)</h\d>", page) == headings


def test_an_entry_in_a_fault_that_tells_of_no_reading_is_not_at_the_foot() -> None:
    """The fault is."""
    entry = '<app><lem wit="#A">rye</lem></app>'
    tei = document(f'<l n="1">the <choice><sic>{entry}</sic><corr>ray</corr></choice></l>')
    assert told_at_foot(tei) == ["1 ray] rye"]


def test_an_entry_that_names_no_line_is_not_of_one_whose_number_is_empty() -> None:
    """It is told behind the words that it follows, wherever its lemma stands."""
    entry = '<div><listApp><app><lem>rye</lem><rdg wit="#B">ray</rdg></app></listApp></div>'
    for line in ("<lb/>", '<lb n=""/>'):
        tei = document(f"<p>{line}The rye</p><p>and oats</p>{entry}")
        assert told_in_text(tei) == ["¶ 2 rye] ray B"]
        assert outputs(tei)["reading.html"].count("entry-call") == 1


def test_an_entry_of_the_header_is_called_nowhere() -> None:
    """Its key leads to the text as a whole."""
    entry = '<listApp><app loc="7"><lem>x</lem><rdg>y</rdg></app></listApp>'
    page = outputs(document('<p n="1">rye</p>', f"<p>By hand {entry}</p>"))["reading.html"]
    assert 'class="entry-key" href="#case"' in page
    assert "entry-call" not in page


def test_a_reading_between_two_verses_is_keyed_by_the_first_of_them() -> None:
    """Also where it has lines without numbers in it."""
    reading = '<app><rdg wit="#B"><l>rye</l></rdg><note>in pencil</note></app>'
    tei = document(f'<lg><l n="20">oats</l>{reading}<l n="21">corn</l></lg>')
    assert [one.line.split()[0] for one in value(tei).entries] == ["20"]
    said = '<p>aside <app><lem>oats</lem><rdg wit="#B">corn</rdg></app></p>'
    tei = document(f'<sp><l n="7">rye</l>{said}<l n="8">salt</l></sp>')
    assert told_in_text(tei) == ["7 oats] corn B"]


@pytest.mark.parametrize(
    ("second", "keys"),
    [
        ('<div n="2"><lg n="1">{0}</lg></div>', ["1.1", "1.2", "1.3", "2.1"]),
        ('<div n="2"><lg n="3">{3}</lg></div>', ["1", "2", "3", "4"]),
        ("<quote>{0}</quote>", ["1", "2", "3", "1"]),
    ],
)
def test_numbers_that_begin_anew_are_those_of_their_poem(second: str, keys: list[str]) -> None:
    """Of the division in which they do, not of a stanza; then all of its lines have it."""
    line = '<l n="{}">by <app><lem>day</lem><rdg wit="#B">way</rdg></app> on</l>'
    lines = [line.format(number) for number in (1, 2, 3, 4)]
    first = '<div n="1"><lg n="1">{0}{1}</lg><lg n="2">{2}</lg></div>'
    found = value(document((first + second).format(*lines))).entries
    assert [one.line.split()[0] for one in found] == keys


SONG = "<{0}>{1}<l n='1'>Grey {2}</l><l n='2'>wet {2} and <app><lem>{2} rye</lem>"
SONG += "<rdg wit='#B'>oats</rdg></app></l></{0}>"


@pytest.mark.parametrize(
    ("songs", "keys"),
    [
        ([("div", "Dawn"), ("div", "Dusk")], ["Dawn, 1", "Dawn, 2", "Dusk, 1", "Dusk, 2"]),
        ([("lg", "Dawn"), ("lg", "Dusk")], ["Dawn, 1", "Dawn, 2", "Dusk, 1", "Dusk, 2"]),
        ([("div n='4'", "Dawn"), ("div", "Dusk")], ["4.1", "4.2", "Dusk, 1", "Dusk, 2"]),
        ([("div", "Dawn"), ("div", "")], ["Dawn, 1", "Dawn, 2", "1", "2"]),
        ([("div", "Dawn")], ["1", "2"]),
    ],
)
def test_numbers_that_begin_anew_in_poems_without_one_are_told_with_the_heading(
    songs: list[tuple[str, str]], keys: list[str]
) -> None:
    """In list and table, for corrections too; at the foot the heading is a part of its own."""
    choice = "<choice><sic>stoen</sic><corr>stone</corr></choice>"
    body = "".join(
        SONG.format(name, f"<head>{head}</head>" if head else "", choice).replace(
            f"</{name}>", f"</{name.split()[0]}>"
        )
        for name, head in songs
    )
    tei = document(body)
    entries = value(tei).entries
    assert [one.start for one in entries] == keys[1::2]
    page: Any = html.fromstring(outputs(tei)["reading.html"])
    rows = page.xpath("//section[@class='apparatus']//th[@scope='row']/a/text()")
    assert list(dict.fromkeys(rows)) == keys
    foot: Any = html.fromstring(outputs(tei)["print.html"])
    said = foot.xpath("//a[contains(@class, 'line-key')]")
    assert list(dict.fromkeys("".join(one.itertext()) for one in said)) == keys
    heads = {one.findtext("b") for one in said} - {None}
    assert heads == {f"{one.rpartition(', ')[0]}, " for one in keys if ", " in one}


def test_a_range_of_verses_names_its_poem_once() -> None:
    """And a part of a division that goes on in the next has the number of the whole."""
    lines = "<app><lem><l n='1'>rye</l><l n='2'>oats</l></lem><rdg wit='#B'/></app>"
    poems = "".join(f"<div><head>{head}. 3</head>{lines}</div>" for head in ("No", "Nos"))
    assert [(one.start, one.end) for one in value(document(poems)).entries] == [
        ("No. 3, 1", "2"),
        ("Nos. 3, 1", "2"),
    ]
    line = "<l n='{}'>by <app><lem>day</lem><rdg wit='#B'>way</rdg></app> on</l>"
    halves = [
        f"<div><head>A</head>{line.format(1)}</div>",
        f"<div><head>B</head>{line.format(2)}</div>",
    ]
    books = "".join(f"<div n='{n}'>{''.join(halves)}</div>" for n in (1, 2))
    assert [one.start for one in value(document(books)).entries] == ["1.1", "1.2", "2.1", "2.2"]


def test_a_heading_that_several_poems_have_stands_behind_that_of_their_part() -> None:
    """With all of its lines; at the foot both are before the number."""
    line = "<l n='{}'>by <app><lem>day</lem><rdg wit='#B'>way</rdg></app> on</l>"
    one, two = line.format(1), line.format(2)
    songs = [f"<div><head>{head}</head>{{}}</div>" for head in ("Song", "Reply")]
    acts = [
        songs[0].format(one + two) + songs[1].format(one),
        songs[0].format(one) + songs[1].format(one),
    ]
    tei = document(
        "".join(f"<div><head>Act {n}</head>{act}</div>" for n, act in enumerate(acts, 1))
    )
    keys = [
        "Act 1, Song, 1",
        "Act 1, Song, 2",
        "Act 1, Reply, 1",
        "Act 2, Song, 1",
        "Act 2, Reply, 1",
    ]
    assert [one.start for one in value(tei).entries] == keys
    foot: Any = html.fromstring(outputs(tei)["print.html"])
    assert ["".join(one.itertext()) for one in foot.xpath("//a[@data-line]")] == keys


POEM = """<div{}><lg><l>Grey <app><lem wit="#A">sky</lem><rdg wit="#B">sea</rdg></app>.</l>
</lg></div>"""


@pytest.mark.parametrize(
    ("first", "second", "places"),
    [
        (' n="1">', ' n="2">', ["1, l. 1", "2, l. 1"]),
        ("><head>Dawn</head>", "><head>Dusk</head>", ["Dawn, l. 1", "Dusk, l. 1"]),
        (">", "><head>Dusk</head>", ["l. 1", "l. 1"]),
    ],
)
def test_lines_without_numbers_are_those_of_their_poem(
    first: str, second: str, places: list[str]
) -> None:
    """Where there are several; what is not named cannot be told."""
    body = "".join(POEM.replace("{}>", start) for start in (first, second))
    assert [one.split(" sky]")[0] for one in told_in_text(document(body))] == places
    assert [one.place for one in value(document(body)).entries] == places


def test_lettered_verses_are_keyed_by_canto_and_stanza() -> None:
    """Also where a canto has one stanza, and where numbers of two cantos are the same."""
    app = "<app><lem wit='#A'>sky</lem><rdg wit='#B'>sea</rdg></app>"
    stanza = f"<lg n='{{}}'><l n='a'>The {app}</l><l n='b'>is {app}</l></lg>"
    cantos = (stanza.format(1) + stanza.format(2), stanza.format(1))
    found = told_in_text(
        "".join(f"<div n='{n}'>{canto}</div>" for n, canto in enumerate(cantos, start=1))
    )
    keys = ["1.1.a", "1.1.b", "1.2.a", "1.2.b", "2.1.a", "2.1.b"]
    assert [one.split()[0] for one in found] == keys


def test_lettered_verses_of_stanzas_without_numbers_are_keyed_by_rank() -> None:
    """In brackets, as the source does not count them."""
    line = '<l n="a">The <app><lem>{}</lem><rdg wit="#B">mill</rdg></app></l><l n="b">runs</l>'
    body = "".join(f"<lg>{line.format(word)}</lg>" for word in ("hill", "till"))
    assert told_in_text(document(body)) == ["[1].a hill] mill B", "[2].a till] mill B"]


def test_a_line_is_named_of_the_text_and_not_of_its_translation() -> None:
    """Whose paragraphs may have the numbers of the lines."""
    body = (
        '<div type="edition"><ab><lb n="1"/>mola currit</ab></div><div type="apparatus"><listApp>'
        '<app loc="1"><lem>mola</lem><rdg wit="#B">mala</rdg></app></listApp></div>'
        '<div type="translation"><p n="1">The mill runs.</p></div>'
    )
    made = ruled(document(body))
    assert [one.code for one in made.diagnostics] == []
    assert told_in_text(document(body)) == ["1 mola] mala B"]


def test_segments_whose_numbers_begin_anew_are_keyed_by_their_paragraph() -> None:
    """Behind the chapter; where they go on, by the chapter and their own number."""
    app = "<app><lem wit='#A'>sky</lem><rdg wit='#B'>sea</rdg></app>"
    body = "<div n='1'>{}</div>".format(
        "".join(
            f"<p n='{p}'><seg n='1'>The {app}</seg> <seg n='2'>is {app}</seg></p>" for p in "12"
        )
    )
    found = told_in_text(document(body))
    assert [one.split()[0] for one in found] == ["1.1.1", "1.1.2", "1.2.1", "1.2.2"]
    body = (
        f"<div n='1'><p n='1'><seg n='1'>A {app}</seg></p><p n='2'><seg n='2'>{app}</seg></p></div>"
    )
    found = told_in_text(document(body))
    assert [one.split()[0] for one in found] == ["1.1", "1.2"]


def test_what_a_lemma_that_stands_apart_repeats_is_told_once() -> None:
    """A correction in it is that of the text."""
    words = "m<choice><sic>u</sic><corr>o</corr></choice>la"
    body = (
        f"<lg><l n='1'>{words} currit</l></lg><div type='apparatus'><listApp><app loc='1'><lem>"
        f"{words}</lem><rdg wit='#B'>mala</rdg></app></listApp></div>"
    )
    page = outputs(document(body))["reading.html"]
    assert page.count("<td>corrected</td>") == 1


def test_poems_of_several_books_are_keyed_by_both() -> None:
    """Where lines begin anew in each poem, and poems in each book."""
    app = "<app><lem wit='#A'>sky</lem><rdg wit='#B'>sea</rdg></app>"
    poem = f"<div n='{{}}'><l n='1'>The {app}</l><l n='2'>is</l></div>"
    book = f"<div n='{{}}'>{poem.format(1)}{poem.format(2)}</div>"
    found = told_in_text(book.format("I") + book.format("II"))
    assert [one.split()[0] for one in found] == ["I.1.1", "I.2.1", "II.1.1", "II.2.1"]


@pytest.mark.parametrize(("second", "keys"), [("1", ["1.1.2", "2.1.2"]), ("2", ["1.2", "2.2"])])
def test_chapters_of_books_are_keyed_by_both_where_they_begin_anew(
    second: str, keys: list[str]
) -> None:
    """Book, chapter, paragraph; where chapters go on, the book is not needed."""
    app = "<app><lem wit='#A'>sky</lem><rdg wit='#B'>sea</rdg></app>"
    book = f"<div n='{{}}'><div n='{{}}'><p n='1'>So.</p><p n='2'>The {app}.</p></div></div>"
    found = told_in_text(book.format(1, 1) + book.format(2, second))
    assert [one.split()[0] for one in found] == keys


def test_verses_of_a_translation_are_no_others() -> None:
    """The verses beside which it stands keep their plain numbers."""
    app = "<app><lem wit='#A'>sal</lem><rdg wit='#B'>sol</rdg></app>"
    text = f"<div n='1'><l n='1'>Est {app}</l><l n='2'>hic</l></div>"
    translation = "<div type='translation'><l n='1'>It is</l><l n='2'>here</l></div>"
    (found,) = told_in_text(text + translation)
    assert found.split()[0] == "1"


def test_a_list_of_entries_has_its_own_heading() -> None:
    """What the source calls it stands above it, also where there is no other list."""
    text = "<p>The <w xml:id='w1'>sky</w> is.</p>"
    list_ = "<listApp{0}><head>{1}</head><app from='#w1'><rdg wit='#B'>sea</rdg></app></listApp>"
    one = text + "<back>" + list_.format("", "Readings of the copies") + "</back>"
    two = (
        text
        + "<back>"
        + list_.format("", "Copies")
        + list_.format(" type='testimonia'", "Who quotes it")
        + "</back>"
    )
    said = ["### Copies", "", "¶ 1 sky] sea B", "", "### Who quotes it", "", "¶ 1 sky] sea B"]
    assert told_in_text(one) == ["### Readings of the copies", "", "¶ 1 sky] sea B"]
    assert told_in_text(two) == said
    assert "<h3>Readings of the copies</h3>" in outputs(one)["reading.html"]


def test_the_book_keys_an_inscription_by_its_own_lines() -> None:
    """Entries and what the editors did, at the foot and in the table of all."""
    tei = (
        "<div type='edition'><ab><lb n='3'/>Ave <supplied reason='lost'>sal</supplied> est <lb"
        " n='7'/>mare <app><lem>hic</lem><rdg>hac</rdg></app> et</ab></div>"
    )
    page: Any = html.fromstring(outputs(tei)["print.html"])
    keys = page.xpath("//a[contains(@class, 'line-key')]")
    assert ["".join(one.itertext()) for one in keys] == ["3", "7"]
    (place,) = page.xpath("//th[a/@class = 'place']")
    assert "".join(place.itertext()) == ", 3"
    assert [one.line.split()[0] for one in value(tei).entries] == ["7"]


def test_a_witness_that_has_a_siglum_and_no_id() -> None:
    """It is named by its siglum, and its readings keep theirs."""
    body = '<l n="1">the <app><lem wit="A">sky</lem><rdg wit="B C">sea</rdg></app></l>'
    witnesses = "<listWit><witness n='A'>Lund</witness><witness n='B'>Ulm</witness></listWit>"
    case = FRAME.format(witnesses=witnesses, encoding="", body=f"<lg>{body}</lg>", after="")
    assert "1 sky] sea B C" in plain(case, "reading")
    rows = re.findall(r"<tr.*?</tr>", outputs(case)["reading.html"], re.DOTALL)
    (row,) = [one for one in rows if "Ulm" in one]
    assert re.sub("<[^>]*>", " ", row).split() == ["B", "Ulm", "1"]


def test_entries_in_a_division_of_their_own_that_name_lines() -> None:
    """They are at the lines that they name, and no words of the text."""
    body = (
        "<div type='edition'><ab><lb n='1'/>the sky <lb n='2'/>is grey</ab></div><div"
        " type='apparatus'><head>Apparatus</head><p><app loc='2'><lem>grey</lem><rdg wit='#B'>blue"
        "</rdg></app></p></div>"
    )
    case = FRAME.format(witnesses=WITNESSES, encoding="", body=body, after="")
    text = plain(case, "reading").split("***")[1]
    assert "2 grey] blue B" in text.split("## Apparatus")[1]
    assert text.split("## Apparatus")[0].split() == ["1", "the", "sky", "2", "is", "grey"]


def test_a_lemma_with_signs_is_found_in_its_line() -> None:
    """Whatever signs it has: none of them is one of an expression that looks for it."""
    body = '<lg><l n="1">old salt/sea (or) [rye] a-b 5$ x|y here</l></lg>'
    for lemma in ("salt/sea", "(or) [rye]", "a-b 5$", "x|y"):
        entry = f'<app loc="1"><lem>{lemma}</lem><rdg wit="#B">so</rdg></app>'
        text = document(body).replace("</body>", f"</body><back><listApp>{entry}</listApp></back>")
        assert told_in_text(text) == [f"1 {lemma}] so B"]


PLACES = {
    '<app loc="7"><lem>the</lem><rdg wit="#B">that</rdg></app>': "7 the] that B",
    '<app loc="7"><lem>the<hi rend="sup">2</hi></lem><rdg wit="#B">a</rdg></app>': "7 the²] a B",
    '<app loc="7"><lem>rye</lem><rdg wit="#B">oat</rdg></app>': "7 rye] oat B",
    '<app loc="7-9"><rdg wit="#B"/></app>': "7–9 om. B",
    '<app loc="7 sq."><rdg wit="#B">oat</rdg></app>': "7 sq. oat B",
    '<app loc="8"><rdg wit="#B"/></app>': "8 and oats] om. B",
    '<app loc="8"><note>As Moe has it.</note></app>': "8 As Moe has it.",
    '<app loc="s-2"><lem>oats</lem><rdg wit="#B">corn</rdg></app>': "8 oats] corn B",
    '<app loc="urn:cts:latinLit:moe.rye:8@oats"><lem>oats</lem><rdg wit="#B">corn</rdg></app>':
        "8 oats] corn B",
    '<app from="#w1" to="#w2"><note>Moe 3.</note></app>': "7–8 rye and the corn and] Moe 3.",
    '<app from="#w2" to="#w1"><rdg wit="#B">so</rdg></app>': "– so B",
}  # fmt: skip


@pytest.mark.parametrize(("entry", "said"), PLACES.items(), ids=PLACES.values())
def test_an_entry_says_no_more_of_its_place_than_the_source(entry: str, said: str) -> None:
    """Which of several equal words is meant, or which of several lines, only where it is said."""
    lines = (
        '<l n="7">the <w xml:id="w1">rye</w> and the corn</l><l n="8"><w xml:id="w2">and</w> '
        '<seg xml:id="s-2">oats</seg></l><l n="9">are ripe</l>'
    )
    tei = document(f"<lg>{lines}</lg><div type='apparatus'><listApp>{entry}</listApp></div>")
    assert told_in_text(tei) == told_on_page(tei) == told_at_foot(tei) == [said]
    (first, *_) = apparatus_rows(facts(tei), {})
    ends = dict.fromkeys(str(first[end]) for end in ("line_from", "line_to"))
    assert said.startswith(f"{'–'.join(ends)} ")


def test_a_part_of_one_paragraph_is_named_by_its_number() -> None:
    """With that of what is around it; one of several paragraphs names none of them."""
    part = '<div type="textpart" subtype="section" n="{}"><p>Of {} and oats.</p>{}</div>'
    body = "".join(
        f'<div type="textpart" subtype="chapter" n="{n}">{part.format(1, word, "")}'
        f"{part.format(2, 'hay', '<p>And oats.</p>')}</div>"
        for n, word in ((1, "rye"), (2, "corn"))
    )
    apps = "".join(
        f'<app loc="{loc}"><lem>oats</lem><rdg wit="#B">oat</rdg></app>' for loc in ("2.1", "1.2")
    )
    tei = document(f"{body}<div type='apparatus'><listApp>{apps}</listApp></div>")
    assert told_in_text(tei) == ["2.1 oats] oat B", "1.2 oats] oat B"]
    page: Any = html.fromstring(outputs(tei)["reading.html"])
    (place,) = page.xpath("//a[@class='entry-key'][.='2.1']/@href")
    (words,) = page.xpath(f"//p[.//*[@id='{place[1:]}']]")
    assert words.text_content().startswith("Of corn")
    assert [one.subject for one in ruled(tei).diagnostics] == ["“1.2”"]


def test_no_witness_has_words_that_say_that_it_has_none() -> None:
    """In the table of all; a word of the language of the text is a reading."""
    app = '<app><lem wit="#A">ash</lem><rdg wit="#B">{}</rdg><rdg wit="#C">{}</rdg></app>'
    for lang, words, readings in (
        ("en", ("om.", "deest"), ["ash", "", ""]),
        ("la", ("deest", "fehlt"), ["ash", "deest", ""]),
        ("sa", ("om", "om."), ["ash", "om", ""]),
    ):
        tei = document(f'<l n="1" xml:lang="{lang}">the {app.format(*words)} is</l>')
        rows = list(apparatus_rows(facts(tei), {}))
        assert [one["reading"] for one in rows] == readings
        assert [one["kind"] == "omission" for one in rows] == [not one for one in readings]


def test_a_siglum_in_brackets_is_all_that_is_said_of_a_witness() -> None:
    """It is the siglum, and not the id that a program gave."""
    body = '<l n="1">the <app><lem wit="#w1">sky</lem><rdg wit="#w2">sea</rdg></app></l>'
    listed = "<witness xml:id='w1'>[C]</witness><witness xml:id='w2'>【大】</witness>"
    witnesses = f"<listWit>{listed}<witness xml:id='w3'>Lund</witness></listWit>"
    case = FRAME.format(witnesses=witnesses, encoding="", body=f"<lg>{body}</lg>", after="")
    assert "1 sky] sea 【大】" in plain(case, "reading")
    rows = re.findall(r"<tr.*?</tr>", outputs(case)["reading.html"], re.DOTALL)
    said = [re.sub("<[^>]*>", " ", one).split() for one in rows]
    assert ["w3", "Lund"] in said
    assert not [one for one in said if one.count("【大】") > 1 or "w2" in one]


def test_what_is_said_of_a_witness_has_the_blanks_of_the_source() -> None:
    """Neither one in brackets, nor between the letters of a word."""
    said = "Cod. Lund<hi rend='sup'>c</hi> (<date>1901</date>)"
    witnesses = f"<listWit><witness xml:id='A'>{said}</witness></listWit>"
    case = FRAME.format(witnesses=witnesses, encoding="", body="<p>a</p>", after="")
    (one,) = value(case).witnesses
    assert one.description == "Cod. Lundc (1901)"


def test_a_pointer_in_what_is_said_of_a_witness_is_read_as_its_address() -> None:
    """Words, address, words; a pointer to a place of the file says nothing."""
    said = "Lund<bibl>, <ptr target='https://example.org/a'/></bibl>; copied<ptr target='#x'/>"
    witnesses = f"<listWit><witness xml:id='A'>{said}</witness></listWit>"
    case = FRAME.format(witnesses=witnesses, encoding="", body="<p>a</p>", after="")
    (one,) = value(case).witnesses
    assert one.description == "Lund, https://example.org/a; copied"


def test_a_witness_that_is_described_or_a_record_is_told_in_every_list() -> None:
    """Where a manuscript lies, and a book as the list of sources has it."""
    witnesses = (
        '<listWit><witness xml:id="A"><msDesc><msIdentifier><settlement>Lund</settlement><idno>MS 7'
        '</idno></msIdentifier></msDesc></witness><witness xml:id="B"><bibl><author>Ida Holm'
        "</author><author>Bo Reed</author><title>Mills</title><date>1901</date></bibl></witness>"
        "</listWit>"
    )
    body = '<p>A <app><lem wit="#A">hill</lem><rdg wit="#B">mill</rdg></app></p>'
    tei = document(body).replace(WITNESSES, witnesses)
    assert "A: Lund, MS 7\nB: Ida Holm and Bo Reed, Mills (1901)" in plain(tei, "reading")
    page = " ".join(re.sub("<[^>]*>", " ", outputs(tei)["reading.html"]).split())
    assert "A Lund, MS 7 B Ida Holm and Bo Reed, Mills (1901) 1" in page


def test_a_detail_that_points_to_the_lemma_tells_of_its_witness() -> None:
    """What is said of a witness stands with the reading that this has."""
    entry = (
        '<app><lem xml:id="l1" wit="#A">rye</lem><rdg wit="#B">oats</rdg>'
        '<witDetail wit="#B" target="#l1">above</witDetail></app>'
    )
    (one,) = value(document(f"<p>So {entry}.</p>")).entries
    assert one.line == "¶ 1 rye] oats B (above)"


def test_a_hand_without_a_witness_is_told() -> None:
    """Readings of the scribe and of correctors of one manuscript have hands and no sigla."""
    readings = "<rdg hand='#first'>rye</rdg><rdg hand='#{}'>oats</rdg>"
    for name, told in (
        ("hd9", "hand 9"),
        ("corrector2", "corrector 2"),
        ("later", "hand later"),
        ("h2", "hand 2"),
    ):
        case = document(f"<p>So <app>{readings.format(name)}</app>.</p>")
        assert [one.line for one in value(case).entries] == [f"¶ 1 rye] oats ({told})"]


def test_a_hand_is_listed_under_the_name_that_entries_have_for_it() -> None:
    """By its number, or that of its id, and never by the id itself."""
    tei = document('<p>So <app><lem wit="#A">rye</lem><rdg hand="#h2">oats</rdg></app>.</p>')
    assert "\nhand 2: x" in plain(tei, "reading")
    for name in ("reading.html", "print.html"):
        page = " ".join(re.sub("<[^>]*>", " ", outputs(tei)[name]).split())
        assert "hand 2 x" in page.replace(":", ""), name
        assert "h2 x" not in page
    numbered = tei.replace('<handNote xml:id="h2" n="2">x', '<handNote xml:id="corrector2">x')
    assert "\ncorrector 2: x" in plain(numbered.replace("#h2", "#corrector2"), "reading")


def test_the_foot_names_sources_as_their_list_does() -> None:
    """A witness by its siglum, another source by its title, and neither by its id."""
    body = (
        '<p>to <supplied reason="lost" source="#mill-roll">the mill</supplied> '
        '<supplied reason="lost" source="#B2">and on</supplied></p>'
    )
    listed = '<bibl xml:id="mill-roll"><title>The Roll of the Mill</title></bibl></sourceDesc>'
    tei = document(body).replace("</sourceDesc>", listed)
    assert told_at_foot(tei) == [
        "the mill] supplied (The Roll of the Mill)",
        "and on] supplied B²",
    ]
    page = html.fromstring(outputs(tei)["print.html"])
    assert page.find(".//*[@data-siglum='mill-roll']") is None


def test_an_entry_within_a_fault_of_the_source_is_about_the_words_of_the_source() -> None:
    """An addition in a sic or a deletion is named by the word before it there; it leads to what the
    text has instead, and is told at the foot, too.
    """
    added = '<app><lem/><rdg wit="#A">of</rdg></app>'
    tei = document(
        f'<p xml:id="p1">Dear <choice><sic>windd {added} oats</sic><corr>oats</corr></choice> is'
        f" and <del>salt {added}</del> <choice><corr>rye</corr><sic>a <app><lem>rey</lem>"
        '<rdg wit="#C">ry</rdg></app></sic></choice>.</p>'
    )
    said = ["windd] add. of A", "salt] add. of A", "rey] ry C"]
    assert [one.removeprefix("¶ 1 ") for one in told_in_text(tei)] == said
    assert [one.removeprefix("¶ 1 ") for one in told_on_page(tei)] == said
    assert [one for one in told_at_foot(tei) if one in said] == said
    keys = html.fromstring(outputs(tei)["reading.html"]).iterfind(".//a[@class='entry-key']")
    assert [one.get("href") for one in keys] == ["#c1", "#p1", "#c4"]


def test_lines_of_several_faces_are_keyed_by_face_and_line_where_numbers_begin_anew() -> None:
    """In every output; an entry that stands apart finds the face that it names."""
    face = '<div type="textpart" subtype="face" n="{}"><ab><lb n="{}"/>{}</ab></div>'
    faces = [
        ("a", 1, 'the <app><lem>ash</lem><rdg wit="#C">oak</rdg></app><lb n="2"/>is grey'),
        (
            "b",
            1,
            'a <supplied>stone</supplied><lb n="2"/>is <supplied>so</supplied>',
        ),
        ("c", 3, 'by <app><lem>then</lem><rdg wit="#C">thin</rdg></app>'),
    ]
    apart = '<app loc="b.2"><lem>is</lem><rdg wit="#C">iz</rdg></app>'
    tei = document(
        f'<div type="edition">{"".join(face.format(*one) for one in faces)}</div>'
        f'<div type="apparatus"><listApp>{apart}</listApp></div>'
    )
    said = ["a.1 ash] oak C", "b.2 is] iz C", "3 then] thin C"]
    assert told_in_text(tei) == told_on_page(tei) == said
    assert told_at_foot(tei) == [
        said[0], "b.1 stone] supplied", said[1], "b.2 so] supplied", said[2]
    ]  # fmt: skip


def test_entries_about_words_of_a_note_stand_in_the_note() -> None:
    """In the book, wherever the note stands: no line has its words. Other outputs list them."""
    app = '<app><lem wit="#A">{0}</lem><rdg wit="#C">{0}e</rdg></app>'
    apart = '<app from="#w1"><lem>loam</lem><rdg wit="#C">lome</rdg></app>'
    tei = document(
        f"<p>Clay<note>of {app.format('mud')}<note>in {app.format('silt')}</note></note> and "
        f'<note place="margin">a {app.format("marl")} or <note place="inline">some '
        f'{app.format("peat")}</note></note> <note place="end">of {app.format("chalk")} '
        f'<w xml:id="w1">loam</w></note>.</p>',
        after=f"<standOff><listApp>{apart}</listApp></standOff>",
    )
    said = [f"{one}] {one}e C" for one in ("mud", "silt", "marl", "peat", "chalk")]
    said.append("loam] lome C")
    assert [one.removeprefix("¶ 1 ") for one in told_in_text(tei)] == said
    page: Any = html.fromstring(outputs(tei)["print.html"])
    notes = page.xpath("//*[contains(@class, 'footnote') or @class = 'endnote']")
    told = [
        ["".join(e.itertext()).replace("\xa0", " ") for e in one.iterfind("span[@class='of-note']")]
        for one in notes
    ]
    assert told == [said[:1], said[1:2], said[2:4], said[4:]]
    assert told_at_foot(tei) == []


LACKING = {
    '<app><lem wit="#A">peat</lem><rdg wit="#B"><lacunaStart/></rdg></app> slow and even <app><lem '
    'wit="#A">was</lem><rdg wit="#B"><lacunaEnd/>wes</rdg></app>': "peat slow and even",
    '<app><lem wit="#A">peat</lem><rdg wit="#B">pea<lacunaStart/></rdg></app> slow <app><lem '
    'wit="#A">was</lem><rdg wit="#B"><lacunaEnd/></rdg></app>': "slow was",
    '<app><lem wit="#A #B">peat <lacunaStart wit="#B"/>and</lem><rdg wit="#C">fen</rdg></app> slow'
    '<app><lem wit="#A">wind</lem><rdg wit="#C">winds<lacunaEnd wit="#B"/></rdg></app>':
        "and slowwind",
    '<app><lem wit="#A">peat</lem><rdg wit="#B"><lacunaStart/></rdg></app> for one and two and '
    'three and four and <app><lem wit="#A">was</lem><rdg wit="#B"><lacunaEnd/>wes</rdg></app>':
        "peat for one and … three and four and",
    '<app><lem wit="#A">peat</lem><rdg wit="#B"><lacunaStart/></rdg></app> slow':
        "peat slow breath. …",
}  # fmt: skip


@pytest.mark.parametrize(("body", "words"), LACKING.items(), ids=LACKING.values())
def test_what_a_witness_lacks_is_told_as_the_text_has_it(body: str, words: str) -> None:
    """All of few words, in their order and once, on the page and in the book."""
    tei = document(f"<p>We burn {body} breath.</p>")
    for name in ("reading.html", "print.html"):
        page: Any = html.fromstring(outputs(tei)[name])
        (row,) = page.xpath("//table[@class='passages']/tbody/tr")
        said, _, having, *_ = (one.text_content() for one in row.iterfind("td"))
        assert (said, having) == (words, "A")


def test_corrections_of_words_of_a_note_stand_in_the_note() -> None:
    """As at the foot: what the source has, and the ground where no source is named."""
    choice = '<choice><sic>{0}</sic><corr evidence="internal" cert="medium">{1}</corr></choice>'
    tei = document(
        f"<p>Clay<note>of {choice.format('mudd', 'mud')}<note>in <surplus>a</surplus> silt</note>"
        f"</note> and {choice.format('lome', 'loam')}.</p>"
    )
    page: Any = html.fromstring(outputs(tei)["print.html"])
    told = ["".join(one.itertext()) for one in page.xpath("//*[@class='of-note']")]
    why = "(internal evidence; certainty medium)"
    assert sorted(told) == ["left out a", f"mud] mudd {why}"]
    assert told_at_foot(tei) == [f"loam] lome {why}"]
