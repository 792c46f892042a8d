"""Formulas of a book are drawn: each part where it belongs, in its line, and told in words."""

import re
from base64 import b64decode
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from editio.edition.edition import load
from editio.edition.project import discover
from editio.engines.paged import composition, formulas, setter
from editio.engines.paged.design import PLAIN
from editio.render.build import Plan, build
from latex2mathml.converter import convert
from lxml import etree

from tests.typesetting.pages import inside
from tests.typesetting.reading import given_back

MATH = (
    '<math xmlns="http://www.w3.org/1998/Math/MathML" alttext="told" data-linear="line">{}</math>'
)
PAGE = '<html lang="en"><title>t</title><body><p>Say {} here.</p></body></html>'

Extent = tuple[float, float, float, float]


def _page(tex: str, display: str = "inline") -> tuple[str, list[str]]:
    math = convert(tex, display=display).replace("<math ", '<math alttext="a" data-linear="l" ', 1)
    return formulas.drawn(math)


def _shapes(tex: str, display: str = "inline") -> list[Extent]:
    """Left, top, right and bottom of what is drawn; the line on which it stands is 0."""
    page, said = _page(tex, display)
    assert said == []
    found = re.search(r"base64,([^\"]+)", page)
    assert found is not None
    return [
        _extent(one) for one in etree.fromstring(b64decode(found[1])).iter("{*}path", "{*}rect")
    ]


def _extent(shape: etree._Element) -> Extent:
    if drawn := shape.get("d"):
        numbers = [float(one) for one in re.findall(r"-?[\d.]+", drawn)]
        across, down = numbers[::2], numbers[1::2]
        return min(across), min(down), max(across), max(down)
    x, y, width, height = (float(shape.get(key, "0")) for key in ("x", "y", "width", "height"))
    return x, y, x + width, y + height


def test_a_fraction_has_its_bar_between_its_parts() -> None:
    """And over the line, where a minus would be."""
    above, below, bar = _shapes(r"\frac{a}{b}")
    assert above[3] < bar[1] < bar[3] < below[1]
    assert bar[3] < 0 < below[3]
    assert bar[2] - bar[0] >= max(above[2] - above[0], below[2] - below[0])


def test_a_root_covers_what_it_is_of() -> None:
    """Its index stands before it, over the foot of the sign."""
    index, sign, letter, bar = sorted(_shapes(r"\sqrt[3]{x}"), key=lambda one: one[0] + one[2])
    assert bar[0] <= letter[0] and letter[2] <= bar[2] and bar[3] < letter[1]
    assert sign[3] >= letter[3] and sign[1] <= bar[1]
    assert index[3] < sign[3] and index[2] < letter[0]


def test_the_limits_of_a_sum() -> None:
    """Over and under it where the formula stands for itself, behind it in a line."""
    for display, apart in (("inline", False), ("block", True)):
        shapes = _shapes(r"\sum_{i=1}^n k", display)
        sign = max(shapes, key=lambda one: one[3] - one[1])
        over = [one for one in shapes if one[3] < sign[1]]
        under = [one for one in shapes if one[1] > sign[3]]
        assert (len(over), len(under)) == ((1, 3) if apart else (0, 0))
        behind = [one for one in shapes if one[0] >= sign[2] - 1]
        assert len(behind) == (1 if apart else 5)


def test_minus_and_blanks_are_as_they_are_written() -> None:
    """No part of a formula is swallowed by what the library does to its source."""
    assert len(_shapes("1x-2")) == 4
    _, said = formulas.drawn(MATH.format("<msqrt><mi>a</mi><mo>+</mo><mi>b</mi></msqrt>"))
    assert said == []
    one, two = _shapes(r"x \text{ } y")[0], _shapes(r"x \text{ } y")[-1]
    assert two[0] - one[2] > _shapes("xy")[1][0] - _shapes("xy")[0][2]


def test_a_formula_stands_on_its_line() -> None:
    """It goes below the line by as much as it is drawn there, in the size of the words around."""
    page, _ = _page(r"\frac{a}{b}")
    document, said = setter.lay_out(PAGE.format(page))
    assert said == []
    boxes = list(inside(document.pages[0]))
    (picture,) = [one for one in boxes if one.element_tag == "img"]
    words = next(one for one in boxes if getattr(one, "text", "").startswith("Say"))
    depth = max(shape[3] for shape in _shapes(r"\frac{a}{b}")) / 20 * 0.9
    below = picture.position_y + picture.height - words.position_y - words.baseline
    assert below / words.style["font_size"] == pytest.approx(depth, abs=0.01)


@pytest.mark.parametrize(
    ("math", "paths"),
    [("<mfenced><mi>a</mi><mi>b</mi></mfenced>", 5), ("<mi>a</mi><mtext> </mtext><mtext/>", 1)],
)
def test_fences_and_texts_without_words(math: str, paths: int) -> None:
    """Fences and their comma are drawn, and a text without words keeps nothing from being drawn."""
    page, said = formulas.drawn(MATH.format(math))
    assert said == []
    found = re.search(r"base64,([^\"]+)", page)
    assert found is not None and b64decode(found[1]).count(b"<path") == paths


@pytest.mark.parametrize(
    "math",
    ["", "<mfrac><mi>a</mi></mfrac>", "<mi>\u6f22</mi>", "x + y", "<maction><mi>x</mi></maction>",
     "<mrow><mi>x</mi><mtext>a<b>c</b></mtext></mrow>"],
)  # fmt: skip
def test_what_cannot_be_drawn_whole_is_a_line_and_told(math: str) -> None:
    """A part that is missing, a character without a form, words and elements nobody draws."""
    page, said = formulas.drawn(MATH.format(math))
    assert page == "line"
    assert said == ["the formula line cannot be drawn: its signs stand in a line"]


def test_the_press_has_black_ink_alone() -> None:
    """As for everything else that it prints."""
    page = PAGE.format(MATH.format("<mfrac><mi>a</mi><mi>b</mi></mfrac>"))
    pressed = composition.for_press(composition.compose(page, PLAIN), PLAIN)
    with pikepdf.open(BytesIO(pressed)) as pdf:
        streams = [one for one in pdf.objects if isinstance(one, pikepdf.Stream)]
        forms = [one.read_bytes() for one in streams if one.get("/Length1") is None]
    assert not re.search(rb"\d (?:rg|RG)\s", b"\n".join(forms))


MATRIX = r"\begin{matrix}a&{b}<1>0\end{matrix}"
TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="t" xml:lang="en"><teiHeader><fileDesc>
<titleStmt><title>Sums</title></titleStmt><publicationStmt><p>A press.</p></publicationStmt>
<sourceDesc><p>Made up.</p></sourceDesc></fileDesc></teiHeader><text><body>
<p>Half is <formula notation="TeX">\\frac{1}{2}</formula>, a square
<formula><math xmlns="http://www.w3.org/1998/Math/MathML"><msup><mi>r</mi><mn>2</mn></msup></math>
</formula>; nobody draws <formula><math xmlns="http://www.w3.org/1998/Math/MathML"><maction><mi>q</mi>
</maction></math></formula>, and
<formula notation="TeX">\\begin{matrix}a&amp;{b}&lt;1>0\\end{matrix}</formula>.</p>
<formula notation="TeX" rend="block">\\sum_{i=1}^n i</formula>
<figure><formula><math xmlns="http://www.w3.org/1998/Math/MathML"><mi>E</mi></math></formula>
<figDesc>Energy</figDesc></figure></body></text></TEI>"""


def test_a_book_says_in_words_what_it_draws(tmp_path: Path) -> None:
    """In TeX, as its figure is described, or by its signs; the same bytes whenever it is built."""
    (tmp_path / "t.xml").write_text(TEI, "utf-8")
    edition, _ = load(discover(tmp_path)[0])
    made = [build(Plan(edition, ("pdf",), tmp_path / out, cached=False)) for out in ("a", "b")]
    said = "the PDF engine says: the formula q cannot be drawn: its signs stand in a line"
    (undrawn,) = (one for one in made[0].diagnostics if one.message == said)
    assert (undrawn.code, undrawn.file, undrawn.line, undrawn.column) == ("O003", "t.xml", 6, 26)
    for name in ("t", "edition"):
        file, again = (tmp_path / out / "pdf" / f"{name}.pdf" for out in ("a", "b"))
        assert file.read_bytes() == again.read_bytes()
        with pikepdf.open(file) as pdf:
            found = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary)]
            words = [str(one.Alt) for one in found if one.get("/S") == "/Formula"]
            with pdf.open_metadata() as metadata:
                assert metadata["pdfuaid:part"] == "1"
        assert words == [r"\frac{1}{2}", "r^2", MATRIX, r"\sum_{i=1}^n i", "Energy"]
        assert "nobody draws q," in " ".join(given_back(file).split())
