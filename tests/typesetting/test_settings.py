"""The [print] table of edition.toml: what it may say, and what is said when it may not."""

from pathlib import Path

import pytest
from editio.edition.project import discover
from editio.engines.paged.design import Design


def _settings(folder: Path, table: str) -> tuple[Design, list[tuple[str, int]]]:
    (folder / "t.xml").write_text("<TEI/>", "utf-8")
    (folder / "edition.toml").write_text(f"[print]\n{table}\n", "utf-8")
    project, found = discover(folder)
    return project.settings.print, [(one.code, one.line) for one in found]


def test_measures_of_the_page(tmp_path: Path) -> None:
    """A larger page with larger type; whole lines fill it."""
    table = "size = [170, 240]\nmargins = [22, 24, 25, 20]\ntype-size = 11.5\nleading = 15"
    made, found = _settings(tmp_path, table)
    assert found == []
    assert (made.size, made.measure, made.lines) == ((170, 240), 126, 36)


@pytest.mark.parametrize(
    ("table", "code"),
    [
        ("sise = [148, 210]", "C003"),
        ("size = [148]", "C004"),
        ('type-size = "10pt"', "C004"),
        ("line-numbers = -5", "C004"),
        ("fit = 1", "C004"),
        ("margins = [20, 80, 20, 80]", "C004"),
        ('faces = "a.ttf"', "C004"),
        ('faces = ["a.ttf"]', "C006"),
        ('faces = ["t.xml"]', "C006"),
    ],
)
def test_what_does_not_fit_is_told_with_its_line(tmp_path: Path, table: str, code: str) -> None:
    """Unknown names, wrong kinds, and margins that leave no room."""
    assert _settings(tmp_path, table)[1] == [(code, 2)]
