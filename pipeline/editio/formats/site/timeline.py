"""Dated entries on a line of years, as geometry: where each begins and ends, and the row in which
its label has room. What it looks like is for the style sheet.
"""

import re
from calendar import monthrange

from lxml import etree

from editio.edition.reading.source import ED
from editio.model.letters import When
from editio.model.registers import Entry, Register

WIDTH, LETTER, ROW = 1000, 7, 24
# The line of more events would be longer than their list, which can be sorted by date as well.
MOST = 250
_DATE = re.compile(r"(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


def timeline_of(register: Register) -> etree._Element | None:
    """Return `ed:timeline` for the dated events of a register: two or more, not too many."""
    dated = [
        (span, entry)
        for entry in register.entries
        if entry.kind == "event" and (span := _span(entry.date))
    ]
    if not 2 <= len(dated) <= MOST:
        return None
    dated.sort(key=lambda one: (one[0], one[1].id))
    first, last = int(dated[0][0][0]), int(max(end for (_, end), _ in dated)) + 1
    scale = (WIDTH - 220) / max(1, last - first)
    drawing = etree.Element(f"{{{ED}}}timeline", width=str(WIDTH))
    _years(drawing, first, last, scale)
    ends: list[float] = []
    for (start, end), entry in dated:
        _mark(drawing, entry, 10 + (start - first) * scale, (end - start) * scale, ends)
    drawing.set("height", str(40 + len(ends) * ROW))
    return drawing


def _mark(drawing: etree._Element, entry: Entry, x: float, width: float, ends: list[float]) -> None:
    """Put a mark into the first row that is free where it begins; `ends` says where each is."""
    row = next((n for n, taken in enumerate(ends) if taken < x), len(ends))
    ends[row : row + 1] = [x + max(12.0, width) + len(entry.name) * LETTER + 24]
    mark = etree.SubElement(drawing, f"{{{ED}}}mark", entry=entry.id, x=f"{x:.1f}")
    mark.set("width", f"{width:.1f}")
    mark.set("y", str(40 + row * ROW))
    mark.text = entry.name


def _years(drawing: etree._Element, first: int, last: int, scale: float) -> None:
    """Mark round years, far enough apart for their labels."""
    step = next((step for step in _STEPS if step * scale > 60), _STEPS[-1])
    for year in range(first + -first % step, last + 1, step):
        x = 10 + (year - first) * scale
        etree.SubElement(drawing, f"{{{ED}}}year", x=f"{x:.1f}").text = str(year)


def _span(date: When) -> tuple[float, float] | None:
    """Return the beginning and end of a date in years, as far as it says them."""
    start = _year(date.earliest, 0)
    end = _year(date.when or date.end or date.not_after, 1)
    if start is None:
        return None
    exact = len(date.when) > 4
    return start, start if exact or end is None else max(start, end)


def _year(date: str, end: int) -> float | None:
    """1964-10-14 -> 1964.78; with `end`, a month or a year alone is taken at its end."""
    found = _DATE.match(date)
    if not found:
        return None
    year, month, day = int(found[1]), found[2], found[3]
    if not month:
        return year + end
    length = monthrange(max(1, abs(year)), int(month))[1]
    past = (int(day) - 1 if day else length * end) / length
    return year + (int(month) - 1 + past) / 12
