"""Which entries of the registers a name means, however it says so: #id, file#id, a private prefix,
the address of an authority, @key, an id without its #.

Turns texts into texts whose names carry `ed:entries` where the ids behind # say something else,
and `ed:called` where they have no words of their own: in the head of a letter, where they may also
say “she”; of authors, editors and keywords; and of a link that leads to an entry.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import PurePosixPath
from urllib.parse import unquote

from editio.edition.names import composed
from editio.edition.reading.source import ED, TEI, XML_ID, Document
from editio.edition.reading.trees import TREES
from editio.edition.registers.authorities import identity
from editio.edition.registers.entries import ENTRIES, is_entry, name_of
from editio.edition.registers.gathering import Shelf
from editio.edition.registers.prefixes import Prefixes, full, prefixes
from lxml import etree

MEANT, CALLED = f"{{{ED}}}entries", f"{{{ED}}}called"
_ACTION, _RS = f"{{{TEI}}}correspAction", f"{{{TEI}}}rs"
# Elements whose @corresp, too, names an entry.
_NAMES = frozenset(
    f"{{{TEI}}}{name}"
    for name in (
        *("persName", "placeName", "orgName", "geogName", "name", "rs", "title", "author"),
        *("editor", "eventName", "objectName", "settlement", "country", "region", "district"),
        *("bibl", "date"),
    )
)
# What is named by its key alone.
_KEYED = frozenset(f"{{{TEI}}}{name}" for name in ("author", "editor", "term"))
# A key in words, and no number or code; libraries write the years of a life behind a name.
_YEARS = r"\(?\d{3,4}\??\s*[-–]\s*(\d{3,4}\??)?\)?\.?"
_WORDS = re.compile(rf"[^\d_:/#@]*[^\W\d_][^\d_:/#@]*({_YEARS})?")
_LINKS = frozenset((f"{{{TEI}}}ref", f"{{{TEI}}}ptr"))


@dataclass(frozen=True)
class Known:
    """The entries of an edition: by id, by the file they stand in, by number, by bare number."""

    ids: frozenset[str]
    files: Mapping[tuple[str, str], str]
    shelf: Shelf
    bare: Mapping[str, str] = field(default_factory=dict)
    # The texts, whose own ids a link means before an entry of that id.
    texts: frozenset[str] = frozenset()
    # What an entry is called.
    names: Mapping[str, str] = field(default_factory=dict)


def pointed(  # noqa: PLR0913, PLR0917  # all that an edition is made of
    texts: Iterable[Document],
    registers: Iterable[Document],
    shelf: Shelf,
    others: Iterable[Document] = (),
    seen: Callable[[Document], None] = lambda _: None,
    done: frozenset[str] = frozenset(),
) -> tuple[tuple[Document, ...], tuple[Document, ...], tuple[Document, ...]]:
    """Return texts, registers and other documents whose names carry the entries that they mean.
    Each text is shown to `seen` as long as its tree is held. Texts that are `done`, by their ids,
    carry theirs, and are shown to nobody.
    """
    texts, registers, others = tuple(texts), tuple(registers), tuple(others)
    known = _known((*texts, *others), registers, shelf)
    made: list[Document] = []
    for one in texts:
        made.append(one if one.id in done else _pointed(one, known))
        if one.id not in done:
            seen(made[-1])
    apart = [tuple(_pointed(one, known) for one in kind) for kind in (registers, others)]
    return tuple(made), apart[0], apart[1]


def _known(texts: tuple[Document, ...], registers: tuple[Document, ...], shelf: Shelf) -> Known:
    ids: set[str] = set()
    bare: dict[str, str] = {}
    files: dict[tuple[str, str], str] = {}
    called: dict[str, str] = {}
    of_text = {text.id: _file(text.path) for text in texts}
    for register in registers:
        for entry in register.root.iter(*ENTRIES):
            if (name := entry.get(XML_ID, "").strip()) and is_entry(entry):
                ids.add(name)
                called.setdefault(name, name_of(entry))
                files[_file(register.path), name] = name
                for number in entry.iterfind(f"{{{TEI}}}idno"):
                    bare.setdefault((number.text or "").strip(), name)
    for (text, name), entry_id in shelf.own.items():
        files[of_text.get(text, ""), name] = files[f"{text}.xml", name] = entry_id
    return Known(frozenset(ids), files, shelf, bare, frozenset(of_text), called)


def _is_place(name: str, document: Document, known: Known) -> bool:
    """Whether an id is one of the text itself."""
    return document.id in known.texts and name in _ids(document.before, document.stamped)


@lru_cache(maxsize=2)  # links of one text follow each other
def _ids(before: str, stamped: bytes) -> frozenset[str]:
    root = TREES.tree(before, stamped)
    return frozenset(one.get(XML_ID, "") for one in root.iter(etree.Element))


def _file(path: str) -> str:
    return composed(unquote(PurePosixPath(path).name))


def _pointed(document: Document, known: Known) -> Document:
    before = document.root
    declared = prefixes(before)
    new: dict[int, str] = {}
    called: dict[int, str] = {}
    for at, element in enumerate(before.iter(etree.Element)):
        if meant := _meant(element, document, declared, known):
            new[at] = " ".join(meant)
        if name := _called(element, new.get(at, ""), known):
            called[at] = name
    if not new and not called:
        return document
    root = document.copied()
    for at, element in enumerate(root.iter(etree.Element)):
        if at in new:
            element.set(MEANT, new[at])
        if at in called:
            element.set(CALLED, called[at])
    return document.rewritten(root)


def _called(element: etree._Element, meant: str, known: Known) -> str:
    """Return what to call who took part in a letter: their entry's name, else their key; and what
    a link leads to that has no words.
    """
    if element.tag in _LINKS:
        is_bare = not (len(element) or _has_words(element))
        return next(filter(None, map(known.names.get, meant.split())), "") if is_bare else ""
    of_letter = element.tag in _NAMES and next(element.iterancestors(_ACTION), None) is not None
    if not (of_letter or _is_author(element)) or (element.tag != _RS and _has_words(element)):
        return ""
    entries = meant.split() or [one.rpartition("#")[2] for one in element.get("ref", "").split()]
    found = next(filter(None, (known.names.get(one) for one in entries)), "")
    key = element.get("key", "").strip()
    is_told = element.tag != _RS and (of_letter or _WORDS.fullmatch(key))
    return found or (key if is_told else "")


def _has_words(element: etree._Element) -> bool:
    return bool("".join(map(str, element.itertext())).strip())


def _is_author(element: etree._Element) -> bool:
    """Whether something is an author, an editor or a keyword, or the one name in such a one."""
    above = element.getparent()
    if element.tag in _KEYED or above is None:
        return element.tag in _KEYED
    return element.tag in _NAMES and above.tag in _KEYED and len(above) == 1


def _meant(
    element: etree._Element, document: Document, declared: Prefixes, known: Known
) -> list[str]:
    """Return the entries that a name means; nothing where its ids behind # say it themselves."""
    if element.tag in _LINKS:
        return list(_linked(element, document, declared, known))
    refs, key = element.get("ref", "").split(), element.get("key", "").strip()
    if element.tag in _NAMES and not refs and not key:
        refs = element.get("corresp", "").split()
        plain: list[str] = []
    else:
        plain = [one.partition("#")[2] for one in refs if "#" in one]
    if not refs and not key:
        return []
    found = [entry for token in refs if (entry := _entry(token, document, declared, known))]
    if not found and key:
        found = list(_by_key(key, document, declared, known))
    meant = list(dict.fromkeys(found))
    return [] if meant == plain else meant


def _linked(
    element: etree._Element, document: Document, declared: Prefixes, known: Known
) -> Iterator[str]:
    """Yield the entry that a link leads to, where it is no place of the text itself."""
    tokens = element.get("target", "").split()
    if (
        len(tokens) == 1
        and "#" in tokens[0]
        and (entry := _entry(tokens[0], document, declared, known))
    ):
        name = tokens[0].partition("#")[2]
        is_listed = (document.id, name) in known.shelf.own
        if tokens[0][0] != "#" or is_listed or not _is_place(name, document, known):
            yield entry


def _by_key(key: str, document: Document, declared: Prefixes, known: Known) -> Iterator[str]:
    """Yield what @key means: one key with blanks in it, or several."""
    for token in dict.fromkeys((key, *key.split())):
        if entry := _entry(token, document, declared, known) or known.bare.get(token, ""):
            yield entry


def _entry(token: str, document: Document, declared: Prefixes, known: Known) -> str:
    prefix, colon, rest = token.partition(":")
    if colon and any(one[0] == prefix for one in declared):
        made = full(token, declared)
        return _entry(made, document, (), known) if made != token else ""
    if colon and (numbered := known.shelf.numbers.get(identity(prefix, rest), "")):
        return numbered  # viaf:123, as an authority file is called
    if re.match(r"https?://", token):
        number = identity("", token)
        file, _, name = token.partition("#")
        entry = known.shelf.numbers.get(number) or known.bare.get(token)
        return entry or known.files.get((_file(file), name), "")
    path, _, name = token.partition("#")
    if path and name:
        return known.files.get((_file(path), unquote(name)), name if name in known.ids else "")
    name = unquote(name or path)
    own = known.shelf.own.get((document.id, name), name)
    return own if own in known.ids else ""
