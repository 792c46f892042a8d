"""A stand-in for a Schematron engine, for what edition.sch uses and nothing more.

Turns rules into a stylesheet: one mode for each pattern, one template for each rule, so that the
first rule that fits a place is tried there. No abstract patterns, phases or diagnostics.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from lxml import etree
from saxonche import PySaxonProcessor

SCH = "{http://purl.oclc.org/dsdl/schematron}"
_XSL = "http://www.w3.org/1999/XSL/Transform"
_SHEET = """<xsl:stylesheet version="3.0" xmlns:xsl="{xsl}" {namespaces}>
<xsl:template match="/"><findings>{calls}</findings></xsl:template>{modes}</xsl:stylesheet>"""


@dataclass(frozen=True)
class Finding:
    """One broken rule: the id of its pattern, and what the editor is told."""

    rule: str
    message: str


@cache
def _processor() -> PySaxonProcessor:
    return PySaxonProcessor()


@cache
def stylesheet(schema: Path) -> str:
    """Write the stylesheet that tries the rules of `schema`."""
    root = etree.parse(schema).getroot()
    names = " ".join(
        f"xmlns:{one.get('prefix')}={quoteattr(one.get('uri', ''))}"
        for one in root.iter(f"{SCH}ns")
    )
    patterns = [one.get("id", "") for one in root.iter(f"{SCH}pattern")]
    calls = "".join(f'<xsl:apply-templates select="/" mode="{name}"/>' for name in patterns)
    modes = "".join(map(_mode, root.iter(f"{SCH}pattern")))
    return _SHEET.format(xsl=_XSL, namespaces=names, calls=calls, modes=modes)


def _mode(pattern: etree._Element) -> str:
    name = pattern.get("id", "")
    rules = list(pattern.iter(f"{SCH}rule"))
    templates = (_template(rule, name, len(rules) - at) for at, rule in enumerate(rules))
    return f'<xsl:mode name="{name}" on-no-match="shallow-skip"/>' + "".join(templates)


def _template(rule: etree._Element, mode: str, priority: int) -> str:
    body = "".join(_PARTS[str(part.tag).removeprefix(SCH)](part) for part in rule)
    return (
        f'<xsl:template match={quoteattr(rule.get("context", ""))} mode="{mode}" '
        f'priority="{priority}">{body}<xsl:apply-templates select="node()" mode="{mode}"/>'
        "</xsl:template>"
    )


def _let(part: etree._Element) -> str:
    return f'<xsl:variable name="{part.get("name")}" select={quoteattr(part.get("value", ""))}/>'


def _assert(part: etree._Element) -> str:
    pattern = next(part.iterancestors(f"{SCH}pattern")).get("id")
    words = escape(part.text or "") + "".join(map(_words, part))
    test = quoteattr(f"not({part.get('test')})")
    return f'<xsl:if test={test}><finding rule="{pattern}">{words}</finding></xsl:if>'


def _words(part: etree._Element) -> str:
    select = part.get("select", "name()")
    return f"<xsl:value-of select={quoteattr(select)}/>{escape(part.tail or '')}"


_PARTS = {"let": _let, "assert": _assert}


def broken(schema: Path, xml: str) -> list[Finding]:
    """Try the rules of `schema` on a document, and give those that it breaks."""
    compiler = _processor().new_xslt30_processor()
    sheet = compiler.compile_stylesheet(stylesheet_text=stylesheet(schema))
    node = _processor().new_document_builder().parse_xml(xml_text=xml)
    result = etree.fromstring(sheet.transform_to_string(xdm_node=node).encode())
    return [Finding(one.get("rule", ""), one.text or "") for one in result]
