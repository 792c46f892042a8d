"""Ids and pointers: every id is one element's, every pointer hits (TEI Guidelines, chapter SA)."""

import difflib
from collections.abc import Iterator

from lxml import etree

from pipeline.diagnostics import Diagnostic, diagnostic
from pipeline.edition import Edition
from pipeline.source import XML_ID, Document

# Attributes of the TEI datatype teidata.pointer; several pointers are parted by spaces.
POINTERS = (
    "ana", "change", "corresp", "copyOf", "decls", "exclude", "facs", "hand", "mutual", "active",
    "passive", "next", "parts", "prev", "ref", "resp", "sameAs", "scribeRef", "select", "source",
    "synch", "target", "targetEnd", "who", "wit",
)  # fmt: skip
EXAMPLE = "{http://www.tei-c.org/ns/Examples}egXML"


def duplicate_ids(edition: Edition) -> Iterator[Diagnostic]:
    """P001: an xml:id names one element of a file and no other."""
    for document in edition.documents:
        first: dict[str, etree._Element] = {}
        for element in _elements(document):
            name = element.get(XML_ID)
            if name and first.setdefault(name, element) is not element:
                line = document.at(first[name])[0]
                yield diagnostic(
                    "P001", document.path, *document.at(element), name=name, first=line
                )


def dangling_pointers(edition: Edition) -> Iterator[Diagnostic]:
    """P002: a bare pointer (#id) hits an element of the same file or an entry of a register."""
    entries = {name for register in edition.registers for name in _ids(register)}
    for document in edition.documents:
        known = _ids(document) | entries
        for element in _elements(document):
            for attribute in POINTERS:
                for target in (element.get(attribute) or "").split():
                    if target.startswith("#") and target[1:] not in known:
                        yield diagnostic(
                            "P002",
                            document.path,
                            *document.at(element),
                            attribute=f"@{attribute}",
                            target=target,
                            advice=_advice(target[1:], known),
                        )


def _advice(name: str, known: set[str]) -> str:
    near = difflib.get_close_matches(name, known, 1)
    if near:
        return f"Did you mean “#{near[0]}”?"
    return "Give the element that is meant this xml:id, or add the entry to a register."


def _ids(document: Document) -> set[str]:
    return {name for element in _elements(document) if (name := element.get(XML_ID))}


def _elements(document: Document) -> Iterator[etree._Element]:
    """All elements but those quoted as examples of markup."""
    for element in document.root.iter(etree.Element):
        if not any(True for _ in element.iterancestors(EXAMPLE)):
            yield element
