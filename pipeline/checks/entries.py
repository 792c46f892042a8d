"""Entries of registers: which elements are some, and which files hold nothing else."""

from collections.abc import Iterator

from lxml import etree

from pipeline.source import TEI, XML_ID

ENTRIES = frozenset(
    f"{{{TEI}}}{name}"
    for name in (
        *("person", "personGrp", "place", "org", "event", "bibl", "biblStruct", "biblFull"),
        *("object", "nym", "category", "item"),
    )
)
_HEADER = f"{{{TEI}}}teiHeader"
_CATEGORY = f"{{{TEI}}}category"
_WHY = ("note", "desc")  # a category holds no notes
_LISTS = frozenset(
    f"{{{TEI}}}{name}"
    for name in (
        *("listPerson", "listPlace", "listOrg", "listEvent", "listBibl", "listObject", "listNym"),
        *("taxonomy", "listRelation", "teiHeader", "head"),
    )
)
_AROUND = frozenset(
    f"{{{TEI}}}{name}"
    for name in ("teiCorpus", "TEI", "standOff", "text", "front", "body", "back", "div")
)


def holds_only_entries(root: etree._Element) -> bool:
    """Whether a file is a register by its content: lists of entries, and no text beside them."""
    pieces = [root]
    for piece in pieces:  # grows while it is gone through
        if piece.tag in _AROUND:
            pieces += list(piece.iterchildren(etree.Element))
        elif piece.tag not in _LISTS and "".join(map(str, piece.itertext())).strip():
            return False
    named = ENTRIES - {f"{{{TEI}}}item"}
    entries = (one for piece in pieces if piece.tag in _LISTS for one in piece.iter(*named))
    return any(map(is_entry, entries))


def is_entry(element: etree._Element) -> bool:
    """Whether an element is an entry; of what stands in a header, only a category is one."""
    if element.tag not in ENTRIES:
        return False
    return element.tag == _CATEGORY or next(element.iterancestors(_HEADER), None) is None


def is_excused(element: etree._Element) -> bool:
    """Whether an entry may be there unmentioned: it says why, or it is the home of others."""
    says = any(element.find(f"{{{TEI}}}{name}[@type='why']") is not None for name in _WHY)
    return says or any(XML_ID in one.attrib for one in element.iterchildren(str(element.tag)))


def identifiers(element: etree._Element) -> Iterator[str]:
    """Give the identifiers of an entry, each with its type."""
    for path in ("idno", "catDesc/{*}idno"):
        for one in element.iterfind(f"{{{TEI}}}{path}"):
            yield f"{one.get('type', '')} {(one.text or '').strip()}".strip()
