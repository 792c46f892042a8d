"""Several letters in one file: each part of the text chooses its own by @decls."""

import re
from pathlib import Path

import pytest
from editio.checks.gate import unchecked
from editio.edition.project import discover
from editio.edition.texts.correspondence import letters as ordering
from editio.model.letters import letters
from editio.render.build import Plan, build
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
TO = '<correspAction type="received"><persName>Cal Hay</persName></correspAction>'
NEXT = '<correspContext><ref type="next-in-corresp" target="book.xml#d3">so</ref></correspContext>'
BACK = '<correspContext><ref type="prev" target="x20.xml">so</ref></correspContext>'
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
    (known,) = ordering(unchecked(*discover(tmp_path)).edition.texts[0])
    assert (known.day, known.parties) == ("1801-04-07", (("Ben Oats", "Ben Oats"),))


def test_each_counts_in_lists_and_orders(tmp_path: Path) -> None:
    """A file stands by its first letter; lists, calendar, correspondences have each by itself, at
    its place; a letter of another file leads to the part that is the one before.
    """
    whole = "".join(
        LETTER.format(id=f"m{n}", sender="Ann Rye", day=f"1802-01-{n:02}").replace(
            "</correspDesc>", f"{TO}{more}</correspDesc>"
        )
        for n, more in enumerate(["", "", BACK], 1)
    )
    divs = "".join(
        f'<div xml:id="d{n}" decls="#m{n}"><head>To Cal {n}</head><p>Dear Cal.</p></div>'
        for n in range(1, 4)
    )
    book = FRAME.format(letters=whole, text=f"<text><body>{divs}</body></text>")
    (tmp_path / "book.xml").write_text(book.replace('xml:id="case"', 'xml:id="book"'), "utf-8")
    for n in range(21):
        one = LETTER.format(id="k", sender="Ann Rye", day=f"1801-05-{n + 1:02}")
        one = one.replace("</correspDesc>", f"{TO}{NEXT if n == 20 else ''}</correspDesc>")
        text = FRAME.format(letters=one, text="<text><body><p>Dear Cal.</p></body></text>")
        (tmp_path / f"x{n:02}.xml").write_text(text.replace('"case"', f'"x{n:02}"'), "utf-8")
    edition = unchecked(*discover(tmp_path)).edition
    assert [one.id for one in edition.texts][-1] == "book"
    out = tmp_path / "out"
    assert build(Plan(edition, ("html",), out, cached=False)).diagnostics == ()
    pages = {one.relative_to(out).as_posix(): one.read_text("utf-8") for one in out.rglob("*.html")}
    home = pages["index.html"]
    assert [home.index(f'href="book.html#d{n}"') for n in (1, 2, 3)] == sorted(
        home.index(f'href="book.html#d{n}"') for n in (1, 2, 3)
    )
    assert 'href="../book.html#d2"' in pages["lists/calendar-1802.html"]
    assert 'title="To Cal 2">2' in pages["lists/calendar-1802.html"]
    (partner,) = (page for name, page in pages.items() if name.startswith("lists/with-"))
    assert [partner.count(f'href="../book.html#d{n}"') for n in (1, 2, 3)] == [1, 1, 1]
    assert 'href="book.html#d3"' in pages["x20.html"]
    assert 'href="x20.html"' in pages["book.html"]
