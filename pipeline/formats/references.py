"""Headers to references: CSL-JSON first, and from it BibTeX, RIS and a citation in words.

The citation is set by a citation processor from xslt/data/citation.csl.
"""

import re
import warnings
from functools import cache
from typing import Any

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc import formatter as formatters
from citeproc.source.json import CiteProcJSON
from lxml import etree

from pipeline.formats.rows import fields, words
from pipeline.project import CITATION_STYLE

Item = dict[str, Any]


def item(facts: etree._Element, edition: str, site: str = "") -> Item:
    """Describe a text as part of the edition, from the facts of its header.

    `site` is the address of the site, for texts whose header gives none of their own.
    """
    title = _first(facts, "title")
    kind = {"type": "chapter", "container-title": edition} if edition else {"type": "document"}
    return _said(
        {
            "id": facts.get("id"),
            **kind,
            "title": title,
            "author": [_name(one) for one in fields(facts, "author")],
            "original-date": _date(facts, "date"),
            "language": facts.get("lang"),
            **_publication(facts, site and f"{site}{facts.get('id')}.html"),
        }
    )


def edition_item(about: etree._Element, edition: str, site: str = "") -> Item:
    """Describe the edition as a whole, from the fields of its own header."""
    subtitle = _first(about, "subtitle")
    title = f"{edition}: {subtitle}" if subtitle else edition
    return _said({"id": "edition", "type": "book", "title": title, **_publication(about, site)})


def _publication(facts: etree._Element, page: str) -> Item:
    editions = fields(facts, "edition")
    address = [words(one) for one in fields(facts, "idno") if one.get("type", "").upper() == "URL"]
    return {
        "editor": [_name(one) for one in fields(facts, "editor") + fields(facts, "resp")[:1]],
        "publisher": _first(facts, "publisher"),
        "issued": _date(facts, "published"),
        "version": editions[0].get("n") if editions else "",
        "URL": next(iter(address), page),
    }


def _said(found: Item) -> Item:
    return {name: value for name, value in found.items() if value}


def _first(facts: etree._Element, name: str) -> str:
    return next((words(one) for one in fields(facts, name)), "")


def _name(field: etree._Element) -> dict[str, str]:
    """Give family and given name where the header tells them apart, else the name as it stands."""
    if family := field.get("family"):
        return {"family": family, "given": field.get("given", "")}
    return {"literal": words(field)}


def _date(facts: etree._Element, name: str) -> Item | None:
    when = next((one.get("when", "") for one in fields(facts, name)), "")
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", when):
        return None
    return {"date-parts": [[int(part) for part in when.split("-")]]}


_LATEX = str.maketrans({
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$",
    "#": r"\#", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
})  # fmt: skip


def bibtex(of: Item) -> str:
    """Give a BibTeX entry; a name that is not divided keeps its form in braces."""
    kind = {"chapter": "incollection", "book": "book"}.get(of["type"], "misc")
    written = {
        "author": _bibtex_names(of.get("author", [])),
        "title": f"{{{of['title'].translate(_LATEX)}}}",
        "booktitle": of.get("container-title", "").translate(_LATEX),
        "editor": _bibtex_names(of.get("editor", [])),
        "publisher": of.get("publisher", "").translate(_LATEX),
        "year": str(_parts(of, "issued")[0]) if "issued" in of else "",
        "edition": f"Version {of['version']}" if "version" in of else "",
        "note": f"Text of {_iso(of, 'original-date')}" if "original-date" in of else "",
        "url": of.get("URL", ""),
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in written.items() if value)
    return f"@{kind}{{{of['id']},\n{lines}\n}}\n"


def _bibtex_names(names: list[dict[str, str]]) -> str:
    return " and ".join(
        f"{{{one['literal'].translate(_LATEX)}}}"
        if "literal" in one
        else f"{one['family']}, {one['given']}".translate(_LATEX)
        for one in names
    )


def ris(of: Item) -> str:
    """Give an RIS record; its lines end in CR LF."""
    kind = {"chapter": "CHAP", "book": "BOOK"}.get(of["type"], "GEN")
    tags = [
        ("TY", kind),
        ("ID", of["id"]),
        *(("AU", _ris_name(one)) for one in of.get("author", [])),
        ("TI", of["title"]),
        ("T2", of.get("container-title", "")),
        *(("ED", _ris_name(one)) for one in of.get("editor", [])),
        ("PB", of.get("publisher", "")),
        ("PY", str(_parts(of, "issued")[0]) if "issued" in of else ""),
        ("ET", f"Version {of['version']}" if "version" in of else ""),
        ("LA", of.get("language", "")),
        ("N1", f"Text of {_iso(of, 'original-date')}" if "original-date" in of else ""),
        ("UR", of.get("URL", "")),
    ]
    lines = [f"{tag}  - {value}" for tag, value in tags if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def _ris_name(name: dict[str, str]) -> str:
    return name.get("literal") or f"{name['family']}, {name['given']}"


def _parts(of: Item, name: str) -> list[int]:
    parts: list[int] = of[name]["date-parts"][0]
    return parts


def _iso(of: Item, name: str) -> str:
    return "-".join(f"{part:02}" for part in _parts(of, name))


def in_words(of: Item, markup: str = "plain") -> str:
    """Give the citation as a reader copies it, as plain text or as HTML."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of fields that the processor does not know
        source = CiteProcJSON([of])
        shape = {"plain": formatters.plain, "html": formatters.html}[markup]
        bibliography = CitationStylesBibliography(_style(), source, shape)
        bibliography.register(Citation([CitationItem(of["id"])]))
        (citation,) = bibliography.bibliography()
    return str(citation)


@cache
def _style() -> CitationStylesStyle:
    return CitationStylesStyle(str(CITATION_STYLE), validate=False)
