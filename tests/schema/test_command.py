"""`editio schema` writes what the ODD says, and says what is wrong with the ODD."""

from pathlib import Path

import pytest
from editio.formats.schema import COMMITTED

from tests.pipeline.editions import ROOT
from tests.pipeline.test_failures import run
from tests.schema.fragments import P5


@pytest.mark.shared
def test_committed_schemas_are_up_to_date() -> None:
    """What is in the repository is made from its ODD; the command leaves it alone."""
    result = run("schema", "--tei", P5, ROOT / "tei/schema/edition.odd")
    assert (result.exit_code, "up to date" in result.output) == (0, True)


@pytest.mark.shared
def test_schemas_are_written(tmp_path: Path) -> None:
    """A stale or missing file is written anew, equal to the one that is committed."""
    odd = tmp_path / "edition.odd"
    odd.write_bytes((ROOT / "tei/schema/edition.odd").read_bytes())
    (tmp_path / "edition.sch").write_text("stale", "utf-8")
    result = run("schema", "--tei", P5, odd)
    assert (result.exit_code, ", ".join(COMMITTED) in result.output) == (0, True)
    for name in COMMITTED:
        assert (tmp_path / name).read_bytes() == (ROOT / "tei/schema" / name).read_bytes()


def test_faulty_odd(tmp_path: Path) -> None:
    """A fault is told with its place; nothing is written; exit code 1."""
    odd = tmp_path / "edition.odd"
    odd.write_text("<TEI>\n<text", "utf-8")
    result = run("schema", odd)
    assert result.exit_code == 1
    assert "edition.odd:2:" in result.output
    assert [path.name for path in tmp_path.iterdir()] == ["edition.odd"]
