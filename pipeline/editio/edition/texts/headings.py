"""What a text is called, alone and among others; the series that it says it stands in: read once,
asked for often.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from editio.edition.reading.noted import Noted
from editio.edition.reading.source import ROLE, TEI, Document
from editio.edition.texts.titles import language, main_title, series_titles, words
from editio.engines.dates import in_words
from lxml import etree

_FILE = f"{{{TEI}}}teiHeader/{{{TEI}}}fileDesc"
_NUMBER = f"{_FILE}/{{{TEI}}}publicationStmt//{{{TEI}}}idno"
_SHELFMARK = f"{_FILE}/{{{TEI}}}sourceDesc//{{{TEI}}}msIdentifier/{{{TEI}}}idno"
_DATE = f"{{{TEI}}}teiHeader/{{{TEI}}}profileDesc/{{{TEI}}}creation/{{{TEI}}}date"
_SENT = (
    f"{{{TEI}}}teiHeader/{{{TEI}}}profileDesc//{{{TEI}}}correspAction[@type='sent']/{{{TEI}}}date"
)
# Numbers of a text as a file or a publication.
_ADDRESSES = frozenset({"ark", "doi", "handle", "isbn", "issn", "pid", "uri", "url", "urn"})
_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
_DAYS = ("when", "from", "notBefore", "to", "notAfter")


@dataclass(frozen=True)
class Heading:
    """The title of a text, empty where it has none; those of its series; and what can tell it from
    another of the same title: what stands below the title, authors, number, shelfmark, day. Each of
    these is empty where the header does not have it.
    """

    title: str
    series: tuple[str, ...]
    apart: tuple[str, ...] = ()


def _heading(document: Document) -> Heading:
    root = document.root
    return Heading(main_title(root, ROLE), series_titles(root, ROLE), tuple(_apart(root)))


# The titles of a text.
heading = Noted(_heading)


def called(texts: Sequence[Document]) -> tuple[str, ...]:
    """Return what texts are called in a list of all: of those that have one title, each with what
    tells it from the others, in brackets; the id, where nothing else does.
    """
    found = [heading(text) for text in texts]
    alike: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(found):
        alike[one.title].append(at)
    names = [one.title or text.id for one, text in zip(found, texts, strict=True)]
    for title, some in alike.items():
        if title and len(some) > 1:
            ways = [(*found[at].apart, texts[at].id) for at in some]
            for at, said in zip(some, _differing(ways), strict=True):
                names[at] += f" ({said})" if said else ""
    return tuple(names)


def told_apart(texts: Sequence[Document]) -> dict[str, str]:
    """Return by their ids what those texts are called that have the title of another."""
    names = zip(texts, called(texts), strict=True)
    return {text.id: name for text, name in names if name not in (heading(text).title, text.id)}


def _differing(ways: Sequence[Sequence[str]]) -> list[str]:
    """Return what tells each from the others: the first of its ways that they do not share, and,
    for those that share it, what tells these apart.
    """
    if len(ways) == 1 or not ways[0]:
        return [""] * len(ways)
    rest = [way[1:] for way in ways]
    alike: dict[str, list[int]] = defaultdict(list)
    for at, way in enumerate(ways):
        alike[way[0]].append(at)
    if len(alike) == 1:
        return _differing(rest)
    said = [""] * len(ways)
    for first, some in alike.items():
        for at, further in zip(some, _differing([rest[at] for at in some]), strict=True):
            said[at] = ", ".join(filter(None, (first, further)))
    return said


def _apart(root: etree._Element) -> Iterator[str]:
    titles = root.iterfind(f"{_FILE}/{{{TEI}}}titleStmt/{{{TEI}}}title")
    yield "; ".join(words(one) for one in titles if one.get(ROLE) == "subtitle")
    authors = root.iterfind(f"{_FILE}/{{{TEI}}}titleStmt/{{{TEI}}}author")
    yield "; ".join(filter(None, map(_name, authors)))
    yield next(filter(None, map(_sigil, root.iterfind(_NUMBER))), "")
    yield next(filter(None, map(words, root.iterfind(_SHELFMARK))), "")
    dates = [*root.iterfind(_SENT), *root.iterfind(_DATE)]
    yield next(filter(None, (words(one) or _day(one, language(root)) for one in dates)), "")


def _name(author: etree._Element) -> str:
    name = next(author.iterchildren(f"{{{TEI}}}persName", f"{{{TEI}}}name"), author)
    return words(name)


def _sigil(number: etree._Element) -> str:
    """Return a number that readers cite a text by, and no address."""
    said = words(number)
    is_address = number.get("type", "").lower() in _ADDRESSES or ":" in said
    return "" if is_address else said


def _day(date: etree._Element, tongue: str) -> str:
    """Return a date without words as the language of the text writes it; as it is encoded, where it
    is no date of ISO 8601 that has a year of four figures.
    """
    said = next(filter(None, (date.get(name, "").strip() for name in _DAYS)), "")
    parts = _ISO.fullmatch(said)
    if parts is None:
        return said
    year, month, day = (int(part or 0) for part in parts.groups())
    # Pages in English have the day before the month.
    return in_words(year, month, day, {"": "en-GB", "en": "en-GB"}.get(tongue, tongue)) or said
