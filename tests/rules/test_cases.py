"""Each case is a piece of a TEI body, or a whole document, and every output that must come of it.

`cases/NAME/tei.xml` holds what stands in `body` (before it, with a `front` element, what stands
there; after it, with a `back` element, what stands there), or a whole document with its header.
Beside it lies a golden an output: `reading.txt` and `diplomatic.txt` as a reader sees them,
`reading.html`, `diplomatic.html`, `print.html` and `epub.xhtml` with a block a line, `facts.xml`;
`reported.txt` where something is to be reported.
"""

from pathlib import Path

import pytest

from tests.golden import assert_golden
from tests.rules.outputs import READINGS, outputs, plain, ruled

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())
GOLDENS = ("reading.html", "diplomatic.html", "print.html", "epub.xhtml", "facts.xml")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
@pytest.mark.parametrize("reading", READINGS)
def test_case(case: Path, reading: str, request: pytest.FixtureRequest) -> None:
    """The text is, to the character, what an editor expects of this encoding."""
    tei = (case / "tei.xml").read_text("utf-8")
    assert_golden(case / f"{reading}.txt", plain(tei, reading), request)
    expected = case / "reported.txt"
    reported = [one.message for one in ruled(tei).diagnostics]
    assert reported == (expected.read_text("utf-8").splitlines() if expected.exists() else [])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
@pytest.mark.parametrize("golden", GOLDENS)
def test_outputs(case: Path, golden: str, request: pytest.FixtureRequest) -> None:
    """Every other output says the same, in its own dress."""
    assert_golden(case / golden, outputs((case / "tei.xml").read_text("utf-8"))[golden], request)
