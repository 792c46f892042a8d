"""The requirement sheet for manuscripts, dictionaries, speech and inscriptions, to the letter.

The sheet lies outside (EDITIO_SHARED): examples of TEI, each followed by the plain text that must
come of it.
"""

import re

import pytest

from tests.rules.outputs import plain
from tests.shared import SHARED

HEADER = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="case" xml:lang="en"><teiHeader>
<fileDesc><titleStmt><title>Case</title></titleStmt><publicationStmt><p>none</p></publicationStmt>
<sourceDesc><p>none</p></sourceDesc></fileDesc><profileDesc><particDesc><listPerson>{people}</listPerson>
</particDesc></profileDesc></teiHeader>{text}</TEI>"""
FENCED = re.compile(r"```(xml)?\n(.*?)\n```", re.S)


def _blocks(section: int) -> list[str]:
    """Return the fenced blocks of a section of the sheet, the example first."""
    sheet = (SHARED / "genres-b.md").read_text("utf-8")
    (part,) = re.findall(rf"^## {section} .*?(?=^## \d|\Z)", sheet, re.S | re.M)
    return [words for _, words in FENCED.findall(part)]


def _text(case: str, reading: str = "reading", people: str = "") -> str:
    inside = case if case.startswith("<sourceDoc") else f"<text><body>{case}</body></text>"
    page = plain(HEADER.format(people=people, text=inside), reading)
    return page.split("***\n\n", 1)[-1].strip("\n")


@pytest.mark.shared
def test_documentary_transcription() -> None:
    """A source document is read in one line and shown as it is written."""
    case, wanted = _blocks(3)[:2]
    reading, _, diplomatic = wanted.partition("\n\n")
    assert _text(case) == reading
    assert _text(case, "diplomatic") == diplomatic


@pytest.mark.shared
@pytest.mark.parametrize("section", [4, 5, 7])
def test_manuscripts_dictionaries_inscriptions(section: int) -> None:
    """The plain text of the example is that of the sheet."""
    case, wanted = _blocks(section)[:2]
    assert _text(case) == wanted


@pytest.mark.shared
def test_speech() -> None:
    """Turns stand under the names of the list of participants."""
    case, wanted = _blocks(6)[:2]
    people = "".join(
        f'<person xml:id="{name.split()[0].lower()}"><persName>{name}</persName></person>'
        for name in sorted(set(re.findall(r"^\(?(\w+ \w+):", wanted, re.M)))
    )
    assert _text(case, people=people) == wanted


@pytest.mark.shared
def test_tokens() -> None:
    """Words in elements of their own are the words that one writes."""
    sheet = (SHARED / "genres-b.md").read_text("utf-8")
    (wanted,) = re.findall(r"^Plain `(Do.*?)`", sheet, re.M)
    assert _text(f"<p>{_blocks(8)[0]}</p>") == wanted
