"""The type of a site, chosen among the faces that come with editio."""

import io
import re
from pathlib import Path

import pytest
from editio.edition.config.settings import FAMILIES
from editio.edition.edition import opened
from editio.edition.project import discover
from editio.formats.site import types
from editio.render.build import Plan, build
from fontTools.ttLib import TTFont

from tests.pipeline.editions import edition, tei


def test_the_setting_and_the_faces_are_the_same() -> None:
    """The first name is that of the face that every site has."""
    assert list(types.TYPES) == [*FAMILIES[1:]]


@pytest.mark.parametrize("family", types.TYPES)
def test_a_type_is_cut_for_pages(family: str) -> None:
    """Latin upright and italic, with the figures that it has; its licence beside it; each file has
    its rule, and is for the signs that the rule names.
    """
    files = types.files(family)
    assert set(types.first(family)) <= set(files)
    (licence,) = (data for name, data in files.items() if name.endswith("/OFL.txt"))
    assert b"SIL OPEN FONT LICENSE" in licence
    rules = "\n".join(types.rules(family))
    named = re.findall(r'url\("([^"]+)"\)', rules)
    cut = sorted(one for one in files if "OFL" not in one)
    assert sorted(f"assets/{one}" for one in named) == cut
    latin = TTFont(io.BytesIO(files[types.first(family)[0]]))
    assert set(map(ord, "AéſŁ—…")) <= set(latin.getBestCmap())
    axes = [one.axisTag for one in latin["fvar"].axes] if "fvar" in latin else []
    assert axes == ["wght"] * ("400 700" in rules)


def test_scripts_that_a_type_is_chosen_for() -> None:
    """Hebrew with points, Arabic that joins: upright alone, as the book has them."""
    for family, script, letters in (("Cardo", "hebrew", "אָ"), ("Amiri", "arabic", "عربي")):
        (one, *_) = (data for name, data in types.files(family).items() if script in name)
        font = TTFont(io.BytesIO(one))
        assert set(map(ord, letters)) <= set(font.getBestCmap())
        assert not [name for name in types.files(family) if f"{script}-italic" in name]
    tags = {one.FeatureTag for one in font["GSUB"].table.FeatureList.FeatureRecord}
    assert {"init", "medi", "fina"} <= tags


def test_pages_are_set_in_the_type_that_was_chosen(tmp_path: Path) -> None:
    """Its faces are there and asked for with each page; the style sheet names it first."""
    root = edition(tmp_path, small=tei())
    (root / "edition.toml").write_text('[site]\ntype = "EB Garamond"\n', "utf-8")
    build(Plan(opened(root)[0], ("html",), root / "build", cached=False))
    style = (root / "build/assets/site-colours.css").read_text("utf-8")
    assert '--serif: "EB Garamond", "Source Serif 4", Georgia, serif;' in style
    page = (root / "build/small.html").read_text("utf-8")
    asked = re.findall(r'rel="preload" href="([^"]+)"', page)
    assert asked == types.first("EB Garamond")
    assert all((root / "build" / one).is_file() for one in asked)


def test_a_type_that_is_not_there_is_told_with_the_nearest(tmp_path: Path) -> None:
    """Also where only the capitals differ; one that is like none is told with all."""
    root = edition(tmp_path, small=tei())
    for name, hint in (("garamond", 'type = "EB Garamond"'), ("cardo", 'type = "Cardo"'),
                       ("Papyrus", "type = ")):  # fmt: skip
        (root / "edition.toml").write_text(f'[site]\ntype = "{name}"\n', "utf-8")
        (found,) = discover(root)[1]
        assert (found.code, found.line, hint in found.hint) == ("C004", 2, True)
        assert "one of Source Serif 4, Source Sans 3" in found.message
