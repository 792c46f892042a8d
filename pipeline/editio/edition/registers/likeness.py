"""Two entries for one thing: whether they are, what they say differently, how they become one."""

import re
import unicodedata
from collections.abc import Iterator
from copy import deepcopy
from itertools import islice

from editio.edition.blanks import worded
from editio.edition.reading.source import ED, TEI, XML_ID
from editio.edition.registers.entries import forms, identities
from lxml import etree

# What a thing has once: the first entry is believed, the other is told of (P041).
ONCE = ("birth", "death", "sex", "gender")
_ONCE = frozenset(f"{{{TEI}}}{name}" for name in ONCE)
_DATES = ("when", "from", "to", "notBefore", "notAfter")
_MAIN = frozenset({"main", "pref", "preferred"})


def are_one(first: etree._Element, other: etree._Element) -> bool:
    """Whether two entries with one id mean one thing: an authority says so, else their names."""
    mine, theirs = identities(first), identities(other)
    if shared := [name for name in mine.keys() & theirs.keys() if not name.startswith("//")]:
        return any(mine[name] == theirs[name] for name in shared)
    if mine.keys() & theirs.keys():
        return True
    own, its = _words(first), _words(other)
    return not own or not its or bool(own & its)


def _words(entry: etree._Element) -> set[str]:
    plain = unicodedata.normalize("NFD", " ".join(forms(entry)).casefold())
    return set(re.findall(r"\w{2,}", re.sub(r"[\u0300-\u036f]", "", plain)))


def said(entry: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield what an entry is called first, what authorities call it, and what a thing has once."""
    yield from (("name", form) for form in islice(forms(entry), 1))
    yield from identities(entry).items()
    for one in entry.iterchildren(*_ONCE):
        if words := _words_of(one):
            yield etree.QName(one).localname, words


def _words_of(part: etree._Element) -> str:
    dated = part
    for date in part.iterchildren(f"{{{TEI}}}date"):
        dated = date
    found = [
        value
        for name in _DATES
        if (value := (dated.get(name) or dated.get(f"{name}-iso") or "").strip())
    ]
    return "/".join(found) or part.get("value") or worded(part)


def join(first: etree._Element, other: etree._Element) -> None:
    """Add to an entry what another one for the same thing says beside."""
    known = {_signature(child) for child in first.iterchildren(etree.Element)}
    has = {child.tag for child in first}
    for child in other.iterchildren(etree.Element):
        if _signature(child) in known or (child.tag in _ONCE and child.tag in has):
            continue
        added = deepcopy(child)
        if added.get("type") in _MAIN and added.tag in has:
            added.set("type", "variant")
        first.append(added)
    for name, value in other.attrib.items():
        if name not in first.attrib and name != XML_ID:
            first.set(name, value)


def _signature(element: etree._Element) -> tuple[str, tuple[tuple[str, str], ...], str]:
    """Return what makes two parts of entries the same: attributes and words, not the place."""
    marks = sorted(
        (str(n), str(v)) for n, v in element.attrib.items() if not str(n).startswith(f"{{{ED}}}")
    )
    return str(element.tag), tuple(marks), worded(element)
