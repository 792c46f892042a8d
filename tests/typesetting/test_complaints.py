"""What the engine cannot set is told where it stands."""

from pathlib import Path

import pytest
from editio.diagnostics import Diagnostic
from editio.edition.edition import load
from editio.edition.project import discover
from editio.render.build import Plan, build

from tests.typesetting.reading import given_back

TEXT = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="t" xml:lang="en"><teiHeader><fileDesc>
<titleStmt><title>T</title></titleStmt><publicationStmt><p/></publicationStmt>
<sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body>
<p>Greek Σωκράτης, Russian Политбюро,
 and <foreign>{}</foreign>.</p></body></text></TEI>"""


# More than a reader can do without a face.
MANY = 200


def _said(folder: Path, word: str) -> tuple[Diagnostic, ...]:
    (folder / "t.xml").write_text(TEXT.format(word), "utf-8")
    edition, _ = load(discover(folder)[0])
    return build(Plan(edition, ("pdf",), folder / "out", cached=False)).diagnostics


@pytest.mark.complaints
def test_a_character_without_a_form_is_an_error_at_its_place(tmp_path: Path) -> None:
    """No empty boxes in a book: the build stops at the line and column of the first one."""
    (found,) = _said(tmp_path, "\N{GOTHIC LETTER GIBA}" * MANY)
    assert (found.code, found.line, found.column) == ("O005", 5, 15)
    assert "GOTHIC LETTER GIBA" in found.message
    assert not (tmp_path / "out" / "pdf").exists()


@pytest.mark.complaints
def test_what_needs_no_face_is_published_without_the_book(tmp_path: Path) -> None:
    """Pages and plain text are there, no page leads to a PDF, why there is none is told once."""
    words = "𐌲𐌿𐌸" * MANY
    (tmp_path / "t.xml").write_text(TEXT.format(words), "utf-8")
    edition, _ = load(discover(tmp_path)[0])
    out = tmp_path / "out"
    built = build(Plan(edition, ("html", "pdf", "text"), out, cached=False))
    assert set(built.written) == {"html", "text"}
    assert words in (out / "text" / "reading" / "t.txt").read_text("utf-8")
    assert "pdf" not in (out / "t.html").read_text("utf-8")
    (found,) = [one for one in built.diagnostics if one.code in {"O005", "O029"}]
    assert (found.code, found.severity, found.line, found.column) == ("O029", "warning", 5, 15)
    assert "GOTHIC LETTER GIBA" in found.message
    assert found.message.endswith("and 2 more")


def test_the_number_of_a_rare_character_stands_in_its_place(tmp_path: Path) -> None:
    """One ornament or one letter for private use costs no book; each is told once, at its place."""
    first, second = _said(tmp_path, "so\u2749 \ue5d1\ufe0f")
    assert (first.code, first.severity, first.line, first.column) == ("O030", "warning", 5, 17)
    assert "BALLOON-SPOKED ASTERISK" in first.message
    assert (second.code, second.line, second.column) == ("O030", 5, 19)
    for name in ("t", "edition"):
        assert "so‹U+2749› ‹U+E5D1›" in given_back(tmp_path / "out" / "pdf" / f"{name}.pdf")


def test_greek_and_cyrillic_are_in_the_face(tmp_path: Path) -> None:
    """They need no other face, and separators of lines and paragraphs need none."""
    assert _said(tmp_path, "Ἀθῆναι, Ђорђе, one\u2028two\u2029three") == ()


PERSONS = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="persons"><teiHeader><fileDesc>
<titleStmt><title>P</title></titleStmt><publicationStmt><p/></publicationStmt>
<sourceDesc><p/></sourceDesc></fileDesc></teiHeader><standOff><listPerson>
<person xml:id="wulfila"><persName type="preferred">Wulfila &#x10332;</persName></person>
</listPerson></standOff></TEI>"""


@pytest.mark.complaints
def test_what_the_volume_alone_shows_is_told_where_it_is_written(tmp_path: Path) -> None:
    """A name in the index comes from a register: its line is told, and told once."""
    for file, words in (
        ("tei/texts/t.xml", TEXT.format('<persName ref="#wulfila">Ulfilas</persName>')),
        ("tei/registers/persons.xml", PERSONS),
        ("edition.toml", "[print]\npress = true\n"),
    ):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(words, "utf-8")
    edition, _ = load(discover(tmp_path)[0])
    (found,) = build(Plan(edition, ("pdf",), tmp_path / "out", cached=False)).diagnostics
    assert (found.code, found.file, found.line) == ("O030", "tei/registers/persons.xml", 4)
