"""Passages of letters, dictionaries, transcripts, stones: what each becomes in every output."""

import re

import pytest
from editio.formats.site.search import of_text
from editio.render.conservation import conserved
from editio.render.job import here
from lxml import etree

from tests.rules.outputs import FRAME, READINGS, document, outputs, plain, ruled
from tests.rules.test_kinds import hold

# name: TEI in a body, the reading text, the diplomatic text where it is another.
KINDS = {
    "a song and stanzas in a speech": (
        "<sp><speaker>Ada.</speaker><p>Hear.</p><lg><head>Of rye</head><l>Rye is</l><l>dear.</l>"
        "</lg><lg><l>So are oats.</l></lg><p>Well?</p></sp><sp><speaker>Ben.</speaker><l>And</l>"
        "<lg><l>hay.</l></lg></sp>",
        "Ada.\nHear.\n\nOf rye\nRye is\ndear.\n\nSo are oats.\nWell?\n\nBen.\nAnd\nhay.",
    ),
    "words that overlap, and events beside them, are in the turn": (
        "<u who='#a'><shift feature='loud' new='f'/>No<pause type='long'/> it <seg type='overlap'>"
        "is</seg> <kinesic><desc>nods</desc></kinesic>, so.</u>",
        "a: (louder) No (long pause) it is (nods), so.",
    ),
    "a gap that says in words what is left out, in several languages": (
        "<p>Rye <gap reason='editorial'><desc xml:lang='de'>Liste fehlt</desc><desc xml:lang='en'>"
        "list left out</desc></gap>, m<gap reason='illegible'><desc>•</desc></gap>n.</p>",
        "Rye [… left out by the editors: list left out], m[… illegible]n.",
    ),
    "a gloss is quoted where it explains, and not where it points to a list": (
        "<p><term xml:id='q'>quern</term>, <gloss target='#q'>a mill</gloss>, in a <gloss"
        " target='#w'>wire</gloss> from <gloss type='from'>Bo</gloss>.</p><list><item><term"
        " xml:id='w'>wire</term>: telegram</item></list>",
        "quern, “a mill”, in a wire from Bo.\n\n- wire: telegram",
        "quern, a mill, in a wire from Bo.\n\n- wire: telegram",
    ),
    "layout at the end of a word or a name, before a point": (
        "<p>\n<name><w>Rye\n</w>\n<w>\n<choice><abbr>M.</abbr><expan>Mill</expan></choice>\n</w>\n"
        "</name>\n<pc>,</pc>\n<w>far\n</w>\n<pc>.</pc>\n</p>",
        "Rye Mill, far.",
        "Rye M., far.",
    ),
    "forms of a word in a namespace of their own": (
        "<p xmlns:me='urn:me'><w><choice><me:facs>uar</me:facs><me:dipl>var</me:dipl><me:norm>vár"
        "</me:norm></choice></w> <w><choice><me:dipl>ok</me:dipl><me:norm>og</me:norm></choice></w>"
        ".</p>",
        "vár og.",
        "uar ok.",
    ),
    "a heading of elements alone": (
        "<div><head><num>12</num> <title>Rye</title> <hi>and salt</hi></head><p>It is.</p></div>",
        "## 12 Rye and salt\n\nIt is.",
    ),
    "blanks in code are code, and line ends where there are several or it stands alone": (
        "<p>Type <code>a  =   b</code> or\n <code>one\n   two</code> and <code xml:space="
        "'preserve'>x\n  y</code>.</p><p><code>\nfor i in x:\n  print(i)\n</code></p><p>So <code>"
        "if a:\n  b\n  c</code>.</p>",
        "Type a  =   b or one two and x\n  y.\n\nfor i in x:\n  print(i)\n\nSo if a:\n  b\n  c.",
    ),
    "dates in eight digits: ISO 8601 has them, XML Schema reads a year": (
        "<p>On <date when-iso='18500503'/>, on <date when='18500503'>that day</date>.</p>",
        "On 3 May 1850, on that day.",
    ),
    "items with signs of their own": (
        "<list><item>1. rye</item><item>2. salt<list><item>a) red</item></list></item></list><list>"
        "<item>1850 was dry</item></list>",
        "1. rye\n2. salt\n  a) red\n\n- 1850 was dry",
    ),
    "what a role is begins with a comma of its own": (
        "<castList><castItem><role>Anne</role><roleDesc>, a miller.</roleDesc></castItem>"
        "</castList>",
        "- Anne, a miller.",
    ),
    "headings of a text within the text stand below that of its division": (
        "<div><head>Salt</head><floatingText><body><head>Rye</head><div><head>Oats</head><p>x</p>"
        "</div></body></floatingText></div>",
        "## Salt\n\n### Rye\n\n#### Oats\n\nx",
    ),
    "labels that count the items of a list stand in them": (
        "<list rend='numbered'><label>i</label><item>rye</item><label>(ii)</label><item>salt</item>"
        "</list><list><item>red <list><item>a) wine</item></list></item></list><list><label>A"
        "</label><item>a</item><label>quern</label><item>a mill</item></list><p>So<note>N<list>"
        "<item>x</item><item>y</item></list></note>.</p>",
        "i rye\n(ii) salt\n\n- red\n  a) wine\n\nA\n- a\nquern\n- a mill\n\nSo[1].\n\n## Notes"
        "\n\n[1] N\n- x\n- y",
    ),
    "words of a file without blanks, in lines; scripts that have none": (
        "<ab><lb/><w>εν</w><w>αρχη</w><lb/><w>ην</w><w>λογος</w><pc>·</pc><w>και"
        "</w></ab><ab><w>我</w><w>们</w></ab>",
        "εν αρχη ην λογος· και\n\n我们",
        "εν αρχη\nην λογος· και\n\n我们",
    ),
    "the end of a line of the file within a word that is resolved": (
        "<p><expan>\n<abbr>sa\n</abbr>\n<ex>lt</ex>\n</expan> <expan><abbr>d</abbr><ex>is</ex>\n"
        "<abbr>m</abbr><ex>anibus</ex></expan>, com<g ref='char:EOLhyphen'/>eth.</p>",
        "salt dis manibus, cometh.",
        "sa d m, cometh.",
    ),
    "an equivalent behind an example, scraps behind senses": (
        "<entry><form><orth>quern</orth></form><sense><def>a mill</def><cit type='example'><quote>"
        "it turned</quote></cit><cit type='translationEquivalent'><form><orth>Handmühle</orth>"
        "</form></cit></sense><dictScrap>cf. rye</dictScrap></entry>",
        "quern a mill: “it turned”; Handmühle; cf. rye",
        "quern a mill it turned Handmühle cf. rye",
    ),
    "an example with elements in it has the lines of its source": (
        "<eg>\nfor <hi>i</hi> in x:\n   <emph>y</emph>\n</eg><p>So <eg>a\n  <hi>b</hi></eg></p>",
        "for i in x:\n   y\n\nSo\n\na\n  b",
    ),
    "sizes of a leaf and of what is written, each on a line of its own": (
        "<p>It has <extent><dimensions unit='mm' type='leaf'><height>9</height><width>7</width>"
        "</dimensions>\n<dimensions unit='mm' type='written'><height>5</height></dimensions>"
        "</extent>.</p>",
        "It has leaf 9 × 7 mm; written space 5 mm.",
    ),
    "an address that touches a name": (
        "<p><persName>Ida Holm</persName><address><street>Mill Lane</street><settlement>Lund"
        "</settlement></address>.</p>",
        "Ida Holm Mill Lane, Lund.",
    ),
    "values that stand for words, side by side": (
        "<p>Rye, <date when='1900'/><measure quantity='2' unit='m'/> and so.</p>",
        "Rye, 1900 2 m and so.",
    ),
    "events between words in elements of their own": (
        "<u who='#a'><seg><s><w>Yes</w></s><kinesic><desc>nods</desc></kinesic><vocal><desc>coughs"
        "</desc></vocal><s><w>Go</w></s></seg></u>",
        "a: Yes (nods) (coughs) Go",
    ),
    "a group of roles that begins with what they are": (
        "<castList><castGroup><roleDesc>smiths</roleDesc><castItem><role>Ben</role></castItem>"
        "<castItem><role>Bo</role></castItem></castGroup></castList>",
        "- smiths\n  - Ben\n  - Bo",
    ),
    "how a word is divided and stressed; translations, remarks and compounds": (
        "<entry><form><orth>Rye</orth><hyph>Ry-e</hyph><stress>first</stress></form><sense><def>a"
        " grass</def><cit type='translation'><quote>Roggen</quote></cit><note>rare</note></sense>"
        "<re><form><orth>rye meal</orth></form><def>its meal</def></re></entry>",
        "Rye (Ry-e) (first) a grass; Roggen (rare); rye meal its meal",
        "Rye Ry-e first a grass Roggen rare rye meal its meal",
    ),
    "a word of one other language stands behind a colon; what a sentence means, in brackets": (
        "<entry><form><orth>Rad</orth></form><sense><cit type='trans'><quote>wheel</quote></cit>"
        "<cit type='trans'><quote>bike</quote></cit><cit type='example'><quote>Das Rad steht."
        "</quote><cit type='translation'><quote>The wheel stands still.</quote></cit></cit></sense>"
        "</entry><entry><form><orth>Ofen</orth></form><gramGrp><pos>n</pos></gramGrp><sense n='1'>"
        "<cit type='trans'><quote>oven</quote></cit></sense><sense n='2'><cit type='trans'><quote>"
        "stove</quote></cit></sense></entry>",
        "Rad: wheel, bike: “Das Rad steht.” (The wheel stands still.)\n\nOfen n 1. oven 2. stove",
        "Rad wheel bike Das Rad steht. The wheel stands still.\n\nOfen n oven stove",
    ),
    "words of several languages are told by these": (
        "<entry><form><orth>Pol</orth></form><gramGrp><pos>n</pos></gramGrp><sense><cit"
        " type='translation' xml:lang='deu'><quote>Pol</quote></cit><cit type='translation'"
        " xml:lang='de'><quote>Ende</quote></cit><cit type='translation' xml:lang='fr-CH'><quote>"
        "pôle</quote></cit><cit type='translation' xml:lang='x-own'><quote>po</quote></cit><cit"
        " type='example'><quote>So.</quote><cit type='translation' xml:lang='fr'><quote>Ainsi."
        "</quote></cit></cit></sense></entry><entry><form><orth>Quern</orth></form><pc>, </pc><cit"
        " type='translation' xml:lang='fr'><quote>meule</quote></cit></entry>",
        "Pol n (German) Pol, Ende; (French) pôle; (x-own) po: “So.” (French: Ainsi.)\n\n"
        "Quern, meule",
        "Pol n Pol Ende pôle po So. Ainsi.\n\nQuern, meule",
    ),
    "items of a list that runs on, without signs between them": (
        "<p>Herbs: <list rend='inline'><item>dill</item><item>mint,</item><item>sage</item></list>"
        ".</p>",
        "Herbs: dill, mint, sage.",
    ),
    "a hand before what it added": (
        "<p>Rye <handShift new='#h1'/><add>too</add>.</p>",
        "Rye too.",
        "Rye ‹Hand h1› \\too/.",
    ),
    "an hour of a day, a day and a month of any year": (
        "<p>On <date when='1901-05-03T10:30:00Z'/>, on <date when='--05-03'/>, in"
        " <date when='--05'/> at <date when='1901-05-03T10:30:20+02:00'/>.</p>",
        "On 3 May 1901, 10:30 UTC, on 3 May, in May at 3 May 1901, 10:30:20 +02:00.",
    ),
    "a value that stands for words, between words": (
        "<p>A cask of<measure quantity='3' unit='lb'/>rye on<date when='1850'/>, dear.</p>",
        "A cask of 3 lb rye on 1850, dear.",
    ),
    "a label within a sentence": (
        "<p>It read<label>RYE</label>and more, (<label>b</label>) too.</p>",
        "It read RYE and more, (b) too.",
    ),
    "directions behind a sentence, in a word, in brackets": (
        "<sp><speaker>Ada.</speaker><p>Go!<stage>Exit.</stage>Now<stage>(aside)</stage>he (<stage>"
        "Ben</stage>) goes—<stage>up</stage>.</p></sp>",
        "Ada.\nGo! Exit. Now (aside) he (Ben) goes—up.",
    ),
    "a new hand is none of the word beside it": (
        "<p>Rye <handShift new='#h1'/>is<handShift new='#h2'/> dear.</p>",
        "Rye is dear.",
        "Rye ‹Hand h1› is ‹Hand h2› dear.",
    ),
    "some items of a list have a number": (
        "<list type='simple'><item n='1'>oats</item><item>rye</item></list>"
        "<list><item>oats</item><item n='4'>rye</item><item>hay</item></list>",
        "1. oats\n- rye\n\n- oats\n4. rye\n5. hay",
    ),
    "how much is missing as a number of @extent": (
        "<p>Rye <gap reason='illegible' extent='3' unit='words'/> is <gap extent='2 lines'/> dear"
        " <supplied reason='subaudible'>here</supplied>.</p>",
        "Rye [… illegible 3 words] is [… gap 2 lines] dear (here).",
        "Rye [… illegible 3 words] is [… gap 2 lines] dear.",
    ),
    "an opener that is a sentence": (
        "<opener><dateline>Ystad</dateline>My <salute>dear Eva</salute>, how are you?</opener>",
        "Ystad\n\nMy dear Eva, how are you?",
    ),
    "a closer that is a sentence, and a name below it": (
        "<closer>I remain <salute>your friend</salute> <signed>Otto</signed></closer>",
        "I remain your friend\n\nOtto",
    ),
    "a hyphen before a note and the end of the line": (
        "<p>mead-<note>So.</note><lb break='no'/>ow</p>",
        "mead[1]ow\n\n## Notes\n\n[1] So.",
        "mead-[1]\now\n\n## Notes\n\n[1] So.",
    ),
    "hyphens of several kinds at ends of lines": (
        "<p>mead-<lb break='no'/>ow, mead<pc force='weak'>-</pc><lb break='no'/>ow</p>",
        "meadow, meadow",
        "mead-\now, mead-\now",
    ),
    "a sense that says its number": (
        "<entry><form><orth>rye</orth></form> <sense n='1'>1. <def>a grass</def>;</sense>"
        " <sense n='2'>2) <def>its grain</def></sense></entry>",
        "rye 1. a grass; 2) its grain",
    ),
    "a shift of the voice that ends leaves one blank": (
        "<u>Now <shift feature='loud' new='f'/> hear <shift/> this.</u>",
        "Now (louder) hear this.",
    ),
    "words in elements of a file without white space": (
        "<ab><s><w>Hens</w><w>lay</w><pc>,</pc><name><w>Eva</w></name><w>said</w><pc>.</pc></s>"
        "<s><pc>(</pc><w>So</w><pc>)</pc></s></ab>",
        "Hens lay, Eva said. (So)",
    ),
    "of such words, those that are joined": (
        "<ab><s><w>l</w><w join='left'>'</w><w join='left'>eau</w><w>bout</w></s></ab>",
        "l'eau bout",
    ),
    "words that are joined, with signs of which it is not said": (
        "<ab><s>\n<w>We</w>\n<w>do</w>\n<w join='left'>n't</w>\n<w>know</w>\n<pc>,</pc>\n<pc>(</pc>"
        "\n<w>he</w>\n<w>said</w>\n<pc>)</pc>\n<pc>.</pc>\n</s></ab>",
        "We don't know, (he said).",
    ),
    "signs that are joined, and one that is not": (
        "<ab><s>\n<w>Oats</w>\n<pc>!</pc>\n<w>and</w>\n<w>rye</w>\n<pc join='left'>"
        ".</pc>\n</s></ab>",
        "Oats ! and rye.",
    ),
    "an item without a leaf, and layouts from one number to another": (
        "<msDesc><msIdentifier><idno>7</idno></msIdentifier><msContents><msItem><locus/><title>"
        "Rolls</title></msItem></msContents><physDesc><objectDesc><layoutDesc><layout columns='1 2'"
        " ruledLines='20 25'/></layoutDesc></objectDesc></physDesc></msDesc>",
        "# 7\n\n## Contents\n\nRolls\n\n## Physical description\n\n"
        "Layout: 1–2 columns, 20–25 lines",
    ),
    "sizes and numbers that are values alone, and kinds of fields": (
        "<msDesc><msIdentifier><idno>7</idno></msIdentifier><physDesc><objectDesc><supportDesc>"
        "<extent><measure quantity='40' unit='leaf'/></extent></supportDesc></objectDesc><decoDesc>"
        "<decoNote type='not-seen'>Azure.</decoNote><decoNote type='other'>Red.</decoNote>"
        "</decoDesc>"
        "<bindingDesc><binding><p>Calf.</p></binding></bindingDesc></physDesc><history><origin>"
        "<dim unit='mm' quantity='3'/></origin></history></msDesc>"
        "<p><measure quantity='1' unit='pages'/>, <measure quantity='2' unit='quintal'/></p>",
        "# 7\n\n## Physical description\n\nExtent: 40 leaves\nDecoration (not seen): Azure.\n"
        "Decoration: Red.\nBinding: Calf.\n\n## History\n\nOrigin: 3 mm\n\n1 page, 2 quintal",
    ),
    "values that are named like words of ours": (
        "<p>Rye <gap reason='missing'/> and <gap reason='search' unit='words' quantity='2'/>."
        "<milestone unit='works' n='4'/> Oats</p>",
        "Rye [… missing] and [… search 2 words]. Oats",
        "Rye [… missing] and [… search 2 words]. [works 4] Oats",
    ),
    "words that are held to be another's": (
        "<p>Rye <secl>and oats</secl> grow.</p>",
        "Rye {and oats} grow.",
        "Rye and oats grow.",
    ),
    "copies of a manuscript": (
        "<msDesc><msIdentifier><idno>7</idno></msIdentifier><additional><surrogates>"
        "<bibl>Film 12</bibl></surrogates><listBibl><bibl>Lind 1901</bibl></listBibl></additional>"
        "</msDesc>",
        "# 7\n\n## Additional information\n\nCopies: Film 12\nLind 1901",
    ),
    "formulas with numbers": (
        "<p>So</p><formula n='3'>a = b</formula><p>and <formula n='4'>b = c</formula>, or</p>"
        "<formula n='(5)'><math xmlns='http://www.w3.org/1998/Math/MathML'><mi>c</mi></math>"
        "</formula>",
        "So\n\na = b (3)\n\nand b = c, or\n\nc (5)",
    ),
    "parts of a stone": (
        "<div type='textpart' subtype='search' n='2'><ab>Rye</ab></div>"
        "<div type='textpart' subtype='column' n='3'><ab>Oats</ab></div>"
        "<div type='textpart' subtype='book' n='4'><ab>Hay</ab></div>",
        "search 2\n\nRye\n\ncolumn 3\n\nOats\n\nbook 4\n\nHay",
    ),
    "tiers of a turn": (
        "<annotationBlock who='#mo'><u><w xml:id='w1'>Hens</w> <w xml:id='w2'>lay</w></u>"
        "<spanGrp type='de'><span from='#w1'>Hühner</span><span from='#w2'>legen</span></spanGrp>"
        "</annotationBlock>",
        "mo: Hens lay\n\nde: Hühner legen",
    ),
    "a label in the margin": (
        "<p>Rye is dear<label place='margin'>Of rye</label>. So<label place='left'>1723</label>"
        "it is.</p>",
        "Rye is dear Of rye. So 1723 it is.",
    ),
    "directions that touch": (
        "<p>Come <sound>thunder</sound><camera>close</camera>in <stage>runs</stage><stage>falls"
        "</stage>.</p>",
        "Come thunder close in runs falls.",
    ),
    "notes that are paragraphs of a list of notes": (
        "<div><p>Rye<ref target='#n1'>*</ref> and malt<ptr target='#n2'/>.</p></div><back>"
        "<div type='notes'><p><note xml:id='n1'>Dear.</note></p><list><item><note xml:id='n2'>"
        "Cheap.</note></item></list></div></back>",
        "Rye[*] and malt[1].\n\n## Notes\n\n[*] Dear.\n\n[1] Cheap.",
    ),
    "leaves of one text in several places": (
        "<msDesc><msIdentifier><idno>7</idno></msIdentifier><msContents><msItem><locusGrp>"
        "<locus from='1r' to='4v'/><locus from='6r'/></locusGrp><title>Rolls</title></msItem>"
        "</msContents></msDesc>",
        "# 7\n\n## Contents\n\nfols. 1r–4v, fol. 6r: Rolls",
    ),
    "numbers of a list that runs on": (
        "<p>Rye<list rend='inline'><item n='(1)'>feeds,</item><item n='2'>pleases.</item></list>"
        "</p>",
        "Rye (1) feeds, 2. pleases.",
    ),
    "a choice of forms of the source alone, or of the editors alone": (
        "<p>I <choice><orig>can</orig><orig>could</orig></choice> see <choice><reg>rye</reg><reg"
        " cert='high'>oats</reg></choice>.</p>",
        "I can see oats.",
    ),
    "supplied words before a note and a point": (
        "<p>Rye is <supplied>dear</supplied><note resp='#e'>So Ida.</note>.</p>",
        "Rye is [dear][1].\n\n## Notes\n\n[1] So Ida.",
        "Rye is.",
    ),
    "stars and rules between parts of a text": (
        "<p>So</p><milestone unit='section' rend='stars'/><p>it</p><p><milestone unit='x' "
        "rendition='#hr'/></p><p>is.</p>",
        "So\n\n* * *\n\nit\n\n———\n\nis.",
    ),
    "a message with a sign in its words and the hour of a standard": (
        "<post when-iso='2001-05-03T09:00' who='#ben'><p>Hi <figure type='emoji'><desc>:smile:"
        "</desc></figure> you.</p></post>",
        "ben, 3 May 2001, 09:00\n\nHi [:smile:] you.",
    ),
    "entries in an entry": (
        "<entry><form><orth>mill</orth></form><sense><def>a machine</def></sense><entry><form>"
        "<orth>mill-wheel</orth></form><def>its wheel</def></entry></entry>",
        "mill a machine; mill-wheel its wheel",
        "mill a machine mill-wheel its wheel",
    ),
    "sizes behind an abbreviation, a layout with sizes, dates before places": (
        "<msDesc><msIdentifier><idno>7</idno></msIdentifier><physDesc><objectDesc><supportDesc>"
        "<extent>40 ff.<dimensions type='leaf' unit='cm'><height>21</height><width>15</width>"
        "</dimensions></extent></supportDesc><layoutDesc><layout columns='2' writtenLines='15'>"
        "<dimensions type='written' unit='cm'><height>15</height></dimensions></layout>"
        "</layoutDesc></objectDesc></physDesc><history><origin><date>906</date> <origPlace>"
        "Shiraz</origPlace></origin></history></msDesc>",
        "# 7\n\n## Physical description\n\nExtent: 40 ff.; leaf 21 × 15 cm\nLayout: 2 columns,"
        " 15 lines; written space 15 cm\n\n## History\n\nOrigin: 906, Shiraz",
    ),
    "events in paragraphs": (
        "<u who='#a'>Yes.</u><incident><p>Bell <hi>rings</hi></p><p>twice</p></incident>",
        "a: Yes.\n\n(Bell rings twice)",
    ),
    "a quotation that the source set off, an indented line": (
        "<p>So <quote rend='blockquote'>it is</quote> now.</p><l rend='indented'>Rye</l>",
        "So\n\n> it is\n\nnow.\n\nRye",
    ),
    "a number that says its unit": (
        "<p>So <milestone unit='ftln' n='ftln-3'/>it is.</p>",
        "So it is.",
        "So [ftln-3] it is.",
    ),
    "letters of printed notes are no numbers of others": (
        "<p>Rye<note n='a'>A.</note> is<note resp='#e'>B.</note> dear<note>C.</note>.</p>",
        "Rye[a] is[b] dear[1].\n\n## Notes\n\n[a] A.\n\n[b] B.\n\n[1] C.",
        "Rye[a] is dear[1].\n\n## Notes\n\n[a] A.\n\n[1] C.",
    ),
    "how such characters are read": (
        "<p><ruby><rb>稻</rb><rt>いね</rt></ruby>を<ruby><rb>rye</rb><rt>rai</rt></ruby></p>",
        "稻（いね）をrye (rai)",
    ),
    "an issue in the head of a paper": (
        "<ab><bibl><biblScope unit='volume'>IV</biblScope> <date>3 May</date></bibl></ab>",
        "IV, 3 May",
    ),
    "spans of time that are values": (
        "<p>Wait <time dur='PT1H30M'/>, then <date dur='P14D'/>.</p>",
        "Wait 1 h 30 min, then 14 d.",
    ),
}  # fmt: skip


def test_a_speech_in_lines_is_no_poem() -> None:
    """Its lines are not counted, those of a song that has a head are."""
    verses = "<l>So it goes.</l>" * 12
    body = "<sp><speaker>Ada</speaker><lg>{}</lg></sp>"
    for words, numbers in ((verses, 0), (f"<head>Song</head>{verses}", 12)):
        assert str(ruled(body.format(words)).tree).count(" n=") == numbers
    assert str(ruled(f"<lg>{verses}</lg>").tree).count(" n=") == 12


def test_spans_of_cells_that_are_no_numbers() -> None:
    """They are passed over in every output."""
    tree = str(
        ruled(
            "<table><row><cell rows='x' cols='0'>1.5</cell><cell cols='2'>2</cell></row></table>"
        ).tree
    )
    assert re.findall(r' (?:rows|cols)="[^"]*"', tree) == [' cols="2"']
    outputs(document("<table><row><cell rows='x' cols='0'>1.5</cell></row></table>"))


def test_the_number_of_the_only_part_says_nothing() -> None:
    """One of several parts has its number, and so has a single one that is not the first."""
    part = "<div n='{}'><p>Rye.</p></div>"
    for numbers, shown in (("1", 0), ("3", 1), ("12", 2)):
        body = "".join(map(part.format, numbers))
        assert len(re.findall(r"<ed:section [^>]*\bn=", str(ruled(body).tree))) == shown


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_kind(kind: tuple[str, ...]) -> None:
    """Each kind as plain text; pages and books have the same words."""
    hold(kind)
    assert not ruled(document(kind[0])).diagnostics


# The same, with numbers and blanks that pages have from their style.
IN_TEXT = {
    "a blank goes with the word that was struck": (
        "<p>Come near <del>now</del>, he said <surplus>and</surplus>. A <del>hen</del> came.</p>",
        "Come near, he said. A came.",
        "Come near ⟦now⟧, he said and. A ⟦hen⟧ came.",
    ),
    "a note in the margin before a word": (
        "<p><note place='margin'>Of rye</note>Rye is dear.</p>",
        "[margin: Of rye] Rye is dear.",
    ),
    "lines and signs of a stone whose file keeps its white space": (
        "<div type='edition' xml:space='preserve'><ab>\n<lb n='1'/>ave <g type='hedera'/> <g"
        " type='interpunct'/> a<supplied reason='lost' cert='low'>n</supplied>us \n<lb n='2'"
        " break='no'/>et\n</ab></div>",
        "1 ave ((hedera)) · a[n(?)]us-\n2 et",
        "1 AVE ((hedera)) · A[.]US-\n2 ET",
    ),
    "divisions and verses of a file that keeps its white space": (
        "<div xml:space='preserve'>\n\t<lg>\n\t\t<l>The sky</l> \n\t\t<l>is  grey</l>\n\t</lg>\n\t"
        "<div>\n\t\t<!-- to come -->\n\t</div>\n\t<listBibl>\n\t\t<bibl>Reed</bibl>\n\t"
        "</listBibl>\n</div>",
        "The sky\nis  grey\n\nReed",
        "The sky\nis  grey\n\nReed",
    ),
    "where a thing was found and where it was made": (
        "<msDesc><msIdentifier><idno>MS 7</idno></msIdentifier><history><provenance type='found'>"
        "Hallow</provenance><provenance type='moved'>Lund</provenance><provenance>Bath</provenance>"
        "</history></msDesc>",
        "# MS 7\n\n## History\n\nProvenance (found): Hallow\nProvenance (moved): Lund\n"
        "Provenance: Bath",
    ),
    "headings in divisions that have none": (
        "<div><head>Roll</head><div type='week'><div><head>Monday</head><p>Rye.</p></div><div>"
        "<head>Tuesday</head><p>Oats.</p></div></div></div>",
        "## Roll\n\n### Monday\n\nRye.\n\n### Tuesday\n\nOats.",
    ),
    "a place in a list that stands as text": (
        "<listPlace><place><placeName>Lund</placeName><location><region>Scania</region></location>"
        "<desc>A town.<note>So Reed.</note></desc><population quantity='1200' when='1801'/><state"
        " type='existence' from='1100'/></place></listPlace>",
        "Lund, Scania\n\nA town.[1]\n\nPopulation 1200 (1801), existence from 1100\n\n"
        "## Notes\n\n[1] So Reed.",
    ),
    "relations, numbers and books of people in a list": (
        "<listPerson><person xml:id='a'><persName>Ann</persName><idno type='VIAF'>12</idno><bibl>"
        "Reed 3</bibl></person><person xml:id='b'><persName>Ben</persName></person><listRelation>"
        "<relation name='parent' active='#a' passive='#b'/><relation name='spouse' mutual='#a #b'>"
        "<desc>in the will</desc></relation></listRelation></listPerson>",
        "Ann, VIAF 12\n\nReed 3\n\nBen\n\nAnn → Ben: parent\n\nAnn, Ben: spouse in the will",
    ),
    "sizes below paragraphs and behind a number of leaves": (
        "<msDesc><msIdentifier><idno>MS 7</idno></msIdentifier><physDesc><objectDesc><supportDesc>"
        "<support><p>Marble.</p><dimensions type='surface' unit='cm'><height>85</height><width>51"
        "</width></dimensions></support><extent>ii + 41 leaves <dimensions type='leaf' unit='mm'>"
        "<height>210</height><width>150</width></dimensions></extent></supportDesc></objectDesc>"
        "</physDesc></msDesc>",
        "# MS 7\n\n## Physical description\n\nSupport: Marble.\nsurface 85 × 51 cm\n"
        "Extent: ii + 41 leaves; leaf 210 × 150 mm",
    ),
    "places in a book that is pointed to stand behind it": (
        "<listBibl><bibl><ref target='https://example.org/r'>Reed 1901</ref><citedRange"
        " unit='page'>24, 26</citedRange><citedRange>table 3</citedRange></bibl></listBibl>",
        "Reed 1901, pp. 24, 26, table 3",
    ),
    "a reading of a line, not of a word": (
        "<div type='edition'><ab><lb n='1'/>ave <lb n='2'/>via</ab></div><back><listApp><app"
        " loc='2'><rdg>vita</rdg><note>doubtful</note></app></listApp></back>",
        "1 ave\n2 via\n\n## Apparatus\n\n2 vita (doubtful)",
        "1 AVE\n2 VIA",
    ),
    "letters of a stone that nobody understands": (
        "<div type='edition'><ab><lb n='1'/>ave <orig>abr</orig></ab></div>",
        "1 ave ABR",
        "1 AVE ABR",
    ),
    "a stone whose lines stand in prose or verse": (
        "<div type='edition' xml:space='preserve'><p><lb n='1'/>Av<supplied reason='lost'>e s"
        "</supplied>al<lb n='2' break='no'/>ve</p></div><div type='edition'><div type='textpart'"
        " n='a'><lg><l><lb n='1'/>via <gap reason='lost' quantity='2' unit='character'/></l></lg>"
        "</div></div>",
        "1 Av[e s]al-\n2 ve\n\na\n\n1 via [..]",
        "1 AV[. .]AL-\n2 VE\n\na\n\n1 VIA [..]",
    ),
    "a letter in lines, whose edition is called so, is no stone": (
        "<div type='edition'><p><lb n='1'/>Salt <supplied reason='lost'>is</supplied> dear.</p>"
        "</div>",
        "Salt [is] dear.",
        "Salt dear.",
    ),
    "a figure of which nothing but a description is there": (
        "<p>Rye.</p><figure><figDesc>A seal</figDesc></figure><figure><head>Mill</head><figDesc>A"
        " tower</figDesc></figure>",
        "Rye.\n\n[figure: A seal]\n\nMill\n[figure: A tower]",
        "Rye.\n\n[figure: A seal]\n\nMill",
    ),
    "a remark of the editors between turns": (
        "<div><u who='#a'>Yes.</u><note type='editorial'>Tape changed.</note><u who='#b'>No.</u>"
        "</div>",
        "a: Yes.[1]\n\nb: No.\n\n## Notes\n\n[1] Tape changed.",
        "a: Yes.\n\nb: No.",
    ),
    "a prologue and an epilogue have headings": (
        "<prologue><head>Before</head><p>Rye.</p></prologue><div><p>So.</p></div><epilogue><head>"
        "Behind</head><p>Oats.</p></epilogue>",
        "## Before\n\nRye.\n\nSo.\n\n## Behind\n\nOats.",
    ),
    "a reading that rests on a book without a siglum": (
        "<p>Rye <app><lem>is</lem><rdg source='#b1'>was</rdg></app> dear.</p><listBibl><bibl"
        " xml:id='b1'><author>Ida Holm</author>, <date>1935</date></bibl></listBibl>",
        "Rye is dear.\n\nIda Holm, 1935\n\n## Apparatus\n\n¶ 1 is] was Ida Holm 1935\n\n"
        "## Sigla\n\nIda Holm 1935: Ida Holm, 1935",
        "Rye is dear.\n\nIda Holm, 1935\n\n## Sigla\n\nIda Holm 1935: Ida Holm, 1935",
    ),
    "raised figures behind figures, and behind letters": (
        "<p>1-4<hi rend='sup'>10</hi>, x<hi rend='sup'>2</hi></p>",
        "1-4¹⁰, x2",
    ),
    "a stone has its letters, no signs of editors and no accents": (
        "<div type='edition' xml:lang='grc'><ab><lb n='1'/>τύ<unclear>χῃ</unclear> <note>A"
        " wish.</note><expan>Ἰ<ex>ουλία</ex></expan> <space/>θεᾶι</ab></div>",
        "1 τύχ̣ῃ̣ [1]Ἰ(ουλία) (vac.) θεᾶι\n\n## Notes\n\n[1] A wish.",
        "1 ΤΥΧ̣Η̣ [1]Ι (vac.) ΘΕΑΙ\n\n## Notes\n\n[1] A wish.",
    ),
    "a point under a letter is none of doubt where letters have it": (
        "<div type='edition' xml:lang='sa-Latn'><ab><lb n='1'/>pā<unclear>ṭaḥ</unclear> ta<unclear"
        " cert='low'>ta</unclear></ab></div>",
        "1 pāṭaḥ(?) tata(?)",
    ),
    "what befell a manuscript, and when": (
        "<msDesc><msIdentifier><idno>MS 7</idno></msIdentifier><history><provenance when='1782'>"
        "Sold.</provenance><acquisition notAfter='1850'>Bought by 1850.</acquisition></history>"
        "</msDesc>",
        "# MS 7\n\n## History\n\nProvenance (1782): Sold.\nAcquisition: Bought by 1850.",
    ),
    "parts beside an inscription": (
        "<div type='edition'><ab><lb n='1'/>hic iacet</ab></div><div type='translation'><p>Here"
        " lies.</p></div><div type='commentary'><head>Remarks</head><p>So.</p></div>",
        "1 hic iacet\n\n## Translation\n\nHere lies.\n\n## Remarks\n\nSo.",
        "1 HIC IACET\n\n## Remarks\n\nSo.",
    ),
    "a birth in words that do not say so": (
        "<listPerson><person><persName>Ida Holm</persName><birth>before 1800</birth><death>d. 1832"
        "</death></person></listPerson>",
        "Ida Holm, Born before 1800, d. 1832",
    ),
    "a line ends within a form that the editors write": (
        "<div type='edition' xml:lang='grc'><ab><lb n='1'/>ὁ <choice><reg>μύ<lb n='2' break='no'/>"
        "λος</reg><orig>μυλως</orig></choice> τρέχει</ab></div><p>So wo<choice><sic>onder</sic>"
        "<corr>n<pb n='4' break='no'/>der</corr></choice> is.</p>",
        "1 ὁ μύ-\n2 λος τρέχει\n\nSo wonder is.",
        "1 Ο ΜΥΛΩΣ\n2 ΤΡΕΧΕΙ\n\nSo woonder\n[page 4]\nis.",
    ),
    "a pointer with the pages that are meant is a record": (
        "<p>So <bibl><ptr target='https://x.org/b'/><citedRange unit='page'>2-3</citedRange></bibl>"
        ", <bibl><ref target='https://x.org/c'>Holm</ref><citedRange>5</citedRange></bibl>.</p>",
        "So https://x.org/b, pp. 2-3, Holm, 5.",
    ),
    "notes whose printed numbers begin anew in each chapter": (
        "<div><p>Rye<note n='1'>A.</note> is<note xml:id='k' n='2'>B.</note> dear<note n='3'>C."
        "</note>.</p></div><div><p>Malt<note n='1'>D.</note> is<note n='2'>E, as <ptr target='#k'/>"
        ".</note> so<note sameAs='#k'/>, see <ptr target='#k'/>.<note>F.</note></p></div>",
        "Rye[1.1] is[1.2] dear[3].\n\nMalt[2.1] is[2.2] so[1.2], see 1.2.[4]\n\n## Notes\n\n"
        "[1.1] A.\n\n[1.2] B.\n\n[3] C.\n\n[2.1] D.\n\n[2.2] E, as 1.2.\n\n[4] F.",
    ),
    "notes of each page have a star": (
        "<p>Rye<note n='*'>A.</note> is<note n='*'>B.</note> dear<note n='1'>C.</note>.</p>",
        "Rye[1.*] is[2.*] dear[1].\n\n## Notes\n\n[1.*] A.\n\n[2.*] B.\n\n[1] C.",
    ),
    "marks that an inscription has over and through its letters": (
        "<div type='edition'><ab><lb n='1'/>di<hi rend='apex'>o</hi>s v<hi rend='apex'>í</hi>x <hi"
        " rend='intraline'>hs</hi> <hi rend='diaeresis'>ἰ</hi>ς <hi rend='diaeresis'>υ</hi>ς"
        " <hi rend='tall'>i</hi>n</ab></div>",
        "1 diós víx h̶s̶ ἰς ϋς in",
        "1 DIÓS VÍX H̶S̶ ΪΣ ΫΣ IN",
    ),
    "what is said of a picture on a stone is in no capitals": (
        "<div type='edition'><ab><lb n='1'/>ave <figure><figDesc>Leaf</figDesc></figure></ab>"
        "</div>",
        "1 ave\n\n[figure: Leaf]",
        "1 AVE\n\n[figure: Leaf]",
    ),
    "letters of a transliteration mean what they are": (
        "<div type='edition' xml:lang='akk'><ab><lb n='1'/>šar KUR</ab></div>",
        "1 šar KUR",
    ),
    "what was never written, and how much is lost, in words of @extent": (
        "<div type='edition'><ab><lb n='1'/><supplied reason='subaudible'>dis</supplied> manibus"
        " <gap reason='lost' extent='3' unit='character'/><supplied reason='subaudible'>et"
        "</supplied></ab></div>",
        "1 (dis) manibus [...](et)",
        "1 MANIBUS [...]",
    ),
    "a part of what was struck stands again": (
        "<p>The <del>cold <seg xml:id='u1'>grey</seg> wide</del><undo target='#u1'/> sea"
        " <del>was <restore>so</restore></del> still.</p>",
        "The grey sea so still.",
        "The ⟦cold⟧ ⟦grey⟧{stet} ⟦wide⟧ sea ⟦was⟧ ⟦so⟧{stet} still.",
    ),
    "items with signs of their own": (
        "<list rend='numbered'><item n='a)'>oats</item><item n='(b)'>rye</item>"
        "<item n='iii.'>malt</item></list>",
        "a) oats\n(b) rye\niii. malt",
    ),
    "an example keeps its lines": (
        "<eg>\none\n    two\n</eg>",
        "one\n    two",
    ),
    "lost letters are points in the diplomatic text of a stone": (
        "<div type='edition'><ab><lb n='1'/><supplied reason='lost'>dis</supplied>"
        "<gap reason='lost' quantity='4' precision='low' unit='character'/> "
        "<supplied reason='lost'>ma<lb n='2' break='no'/>ni</supplied>bus <hi rend='apex'>o</hi>"
        "</ab></div>",
        "1 [dis c. 4] [ma]-\n2 [ni]bus ó",
        "1 [... c. 4] [..]-\n2 [..]BUS Ó",
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", IN_TEXT.values(), ids=IN_TEXT)
def test_text(kind: tuple[str, ...]) -> None:
    """Each kind as plain text; no look in it is one that nobody knows."""
    assert plain(kind[0], "reading").strip("\n") == kind[1]
    assert plain(kind[0], "diplomatic").strip("\n") == kind[-1]
    assert "T006" not in {one.code for one in ruled(kind[0]).diagnostics}


POLICY = (
    "<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p>x</p>"
    "</publicationStmt><sourceDesc><p>x</p></sourceDesc></fileDesc><encodingDesc><editorialDecl>"
    "<hyphenation eol='some'><p>Soft hyphens are marked.</p></hyphenation></editorialDecl>"
    "</encodingDesc></teiHeader>"
)


def test_declared_policy_tells_hard_hyphens_from_soft_ones() -> None:
    """Where the header speaks of hyphens and soft ones are marked, plain ones are hard."""
    body = "<p>first-<lb break='no'/>rate mead<pc force='weak'>-</pc><lb break='no'/>ow</p>"
    case = (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{POLICY}<text><body>{body}</body></text></TEI>'
    )
    assert "first-rate meadow" in plain(case, "reading")


WRITTEN = POLICY.join(
    (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="case">',
        "<facsimile><surface n='1r'><graphic url='a.png'/><zone><line>Rye is</line>"
        "<line>dear.</line></zone></surface></facsimile>{text}</TEI>",
    )
)


def test_words_on_pictures_are_the_text_where_there_is_no_other() -> None:
    """A facsimile whose zones hold words is read as a source document is."""
    assert plain(WRITTEN.format(text=""), "reading").endswith("\n\nRye is dear.\n")
    beside = WRITTEN.format(text="<text><body><p>Malt.</p></body></text>")
    assert "Rye" not in plain(beside, "diplomatic")


def test_a_space_is_as_wide_as_its_letters() -> None:
    """Pages and books have so many blanks that are kept; plain text has one."""
    case = "<p>Rye<space unit='chars' quantity='3'/>malt</p>"
    for name in ("reading.html", "print.html", "epub.xhtml"):
        assert f'Rye<span class="space">{3 * chr(160)}</span>malt' in outputs(case)[name]
    assert plain(case, "reading") == "Rye malt\n"


def test_a_note_in_the_margin_ends_before_the_text() -> None:
    """Who copies or hears the page is given two words."""
    page = outputs("<p><note place='margin'>Of rye</note>Rye is dear.</p>")["reading.html"]
    assert "Of rye </span>Rye" in page


@pytest.mark.parametrize(
    ("word", "look"),
    [
        ("capitals", "caps"),
        ("strike", "struck"),
        ("Small-Capitals", "smallcaps"),
        ("color(#c00)", "colour-red"),
    ],
)
def test_words_for_looks(word: str, look: str) -> None:
    """Looks go by several names."""
    case = f"<p><hi rend='{word}'>rye</hi></p>"
    assert f'"hi {look}"' in outputs(case)["reading.html"]
    assert not ruled(document(case)).diagnostics


def test_who_changed_what() -> None:
    """A change names who made it, after the header's own list of them."""
    header = POLICY.replace(
        "</titleStmt>",
        "<respStmt xml:id='eva'><resp>Encoding</resp><name>Eva Lind</name></respStmt></titleStmt>",
    ).replace(
        "</teiHeader>",
        "<revisionDesc><change when='1901' who='#eva'>Read once more.</change></revisionDesc>"
        "</teiHeader>",
    )
    case = (
        f"<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:id='case'>{header}<text><body/></text></TEI>"
    )
    page = outputs(case)["reading.html"]
    assert '1901</span> Read once more.<span class="added"> (Eva Lind)</span>' in page


def test_sides_of_a_text_that_are_values() -> None:
    """What a textDesc says in words or in attributes is on the page, also in elements of others."""
    sides = (
        "<profileDesc><textDesc><channel mode='w'>print</channel><domain type='art'/>"
        "<purpose type='entertain' degree='high'/><authorGender xmlns='urn:x' key='F'/></textDesc>"
        "</profileDesc></teiHeader>"
    )
    header = POLICY.replace("</teiHeader>", sides)
    case = (
        f"<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:id='case'>{header}<text><body/></text></TEI>"
    )
    said = ("print", "domain: art", "purpose: to entertain, high", "author’s gender: female")
    assert "\n".join(f"<p>{one}</p>" for one in said) in outputs(case)["reading.html"]


def test_who_takes_part_and_how_in_the_language_of_the_page() -> None:
    """Values of the TEI have a word in it; whoever has no id is in no register, and told there."""
    sides = (
        "<profileDesc><textDesc><interaction type='complete' active='singular' passive='many'/>"
        "<purpose type='inform'/></textDesc><particDesc><person sex='F' role='Wirtin'><p>Aus Lund"
        "</p></person><person xml:id='ida'><persName>Ida</persName></person></particDesc>"
        "</profileDesc></teiHeader>"
    )
    header = POLICY.replace("</teiHeader>", sides)
    case = (
        f"<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:id='case' xml:lang='de'>{header}<text>"
        "<body/></text></TEI>"
    )
    page = outputs(case)["reading.html"]
    for said in (
        "Interaktion: vollständig (eine Person → viele)",
        "Zweck: unterrichten",
        "Aus Lund (Wirtin, weiblich)",
    ):
        assert f"<p>{said}</p>" in page
    made = ruled(case)
    prepared, tree = here().serialize(made.prepared), here().serialize(made.tree)
    assert conserved("case.xml", prepared, tree, {}).diagnostics == ()


def test_lines_of_a_script_without_blanks() -> None:
    """Where no blanks part words, the end of a line is none."""
    case = "<p>黍稷<lb/>稻粱\n麻\n豆<lb/>rye\nand\n麥</p>"
    assert plain(case, "reading").strip() == "黍稷稻粱麻豆 rye and 麥"
    assert plain(case, "diplomatic").strip() == "黍稷\n稻粱麻豆\nrye and 麥"
    assert "黍稷稻粱麻豆 rye and 麥" in re.sub("<[^>]*>", "", outputs(case)["reading.html"])


def test_a_letter_read_on_a_day_that_nobody_knows() -> None:
    """An action whose date says nothing is told without it."""
    action = "<correspAction type='read'><persName>Eva</persName><date/></correspAction>"
    header = POLICY.replace(
        "</teiHeader>",
        f"<profileDesc><correspDesc>{action}</correspDesc></profileDesc></teiHeader>",
    )
    case = (
        f"<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:id='case'>{header}<text><body/></text></TEI>"
    )
    assert "read: Eva\n" in plain(case, "reading")
    assert re.search(r"<dd>\s*Eva\s*</dd>", outputs(case)["reading.html"])


def test_a_running_head_and_the_end_of_a_gathering() -> None:
    """Signs of the page are one blank away from the words."""
    case = "<p>Rye <fw>HEAD</fw> grows<gb n='A'/></p>"
    assert plain(case, "diplomatic").strip() == "Rye HEAD grows [gathering A]"


def test_characters_that_the_header_describes() -> None:
    """One that is empty, or has a number for private use, stands as it is usually written; else as
    it is made up; a letter of Unicode, and one of which nothing is told, stand as they are.
    """
    characters = (
        "<encodingDesc><charDecl><char xml:id='a'><mapping type='PUA'>U+F136E</mapping><charProp>"
        "<localName>composition</localName><value>[x/y]</value></charProp><charProp><localName>"
        "normalized form</localName><value>xy</value></charProp></char><char xml:id='b'><mapping>"
        "[p+q]</mapping></char><char xml:id='c'><mapping type='PUA'>\ue5a1</mapping></char>"
        "</charDecl></encodingDesc></teiHeader>"
    )
    words = (
        "A<g ref='#a'>\U000f136e</g>, <g ref='#b'/>, <g ref='char:b'>\ue000</g>, "
        "<g ref='#b'>z</g>, <g ref='#c'>\ue5a1</g>, c<g ref='char:none'>\u0304</g>."
    )
    case = document(f"<p>{words}</p>").replace("</teiHeader>", characters)
    said = "Axy, [p+q], [p+q], z, \ue5a1, c\u0304."
    for reading in READINGS:
        assert plain(case, reading).split("***\n\n", 1)[-1].strip() == said
    assert said in re.sub("<[^>]*>", "", outputs(case)["reading.html"])


def test_a_reference_to_the_picture_of_a_page() -> None:
    """It leads to where the page begins; one that leads nowhere is words, and no dead link."""
    case = (
        "<p>See <ref target='#f2'>there</ref>, <ref target='#f9'>nowhere</ref>.</p>"
        "<pb xml:id='p2' n='2' facs='#f2'/><p>Rye.</p>"
    )
    for name in ("reading.html", "print.html", "epub.xhtml"):
        page = outputs(case)[name]
        assert re.search(r'href="#(case\.)?p2"[^>]*>there</a>', page)
        assert "f9" not in page
        assert "nowhere" in page


def test_looks_in_the_forms_of_others() -> None:
    """slant(italic) of the Women Writers Project, bold:true of Transkribus, are looks."""
    case = (
        "<p><hi rend='slant(italic)'>a</hi> <hi rend='bold:true; fontSize:0.0;'>b</hi> <hi"
        " rend='superscript: true;'>c</hi> <hi rend='bold:false;'>d</hi></p>"
    )
    looks = dict(re.findall(r'rend="(\w+)">(\w)<', str(ruled(case).tree.head)))
    assert looks == {"italic": "a", "bold": "b", "superscript": "c"}
    assert ruled(case).diagnostics == ()


def test_where_an_addition_stands() -> None:
    """It is told in the language of the text."""
    words = "Rye <add place='left'>is</add> <add place='margin'>so</add> dear."
    case = f"<p xml:lang='de'>{words}</p>"
    assert plain(case, "diplomatic").strip() == "Rye ‹links: is› ‹am Rand: so› dear."
    assert plain(case, "reading").strip() == "Rye is so dear."


def test_a_word_in_two_parts_over_the_end_of_a_line() -> None:
    """It is one, as @part says, though the break does not."""
    case = "<p><w>go</w> <w part='I'>with</w><lb/><w part='F'>in</w> <w>it</w></p>"
    assert plain(case, "reading").strip() == "go within it"
    assert plain(case, "diplomatic").strip() == "go with\nin it"
    assert "go within it" in re.sub("<[^>]*>", "", outputs(case)["reading.html"])


def test_a_page_whose_number_is_in_brackets() -> None:
    """It has no second ones."""
    case = "<p>Rye <pb n='[I]'/>is dear.</p>"
    assert plain(case, "diplomatic").strip() == "Rye\n[page I]\nis dear."
    assert 'data-n="I"' in outputs(case)["print.html"]


DIVIDED = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="case"><teiHeader/><sourceDoc>
<surface n="1r"><zone><line>Rye is won</line><line break="no">derful, mid-</line>
<line><lb break="no"/>day oats</line><line>are <hi>d<lb break="no"/>ear</hi> in<pc force="weak"
>-</pc></line><line>deed.</line></zone></surface></sourceDoc></TEI>"""


def test_a_word_goes_on_in_the_next_line_of_a_page() -> None:
    """It is one word in the reading text and for search, two pieces in the diplomatic text."""
    words = "Rye is wonderful, midday oats are dear indeed."
    assert plain(DIVIDED, "reading").endswith(f"\n\n{words}\n")
    lines = "[page 1r]\nRye is won\nderful, mid-\nday oats\nare d\near in-\ndeed.\n"
    assert plain(DIVIDED, "diplomatic").endswith(lines)
    pages = outputs(DIVIDED)
    assert words in re.sub("<[^>]*>", "", pages["reading.html"])
    assert words in re.sub("<[^>]*>", "", pages["epub.xhtml"])
    (passage,) = of_text("case", f"<main>{pages['reading.html']}</main>".encode()).values()
    assert words in passage.decode()
    assert "won<br/>derful, mid<span" in pages["diplomatic.html"]
    made = ruled(DIVIDED)
    prepared, tree = here().serialize(made.prepared), here().serialize(made.tree)
    assert conserved("case.xml", prepared, tree, {}).diagnostics == ()


SIGNS = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="case"><teiHeader><profileDesc>
<handNotes><handNote xml:id="a">Anne
(pencil)</handNote><handNote xml:id="b" n="2">Bo</handNote></handNotes></profileDesc></teiHeader>
<sourceDoc><surface n="1"><zone><metamark>+</metamark><line>Rye is</line><metamark
function="flag">NB</metamark><line
>dear</line><handShift new="#a"/><line>now</line><add>here</add></zone><zone><line><handShift
new="#a"/><mod rend="strikethrough" spanTo="#e"/>Oats<anchor xml:id="e"/> too</line><line><handShift
new="#b"/>hay</line></zone></surface></sourceDoc></TEI>"""


def test_signs_between_lines_are_lines() -> None:
    """They are none of the words beside them; a hand is called by the words that describe it."""
    assert plain(SIGNS, "reading").endswith("\n\nRye is dear now here\n\nOats too hay\n")
    lines = "[page 1]\n\n+\nRye is\nNB\ndear\n‹Hand Anne (pencil)›\nnow\n\\here/\n\n"
    written = plain(SIGNS, "diplomatic")
    assert f"{lines}‹Hand Anne (pencil)› ‹strikethrough: Oats› too\n‹Hand 2› hay\n" in written
    page = re.sub("<(?!br/)[^>]*>", "", outputs(SIGNS)["diplomatic.html"])
    assert re.search(r"Rye is\s*<br/>NB\s*<br/>dear\s*<br/>‹Hand Anne", page)
    made = ruled(SIGNS)
    prepared, tree = here().serialize(made.prepared), here().serialize(made.tree)
    texts = {f"{one}/case.txt": plain(SIGNS, one).encode() for one in READINGS}
    assert conserved("case.xml", prepared, tree, {"text": texts}).diagnostics == ()


VERSE = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="case"><teiHeader/><sourceDoc>
<surface><zone><line>Bread is</line><line>dear.</line></zone><zone type="verse"><line>Rye is <add
>so</add></line><line>tall</line></zone><zone><milestone unit="tei:lg"/><line>Oats and</line>
<line>hay,</line><milestone unit="stanza"/><line>malt</line><milestone unit="tei:p"/><line>Salt is
</line><line>dear.</line></zone></surface><surface><zone><milestone unit="tei:speaker" spanTo="#a"/>
<line>A voice</line><anchor xml:id="a"/><line>Who comes</line><milestone unit="tei:l" spanTo="#b"/>
<line>so late and</line><line>far</line><anchor xml:id="b"/><line>to me?</line></zone></surface>
</sourceDoc></TEI>"""


def test_verse_on_a_page_keeps_its_lines() -> None:
    """Where its zone or a milestone says that it is verse; prose runs on, and so does a verse that
    the page has in two lines.
    """
    stanzas = ("Rye is so\ntall", "Oats and\nhay,", "malt", "Salt is dear.")
    speech = "A voice\nWho comes\nso late and far\nto me?"
    words = "\n\n".join(("Bread is dear.", *stanzas, speech))
    assert plain(VERSE, "reading").endswith(f"***\n\n{words}\n")
    for name in ("reading.html", "print.html", "epub.xhtml"):
        page = re.sub("<(?!br/)[^>]*>", "", outputs(VERSE)[name])
        assert re.search(r"Rye is so ?<br/>tall", page), name
        assert re.search(r"so late and far ?<br/>to me", page), name
        assert "Bread is dear." in page, name


OVER = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="case"><teiHeader/><sourceDoc>
<surface n="1r"><zone><line>Rye is won</line></zone><zone type="library"><line>MS 7</line></zone>
<zone><line><lb break="no"/>derful, <hi>mid-</hi></line></zone></surface><surface n="1v">
<zone type="pagination"><line>2</line></zone><zone xml:id="z2"><milestone unit="page" break="no"/>
<line>day oats</line><line>are in<pc force="weak">-</pc></line></zone></surface>
<surface n="2r"><line>deed dear,</line><zone><line>malt</line></zone></surface>
<surface n="2v"><p>So:</p><line>hay.</line></surface></sourceDoc></TEI>"""


def test_a_word_goes_on_in_the_next_zone_and_on_the_next_page() -> None:
    """What is said between lines and of them holds over the borders in which they stand, past the
    number of a page; a page begins where its first words do.
    """
    words = "Rye is wonderful, midday oats are indeed dear,"
    assert plain(OVER, "reading").endswith(f"\n\n{words}\n\nmalt\n\nSo:\n\nhay.\n")
    lines = (
        "[page 1r]\nRye is won\nderful, mid-\n[page 1v]\nday oats\nare in-\n[page 2r]\ndeed dear,"
        "\n\nMS 7\n\n2\n\nmalt\n\n[page 2v]\n\nSo:\n\nhay.\n"
    )
    assert plain(OVER, "diplomatic").endswith(lines)
    pages = outputs(OVER)
    for name in ("reading.html", "print.html", "epub.xhtml"):
        assert words in re.sub("<[^>]*>", "", re.sub(r"<(\w+)[^>]*>\d[rv]</\1>", "", pages[name]))
    assert 'id="z2"' in pages["reading.html"]
    made = ruled(OVER)
    prepared, tree = here().serialize(made.prepared), here().serialize(made.tree)
    texts = {f"{one}/case.txt": plain(OVER, one).encode() for one in READINGS}
    assert conserved("case.xml", prepared, tree, {"text": texts}).diagnostics == ()


MUSIC = """<p xmlns:mei="http://www.music-encoding.org/ns/mei">So s<notatedMusic><label>Tune</label>
<mei:mdiv><mei:staff n="1"><mei:note pname="c"><mei:verse><mei:syl con="d">Ky</mei:syl></mei:verse>
</mei:note><mei:dir>slow</mei:dir><mei:syl>rie</mei:syl><mei:syl>e</mei:syl></mei:staff></mei:mdiv>
</notatedMusic>o <score-partwise xmlns=""><pitch><step>C</step></pitch></score-partwise>it is.</p>
<notatedMusic xmlns:mei="http://www.music-encoding.org/ns/mei"><head>Hymn</head><ptr
target="hymn.mei"/><mei:score><mei:note>d</mei:note></mei:score></notatedMusic><notatedMusic><graphic
url="hymn.png"/><score-timewise xmlns=""><step>C</step></score-timewise></notatedMusic>
<cml xmlns="urn:cml"><molecule><name>water</name></molecule></cml>"""


def test_music_is_told_to_be_there() -> None:
    """Its notes are no words, those that are sung are; a picture stands for it. Each vocabulary is
    told once.
    """
    said = "[music, not shown: Kyrie e]"
    words = (
        f"So s Tune {said} o [music, not shown] it is.\n\nHymn\nhymn.mei\n[music, not shown]\n\n"
        "[figure: Music]\n\nwater\n"
    )
    assert plain(MUSIC, "reading") == plain(MUSIC, "diplomatic") == words
    pages = outputs(MUSIC)
    for name in ("reading.html", "diplomatic.html", "print.html", "epub.xhtml"):
        bare = re.sub("<[^>]*>", "", pages[name])
        assert f"So s Tune {said} o [music, not shown] it is." in bare
        assert "[hymn.png]" in bare or "[Music]" in bare
    made = ruled(document(MUSIC))
    assert [(one.code, one.message.split()[2]) for one in made.diagnostics] == [
        ("T009", "MEI"), ("T009", "MusicXML"), ("T013", "of")
    ]  # fmt: skip
    prepared, tree = here().serialize(made.prepared), here().serialize(made.tree)
    texts = {f"{one}/case.txt": plain(MUSIC, one).encode() for one in READINGS}
    assert conserved("case.xml", prepared, tree, {"text": texts}).diagnostics == ()


BLOCKS = """<div><head>Of rye <list><item>price</item><item>use</item></list> and<lg><l>malt</l>
<l>oats</l></lg></head><p>So <app><lem wit="#A">is<list><item>dear</item><item>good</item></list>so
</lem><rdg wit="#B"><p>was</p></rdg></app> it.</p><p>The <app><lem>sky</lem><rdg wit="#B"><p>sea</p>
</rdg></app> is.</p><app><lem wit="#A"><p>Two.</p><p>Three.</p></lem><rdg wit="#B"><p>Zwo.</p></rdg>
</app><lg><l>a</l><app><lem wit="#A"><l>b</l><l>c</l></lem><rdg wit="#B"><l>d</l></rdg></app><app>
<lem/><rdg wit="#B"><l>e</l></rdg></app></lg><table><row><cell>c<list><item>z</item></list>d</cell>
</row></table></div>"""


def test_blocks_in_headings_and_readings() -> None:
    """A list in a heading runs on, verse has lines in it; what holds blocks is a box, and its words
    stand apart wherever they are told.
    """
    text = (
        "## Of rye price, use and malt oats\n\nSo\n\nis\n\n- dear\n- good\n\nso\n\nit.\n\nThe sky"
        " is.\n\nTwo.\n\nThree.\n\na\nb\nc\n\nc - z d\n"
    )
    entries = (
        "¶ 1 is dear good so] was B\n¶ 2 sky] sea B\n¶ 3 Two. Three.] Zwo. B\nl. 2 b c] d B\n"
        "l. 3 c] add. e B\n"
    )
    assert plain(BLOCKS, "reading") == f"{text}\n## Apparatus\n\n{entries}"
    assert plain(BLOCKS, "diplomatic") == text
    pages = outputs(BLOCKS)
    for name in ("reading.html", "diplomatic.html", "print.html", "epub.xhtml"):
        page = etree.fromstring(f"<main>{pages[name]}</main>", etree.HTMLParser())
        heading = next(page.iter("h2"))
        assert (
            " ".join("".join(map(str, heading.itertext())).split()) == text[3:].partition("\n")[0]
        )
        assert not re.search(r"<span[^>]*>\s*<(div|p|ul)\b", pages[name])
        assert re.search(r"<p [^>]*>The <span", pages[name]) or name != "reading.html"


ORIGINAL = (
    "<div type='edition' xml:lang='la'><head>Ventus</head><p>Ventus <ref target='#t'>tacet</ref>."
    "</p></div>"
)
TRANSLATION = (
    "<div type='translation'><head>Wind</head><p xml:id='t'>Still.<note>So Ida.</note></p></div>"
)


@pytest.mark.parametrize(
    ("both", "back"), [(ORIGINAL + TRANSLATION, ""), (ORIGINAL, f"<back>{TRANSLATION}</back>")]
)
def test_the_diplomatic_text_is_the_original_alone(both: str, back: str) -> None:
    """A translation beside it, its notes and its headings are in the reading text; a link to what
    is not on a page leads to the page that has it.
    """
    case = both + back
    assert "Still.[1]" in plain(case, "reading")
    assert plain(case, "diplomatic") == "## Ventus\n\nVentus tacet.\n"
    pages = outputs(case)
    for name in ("reading.html", "print.html", "epub.xhtml"):
        assert {"Wind", "Still", "So"} <= set(re.findall(r"\w+", pages[name]))
    assert not {"Wind", "Still", "So"} & set(re.findall(r"\w+", pages["diplomatic.html"]))
    assert '<a href="case.html#t">tacet</a>' in pages["diplomatic.html"]
    assert "compared" not in pages["facts.xml"]


def test_a_translation_alone_is_the_text() -> None:
    """Where nothing stands beside it but what editors say, there is no other diplomatic text."""
    case = TRANSLATION + "<div type='commentary'><p>Of Ida.</p></div>"
    assert "Still." in plain(case, "diplomatic")


def test_numbers_of_notes_that_follow_one_another_are_a_range() -> None:
    """Two are named; signs that are no numbers stand for themselves."""
    for numbers, said in (("1 2 3 5 6", "1–3, 5, 6"), ("1 a b c 2", "1, a, b, c, 2"), ("4", "4")):
        notes = "".join(
            f'<note n="{n}" xml:id="n{n}" resp="#editio">Rye.</note>' for n in numbers.split()
        )
        calls = "".join(f'<ptr target="#n{n}" resp="#editio" cert="low"/>' for n in numbers.split())
        text = plain(f"<p>Oats {calls}</p><noteGrp>{notes}</noteGrp>", "reading")
        assert f"Certainty low: {said}." in text, text


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ('from="1799"', "from 1799"),
        ('to="1802-05"', "until May 1802"),
        ('notBefore="1799"', "not before 1799"),
        ('notAfter-iso="0000"', "not after 1 BC"),
        ('from="1799" to="1802"', "1799–1802"),
    ],
)
def test_an_open_date_without_words_says_that_it_is_open(said: str, words: str) -> None:
    """In the text and in a reference."""
    assert f"Rye {words}, oats." in plain(f"<p>Rye <date {said}/>, oats.</p>", "reading")
    book = f"<monogr><title>Rye</title><imprint><date {said}/></imprint></monogr>"
    assert words in plain(f"<listBibl><biblStruct>{book}</biblStruct></listBibl>", "reading")


def test_lines_of_an_address_are_its_own() -> None:
    """As those of a title page; in a sentence they are those of the source."""
    case = "<opener><address><rs><lb/>7 Low Street<lb/>Basel</rs></address></opener>"
    case += "<p>Write to <address><rs>2 Mill<lb/>Row</rs></address>.</p>"
    assert plain(case, "reading").strip() == "7 Low Street\nBasel\n\nWrite to 2 Mill Row."
    page = outputs(case)["reading.html"]
    assert re.search(r"7 Low Street\s*<br/?>\s*Basel", page), page
    assert "2 Mill Row" in re.sub("<[^>]*>", "", page)


def test_words_before_the_first_line_of_a_zone() -> None:
    """They begin the page, and the line after them is another one."""
    case = FRAME.replace(
        "<text>{text}</text>",
        '<sourceDoc><surface n="3"><zone>Loose\n   words\n  <line>are dear</line>\n  <line>here'
        "</line></zone></surface></sourceDoc>",
    )
    reading, diplomatic = (plain(case, one).partition("***\n\n")[2] for one in READINGS)
    assert reading.startswith("Loose words are dear here\n")
    assert diplomatic.startswith("[page 3]\n\nLoose words\nare dear\nhere\n")
    made = outputs(case)
    for name in ("reading.html", "epub.xhtml", "print.html"):
        words = " ".join(re.sub("<[^>]*>", "", made[name]).split())
        assert "Loose words are dear here" in words, name
