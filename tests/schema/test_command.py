"""`editio schema` writes what the ODD says, and says what is wrong with the ODD."""

from pathlib import Path

from tests.pipeline.editions import ROOT
from tests.pipeline.test_failures import run


def test_committed_schemas_are_up_to_date() -> None:
    """The schemas in the repository are those of its ODD; the command leaves them alone."""
    result = run("schema", ROOT / "tei/schema/edition.odd")
    assert (result.exit_code, "up to date" in result.output) == (0, True)


def test_schemas_are_written(tmp_path: Path) -> None:
    """A stale or missing schema is written anew, equal to the one that is committed."""
    odd = tmp_path / "edition.odd"
    odd.write_bytes((ROOT / "tei/schema/edition.odd").read_bytes())
    (tmp_path / "edition.sch").write_text("stale", "utf-8")
    result = run("schema", odd)
    assert (result.exit_code, "edition.rng, edition.sch" in result.output) == (0, True)
    for name in ("edition.rng", "edition.sch"):
        assert (tmp_path / name).read_bytes() == (ROOT / "tei/schema" / name).read_bytes()


def test_faulty_odd(tmp_path: Path) -> None:
    """A fault is told with its place; nothing is written; exit code 1."""
    odd = tmp_path / "edition.odd"
    odd.write_text("<TEI>\n<text", "utf-8")
    result = run("schema", odd)
    assert result.exit_code == 1
    assert "edition.odd:2:" in result.output
    assert [path.name for path in tmp_path.iterdir()] == ["edition.odd"]
