"""Several letters in one file: each part of the text chooses its own by @decls."""

import re
from pathlib import Path

import pytest
from editio.checks.gate import unchecked
from editio.edition.project import discover
from editio.edition.texts.correspondence import letter
from editio.model.letters import letters
from lxml import etree

from tests.rules.outputs import READINGS, outputs, plain

FRAME = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="case" xml:lang="en"><teiHeader><fileDesc>'
    "<titleStmt><title>Two</title></titleStmt><publicationStmt><p>none</p></publicationStmt>"
    "<sourceDesc><p>none</p></sourceDesc></fileDesc><profileDesc>{letters}</profileDesc>"
    "</teiHeader>{text}</TEI>"
)
LETTER = (
    '<correspDesc xml:id="{id}"><correspAction type="sent"><persName>{sender}</persName>'
    '<date when="{day}"/></correspAction></correspDesc>'
)
ANN = LETTER.format(id="k1", sender="Ann Rye", day="1801-05-03")
BEN = LETTER.format(id="k2", sender="Ben Oats", day="1801-04-07")
TEXT = "<body><head>{head}</head><p>Dear friend.</p></body>"
CASES = {
    "texts of a group": (
        f'<text><group><text xml:id="t1" decls="#k1">{TEXT.format(head="Of hay")}</text>'
        f'<text xml:id="t2" decls="#k2">{TEXT.format(head="Of salt")}</text></group></text>'
    ),
    "divisions": (
        '<text><body><div xml:id="t1" decls="#k1"><head>Of hay</head><p>Dear friend.</p></div>'
        '<div xml:id="t2" decls="#k2"><head>Of salt</head><p>Dear friend.</p></div></body></text>'
    ),
}


@pytest.mark.parametrize("kind", CASES)
def test_each_is_told_with_its_part(kind: str) -> None:
    """The heading of the part leads to it, in every output; facts name its id."""
    case = FRAME.format(letters=ANN + BEN, text=CASES[kind])
    for reading in READINGS:
        head = plain(case, reading).splitlines()
        first = head.index("Letter: Of hay")
        assert head[first : first + 4] == [
            "Letter: Of hay", "From: Ann Rye, 3 May 1801", "Letter: Of salt",
            "From: Ben Oats, 7 April 1801",
        ]  # fmt: skip
    made = outputs(case)
    for name in ("reading.html", "print.html", "epub.xhtml"):
        assert re.search(r't2"[^>]*>Of salt</a>', made[name]), name
        assert made[name].index(">Of hay</a>") < made[name].index("Ann Rye")
    facts = etree.fromstring(made["facts.xml"])
    assert [one.part for one in letters(facts)] == ["t1", "t2"]


def test_a_text_that_chooses_one(tmp_path: Path) -> None:
    """The other letter is none of it: it dates nothing, and is a remark about the text."""
    case = FRAME.format(
        letters=ANN + BEN, text=f'<text decls="#k2">{TEXT.format(head="Of salt")}</text>'
    )
    head = plain(case, "reading").splitlines()
    assert "From: Ben Oats, 7 April 1801" in head
    assert "Date: 7 April 1801" in head
    assert not [line for line in head if "Ann Rye" in line or line.startswith("Letter:")]
    assert "Ann Rye" in outputs(case)["reading.html"]
    (tmp_path / "case.xml").write_text(case, "utf-8")
    known = letter(unchecked(*discover(tmp_path)).edition.texts[0])
    assert known is not None
    assert (known.day, known.parties) == ("1801-04-07", (("Ben Oats", "Ben Oats"),))
