"""What was rendered before is recalled, and only then."""

import os
from pathlib import Path
from typing import Any

import pytest

from pipeline import kept, workers
from pipeline.build import Plan
from pipeline.build import build as build_edition
from pipeline.edition import load
from pipeline.formats import volume
from pipeline.formats.context import Whole
from pipeline.project import discover
from pipeline.render import Job, Rendition
from pipeline.typesetting.design import Design
from tests.pipeline.editions import edition, tei


def job(body: str = "<p>Words.</p>", formats: tuple[str, ...] = ("text",)) -> Job:
    """Give a job for a small text."""
    return Job("small", "small.xml", tei(body), "", formats)


@pytest.fixture
def rendered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Job]:
    """Use an empty cache; list the jobs that are really rendered."""
    asked: list[Job] = []

    def render(one: Job) -> Rendition:
        asked.append(one)
        return Rendition(one.id, {"text": {"a.txt": one.xml.encode()}}, "", ())

    monkeypatch.setattr(kept, "FOLDER", tmp_path / "renditions")
    monkeypatch.setattr(workers, "render", render)
    return asked


def build(*jobs: Job, cached: bool = True) -> list[Rendition]:
    """Render in this process."""
    return list(workers.render_all(jobs, 1, cached))


def test_equal_job_is_recalled(rendered: list[Job]) -> None:
    """The second build takes the first one's result, to the byte."""
    assert build(job()) == build(job())
    assert rendered == [job()]


def test_any_difference_renders_anew(rendered: list[Job]) -> None:
    """Another text or another format is another job; the equal one beside it is recalled."""
    build(job())
    build(job("<p>Word.</p>"), job(), job(formats=("text", "html")))
    assert rendered == [job(), job("<p>Word.</p>"), job(formats=("text", "html"))]


def test_other_house_renders_anew(rendered: list[Job], monkeypatch: pytest.MonkeyPatch) -> None:
    """A changed stylesheet, module or package makes every kept rendition useless."""
    build(job())
    monkeypatch.setattr(kept, "_house", lambda: b"another")
    build(job())
    assert len(rendered) == 2


def test_without_cache(rendered: list[Job]) -> None:
    """--no-cache neither recalls nor keeps."""
    build(job(), cached=False)
    build(job(), cached=False)
    assert len(rendered) == 2
    assert not kept.FOLDER.exists()


def test_damaged_entry_is_made_again(rendered: list[Job]) -> None:
    """A broken file in the cache costs time, not a build."""
    build(job())
    (entry,) = kept.FOLDER.iterdir()
    entry.write_bytes(b"broken")
    build(job())
    assert len(rendered) == 2


def test_failures_are_not_kept(rendered: list[Job], monkeypatch: pytest.MonkeyPatch) -> None:
    """A text that could not be rendered is tried again."""
    monkeypatch.setattr(workers, "render", lambda one: Rendition(one.id, {}, "", ()))
    build(job())
    assert not kept.FOLDER.exists()


def test_old_entries_are_dropped(rendered: list[Job], monkeypatch: pytest.MonkeyPatch) -> None:
    """The cache does not grow without end: what was used last stays."""
    for n in range(4):
        build(job(f"<p>{n}</p>"))
    for n, file in enumerate(sorted(kept.FOLDER.iterdir())):
        os.utime(file, (n, n))
        size = file.stat().st_size
    monkeypatch.setattr(kept, "MOST", 2 * size)
    last = sorted(kept.FOLDER.iterdir())[2:]
    kept.tidy()
    assert sorted(kept.FOLDER.iterdir()) == last


def test_equal_volume_is_recalled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A book is set again where a text, a register or the design changed, and else recalled."""
    bound: list[str] = []

    def bind(whole: Whole, texts: str, design: Design) -> volume.Bound:
        bound.append(texts)
        return volume.Bound({"edition.pdf": b"a book"}, ("a complaint",))

    monkeypatch.setattr(kept, "FOLDER", tmp_path / "renditions")
    monkeypatch.setattr(volume, "_bound", bind)
    folder = edition(tmp_path, small=tei("<p>Words.</p>"))

    def made(**measures: Any) -> list[str]:
        one, _ = load(discover(folder)[0])
        found = build_edition(Plan(one.printed(**measures), ("pdf",), tmp_path / "out"))
        return [problem.code for problem in found.diagnostics]

    assert made() == made() == ["O003"]
    assert len(bound) == 1
    made(leading=15)
    assert len(bound) == 2
    (folder / "tei/texts/small.xml").write_text(tei("<p>Other words.</p>"), "utf-8")
    made()
    assert len(bound) == 3
