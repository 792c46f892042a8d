"""The pages of the handbook that are made from the program are as the program is."""

import pytest

from tests.docs.reference import FOLDER, PAGES, with_skeletons
from tests.shared import ROOT


@pytest.mark.parametrize("name", PAGES)
def test_the_reference_is_as_the_program(name: str) -> None:
    """A command, setting, label or public name that is new or has other words is in it."""
    written = (FOLDER / name).read_text("utf-8")
    assert written == PAGES[name](), "run: python -m tests.docs.reference, and commit what it wrote"


def test_the_handbook_has_the_packages_of_the_reference() -> None:
    """Those in which the examples of both are tested."""
    written = (ROOT / "docs/own-rules.md").read_text("utf-8")
    assert written == with_skeletons(written), "run: python -m tests.docs.reference"
    assert written.count("<xsl:package ") == PAGES["extension-points.md"]().count("<xsl:package ")
