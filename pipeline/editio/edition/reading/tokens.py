"""The tags and texts of a file as they were typed, with their places; line and column from 1.

Turns lines into Tokens, whether the file is well-formed or not.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

Place = tuple[int, int]

TOKEN = re.compile(
    r"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>"
    r"|</(?P<end>[^\s>]+)\s*>"
    r"""|<(?P<start>[^\s/>!?]+)(?:[^>"']++|"[^"]*+"|'[^']*+')*+>"""
    r"|(?P<text>[^<]+)",
    re.DOTALL,
)


class Token(NamedTuple):
    """One piece of a file: a start, empty or end tag, or text, with where it begins and ends."""

    kind: str
    name: str
    text: str
    start: int
    end: int


class Source:
    """The characters of one file, and the places of its tokens."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        self.text = "\n".join(lines)
        self._lines = lines

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((len(line) + 1 for line in self._lines), initial=0))

    def place(self, offset: int) -> Place:
        """Turn an offset into line and column."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """Turn line and column into an offset."""
        return self._starts[min(line, len(self._starts)) - 1] + column - 1

    def tokens(self) -> Iterator[Token]:
        """Yield tags and text in order; comments, instructions and CDATA sections are left out."""
        for match in TOKEN.finditer(self.text):
            kind, words = match.lastgroup, match[0]
            if kind:
                name = match[kind]
                kind = "empty" if kind == "start" and words.endswith("/>") else kind
                yield Token(kind, name, words, match.start(), match.end())
