"""What a build tells of itself while it works."""

import logging
from pathlib import Path

import pytest
from editio.diagnostics.progress import LOG, heard
from editio.edition.edition import load
from editio.edition.project import discover
from editio.render.build import Plan, build

from tests.pipeline.editions import edition, tei


@pytest.mark.parametrize("workers", [1, pytest.param(2, marks=pytest.mark.slow)])
def test_every_step_and_every_page_is_told(tmp_path: Path, workers: int) -> None:
    """Two texts and two formats are four steps; pages are told from other processes too."""
    records: list[logging.LogRecord] = []

    class Hears(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            records.append(record)

    folder = edition(tmp_path, one=tei(id="one"), two=tei(id="two"))
    made, _ = load(discover(folder)[0])
    with heard(LOG, Hears()):
        build(Plan(made, ("text", "pdf"), tmp_path / "out", workers, cached=False))
    done = [record.getMessage() for record in records if getattr(record, "done", False)]
    assert sorted(done) == ["pdf", "tei/texts/one.xml", "tei/texts/two.xml", "text"]
    pages = {record.getMessage() for record in records} - {*done}
    steps = {f"tei/texts/one.xml: {step}" for step in ("rules", "text", "pdf", "comparing words")}
    assert steps <= pages
    assert {"one.pdf, page 1", "two.pdf, page 1", "edition.pdf, page 1"} <= pages
