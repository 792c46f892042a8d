"""What mutations put into a text: elements, names, values and characters not looked for there."""

STRANGERS = (
    '<graphic url="../../picture.png"/>', '<figure><graphic/><figDesc/></figure>', "<cell>1</cell>",
    '<row role="label"><cell cols="x">1</cell></row>', "<table><row/><row><cell/></row></table>",
    "<teiHeader/>", "<teiHeader><fileDesc/></teiHeader>", "<lb/>", '<pb n=""/>', '<cb break="no"/>',
    '<egXML xmlns="http://www.tei-c.org/ns/Examples" xmlns:x="urn:x"><x:p x:a="1"/><p id="&lt;"/>'
    "</egXML>",
    "<note><p>One.</p><list><item>a</item></list><table><row><cell>1</cell></row></table></note>",
    '<note place="foot" n="*" xml:id="n1"/>', '<note target="#nowhere #n1">Placed.</note>',
    "<app><lem/><rdg/></app>", '<app from="#a" to="#b"><rdg wit="#A #B">x</rdg></app>',
    "<choice/>", "<choice><sic>teh</sic><corr>the</corr></choice>", "<choice><orig/></choice>",
    "<subst><del/><add>x</add></subst>", '<gap reason="" quantity="-1" unit="chars"/>',
    '<date when="99999-99-99"/>', '<persName ref="#"/>', '<ref target="http://[/"/>',
    '<ref target="x.xml#range(1,2"/>', '<ptr target=""/>', "<list><label>1</label><item/></list>",
    '<formula notation="TeX">\\frac{</formula>', "<div/>", '<div type=""><head/></div>', "<head/>",
    "<lg><l/><lg/></lg>", '<l part="Q" n="0">x</l>', "<sp><speaker/></sp>", "<castList/>",
    "<floatingText/>", "<group><text/></group>", "<TEI/>", "<teiCorpus/>", "<text/>", "<standOff/>",
    "<facsimile><surface><zone points='1,2'/></surface></facsimile>", "<sourceDoc/>", "<xenoData/>",
    "<listWit><witness/></listWit>", "<milestone/>", "<anchor/>", '<w lemma="">x</w>', "<entry/>",
    "<fsDecl/>", "<bibl><title/></bibl>", "<biblStruct/>", "<correspDesc/>", "<moduleRef/>",
    '<num value="1e999">x</num>', "<handShift/>", "<listPerson><person/></listPerson>", "<div1/>",
    '<geo>1</geo>', "<u/>", "<notatedMusic/>", "<exemplum/>", '<idno type="URI">:</idno>',
    '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', "<p xmlns=''>x</p>",
    '<include xmlns="http://www.w3.org/2001/XInclude" href="../x.xml"/>', "<fw/>", "<specGrp/>",
    '<prefixDef ident="x" matchPattern="(" replacementPattern="$1"/>', "<rendition/>",
    "<cRefPattern/>",
    '<citeStructure match="//x[" use="@n"/>', '<refState unit="x"/>', "<language ident=''/>",
)  # fmt: skip
VALUES = (
    "", " ", "#", "#x", "../../../x", "x" * 300, "a b", "1", "-1", "é", "1964-13-40", "\u200b",
    "javascript:x", "{", "}", "$1", "''", '"', "&", "<", "%zz", "x:y:z", "//", "C:\\x", "\t",
    "[", "(", "*", "1.5e400", "٣", "A" + "\u0301" * 40, "\U0001f600", "ar", "x-klingon-q", "und",
)  # fmt: skip
NAMES = (
    "p", "div", "head", "note", "l", "lg", "sp", "cell", "row", "item", "list", "quote", "q", "ab",
    "seg", "hi", "app", "rdg", "lem", "choice", "corr", "TEI", "text", "body", "front", "back",
    "teiHeader", "title", "persName", "date", "ref", "foo", "table", "figure", "u", "gap", "s",
)  # fmt: skip
ATTRIBUTES = (
    "n", "type", "rend", "when", "ref", "target", "key", "place", "wit", "part", "corresp", "resp",
    "url", "cert", "style", "rendition", "cols", "rows", "break", "unit", "quantity", "extent",
    "{http://www.w3.org/XML/1998/namespace}id", "{http://www.w3.org/XML/1998/namespace}lang",
    "{http://www.w3.org/XML/1998/namespace}space",
)  # fmt: skip
ODD = ("\x00", "\x01", "\x85", "\ufffe", "\ufffd", "\u202e", "\u2028", "\ufeff", "\ud7ff", "&", "<",
       "]]>", "&#0;", "&#xD800;", "&nbsp;", "<?x", "<!--", "<![CDATA[", "\U000e0001",
       "\u0300", "\xad")  # fmt: skip
ENCODINGS = ("utf-16", "ISO-8859-1", "windows-1251", "Shift_JIS", "GB18030", "UTF-7", "UTF-32",
             "ASCII", "IBM037", "x-nothing", "")  # fmt: skip
