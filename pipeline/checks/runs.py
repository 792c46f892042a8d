"""The text of a file piece by piece, as it was typed, each piece with its place.

Turns a Document into the runs of characters between tags, inside text and standOff, without what
is quoted as markup, preserved as typed, or recorded as a fault of the source.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.source import Document
from pipeline.tokens import Place, Source, Token

_SKIPPED = frozenset({
    "egXML", "eg", "code", "formula", "sic", "orig", "surplus", "fw", "notatedMusic", "xenoData",
    "svg", "idno",
})  # fmt: skip
_CONTAINERS = frozenset({
    "TEI", "teiCorpus", "text", "standOff", "group", "front", "body", "back", "floatingText",
    "div", "div0", "div1", "div2", "div3", "div4", "div5", "div6", "div7", "sp", "list", "table",
    "row", "castList", "listBibl", "listPerson", "listPlace", "listOrg", "listEvent", "noteGrp",
})  # fmt: skip


@dataclass(frozen=True)
class Run:
    """Characters between two tags. `unit` tells its paragraph, note or verse from all others."""

    text: str
    start: int
    source: Source
    unit: int

    def place(self, offset: int) -> Place:
        """Give line and column of a character of this run."""
        return self.source.place(self.start + offset)


@dataclass(frozen=True)
class _Open:
    """An open element: whether its text counts, and to which unit it belongs (-1: to none)."""

    counts: bool
    hides: bool
    unit: int


def runs(document: Document) -> Iterator[Run]:
    """Give every run of the text in order."""
    source = Source(document.lines)
    around = [_Open(False, False, -1)]
    for token in source.tokens():
        if token.kind == "start":
            around.append(_opened(token, around[-1]))
        elif token.kind == "end" and len(around) > 1:
            around.pop()
        elif token.kind == "text" and around[-1].counts and not around[-1].hides:
            yield Run(token.text, token.start, source, around[-1].unit)


def _opened(token: Token, parent: _Open) -> _Open:
    name = token.name.rpartition(":")[2]
    unit = parent.unit
    if name in _CONTAINERS:
        unit = -1
    elif unit < 0 or name == "note":
        unit = token.start
    hides = parent.hides or name in _SKIPPED or 'xml:space="preserve"' in token.text
    return _Open(parent.counts or name in {"text", "standOff"}, hides, unit)
