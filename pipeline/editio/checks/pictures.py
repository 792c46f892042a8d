"""Pictures: whether they are there, can be shown, are called as their files are, and described."""

import re
from collections.abc import Iterator

from lxml import etree

from editio.checks.bearers import bearers
from editio.checks.index import EXAMPLE
from editio.checks.registry import here
from editio.checks.targets import SCHEMES
from editio.diagnostics import Diagnostic, diagnostic
from editio.diagnostics.repeats import times
from editio.edition.images.media import Media
from editio.edition.images.pictures import (
    BINARY,
    Found,
    Place,
    described,
    every,
    expanded,
    find,
    is_allowed,
    is_apart,
    is_local,
    is_remote,
    shown,
)
from editio.edition.reading.addresses import is_on_drive, scheme
from editio.edition.reading.files import host
from editio.edition.reading.source import TEI, Document
from editio.edition.registers.entries import listed
from editio.edition.registers.prefixes import prefixes


def problems(document: Document, place: Place) -> Iterator[Diagnostic]:
    """Tell what is wrong with the pictures of a text. Told once, with how many there are: those of
    pages, which often lie elsewhere (P031, P048), of a server (P025), without a description (P034).
    """
    bare: list[etree._Element] = []
    remote: dict[str, list[etree._Element]] = {}
    pages: list[tuple[etree._Element, str, Found]] = []
    declared = prefixes(document.root)
    elsewhere: dict[str, list[tuple[etree._Element, str]]] = {}
    for element, address in _pages(document):
        pages += _of_page(document, element, "facs", address, place)
        _elsewhere(elsewhere, element, "facs", address, place)
    entries = set(listed(document.root))
    for element in every(document):
        if _is_no_picture(element) or not entries.isdisjoint(element.iterancestors()):
            continue  # entries of registers are published without their pictures
        address = expanded(element, element.get("url", ""), declared)
        if is_apart(element):
            pages += _of_page(document, element, "url", address, place)
            _elsewhere(elsewhere, element, "url", address, place)
        elif is_remote(address) and not is_allowed(address, place):
            server = host(address) * bool(scheme(address))  # without either: P046 or P047
            remote.setdefault(server, []).append(element)
        elif "url" in element.attrib and (reason := _nowhere(address)):
            yield _told("P031", document, element, _unfound(address, reason).facts)
        else:
            yield from _amiss(document, element, address, place)
        if _names_one(element) and not (is_apart(element) or described(element)):
            bare.append(element)
    if pages:
        element, attribute, found = min(pages, key=lambda one: document.at(one[0]))
        more = f", nor {len(pages) - 1} more" if len(pages) > 1 else ""
        facts = {**found.facts, "reason": found.facts.get("reason", "") + more}
        yield _told(found.code, document, element, facts, attribute)
    remote.pop("", None)
    for name, shown_there in remote.items():
        facts = {"host": name, "times": times(len(shown_there))}
        yield _told("P025", document, shown_there[0], facts)
    for name, of_pages in elsewhere.items():
        element, attribute = of_pages[0]
        facts = {"host": name, "times": times(len(of_pages))}
        yield _told("P048", document, element, facts, attribute)
    if bare:
        yield _told("P034", document, bare[0], {"times": times(len(bare))})


def _elsewhere(
    found: dict[str, list[tuple[etree._Element, str]]],
    element: etree._Element,
    attribute: str,
    address: str,
    place: Place,
) -> None:
    """Note the picture of a page that another server has, and edition.toml does not name."""
    if is_remote(address) and host(address) and not is_allowed(address, place):
        found.setdefault(host(address), []).append((element, attribute))


def are_named(document: Document) -> bool:
    """Whether a text names pictures that are looked for; what is wrong with them depends on more
    than the text then.
    """
    if next(every(document), None) is not None:
        return True
    pages = (address for _, address in _pages(document))
    return any(_is_file(one) or (not _is_key(one, "facs") and _nowhere(one)) for one in pages)


def _pages(document: Document) -> Iterator[tuple[etree._Element, str]]:
    """Yield what each @facs of the TEI names, with its element."""
    declared = prefixes(document.root)
    for element in bearers(document.root, "facs"):
        if str(element.tag).startswith(f"{{{TEI}}}"):
            for token in element.get("facs", "").split():
                yield element, expanded(element, token, declared)


def _is_file(address: str) -> bool:
    """Whether a picture of a page is one of the edition. A name without an ending is the key of a
    picture on some server; TEI is no picture.
    """
    return is_local(address) and bool(_PICTURE.search(address))


def _is_no_picture(element: etree._Element) -> bool:
    """Whether it is part of an example, or where a recording may be heard on another server."""
    around = [str(one.tag) for one in element.iterancestors()]
    heard = f"{{{TEI}}}recording" in around and is_remote(element.get("url", ""))
    return heard or any(tag.startswith(EXAMPLE) for tag in around)


def _names_one(element: etree._Element) -> bool:
    """Whether it says which picture; what is heard or played is none."""
    if element.get("mimeType", "").startswith(("audio/", "video/")):
        return False
    return bool(element.get("url")) or element.tag == BINARY


def _of_page(
    document: Document, element: etree._Element, attribute: str, address: str, place: Place
) -> Iterator[tuple[etree._Element, str, Found]]:
    """Look for the picture of a page; it is not opened, as there may be thousands."""
    is_named = attribute in element.attrib and not _is_key(address, attribute)
    if is_named and (reason := _nowhere(address)):
        yield element, attribute, _unfound(address, reason)
    elif _is_file(address):
        found = find(address, document.file(element), place)
        if found.code:
            yield element, attribute, found


def _is_key(address: str, attribute: str) -> bool:
    """Whether what @facs names is an element, or a path without an ending on some server."""
    return attribute == "facs" and bool(re.match(r"[#?]|/(?!.*\.\w+$)", address))


def _nowhere(address: str) -> str:
    """Return why an address of a picture leads to none, whatever files there are; nothing where it
    may lead to one, or is told of elsewhere (P024).
    """
    if is_local(address) or is_remote(address):
        return ""
    if is_on_drive(address):
        return "it is a path on one computer, as Windows writes it"
    if name := scheme(address):
        return "" if name in SCHEMES else f"“{name}:” is neither a web address nor a file"
    return "a picture is named by a relative path" if address.strip() else "it has no address"


def _unfound(address: str, reason: str) -> Found:
    return Found(code="P031", facts={"name": address, "reason": reason})


_PICTURE = re.compile(r"\.(?!xml\b|tei\b)\w+$")


def _amiss(
    document: Document, element: etree._Element, address: str, place: Place
) -> Iterator[Diagnostic]:
    one = shown(document, element, address, place)
    if isinstance(one, Found) and one.code:
        yield _told(one.code, document, element, one.facts)
    if isinstance(one, Media):
        if one.type == "image/tiff":
            facts = {"name": address, "reason": _TIFF}
            yield _told("P032", document, element, facts)
        found = find(address, document.file(element), place) if address else Found()
        if found.code:
            yield _told(found.code, document, element, found.facts)


_TIFF = "browsers and readers of books do not show TIFF; the PDF does"


def _told(
    code: str,
    document: Document,
    element: etree._Element,
    facts: dict[str, str],
    attribute: str = "url",
) -> Diagnostic:
    finding = here(document, element, attribute if element.get(attribute) else "")
    return diagnostic(code, finding.file, finding.line, finding.column, **facts)
