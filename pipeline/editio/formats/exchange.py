"""References as BibTeX and RIS, written by the libraries that others read them with.

Turns citations into entries and records, one by one.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any

from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library
from bibtexparser.model import Entry, Field
from bibtexparser.writer import BibtexFormat
from rispy import RisWriter

from editio.formats.cited import dated, version
from editio.model.citations import Citation, Day, Name

_LATEX = str.maketrans({
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$",
    "#": r"\#", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
})  # fmt: skip
# What is used of RIS; of these several may stand in a record.
_TAGS = (
    "TY", "ID", "AU", "TI", "T2", "T3", "ED", "A4", "CY", "PB", "PY", "ET", "LA", "N1", "DO", "UR",
)  # fmt: skip
_LISTS = ["AU", "ED", "A4"]


def bibtex(of: Citation, words: str = "en") -> str:
    """Return a BibTeX entry; a name that is not divided keeps its form in braces. `words`: the
    language of what is said of the reference.
    """
    kind = {"chapter": "incollection", "book": "book"}.get(of.type, "misc")
    written = {
        "author": _bibtex_names(of.authors),
        "title": f"{{{of.title.translate(_LATEX)}}}",
        "booktitle": of.container.translate(_LATEX),
        "editor": _bibtex_names(of.editors),
        "translator": _bibtex_names(of.translators),
        "series": of.series.translate(_LATEX),
        "publisher": of.publisher.translate(_LATEX),
        "address": of.place.translate(_LATEX),
        **_said(of, words),
        "language": of.language,
        "doi": of.doi,
        "url": of.url,
    }
    values = [Field(name, value) for name, value in written.items() if value]
    return str(write_string(Library([Entry(kind, of.id, values)]), bibtex_format=_format()))


@cache
def _format() -> Any:
    made: Any = BibtexFormat()  # type: ignore[no-untyped-call]  # the library says no types
    made.indent = "  "
    return made


def _said(of: Citation, words: str) -> dict[str, str]:
    """Return the year, the version and the date of the text, as both forms have them."""
    return {
        "year": str(of.issued[0]) if of.issued else "",
        "edition": f"{version(words)} {of.version}" if of.version else "",
        "note": dated(_iso(of.original), words) if of.original else "",
    }


def _bibtex_names(names: Iterable[Name]) -> str:
    return " and ".join(
        f"{{{one.literal.translate(_LATEX)}}}" if one.literal else one.inverted.translate(_LATEX)
        for one in names
    )


def ris(of: Citation, words: str = "en") -> str:
    """Return an RIS record; its lines end in CR LF."""
    said = _said(of, words)
    values = {
        "TY": {"chapter": "CHAP", "book": "BOOK"}.get(of.type, "GEN"),
        "ID": of.id,
        "AU": [one.inverted for one in of.authors],
        "TI": of.title,
        "T2": of.container,
        "T3": of.series,
        "ED": [one.inverted for one in of.editors],
        "A4": [one.inverted for one in of.translators],
        "CY": of.place,
        "PB": of.publisher,
        "PY": said["year"],
        "ET": said["edition"],
        "LA": of.language,
        "N1": said["note"],
        "DO": of.doi,
        "UR": of.url,
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


def _iso(day: Day) -> str:
    return "-".join(f"{part:02}" for part in day)
