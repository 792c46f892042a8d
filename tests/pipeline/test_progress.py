"""What a build tells of itself while it works."""

import logging
import subprocess
import sys
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


def test_lines_of_libraries_are_not_on_the_terminal() -> None:
    """Of fonts and pictures, whose findings are told as findings; others are heard as ever."""
    said = (
        "import logging, warnings\n"
        "from editio.diagnostics.progress import unheard\n"
        "unheard()\n"
        "logging.getLogger('fontTools.subset').warning('FFTM NOT subset')\n"
        "logging.getLogger('PIL.Image').warning('odd')\n"
        "warnings.warn_explicit('many pixels', UserWarning, 'Image.py', 1, module='PIL.Image')\n"
        "logging.getLogger('theirs').warning('heard')\n"
        "warnings.warn_explicit('heard too', UserWarning, 'a.py', 1, module='theirs')\n"
    )
    done = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)
    assert [line for line in done.stderr.splitlines() if line] == [
        "heard", "a.py:1: UserWarning: heard too",
    ]  # fmt: skip
