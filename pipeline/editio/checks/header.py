"""The header: what a reader must be told of every published text (TEI Guidelines, chapter HD)."""

from collections.abc import Iterator

from lxml import etree

from editio.checks.registry import Finding, document_check, here
from editio.diagnostics.codes import WARNING
from editio.edition.reading.source import TEI, Document
from editio.edition.registers.entries import LISTS
from editio.edition.texts.titles import XML_LANG

_FILE = f"{{{TEI}}}teiHeader/{{{TEI}}}fileDesc"
_TEXTS = tuple(f"{{{TEI}}}{name}" for name in ("text", "sourceDoc", "standOff", "TEI"))


def _part(document: Document, path: str) -> tuple[etree._Element | None, etree._Element]:
    """Return a part of the header, and the innermost element above it that is there."""
    found = document.root
    for name in ("teiHeader", "fileDesc", *path.split("/")):
        step = found.find(f"{{{TEI}}}{name}")
        if step is None:
            return None, found
        found = step
    return found, found


# What holds entries of registers; sources in a list are read as text.
_LISTS = LISTS - {f"{{{TEI}}}listBibl"}


def _says(element: etree._Element | None) -> bool:
    return element is not None and bool("".join(map(str, element.itertext())).strip())


@document_check(
    "H001",
    WARNING,
    "the text has no title",
    "Put <title>…</title> into teiHeader/fileDesc/titleStmt; until then it is called by its id, or "
    "by the name of its file.",
)
def no_title(document: Document) -> Iterator[Finding]:
    """Every text has a title in its header; lists, pages and citations are made from it.

    Wrong:
        <titleStmt><title/></titleStmt>
    Right:
        <titleStmt><title>Khrushchev at 70</title></titleStmt>
    """
    title, above = _part(document, "titleStmt/title")
    if not _says(title):
        yield here(document, above)


@document_check(
    "H002",
    WARNING,
    "the header does not say who publishes the text",
    "Put <publisher>, <distributor> or <authority> into publicationStmt.",
)
def no_publisher(document: Document) -> Iterator[Finding]:
    """The publication statement names a publisher, a distributor or an authority.

    Somebody answers for a text that is published. An explanation in a <p> is accepted.

    Wrong:
        <publicationStmt><date>2026</date></publicationStmt>
    Right:
        <publicationStmt><publisher>editio project</publisher><date>2026</date></publicationStmt>
    """
    statement, above = _part(document, "publicationStmt")
    names = ("publisher", "distributor", "authority", "p", "ab")
    if statement is None or not any(
        _says(one) for one in statement.iter(*(f"{{{TEI}}}{name}" for name in names))
    ):
        yield here(document, above)


@document_check(
    "H003",
    WARNING,
    "the header states no licence or terms of use",
    'Put <availability><licence target="…">…</licence></availability> into publicationStmt, or '
    "say in a <p> what is known of the rights.",
)
def no_licence(document: Document) -> Iterator[Finding]:
    """The header tells under what conditions the text may be used.

    What carries no licence can hardly be cited, copied or built upon. If the rights are unknown,
    the header says that they are.

    Wrong:
        <publicationStmt><publisher>editio project</publisher></publicationStmt>
    Right:
        <availability><licence target="https://creativecommons.org/licenses/by/4.0/">…</licence></availability>
    """
    statement, above = _part(document, "publicationStmt")
    inside = () if statement is None else (f"{{{TEI}}}availability", f"{{{TEI}}}p")
    if statement is None:
        return
    found = list(statement.iter(*inside))
    named = statement.find(f".//{{{TEI}}}availability//*[@target]") is not None
    if not named and not any(_says(one) or one.get("status") for one in found):
        yield here(document, above)


@document_check(
    "H004",
    WARNING,
    "the header does not say what the text was made from",
    "Describe the source in sourceDesc: <bibl>, <msDesc>, or <p>Born digital.</p>",
)
def no_source(document: Document) -> Iterator[Finding]:
    """The source description says from which copy the text was made.

    Wrong:
        <sourceDesc><p/></sourceDesc>
    Right:
        <sourceDesc><bibl>The Freeman, February 1990</bibl></sourceDesc>
    """
    source, above = _part(document, "sourceDesc")
    recorded = source is not None and source.find(f".//{{{TEI}}}recording") is not None
    if not (_says(source) or recorded) and (source is None or source.find(".//*[@target]") is None):
        yield here(document, above)


@document_check(
    "H005",
    WARNING,
    "the text does not say in which {language} it is",
    'Write xml:lang on the root element, for English <TEI xml:lang="en">.',
)
def no_language(document: Document) -> Iterator[Finding]:
    """The root element, or its text, carries @xml:lang, or langUsage names one language.

    Of several, one that is used most (@usage) is the language of the text.

    The parts of the text may say it as well; a file without a text, such as the description of a
    manuscript, need not.

    Hyphenation, quotation marks, sorting and reading aloud all need the language.

    Wrong:
        <TEI xmlns="http://www.tei-c.org/ns/1.0">
    Right:
        <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">
    """
    used = _used_languages(document.root)
    if len(used) != 1 and not _has_language(document.root):
        language = "of the languages of its header" if used else "language"
        yield here(document, document.root, language=language)


def _used_languages(root: etree._Element) -> set[str]:
    """Return the languages that the header names; the one that is used most, if it says so."""
    named = root.findall(f"{{{TEI}}}teiHeader//{{{TEI}}}langUsage/{{{TEI}}}language[@ident]")
    shares = {one.get("ident", ""): one.get("usage", "") for one in named}
    shares = {ident: share for ident, share in shares.items() if share.isdigit()}
    most = max(map(int, shares.values()), default=0)
    first = {ident for ident, share in shares.items() if int(share) == most}
    return first if len(first) == 1 else {one.get("ident", "") for one in named}


def _has_language(root: etree._Element) -> bool:
    """Whether the root says the language, or whatever in it is text."""
    texts = [one for one in root.iterchildren(*_TEXTS) if _says(one)]
    return bool(root.get(XML_LANG)) or all(_says_language(one, 5) for one in texts)


def _reads(element: etree._Element) -> bool:
    """Whether an element has words that are read as text: entries of registers are data."""
    if element.tag in _LISTS or not _says(element):
        return False
    parts = [one for one in element.iterchildren(f"{{{TEI}}}*") if _says(one)]
    return not parts or any(one.tag not in _LISTS for one in parts)


def _says_language(element: etree._Element, depth: int) -> bool:
    """Whether an element says its language, or each of its parts that has words."""
    if element.get(XML_LANG):
        return True
    parts = [one for one in element.iterchildren(f"{{{TEI}}}*") if _reads(one)] if depth else []
    return bool(parts) and all(_says_language(one, depth - 1) for one in parts)
