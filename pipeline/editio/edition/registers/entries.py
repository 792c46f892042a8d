"""Entries of registers: which elements are some, where their lists stand, and which files hold
nothing else.
"""

from collections.abc import Iterator

from editio.edition.blanks import worded
from editio.edition.reading.source import TEI, XML_ID
from editio.edition.registers.authorities import identity
from lxml import etree

# Kind of entry -> the list it stands in, and the register that is made for it.
HOMES = {
    "person": ("listPerson", "persons"),
    "personGrp": ("listPerson", "persons"),
    "place": ("listPlace", "places"),
    "org": ("listOrg", "organisations"),
    "event": ("listEvent", "events"),
    "bibl": ("listBibl", "works"),
    "biblStruct": ("listBibl", "works"),
    "biblFull": ("listBibl", "works"),
    "object": ("listObject", "objects"),
    "nym": ("listNym", "names"),
}
ENTRIES = frozenset(f"{{{TEI}}}{name}" for name in (*HOMES, "category", "item"))
_HEADER = f"{{{TEI}}}teiHeader"
_CATEGORY = f"{{{TEI}}}category"
_WHY = (f"{{{TEI}}}note", f"{{{TEI}}}desc")  # a category holds no notes
_NUMBER = f"{{{TEI}}}idno"
LISTS = frozenset(f"{{{TEI}}}{name}" for name, _ in HOMES.values())
_WORKS = f"{{{TEI}}}listBibl"
_BESIDE = frozenset(
    f"{{{TEI}}}{name}" for name in ("taxonomy", "listRelation", "teiHeader", "head")
)
_AROUND = frozenset(
    f"{{{TEI}}}{name}"
    for name in ("teiCorpus", "TEI", "standOff", "text", "front", "body", "back", "div")
)
# Parts of a header that describe who and where; of the lists elsewhere in it those of sources are
# of persons, places and the like, too.
_DESCRIBED = frozenset(f"{{{TEI}}}{name}" for name in ("particDesc", "settingDesc"))
_SOURCES = f"{{{TEI}}}sourceDesc"
_PREFERRED = frozenset(("preferred", "pref", "main", "reg", "full"))
_PARTS = ("surname", "forename")
_NAMES = frozenset(
    f"{{{TEI}}}{name}"
    for name in ("persName", "placeName", "orgName", "eventName", "objectName", "name", "title")
)


def holds_only_entries(root: etree._Element) -> bool:
    """Whether a file is a register by its content: lists of entries, and no text beside them."""
    pieces = [root]
    for piece in pieces:  # grows while it is gone through
        if piece.tag in _AROUND:
            pieces += list(piece.iterchildren(etree.Element))
        elif piece.tag not in LISTS | _BESIDE and "".join(map(str, piece.itertext())).strip():
            return False
    named = ENTRIES - {f"{{{TEI}}}item"}
    # The header of a manuscript's description may have the categories that others are named by.
    described = next(root.iter(f"{{{TEI}}}msDesc"), None) is not None
    entries = (
        one
        for piece in pieces
        if piece.tag in LISTS | _BESIDE and not (described and piece.tag == _HEADER)
        for one in piece.iter(*named)
    )
    return any(map(is_entry, entries))


def is_register(root: etree._Element) -> bool:
    """Whether a text is published as a register: nothing but lists, each entry with its id."""
    if not holds_only_entries(root):
        return False
    lists = [one for one in root.iter(*LISTS) if next(one.iterancestors(_HEADER), None) is None]
    entries = [one for each in lists for one in each.iterchildren(*ENTRIES)]
    inner = {one for one in entries if next(one.iterancestors(*ENTRIES), None) is not None}
    return all(one.get(XML_ID, "").strip() for one in entries if one not in inner)


def is_entry(element: etree._Element) -> bool:
    """Whether an element is an entry; of what stands in a header, only categories are some, those
    who take part in the text and where, and lists of them beside the sources.
    """
    if element.tag not in ENTRIES:
        return False
    if element.tag == _CATEGORY or next(element.iterancestors(_HEADER), None) is None:
        return True
    if next(element.iterancestors(*_DESCRIBED), None) is not None:
        return True
    above = element.getparent()
    is_in_list = above is not None and above.tag in LISTS - {_WORKS}
    return is_in_list and next(element.iterancestors(_SOURCES), None) is not None


def listed(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the entries with ids in the lists of a text, wherever the lists stand, and those that
    the header describes without a list; bibliographies are text, but for those that stand off it.
    """
    for one in root.iter(*LISTS, *_DESCRIBED):
        if one.tag != _WORKS or is_data(one):
            for entry in one.iterchildren(*ENTRIES):
                if entry.get(XML_ID, "").strip() and is_entry(entry):
                    yield entry


def is_data(works: etree._Element) -> bool:
    """Whether a list of works is data about a text: it stands off the text, or in its back among
    lists of persons and places, and its records are no prose (prepare/listed.xsl says the same).
    """
    above = works.getparent()
    if next(works.iterancestors(f"{{{TEI}}}standOff"), None) is not None:
        return True
    if above is None or above.tag != f"{{{TEI}}}back":
        return False
    others = LISTS - {_WORKS}
    return any(one.tag in others for one in above) and all(
        one.get(XML_ID) and not any(text.strip() for text in [one.text or "", *_tails(one)])
        for one in works.iterchildren(*ENTRIES)
    )


def _tails(element: etree._Element) -> Iterator[str]:
    return (child.tail or "" for child in element)


def is_excused(element: etree._Element) -> bool:
    """Whether an entry may be there unmentioned: it says why, or it is the home of others."""
    says = any(one.get("type") == "why" for one in element.iterchildren(*_WHY))
    return says or any(XML_ID in one.attrib for one in element.iterchildren(str(element.tag)))


def identifiers(element: etree._Element) -> Iterator[str]:
    """Yield the identifiers of an entry, each with its type."""
    described = element.iterchildren(f"{{{TEI}}}catDesc")
    inner = (one for each in described for one in each.iterchildren("{*}idno"))
    for one in (*element.iterchildren(_NUMBER), *inner):
        yield f"{one.get('type', '')} {(one.text or '').strip()}".strip()


def identities(entry: etree._Element) -> dict[str, str]:
    """Return what authority files call an entry, by authority; a web address is its own."""
    found: dict[str, str] = {}
    for one in entry.iterchildren(_NUMBER):
        words = "".join(map(str, one.itertext())) if len(one) else one.text or ""
        authority, number = identity(one.get("type", ""), words.strip())
        if authority:
            found.setdefault(authority, number)
    return found


def forms(entry: etree._Element) -> Iterator[str]:
    """Yield the forms of the name of an entry, the first first."""
    found = (
        " ".join(" ".join(map(str, one.itertext())).split()) for one in entry if one.tag in _NAMES
    )
    return (one for one in found if one)


def name_of(entry: etree._Element) -> str:
    """Return what an entry is called: its preferred name, surname first."""
    names = [one for one in entry if one.tag in _NAMES]
    preferred = [one for one in names if one.get("type", "") in _PREFERRED]
    name = next(iter(preferred or names), None)
    if name is None:
        return ""
    parts = [[worded(one) for one in name.iter(f"{{{TEI}}}{part}")] for part in _PARTS]
    is_written = any((words or "").strip() for words in (name.text, *(one.tail for one in name)))
    if all(parts) and not is_written:
        return ", ".join(" ".join(part) for part in parts)
    return worded(name)
