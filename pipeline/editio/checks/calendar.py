"""Dates as the TEI writes them, as numbers that can be compared (W3C XML Schema, part 2).

Turns 1964, 1964-04, 1964-04-17, -0044-03-15, --04-17 into the first and the last day they can
mean; knows the names of months in the languages of pages. Turns nothing into words.
"""

import re
from calendar import isleap
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product

from editio.edition.beside.wording import words_in

Day = tuple[int, int, int]

_W3C = re.compile(
    r"(?P<year>-?\d{4,})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<time>T[\d:.]+)?(?:Z|[+-]\d\d:\d\d)?"
    r"|--(?P<m>\d\d)(?:-(?P<d>\d\d))?(?:Z|[+-]\d\d:\d\d)?|---(?P<dd>\d\d)"
    r"|\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?",
    re.ASCII,
)
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
# What they are shortened to; pages have them in full.
_SHORT = (
    "jan feb mar apr may jun jul aug sep oct nov dec",
    "jan febr mär apr mai jun jul aug sept okt nov dez",
)
# Languages whose months are known in a text of any other.
_ANYWHERE = ("en", "de", "fr", "it")


@cache
def months(language: str) -> Mapping[str, int]:
    """Return the names of months with their numbers: those of a language for whose pages we have
    words, without what may stand behind them (enero de).
    """
    found = {name: n for names in _SHORT for n, name in enumerate(names.split(), 1)}
    for words in map(words_in, (*_ANYWHERE, language)):
        for n, form in product(range(1, 13), ("", "-alone")):
            if name := words.get(f"month-{n:02}{form}"):
                found[name.lower().split()[0]] = n
    return found


@dataclass(frozen=True)
class Span:
    """The first and the last day that a value can mean; None where it has no year."""

    first: Day | None
    last: Day | None


@lru_cache(maxsize=1 << 14)  # several checks ask, and the dates of letters come again and again
def span(value: str) -> Span | str:
    """Read one value of @when, @from and the like; in words what is wrong with it instead."""
    match = _W3C.fullmatch(value.strip())
    if match is None:
        return "it is not written as a date"
    if re.fullmatch(r"\d{8}", value.strip()):
        return "that is a year of eight digits"
    month, day = (int(one) if one else 0 for one in _month_and_day(match))
    year = int(match["year"]) if match["year"] else None
    if (wrong := _impossible(year, month, day, match)) or year is None:
        return wrong or Span(None, None)
    return Span((year, month or 1, day or 1), (year, month or 12, day or 31))


def _month_and_day(match: re.Match[str]) -> tuple[str | None, str | None]:
    return match["month"] or match["m"], match["day"] or match["d"] or match["dd"]


def _impossible(year: int | None, month: int, day: int, match: re.Match[str]) -> str:
    if (match["month"] or match["m"]) and not 1 <= month <= 12:
        return f"there is no month {month}"
    if _month_and_day(match)[1] is None:
        return ""
    longest = _LENGTHS[month - 1] if month else 31
    if month == 2 and year is not None and not isleap(year):
        longest = 28
    return "" if 1 <= day <= longest else f"that month has no day {day}"


def written(value: str) -> str:
    """Write a value as it should be, where that is plain: 1964-4-17 or 17.4.1964; or nothing."""
    parts = re.findall(r"\d+", value)
    if len(parts) == 3 and len(parts[2]) == 4:
        parts.reverse()
    if 1 <= len(parts) <= 3 and len(parts[0]) == 4:
        fixed = "-".join([parts[0], *(one.zfill(2) for one in parts[1:])])
        return fixed if fixed != value and isinstance(span(fixed), Span) else ""
    if len(parts) == 1 and len(parts[0]) == 8:
        digits = parts[0]
        return written(f"{digits[:4]} {digits[4:6]} {digits[6:]}")
    return ""
