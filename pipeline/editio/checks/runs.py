"""The text of a file piece by piece, as it was typed, each piece with its place.

Turns a Document into the runs of characters between tags, inside text, sourceDoc and standOff,
without what is quoted as markup, preserved as typed, or recorded as a fault of the source.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from editio.edition.reading.source import Document
from editio.edition.reading.tokens import TOKEN, Place, Source

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
    yield from _runs(document.path, document.lines, 0)
    for number, (file, lines) in enumerate(document.included.items(), 1):
        yield from _runs(file, lines, number * _FILE)


def anywhere(document: Document, *signs: re.Pattern[str]) -> bool:
    """Whether a pattern is found in a document or what it includes, in tags too, line by line.

    Quick are patterns that begin with a character, or with one of several.
    """
    return any(sign.search(_source(lines).text) for lines in _files(document) for sign in signs)


def has(document: Document, sign: re.Pattern[str]) -> bool:
    """Whether a character that a pattern means, none of ASCII, stands in a document or in what it
    includes.
    """
    return any(sign.search(_characters(lines)) for lines in _files(document))


def small(document: Document) -> Iterator[bytes]:
    """Yield a document and what it includes as bytes, letters of ASCII in small: to look for words
    in them takes a tenth of the time.
    """
    return map(_small, _files(document))


def has_gaps(document: Document) -> bool:
    """Whether two blanks stand anywhere but where a line begins or ends."""
    return any("  " in line.strip(" ") for lines in _files(document) for line in lines)


def _files(document: Document) -> Iterator[tuple[str, ...]]:
    return iter((document.lines, *document.included.values()))


@lru_cache(maxsize=4)
def _bytes(lines: tuple[str, ...]) -> bytes:
    return _source(lines).text.encode("utf-8", "surrogatepass")


@lru_cache(maxsize=4)
def _small(lines: tuple[str, ...]) -> bytes:
    return _bytes(lines).lower()


@lru_cache(maxsize=4)
def _characters(lines: tuple[str, ...]) -> str:
    """Return every character of a file once, but for those of ASCII."""
    others = _bytes(lines).translate(None, _ASCII)
    return "".join(frozenset(others.decode("utf-8", "surrogatepass")))


@lru_cache(maxsize=4)  # several checks in turn ask for the same files
def _source(lines: tuple[str, ...]) -> Source:
    return Source(lines)


@lru_cache(maxsize=4)
def _runs(file: str, lines: tuple[str, ...], units: int) -> tuple[Run, ...]:
    """Return the runs of one file; its units are counted from `units`."""
    return tuple(_run_by_run(file, _source(lines), units))


def _run_by_run(file: str, source: Source, units: int) -> Iterator[Run]:
    """Yield the runs of one file, but for blanks in a unit that has begun: they say nothing."""
    # Of the innermost open element: whether its text counts, and is hidden; its unit (-1: none).
    counts, hides, unit, element, loose = inner = bool(units), False, -1, "", False
    around: list[tuple[bool, bool, int, str, bool]] = []
    begun: set[int] = set()
    for match in _tokens(source.text):
        words = match[0]
        if words[0] != "<":
            if counts and not hides and not (unit in begun and words.isspace()):
                begun.add(unit)
                yield Run(words, match.start(), source, units + unit, file, element, loose)
        elif words[1] == "/":
            if around:
                counts, hides, unit, element, loose = inner = around.pop()
        elif words[1] not in "!?" and words[-2] != "/":
            around.append(inner)
            name = match["start"].rpartition(":")[2]
            preserves = 'xml:space="preserve"' in words
            if counts or preserves or name in _TELLING:
                element, unit = name, _unit(name, match.start(), unit)
                hides = hides or preserves or name in _SKIPPED
                counts = (counts or name in _COUNTED) and name not in _UNCOUNTED
                loose = loose or name in _LOOSE
                inner = counts, hides, unit, element, loose


def _unit(name: str, start: int, around: int) -> int:
    """Return to which unit the text of an element belongs that begins at a place."""
    if name in _CONTAINERS:
        return -1
    return start if around < 0 or name == "note" else around


def _tokens(text: str) -> Iterator[re.Match[str]]:
    """Yield the tags and texts of a file; not those of its first header, which is half of a short
    text, where it is sure that nothing in it counts.
    """
    header = _HEADER.search(text)
    ends = text.find(f"</{header[1]}", header.end()) if header else -1
    if header is None or ends < 0 or not _is_bare(text, header.start(), ends):
        return TOKEN.finditer(text)
    behind = text.index(">", ends) + 1
    return chain(TOKEN.finditer(text, 0, header.start()), TOKEN.finditer(text, behind))


def _is_bare(text: str, start: int, end: int) -> bool:
    """Whether all tags before and between two places are what they seem, and none begins a text."""
    if "<!DOCTYPE" in text[:start] or _COUNTING.search(text, start, end):
        return False
    spans = (0, start), (start, end)
    return all(text.count(a, *one) == text.count(b, *one) for a, b in _HOLDING for one in spans)
