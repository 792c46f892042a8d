"""Whether what a header says is told somewhere: on the page about the text, or as a fact.

Words may stand in any order there, and once for all the places that say them. What is for machines,
and lists that registers are made of, are left out by name.
"""

import re
from collections.abc import Iterator

from editio.edition.reading.source import XML_ID
from editio.edition.registers.entries import HOMES
from editio.model.content import names
from editio.model.words import ED, Element, name_of
from lxml import etree

_WORD = re.compile(r"\w+")
_HEADER = "{http://www.tei-c.org/ns/1.0}teiHeader"
# Looks, schemas, programs and signs of writing; what registers tell.
_UNTOLD = names("""
    appInfo charDecl citeStructure index listPrefixDef listRelation prefixDef refsDecl
    schemaSpec styleDefDecl tagsDecl xenoData
""")
# Of works, a header has its sources.
_LISTS = frozenset(one for one, _ in HOMES.values()) - {"listBibl"}
_ENTRIES = frozenset(one for one, (holder, _) in HOMES.items() if holder in _LISTS)
_FACTS = (f"{ED}metadata", f"{ED}about")


def untold(prepared: Element, ruled: Element) -> Iterator[tuple[str, str]]:
    """Yield the words of the header that no fact has, with their place, an element at a time."""
    told = {word for one in ruled.iter(*_FACTS) for word in _words_in(one)}
    missed = [(at, words) for at, words in _said(prepared) if not told.issuperset(words)]
    if missed:  # such as a description in the header that is the text itself
        told |= set(_words_in(ruled))
    for at, words in missed:
        # Markup may stand in a word: "X<unclear>I</unclear>" is told as "XI".
        lost = [one for one in words if one not in told and not any(one in word for word in told)]
        if lost:
            yield " ".join(lost), at


def _words_in(element: Element) -> list[str]:
    """Return the words in an element and in its attributes."""
    pieces: list[str] = []
    for one in element.iter(etree.Element):
        pieces += (str(one.text or ""), str(one.tail or ""), *map(str, one.attrib.values()))
    return _WORD.findall(" ".join(pieces))


def _said(prepared: Element) -> Iterator[tuple[str, list[str]]]:
    """Yield the words that each element of a header has of its own, and its place."""
    for header in prepared.iter(_HEADER):
        walk = etree.iterwalk(header, events=("start",))
        for _, element in walk:
            name = name_of(element)
            if name in _UNTOLD or element.get(f"{ED}listed") or _is_of_register(element, name):
                walk.skip_subtree()
                continue
            own = " ".join((element.text or "", *(one.tail or "" for one in element)))
            if words := _WORD.findall(own):
                yield element.get(f"{ED}at") or "", words


def _is_of_register(element: Element, name: str) -> bool:
    """Whether an entry has a name of its own, or this is the heading of its list."""
    above = element.getparent()
    in_list = above is not None and name_of(above) in _LISTS
    return (name in _ENTRIES and bool(element.get(XML_ID))) or (in_list and name == "head")
