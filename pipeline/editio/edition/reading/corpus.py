"""A teiCorpus to the texts in it: each TEI stands alone, with what it inherits from its corpora.

A header that lacks a part has that of the nearest corpus around it (TEI Guidelines, chapter CC).
The title of a corpus, and whose it is, stand in the header of each text as of a series.
"""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from pathlib import PurePosixPath

from editio.edition import names
from editio.edition.blanks import worded
from editio.edition.reading.source import ED, TEI, XML_ID, Document
from lxml import etree

_CORPUS, _TEXT = f"{{{TEI}}}teiCorpus", f"{{{TEI}}}TEI"
_HEADER = f"{{{TEI}}}teiHeader"
# What a header may take over, in the order in which its children stand. Not the title, which is
# the corpus's own, nor the history of the file.
_PARTS = {
    "fileDesc": (
        "titleStmt", "editionStmt", "extent", "publicationStmt", "seriesStmt", "notesStmt",
        "sourceDesc",
    ),
    "encodingDesc": (), "profileDesc": (), "xenoData": (), "revisionDesc": (),
}  # fmt: skip
_OWN = frozenset({"titleStmt", "extent", "revisionDesc"})
_WANTED = frozenset({"publicationStmt", "sourceDesc"})
_INHERITED = ("lang", "space", "base")
_LOOKS = frozenset({"rend", "style"})


def is_corpus(document: Document) -> bool:
    """Whether a document is a teiCorpus, which has no page of its own."""
    return bool(document.top.tag == _CORPUS)


def members(document: Document) -> tuple[Document, ...]:
    """Return the texts of a document: itself, or each TEI of a teiCorpus, in order."""
    if not is_corpus(document):
        return (document,)
    root = document.root
    texts = [(_name(document, n, one), one) for n, one in enumerate(_texts(root), 1)]
    homes = {
        element.get(XML_ID, ""): name for name, text in texts
        for element in text.iter(etree.Element) if XML_ID in element.attrib
    }  # fmt: skip
    return tuple(_member(document, name, text, homes) for name, text in texts)


def _name(document: Document, number: int, text: etree._Element) -> str:
    """Name a text of a corpus: by its id, else by the file and its place there."""
    return names.published(text.get(XML_ID), f"{PurePosixPath(document.path).stem}-{number}")


def title(documents: tuple[Document, ...]) -> str:
    """Return the title of the corpus, where all texts of an edition stand in one."""
    if len(documents) != 1 or not is_corpus(documents[0]):
        return ""
    found = documents[0].root.find(f"{_HEADER}//{{{TEI}}}titleStmt/{{{TEI}}}title")
    return "" if found is None else worded(found)


def _texts(corpus: etree._Element) -> Iterator[etree._Element]:
    """Find each TEI of a corpus, also in a corpus within it."""
    for child in corpus.iterchildren(_TEXT, _CORPUS):
        yield from [child] if child.tag == _TEXT else _texts(child)


def _member(
    document: Document, name: str, text: etree._Element, homes: Mapping[str, str]
) -> Document:
    """Return one text of a corpus as a document of its own; its places stay those in the file."""
    root = deepcopy(text)
    root.tail = None
    for corpus in text.iterancestors(_CORPUS):
        for attribute in (f"{{http://www.w3.org/XML/1998/namespace}}{one}" for one in _INHERITED):
            if attribute in corpus.attrib and attribute not in root.attrib:
                root.set(attribute, corpus.get(attribute, ""))
        _inherit(root, corpus)
    corpora = [*text.iterancestors(_CORPUS)]
    for within, corpus in enumerate(corpora):
        _belong(root, corpus, len(corpora) - within)
    for element in root.iter(etree.Element):
        _lead_out(element, name, homes)
    root.set(f"{{{ED}}}id", name)
    return document.rewritten(root, id=name)


def _lead_out(element: etree._Element, name: str, homes: Mapping[str, str]) -> None:
    """Let pointers to another text of the corpus name it, as those between files do."""
    for attribute, value in map(_in_words, element.attrib.items()):
        if "#" in value and attribute not in _LOOKS:
            tokens = []
            for token in value.split():
                home = homes.get(token[1:], name) if token[0] == "#" else name
                tokens.append(token if home == name else f"{home}.xml{token}")
            if tokens != value.split():
                element.set(attribute, " ".join(tokens))


def _in_words(pair: tuple[str | bytes, str | bytes]) -> tuple[str, str]:
    """Return an attribute as text, which it is whatever the types of lxml say."""
    return str(pair[0]), str(pair[1])


def _inherit(root: etree._Element, corpus: etree._Element) -> None:
    """Add to the header of a text what it lacks and that of the corpus has."""
    theirs = corpus.find(_HEADER)
    if theirs is None:
        return
    own = root.find(_HEADER)
    if own is None:
        own = etree.Element(_HEADER, attrib=_place(theirs))
        root.insert(0, own)
    _fill(own, theirs, tuple(_PARTS))
    for part, children in _PARTS.items():
        mine, other = own.find(f"{{{TEI}}}{part}"), theirs.find(f"{{{TEI}}}{part}")
        if mine is not None and other is not None:
            every = other.iterchildren(etree.Element)
            _fill(mine, other, children or tuple(etree.QName(one).localname for one in every))
    _license(own, theirs)


def _belong(root: etree._Element, corpus: etree._Element, depth: int) -> None:
    """Name a corpus, and who made it, in the header of a text, unless that has its title; and how
    deep it lies in others.
    """
    theirs = corpus.find(f"{_HEADER}/{_FILE}/{{{TEI}}}titleStmt")
    own = root.find(f"{_HEADER}/{_FILE}")
    if theirs is None or own is None:
        return
    for stated in own.iterfind(f"{{{TEI}}}titleStmt"):
        _finance(stated, theirs)
    titles = [one for one in theirs.iterchildren(f"{{{TEI}}}title") if worded(one)]
    if not titles or worded(titles[0]) in map(worded, own.iter(f"{{{TEI}}}title")):
        return
    series = etree.Element(f"{{{TEI}}}seriesStmt", attrib=_place(theirs))
    series.set(f"{{{ED}}}group", str(depth))
    for one in (*titles, *theirs.iterchildren(*_MAKERS)):
        copy = deepcopy(one)
        if one.tag == _AUTHOR:  # a series has none
            copy.tag = f"{{{TEI}}}editor"
            copy.set("role", one.get("role", "author"))
        series.append(copy)
    before = [one for one in own.iterchildren(etree.Element) if one.tag not in _BEHIND]
    own.insert(own.index(before[-1]) + 1 if before else 0, series)


def _finance(own: etree._Element, theirs: etree._Element) -> None:
    """Name who paid for a corpus and led it with a text that names nobody."""
    for name in ("funder", "sponsor", "principal"):
        if own.find(f"{{{TEI}}}{name}") is None:
            own.extend(deepcopy(one) for one in theirs.findall(f"{{{TEI}}}{name}"))


_FILE, _AUTHOR = f"{{{TEI}}}fileDesc", f"{{{TEI}}}author"
_MAKERS = (_AUTHOR, f"{{{TEI}}}editor", f"{{{TEI}}}respStmt")
_BEHIND = (f"{{{TEI}}}notesStmt", f"{{{TEI}}}sourceDesc")


def _license(own: etree._Element, theirs: etree._Element) -> None:
    """Give a text that states no terms those of its corpus, where nobody else publishes it."""
    stated = f"{{{TEI}}}fileDesc/{{{TEI}}}publicationStmt"
    mine, other = own.find(stated), theirs.find(stated)
    if mine is None or other is None or any(mine.findall(f"{{{TEI}}}{one}") for one in _TERMS):
        return
    if _publishers(mine) <= _publishers(other):
        for one in other.findall(f"{{{TEI}}}availability"):
            mine.append(deepcopy(one))


# Where terms are stated, as such or in prose.
_TERMS = ("availability", "p", "ab")


def _publishers(statement: etree._Element) -> set[str]:
    """Return the names of who publishes."""
    found = (statement.findall(f"{{{TEI}}}{one}") for one in ("publisher", "authority"))
    return {" ".join(worded(one).split()) for some in found for one in some}


def _fill(own: etree._Element, theirs: etree._Element, wanted: tuple[str, ...]) -> None:
    """Copy the children of these names that are missing, in this order."""
    at = 0
    for name in dict.fromkeys(wanted):
        mine = own.findall(f"{{{TEI}}}{name}")
        other = theirs.find(f"{{{TEI}}}{name}")
        if name in _WANTED and other is not None and not any(map(_says, mine)):
            # A schema wants it, if only with an empty paragraph.
            for one in mine:
                own.remove(one)
            mine = []
        if mine:
            at = own.index(mine[-1]) + 1
        elif name not in _OWN:
            for one in theirs.findall(f"{{{TEI}}}{name}"):
                own.insert(at, deepcopy(one))
                at += 1


def _says(element: etree._Element) -> bool:
    """Whether an element has words, or points to something."""
    points = any({"target", "when", "status"} & set(one.keys()) for one in element.iter("{*}*"))
    return points or bool("".join(map(str, element.itertext())).strip())


def _place(element: etree._Element) -> dict[str, str]:
    return {f"{{{ED}}}at": element.get(f"{{{ED}}}at", "1:1")}
