"""Words of a text are followed to its pages: what is lost, glued, doubled or moved is told."""

import pytest
from editio.model.words import Hunk
from editio.render.conservation import conserved
from editio.render.hunks import finer
from editio.render.job import behaviours, here

from tests.rules.outputs import READINGS, document, outputs, plain

PREPARED = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:ed="urn:editio:ns"><text><body>
<head ed:at="1:1">On rivers</head><p ed:at="2:1">Anna Green went down to the river<note ed:id="n1"
ed:at="2:9">The <hi>Avon</hi>.</note> and came back up.</p></body></text></TEI>"""
RULED = """<ed:document xmlns:ed="urn:editio:ns">
<ed:metadata><ed:field>Rivers</ed:field></ed:metadata>
<ed:text><ed:heading at="1:1">On rivers</ed:heading><ed:paragraph at="2:1">Anna Green went down to
the river<ed:note id="n1" n="1" at="2:9">The <ed:inline>Avon</ed:inline>.</ed:note> and came back
up.</ed:paragraph></ed:text></ed:document>"""
HTML = """<main><h1>On rivers</h1><p id="p1"><a class="pl" href="#p1">p1</a>Anna Green went down to
the river<a role="doc-noteref" href="#n1">1</a> and came back up.</p>
<ol><li id="n1"><b>1</b> The <i>Avon</i>.</li></ol></main>"""
TEXT = "On rivers\n\nAnna Green went down to the river[1] and came back up.\n\n[1] The Avon.\n"

HALF = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="case" xml:lang="en"><teiHeader><fileDesc>
<titleStmt><title>A short history of the salt of Lund</title><author>D. Joh. Roth</author>
</titleStmt><publicationStmt><p>n</p></publicationStmt><sourceDesc><bibl>Roth, Joh. D.: A short
history of the salt of Lund. Lund.</bibl></sourceDesc></fileDesc></teiHeader><text><front><div
type="half-title"><pb n="cover_recto"/><head>A short history<lb/> of the salt of Lund</head><pb
n="cover_verso"/></div><titlePage><pb n="title_recto"/><byline><docAuthor><hi>D</hi>. Joh. Roth
</docAuthor><lb/>of the guild at Lund</byline><docTitle><titlePart>A short history<lb/>of the salt
of Lund</titlePart></docTitle></titlePage></front><body><p>Salt is dear.</p></body></text></TEI>"""


def codes(
    prepared: str = PREPARED, ruled: str = RULED, html: str = HTML, text: str = TEXT
) -> list[tuple[str, str]]:
    """Return what is told of the words of these stages: code and place."""
    pages = {"html": {"a.html": html.encode()}, "text": {"reading/a.txt": text.encode()}}
    counted = conserved("a.xml", prepared, ruled, pages)
    return [(one.code, f"{one.line}:{one.column}") for one in counted.diagnostics]


def test_all_is_there() -> None:
    """Calls, numbers and heads of the page are no words of the text."""
    assert codes() == []
    pages = {"html": {"a.html": HTML.encode()}}
    counted = conserved("a.xml", PREPARED, RULED, pages)
    assert (counted.words, counted.kept) == (15, 15)


@pytest.mark.parametrize(
    ("now", "then", "code"),
    [
        ("went down to the", "to the", "O010"),
        ("Anna Green", "AnnaGreen", "O011"),
        ("down to", "do wn to", "O011"),
        ("Green went down to the", "Green went down to the Green went down to the", "O012"),
        (" and came back up", "", "O010"),
    ],
)
def test_a_page_is_short_of_words(now: str, then: str, code: str) -> None:
    """Each way to lose words is told of HTML and of plain text, at the paragraph."""
    html = " ".join(HTML.split())
    assert codes(html=html.replace(now, then)) == [(code, "2:1")]
    assert codes(text=TEXT.replace(now, then)) == [(code, "2:1")]


def test_notes_in_words_of_one_text() -> None:
    """An author's note among supplied words is asked of the diplomatic text, too."""
    ruled = RULED.replace("went down", '<ed:inline kind="supplied" only="reading">went down')
    ruled = ruled.replace("</ed:note>", "</ed:note></ed:inline>")
    text = "On rivers\n\nAnna Green and came back up.\n"
    found = [
        conserved("a.xml", PREPARED, ruled, {"text": {"diplomatic/a.txt": one.encode()}})
        for one in (text, text.replace("Green", "Green[[1]]") + "\n[1] The Avon.\n")
    ]
    told = [
        [(each.code, f"{each.line}:{each.column}") for each in one.diagnostics] for one in found
    ]
    assert told == [[("O010", "2:9")], []]


def test_notes_that_begin_alike() -> None:
    """A note that goes on where the one before it ends is looked for behind that."""
    same = "Bell J (ed.), A History of the Mills of Hallow and Marl, Hallow, Town Press"
    other = " ".join(f"mill{n} wheel{n}" for n in range(60))
    notes = (f"{same}, 1901.", other, f"{same}, 1901; Reed A, Of Wheels.")
    prepared, ruled, text = PREPARED, RULED, TEXT
    for n, words in enumerate(notes, 2):
        at = f'at="3:{n}"'
        prepared = prepared.replace(
            ".</p></body>", f'<note ed:id="n{n}" ed:{at}>{words}</note>.</p></body>'
        )
        ruled = ruled.replace(
            ".</ed:paragraph></ed:text>",
            f'<ed:note id="n{n}" n="{n}" {at}>{words}</ed:note>.</ed:paragraph></ed:text>',
        )
        text += f"\n[{n}] {words}\n"
    counted = conserved("a.xml", prepared, ruled, {"text": {"reading/a.txt": text.encode()}})
    assert [one.message for one in counted.diagnostics] == []


def test_words_of_the_header() -> None:
    """They may stand in any order among the facts; entries of registers and looks are not asked."""
    header = (
        "<teiHeader><titleStmt><title ed:at='3:1'>Rivers</title><funder ed:at='4:1'>Green Trust"
        "</funder></titleStmt><tagsDecl>italic</tagsDecl></teiHeader>"
    )
    prepared = PREPARED.replace("<text>", f"{header}<text>")
    assert codes(prepared) == [("O010", "4:1")]
    about = "<ed:about><ed:paragraph>Trust of Green</ed:paragraph></ed:about></ed:metadata>"
    assert codes(prepared, RULED.replace("</ed:metadata>", about)) == []


def test_words_in_another_place() -> None:
    """A heading that comes after its text is told as moved."""
    html = HTML.replace("<h1>On rivers</h1>", "").replace("<ol>", "<h1>On rivers</h1><ol>")
    assert codes(html=html) == [("O013", "1:1")]


def test_a_page_is_called_as_its_text_begins() -> None:
    """The title of a page is no second beginning of its text."""
    head = "<main><h1>On rivers: Anna Green went down to the river</h1>"
    assert codes(html=HTML.replace("<main>", head)) == []


def test_rules_lose_words() -> None:
    """What the rules drop is told, though all pages agree."""
    short = RULED.replace(" went down", "")
    assert codes(
        ruled=short, html=HTML.replace(" went down", ""), text=TEXT.replace(" went down", "")
    ) == [("O010", "2:1")]


def test_a_note_is_lost() -> None:
    """A note without its words is told at its place."""
    html = HTML.replace("The <i>Avon</i>.", "")
    assert codes(html=html) == [("O010", "2:9")]
    assert codes(text=TEXT.replace("The Avon", "A river")) == [("O010", "2:9")]


def test_brackets_in_a_word() -> None:
    """What editors supplied inside a word does not divide it."""
    assert codes(text=TEXT.replace("Green", "Gr[ee]n")) == []


@pytest.mark.parametrize("name", ["q", "said", "quote"])
def test_quotations_without_blanks(name: str) -> None:
    """Marks that the rules add make no two words of one; where none are, the words touch."""
    inner = f"<{name} ed:at='2:1'>a<{name}>b</{name}>c</{name}>"
    quoted = '<ed:inline kind="{}">{}a{}b{}c{}</ed:inline>'
    mark = '<ed:inline kind="quotation-mark" only="reading">“</ed:inline>'
    deep = f'{mark}<ed:inline kind="{name}">{mark}'
    prepared = PREPARED.replace("Anna", f"l'{inner}")
    ruled = RULED.replace(
        "Anna", f"l'{quoted.format(name, mark, deep, mark + '</ed:inline>', mark)}"
    )
    pages = {"reading": "l'“a““b“c“", "diplomatic": "l'abc"}
    for reading, words in pages.items():
        text = {"text": {f"{reading}/a.txt": TEXT.replace("Anna", words).encode()}}
        assert conserved("a.xml", prepared, ruled, text).diagnostics == ()


def test_numbers_between_many_words() -> None:
    """A number beside each of a thousand glosses is no fault, and a lost gloss is told alone."""
    glosses = [f"gloss{n}" for n in range(1000)]
    numbered = [word for n, gloss in enumerate(glosses) for word in (str(n), gloss)]
    (one,) = finer(Hunk(0, 0, tuple(glosses), tuple(numbered)))
    assert one.missing == ()
    del numbered[1201]
    numbered[641] = "glos"
    found = [one for one in finer(Hunk(7, 0, tuple(glosses), tuple(numbered))) if one.missing]
    assert [(one.index, one.missing) for one in found] == [
        (7 + 320, ("gloss320",)),
        (7 + 600, ("gloss600",)),
    ]


def test_a_pointer_between_letters() -> None:
    """What it tells parts them; the call of a note does not."""
    prepared = PREPARED.replace("Anna", "An<ptr target='{}'/>na")
    ruled = RULED.replace("Anna", "An {}na")
    link = '<ed:link target="b.xml">b.xml</ed:link> '
    page = {
        "html": HTML.replace("Anna", "An b.xml na"),
        "text": TEXT.replace("Anna", "An b.xml na"),
    }
    assert codes(prepared.format("b.xml"), ruled.format(link), **page) == []
    ruled = RULED.replace("Anna", 'An<ed:link target="#n1" kind="note-number"/>na')
    assert codes(prepared.format("#n1"), ruled) == []


def test_a_figure_at_the_beginning_of_a_line_is_no_number_of_it() -> None:
    """Numbers of lines count on; a figure that is none of them is a word of the text."""
    prepared = PREPARED.replace("Anna", 'Rye and <lb n="2"/>malt <lb n="3"/>3 oats Anna')
    broken = '<ed:break unit="line" numbered="yes" n="{}"/>'
    ruled = RULED.replace(
        "Anna", f"{broken.format(1)}Rye and {broken.format(2)}malt {broken.format(3)}3 oats Anna"
    )
    html = HTML.replace("Anna", "Rye and malt 3 oats Anna")
    text = TEXT.replace("Anna", "\n1 Rye and\n2 malt\n3\n[page 4]\n3 oats Anna")
    assert codes(prepared, ruled, html, text) == []
    assert codes(prepared, ruled, html, text.replace("\n3 oats", "\n oats")) != []


@pytest.mark.parametrize(
    "tei",
    [
        "<msDesc><msIdentifier><settlement>Lund</settlement><idno>MS 7</idno><altIdentifier><idno>"
        "Old 4</idno></altIdentifier><msName>Book of Salt</msName></msIdentifier></msDesc>",
        "<p>塩は高<note place='inline'>本当</note>い。<note>注</note>麦も</p>",
        "<p>Salt<note>Or brine.</note>, on 4 May [1]860.</p>",
        "<p>So<stage>aside</stage>it is.</p>",
        "<p>Rye<ref target='#n1'>1</ref>, oats<ref target='#n2'>2</ref>.</p><back>"
        "<div type='notes'><note xml:id='n1'>See <choice><sic>nt</sic><corr>note"
        "<ref target='#n2'>2</ref></corr></choice>.</note>"
        "<note xml:id='n2'>As in<ref target='#n1'>1</ref>.</note></div></back>",
        "<p>Peas <del>were <supplied>dear<note>At Lent.</note></supplied></del> sold.</p>",
        "<p>Leeks<note>So in <supplied>the first<note>Of two.</note></supplied> list.</note>"
        " grew.</p>",
        *(
            f"<p>So <{around}><{one}>Mr<note>Or Mister.</note></{one}><{other}>Mister</{other}>"
            f"</{around}> came. <{around}><{one}>Mr</{one}><{other}>Mister<note>So.</note>"
            f"</{other}></{around}>.</p>"
            for around, one, other in (
                ("choice", "abbr", "expan"),
                ("choice", "sic", "corr"),
                ("choice", "orig", "reg"),
                ("subst", "del", "add"),
                ("app", "lem", "rdg"),
            )
        ),
        "<p>On <date when='1799-10'/> Ann came, <date when-iso='1799-276'/> ill, the<date"
        " from='1799' to='1800'/>n <date when='1799/1800'/> <date/> went <measure quantity='3'"
        " unit='miles'/> off.</p>",
        "<p>Quires 1-4<hi rend='sup'>10</hi> of<measure quantity='3' unit='lb'/>rye</p>",
        "<p>Rye<ref target='#n9'>1</ref> is dear.</p><back><div type='notes'><head>Remarks</head>"
        "<note xml:id='n9'>So.</note></div></back>",
        "<entry><form><orth>Rye</orth></form><etym><mentioned>ryge</mentioned><gloss>rye</gloss></etym>"
        "</entry>",
        "<div type='edition'><p>Ave</p></div><div type='apparatus'><p>So A.</p></div><div"
        " type='translation'><p>Be well</p></div>",
        "<div type='edition' xml:lang='grc'><ab><lb n='1'/>θεᾷ τύ<unclear>χῃ</unclear></ab></div>",
        "<div type='edition'><ab><lb n='1'/>di<hi rend='apex'>o</hi>s v<hi rend='acute'>v</hi>a <hi"
        " rend='intraline'>hs</hi>x</ab></div>",
        *(
            f"<div type='edition'><ab><lb n='1'/>the sal<lb n='2' break='no'/>{one}er</ab></div>"
            for one in (
                "<surplus>t</surplus>",
                "<expan><ex>t</ex></expan>",
                "<supplied reason='subaudible'>t</supplied>",
                "<supplied reason='omitted'>t</supplied>",
                "<supplied reason='lost'>t</supplied>",
                "<choice><sic>d</sic><corr>t</corr></choice>",
                "<del>t</del>",
            )
        ),
        *(
            f"<div type='edition'><ab><lb n='1'/>the s<gap reason='lost' {one}/>t sky</ab></div>"
            for one in (
                "atLeast='3' atMost='5' unit='character'",
                "quantity='5' unit='character' precision='low'",
                "quantity='15' unit='character'",
            )
        ),
        "<p>Rye<note n='1'>One</note> is<note n='*'>two</note></p><p>oats<note n='1'>three</note>"
        " are<note n='*'>four</note> dear</p>",
        "<p>rye<note xml:id='n1' next='#n2'>One</note></p><p>oats<note xml:id='n2' prev='#n1'>two"
        "</note></p>",
        "<div type='edition'><ab><lb n='1'/>the sky</ab></div><div type='apparatus'><head>Read"
        "</head><p><app loc='1'><lem>sky</lem><rdg>sea</rdg></app></p></div>",
        "<p xmlns:me='urn:me'>So <choice><me:a>uar</me:a><me:b>var</me:b></choice></p>",
        "<div><head><num>12</num> <title>Rye</title></head><u who='#a'><seg><s>Yes</s><kinesic>"
        "<desc>nods</desc></kinesic><s>so</s></seg></u></div>",
        "<p>H<formula notation='tex'>_2</formula>O, the <formula notation='TeX'>n</formula>th C"
        "<formula>6</formula>H<formula><math xmlns='http://www.w3.org/1998/Math/MathML'><mn>8</mn></math>"
        "</formula>, x<formula notation='tex' rend='block'>y</formula>z<note>H<formula"
        " notation='tex'>_2</formula>O</note></p>",
        "<div type='edition'><ab><lb n='1'/>annis V<g type='hedera'/> dies mens<g type='leaf'/>ibus"
        "</ab></div>",
        "<p>Rye<note place='foot'>Oats.</note></p><p>The <note type='editorial' resp='#a'>So."
        "</note>mill</p>",
        "<timeline unit='s'><when xml:id='a'/><when xml:id='b' interval='1' since='#a'/><when"
        " xml:id='c' interval='2' since='#a'/></timeline><annotationBlock who='#x' start='#a'"
        " end='#c'><u><w>Salt</w> <w>d<anchor synch='#b'/>ear</w></u></annotationBlock>"
        "<annotationBlock who='#y' start='#b' end='#c'><u><w>yes</w></u></annotationBlock>",
        "<p>Suite<note type='translation' place='foot'>To be continued.</note> and end.</p>",
        "<front><titlePage><titlePart>SUNDAY</titlePart></titlePage></front><pb n='1'/><head>The"
        " mill</head><p>It turned and turned.</p>",
        "<p>Rye<note>Or oats.</note> is</p><eg>the mill //p[1] turns</eg>",
        "<p>Je renvoie à une note<note place='foot'>J'aime.</note>en bas.</p>",
        "<p>So: <egXML xmlns='http://www.tei-c.org/ns/Examples'><p>the <hi>mill</hi> turns</p>"
        "</egXML> the mill turns.</p><constraintSpec>"
        "<constraint><p>So is oats dear</p></constraint>"
        "</constraintSpec><p>So is oats dear</p>",
        "<p>Rye<hi rend='sup'><ref target='#p4'>4</ref></hi> is dear</p><p xml:id='p4'>Four</p>",
        *(
            f"<p>See <bibl><title>Rye</title>{one}<ref target='https://example.org/'>scan</ref></bibl>"
            "</p>"
            for one in (
                "",
                "<author>Roth</author>",
                "<distributor>Shop</distributor>",
                "<funder>Fund</funder>",
                "<sponsor>Guild</sponsor>",
                "<textLang>Latin</textLang>",
                "<msIdentifier><settlement>Lund</settlement><idno>7</idno></msIdentifier>",
                "<relatedItem><bibl>Oats</bibl></relatedItem>",
                "<availability><p>Free.</p></availability>",
            )
        ),
        "<p>So <del>much</del><add place='margin'>rye</add>, <add place='left'>oa</add>ts <add"
        " place='top'>‹so <add place='right'>it</add> is›, and</add><lb break='no'/>dear ‹nay: no›"
        "</p>",
        "<div type='edition'><ab><lb n='1'/>the <supplied reason='lost' cert='low'>sal</supplied>"
        "<lb n='2' break='no'/>ter s<unclear cert='low'>k</unclear>y</ab></div>",
        "<div type='edition'><ab><lb n='4'/><gap reason='lost' extent='unknown' unit='line'/>"
        "<lb n='5'/><gap reason='lost' quantity='5' unit='character' precision='low'/>us sky</ab>"
        "</div>",
        "<p>Rye<note n='a' place='margin'>Oats.<pb n='2'/> Dear.<note>So.</note></note> is</p>",
        "<u who='#a'><seg>Rye <hi>is</hi></seg><seg>dear</seg></u>",
        "<closer><salute>Yours</salute>truly<lb/><signed>Ann</signed></closer>",
        "<l>Bl<orig>a</orig>tter of <seg xml:id='a'>Rye</seg> and <seg xml:id='b'>Oats</seg></l>"
        "<listTranspose><transpose><ptr target='#b'/><ptr target='#a'/></transpose>"
        "</listTranspose>",
        # The title of the page is that of the half-title, word for word.
        HALF,
        "<p>I<graphic url='s.png'><desc>the letter s</desc></graphic> it r<formula><graphic"
        " url='y.png'/></formula>e?</p><figure><svg xmlns='http://www.w3.org/2000/svg'><title>A"
        " wheel</title></svg></figure><figure><media mimeType='audio/mpeg' url='a.mp3'/></figure>",
    ],
)
def test_nothing_is_told_of_what_is_meant(tei: str) -> None:
    """Numbers of a manuscript stand behind its name, notes between letters, stones in capitals;
    formulas and pictures within a word make no two of it.
    """
    made = behaviours("case.xml", document(tei))
    page = outputs(document(tei))
    pages = {
        "html": {
            "case.html": f"<main>{page['reading.html']}</main>".encode(),
            "case-diplomatic.html": f"<main>{page['diplomatic.html']}</main>".encode(),
        },
        "text": {f"{one}/case.txt": plain(tei, one).encode() for one in READINGS},
        "epub": {"case/text": f"<body>{page['epub.xhtml']}</body>".encode()},
    }
    prepared, ruled = (here().serialize(one) for one in (made.prepared, made.tree))
    counted = conserved("case.xml", prepared, ruled, pages)
    assert [one.message for one in counted.diagnostics] == []
    assert counted.words == counted.kept > 1
