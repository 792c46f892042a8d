"""The list of elements that hold elements alone is that of the TEI's own specification."""

import re

import pytest
from editio.model.content import ELEMENT_ONLY, TRANSPARENT
from editio.resources import XSLT
from lxml import etree

from tests.shared import SHARED

TEI = "{http://www.tei-c.org/ns/1.0}"
TEXT = {f"{TEI}textNode", f"{TEI}dataRef", f"{TEI}valList"}
ELEMENTS = {f"{TEI}elementRef", f"{TEI}classRef", f"{TEI}anyElement"}


def _held(
    content: etree._Element, macros: dict[str, etree._Element], seen: tuple[str, ...] = ()
) -> set[str]:
    """Return "text" and "elements", as far as a content model allows them."""
    found: set[str] = set()
    for node in content.iter(etree.Element):
        key = node.get("key", "")
        if node.tag in TEXT or etree.QName(node).localname in ("text", "data"):
            found.add("text")
        elif node.tag in ELEMENTS:
            found.add("elements")
        elif node.tag == f"{TEI}macroRef" and key not in seen:
            found |= _held(macros[key], macros, (*seen, key))
    return found


@pytest.mark.shared
def test_element_only_is_what_the_tei_says() -> None:
    """Each element without text in its content model is in the list, and no other."""
    root = etree.parse(SHARED / "p5subset.xml").getroot()
    content = f"{TEI}content"
    macros = {one.get("ident", ""): one.find(content) for one in root.iter(f"{TEI}macroSpec")}
    known = {name: model for name, model in macros.items() if model is not None}
    wanted = {
        one.get("ident")
        for one in root.iter(f"{TEI}elementSpec")
        if (model := one.find(content)) is not None and _held(model, known) == {"elements"}
    }
    source = (XSLT / "prepare" / "content.xsl").read_text("utf-8")
    (listed,) = re.findall(r"keys\(\$ed:transparent\), tokenize\('([^']+)'", source)
    inside = {"app", "choice", "rdgGrp", "subst", "substJoin"}
    assert set(listed.split()) | inside == wanted
    # In the comparison of words: alternatives within a word, what is never read, what parts words
    # by itself, and what may hold elements of any vocabulary.
    elsewhere = TRANSPARENT | {"TEI", "teiCorpus", "teiHeader", "gap", "space"}
    elsewhere |= {"content", "datatype"}
    assert wanted - elsewhere == ELEMENT_ONLY
