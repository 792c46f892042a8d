"""Quotation marks: what is opened is closed, in each paragraph, note and verse."""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from editio.checks.registry import Finding, document_check
from editio.checks.runs import Run, anywhere, has, runs
from editio.diagnostics.codes import WARNING
from editio.edition.reading.source import Document

_SIGN = re.compile("[“”„«»]")
# Straight ones that are no marks of an attribute: behind a tag, in a line, in the first line.
_STRAIGHT = tuple(re.compile(rf'{begin}[^<>="\n]*"') for begin in (">", r"\n", r"\A"))
_FAR = 12  # paragraphs over which a speech may go on
_NEAR = 200  # characters before a mark
_SLIPS = 4  # more of them may be a way of writing
_ELSEWHERE = frozenset({"w", "pc", "m", "c", "del", "pron", "phr"})
_OPENS, _CLOSES = "<", ">"
_MARKS = re.compile('[“”„«»"]')


@dataclass(frozen=True)
class _Mark:
    """One quotation mark; `first`: nothing stands before it in its unit.

    `as_read` is the sign of which it takes the part: a »foreign« pair in a «text» of the others.
    `loose`: it stands in a line or a cell, which is told nothing.
    """

    sign: str
    as_read: str
    line: int
    column: int
    unit: int
    first: bool
    file: str
    loose: bool


_Unit: TypeAlias = list[_Mark]


@document_check(
    "X004",
    WARNING,
    "the quotation mark {sign} is {missing} in this paragraph{times}",
    "Add the other one, or mark the slip of the source: <sic>{sign}</sic>.",
)
def unbalanced_quotes(document: Document) -> Iterator[Finding]:
    """Quotation marks come in pairs.

    Counted in each paragraph, note or verse. A quotation that goes on in the next one may open
    again there and close at its end, as printers do. Single marks are apostrophes as often as
    not and are left alone; so are verse, words that are tagged one by one, and what is deleted. In
    a file whose marks do not come in pairs this is told once.

    Wrong:
        <p>He said, “Nothing, and left.</p>
    Right:
        <p>He said, “Nothing,” and left.</p>
    """
    if not (has(document, _SIGN) or anywhere(document, *_STRAIGHT)):
        return
    units = _units(document)
    for opening, closing, concerned in _pairs(units):
        found = [one for one in _unpaired(concerned, opening, closing) if not one.loose]
        marks = sum(one.as_read in opening + closing for unit in concerned for one in unit)
        other = len(found) > _SLIPS and len(found) * 3 > marks
        times = f" ({len(found)} times in this file)" if other else ""
        for mark in found[:1] if other else found:
            missing = "not closed" if mark.as_read in opening else "not opened"
            facts = {"sign": mark.sign, "missing": missing, "times": times}
            yield Finding(mark.file, mark.line, mark.column, facts)


def _units(document: Document) -> list[_Unit]:
    """Marks by paragraph, note or verse, in the order of the text."""
    units: dict[int, list[_Mark]] = {}
    begun: set[int] = set()
    for run in runs(document):
        marks = units.get(run.unit)
        if marks is None:
            marks = units[run.unit] = []
        if run.text.isspace():
            continue
        begins = len(run.text) - len(run.text.lstrip())
        for match in _MARKS.finditer("" if run.element in _ELSEWHERE else run.text):
            if not _is_none(run, match.start()):
                first = match.start() <= begins and run.unit not in begun
                place = run.place(match.start())
                marks.append(
                    _Mark(match[0], _part(run, match), *place, run.unit, first, run.file, run.loose)
                )
        begun.add(run.unit)
    return [units[key] for key in sorted(units)]


def _is_none(run: Run, at: int) -> bool:
    """Whether the mark is that of inches, or stands inside a Hebrew word or a transcription."""
    if run.text[at] != '"':
        return False
    before, after = run.text[max(0, at - 1) : at], run.text[at + 1 : at + 2]
    inches = before.isdigit() and run.text.count('"', max(0, at - _NEAR), at) % 2 == 0
    inside = "\u05d0" <= before <= "\u05ea" or (before == "." and after.isalpha())
    return inches or inside


def _part(run: Run, match: re.Match[str]) -> str:
    """Tell which part a pointed mark takes, where no space inside it leaves that open."""
    before = run.text[max(0, match.start() - 1) : match.start()]
    after = run.text[match.end() : match.end() + 1]
    if match[0] not in "«»":
        return match[0]
    if before.isspace() and after.isalnum():
        return _OPENS
    return _CLOSES if (before and before in ".,!?…") or before.isalnum() else match[0]


def _pairs(units: list[_Unit]) -> Iterator[tuple[str, str, list[_Unit]]]:
    """Which marks open and which close depends on the language, which the marks themselves show."""
    signs = {mark.sign for unit in units for mark in unit}
    low = [
        bool(_signs(unit) & {"„"} or ("„" in signs and "”" not in _signs(unit))) for unit in units
    ]
    yield "„", "“”", [unit if is_low else [] for unit, is_low in zip(units, low, strict=True)]
    if "“" in signs:  # a text that has ” alone is Swedish or Finnish
        high = [[] if is_low else unit for unit, is_low in zip(units, low, strict=True)]
        yield "“", "”", high
    if signs & {"«", "»"}:
        first = next(mark.sign for unit in units for mark in unit if mark.sign in "«»")
        yield first + _OPENS, ("»" if first == "«" else "«") + _CLOSES, units
    yield '"', '"', units


def _signs(unit: _Unit) -> set[str]:
    return {mark.sign for mark in unit}


def _unpaired(units: list[_Unit], opening: str, closing: str) -> Iterator[_Mark]:
    """Marks without partner near by.

    A speech goes on over paragraphs and stanzas, each of which may open again; so a mark is told
    only where none of the units around has the one that is missing.
    """
    marks = [[one for one in unit if one.as_read in opening + closing] for unit in units]
    if opening == closing:
        yield from _odd(marks)
        return
    left: deque[tuple[int, _Mark]] = deque()
    for place, unit in enumerate(marks):
        while left and place - left[0][0] > _FAR:
            yield left.popleft()[1]
        repeated = left and unit and unit[0].first and left[-1][0] == place - 1
        if repeated:  # as printers open a speech again in each of its paragraphs
            left[-1] = place, left[-1][1]
        for mark in unit[1:] if repeated else unit:
            if mark.as_read in opening:
                left.append((place, mark))
            elif left:
                left.pop()
            else:
                yield mark
    yield from (mark for _, mark in left)


def _odd(marks: list[_Unit]) -> Iterator[_Mark]:
    """The last mark of each unit that has an odd number, if no other unit near by has one."""
    odd = [place for place, unit in enumerate(marks) if len(unit) % 2]
    for at, place in enumerate(odd):
        around = odd[max(0, at - 1) : at] + odd[at + 1 : at + 2]
        if all(abs(other - place) > _FAR for other in around):
            yield marks[place][-1]
