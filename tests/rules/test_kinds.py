"""Kinds of passages that were once set wrong: what each becomes as text, page, paper and book."""

import re
from html import unescape

import pytest
from lxml import html

from tests.rules.outputs import document, outputs, plain

# name: TEI in a body, the reading text, the diplomatic text where it is another.
KINDS = {
    "parts of a dateline touch in the file": (
        "<opener><dateline><placeName>Lund,</placeName><date>3 May</date></dateline></opener>",
        "Lund, 3 May",
    ),
    "parts of a stamp touch in the file": (
        "<p>Front <stamp><placeName>Lund</placeName><date>3 May</date></stamp>.</p>",
        "Front Lund 3 May.",
    ),
    "an address of parts stands in its sentence": (
        "<p>Write to <address><street>Quay 4</street><settlement>Lund</settlement></address>"
        " soon.</p>",
        "Write to Quay 4, Lund soon.",
    ),
    "an index entry leaves one blank": (
        "<p>Rye <index><term>rye</term></index> is dear.</p>",
        "Rye is dear.",
    ),
    "a blank before a closing mark goes behind it": (
        "<p><q>Salt, </q>she said, <said> and oil</said>.</p>",
        "“Salt,” she said, “and oil”.",
        "Salt, she said, and oil.",
    ),
    "supplied words with others in them keep their blanks": (
        "<p>The <supplied>old <hi>mill </hi></supplied>stands.</p>",
        "The [old mill] stands.",
        "The stands.",
    ),
    "a line of the file ends before punctuation": (
        "<p>See <ref target='#x'>the <term>mill</term>\n  </ref>, and\n <date>in May\n</date>.</p>",
        "See the mill, and in May.",
    ),
    "a quotation within a quotation runs on": (
        "<quote>She asked <q>who?</q> and went.</quote>",
        "> She asked “who?” and went.",
        "> She asked who? and went.",
    ),
    "the surest of several abbreviations": (
        "<p><choice><expan>Saint</expan><abbr cert='low'>Snt</abbr><abbr cert='high'>St</abbr>"
        "</choice> Olaf</p>",
        "Saint Olaf",
        "St Olaf",
    ),
    "the first of several corrections": (
        "<p>a <choice><sic>mil</sic><corr>mill</corr><corr>mile</corr></choice></p>",
        "a mill",
        "a mil",
    ),
    "lines without a stanza": (
        "<l>O mill,</l><l>O wheel.</l><p>So.</p>",
        "O mill,\nO wheel.\n\nSo.",
    ),
    "items go on from the last number": (
        "<list><item n='7'>oats</item><item>rye</item></list>"
        "<list><item n='a'>oats</item><item>rye</item></list>",
        "7. oats\n8. rye\n\na. oats\n- rye",
    ),
    "a unit of the source's own": (
        "<p>So <milestone unit='Dreißiger' n='3'/>it <milestone unit='section' n='4'/>is.</p>",
        "So it is.",
        "So [Dreißiger 3] it [section 4] is.",
    ),
    "a canonical reference": ("<p>See <ptr cRef='Gen 1.3'/>.</p>", "See Gen 1.3."),
    "measures that are attributes": (
        "<p><measureGrp type='leaf' unit='mm'><height quantity='90'/><width>48</width></measureGrp>"
        " and <measure quantity='3' unit='cask'/></p>",
        "leaf 90 × 48 mm and 3 cask",
    ),
    "notes of a group are called where it stands or points": (
        "<p>Rye<noteGrp><note>Or oats.</note></noteGrp> and <anchor xml:id='a1'/>salt.</p>"
        "<noteGrp target='#a1'><note>Dear.</note></noteGrp>",
        "Rye[1] and [2]salt.\n\n## Notes\n\n[1] Or oats.\n\n[2] Dear.",
    ),
    "a record of names alone": (
        "<p><bibl><editor>Ana Lima</editor><editor>Ben Ott</editor></bibl></p>",
        "Ana Lima and Ben Ott (eds)",
    ),
    "a subtitle, and a date that brings its brackets": (
        "<biblStruct><analytic><author>Bell, Jo</author><title level='a'>On Salt</title>"
        "<title level='a' type='sub'>A Plea</title></analytic><monogr><title level='j'>Mill</title>"
        "<imprint><date when='1901-05'>(May 1901)</date></imprint></monogr></biblStruct>",
        "Bell, Jo, ‘On Salt: A Plea’, Mill, (May 1901)",
    ),
    "pages that are attributes": (
        "<p><bibl><title>Salt</title><citedRange unit='page' from='4' to='6'/></bibl></p>",
        "Salt, pp. 4–6",
    ),
    "a source within a full record": (
        "<biblFull><titleStmt><title>Mills</title><author>Ida Holm</author></titleStmt>"
        "<publicationStmt><publisher>Quay</publisher></publicationStmt>"
        "<sourceDesc><p>Told by millers.</p></sourceDesc></biblFull>",
        "Ida Holm, Mills (Quay), Told by millers.",
    ),
    "a date that is a value": (
        "<p>On <date when='1901-05-03'/>, <persName>Ida</persName> came.</p>",
        "On 3 May 1901, Ida came.",
    ),
    "a cast with words of its own": (
        "<castList><castItem><role>Ada</role><actor>Jo Bell</actor> or <actor>Bo Reed</actor>"
        "</castItem><castItem><role>Ben.</role><roleDesc>a smith</roleDesc></castItem></castList>",
        "- Ada Jo Bell or Bo Reed\n- Ben. a smith",
    ),
    "a cast laid out in lines": (
        "<castList><castItem><role>\n<name>Ada</name>, the <name>Smith</name>\n</role>\n"
        "<roleDesc>a player </roleDesc> <actor>Jo Bell</actor></castItem></castList>",
        "- Ada, the Smith, a player, Jo Bell",
    ),
    "a stage direction within words runs on": (
        "<view>She waits. <camera>Close.</camera> He comes.</view>",
        "She waits. Close. He comes.",
    ),
    "words that stand in an entry": (
        "<entry><form><orth>quern</orth></form><cit><quote>the <q>old</q> <oRef/></quote></cit>"
        "</entry>",
        "quern “the ‘old’ ~”",
        "quern the old",
    ),
    "values of grammar, forms that belong together": (
        "<entry><form type='determiner'><orth>die</orth></form><form><orth>Mühle</orth></form>"
        "<gramGrp><pos value='noun'/></gramGrp><sense/><etym><lang>OE</lang><mentioned>mylen"
        "</mentioned>, a mill</etym></entry>",
        "die Mühle noun [OE mylen, a mill]",
        "die Mühle OE mylen, a mill",
    ),
    "a form that is meant": (
        "<entry><form><orth xml:id='o1'>grind</orth><pron>graɪnd</pron></form>"
        "<cit><quote>to <oRef target='#o1'/> rye</quote></cit></entry>",
        "grind /graɪnd/ “to grind rye”",
        "grind graɪnd to rye",
    ),
    "a shelfmark with a type of the house, places of leaves": (
        "<msDesc><msIdentifier><repository>Town Library</repository><idno type='TL'>MS 7</idno>"
        "</msIdentifier><msContents><msItem><docAuthor>Ida Holm</docAuthor><docTitle><titlePart>"
        "On Salt</titlePart></docTitle><docImprint><pubPlace>Lund</pubPlace><publisher>Quay"
        "</publisher></docImprint><note>Cut.</note></msItem></msContents><physDesc><objectDesc><layoutDesc>"
        "<layout><p><locus from='f3r'/>Ruled.</p></layout></layoutDesc></objectDesc></physDesc>"
        "</msDesc>",
        "# Town Library, MS 7\n\n## Contents\n\nIda Holm, On Salt\nImprint: Lund, Quay\nCut.\n\n"
        "## Physical description\n\nLayout: fol. 3r Ruled.",
    ),
    "a shelfmark in a reference": (
        "<p><bibl><msIdentifier><settlement>Lund</settlement><idno>MS 7</idno></msIdentifier>"
        "</bibl></p>",
        "Lund, MS 7",
    ),
    "parts of a name with words between some": (
        "<p><persName><forename>Ida</forename><forename>May</forename><surname>Holm</surname>,"
        " <roleName>smith</roleName></persName> met <persName><forename>Jo</forename><nameLink>d’"
        "</nameLink><surname>Arc</surname></persName>.</p>",
        "Ida May Holm, smith met Jo d’Arc.",
    ),
    "a lemma in each group of readings": (
        "<p>The <app><rdgGrp><lem wit='#A'>sky</lem><rdg wit='#B'>skie</rdg></rdgGrp><rdgGrp>"
        "<lem wit='#C'>sea</lem></rdgGrp></app>.</p>",
        "The sky.",
    ),
    "a message with its writer": (
        "<post who='#ben' when='2001-05-03'><p>Good day.</p></post>",
        "ben, 3 May 2001\n\nGood day.",
    ),
    "an entry among the text": (
        "<listPerson><person><persName>Ida Holm</persName><death when='1944'/><occupation>smith"
        "</occupation><note>Of Lund.</note></person></listPerson>",
        "Ida Holm, Died 1944, smith\n\nOf Lund.",
    ),
    "lines in a quotation of a paragraph": (
        "<p>Sing: <q><l>O mill,</l><l>O wheel.</l></q></p>",
        "Sing:\n\n> O mill,\n> O wheel.",
    ),
    "what is said of passages elsewhere": (
        "<p xml:id='p1'>Rye.</p><spanGrp type='deals'><span from='#p1'>sale</span></spanGrp>"
        "<interp type='theme'>bread</interp>",
        "Rye.\n\ndeals\n“Rye.”: sale\n\ntheme bread",
    ),
    "what is said of several passages, behind the text": (
        "<p xml:id='p1'>Rye.</p><p xml:id='p2'>Oats.</p><back><spanGrp><span from='#p1' to='#p2'>"
        "corn</span><span target='#p1 #p2 #p9'>dear</span><span from='#p9'>of none</span></spanGrp>"
        "</back>",
        "Rye.\n\nOats.\n\n“Rye.” – “Oats.”: corn\n“Rye.”, “Oats.”: dear\nof none",
    ),
    "an object among the text": (
        "<listObject><object><objectIdentifier><settlement>Lund</settlement><objectName>Bell"
        "</objectName></objectIdentifier><history><origin>Cast in 1380.</origin></history></object>"
        "</listObject>",
        "Lund, Bell\n\n# History\n\nOrigin: Cast in 1380.",
    ),
    "features": (
        "<p><fs type='word'><f name='gender'><vAlt><symbol value='m'/><symbol value='n'/></vAlt>"
        "</f><f name='mood'><vNot><symbol value='x'/></vNot></f><f name='kind' fVal='#k1'/></fs>"
        "</p><fvLib><symbol xml:id='k1' value='noun'/></fvLib>",
        "[word: gender: m | n, mood: ¬(x), kind: noun]\n\nnoun",
    ),
    "a tree whose places name what is under them": (
        "<tree><root xml:id='r1' children='#i1 #f1'><label>PP</label></root><iNode xml:id='i1'"
        " children='#f2'><label>P</label></iNode><leaf xml:id='f1'><label>mills</label></leaf>"
        "<leaf xml:id='f2'><label>with</label></leaf></tree>",
        "- PP\n  - P\n    - with\n  - mills",
    ),
    "a tree in which places stand in each other": (
        "<eTree><label>PP</label><eLeaf><label>x</label></eLeaf><eTree><label>P</label><eLeaf>"
        "<label>with</label></eLeaf></eTree></eTree>",
        "- PP\n  - x\n  - P\n    - with",
    ),
    "a graph": (
        "<graph><node xml:id='n1' adjTo='#n2'><label>Lund</label></node><node xml:id='n2'><label>"
        "Ystad</label></node></graph>",
        "Lund → Ystad\n\nYstad",
    ),
    "signs alone that are supplied": (
        "<p>A <supplied><gap reason='lost'/></supplied> b, ver<supplied><lb break='no'/></supplied>"
        "bum<supplied> </supplied>est.</p>",
        "A [… lost] b, verbum est.",
        "A b, verbumest.",
    ),
    "a loss that is counted in no unit": (
        "<p>A <gap reason='lost' quantity='3'/> b <gap reason='lost' quantity='3' precision='low'/>"
        " c</p>",
        "A [… lost 3] b [… lost c. 3] c",
    ),
    "a record with a note at the foot": (
        "<biblStruct><monogr><title>Mills</title><imprint><date>1901</date></imprint></monogr>"
        "<note place='foot'>Lost.</note></biblStruct>",
        "Mills (1901)[1]\n\n## Notes\n\n[1] Lost.",
    ),
    "a translator and an editor without an author": (
        "<biblStruct><monogr><editor>Jo Bell</editor><editor role='translator'>Al Rye</editor>"
        "<title>Mills</title><imprint><date>1901</date></imprint></monogr></biblStruct>",
        "Jo Bell (ed.), Mills, trans. by Al Rye (1901)",
    ),
    "a translator alone": (
        "<biblStruct><monogr><title>Mills</title><editor role='translator'>Al Rye</editor>"
        "<imprint><date>1901</date></imprint></monogr></biblStruct>",
        "Mills, trans. by Al Rye (1901)",
    ),
    "a translator beside an author": (
        "<biblStruct><analytic><author>Jo Bell</author><title>Salt</title></analytic><monogr>"
        "<title>Mills</title><editor role='translator'>Al Rye</editor><imprint><date>1901</date>"
        "</imprint></monogr></biblStruct>",
        "Jo Bell, Salt, in Mills, trans. by Al Rye (1901)",
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_kind(kind: tuple[str, ...]) -> None:
    """Each kind as plain text; pages and books have the same words in the same order."""
    hold(kind)


def hold(kind: tuple[str, ...]) -> None:
    """Compare what becomes of a kind with what is wanted of it."""
    tei, reading, diplomatic = *kind[:2], kind[-1]
    assert _body(tei, "reading") == reading
    assert _body(tei, "diplomatic") == diplomatic
    pages = outputs(document(tei))
    for name in ("reading.html", "print.html", "epub.xhtml"):
        assert set(_words(reading)) <= set(_words(pages[name]))
    assert set(_words(diplomatic)) <= set(_words(pages["diplomatic.html"]))


def test_header() -> None:
    """What a header says of its publication and of its encoding stands on the page."""
    said = (
        document("<p>Rye.</p>")
        .replace(
            "<p>none</p></publicationStmt>",
            """<p>Printed at Lund.</p>
        </publicationStmt>""",
        )
        .replace(
            "</teiHeader>",
            """<encodingDesc><p>Done by hand.</p><tagsDecl>
        <namespace name="x"><tagUsage gi="hi">Slanted.</tagUsage></namespace></tagsDecl><refsDecl>
        <p>By page.</p></refsDecl><classDecl><taxonomy><category><catDesc>Mills</catDesc></category>
        </taxonomy></classDecl></encodingDesc></teiHeader>""",
            1,
        )
    )
    words = _words(outputs(said)["reading.html"])
    for part in ("Printed at Lund", "Done by hand", "hi Slanted", "By page", "Mills"):
        assert part in " ".join(words)


def _body(tei: str, reading: str) -> str:
    """Return the text without its header and its apparatus, which test_apparatus.py reads."""
    return plain(tei, reading).split("***\n\n", 1)[-1].split("## Apparatus\n")[0].strip()


def _words(text: str) -> list[str]:
    """Return the words, without numbers of notes and items, and signs of sections."""
    bare = re.sub(
        r"<a [^>]*note-call[^>]*>[^<]*</a>|</?(?:[pl]i?|div|main|section)\b[^>]*>", " ", text
    )
    bare = re.sub(r"## Notes|\[[^]]*\d\]|^(\d|a)[.] ", " ", bare, flags=re.MULTILINE)
    return re.findall(r"\w+", unescape(re.sub(r"<[^>]*>", "", bare)))


@pytest.mark.parametrize(
    ("choice", "foot", "row"),
    [
        (
            "<seg>Ann came</seg><seg>Ann <add>has</add> come</seg><seg>Ann comes</seg>",
            "Ann came] alternative Ann has come / Ann comes",
            ["Ann came", "Ann has come / Ann comes", "alternative"],
        ),
        (
            "<unclear>mill</unclear><unclear>mile</unclear>",
            "mill] alternative mile",
            ["mill", "mile", "alternative"],
        ),
        (
            "<sic>mil</sic><corr>mill</corr><corr cert='low'>mile</corr>",
            "mill] mil; alternative mile",
            ["mil", "mill", "corrected, alternative mile"],
        ),
    ],
)
def test_other_forms_that_editors_hold_to_be_possible_are_told(
    choice: str, foot: str, row: list[str]
) -> None:
    """What stands in neither text: in the notes at the foot, and in the tables."""
    pages = outputs(f"<p>There <choice>{choice}</choice>.</p>")
    paper, site = (_said(pages[name]) for name in ("print.html", "reading.html"))
    assert [said for kind, said in paper if kind == "footnote variant"] == [foot]
    for page in (paper, site):
        assert [said for kind, said in page if kind == "td"][:3] == row


def test_a_fault_that_one_witness_alone_has_is_told_by_its_siglum() -> None:
    """At the foot of the page: what a machine misread is no fault of the document itself."""
    tei = (
        "<p>There <choice><sic source='#OCR'>miil</sic><corr source='#B'>mill</corr></choice>.</p>"
    )
    paper = _said(outputs(tei)["print.html"])
    assert [said for kind, said in paper if kind == "footnote variant"] == ["mill B] miil OCR"]


def _said(page: str) -> list[tuple[str, str]]:
    """Return the words of each element, behind its class or its name."""
    return [
        (str(one.get("class") or one.tag), " ".join("".join(map(str, one.itertext())).split()))
        for one in html.fromstring(page).iter("span", "td")
    ]
