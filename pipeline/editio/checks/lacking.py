"""Names that point to an entry that is nowhere: which entry, of what kind, in which file.

Looks where the checks of pointers (P002, P004, P026) look, so that what is drafted from this is
what they miss. What an entry is like is left to edition/registers/drafting.py.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from editio.checks.index import EXAMPLE, Corpus, Index, local
from editio.checks.targets import Target, known, target
from editio.edition.reading.source import TEI, Document

_PERSON = ("persName", "author", "editor", "forename", "surname", "roleName", "addName")
_PLACE = ("placeName", "geogName", "settlement", "country", "region", "district", "bloc",
          "geogFeat", "pubPlace", "origPlace")  # fmt: skip
_ORG = ("orgName", "publisher", "repository", "institution")
# Element -> the kind of entry that it names.
KINDS = {
    **dict.fromkeys(_PERSON, "person"),
    **dict.fromkeys(_PLACE, "place"),
    **dict.fromkeys(_ORG, "org"),
    "eventName": "event", "title": "bibl", "bibl": "bibl", "objectName": "object",
}  # fmt: skip
# Of name and rs, @type in small letters -> kind; what is not here is not known.
TYPES = {
    **dict.fromkeys(("person", "pers", "persname", "people", "character", "persongrp"), "person"),
    **dict.fromkeys(("place", "placename", "city", "town", "country", "region", "river",
                     "settlement", "geog", "geogname", "building"), "place"),
    **dict.fromkeys(("org", "orgname", "organisation", "organization", "institution"), "org"),
    **dict.fromkeys(("event", "eventname", "battle"), "event"),
    **dict.fromkeys(("work", "title", "bibl", "book", "publication", "opera", "opus"), "bibl"),
    **dict.fromkeys(("object", "objectname", "artefact", "artifact", "artwork"), "object"),
}  # fmt: skip
_OPEN = ("name", "rs")
# Who speaks is named by @who.
_SPEAKING = ("sp", "said", "u")
_UNREAD = frozenset(f"{{{TEI}}}{name}" for name in ("note", "del", "fw", "rdg", "index"))
_OTHER = frozenset(f"{{{TEI}}}{name}" for name in ("sic", "orig", "abbr"))
_CHOICE = f"{{{TEI}}}choice"


@dataclass(frozen=True)
class Lack:
    """One mention of what has no entry: of which kind ("" where it does not say), by which id, in
    which file the entry should stand ("" for any register), by which words, in which file; and the
    type that it says it is of, where that is no kind of entry, as a ship.
    """

    kind: str
    id: str
    home: str
    form: str
    file: str
    line: int
    strange: str = ""


def lacking(corpus: Corpus, documents: Iterable[Document]) -> Iterator[Lack]:
    """Yield each mention whose entry is nowhere, in the order of the files."""
    everything = known(corpus)
    for document in documents:
        index = corpus.files[document.path]
        for element, token in _named(document):
            goal = target(token, index, document.file(element))
            if goal.id and not everything.hit(goal, index) and _is_ours(goal, index, corpus):
                line, _ = document.at(element)
                yield Lack(_kind(element), goal.id, goal.file, _form(element),
                           document.file(element), line, _strange(element))  # fmt: skip


def _is_ours(goal: Target, index: Index, corpus: Corpus) -> bool:
    """Whether a file is one in which the edition may have an entry: of it, or not there yet."""
    if goal.outside or goal.prefix:
        return False
    there = goal.file in corpus.present and goal.file not in corpus.files
    return not (there or goal.file.startswith("../") or goal.file == index.path)


def _named(document: Document) -> Iterator[tuple[etree._Element, str]]:
    """Yield names, each with what it points to."""
    for element in document.root.iter(f"{{{TEI}}}*"):
        name = local(element)
        if name in _SPEAKING:
            yield from ((element, token) for token in element.get("who", "").split())
        elif name in KINDS or name in _OPEN:
            said = element.get("ref", "") or element.get("corresp", "")
            if not any(str(one.tag).startswith(EXAMPLE) for one in element.iterancestors()):
                yield from ((element, token) for token in said.split())


def _kind(element: etree._Element) -> str:
    name = local(element)
    if name in _SPEAKING:
        return "person"
    return TYPES.get(element.get("type", "").casefold(), "") if name in _OPEN else KINDS[name]


def _strange(element: etree._Element) -> str:
    kind = element.get("type", "") if local(element) in _OPEN else ""
    return "" if kind.casefold() in TYPES else kind


def _form(element: etree._Element) -> str:
    """Return the words of a name as one reads it."""
    if local(element) in _SPEAKING:
        speaker = element.find(f"{{{TEI}}}speaker")
        return "" if speaker is None else _form(speaker).rstrip(".:")
    return " ".join("".join(_words(element)).split())


def _words(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        is_other = element.tag == _CHOICE and child.tag in _OTHER
        if isinstance(child.tag, str) and child.tag not in _UNREAD and not is_other:
            yield from _words(child)
        yield child.tail or ""
