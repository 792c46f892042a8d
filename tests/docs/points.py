"""An example for each extension point: a component of an edition's own in place of ours, which does
what ours does and adds a sign of its own; that of a mode adds it to what becomes of one node.

The reference shows them, and tests/projects/test_points.py compiles and runs them as they stand.
"""

from copy import deepcopy

from editio.edition.beside.carried import XSL
from editio.edition.beside.extension import NAMES
from editio.resources import XSLT
from lxml import etree

X = f"{{{XSL}}}"
# The package around rules of an edition's own; what stands in {} differs by what ours reads.
SKELETON = f"""\
<xsl:package name="own-{{name}}" package-version="1" version="3.0"
    xmlns:xsl="{XSL}" xmlns:ed="urn:editio:ns"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    {{default}}exclude-result-prefixes="#all">
  <xsl:use-package name="urn:editio:{{name}}">
    <xsl:override>
{{inside}}
    </xsl:override>
  </xsl:use-package>
{{beside}}</xsl:package>
"""
MAP = "http://www.w3.org/2005/xpath-functions/map"
HERE = "      <!-- yours stand here -->"
# Packages that stand on `html`, whose points they have besides their own.
ON_HTML = ("site", "print", "epub")
# Values that mean something to the program: what is done with ours, in XPath.
SAID = {
    "ed:tag": "if ($inline/@kind = 'term') then 'mark' else xsl:original($inline)",
    "ed:box": "if ($behaviour/@kind = 'correction') then 'mark' else xsl:original($behaviour)",
    "ed:class": "xsl:original($kind) || ' own-class'[$kind = 'term']",
    "ed:layer": "if ($one/@type = 'gloss') then 'commentary' else xsl:original($one)",
    "ed:interventions": "reverse(xsl:original($document))",
    "ed:added": "xsl:original(replace($words, ':', ' ='))",
    "ed:apparatus-last": "'certainty'",
    "ed:says-where": "false()",
    "ed:unspaced": "'(?:' || $xsl:original || '|[ก-๛])'",
    "ed:is-title": "xsl:original($block) and not($block/@rend)",
    "ed:has-blocks": "xsl:original($behaviour) or $behaviour/descendant-or-self::*/@kind = 'stamp'",
    "ed:is-shown": "xsl:original($graphic) or $graphic/@mime = 'image/tiff'",
    "ed:collapsed": "replace(xsl:original($text), 'Ann', 'Ann own-collapsed')",
    "ed:beside-by": (
        "if ($length gt 500) then 'facing' else xsl:original($asked, $length, $correspond)"
    ),
    "ed:serialize": "replace(xsl:original($page), '</body>', '<p>own-serialize</p></body>')",
}
AT_TERM = '<xsl:if test="self::*:term">{}</xsl:if>'
# What is added behind what ours gives where its kind does not say how.
ADDED = {
    "ed:text": "<ed:mark> own-mode-text</ed:mark>",
    "ed:content": AT_TERM.format("<xsl:sequence select=\"ed:own-words(' own-content')\"/>"),
    "ed:common": AT_TERM.format('<xsl:attribute name="type" select="\'own-common\'"/>'),
    "ed:dressed": "<xsl:sequence select=\"ed:own-words(' own-dressed')\"/>",
    "ed:modelled": "<xsl:sequence select=\"ed:own-words(' own-modelled')\"/>",
}
# Which node a template in each mode is for; where it is the document, its pages are signed.
MATCHED = {
    ("prepare", "ed:prepare"): "*:term", ("rules", "ed:rules"): "*:term",
    ("rules", "ed:ms"): "*:origin", ("rules", "ed:about"): "*:sourceDesc",
    ("rules", "ed:record"): "*:sourceDesc/*",
    ("apparatus", "ed:apparatus"): "/", ("facts", "ed:facts"): "ed:document",
    ("registers", "ed:registers"): "*:person", ("site", "ed:text-pages"): "/",
    ("site", "ed:site-pages"): "/", ("site", "ed:data-page"): "/", ("print", "ed:print"): "/",
    ("volume", "ed:volume"): "div", ("text", "ed:text"): "ed:inline[@kind = 'term']",
    ("text", "ed:register-text"): "ed:entry", ("epub", "ed:epub"): "/",
    ("html", "ed:html"): "ed:inline[@kind = 'term']", ("html", "ed:note-body"): "ed:note",
    ("html", "ed:apparatus"): "*", ("html", "ed:passage"): "ed:passage",
    ("html", "ed:entry"): "ed:entry", ("html", "ed:conspectus"): "ed:witness",
}  # fmt: skip
PAGES = "map:merge(map:keys($ours) ! map{.: replace($ours(.), '</body>', '<p>%s</p></body>')})"

# One node, and nodes each of which may have a sign.
ONE, EACH = "node() one", "node()* each"


def skeleton(name: str, inside: str = HERE, beside: str = "") -> str:
    """Return the package of an edition's own that stands for ours of this name: with what stands in
    its `xsl:override`, and what beside that. Names in XPath are in the namespace that they have in
    ours: that of TEI where it reads TEI.
    """
    default = etree.parse(XSLT / f"{name}.xsl").getroot().get("xpath-default-namespace")
    said = f'xpath-default-namespace="{default}" ' if default else ""
    return SKELETON.format(name=name, default=said, inside=inside, beside=beside)


def read_tei() -> list[str]:
    """Return the packages that read TEI; the others read what these make of it."""
    return [name for name in NAMES if "xpath-default-namespace" in skeleton(name)]


def sign(one: etree._Element) -> str:
    """Return what the example of a component adds."""
    name = one.get("name", "").removeprefix("ed:")
    return f"own-mode-{name}" if one.tag == f"{X}mode" else f"own-{name}"


def example(one: etree._Element, package: str) -> etree._Element:
    """Return what stands in `xsl:override`: the same signature, what ours gives, and the sign."""
    made = _same(one, package)
    given = [each.get("name", "") for each in made if each.get("tunnel") != "yes"]
    name = one.get("name", "")
    if one.tag == f"{X}variable":
        made.set("select", SAID[name])
    elif one.tag == f"{X}function":
        call = SAID.get(name, f"xsl:original({', '.join('$' + each for each in given)})")
        _signed(made, _sequence(call), one, name in SAID)
    elif one.tag == f"{X}mode":
        _signed(made, _parsed("<xsl:next-match/>"), one)
    else:
        each = "".join(f'<xsl:with-param name="{name}" select="${name}"/>' for name in given)
        called = _parsed(f'<xsl:call-template name="xsl:original">{each}</xsl:call-template>')
        _signed(made, called, one)
    return made


def _same(one: etree._Element, package: str) -> etree._Element:
    """Return an empty component of the same signature; of a mode, a template in it."""
    root, name = one.getroottree().getroot(), one.get("name", "")
    spaces = {prefix: space for prefix, space in root.nsmap.items() if prefix}
    if one.tag == f"{X}mode":
        match = MATCHED[package, name]
        asked = {"match": match, "mode": name, "priority": "9"}
        return etree.Element(f"{X}template", asked, nsmap={**spaces, "map": MAP})
    made = etree.Element(one.tag, {"name": name}, nsmap=spaces)
    if one.get("as"):
        made.set("as", one.get("as", ""))
    if one.tag != f"{X}template":
        made.set("visibility", "public")
    made.extend(deepcopy(one.findall(f"{X}param")))
    for each in made.iter():
        each.tail = None
    return made


def _signed(
    made: etree._Element, ours: etree._Element, one: etree._Element, said: bool = False
) -> None:
    """Add what calls ours, and a sign as the type of what it gives allows."""
    name, kind, mark = one.get("name", ""), _type(one), sign(one)
    if said:
        made.append(ours)
    elif name in ADDED and one.tag != f"{X}function":
        made.extend([ours, _parsed(ADDED[name])])
    elif kind == "attribute()*":
        made.extend([ours, _parsed(f'<xsl:attribute name="data-{mark}" select="\'yes\'"/>')])
    elif kind.startswith(("xs:string", "element", "document", "map")) or kind in (ONE, EACH):
        held = {"name": "ours", "as": kind.partition(" ")[0]}
        bound = etree.SubElement(made, f"{X}variable", held)
        bound.append(ours)
        made.append(_shape(kind, mark))
    else:
        made.extend([ours, _parsed(f"<xsl:text> {mark}</xsl:text>")])


def _type(one: etree._Element) -> str:
    """Return the type of what a component gives, or what is matched in a mode."""
    if one.tag != f"{X}mode":
        single = {"ed:source-told": ONE, "ed:behave": "element()"}
        return single.get(one.get("name", ""), one.get("as") or "")
    name, top = one.get("name", ""), one.getroottree().getroot()
    if name == "ed:register-text":
        return "xs:string"
    if name == "ed:apparatus" and top.get("name") == "urn:editio:apparatus":
        return "document-node()"
    paged = {"ed:text-pages", "ed:site-pages", "ed:data-page", "ed:print", "ed:epub"}
    return "map(*)" if name in paged else EACH


def _shape(kind: str, mark: str) -> etree._Element:
    """Return ours with a sign: behind its words, on its elements, on each page of a map."""
    if kind.startswith("xs:string"):
        return _sequence(f"$ours ! (. || ' {mark}')")
    if kind.startswith("map"):
        return _sequence(PAGES % mark)
    if kind == ONE:
        return _parsed(f'<span data-{mark}="yes"><xsl:sequence select="$ours"/></span>')
    copied = (
        f'<xsl:copy><xsl:sequence select="@*"/><xsl:attribute name="data-{mark}" select="\'yes\'"/>'
        '<xsl:sequence select="node()"/></xsl:copy>'
    )
    each = f'<xsl:for-each select="$ours">{copied}</xsl:for-each>'
    whole = each.replace("$ours", "$ours/*")
    is_whole = kind.startswith("document")
    return _parsed(f"<xsl:document>{whole}</xsl:document>" if is_whole else each)


def _sequence(path: str) -> etree._Element:
    return etree.Element(f"{X}sequence", select=path)


def _parsed(words: str) -> etree._Element:
    spaces = f'xmlns:xsl="{XSL}" xmlns:ed="urn:editio:ns" xmlns:map="{MAP}"'
    (made,) = etree.fromstring(f"<made {spaces}>{words}</made>")
    return made


def shown(one: etree._Element, package: str) -> str:
    """Return an example as one writes it: without the namespaces, which the skeleton declares."""
    made = example(one, package)
    etree.indent(made)
    words = etree.tostring(made, encoding="unicode")
    head, closed, rest = words.partition(">")
    return " ".join(part for part in head.split() if not part.startswith("xmlns:")) + closed + rest
