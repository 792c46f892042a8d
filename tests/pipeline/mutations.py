"""Mutations of TEI: a sound file in, a damaged one out, and what was done to it.

Each mutation is a function of a tree or of bytes and of a random source; nothing else is random.
"""

from collections.abc import Callable
from copy import deepcopy
from random import Random

from editio.edition.reading.source import TEI
from lxml import etree

from tests.pipeline.damage import BYTES
from tests.pipeline.strangers import ATTRIBUTES, NAMES, STRANGERS, VALUES

XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
Tree = Callable[[etree._Element, Random], None]


def _elements(root: etree._Element) -> list[etree._Element]:
    return list(root.iter(etree.Element))


def _below(root: etree._Element, random: Random) -> etree._Element | None:
    """Choose an element that is not the root."""
    every = _elements(root)[1:]
    return random.choice(every) if every else None


def _place(root: etree._Element, one: etree._Element, random: Random) -> None:
    """Put an element anywhere, in the midst of words where there are some."""
    home = random.choice(_elements(root))
    at = random.randint(0, len(home))
    home.insert(at, one)
    words = (home.text if at == 0 else home[at - 1].tail) or ""
    cut = random.randint(0, len(words))
    if at == 0:
        home.text, one.tail = words[:cut], words[cut:]
    else:
        home[at - 1].tail, one.tail = words[:cut], words[cut:]


def delete(root: etree._Element, random: Random) -> None:
    """Take an element out, with what is in it."""
    if (one := _below(root, random)) is not None and (parent := one.getparent()) is not None:
        parent.remove(one)


def double(root: etree._Element, random: Random) -> None:
    """Put a copy of an element behind it, its ids as well."""
    if (one := _below(root, random)) is not None and len(_elements(one)) < 400:
        again = deepcopy(one)
        again.tail = None
        one.addnext(again)


def rename(root: etree._Element, random: Random) -> None:
    """Call an element by another name."""
    random.choice(_elements(root)).tag = f"{{{TEI}}}{random.choice(NAMES)}"


def move(root: etree._Element, random: Random) -> None:
    """Put an element where another one is."""
    one = _below(root, random)
    if one is not None and (parent := one.getparent()) is not None:
        parent.remove(one)
        _place(root, one, random)


def drop_attribute(root: etree._Element, random: Random) -> None:
    """Take an attribute away."""
    having = [one for one in _elements(root) if one.attrib]
    if having:
        one = random.choice(having)
        del one.attrib[random.choice(sorted(map(str, one.attrib)))]


def change_attribute(root: etree._Element, random: Random) -> None:
    """Set an attribute that is there to a value that is not for it."""
    having = [one for one in _elements(root) if one.attrib]
    if having:
        one = random.choice(having)
        one.set(random.choice(sorted(map(str, one.attrib))), random.choice(VALUES))


def add_attribute(root: etree._Element, random: Random) -> None:
    """Give an element an attribute."""
    random.choice(_elements(root)).set(random.choice(ATTRIBUTES), random.choice(VALUES))


def same_id(root: etree._Element, random: Random) -> None:
    """Give two elements one id."""
    ids = [one.get(XML_ID) for one in _elements(root) if XML_ID in one.attrib]
    random.choice(_elements(root)).set(XML_ID, random.choice(ids) or "x" if ids else "x")


def wrap(root: etree._Element, random: Random) -> None:
    """Put an element into another one, many deep at times."""
    if (one := _below(root, random)) is not None and (parent := one.getparent()) is not None:
        at, tail = parent.index(one), one.tail
        one.tail = None
        for _ in range(random.choice((1, 1, 1, 2, 60))):
            around = etree.Element(f"{{{TEI}}}{random.choice(NAMES)}")
            around.append(one)
            one = around
        one.tail = tail
        parent.insert(at, one)


def unwrap(root: etree._Element, random: Random) -> None:
    """Let the content of an element stand without it."""
    if (one := _below(root, random)) is not None:
        one.tag = "unwrapped"
        etree.strip_tags(root, "unwrapped")


def insert(root: etree._Element, random: Random) -> None:
    """Put an element of the TEI where it is not looked for."""
    _place(root, _stranger(random.choice(STRANGERS)), random)


def _stranger(words: str) -> etree._Element:
    return etree.fromstring(f'<x xmlns="{TEI}">{words}</x>')[0]


def no_words(root: etree._Element, random: Random) -> None:
    """Take the words of an element away."""
    for one in _elements(random.choice(_elements(root))):
        one.text = None


def many(root: etree._Element, random: Random) -> None:
    """Put many small elements into one."""
    home, words = random.choice(_elements(root)), random.choice(STRANGERS)
    for _ in range(300):
        home.append(_stranger(words))


def no_statement(root: etree._Element, random: Random) -> None:
    """Take a part of the header away."""
    parts = ("titleStmt", "publicationStmt", "sourceDesc", "fileDesc", "teiHeader", "title", "text")
    name = random.choice(parts)
    for one in [one for one in _elements(root)[1:] if etree.QName(one).localname == name]:
        if (parent := one.getparent()) is not None:
            parent.remove(one)


TREES: tuple[Tree, ...] = (
    delete, double, rename, move, drop_attribute, change_attribute, add_attribute, same_id, wrap,
    unwrap, insert, insert, insert, insert, no_words, many, no_statement,
)  # fmt: skip


def mutant(data: bytes, random: Random) -> tuple[bytes, tuple[str, ...]]:
    """Return a damaged copy of a file, and the names of what was done to it."""
    names = []
    if random.random() < 0.85:
        root = etree.fromstring(data, etree.XMLParser(huge_tree=True, collect_ids=False))
        for change in random.choices(TREES, k=random.randint(1, 5)):
            change(root, random)
            names.append(change.__name__)
        data = etree.tostring(root.getroottree(), encoding="UTF-8", xml_declaration=True)
    if not names or random.random() < 0.15:
        damage = random.choice(BYTES)
        data = damage(data, random)
        names.append(damage.__name__)
    return data, tuple(names)
