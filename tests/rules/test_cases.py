"""Each case is a piece of a TEI body and the two texts that must come of it.

`cases/NAME/tei.xml` holds what stands in `body` (and, after a `back` element, what stands there);
`reading.txt` and `diplomatic.txt` are what a reader sees, without the header block.
"""

from pathlib import Path

import pytest

from pipeline.formats.context import Text
from pipeline.formats.text import plain as set_in_lines
from pipeline.render import behaviours, here, labels
from tests.golden import assert_golden

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())

FRAME = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="case" xml:lang="en"><teiHeader>
<fileDesc><titleStmt><title>Case</title></titleStmt><publicationStmt><p>none</p></publicationStmt>
<sourceDesc><p>none</p></sourceDesc></fileDesc></teiHeader><text>{text}</text></TEI>"""


def plain(tei: str, reading: str) -> tuple[str, list[str]]:
    """Give the plain text of a piece of TEI, without its header block, and what was reported."""
    body, back, rest = tei.partition("<back>")
    ruled = behaviours("case.xml", FRAME.format(text=f"<body>{body}</body>{back}{rest}"))
    text = Text("case", "case.xml", here(), ruled.tree, labels(), "", lambda _: None)
    page = set_in_lines(text, reading).text
    return page.split("***\n\n", 1)[1], [one.message for one in ruled.diagnostics]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
@pytest.mark.parametrize("reading", ["reading", "diplomatic"])
def test_case(case: Path, reading: str, request: pytest.FixtureRequest) -> None:
    """The text is, to the character, what an editor expects of this encoding."""
    words, reported = plain((case / "tei.xml").read_text("utf-8"), reading)
    assert_golden(case / f"{reading}.txt", words, request)
    expected = case / "reported.txt"
    assert reported == (expected.read_text("utf-8").splitlines() if expected.exists() else [])
