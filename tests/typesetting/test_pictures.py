"""What a page may show is handed over by value; nothing else is opened."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from editio.edition.edition import load
from editio.edition.project import discover
from editio.engines.paged import composition, setter
from editio.engines.paged.design import Design
from editio.render.build import Plan, build
from PIL import Image

PAGE = '<html lang="en"><title>t</title><body><p><img alt="A mill" src="{}"></p></body></html>'


def _picture() -> bytes:
    made = BytesIO()
    Image.new("L", (40, 30), 128).save(made, "png")
    return made.getvalue()


@pytest.mark.parametrize("address", ["img/mill.png", "./img/mill.png", "img/../img/mill%2Epng"])
def test_a_picture_that_was_handed_over_is_shown(address: str) -> None:
    """However its address is written: it is the same file."""
    page = PAGE.format(address)
    document, said = setter.lay_out(page, files={"img/mill.png": _picture()})
    assert said == []
    (box,) = [one for one in document.pages[0]._page_box.descendants() if one.element_tag == "img"]
    assert box.width > 10


@pytest.mark.parametrize(("mode", "kind"), [("RGB", "JPEG"), ("RGBA", "PNG"), ("P", "GIF")])
def test_the_press_has_pictures_in_grey_and_no_finer_than_it_prints(mode: str, kind: str) -> None:
    """The file for reading has them as they are."""
    made = BytesIO()
    Image.new("RGB", (3000, 900), "red").convert(mode).save(made, kind)
    page = PAGE.format("mill.png").replace("<img", '<img style="width: 100mm"')
    composed = composition.compose(page, Design(), {"mill.png": made.getvalue()})
    read, press = composition.for_reading(composed, ()), composition.for_press(composed, Design())
    assert composed.said == []
    assert [one[0] for one in _images(read)] == ["/DeviceRGB"]
    ((space, width),) = _images(press)
    assert space == "/DeviceGray"
    assert abs(width - 100 / 25.4 * 300) < 2


def _images(data: bytes) -> list[tuple[str, int]]:
    """The colour space and the width of each picture in a PDF, masks left out."""
    with pikepdf.open(BytesIO(data)) as pdf:
        found = [one for one in pdf.objects if isinstance(one, pikepdf.Stream)]
        masks = [one.SMask.objgen for one in found if "/SMask" in one]
        return [
            (str(one.ColorSpace), int(one.Width))
            for one in found
            if one.get("/Subtype") == "/Image" and one.objgen not in masks
        ]


@pytest.mark.complaints
@pytest.mark.parametrize("scheme", ["", "file://", "http://127.0.0.1:9"])
def test_every_other_address_is_refused_and_told(scheme: str, tmp_path: Path) -> None:
    """A file of the machine, one of the web, one that nobody handed over."""
    (tmp_path / "mill.png").write_bytes(_picture())
    document, said = setter.lay_out(PAGE.format(f"{scheme}{tmp_path}/mill.png"))
    assert len(said) == 1
    assert "not opened" in said[0]
    assert "A mill" in "".join(
        getattr(box, "text", "") for box in document.pages[0]._page_box.descendants()
    )


TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="one" xml:lang="en"><teiHeader><fileDesc>
<titleStmt><title>Mills</title></titleStmt><publicationStmt><p>A press.</p></publicationStmt>
<sourceDesc><p>Made up.</p></sourceDesc></fileDesc></teiHeader><text><body><p>See.</p>
<figure><graphic url="img/mill.png"/><head>The mill</head></figure>
<figure><graphic url="../../../outside.png"/><figDesc>Not ours.</figDesc></figure>
<figure><graphic url="https://example.org/far.png"/><figDesc>Far away.</figDesc></figure>
</body></text></TEI>"""


@pytest.mark.complaints
def test_a_picture_of_a_text_stands_in_its_offprint_and_in_the_volume(tmp_path: Path) -> None:
    """With its caption as the alternative where it has no description; none from outside: what is
    not there is no picture without content, but its words.
    """
    root = tmp_path / "edition"
    (root / "tei" / "texts" / "img").mkdir(parents=True)
    (root / "tei" / "texts" / "one.xml").write_text(TEI, "utf-8")
    for file in (root / "tei" / "texts" / "img" / "mill.png", tmp_path / "outside.png"):
        file.write_bytes(_picture())
    project, _ = discover(root)
    edition, _ = load(project)
    build(Plan(edition, ("pdf",), tmp_path / "out", cached=False))
    for name in ("one", "edition"):
        with pikepdf.open(tmp_path / "out" / "pdf" / f"{name}.pdf") as made:
            found = [one for one in made.objects if isinstance(one, pikepdf.Dictionary)]
            told = [str(one.Alt) for one in found if one.get("/S") == "/Figure"]
            assert told == ["The mill"]
            streams = [one for one in made.objects if isinstance(one, pikepdf.Stream)]
            assert len([one for one in streams if one.get("/Subtype") == "/Image"]) == 1
