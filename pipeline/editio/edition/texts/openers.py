"""Letters that say in their words alone who wrote, where and when: the dateline of their opener,
the names of its salute, the signature.

Turns such texts into texts with a correspDesc, so that they are listed like other letters. What a
header says is not touched, nor is a text of several letters.
"""

from collections.abc import Iterable, Iterator
from copy import deepcopy

from editio.edition.reading.source import TEI, XML_ID, Document
from lxml import etree

_PARTIES = tuple(f"{{{TEI}}}{name}" for name in ("persName", "orgName", "name", "rs"))
_PLACES = tuple(f"{{{TEI}}}{name}" for name in ("placeName", "settlement"))
_DATE, _DIV, _NOTE = (f"{{{TEI}}}{name}" for name in ("date", "div", "note"))
_DATED = frozenset(("when", "from", "to", "notBefore", "notAfter", "when-iso"))
_AFTER = f"{{{TEI}}}revisionDesc"


def opened(text: Document) -> Document:
    """Return a text with what its opener and signature say of it, where it is one letter."""
    if text.root.find(f".//{{{TEI}}}correspDesc") is not None or _opener(text.root) is None:
        return text
    root = text.copied()
    opener = _opener(root)
    header = root.find(f"{{{TEI}}}teiHeader")
    if opener is None or header is None:
        return text
    told = etree.SubElement(_profile(header), f"{{{TEI}}}correspDesc")
    signed = [
        one for part in _inside(opener.getparent(), "signed") for one in _outer(part, _PARTIES)
    ]
    datelines = list(_inside(opener, "dateline"))
    where = [one for line in datelines for one in _outer(line, _PLACES)]
    dates = [one for line in datelines for one in _outer(line, (_DATE,))][:1]
    greeted = [one for part in _inside(opener, "salute") for one in _outer(part, _PARTIES)]
    _act(told, "sent", [*signed, *where, *dates])
    _act(told, "received", greeted)
    return text.rewritten(root)


def _opener(root: etree._Element) -> etree._Element | None:
    """Return the only opener of a text that is nothing but one letter, if its date is given."""
    openers = root.findall(f"{{{TEI}}}text/{{{TEI}}}body//{{{TEI}}}opener")
    if len(openers) != 1:
        return None
    above = openers[0].getparent()
    is_first = above is not None and above.getprevious() is None
    dates = [one for one in _outer(openers[0], (_DATE,)) if _DATED & set(map(str, one.attrib))]
    greets = any(True for name in ("salute", "signed") for _ in _inside(above, name))
    return openers[0] if is_first and dates and greets else None


def _inside(element: etree._Element | None, name: str) -> Iterator[etree._Element]:
    return iter(()) if element is None else element.iter(f"{{{TEI}}}{name}")


def _outer(part: etree._Element, names: tuple[str, ...]) -> Iterator[etree._Element]:
    """Yield the elements of some names that stand in no other of them and in no note."""
    for one in part.iter(*names):
        within = {above.tag for above in one.iterancestors()}
        if not within & {*names, _NOTE}:
            yield one


def _profile(header: etree._Element) -> etree._Element:
    found = header.find(f"{{{TEI}}}profileDesc")
    if found is not None:
        return found
    made = etree.Element(f"{{{TEI}}}profileDesc")
    after = header.find(_AFTER)
    header.insert(len(header) if after is None else header.index(after), made)
    return made


def _act(told: etree._Element, kind: str, parts: Iterable[etree._Element]) -> None:
    """Add an action with copies of what is said in the letter, which keep no ids."""
    action = etree.Element(f"{{{TEI}}}correspAction", type=kind)
    for part in parts:
        copy = deepcopy(part)
        copy.tail = None
        for one in copy.iter(etree.Element):
            if XML_ID in one.attrib:
                del one.attrib[XML_ID]
        action.append(copy)
    if len(action):
        told.append(action)
