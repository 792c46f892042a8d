"""Faces of the edition's own: cut to what the pages hold, unless their maker does not want it."""

from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from editio.diagnostics import Diagnostic
from editio.edition.config.site import Asset, Site
from editio.formats.site import fonts
from editio.formats.site.own_faces import characters, cut, described, faces
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.DefaultTable import DefaultTable

CASES = Path(__file__).parents[1] / "checks/cases/C023"
PAGE = "<p>Zwei \u00c4hren e\u0301 \U0001d504</p>".encode()
BOXES = {0x20, ord("A"), ord("B"), 0x2019, 0x416}


def published(name: str, data: bytes) -> tuple[Any, list[Diagnostic]]:
    """Return a face as it is published with the page, and what is told of it."""
    told: list[Diagnostic] = []
    site = Site(faces=(name,), assets=(Asset(name, data), Asset("site/more.css", b".x {}")))
    project = SimpleNamespace(settings=SimpleNamespace(site=site))
    source = SimpleNamespace(project=project)
    whole: Any = SimpleNamespace(edition=source, store=None, report=told.append)
    ((path, made),) = faces(whole, [("a.html", PAGE), ("b.json", "Ж".encode())]).items()
    assert (path, made[:4]) == (name.rpartition(".")[0] + ".woff2", b"wOF2")
    return TTFont(BytesIO(made)), told


def test_a_face_has_what_the_pages_hold() -> None:
    """Every character of them that it had, in either case, composed and not; features, axes and
    names stay.
    """
    whole = fonts.files()["assets/fonts/source-serif-4-latin.woff2"]
    font, told = published("site/Own.woff2", whole)
    assert font.reader.file.seek(0, 2) < 0.6 * len(whole)
    known = set(font.getBestCmap())
    assert set(map(ord, "ZzÄäe\u0301\u00e9\u00c9")) <= known
    assert not set(map(ord, "\u0175\u0142\u01d0")) & known
    features = {one.FeatureTag for one in font["GSUB"].table.FeatureList.FeatureRecord}
    assert {"smcp", "onum", "sups"} <= features
    assert [one.axisTag for one in font["fvar"].axes] == ["wght"]
    assert font["name"].getDebugName(0)
    assert told == []


def test_a_face_that_is_not_to_be_cut() -> None:
    """It is whole, as WOFF2, which the settings are told (tests/checks/cases/C023)."""
    font, told = published("site/Boxes.ttf", (CASES / "bad/site/Boxes.ttf").read_bytes())
    assert (set(font.getBestCmap()), font["OS/2"].fsType, told) == (BOXES, 0x0100, [])


def test_a_face_that_cannot_be_cut() -> None:
    """It is whole, which is told where it is found."""
    written, font = BytesIO(), TTFont(CASES / "good/site/Boxes.ttf")
    font["GSUB"] = DefaultTable("GSUB")
    font["GSUB"].data = b"no table of substitutions"
    font.save(written)
    made, told = published("site/Boxes.ttf", written.getvalue())
    assert set(made.getBestCmap()) == BOXES
    assert [one.message for one in told] == [
        "“site/Boxes.ttf” is published whole: it is of a kind that cannot be cut"
    ]


def test_the_same_pages_the_same_face() -> None:
    """To the byte."""
    asset = Asset("site/Boxes.ttf", (CASES / "good/site/Boxes.ttf").read_bytes())
    first, second = (cut(asset, frozenset("AЖ")) for _ in range(2))
    assert first == second
    assert set(TTFont(BytesIO(first.data)).getBestCmap()) == {ord("A"), ord("Ж")}


def test_the_rule_of_a_face_says_how_it_is_drawn() -> None:
    """Its weight, and whether it is italic, so that a browser slants no letters itself."""
    for italic, weight, wanted in (
        (0, 400, "font-weight: 400; font-style: normal;"),
        (1, 700, "font-weight: 700; font-style: italic;"),
    ):
        written, font = BytesIO(), TTFont(CASES / "good/site/Boxes.ttf")
        font["OS/2"].fsSelection, font["OS/2"].usWeightClass = italic, weight
        font.save(written)
        _, rule = described(Asset("site/Boxes.ttf", written.getvalue()))
        assert wanted in rule and 'url("../site/Boxes.woff2")' in rule


def test_characters() -> None:
    """Both cases, the parts of composed letters, letters whose parts a page has."""
    found = characters(["<p>ß\u00e9n\u0303</p>".encode()])
    assert set("ßSs\u00e9\u00c9e\u0301\u00f1n\u0303pP…") <= found
    assert "\u0416" not in found
