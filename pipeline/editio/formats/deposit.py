"""What a repository wants to know of an edition: RO-Crate and DataCite, from its own header.

Turns the edition's document and the list of its files into metadata. What the header does not say
is not said here either.
"""

import json
import mimetypes
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from lxml import etree

from editio.edition.beside.wording import words_in
from editio.edition.blanks import worded
from editio.edition.edition import Edition
from editio.edition.reading.source import TEI
from editio.edition.texts.numbers import numbers
from editio.edition.texts.titles import XML_LANG
from editio.formats.rights import Term
from editio.model.context import Files

CRATE = "ro-crate-metadata.json"
DATACITE = "datacite.xml"
_KERNEL = "http://datacite.org/schema/kernel-4"
_SPACES: dict[Any, str] = {None: _KERNEL}
_T = f"{{{TEI}}}"


@dataclass(frozen=True)
class Described:
    """What the header says of the edition as a whole."""

    title: str
    editors: tuple[str, ...]
    publisher: str
    date: str
    version: str
    terms: tuple[Term, ...]
    doi: str
    address: str
    language: str

    @property
    def year(self) -> str:
        """The year of publication, four figures, or nothing."""
        return self.date[:4] if re.match(r"\d{4}(?!\d)", self.date) else ""


def described(edition: Edition, terms: tuple[Term, ...] = ()) -> Described:
    """Read the edition's own header, or of what has none at least the title; `terms` are those of
    all that it holds.
    """
    root = edition.about.root if edition.about else etree.Element("none")

    def said(path: str, attribute: str = "") -> str:
        found = root.find(f".//{_T}fileDesc//{path}")
        if found is None:
            return ""
        return found.get(attribute, "") if attribute else worded(found)

    names = root.iterfind(f".//{_T}titleStmt/{_T}editor")
    held = root.iterfind(f".//{_T}titleStmt/{_T}respStmt/*")
    editors = [*names, *(one for one in held if one.tag != f"{_T}resp")]
    return Described(
        edition.called,
        tuple(dict.fromkeys(filter(None, map(worded, editors)))),
        said(f"{_T}publicationStmt/{_T}publisher"),
        said(f"{_T}publicationStmt/{_T}date", "when") or said(f"{_T}publicationStmt/{_T}date"),
        said(f"{_T}editionStmt/{_T}edition", "n"),
        terms,
        re.sub(r"^(https?://(dx\.)?doi\.org/|doi:\s*)", "", _number(root, "DOI"), flags=re.I),
        edition.project.settings.address or _number(root, "URL"),
        root.get(XML_LANG, ""),
    )


def _number(root: etree._Element, kind: str) -> str:
    return next((words for one in numbers(root, kind) if (words := worded(one))), "")


def files(edition: Edition, terms: tuple[Term, ...], held: Mapping[str, int]) -> Files:
    """Return both files for an archive that holds files of these sizes. Without a year, which
    DataCite demands (publicationYear), there is no file for it.
    """
    said = described(edition, terms)
    language = said.language or edition.project.settings.site.language
    words = {**words_in("en"), **words_in(language, edition.project.own.labels)}
    holds, kind = words["archive-holds"], words["archive-kind"]
    crate = json.dumps(_crate(said, held, holds), indent=2, ensure_ascii=False) + "\n"
    return {CRATE: crate.encode(), **({DATACITE: _datacite(said, kind)} if said.year else {})}


def _crate(said: Described, held: Mapping[str, int], holds: str) -> dict[str, Any]:
    terms = {one.address or f"#terms-{n}": one.words for n, one in enumerate(said.terms, 1)}
    root = {
        "@id": "./",
        "@type": "Dataset",
        "name": said.title,
        "description": f"{said.title}: {holds}",
        "datePublished": said.date if said.year else "",
        "license": [{"@id": name} for name in terms],
        "author": [{"@id": f"#{number}"} for number, _ in enumerate(said.editors, 1)],
        "publisher": {"@id": "#publisher"} if said.publisher else "",
        "version": said.version,
        "inLanguage": said.language,
        "identifier": f"https://doi.org/{said.doi}" if said.doi else said.address,
        "hasPart": [{"@id": quote(name)} for name in held],
    }
    about = {
        "@id": CRATE,
        "@type": "CreativeWork",
        "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
        "about": {"@id": "./"},
    }
    house = {"@id": "#publisher", "@type": "Organization", "name": said.publisher}
    people = ({"@id": f"#{n}", "@type": "Person", "name": name}
              for n, name in enumerate(said.editors, 1))  # fmt: skip
    stated = ({"@id": name, "@type": "CreativeWork", "name": words}
              for name, words in terms.items())  # fmt: skip
    known = {name: value for name, value in root.items() if value}
    houses = [house] if said.publisher else []
    graph = [about, known, *people, *houses, *stated, *map(_file, held.items())]
    return {"@context": "https://w3id.org/ro/crate/1.1/context", "@graph": graph}


def _file(one: tuple[str, int]) -> dict[str, Any]:
    name, size = one
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return {"@id": quote(name), "@type": "File", "contentSize": str(size), "encodingFormat": kind}


def _datacite(said: Described, kind: str) -> bytes:
    """Return DataCite 4; a repository gives the DOI where the header has none."""
    root = etree.Element(f"{{{_KERNEL}}}resource", nsmap=_SPACES)
    identifier = etree.SubElement(root, f"{{{_KERNEL}}}identifier", identifierType="DOI")
    identifier.text = said.doi or ":tba"
    _listed(root, "creators", "creator", "creatorName", said.editors or (":unkn",))
    _add(_add(root, "titles"), "title", said.title)
    _add(root, "publisher", said.publisher or ":unkn")
    _add(root, "publicationYear", said.year)
    _add(root, "resourceType", kind, resourceTypeGeneral="Dataset")
    for name, words in (("language", said.language), ("version", said.version)):
        if words:
            _add(root, name, words)
    rights = _add(root, "rightsList") if said.terms else root
    for one in said.terms:
        _add(rights, "rights", one.words, **({"rightsURI": one.address} if one.address else {}))
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def _listed(root: etree._Element, names: str, kind: str, name: str, every: Iterable[str]) -> None:
    holder = _add(root, names)
    for one in every:
        _add(_add(holder, kind), name, one)


def _add(root: etree._Element, name: str, words: str = "", **attributes: str) -> etree._Element:
    element = etree.SubElement(root, f"{{{_KERNEL}}}{name}", attributes)
    element.text = words or None
    return element
