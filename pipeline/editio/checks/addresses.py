"""Addresses: where words and pictures may lead. The stylesheets publish no others (xslt/common.xsl,
ed:address), so that a link in an edition never runs a script or opens a file of its reader.
"""

import re
from collections.abc import Callable, Iterator

from lxml import etree

from editio.checks.index import EXAMPLE, local
from editio.checks.registry import Finding, document_check, here
from editio.checks.runs import anywhere
from editio.checks.targets import SCHEMES, plain
from editio.diagnostics.codes import ERROR, WARNING
from editio.edition.reading.files import host
from editio.edition.reading.source import TEI, Document
from editio.edition.texts.numbers import numbers

PUBLISHED = frozenset({"http", "https", "mailto", "doi", "urn"})
_LINKED = {"ref": "target", "ptr": "target", "licence": "target", "graphic": "url", "media": "url",
           "prefixDef": "replacementPattern"}  # fmt: skip
# What else points somewhere, and is looked at where a file speaks of a script or a page in itself.
_POINTERS = ("ref", "facs", "source", "resp", "corresp")
_RISKY = re.compile(r"\b(?:javascript|vbscript|data):", re.IGNORECASE)
# The same, found from its colon, which is quicker.
_SIGN = re.compile(r":(?:(?<=javascript:)|(?<=vbscript:)|(?<=data:))", re.IGNORECASE)


def scheme(address: str) -> str:
    """Return what an address begins with, before a colon; nothing for a relative one."""
    first = re.match(r"([^/?#:]*):", plain(address))
    return first[1].lower() if first else ""


def _addresses(document: Document) -> Iterator[tuple[etree._Element, str, str]]:
    """Yield elements that are published as links or pictures, and others that point to what runs or
    holds something, with attribute and address, where that has a colon.
    """
    yield from _linked(document, lambda one: ":" in one)
    if anywhere(document, _SIGN):
        for element in document.root.iter(etree.Element):
            for attribute in _POINTERS:
                tokens = element.get(attribute, "").split()
                yield from ((element, attribute, one) for one in tokens if _RISKY.match(one))


def _linked(
    document: Document, is_meant: Callable[[str], bool]
) -> Iterator[tuple[etree._Element, str, str]]:
    """Yield elements that are published as links or pictures, with attribute and address, of those
    addresses that are meant; examples are none.
    """
    for element in document.root.iter(*(f"{{{TEI}}}{name}" for name in _LINKED)):
        attribute = _LINKED[local(element)]
        if tokens := list(filter(is_meant, element.get(attribute, "").split())):
            is_example = any(str(one.tag).startswith(EXAMPLE) for one in element.iterancestors())
            yield from () if is_example else ((element, attribute, one) for one in tokens)


@document_check(
    "P024",
    WARNING,
    "@{on} leads to a “{scheme}:” address, which is not published",
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
            yield here(document, element, attribute, on=attribute, scheme=name)


@document_check(
    "P046",
    WARNING,
    "@{on} “{address}” names a server, and not how it is asked",
    "Write it in full: https:{address}",
)
def bare_servers(document: Document) -> Iterator[Finding]:
    """A link to another server says how that is asked: it begins with https: or http:.

    On a page on the web it is asked as the page was; in a copy on disk, in the EPUB or the PDF it
    leads nowhere. Where a path of the edition is meant, one stroke is too many.

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
