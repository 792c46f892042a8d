"""The schemas that a document names in xml-model instructions (W3C, Associating Schemas with XML).

Turns a Document into Models: which file, in which language. Opens nothing.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from lxml import etree

from editio.edition.reading.files import has_scheme, is_remote
from editio.edition.reading.source import Document

_ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")

_BARE = re.compile(r"""\bhref\s*=\s*["']?([^\s"'?]+)""")


class Language(StrEnum):
    """In which language a schema is written."""

    RELAX_NG = "RELAX NG"
    SCHEMATRON = "Schematron"
    OTHER = "another language"


LANGUAGES = frozenset({Language.RELAX_NG, Language.SCHEMATRON})
_BY_NAMESPACE = {
    "http://relaxng.org/ns/structure/1.0": Language.RELAX_NG,
    "http://purl.oclc.org/dsdl/schematron": Language.SCHEMATRON,
    "http://www.ascc.net/xml/schematron": Language.SCHEMATRON,
}
_BY_SUFFIX = {
    ".rng": Language.RELAX_NG,
    ".rnc": Language.RELAX_NG,
    ".sch": Language.SCHEMATRON,
    ".isosch": Language.SCHEMATRON,
}

# What no namespace that is declared for them makes a schema of ours.
_NEVER = frozenset({".xsd", ".dtd", ".nvdl"})
_OXYGEN = {"RNGSchema": Language.RELAX_NG, "SCHSchema": Language.SCHEMATRON}


@dataclass(frozen=True)
class Model:
    """One schema as it is named: its address, language and phase, and where it is named; `namer`
    is the file, where it is not the text.
    """

    href: str
    language: Language
    phase: str = ""
    line: int = 0
    column: int = 1
    namer: str = ""
    # For another program, which may find it where we do not.
    apart: bool = False

    @property
    def remote(self) -> bool:
        """Whether it lies on the network."""
        return is_remote(self.href)


def language(href: str, namespace: str = "") -> Language:
    """Tell the language of a schema by its declared namespace, else by its file name."""
    suffix = posixpath.splitext(re.split("[?#]", href)[0])[1].lower()
    if suffix in _NEVER:
        return Language.OTHER
    return _BY_NAMESPACE.get(namespace) or _BY_SUFFIX.get(suffix, Language.OTHER)


def models(document: Document) -> Iterator[Model]:
    """Yield the schemas that a document names, in order; addresses are relative to it."""
    return named_by(document.root, document.path)


def named_by(root: etree._Element, path: str) -> Iterator[Model]:
    """Yield the schemas that are named before a root, in a file called `path`."""
    for line, text in _instructions(root, "xml-model"):
        words = _said(text)
        if href := words.get("href", ""):
            kind = language(href, words.get("schematypens", ""))
            yield Model(_from(path, href), kind, words.get("phase", ""), line)


def for_oxygen(document: Document) -> Iterator[Model]:
    """Yield the schemas that a document names for the editor oXygen, as was done before there was
    xml-model: RNGSchema (in either syntax) and SCHSchema.
    """
    return named_for_oxygen(document.root, document.path)


def named_for_oxygen(root: etree._Element, path: str) -> Iterator[Model]:
    """Yield those that are named before a root, in a file called `path`."""
    for line, text in _instructions(root, "oxygen"):
        words = _said(text)
        for name, kind in _OXYGEN.items():
            if href := words.get(name, ""):
                yield Model(_from(path, href), kind, line=line, apart=True)


def unquoted(document: Document) -> Iterator[tuple[int, str]]:
    """Yield the line of each xml-model that has its address without quotation marks, and that."""
    for line, text in _instructions(document.root, "xml-model"):
        bare = _BARE.search(_ATTRIBUTE.sub("", text))
        if bare and "href" not in _said(text):
            yield line, bare[1]


def _instructions(root: etree._Element, target: str) -> Iterator[tuple[int, str]]:
    """Yield lines and words of the processing instructions of this name before a root."""
    for node in root.itersiblings(preceding=True):
        if isinstance(node, etree._ProcessingInstruction) and node.target == target:
            yield int(str(node.sourceline or 1)), node.text or ""


def _said(text: str) -> dict[str, str]:
    return {name: a or b for name, a, b in _ATTRIBUTE.findall(text)}


def _from(path: str, href: str) -> str:
    """Return an address as seen from the root of the project."""
    if has_scheme(href) or href.startswith("/"):
        return href
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), href))


def mapped(href: str, catalog: Mapping[str, str]) -> str:
    """Look an address up in a catalog: whole, or by its beginning (keys that end in /)."""
    if href in catalog:
        return catalog[href]
    for start, local in catalog.items():
        if start.endswith("/") and href.startswith(start):
            return posixpath.join(local, href.removeprefix(start))
    return href


def catalog(root: etree._Element, folder: str) -> dict[str, str]:
    """Read an OASIS XML catalog: uri, system, rewriteURI and rewriteSystem entries."""
    entries: dict[str, str] = {}
    for entry in root.iter(etree.Element):
        kind = etree.QName(entry).localname
        source = {"uri": "name", "system": "systemId"}.get(kind) or (
            {"rewriteURI": "uriStartString", "rewriteSystem": "systemIdStartString"}.get(kind, "")
        )
        local = entry.get("uri") or entry.get("rewritePrefix")
        if source and local and (name := entry.get(source)):
            there = local if is_remote(local) else posixpath.normpath(f"{folder}/{local}")
            entries[name] = there + "/" * (local.endswith("/") and not there.endswith("/"))
    return entries
