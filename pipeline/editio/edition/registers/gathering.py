"""Registers wherever they stand: the lists of texts become entries of the edition.

Turns texts and the files in tei/registers/ into the registers of the edition. Entries of texts join
the entry of the edition that has their id or their number with an authority; others get a register
of their kind. Which entry a pointer means is left to edition/registers/pointing.py.
"""

import hashlib
import re
from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass, field, replace

from editio.edition.reading.source import ED, TEI, XML_ID, Document
from editio.edition.registers import likeness
from editio.edition.registers.entries import ENTRIES, HOMES, identities, is_entry, listed
from editio.edition.texts.titles import XML_LANG
from lxml import etree

_AT = f"{{{ED}}}at"
# The place of a tag, as it is written.
_PLACE = re.compile(rb' \w+:at="\d+:\d+[^"]*"')


def _tei(name: str) -> str:
    return f"{{{TEI}}}{name}"


@dataclass(frozen=True)
class Shelf:
    """The registers while they grow: `entries` by id, `numbers` by authority, by which id of the
    edition an id of a text goes, where that is another, and where entries of equal words went.
    `given`: what registers read of each text (see `lent`), and `givers`: from which texts they have
    something.
    """

    homes: dict[str, etree._Element] = field(default_factory=dict)
    made: dict[str, etree._Element] = field(default_factory=dict)
    entries: dict[str, etree._Element] = field(default_factory=dict)
    numbers: dict[tuple[str, str], str] = field(default_factory=dict)
    own: dict[tuple[str, str], str] = field(default_factory=dict)
    grown: set[int] = field(default_factory=set)
    seen: set[tuple[str, str]] = field(default_factory=set)
    paths: dict[str, str] = field(default_factory=dict)
    equal: dict[bytes, str] = field(default_factory=dict)
    given: dict[str, str] = field(default_factory=dict)
    givers: set[str] = field(default_factory=set)

    def know(self, entry: etree._Element) -> None:
        """Enter an entry by its id and its numbers."""
        name = entry.get(XML_ID, "")
        self.entries.setdefault(name, entry)
        for number in identities(entry).items():
            self.numbers.setdefault(number, name)


def gather(
    texts: Iterable[Document], registers: Iterable[Document]
) -> tuple[tuple[Document, ...], Shelf]:
    """Return the registers of an edition, with what was learned of ids in making them."""
    texts, registers = tuple(texts), tuple(registers)
    shelf, copies = Shelf(), {}
    lists = any(next(listed(text.root), None) is not None for text in texts)
    for one in registers:
        root = one.copied() if lists else one.root
        copies[one.id] = root
        for entry in root.iter(*ENTRIES):
            if entry.get(XML_ID, "").strip() and is_entry(entry):
                shelf.know(entry)
                shelf.homes.setdefault(_kind(entry), root)
    related = []
    for text in texts if lists else ():
        tree = text.root
        if next(tree.iter(_tei("relation")), None) is not None:
            related.append(text)
            shelf.givers.add(text.id)
        is_play = _is_play(tree)
        for entry in list(listed(tree)):
            _take(shelf, text, entry, is_play)
        shelf.given[text.id] = lent(text, text.id in shelf.givers)
    _relate(shelf, related)
    taken = {one.id for one in (*texts, *registers)}
    grown = [_grown(one, copies[one.id], shelf) for one in registers]
    return (*grown, *(_made(name, root, shelf, taken) for name, root in shelf.made.items())), shelf


def lent(text: Document, gives: bool) -> str:
    """Return a digest of all that registers read of a text: whoever changes nothing of it changes
    no register. Where no register has anything of it that another has not, places do not matter.
    Nothing of a text that has no entries.
    """
    root = text.root
    listing = [*listed(root), *root.iter(_tei("relation"))]
    if not listing:
        return ""
    said = [text.id, text.path, root.get(XML_LANG, ""), str(_is_play(root))]
    digest = hashlib.sha256("\0".join(said).encode())
    for one in listing:
        written = etree.tostring(one, with_tail=False)
        in_header = next(one.iterancestors(_tei("particDesc")), None) is not None
        digest.update(b"%d" % in_header + (written if gives else _PLACE.sub(b"", written)))
    return digest.hexdigest()


def _is_play(root: etree._Element) -> bool:
    return next(root.iter(_tei("sp")), None) is not None


def _kind(entry: etree._Element) -> str:
    return HOMES.get(etree.QName(entry).localname, ("", ""))[1]


def _take(shelf: Shelf, text: Document, entry: etree._Element, is_play: bool) -> None:
    """Take one entry of a text: into the one that it repeats, else as one of its own."""
    name = entry.get(XML_ID, "")
    place = (text.file(entry), entry.get(_AT, "") + name)
    # Letters repeat whom they name: what is equal has nothing to add. Characters of plays differ.
    words = _digest(entry)
    equal = "" if is_play else shelf.equal.get(words, "")
    twin = equal or _twin(shelf, entry, name, is_play)
    if place in shelf.seen:  # the header of a corpus is that of each of its texts
        shelf.own[text.id, name] = twin or name
        shelf.givers.add(text.id)  # it may be another text's turn
        return
    shelf.seen.add(place)
    if not equal:
        shelf.givers.add(text.id)
    if twin and not equal:
        _join(shelf, shelf.entries[twin], entry)
    own = twin or _own_name(shelf, text, entry, is_play)
    if not twin:
        _add(shelf, text, entry, own)
    if twin or own == name:
        shelf.equal[words] = own
    shelf.own[text.id, name] = own


def _digest(entry: etree._Element) -> bytes:
    """Return what tells an entry from others, wherever it stands."""
    written = etree.tostring(entry, with_tail=False)
    return hashlib.sha256(_PLACE.sub(b"", written)).digest()


def _join(shelf: Shelf, first: etree._Element, entry: etree._Element) -> None:
    likeness.join(first, entry)
    shelf.know(first)
    shelf.grown.add(id(first.getroottree().getroot()))


def _own_name(shelf: Shelf, text: Document, entry: etree._Element, is_play: bool) -> str:
    """Return the id that an entry is to have in the edition."""
    name = entry.get(XML_ID, "")
    is_free = name not in shelf.entries and not _is_private(entry, is_play)
    return name if is_free else f"{text.id}-{name}"


def _is_private(entry: etree._Element, is_play: bool) -> bool:
    """Whether this is a character of a play: a king in another play is another one."""
    in_header = next(entry.iterancestors(_tei("particDesc")), None) is not None
    return is_play and in_header and not identities(entry)


def _twin(shelf: Shelf, entry: etree._Element, name: str, is_play: bool) -> str:
    """Return the id of the entry that means the same; nothing where there is none."""
    for number in identities(entry).items():
        other = shelf.numbers.get(number, "")
        if other and shelf.entries[other].tag == entry.tag:
            return other
    first = shelf.entries.get(name)
    if first is None or first.tag != entry.tag or _is_private(entry, is_play):
        return ""
    return name if likeness.are_one(first, entry) else ""


def _add(shelf: Shelf, text: Document, entry: etree._Element, name: str) -> None:
    kind = _kind(entry)
    home = shelf.homes.get(kind)
    if home is None:
        home = shelf.homes[kind] = shelf.made[kind] = _register(text)
        shelf.paths[kind] = text.path
    copy = deepcopy(entry)
    copy.tail = None
    copy.set(XML_ID, name)
    for part in copy.iter(etree.Element):
        if part.get(_AT, "").count(":") == 1:
            part.set(_AT, f"{part.get(_AT)}:{text.path}")
    _list_in(home, HOMES[etree.QName(entry).localname][0]).append(copy)
    shelf.know(copy)
    shelf.grown.add(id(home))


def _register(text: Document) -> etree._Element:
    root = etree.Element(_tei("TEI"), nsmap={None: TEI})  # type: ignore[dict-item]  # stubs lack None
    lang = text.root.get(XML_LANG, "")
    if lang:
        root.set(XML_LANG, lang)
    root.set(_AT, f"1:1:{text.path}")
    statement = etree.SubElement(etree.SubElement(root, _tei("teiHeader")), _tei("fileDesc"))
    etree.SubElement(etree.SubElement(statement, _tei("titleStmt")), _tei("title"))
    return root


def _list_in(root: etree._Element, name: str) -> etree._Element:
    """Return the list in which entries of texts are put, beside those of the register."""
    off = root.find(_tei("standOff"))
    if off is None:
        off = etree.SubElement(root, _tei("standOff"))
    found = off.find(_tei(name))
    return etree.SubElement(off, _tei(name)) if found is None else found


def _relate(shelf: Shelf, texts: Iterable[Document]) -> None:
    """Copy what texts say of relations into each register that has one of those related."""
    for text in texts:
        for relation in text.root.iter(_tei("relation")):
            tokens = " ".join(relation.get(n, "") for n in ("active", "passive", "mutual")).split()
            names = [one.rpartition("#")[2] for one in tokens]
            ids = {shelf.own.get((text.id, one), one) for one in names}
            entries = [shelf.entries[one] for one in sorted(ids) if one in shelf.entries]
            for root in {id(r): r for r in (e.getroottree().getroot() for e in entries)}.values():
                copy = _renamed(deepcopy(relation), text.id, shelf)
                _list_in(root, "listRelation").append(copy)
                shelf.grown.add(id(root))


def _renamed(relation: etree._Element, text: str, shelf: Shelf) -> etree._Element:
    """Return a relation whose pointers name entries of the edition."""
    relation.tail = None
    for name in ("active", "passive", "mutual"):
        tokens = [one.partition("#")[2] or one for one in relation.get(name, "").split()]
        if tokens:
            relation.set(name, " ".join(f"#{shelf.own.get((text, one), one)}" for one in tokens))
    return relation


def _grown(one: Document, root: etree._Element, shelf: Shelf) -> Document:
    return _written(one, root) if id(root) in shelf.grown else one


def _made(name: str, root: etree._Element, shelf: Shelf, taken: set[str]) -> Document:
    own = name if name not in taken else f"register-{name}"
    root.set(f"{{{ED}}}id", own)
    return _written(Document(shelf.paths[name], own, b""), root)


def _written(one: Document, root: etree._Element) -> Document:
    made = one.rewritten(root)
    return replace(made, digest=hashlib.sha256(made.xml.encode()).hexdigest())
