"""Stages of a text that its header names are columns side by side: what stood there after each."""

from pathlib import Path

import pytest

from tests.pipeline.editions import edition, tei
from tests.web.conftest import built
from tests.web.site import Site

STAGES = """<profileDesc><creation><listChange ordered="true">
<change xml:id="b" seq="2">Ink</change><change xml:id="a" seq="1">Draft</change>
<change xml:id="c" seq="3" n="third"/></listChange></creation></profileDesc></teiHeader>"""
ONE = """<profileDesc><creation><listChange><change xml:id="b">Ink</change></listChange></creation>
</profileDesc></teiHeader>"""
VERSES = """<lg><l>The <subst change="#b"><del>cold</del><add>grey</add></subst>
<restore change="#b"><del>salt</del></restore> sea
<del>so</del><add change="#c">slow <del change="#c">and</del> low</add></l>
<l change="#b">and wide</l>
<l>and <mod change="#c"><del>deep</del><add place="above">far</add></mod></l></lg>"""


@pytest.fixture(scope="module")
def sea(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of a text of three stages and of one whose header names but one."""
    texts = {
        "sea": tei(VERSES, id="sea").replace("</teiHeader>", STAGES),
        "one": tei(VERSES, id="one").replace("</teiHeader>", ONE),
    }
    folder: Path = edition(tmp_path_factory.mktemp("sea"), **texts)
    return built(folder, folder / "build")


def test_stages_are_columns(sea: Site) -> None:
    """In their order, between what the source has and the text; what each adds is marked."""
    page = sea.pages["sea-comparison.html"]
    assert page.words("//thead//th")[2:-1] == ["Draft", "Ink", "third"]
    rows = [page.words(f"//tbody/tr[{n}]/td[position() > 1]") for n in (1, 2, 3)]
    assert rows == [
        ["The cold salt sea", "The grey salt sea", "The grey salt sea slow low",
         "The grey salt sea slow low"],
        ["", "and wide", "and wide", "and wide"],
        ["and deep", "and deep", "and far", "and far"],
    ]  # fmt: skip
    assert page.words("//tbody/tr[1]/td[3]/ins") == ["grey"]
    assert page.words("//tbody/tr[1]/td[4]/ins") == ["slow low"]


def test_one_stage_is_none(sea: Site) -> None:
    """Where there is nothing to compare, source and text stand side by side."""
    assert len(sea.pages["one-comparison.html"].find("//thead//th")) == 3
