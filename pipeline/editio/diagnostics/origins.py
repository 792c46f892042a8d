"""Where the lines of a text that was put together come from: a note behind it, and its reading.

A stylesheet of an edition is compiled with what it includes in it, so that the engine's lines are
those of no file. The note travels with the text, in any process.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote

_NOTE = re.compile(r"<!--places\n(.*)\n-->$", re.DOTALL)


def line_and_column(words: str, offset: int) -> tuple[int, int]:
    """Return where a character of a text stands, by its offset: line and column, from 1."""
    return words.count("\n", 0, offset) + 1, offset - words.rfind("\n", 0, offset)


@dataclass(frozen=True)
class Place:
    """A place in a file; line 0 is the whole file."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.line}:{self.column}:{self.file}"

    @classmethod
    def read(cls, words: str) -> "Place":
        """Return the place that these words of one say."""
        line, column, file = [*words.split(":", 2), "", ""][:3]
        return cls(file, int(line or 0), int(column or 0))


def noted(places: Mapping[int, str]) -> str:
    """Return a note of the place from which each line comes; lines that come from none are left
    to the one before.
    """
    known = (f"{line} {_masked(place)}" for line, place in sorted(places.items()))
    return "<!--places\n" + "\n".join(known) + "\n-->"


def origin(text: str, line: int) -> Place | None:
    """Return the place from which a line of a text comes, if its note says so."""
    note = _NOTE.search(text)
    known = [one.split(" ") for one in note[1].splitlines()] if note else []
    before = [place for start, place in known if int(start) <= line]
    return Place.read(unquote(before[-1])) if before else None


def _masked(place: str) -> str:
    return quote(place, safe="/:").replace("-", "%2D")
