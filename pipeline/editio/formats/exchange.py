"""References as BibTeX and RIS, written by the libraries that others read them with.

Turns CSL-JSON (references.py) into entries and records, one by one.
"""

from functools import cache
from typing import Any

from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library
from bibtexparser.model import Entry, Field
from bibtexparser.writer import BibtexFormat
from rispy import RisWriter

from editio.formats.cited import dated, version
from editio.formats.references import Item

_LATEX = str.maketrans({
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$",
    "#": r"\#", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
})  # fmt: skip
# What is used of RIS; of these several may stand in a record.
_TAGS = (
    "TY", "ID", "AU", "TI", "T2", "T3", "ED", "A4", "CY", "PB", "PY", "ET", "LA", "N1", "DO", "UR",
)  # fmt: skip
_LISTS = ["AU", "ED", "A4"]


def bibtex(of: Item, words: str = "en") -> str:
    """Return a BibTeX entry; a name that is not divided keeps its form in braces. `words`: the
    language of what is said of the reference.
    """
    kind = {"chapter": "incollection", "book": "book"}.get(of["type"], "misc")
    written = {
        "author": _bibtex_names(of.get("author", [])),
        "title": f"{{{of['title'].translate(_LATEX)}}}",
        "booktitle": of.get("container-title", "").translate(_LATEX),
        "editor": _bibtex_names(of.get("editor", [])),
        "translator": _bibtex_names(of.get("translator", [])),
        "series": of.get("collection-title", "").translate(_LATEX),
        "publisher": of.get("publisher", "").translate(_LATEX),
        "address": of.get("publisher-place", "").translate(_LATEX),
        **_said(of, words),
        "language": of.get("language", ""),
        "doi": of.get("DOI", ""),
        "url": of.get("URL", ""),
    }
    values = [Field(name, value) for name, value in written.items() if value]
    return str(write_string(Library([Entry(kind, of["id"], values)]), bibtex_format=_format()))


@cache
def _format() -> Any:
    made: Any = BibtexFormat()  # type: ignore[no-untyped-call]  # the library says no types
    made.indent = "  "
    return made


def _said(of: Item, words: str) -> dict[str, str]:
    """Return the year, the version and the date of the text, as both forms have them."""
    return {
        "year": str(_parts(of, "issued")[0]) if "issued" in of else "",
        "edition": f"{version(words)} {of['version']}" if "version" in of else "",
        "note": dated(_iso(of, "original-date"), words) if "original-date" in of else "",
    }


def _bibtex_names(names: list[dict[str, str]]) -> str:
    return " and ".join(
        f"{{{one['literal'].translate(_LATEX)}}}"
        if "literal" in one
        else f"{one['family']}, {one['given']}".translate(_LATEX)
        for one in names
    )


def ris(of: Item, words: str = "en") -> str:
    """Return an RIS record; its lines end in CR LF."""
    said = _said(of, words)
    values = {
        "TY": {"chapter": "CHAP", "book": "BOOK"}.get(of["type"], "GEN"),
        "ID": of["id"],
        "AU": [_ris_name(one) for one in of.get("author", [])],
        "TI": of["title"],
        "T2": of.get("container-title", ""),
        "T3": of.get("collection-title", ""),
        "ED": [_ris_name(one) for one in of.get("editor", [])],
        "A4": [_ris_name(one) for one in of.get("translator", [])],
        "CY": of.get("publisher-place", ""),
        "PB": of.get("publisher", ""),
        "PY": said["year"],
        "ET": said["edition"],
        "LA": of.get("language", ""),
        "N1": said["note"],
        "DO": of.get("DOI", ""),
        "UR": of.get("URL", ""),
    }
    record = {tag.lower(): value for tag, value in values.items() if value}
    return str(_Records().formats([record]))


class _Records(RisWriter):  # type: ignore[misc]  # the library says no types
    """Writes values by their tags, in the order given, with the line ends of the format."""

    NEWLINE = "\r\n"
    REFERENCE_TYPE_KEY = "ty"

    def __init__(self) -> None:
        names = {tag: tag.lower() for tag in _TAGS}
        super().__init__(mapping=names, list_tags=_LISTS, delimiter_tags_mapping={})

    def set_header(self, count: int) -> str:
        """Return nothing: records are not numbered."""
        return ""


def _ris_name(name: dict[str, str]) -> str:
    return name.get("literal") or f"{name['family']}, {name['given']}"


def _parts(of: Item, name: str) -> list[int]:
    parts: list[int] = of[name]["date-parts"][0]
    return parts


def _iso(of: Item, name: str) -> str:
    return "-".join(f"{part:02}" for part in _parts(of, name))
