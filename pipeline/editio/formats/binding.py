"""XHTML documents to an EPUB: contents, pages, package document, container (EPUB 3.3)."""

import io
import re
import uuid
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from posixpath import normpath
from typing import Any
from urllib.parse import unquote

from lxml import etree
from lxml.builder import ElementMaker

from editio.edition.beside.called import PAGES
from editio.edition.images.media import Media
from editio.edition.names import composed
from editio.edition.texts.titles import XML_LANG
from editio.model.citations import Citation
from editio.resources import BOOK_STYLE

XHTML = "http://www.w3.org/1999/xhtml"
_OPS = "http://www.idpf.org/2007/ops"
_OPF = "http://www.idpf.org/2007/opf"
_DC = "http://purl.org/dc/elements/1.1/"
_TYPE = f"{{{_OPS}}}type"
_PAGE_TYPE = "application/xhtml+xml"
# What makes elements: of pages, of the package document and its metadata, of Dublin Core.
_H: Any = ElementMaker(namespace=XHTML, nsmap={None: XHTML, "epub": _OPS})
_P: Any = ElementMaker(namespace=_OPF, nsmap={None: _OPF})
_M: Any = ElementMaker(namespace=_OPF, nsmap={None: _OPF, "dc": _DC})
_D: Any = ElementMaker(namespace=_DC, nsmap={"dc": _DC})
# The documents of a text, in their order.
PARTS = ("text", "apparatus", "about")
# What the documents of pages are called.
PAGE = "page-"
_IMAGE = f"{{{XHTML}}}img"
_HEADINGS = {f"{{{XHTML}}}h{level}": level for level in range(1, 4)}
# No clock in the output: files in the container are as old as its format allows.
_WHEN = (1980, 1, 1, 0, 0, 0)
_CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles></container>
"""


@dataclass(frozen=True)
class Leaf:
    """One document of a book: its file name without ending, its part, its XHTML."""

    name: str
    part: str
    page: bytes

    @cached_property
    def root(self) -> etree._Element:
        """The document as a tree."""
        return etree.fromstring(self.page)

    @cached_property
    def ids(self) -> frozenset[str]:
        """Every id in it."""
        return frozenset(one.get("id", "") for one in self.root.iter(etree.Element))


@dataclass(frozen=True)
class Book:
    """What is bound: a reference to it, its source, that of its page numbers, its documents in
    order, the pictures that they may show, its documents by the files that links may name; pages
    of the site, by their paths there, with their addresses.
    """

    citation: Citation
    source: str
    pages_of: str
    leaves: tuple[Leaf, ...]
    rights: tuple[str, ...] = ()
    pictures: tuple[Media, ...] = ()
    by_file: Mapping[str, str] = field(default_factory=dict)
    on_site: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def is_paged(self) -> bool:
        """Whether pages are marked in it."""
        return any(b"doc-pagebreak" in leaf.page for leaf in self.leaves)

    @cached_property
    def shown(self) -> tuple[Media, ...]:
        """The pictures that stand in its documents, each once."""
        named = {one.get("src") for leaf in self.leaves for one in leaf.root.iter(_IMAGE)}
        found = {one.name: one for one in self.pictures if one.name in named}
        return tuple(found[name] for name in sorted(found))


def bind(book: Book) -> bytes:
    """Return a book as an EPUB file. `mimetype` comes first and uncompressed, as EPUB demands."""
    files = {
        "META-INF/container.xml": _CONTAINER.encode(),
        "EPUB/package.opf": _written(_package(book)),
        "EPUB/nav.xhtml": _written(_navigation(book), "<!DOCTYPE html>\n"),
        "EPUB/book.css": BOOK_STYLE.read_bytes(),
        **{f"EPUB/{leaf.name}.xhtml": _linked(leaf, book) for leaf in book.leaves},
        **{f"EPUB/{one.name}": one.data for one in book.shown},
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as bound:
        bound.writestr(zipfile.ZipInfo("mimetype", _WHEN), b"application/epub+zip")
        for name, data in files.items():
            info = zipfile.ZipInfo(name, _WHEN)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            bound.writestr(info, data)
    return out.getvalue()


def _written(root: etree._Element, doctype: str = "") -> bytes:
    words = etree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{doctype}{words}\n'.encode()


def _linked(leaf: Leaf, book: Book) -> bytes:
    """Lead links into the right document; a link to what the book does not hold leads to the site,
    where that is known, and is else none.
    """
    root = etree.fromstring(leaf.page)
    for link in root.iter(f"{{{XHTML}}}a"):
        target = _target(link.get("href", ""), leaf, book)
        if target is None:
            link.attrib.pop("href", b"")
            link.tag = f"{{{XHTML}}}span"
        else:
            link.set("href", target)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, doctype="<!DOCTYPE html>")


def _target(href: str, leaf: Leaf, book: Book) -> str | None:
    name, _, anchor = href.partition("#")
    if any(name == one.name and anchor in one.ids for one in book.leaves):
        return f"{name}.xhtml#{anchor}"
    if "://" in href or href.startswith("mailto:"):
        return href
    if name:
        file = _file(name, leaf)
        found = _elsewhere(book.by_file.get(file, ""), anchor, book)
        there = book.on_site.get(file)
        return found or (there and f"{there}{anchor and '#'}{anchor}")
    own = leaf.name.removesuffix(f"-{leaf.part}")
    return href if anchor in leaf.ids else _near(own, href, book)


def _file(address: str, leaf: Leaf) -> str:
    """Return the name of a file in a link; of a page of the site its path, from the root."""
    path = PurePosixPath(unquote(address))
    if path.suffix != ".html":
        return composed(path.name)
    beside = PAGES if leaf.name.startswith(PAGE) else ""
    return composed(normpath(beside / path).removeprefix("../"))


def _elsewhere(name: str, anchor: str, book: Book) -> str | None:
    """Return the address of a place in another document; of the whole where that is not in it."""
    if all(name != one.name for one in book.leaves):
        return None
    return (anchor and _near(name, f"#{anchor}", book)) or f"{name}.xhtml"


def _near(name: str, href: str, book: Book) -> str | None:
    """Return the address of a place in the documents of a text."""
    parts = {name, *(f"{name}-{part}" for part in PARTS)}
    near = [one for one in book.leaves if one.name in parts and href[1:] in one.ids]
    return f"{near[0].name}.xhtml{href}" if near else None


def _headings(leaf: Leaf) -> Iterator[tuple[int, str, str]]:
    """Yield level, address and words of the headings of a document."""
    for heading in leaf.root.iter(*_HEADINGS):
        words = _words(heading)
        level = _HEADINGS[str(heading.tag)]
        if level == 1 or (level == 2 and leaf.part != "text"):
            yield 1 if leaf.part == "text" else 2, f"{leaf.name}.xhtml", words
        elif leaf.part == "text" and heading.get("id"):
            yield level, f"{leaf.name}.xhtml#{heading.get('id')}", words


def _words(element: etree._Element) -> str:
    """Return the words of a heading, without the calls of its notes."""
    calls = "descendant::text()[not(ancestor::*[@role = 'doc-noteref'])]"
    found = element.xpath(calls)
    return " ".join("".join(map(str, found if isinstance(found, list) else [])).split())


def _navigation(book: Book) -> etree._Element:
    """Return table of contents and, where the source has pages, the list of pages."""
    heads = [head for leaf in book.leaves for head in _headings(leaf)]
    pages = [
        (f"{leaf.name}.xhtml#{mark.get('id')}", _number(mark))
        for leaf in book.leaves
        for mark in leaf.root.iter(f"{{{XHTML}}}span")
        if mark.get("role") == "doc-pagebreak" and mark.get("id")
    ]
    title, language = book.citation.title, book.citation.language or "en"
    style = _H.link(rel="stylesheet", href="book.css", type="text/css")
    toc = _H.nav({_TYPE: "toc", "role": "doc-toc", "id": "toc"}, _H.h1(title), *_nested(heads))
    listed = _H.ol(*(_H.li(_H.a(number, href=at)) for at, number in pages))
    paged = [_H.nav({_TYPE: "page-list", "hidden": "hidden"}, listed)] if pages else []
    page: etree._Element = _H.html(
        {"lang": language, XML_LANG: language},
        _H.head(_H.title(title), style),
        _H.body(toc, *paged),
    )
    return page


def _number(mark: etree._Element) -> str:
    """Return the number of a page; of one that has none, that it is a page."""
    return "".join(map(str, mark.itertext())) or mark.get("title", "")


def _nested(heads: list[tuple[int, str, str]]) -> list[etree._Element]:
    """Return headings as lists within lists; a level that is left out is not counted."""
    if not heads:
        return []
    top = min(level for level, _, _ in heads)
    starts = [at for at, head in enumerate(heads) if head[0] == top]
    items = []
    for at, end in zip(starts, [*starts[1:], len(heads)], strict=True):
        _, address, words = heads[at]
        items.append(_H.li(_H.a(words, href=address), *_nested(heads[at + 1 : end])))
    return [*_nested(heads[: starts[0]]), _H.ol(*items)]


def _package(book: Book) -> etree._Element:
    """Return the package document: metadata, files, reading order."""
    files = [
        _P.item(id="nav", href="nav.xhtml", **{"media-type": _PAGE_TYPE}, properties="nav"),
        _P.item(id="css", href="book.css", **{"media-type": "text/css"}),
    ]
    for at, leaf in enumerate(book.leaves):
        named = {"id": f"leaf-{at}", "href": f"{leaf.name}.xhtml", "media-type": _PAGE_TYPE}
        files.append(_P.item(named, **_properties(leaf)))
    for at, one in enumerate(book.shown):
        files.append(_P.item(id=f"picture-{at}", href=one.name, **{"media-type": one.type}))
    order = ["nav", *(f"leaf-{at}" for at, _ in enumerate(book.leaves))]
    package: etree._Element = _P.package(
        {"version": "3.0", "unique-identifier": "id", XML_LANG: book.citation.language or "en"},
        _M.metadata(*_described(book)),
        _P.manifest(*files),
        _P.spine(*(_P.itemref(idref=one) for one in order)),
    )
    return package


def _properties(leaf: Leaf) -> dict[str, str]:
    """Say which other vocabularies a document has, as reading systems ask."""
    kinds = {"mathml": "math", "svg": "svg"}
    inside = {etree.QName(one).localname for one in leaf.root.iter(etree.Element)}
    found = " ".join(kind for kind, name in kinds.items() if name in inside)
    return {"properties": found} if found else {}


def _described(book: Book) -> Iterator[etree._Element]:
    """Yield what is said of the book, and of what its files have."""
    of = book.citation
    names = [one.straight for one in of.authors]
    others = [one.straight for one in (*of.editors, *of.translators)]
    seed = f"urn:editio:{of.id}:{of.title}:{of.version}"
    yield _D.identifier(f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, seed)}", id="id")
    dublin_core = [
        ("title", of.title),
        ("language", of.language or "en"),
        *(("creator", name) for name in dict.fromkeys(names)),
        *(("contributor", name) for name in dict.fromkeys(others)),
        ("publisher", of.publisher),
        *([("date", _day(of))] if of.issued else []),
        ("source", book.source),
        *(("rights", one) for one in book.rights),
    ]
    yield from (_D(name, value) for name, value in dublin_core if value)
    yield from (_P.meta(value, property=name) for name, value in _access(book))


def _day(of: Citation) -> str:
    parts = [*(of.issued or (1970,)), 1, 1][:3]
    return f"{parts[0]:04}-{parts[1]:02}-{parts[2]:02}"


_MOVING = rb"<video|<audio|<animate|\.(gif|webp|svg)\""


def _access(book: Book) -> list[tuple[str, str]]:
    """Say what the files of the book have (EPUB Accessibility 1.1), and when it was made.

    Nobody evaluated the book, so there is no summary and no mark of conformance.
    """
    features = [
        "tableOfContents",
        "readingOrder",
        "structuralNavigation",
        "displayTransformability",
    ]
    features += ["pageBreakMarkers", "pageNavigation"] if book.is_paged else []
    images = [one for leaf in book.leaves for one in leaf.root.iter(_IMAGE)]
    told = all(one.get("alt") for one in images)
    features += ["alternativeText"] if images and told else []
    seen = any(b"<img" in leaf.page or b"<svg" in leaf.page for leaf in book.leaves)
    # Pictures of these kinds may move, and nobody looked.
    moving = any(re.search(_MOVING, leaf.page) for leaf in book.leaves)
    return [
        ("dcterms:modified", f"{_day(book.citation)}T00:00:00Z"),
        ("schema:accessMode", "textual"),
        *([("schema:accessMode", "visual")] if seen else []),
        ("schema:accessModeSufficient", "textual" if told else "textual,visual"),
        *(("schema:accessibilityFeature", feature) for feature in features),
        ("schema:accessibilityHazard", "none" if not moving else "unknown"),
        *([("pageBreakSource", book.pages_of)] if book.is_paged and book.pages_of else []),
    ]
