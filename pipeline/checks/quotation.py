"""Quotation marks: what is opened is closed, in each paragraph, note and verse."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from pipeline.checks.registry import Finding, document_check
from pipeline.checks.runs import Run, runs
from pipeline.codes import WARNING
from pipeline.source import Document

_SIGN = re.compile(r'[“”„«»]|(?:^|[>\s])[^<>=]*"[^<>=]*(?:<|$)')  # no mark of an attribute
_OPENS, _CLOSES = "<", ">"
_MARKS = re.compile('[“”„«»"]')


@dataclass(frozen=True)
class _Mark:
    """One quotation mark; `first`: nothing stands before it in its unit.

    `as_read` is the sign of which it takes the part: a »foreign« pair in a «text» of the others.
    """

    sign: str
    as_read: str
    line: int
    column: int
    unit: int
    first: bool


_Unit: TypeAlias = list[_Mark]


@document_check(
    "X004",
    WARNING,
    "the quotation mark {sign} is {missing} in this {what}",
    "Add the other one, or mark the slip of the source: <sic>{sign}</sic>.",
)
def unbalanced_quotes(document: Document) -> Iterator[Finding]:
    """Quotation marks come in pairs.

    Counted in each paragraph, note or verse. A quotation that goes on in the next one may open
    again there and close at its end, as printers do. Single marks are apostrophes as often as
    not and are left alone.

    Wrong:
        <p>He said, “Nothing, and left.</p>
    Right:
        <p>He said, “Nothing,” and left.</p>
    """
    if not any(_SIGN.search(line) for line in document.lines):
        return
    units = _units(document)
    for opening, closing, concerned in _pairs(units):
        for mark in _unpaired(concerned, opening, closing):
            missing = "not closed" if mark.as_read in opening else "not opened"
            facts = {"sign": mark.sign, "missing": missing, "what": "paragraph"}
            yield Finding(document.path, mark.line, mark.column, facts)


def _units(document: Document) -> list[_Unit]:
    """Marks by paragraph, note or verse, in the order of the text."""
    units: dict[int, list[_Mark]] = {}
    begun: set[int] = set()
    for run in runs(document):
        marks = units.setdefault(run.unit, [])
        for match in _MARKS.finditer(run.text):
            before = run.text[: match.start()].strip()
            if not _is_none(run, match.start()):
                first = not before and run.unit not in begun
                place = run.place(match.start())
                marks.append(_Mark(match[0], _part(run, match), *place, run.unit, first))
        if run.text.strip():
            begun.add(run.unit)
    return [units[key] for key in sorted(units)]


def _is_none(run: Run, at: int) -> bool:
    """Whether the mark is that of inches, 6 and then the mark, or one inside a Hebrew word."""
    before = run.text[max(0, at - 1) : at]
    return run.text[at] == '"' and (before.isdigit() or "\u05d0" <= before <= "\u05ea")


def _part(run: Run, match: re.Match[str]) -> str:
    """Tell which part a pointed mark takes, where no space inside it leaves that open."""
    before, after = run.text[: match.start()][-1:], run.text[match.end() :][:1]
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
    """Marks without partner; one that the next unit repeats or closes is carried over."""
    left: list[_Mark] = []
    marks = [[one for one in unit if one.as_read in opening + closing] for unit in units]
    for place, unit in enumerate(marks):
        repeated = left and unit and unit[0].first
        for mark in unit[1:] if repeated else unit:
            if mark.as_read in opening and not (opening == closing and left):
                left.append(mark)
            elif left:
                left.pop()
            else:
                yield mark
        if not _goes_on(marks[place + 1 :], opening, closing):
            yield from left
            left = []


def _goes_on(rest: list[_Unit], opening: str, closing: str) -> bool:
    """Whether the next unit begins with a mark again, or closes more than it opens."""
    following = rest[0] if rest else []
    if following and following[0].first:
        return True
    opened = sum(mark.as_read in opening for mark in following)
    return opening != closing and sum(mark.as_read in closing for mark in following) > opened
