"""Small inputs from outside (`cases/` of EDITIO_SHARED) on which the first version failed: each is
checked and built, and what comes of it is what is right. Of every case, whatever it is about: no
traceback, no fault of ours, nothing written or changed beside `build/`.
"""

from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

from tests.cases.outcome import BUILD, Outcome, outcome
from tests.shared import CASES, TEI_ALL

ONE = ("crash-", "secure-", "check-", "data-build-with-errors")
RULES = Path("rules.sch")


@dataclass(frozen=True)
class Right:
    """What is right of a case: exit codes, codes of findings, words of findings and outputs."""

    check: int = 0
    build: int = 0
    codes: tuple[str, ...] = ()  # the beginnings of codes, one a finding
    said: tuple[str, ...] = ()  # by the check
    unsaid: tuple[str, ...] = ()
    text: tuple[str, ...] = ()  # in the plain text
    pages: tuple[str, ...] = ()  # in the source of the site's pages
    absent: tuple[str, ...] = ()  # from them
    schema: Path | None = None
    command: tuple[str, ...] = BUILD


RIGHT = {
    "check-hints": Right(
        check=1,
        codes=("S005", "S005"),
        said=("<date> may carry @when", "<biblScope> may carry @from, @to, @unit."),
        unsaid=("It belongs", "Did you mean", "more"),
        schema=TEI_ALL,
    ),
    "check-long-line": Right(text=("He said “so” and went on.",)),
    # It is read, and told.
    "check-multi-byte-encoding": Right(
        codes=("W008",), said=("Shift_JIS", "UTF-8"), text=("go",), pages=("go",)
    ),
    "check-parameter-entity": Right(unsaid=("entities",), text=("Words.",)),
    "check-schema-include": Right(
        check=1, build=1, codes=("S010",), said=("this schema is faulty",)
    ),
    "check-schematron-document": Right(
        check=1, codes=("R",), said=("No person p2 in persons.xml.",), schema=RULES
    ),
    # The rules run on the document that is named, or the schema is refused.
    "check-schematron-documents": Right(
        check=1, codes=("R004",), said=("pattern/@documents cannot be run",), schema=RULES
    ),
    "check-schematron-include": Right(
        check=1, codes=("R001", "R001"), said=("The text says its language.",), schema=RULES
    ),
    "check-schematron-name-path": Right(
        check=1, codes=("R",), said=("The element p holds a keyed name.",), schema=RULES
    ),
    "crash-cell": Right(
        check=1, codes=("S003",), said=("It belongs in <row>.",), text=("x c",), schema=TEI_ALL
    ),
    # At both places.
    "crash-duplicate-id": Right(check=1, build=1, codes=("P001", "P001"), said=("“x”",)),
    "crash-empty-id": Right(check=1, build=1, said=("xml:id",)),
    "crash-example": Right(text=("<svg:g/>",), pages=("&lt;svg:g/&gt;",)),
    "crash-no-title": Right(codes=("H001",)),
    "crash-no-words": Right(pages=("Gospel", "Oxford")),
    "crash-source-doc": Right(
        text=("The first line", "of the page", "marginal", "on a slip"), pages=("on a slip",)
    ),
    "crash-tei-corpus": Right(
        text=("Dear Ann, one.", "Dear Bob, two."),
        pages=("note one", "note two", "Archive A.", "Archive B."),
    ),
    "data-build-with-errors": Right(check=1, build=1, codes=("P002", "D001")),
    "secure-foreign-sums": Right(
        build=2, command=("build", ".", "--out", ".", "--format", "tei"), said=()
    ),
    "secure-javascript-link": Right(
        codes=("P024",), said=("javascript",), absent=('href="javascript',)
    ),
    "secure-root-id": Right(check=1, build=1, said=("xml:id",)),
}


def named() -> list[str]:
    """Return the names of the cases; without the data from outside, those that have a row."""
    there = [one.name for one in CASES.iterdir() if one.is_dir()] if CASES.is_dir() else []
    return sorted(there or RIGHT)


@cache
def came_of(name: str) -> Outcome:
    """Return what comes of a case, once for all tests of this process."""
    right = RIGHT.get(name, Right())
    return outcome(CASES / name, Path(mkdtemp(prefix="editio-case-")), right.schema, right.command)


@pytest.mark.shared
def test_every_case_has_its_row() -> None:
    """What is not in the table is asserted of nothing."""
    assert {name for name in named() if name.startswith(ONE)} == set(RIGHT)


@pytest.mark.shared
@pytest.mark.parametrize("name", [name for name in named() if name.startswith(ONE)])
def test_what_is_right_comes_of_it(name: str) -> None:
    """Exit codes, findings and words, by the table."""
    right, came = RIGHT[name], came_of(name)
    assert (came.check.code, came.build.code) == (right.check, right.build)
    found = [str(one["code"]) for one in came.check.findings]
    wanted = Counter(right.codes)
    assert {one for one in wanted if sum(c.startswith(one) for c in found) < wanted[one]} == set()
    assert [one for one in right.said if one not in came.check.said] == []
    assert [one for one in right.unsaid if one in came.check.said] == []
    assert [one for one in right.text if one not in came.text] == []
    assert [one for one in right.pages if one not in came.pages] == []
    assert [one for one in right.absent if one in came.pages] == []
    assert came.build.code == 0 or not (came.folder / "build").exists()
    assert_sound(came)


@pytest.mark.slow
@pytest.mark.shared
@pytest.mark.parametrize("name", [name for name in named() if not name.startswith(ONE)])
def test_no_case_breaks_anything(name: str) -> None:
    """Whatever the case is about."""
    assert_sound(came_of(name))


def assert_sound(came: Outcome) -> None:
    """No traceback, no fault of ours, no other exit code, and nothing harmed."""
    for done in (came.check, came.build):
        assert "Traceback" not in done.err + done.out
        assert "fault of editio" not in done.err + done.out
        assert done.code in {0, 1, 2}
    assert came.harmed == []
