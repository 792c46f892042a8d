"""Books of other people's texts, cut small: by the judgement of veraPDF a file that says it is
accessible is, and all of these say so.
"""

from pathlib import Path

import pytest
from editio.edition.edition import load
from editio.edition.project import discover
from editio.render.build import Plan, build

from tests.shared import CORPORA
from tests.typesetting.cut import cut
from tests.typesetting.vera import broken_rules, claims

KINDS = ("novels", "letters", "manuscripts", "dictionaries", "spoken")
HARD = ("plays", "apparatus", "parallel")


@pytest.mark.judge
@pytest.mark.shared
@pytest.mark.complaints
@pytest.mark.parametrize(
    "kinds", [HARD, pytest.param(KINDS, marks=pytest.mark.long)], ids=["hard", "others"]
)
def test_foreign_books_are_accessible(kinds: tuple[str, ...], tmp_path: Path) -> None:
    """PDF/UA-1 and PDF/A-3a, without a broken rule."""
    made = [book for kind in kinds for book in _books(kind, tmp_path / kind)]
    assert len(made) == 2 * len(kinds)
    assert all(map(claims, made))
    assert broken_rules(*made) == []


def _books(kind: str, folder: Path) -> list[Path]:
    """Set the beginning of a text: an offprint and a volume."""
    file = min(CORPORA.joinpath(kind).rglob("*.xml"))
    cut(file, folder / "tei" / "texts" / file.name, words=500)
    edition = load(discover(folder)[0])[0]
    build(Plan(edition, ("pdf",), folder / "out", cached=False))
    return sorted((folder / "out" / "pdf").glob("*.pdf"))
