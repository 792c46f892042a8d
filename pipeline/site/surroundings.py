"""What one page has to know of the edition around it: the pages that every page leads to, the
texts before and after, the register entries that it may link to.

Kept as small as the text allows, so that a text is rendered again only when something that its
page shows has changed.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from lxml import etree

from pipeline.edition import Edition
from pipeline.source import ED, TEI, XML_ID, Document

_TITLE = f".//{{{TEI}}}titleStmt/{{{TEI}}}title"
_ADDRESS = f".//{{{TEI}}}publicationStmt/{{{TEI}}}idno[@type='URL']"
_ENTRIES = tuple(
    f"{{{TEI}}}{name}"
    for name in ("person", "place", "org", "event", "biblStruct", "bibl", "category")
)
_POINTER = re.compile(r'["\s#]#?([^"\s#<>]+)(?=["\s])')

_FILE = re.compile(r"([^\s\"'/]+\.xml)\b")


def around_text(edition: Edition, title: str, formats: Sequence[str], number: int) -> str:
    """Give the surroundings of text `number` as XML: with its neighbours and its entries alone."""
    texts = edition.texts
    root = _common(edition, title, formats)
    for role, neighbour in (("previous", number - 1), ("next", number + 1)):
        if 0 <= neighbour < len(texts):
            _add(root, role, texts[neighbour])
    meant = set(_POINTER.findall(texts[number].xml))
    for entry in entries(edition):
        if entry in meant:
            etree.SubElement(root, f"{{{ED}}}entry", id=entry)
    named = set(_FILE.findall(texts[number].xml))
    for text in texts:
        if (file := PurePosixPath(text.path).name) in named:
            etree.SubElement(root, f"{{{ED}}}text", id=text.id, file=file)
    return etree.tostring(root, encoding="unicode")


def around_site(edition: Edition, title: str, formats: Sequence[str]) -> str:
    """Give the surroundings of the pages that span texts."""
    root = _common(edition, title, formats)
    for entry in entries(edition):
        etree.SubElement(root, f"{{{ED}}}entry", id=entry)
    return etree.tostring(root, encoding="unicode")


def entries(edition: Edition) -> Iterator[str]:
    """Give the ids of the entries of all registers."""
    for register in edition.registers:
        for holder in register.root.iter(f"{{{TEI}}}standOff", f"{{{TEI}}}classDecl"):
            for element in holder.iter(*_ENTRIES):
                if name := element.get(XML_ID):
                    yield name


def _common(edition: Edition, title: str, formats: Sequence[str]) -> etree._Element:
    """Give what every page shares: title, address, language, formats, registers."""
    about = edition.about
    root = etree.Element(f"{{{ED}}}surroundings", nsmap={"ed": ED})
    root.set("title", title)
    root.set("formats", " ".join(formats))
    if about is not None:
        root.set("lang", about.root.get("{http://www.w3.org/XML/1998/namespace}lang", "en"))
        address = (about.root.findtext(_ADDRESS) or "").strip()
        if address:
            root.set("address", address.rstrip("/") + "/")
    for register in edition.registers:
        _add(root, "register", register)
    return root


def _add(root: etree._Element, role: str, document: Document) -> None:
    title = document.root.find(_TITLE)
    words = "" if title is None else " ".join("".join(map(str, title.itertext())).split())
    etree.SubElement(root, f"{{{ED}}}{role}", id=document.id, title=words)
