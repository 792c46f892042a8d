"""How prepared TEI is read for its words: which of them are apart from which, and in which order.

What is not read at all is told in unread.py.
"""

import re

from editio.edition.reading.source import XML_ID
from editio.model.content import APART, ELEMENT_ONLY, TRANSPARENT, names
from editio.model.words import ED, FREE, Element, Walk, Way, name_of, walked
from editio.render.ways.unread import DRAWN, PICTURES, blank, is_of_a_picture, note_at, unread
from lxml import etree

# What says a value in its attributes, and is told by it where it has no words.
VALUED = names("date depth dim height measure num time width")
# What holds words, or parts of an entry between which rules set blanks and signs.
_OF_PARTS = names("cit collation dictScrap entryFree etym form gramGrp hom re sense xr")
_FIELDS = names(
    "author biblScope citedRange date distributor edition editor extent funder imprint principal "
    "pubPlace publisher sponsor"
)
_SHELF = names("country region settlement institution repository collection msName idno")
_ITEMS = names("msItem msItemStruct")
# Zones of a page whose words are none of its text, as rules tell them (xslt/prepare/lines.xsl).
_BESIDE_THE_TEXT = names("library page_number pageNum pagination running_head stamp")
_ELSEWHERE = re.compile(r"\s*([^/?#]*:|//)")


def _apart(element: Element) -> bool:
    """Whether the words around an element of the TEI are other words than those in it."""
    name, parent = name_of(element), element.getparent()
    if name in TRANSPARENT or name in PICTURES or is_of_a_picture(element):
        return name == "graphic" and _is_told_in_line(element)
    if (
        name in ELEMENT_ONLY
        or name in APART
        or name in {"caesura", "gap", "math", "space", "svg"}
        or str(element.tag).startswith(DRAWN[2:])
        or (name == "ptr" and _is_told(element))
        or (name in VALUED and not "".join(map(str, element.itertext())).strip())
        or element.get(f"{ED}space")
        or (name == "g" and _is_named(element))
        or (name == "formula" and element.get("rend") in {"block", "display"})
    ):
        return True
    if parent is None:
        return False
    around = name_of(parent)
    measured = name == "measure" and around == "extent"
    segment = name == "seg" and around == "u" and _has_no_words(parent)
    parts = around in _OF_PARTS and _has_no_words(parent)
    return measured or segment or parts or around in ELEMENT_ONLY


def _is_named(sign: Element) -> bool:
    """Whether a sign that no letter stands for is told by its name."""
    names = (sign.get("ref") or sign.get("type") or "").strip()
    return not "".join(map(str, sign.itertext())).strip() and bool(names) and ":EOL" not in names


def _is_told_in_line(graphic: Element) -> bool:
    """Whether what describes a picture of a server, or its address, stands in its place, and not a
    letter (xslt/rules/blocks.xsl).
    """
    parent = graphic.getparent()
    if parent is not None and name_of(parent) == "figure":
        return False
    words = ("".join(map(str, one.itertext())).strip() for one in graphic.iterfind("{*}desc"))
    elsewhere = _ELSEWHERE.match(graphic.get("url", "")) is not None
    return elsewhere and (graphic.get(f"{ED}remote") is None or any(words))


def _has_no_words(element: Element) -> bool:
    """Whether all words of an element are in its children."""
    return not any(text and text.strip() for text in (element.text, *(one.tail for one in element)))


def _is_told(pointer: Element) -> bool:
    """Whether a pointer before a letter tells where it leads, and is no call of a note."""
    if not (pointer.tail or "")[:1].isalnum():
        return False
    return note_at(pointer, pointer.get("target", "")) is None


def _noted(element: Element) -> str | None:
    """Return the key of what is read apart from the words around it: notes, records, zones."""
    if name_of(element) in {"bibl", "biblFull", "biblStruct"} and not _follows_inner_items(element):
        return _freed(element)
    if name_of(element) == "zone" and element.get("type") in _BESIDE_THE_TEXT:
        return f"zone {element.get(f'{ED}id')}"
    if _precedes_its_shelfmark(element) or _follows_inner_items(element):
        return f"note {element.get(f'{ED}at')} {name_of(element)}"
    if name_of(element) != "note" or not (key := element.get(f"{ED}id") or element.get(XML_ID)):
        return None
    return f"note {(element.get('prev') and _begun(element)) or key}"


def _begun(note: Element) -> str:
    """Return the id of the note that another, with @prev, goes on from."""
    seen: list[Element] = []
    while (before := note_at(note, note.get("prev", ""))) is not None and before not in seen:
        note = before
        seen.append(note)
    return note.get(XML_ID) or ""


def _freed(element: Element) -> str | None:
    """Return the key of a bibliographic record that is set in the order of a style."""
    inside = [name_of(child) for child in element.iterchildren(etree.Element)]
    around = [element.text or "", *(child.tail or "" for child in element)]
    worded = any(text.strip(" \t\r\n") for text in around)
    fields = sum(name in _FIELDS for name in inside)
    led = "citedRange" in inside and not {"ptr", "ref"}.isdisjoint(inside)
    styled = not worded and (fields > 1 or (fields > 0 and "title" in inside) or led)
    if name_of(element) in {"biblStruct", "biblFull"} or (name_of(element) == "bibl" and styled):
        return FREE + (element.get(f"{ED}at") or "")
    return None


def _precedes_its_shelfmark(element: Element) -> bool:
    """Whether this is told behind place, library, shelfmark and name of a manuscript, which stand
    together, and stands before one of them.
    """
    parent = element.getparent()
    if parent is None or name_of(parent) != "msIdentifier" or name_of(element) in _SHELF - {"idno"}:
        return False
    return any(name_of(one) in _SHELF for one in element.itersiblings("{*}*"))


def _follows_inner_items(element: Element) -> bool:
    """Whether this is told of an item of a manuscript before the items in it, and stands behind."""
    parent = element.getparent()
    if parent is None or name_of(parent) not in _ITEMS or name_of(element) in _ITEMS:
        return False
    return any(name_of(one) in _ITEMS for one in element.itersiblings("{*}*", preceding=True))


def _joins(line: Element) -> bool:
    return line.get(f"{ED}joins") is not None


PREPARED = Way(_apart, _noted, instead=blank, joins=_joins)


def steps(prepared: Element) -> Walk:
    """Return the steps through prepared TEI."""
    return walked(prepared, lambda one: one.get(f"{ED}at") or "", shut=unread)
