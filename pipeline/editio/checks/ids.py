"""Ids by themselves: an xml:id is a name, so that pointers and addresses can carry it."""

import shlex
from collections.abc import Iterator

from lxml import etree

from editio.checks.bearers import bearers
from editio.checks.index import EXAMPLE, Anchor, Corpus
from editio.checks.registry import Finding, document_check, edition_check, here
from editio.diagnostics.codes import ERROR, HINT, WARNING
from editio.edition.names import is_device, key
from editio.edition.reading.source import XML_ID, Document


@document_check(
    "P023",
    ERROR,
    "{given} is not a valid xml:id",
    "Begin with a letter; go on with letters, digits, full stops, hyphens, underscores.",
)
def odd_ids(document: Document) -> Iterator[Finding]:
    """An xml:id is an XML name without a colon: it has no space, no slash, and is not empty.

    Pointers, web addresses and names of files are made of it (W3C, xml:id, section 4).

    Wrong:
        <p xml:id=""> and <p xml:id="12/3">
    Right:
        <p xml:id="p12.3">
    """
    for element in bearers(document.root, XML_ID):
        if not str(element.tag).startswith(EXAMPLE):
            given = element.get(XML_ID, "")
            if not is_name(" ".join(given.split())):
                shown = f"“{given}”" if given.strip() else "the empty text"
                yield here(document, element, XML_ID, given=shown)


@edition_check(
    "P027",
    WARNING,
    "the page of the entry “{name}” cannot be kept on every system: {reason}",
    "Give the entry another xml:id, and point its mentions to that.",
)
def entries_without_a_file(corpus: Corpus) -> Iterator[Finding]:
    """The page of an entry is called by its xml:id, and so must be a file on every system.

    Windows keeps con, prn, aux, nul, com1 and the like for devices; Windows and macOS take names
    that differ by capitals alone for one, and the one page would replace the other.

    Wrong:
        <person xml:id="con"> or <person xml:id="Lenin"> beside <person xml:id="lenin">
    Right:
        <person xml:id="constantine"> and one <person xml:id="lenin">
    """
    first: dict[str, Anchor] = {}
    for index in corpus.files.values():
        for entry in index.anchors if index.role == "register" else ():
            other = first.setdefault(key(entry.id), entry) if entry.entry else entry
            reason = "Windows keeps that name for a device" if is_device(entry.id) else ""
            if other.id != entry.id:
                reason = f"“{other.id}” differs from it by capitals alone"
            if entry.entry and reason and index.checked:
                facts = {"name": entry.id, "reason": reason}
                yield Finding(entry.file or index.path, entry.line, entry.column, facts)


@edition_check(
    "P028",
    HINT,
    "{lacking} of {all} elements that readers can cite have no xml:id: their addresses are "
    "numbered, and change when the text does",
    "“editio ids {file}” writes an xml:id for each.",
)
def counted_addresses(corpus: Corpus) -> Iterator[Finding]:
    """Paragraphs, lines, notes and all else that readers cite have an xml:id that lasts.

    These are divisions, headings, speeches, stanzas, lists and their items, tables, figures,
    quotations, entries of dictionaries, page breaks, and zones of source documents as well.
    Without one an address is counted (p2.note1), and one new paragraph makes it another. The page
    of such a text does not say that addresses stay. Said once a text, at the first without an id.

    Wrong:
        <p>A letter came.</p>
    Right:
        <p xml:id="p1">A letter came.</p>
    """
    for index in corpus.checked():
        if (found := index.counted) and index.role == "text" and not index.guessed:
            file = found.file or index.path
            facts = {"lacking": found.lacking, "all": found.all, "file": shlex.quote(file)}
            yield Finding(file, found.line, found.column, facts)


def is_name(words: str) -> bool:
    """Whether this is a name as Namespaces in XML has it: an NCName."""
    try:
        etree.QName("urn:name", words)
    except ValueError:
        return False
    return ":" not in words
