"""Faces of the edition's own: when they are asked, how they are named, what is refused."""

from pathlib import Path

import pytest
from editio.edition.project import discover
from editio.engines.paged import cutting, setter
from editio.engines.paged.design import Design
from editio.render.cache import _key
from editio.render.job import Job

from tests.typesetting.letters import collection, font, variable
from tests.typesetting.reading import faces


def test_the_edition_s_own_faces_are_asked_before_ours(tmp_path: Path) -> None:
    """But after EB Garamond, which keeps all that it has."""
    font(tmp_path / "own.ttf", "Own", "שa")
    (tmp_path / "edition.toml").write_text('[print]\nfaces = ["own.ttf"]\n', "utf-8")
    design = discover(tmp_path)[0].settings.print
    assert design.css().count('--faces: "EB Garamond", "Own", "Cardo"') == 1
    document, _ = setter.lay_out("<p>a ש</p>", design)
    file = tmp_path / "o.pdf"
    file.write_bytes(document.write_pdf())
    used = {name.partition("-Regular")[0] for name in faces(file)}
    assert used == {"EB-Garamond", "Own"}


def test_a_face_of_a_collection_is_named(tmp_path: Path) -> None:
    """By its PostScript name; the first without one; a wrong one is told with those there are."""
    one, two = (font(tmp_path / f"{n}.ttf", f"Face {n}", "ש") for n in "ab")
    collection(tmp_path / "both.ttc", one, two)
    for name, family in (("both.ttc", "Face a"), ("both.ttc#Faceb-Regular", "Face b")):
        (tmp_path / "edition.toml").write_text(f'[print]\nfaces = ["{name}"]\n', "utf-8")
        assert [face.family for face in discover(tmp_path)[0].settings.print.faces] == [family]
    (tmp_path / "edition.toml").write_text('[print]\nfaces = ["both.ttc#C"]\n', "utf-8")
    assert "Facea-Regular, Faceb-Regular" in discover(tmp_path)[1][0].message


@pytest.mark.parametrize(("weight", "style"), [(0, "Regular"), (700, "Bold")])
def test_a_variable_face_with_curves_of_postscript_is_cut(weight: int, style: str) -> None:
    """CFF2, which no PDF embeds, becomes CFF; the name says the weight."""
    cut = cutting.instance(variable(), weight)
    assert ("CFF " in cut, {"CFF2", "fvar"} & set(cut.keys())) == (True, set())
    assert cut["name"].getDebugName(2) == style


@pytest.mark.parametrize(
    ("family", "embedding", "reason"),
    [
        ("Cardo", 0, "comes with editio"),
        ("Other", 2, "forbids to be embedded"),
        ("First", 0, "was named before"),
    ],
)
def test_faces_that_cannot_be_set(tmp_path: Path, family: str, embedding: int, reason: str) -> None:
    """Each is told at the line and column of its name."""
    font(tmp_path / "first.ttf", "First", "ש")
    font(tmp_path / "bad.ttf", family, "ש", embedding=embedding)
    table = '[print]\nfaces = [\n  "first.ttf",\n  "bad.ttf",\n]\n'
    (tmp_path / "edition.toml").write_text(table, "utf-8")
    (found,) = (one for one in discover(tmp_path)[1] if one.code != "C001")
    assert (found.code, found.line, found.column) == ("C006", 4, 4)
    assert reason in found.message


@pytest.mark.parametrize("share", [0, 0.001, 0.3, 0.5, 0.9, 0.99])
def test_a_font_that_is_cut_off_is_told(tmp_path: Path, share: float) -> None:
    """Wherever it ends: not met with a fault of ours while the book is set."""
    whole = font(tmp_path / "half.ttf", "Whole", "ש").read_bytes()
    (tmp_path / "half.ttf").write_bytes(whole[: int(share * len(whole))])
    (tmp_path / "edition.toml").write_text('[print]\nfaces = ["half.ttf"]\n', "utf-8")
    assert [one.code for one in discover(tmp_path)[1]] == ["C006"]


@pytest.mark.parametrize(
    "junk", [b"wOF2" + b"x" * 99, b"ttcf" + b"\0" * 99, b"<svg/>", b"\0\1\0\0\xff"]
)
def test_what_is_no_font_is_told(tmp_path: Path, junk: bytes) -> None:
    """Bytes of any kind under the name of a font."""
    (tmp_path / "half.ttf").write_bytes(junk)
    (tmp_path / "edition.toml").write_text('[print]\nfaces = ["half.ttf"]\n', "utf-8")
    assert [one.code for one in discover(tmp_path)[1]] == ["C006"]


def _job(root: Path) -> Job:
    design: Design = discover(root)[0].settings.print
    return Job("t", "t.xml", "<TEI/>", "", ("pdf",), design=design)


def test_what_is_kept_depends_on_what_is_in_the_font(tmp_path: Path) -> None:
    """The same font elsewhere is the same; another font of that name is not."""
    for folder, side in (("a", 600), ("b", 600), ("c", 300)):
        font(tmp_path / folder / "own.ttf", "Own", "ש", side)
        settings = '[print]\nfaces = ["own.ttf"]\n'
        (tmp_path / folder / "edition.toml").write_text(settings, "utf-8")
    (tmp_path / "b/own.ttf").write_bytes((tmp_path / "a/own.ttf").read_bytes())
    first, same, other = (_key(_job(tmp_path / folder)) for folder in "abc")
    assert first == same != other
