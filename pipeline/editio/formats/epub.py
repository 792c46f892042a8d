"""EPUB 3.3: each text as a book, and the edition as one. The same bytes for the same input.

xslt/epub.xsl makes the documents; here they are bound: links between them, table of contents, list
of pages, package document, container.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from urllib.parse import quote

from editio.edition.beside.called import PAGES
from editio.edition.config.led import ALWAYS
from editio.engines.saxon import EDITIO
from editio.formats.binding import PAGE, PARTS, Book, Leaf, bind
from editio.formats.cited import of_edition, of_text
from editio.formats.references import citation, edition_citation
from editio.formats.rights import shared
from editio.formats.site.marked import ASKED, written
from editio.formats.site.surroundings import by_file, entries
from editio.model.citations import Citation
from editio.model.context import Files, Text, Whole
from editio.model.header import SEVERAL, Header


def render(text: Text) -> Files:
    """Return the documents of one text, for `assemble`."""
    known = {"labels": text.labels, "edition": text.edition_title, **ASKED, "cited": of_text(text)}
    pages = written(text.engine.run("epub", text.behaviours, "epub", known).value)
    return {f"{text.id}/{part}": page for part, page in pages.items()}


def assemble(whole: Whole) -> Files:
    """Return `ID.epub` for each text; `edition.epub` where there are several or pages before."""
    files_of, on_site = _by_file(whole), _on_site(whole)
    books = [
        Book(
            citation(one, ""),
            one.header.first("source"),
            _paged(one.header),
            (*_leaves(one.id, whole.parts), *_registers(whole, one.lang, xml)),
            (*one.header.terms().split(SEVERAL), one.header.said_of_rights()),
            whole.media,
            files_of,
            on_site,
        )
        for one, xml in zip(whole.facts, whole.facts_xml, strict=True)
    ]
    files = {f"{one.citation.id}.epub": bind(one) for one in books}
    if len(books) > 1 or whole.front:
        texts = tuple(leaf for one in whole.facts for leaf in _leaves(one.id, whole.parts))
        leaves = (*texts, *_registers(whole, whole.surroundings.lang, *whole.facts_xml))
        about = _about(whole)
        before = (*about, *_front(whole))
        book = Book(
            _edition(whole, books), "", _all_paged(books),
            (*before, *leaves), _rights(whole), whole.media, files_of,
            on_site,
        )  # fmt: skip
        files["edition.epub"] = bind(book)
    return files


def _by_file(whole: Whole) -> Mapping[str, str]:
    """Return the documents by the files of their texts and pages, and by those of the site."""
    named = by_file(whole.edition)
    return {
        file: re.sub(f"^{PAGES}/", PAGE, name)
        for one, name in named.items()
        for file in (one, f"{name}.html")
    }


def _on_site(whole: Whole) -> Mapping[str, str]:
    """Return the addresses of pages of the site by their paths, and by the files of which they are
    made; nothing where it is not known where the site stands.
    """
    address, edition = whole.surroundings.address, whole.edition
    if not address:
        return {}
    named = by_file(edition)
    names = {
        *named.values(),
        *ALWAYS,
        *(one.id for one in edition.registers),
        "index",
        "data/index",
    }
    names |= {f"register/{one}" for one in entries(edition)}
    pages = {f"{name}.html": f"{address}{quote(name)}.html" for name in names - {"data"}}
    pages |= {"data": f"{address}data/"}
    return pages | {file: pages[f"{name}.html"] for file, name in named.items()}


def _paged(header: Header) -> str:
    """Return whose pages a text marks: of the editions that its marks name, else of its source."""
    source = header.first("source")
    named = [one.words or source for one in header.named("page-source")] or [source]
    return "; ".join(dict.fromkeys(filter(None, named)))


def _all_paged(books: Sequence[Book]) -> str:
    """Return the same of a book of several texts: each with its title where they differ."""
    marked = [one for one in books if one.is_paged]
    if len({one.pages_of for one in marked}) == 1:
        return marked[0].pages_of
    said = (f"{one.citation.title}: {one.pages_of}" for one in marked if one.pages_of)
    return "; ".join(said)


def _rights(whole: Whole) -> tuple[str, ...]:
    """Return the licences that all texts state, and what is said of the rights in them."""
    headers = [one.header for one in whole.facts]
    licences = shared(one.terms() for one in headers).split(SEVERAL)
    said = shared(one.said_of_rights() for one in headers)
    each = (f"{one.first('title')}: {words}" for one in headers if (words := one.said_of_rights()))
    return (*licences, *([said] if said else each))


def _leaves(text: str, parts: Mapping[str, bytes]) -> tuple[Leaf, ...]:
    return tuple(
        Leaf(text if part == "text" else f"{text}-{part}", part, parts[f"{text}/{part}"])
        for part in PARTS
        if f"{text}/{part}" in parts
    )


def _registers(whole: Whole, lang: str, *facts: str) -> tuple[Leaf, ...]:
    """Return who and what those texts name, behind them."""
    if not whole.registers:
        return ()
    said = "".join((*facts, *(one.xml for one in whole.registers)))
    known = {"labels": whole.labels, "edition": whole.title, **ASKED}
    named = whole.engine.parse(f'<ed:volume xmlns:ed="{EDITIO}" lang="{lang}">{said}</ed:volume>')
    pages = written(whole.engine.run("epub", named, "epub", known).value)
    return tuple(Leaf("registers", "text", page) for page in pages.values())


def _about(whole: Whole) -> tuple[Leaf, ...]:
    """Return what the edition says of itself, before the texts."""
    if whole.about is None:
        return ()
    known = {"labels": whole.labels, "edition": whole.title, **ASKED}
    known |= {"cited": of_edition(whole), "whole": "yes"}
    pages = written(whole.engine.run("epub", whole.about, "epub", known).value)
    return (Leaf("introduction", "text", pages["text"]),)


def _front(whole: Whole) -> Iterator[Leaf]:
    """Yield the pages that the edition wants before its texts."""
    known = {"labels": whole.labels, "edition": whole.title, **ASKED}
    for name, page in whole.front.items():
        own = whole.engine.parse(f'<ed:page xmlns:ed="{EDITIO}">{page}</ed:page>')
        made = whole.engine.run("epub", own, "epub", known)
        yield Leaf(f"{PAGE}{name}", "text", written(made.value)["text"])


def _edition(whole: Whole, books: list[Book]) -> Citation:
    """Describe the whole book: by the edition's own header, else by its first text."""
    if whole.header is None:
        first = books[0].citation
        return replace(first, id="edition", title=whole.title or first.title)
    authors = tuple(name for book in books for name in book.citation.authors)
    found = edition_citation(whole.header, whole.title)
    return replace(found, authors=authors, language=books[0].citation.language)
