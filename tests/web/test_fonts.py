"""The face of the site has every character of the edition, and the figures of a book."""

import io

import pytest
from editio.formats.site import fonts
from fontTools.ttLib import TTFont

from tests.web.site import Site

FACES = ("latin", "latin-italic", "greek-cyrillic", "greek-cyrillic-italic")


def face(name: str) -> TTFont:
    """Read one of the cut faces."""
    return TTFont(io.BytesIO(fonts.files()[f"assets/fonts/source-serif-4-{name}.woff2"]))


@pytest.mark.parametrize("name", FACES)
def test_a_face_is_light_and_keeps_its_features(name: str) -> None:
    """Under 100 KB, weights from 400 to 700, small caps, old-style figures, superiors."""
    font = face(name)
    assert len(fonts.files()[f"assets/fonts/source-serif-4-{name}.woff2"]) < 100_000
    (axis,) = font["fvar"].axes
    assert (axis.axisTag, axis.minValue, axis.maxValue) == ("wght", 400, 700)
    features = {one.FeatureTag for one in font["GSUB"].table.FeatureList.FeatureRecord}
    # The family draws no italic small caps.
    assert "italic" in name or {"smcp", "c2sc"} <= features
    if name.startswith("latin"):
        assert {"onum", "lnum", "tnum", "sups"} <= features


def test_every_character_of_the_texts_is_there(site: Site) -> None:
    """No letter of an article falls back to another face; signs of ours may."""
    known = {chr(code) for name in FACES for code in face(name).getBestCmap()}
    used = {
        letter
        for page in site.pages.values()
        for words in page.words("//article")
        for letter in words
        if letter.isalnum()
    }
    assert used - known == set()


def test_the_licence_is_sent_with_the_face(site: Site) -> None:
    """The SIL Open Font License stands beside the fonts."""
    licence = (site.folder / "assets/fonts/OFL.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE" in licence.upper()


def test_the_faces_are_asked_for_with_the_page(site: Site) -> None:
    """Each page names the upright and the italic face before the style sheet, as they are called
    where the page stands.
    """
    for path, page in site.pages.items():
        links = page.find("//link[@rel='preload' and @as='font']/@href")
        assert [one.rpartition("/")[2] for one in links] == [
            "source-serif-4-latin.woff2",
            "source-serif-4-latin-italic.woff2",
        ], path
        assert page.find("//link[@rel='stylesheet']/preceding::link[@rel='preload']"), path
