"""The finished files: what archives, printers and blind readers need of them."""

import os
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from editio.engines.paged import setter

from tests.typesetting.books import built, folder
from tests.typesetting.reading import given_back
from tests.typesetting.vera import broken_rules

FILES = ("one.pdf", "two.pdf", "edition.pdf")
MM = 72 / 25.4


@pytest.mark.judge
def test_archives_and_readers_accept_them() -> None:
    """PDF/A-3a and PDF/UA-1 in one file, by the judgement of veraPDF; the one for the press is no
    PDF/A, so that the judge is seen to say no.
    """
    press = built() / "press" / "one.pdf"
    found = broken_rules(*(built() / name for name in FILES), press)
    assert [one for one in found if not one.startswith(str(press))] == []
    assert found


@pytest.mark.slow
def test_the_sources_are_attached_as_they_are() -> None:
    """Byte for byte, as the source that the PDF was made from."""
    with pikepdf.open(built() / "one.pdf") as pdf:
        assert [str(one.AFRelationship) for one in pdf.Root.AF] == ["/Source"]
        found = pdf.attachments["one.xml"].get_file().read_bytes()
    assert found == (folder() / "tei" / "texts" / "one.xml").read_bytes()
    with pikepdf.open(built() / "edition.pdf") as pdf:
        assert sorted(pdf.attachments) == [
            "tei-registers-persons.xml", "tei-texts-one.xml", "tei-texts-two.xml",
        ]  # fmt: skip


def test_the_index_says_who_is_meant() -> None:
    """In the words of the register, below the pages; its other remarks are not for the book."""
    found = given_back(built() / "edition.pdf").replace("\r\n", "\n")
    assert re.search(r"Lenin, Vladimir, [\d–, n]+\nHead of the Soviet government\n", found)
    assert "He wrote." not in found


def test_what_catalogues_read() -> None:
    """Title, author, language, date of the edition; nothing of the day it was made."""
    with pikepdf.open(built() / "one.pdf") as pdf, pdf.open_metadata() as xmp:
        assert xmp["dc:title"] == "A First Book: On Things"
        assert xmp["dc:creator"] == ["Ada Scholar"]
        assert {*xmp["dc:language"]} == {"en"}
        assert xmp["xmp:CreateDate"].startswith("2026-01-02")
        assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("3", "A")
        assert xmp["pdfuaid:part"] == "1"
        assert str(pdf.Root.Lang) == "en"


def test_passages_have_their_language_and_notes_are_notes() -> None:
    """Latin words are Latin to a voice; a note is told from the text around it."""
    with pikepdf.open(built() / "one.pdf") as pdf:
        elements = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary)]
        assert any(str(one.get("/Lang", "")) == "la" for one in elements)
        notes = [one for one in elements if one.get("/S") == pikepdf.Name.Note]
        assert len({str(one.ID) for one in notes}) == len(notes) >= 3


def test_bookmarks_name_headings_without_their_notes() -> None:
    """The number of a note to a heading does not leak into its bookmark."""
    with pikepdf.open(built() / "one.pdf") as pdf, pdf.open_outline() as outline:
        titles = [str(inner.title) for one in outline.root for inner in (one, *one.children)]
    assert "First things" in titles
    assert "A First Book: On Things" in titles


def test_pages_are_labelled_as_they_are_numbered() -> None:
    """Front matter in roman numbers, the texts in Arabic ones from 1."""
    with pikepdf.open(built() / "edition.pdf") as pdf:
        labels = [page.label for page in pdf.pages]
    start = labels.index("1")
    assert labels[:3] == ["i", "ii", "iii"]
    assert start % 2 == 0, "the first text begins on a right-hand page"
    assert labels[start : start + 2] == ["1", "2"]


def test_the_press_gets_the_same_pages_in_black_with_boxes() -> None:
    """Trim and bleed as asked for, no links, no colour but black ink."""
    with pikepdf.open(built() / "one.pdf") as read, pikepdf.open(built() / "press/one.pdf") as pdf:
        assert len(pdf.pages) == len(read.pages)
        for page in pdf.pages:
            assert _size(page.TrimBox) == pytest.approx((148 * MM, 210 * MM), abs=0.01)
            assert _size(page.BleedBox) == pytest.approx((154 * MM, 216 * MM), abs=0.01)
            assert "/Annots" not in page
            painted = page.Contents.read_bytes()
            assert re.search(rb"(?m)[\d.]+ [\d.]+ [\d.]+ (rg|RG)$", painted) is None


@pytest.mark.parametrize("name", FILES)
def test_the_press_gets_every_glyph_at_its_place(name: str) -> None:
    """What is shown, and where: page by page the same as in the file for reading."""
    with pikepdf.open(built() / name) as read, pikepdf.open(built() / "press" / name) as pdf:
        pages = [
            (_shown(one), _shown(other)) for one, other in zip(read.pages, pdf.pages, strict=True)
        ]
    assert sum(len(one) for one, _ in pages) > 100
    assert [number for number, (one, other) in enumerate(pages, 1) if one != other] == []


def _shown(page: pikepdf.Page) -> list[bytes]:
    """The instructions of a page that show text or say where (ISO 32000-1, 9.4)."""
    return [
        pikepdf.unparse_content_stream([one])
        for one in pikepdf.parse_content_stream(page)
        if str(one.operator) in {"Tm", "TJ", "Tj", "Td"}
    ]


@pytest.mark.parametrize("name", [*FILES, *(f"press/{name}" for name in FILES)])
def test_the_syntax_is_sound(name: str) -> None:
    """What `qpdf --check` examines: cross references, streams, page tree; by the same library."""
    with pikepdf.open(built() / name) as pdf:
        assert pdf.check_pdf_syntax() == []


def _size(box: Any) -> tuple[float, float]:
    left, bottom, right, top = (float(one) for one in box)
    return right - left, top - bottom


def test_faces_are_ours_and_embedded() -> None:
    """No face of the system: those that were asked for, embedded in subsets, with their Unicode."""
    with pikepdf.open(built() / "edition.pdf") as pdf:
        found = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary)]
        fonts = [one for one in found if one.get("/Subtype") == "/Type0"]
        assert all("/ToUnicode" in one for one in fonts)
        described = [one for one in found if one.get("/Type") == "/FontDescriptor"]
        assert len(described) == len(fonts) > 2
        assert all({"/FontFile2", "/FontFile3"} & {*one.keys()} for one in described)
        names = {str(one.FontName) for one in described}
    assert all(re.match(r"/[A-Z]{6}\+", name) for name in names), names
    assert all("EB" in name and "Garamond" in name for name in names), names
    assert b"SIL OPEN FONT LICENSE" in (built() / "OFL.txt").read_bytes().upper()


@pytest.mark.parametrize("name", FILES)
def test_links_lead_to_places_in_the_book_or_on_the_web(name: str) -> None:
    """None to a file of the machine that the book was made on."""
    with pikepdf.open(built() / name) as pdf:
        found = [
            one.A for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/A" in one
        ]
        assert {str(one.URI) for one in found if "/URI" in one} == {"https://example.org/"}


AGAIN = """
import hashlib, sys
sys.path.insert(0, {here!r})
from tests.typesetting.books import built
for path in sorted(built().glob("*.pdf")):
    print(path.name, hashlib.sha256(path.read_bytes()).hexdigest())
"""


@pytest.mark.slow
def test_another_process_makes_the_same_bytes() -> None:
    """Another hash seed, another time zone, another hour: the same files."""
    here = str(Path(__file__).parents[2])
    said = [
        subprocess.run(
            [sys.executable, "-c", AGAIN.format(here=here)],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
            timeout=300,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Kathmandu"))
    ]
    assert said[0] == said[1]


def test_a_word_divided_at_the_end_of_a_line_is_whole_for_those_who_read_it() -> None:
    """The hyphen of the line is a soft one; a hyphen of the text stays one."""
    narrow = "<p lang='en' style='width: 14mm; hyphens: auto; word-spacing: -0.05em'>{}</p>"
    page = f"<html lang='en'><title>t</title><body>{narrow}</body></html>"
    document, _ = setter.lay_out(page.format("Considerations concerning administration."))
    content = _content(document.write_pdf())
    divided = sum(
        box.text.endswith("\u2010")
        for box in document.pages[0]._page_box.descendants()
        if type(box).__name__ == "TextBox"
    )
    assert divided > 1
    assert content.count(b"/Span <</ActualText <FEFF00AD>>> BDC") == divided
    hard, _ = setter.lay_out(page.format("Tea\u2010pot\u2010makers\u2010of\u2010old\u2010days"))
    assert b"FEFF00AD" not in _content(hard.write_pdf())


def _content(pdf: bytes) -> bytes:
    with pikepdf.open(BytesIO(pdf)) as opened:
        return b"".join(page.Contents.read_bytes() for page in opened.pages)
