"""Titles and what else is centred: lines of about one length, none of which ends with a word that
belongs to the next one.

The engine fills line by line, so that a title of two lines may end in one word. Here, as fit.py
does for paragraphs, all ways to set it in as few lines as it needs are weighed.
"""

import re
from math import ceil
from typing import Any, NamedTuple

from editio.engines.paged.words import Break, Words

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
# More lines than these are a paragraph.
_MOST = 6
# What stands out of a line of the right length, as a share of the measure: squared it is the cost
# of a line. An article or a preposition at its end costs as much as two lines a quarter too short.
_LOOSE = 0.125
# What it costs to end a line where the sense goes on: before a title is parted after its colon or
# comma, one of its lines may be a third of the other.
_SENSE = 0.2
_SIGN = re.compile(r"[,;:.!?–—][”’»\"')\]]*$")
# Short words, and those in small letters that are hardly longer: of, the, und, sur; with, from.
_LEANS = re.compile(r"(?:^|[\s(“„«])(?:[^\W\d_]{1,3}|[^\W\d_A-Z]{4})$")


class _Way(NamedTuple):
    """Lines up to a break: what they cost, and how wide each is, by the byte that it begins at."""

    cost: float
    at: Break
    lines: tuple[tuple[int, float], ...]


def balanced(line: Any) -> bool:
    """Return whether the lines of a block are to be of one length: centred ones, and headings."""
    aligned = line.style["text_align_all"]
    return bool(aligned == "center" or (aligned != "justify" and line.element_tag in _HEADINGS))


def lines(words: str, measured: Words, measure: float, indent: float) -> dict[int, float]:
    """Return how wide each line may be filled, by the byte that it begins at; nothing where one
    line is enough, or where it takes too many.
    """
    breaks = [one for one in measured.breaks if not one.hyphen]
    whole = breaks[-1].end + indent
    for count in range(ceil(whole / measure), _MOST + 1) if whole > measure else ():
        ways = [_Way(0.0, breaks[0]._replace(resume=-indent), ())]
        for number in range(count):
            ways = _longer(ways, breaks, (words, measure, whole / count), last=number == count - 1)
        if ways:
            return dict(min(ways, key=lambda one: one.cost).lines)
    return {}


def _longer(
    ways: list[_Way], breaks: list[Break], title: tuple[str, float, float], *, last: bool
) -> list[_Way]:
    """Return the best way to each break with one more line."""
    words, measure, aim = title
    best: dict[int, _Way] = {}
    for way in ways:
        for place in breaks:
            width = place.end - way.at.resume
            if place.start <= way.at.start or place.last != last or width > measure:
                continue
            cost = way.cost + ((width - aim) / measure) ** 2
            cost += 0.0 if last else _parting(words, place)
            if place.start not in best or cost < best[place.start].cost:
                best[place.start] = _Way(cost, place, (*way.lines, (way.at.start, width)))
    return list(best.values())


def _parting(words: str, place: Break) -> float:
    """Return what it costs to end a line before this break."""
    before = words.encode()[: place.start].decode().rstrip()
    return 0.0 if _SIGN.search(before) else _SENSE + (_LOOSE if _LEANS.search(before) else 0.0)
