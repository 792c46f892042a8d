"""Addresses: where words and pictures may lead. The stylesheets publish no others (xslt/common.xsl,
ed:address), so that a link in an edition never runs a script or opens a file of its reader.
"""

import re
from collections.abc import Callable, Iterator

from lxml import etree

from editio.checks.bearers import bearers
from editio.checks.index import EXAMPLE, POINTERS, local
from editio.checks.registry import Finding, document_check, here
from editio.checks.runs import has, has_in_tags, small
from editio.checks.targets import SCHEMES
from editio.diagnostics.codes import ERROR, WARNING
from editio.edition.blanks import worded
from editio.edition.reading.addresses import (
    PASSED_OVER,
    PUBLISHED,
    REFUSED,
    names_no_server,
    plain,
    scheme,
)
from editio.edition.reading.files import host
from editio.edition.reading.source import TEI, Document
from editio.edition.texts.numbers import numbers

_LINKED = {"ref": "target", "ptr": "target", "licence": "target", "graphic": "url", "media": "url",
           "prefixDef": "replacementPattern"}  # fmt: skip
# What else the TEI points with, and is looked at where a file speaks of a script or a file; an
# identifier is what it says.
_POINTERS = frozenset((
    *POINTERS, "url", "replacementPattern", "edRef", "nymRef", "lemmaRef", "spanTo", "from", "to",
    "wit", "calendar", "datcat", "valueDatcat", "targetDatcat", "origin", "scheme", "rendition",
    "inst", "location", "period", "key", "cRef",
))  # fmt: skip
# How addresses that are refused begin.
_REFUSED = tuple(f"{one}:".encode() for one in sorted(REFUSED))
# Where addresses of the web are written; few of them name no server.
_WEB_POINTERS = frozenset((*POINTERS, "url"))
_WEB = re.compile(rb"https?:(?!//[\w%])")
# An address may be written otherwise than it is read: javascript&#58;
_CODED = (b"&#", b"<!entity")


def _are_coded(document: Document) -> bool:
    """Whether addresses in attributes of a file may not be written plainly."""
    coded = any(sign in words for words in small(document) for sign in _CODED)
    return coded or has_in_tags(document, PASSED_OVER)


def _may_be_refused(document: Document) -> bool:
    said = any(one in words for words in small(document) for one in _REFUSED)
    return said or _are_coded(document)


def _addresses(document: Document) -> Iterator[tuple[etree._Element, str, str]]:
    """Yield elements that are published as links or pictures, and others that point to what runs or
    holds something, with attribute and address, where that has a colon.
    """
    seen: set[tuple[etree._Element, str]] = set()
    for element, attribute, address in _linked(document, lambda one: ":" in one):
        seen.add((element, attribute))
        yield element, attribute, address
    may_be = _may_be_refused(document)
    for element in bearers(document.root, *_POINTERS) if may_be else ():
        for attribute in _POINTERS.intersection(map(str, element.keys())):
            value = element.get(attribute, "")
            if ":" in value and (element, attribute) not in seen:
                refused = [one for one in value.split() if scheme(one) in REFUSED]
                if refused and not _is_example(element):
                    yield from ((element, attribute, one) for one in refused)
    may_be = may_be or has(document, PASSED_OVER)
    for number in document.root.iter(f"{{{TEI}}}idno") if may_be else ():
        words = worded(number)
        if scheme(words) in REFUSED and not _is_example(number):
            yield number, "", words


def _is_example(element: etree._Element) -> bool:
    return any(str(one.tag).startswith(EXAMPLE) for one in (element, *element.iterancestors()))


def _linked(
    document: Document, is_meant: Callable[[str], bool]
) -> Iterator[tuple[etree._Element, str, str]]:
    """Yield elements that are published as links or pictures, with attribute and address, of those
    addresses that are meant; examples are none.
    """
    for element in document.root.iter(*(f"{{{TEI}}}{name}" for name in _LINKED)):
        attribute = _LINKED[local(element)]
        tokens = list(filter(is_meant, element.get(attribute, "").split()))
        if tokens and not _is_example(element):
            yield from ((element, attribute, one) for one in tokens)


@document_check(
    "P024",
    WARNING,
    "{on} leads to a “{scheme}:” address, which is not published",
    "Give an address that begins with https:, http:, mailto:, doi: or urn:, or a relative one; "
    "a prefix of your own is declared with <prefixDef>.",
)
def odd_schemes(document: Document) -> Iterator[Finding]:
    """A link leads to the web, to a mail address, a DOI or URN, or to a file of the edition.

    Addresses that run a script (javascript:, vbscript:), hold a page (data:) or open a file of the
    reader (file:) are published as plain words on pages, in the book, in EPUB and in plain text;
    the TEI that is offered, also by DTS, stays as it is.

    Wrong:
        <ref target="javascript:alert(1)">the source</ref>
    Right:
        <ref target="https://example.org/source">the source</ref>
    """
    declared = {one.get("ident", "").lower() for one in document.root.iter(f"{{{TEI}}}prefixDef")}
    for element, attribute, address in _addresses(document):
        name = scheme(address)
        if name in SCHEMES - PUBLISHED - declared:
            on = f"@{attribute}" if attribute else f"<{local(element)}>"
            yield here(document, element, attribute, on=on, scheme=name)


@document_check(
    "P047",
    WARNING,
    "@{on} “{address}” is not a web address, and is not published",
    "Write it in full: https://, the name of the server, and the path.",
)
def no_addresses(document: Document) -> Iterator[Finding]:
    """What begins with http: or https: names a server (RFC 3986).

    A link to what names none leads to an error, if anywhere. It is published as plain words.

    Wrong:
        <ref target="http:///source">the source</ref>
    Right:
        <ref target="https://example.org/source">the source</ref>
    """
    if not (any(map(_WEB.search, small(document))) or _are_coded(document)):
        return
    for element in bearers(document.root, *_WEB_POINTERS):
        for attribute in _WEB_POINTERS.intersection(map(str, element.keys())):
            for one in element.get(attribute, "").split():
                if names_no_server(one) and not _is_example(element):
                    yield here(document, element, attribute, on=attribute, address=one)


@document_check(
    "P046",
    WARNING,
    "@{on} “{address}” names a server, but not how it is reached",
    "Write it in full: https:{address}",
)
def bare_servers(document: Document) -> Iterator[Finding]:
    """A link to another server says how that is asked: it begins with https: or http:.

    On a page on the web it would be asked as the page was; in a copy on disk, in the EPUB or the
    PDF it leads nowhere. It is published as plain words, a picture as its description. Where a path
    of the edition is meant, one stroke is too many.

    Wrong:
        <ref target="//example.org/source">the source</ref>
    Right:
        <ref target="https://example.org/source">the source</ref>
    """
    for element, attribute, address in _linked(document, lambda one: plain(one).startswith("//")):
        yield here(document, element, attribute, on=attribute, address=plain(address))


@document_check(
    "H021",
    ERROR,
    "“{address}” is not a web address",
    "Write it in full: https://{rest}",
)
def odd_site(document: Document) -> Iterator[Finding]:
    """The address of an edition is a whole one, with http: or https: (RFC 3986).

    Addresses of pages, data and identifiers are made of it.

    Wrong:
        <idno type="URL">example.org/letters</idno>
    Right:
        <idno type="URL">https://example.org/letters</idno>
    """
    for element in numbers(document.root, "URL"):
        address = "".join(map(str, element.itertext())).strip()
        if address and not is_site(address):
            rest = re.sub(r"^(\w+:)?/*", "", address)
            yield here(document, element, address=address, rest=rest)


def is_site(address: str) -> bool:
    """Whether this can be the address of a site."""
    return re.fullmatch(
        r"https?://[^\s/?#<>\"{}|\\^`]+[^\s<>\"{}|\\^`]*", address
    ) is not None and bool(host(address))
