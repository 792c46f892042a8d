"""Formulas in TeX to MathML, beside their source: `<formula notation="TeX">x^2</formula>`.

A formula that was converted carries its source as `ed:tex`; one that was not is left as it is.
"""

import re

from editio.edition.reading.source import ED, TEI
from lxml import etree

_NOTATED = re.compile(r"""<(\w+:)?formula\b[^>]*\bnotation\s*=\s*["'](?:La)?TeX["']""", re.I)
_TEX = re.compile(r"(la)?tex", re.I)
# What sets a formula off from its text in TeX: the element does that here.
_FENCED = re.compile(r"^(?:\$\$?|\\[(\[])(.*?)(?:\$\$?|\\[)\]])$", re.S)
_TOKENS = ("mi", "mo", "mtext")


def with_formulas(xml: str) -> str:
    """Return a text in which each formula in TeX that can be drawn is MathML."""
    if not _NOTATED.search(xml):
        return xml
    parser = etree.XMLParser(huge_tree=True, resolve_entities=False, collect_ids=False)
    root = etree.fromstring(xml.encode(), parser)
    for formula in root.iter(f"{{{TEI}}}formula"):
        source = (formula.text or "").strip()
        drawn = None
        if _TEX.fullmatch(formula.get("notation", "")) and not len(formula):
            drawn = _drawn(source, formula.get("rend") in {"block", "display"})
        if drawn is not None:
            formula.set(f"{{{ED}}}tex", source)
            formula.text = None
            formula.append(drawn)
    return etree.tostring(root, encoding="unicode")


def _drawn(source: str, block: bool) -> etree._Element | None:
    """Return the MathML of a formula, or nothing where it cannot be told."""
    bare = _FENCED.sub(r"\1", source).strip()
    if not bare or bare.count("{") != bare.count("}"):
        return None
    from latex2mathml.converter import convert  # noqa: PLC0415  # slow to load, and few need it

    try:
        math = etree.fromstring(convert(bare, display="block" if block else "inline").encode())
    except Exception:  # whatever the library trips over is a formula it cannot draw
        return None
    if any((one.text or "").startswith("\\") for one in math.iter() if _local(one) in _TOKENS):
        return None
    math.set("alttext", bare)
    return math


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname
