"""What `make bench` prints of stages and templates is what a build runs."""

import pytest

from bench.stages import stages
from bench.templates import profile
from tests.shared import ROOT

MINI = ROOT / "tests" / "mini"
TEXT = next(iter(sorted((MINI / "tei" / "texts").glob("*.xml"))))

pytestmark = pytest.mark.slow


def test_stages_are_those_of_each_text() -> None:
    """Each text is prepared, ruled and shown once, and all of it is within the whole."""
    taken, whole = stages(MINI)
    texts = len(list((MINI / "tei" / "texts").glob("*.xml")))
    assert len(taken["site: text-pages"]) == texts
    assert len(taken["prepare: prepare"]) >= texts
    assert 0 < sum(map(sum, taken.values())) < whole


def test_templates_are_told_with_their_places() -> None:
    """The template for any element runs once an element that has no rule of its own there."""
    rows = profile("prepare", TEXT)
    assert any(one.place.startswith("white-space.xsl:") and one.runs > 1 for one in rows)
    assert [one.net for one in rows] == sorted((one.net for one in rows), reverse=True)
    assert {"xsl:template /"} < {one.what for one in profile("rules", TEXT)}
