"""The same edition gives the same bytes, in every format that others keep checksums of."""

from pathlib import Path

from editio.edition.edition import load
from editio.edition.project import discover
from editio.render.build import Plan, build

from tests.pipeline.editions import ROOT

FORMATS = ("text", "epub", "tables", "tei", "citations", "places", "dts", "data")


def test_two_builds(tmp_path: Path) -> None:
    """Two builds, nothing recalled from the first, differ in no byte of any file."""
    made = []
    for name in ("one", "two"):
        edition, _ = load(discover(ROOT / "tests" / "mini")[0])
        build(Plan(edition, FORMATS, tmp_path / name, cached=False))
        files = sorted(path for path in (tmp_path / name).rglob("*") if path.is_file())
        made.append({path.relative_to(tmp_path / name): path.read_bytes() for path in files})
    assert made[0] == made[1]
    assert len(made[0]) > 50
