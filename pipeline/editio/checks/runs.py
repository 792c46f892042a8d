"""The text of a file piece by piece, as it was typed, each piece with its place.

Turns a Document into the runs of characters between tags, inside text, sourceDoc and standOff,
without what is quoted as markup, preserved as typed, or recorded as a fault of the source.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from editio.edition.reading.source import Document
from editio.edition.reading.tokens import Place, Source

_SKIPPED = frozenset({
    "egXML", "eg", "code", "formula", "sic", "orig", "surplus", "fw", "notatedMusic", "xenoData",
    "svg", "idno",
})  # fmt: skip
_CONTAINERS = frozenset({
    "TEI", "teiCorpus", "text", "standOff", "group", "front", "body", "back", "floatingText",
    "div", "div0", "div1", "div2", "div3", "div4", "div5", "div6", "div7", "sp", "list", "table",
    "row", "castList", "listBibl", "listPerson", "listPlace", "listOrg", "listEvent", "noteGrp",
})  # fmt: skip

_LOOSE = frozenset({"l", "line", "zone", "cell"})
_COUNTED = frozenset({"text", "standOff", "sourceDoc"})
_UNCOUNTED = frozenset({"TEI", "teiCorpus", "teiHeader"})
# What makes a difference where nothing counts, as in a header.
_TELLING = _COUNTED | _SKIPPED | _LOOSE
_ASCII = bytes(range(0x7F))
# More than the units of a file, whose numbers begin at a multiple of it: none of two files is one.
_FILE = 1 << 40
_HEADER = re.compile(r"<((?:[\w.-]+:)?teiHeader)\b")
_COUNTING = re.compile(r"[<:](?:text|standOff|sourceDoc)\b")
# A tag, or what may hold the like of one, and the text behind it; a text may have neither.
_NO_TAG = r"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>"
_INSIDE = r"""(?:[^>"']++|"[^"]*+"|'[^']*+')*+"""
_TAG = re.compile(rf"{_NO_TAG}|<[^\s/>!?]{_INSIDE}>", re.DOTALL)
_PIECE = re.compile(
    rf"(?:{_NO_TAG}|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>|<(?P<ends>/)[^\s>]+\s*>"
    rf"|<(?P<name>[^\s/>!?]+)(?P<rest>{_INSIDE})>|<|\A)(?P<words>[^<]*)",
    re.DOTALL,
)
# What may hold the like of a tag.
_HOLDING = ("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")


class Run(NamedTuple):
    """Characters between two tags. `unit` tells its paragraph, note or verse from all others.

    `element` is the name of the element around them; `loose`: they are a line of verse or of a
    page, or a cell, which may begin and end inside of what is said.
    """

    text: str
    start: int
    source: Source
    unit: int
    file: str
    element: str
    loose: bool

    def place(self, offset: int) -> Place:
        """Return line and column of a character of this run."""
        return self.source.place(self.start + offset)


def runs(document: Document) -> Iterator[Run]:
    """Yield every run of the text that says something, in order."""
    return chain.from_iterable(one.runs for one in _files(document))


def anywhere(document: Document, *signs: re.Pattern[str]) -> bool:
    """Whether a pattern is found in a document or what it includes, in tags too, line by line.

    Quick are patterns that begin with a character, or with one of several.
    """
    return any(sign.search(one.source.text) for one in _files(document) for sign in signs)


def has(document: Document, sign: re.Pattern[str]) -> bool:
    """Whether a character that a pattern means, none of ASCII, stands in a document or in what it
    includes.
    """
    return any(sign.search(one.characters) for one in _files(document))


def has_in_tags(document: Document, sign: re.Pattern[str]) -> bool:
    """Whether such a character stands in a tag, or in what may be read like one."""
    files = (one for one in _files(document) if sign.search(one.characters))
    return any(sign.search(one.in_tags) for one in files)


def small(document: Document) -> Iterator[bytes]:
    """Yield a document and what it includes as bytes, letters of ASCII in small: to look for words
    in them takes a tenth of the time.
    """
    return (one.small for one in _files(document))


def has_gaps(document: Document) -> bool:
    """Whether two blanks stand anywhere but where a line begins or ends."""
    return any("  " in line.strip(" ") for one in _files(document) for line in one.lines)


class _File:
    """A document, or a file that it includes, as checks ask for it: each thing made once."""

    def __init__(self, path: str, lines: tuple[str, ...], number: int) -> None:
        self.path, self.lines, self._number = path, lines, number

    @cached_property
    def source(self) -> Source:
        """Return its text."""
        return Source(self.lines)

    @cached_property
    def _bytes(self) -> bytes:
        return self.source.text.encode("utf-8", "surrogatepass")

    @cached_property
    def small(self) -> bytes:
        """Return it with letters of ASCII in small."""
        return self._bytes.lower()

    @cached_property
    def characters(self) -> str:
        """Return every character of it once, but for those of ASCII."""
        return _characters(self._bytes)

    @cached_property
    def in_tags(self) -> str:
        """Return those of them that stand in tags, or in what may hold the like of one; with a DTD,
        which may bring tags along, all.
        """
        text = self.source.text
        if "<!DOCTYPE" in text:
            return self.characters
        return _characters("".join(_TAG.findall(text)).encode("utf-8", "surrogatepass"))

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """Return its runs; the units of each file are counted from another number."""
        return tuple(_run_by_run(self.path, self.source, self._number * _FILE))


def _characters(text: bytes) -> str:
    others = text.translate(None, _ASCII)
    return "".join(frozenset(others.decode("utf-8", "surrogatepass")))


# The files of the document that was asked about last: its checks follow each other.
_LAST: list[_File] = []


def _files(document: Document) -> list[_File]:
    every = ((document.path, document.lines), *document.included.items())
    known = [(one.path, one.lines) for one in _LAST]
    if len(known) != len(every) or not all(
        a[0] == b[0] and a[1] is b[1] for a, b in zip(known, every, strict=True)
    ):
        _LAST[:] = [_File(*one, number) for number, one in enumerate(every)]
    return _LAST


def _run_by_run(file: str, source: Source, units: int) -> Iterator[Run]:
    """Yield the runs of one file, but for blanks in a unit that has begun: they say nothing."""
    # Of the innermost open element: whether its text counts, and is hidden; its unit (-1: none).
    counts, hides, unit, element, loose = inner = bool(units), False, -1, "", False
    around: list[tuple[bool, bool, int, str, bool]] = []
    begun: set[int] = set()
    for piece in _pieces(source.text):
        ends, name, rest, words = piece.groups()
        if name:
            if rest[-1:] != "/":
                around.append(inner)
                name = name.rpartition(":")[2]
                preserves = 'xml:space="preserve"' in rest
                if counts or preserves or name in _TELLING:
                    element, unit = name, _unit(name, piece.start(), unit)
                    hides = hides or preserves or name in _SKIPPED
                    counts = (counts or name in _COUNTED) and name not in _UNCOUNTED
                    loose = loose or name in _LOOSE
                    inner = counts, hides, unit, element, loose
        elif ends and around:
            counts, hides, unit, element, loose = inner = around.pop()
        if words and counts and not hides and not (unit in begun and words.isspace()):
            begun.add(unit)
            yield Run(words, piece.start("words"), source, units + unit, file, element, loose)


def _unit(name: str, start: int, around: int) -> int:
    """Return to which unit the text of an element belongs that begins at a place."""
    if name in _CONTAINERS:
        return -1
    return start if around < 0 or name == "note" else around


def _pieces(text: str) -> Iterator[re.Match[str]]:
    """Yield the tags of a file, each with the text behind it; not those of its first header, which
    is half of a short text, where it is sure that nothing in it counts.
    """
    header = _HEADER.search(text)
    ends = text.find(f"</{header[1]}", header.end()) if header else -1
    if header is None or ends < 0 or not _is_bare(text, header.start(), ends):
        return _PIECE.finditer(text)
    behind = text.index(">", ends) + 1
    return chain(_PIECE.finditer(text, 0, header.start()), _PIECE.finditer(text, behind))


def _is_bare(text: str, start: int, end: int) -> bool:
    """Whether all tags before and between two places are what they seem, and none begins a text."""
    if "<!DOCTYPE" in text[:start] or _COUNTING.search(text, start, end):
        return False
    spans = (0, start), (start, end)
    return all(text.count(a, *one) == text.count(b, *one) for a, b in _HOLDING for one in spans)
