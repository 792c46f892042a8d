"""The requirement sheet for letters, drama, verse, prose, notes, bibliography, to the letter.

The sheet lies outside (EDITIO_SHARED): pieces of TEI, each with the text that must come of it;
⏎ is the end of a line, ⇥ a tabulator, N: what stands under the heading of the notes.
"""

import re

import pytest

from tests.rules.outputs import plain
from tests.shared import SHARED

SHEET = SHARED / "genres-a.md"
EXAMPLE = re.compile(
    r"`(<[^`]+>|[^`<]*<lb[^`]*)` (?:T|→|\([^)`]*\) →|→ R) `([^`]*)`"
    r"(?: D `([^`]*)`)?(?: N: `([^`]*)`)?"
)
HEADER = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="case" xml:lang="en"><teiHeader>
<fileDesc><titleStmt><title>Case</title></titleStmt><publicationStmt><p>none</p></publicationStmt>
<sourceDesc><p>none</p></sourceDesc></fileDesc><encodingDesc><tagsDecl><rendition xml:id="sc"
scheme="css">font-variant: small-caps</rendition></tagsDecl></encodingDesc></teiHeader>
<text>{text}</text></TEI>"""


def examples() -> list[tuple[str, str, str, str]]:
    """The examples that stand alone: no headers, no files that are included."""
    found = EXAMPLE.findall(SHEET.read_text("utf-8")) if SHEET.exists() else []
    return [one for one in found if "xi:include" not in one[0] and "<titleStmt" not in one[0]]


def text_of(tei: str, reading: str) -> tuple[str, str]:
    """The text and its notes; a table that an example points to stands in another example."""
    table = next((one for one, *_ in examples() if one.startswith("<table")), "")
    more = table.replace("<table", '<table xml:id="t1"', 1) if "#t1" in tei else ""
    body = tei if tei.startswith("<") and not tei.startswith("<hi") else f"<p>{tei}</p>"
    text = f"<body>{body}{more}</body>"
    if tei.startswith("<back"):
        text = f"<body><p/></body>{tei}"
    page = plain(HEADER.format(text=text), reading).split("***\n\n", 1)[-1]
    words, _, notes = page.partition("## Notes")
    wanted = words.partition("\n\n")[0] if more else words
    return wanted.strip(), notes.strip()


@pytest.mark.shared
@pytest.mark.parametrize("example", examples(), ids=lambda one: one[0][:40])
def test_example(example: tuple[str, str, str, str]) -> None:
    """Plain text, the notes, and the diplomatic text where the sheet gives it."""
    tei, reading, diplomatic, notes = (
        part.replace("⏎", "\n").replace("⇥", "\t") for part in example
    )
    words, under = text_of(tei, "reading")
    assert words == reading
    assert not notes or under == notes
    assert not diplomatic or text_of(tei, "diplomatic")[0] == diplomatic


@pytest.mark.shared
def test_there_are_examples() -> None:
    """A sheet that is written otherwise must not pass because nothing of it is found."""
    assert len(examples()) >= 18
