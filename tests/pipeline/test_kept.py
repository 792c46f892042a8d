"""What was rendered before is recalled, and only then."""

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from editio.edition.edition import load
from editio.edition.project import discover
from editio.engines.paged.design import Design
from editio.formats import volume
from editio.model.context import Whole
from editio.model.surroundings import Surroundings
from editio.render import cache, made
from editio.render.build import Plan
from editio.render.build import build as build_edition
from editio.render.job import Job, Rendition
from editio.render.shelf import DamagedError, Leaves, shelf
from editio.render.workers import Force, render_all

from tests.pipeline.editions import edition, tei


def job(body: str = "<p>Words.</p>", formats: tuple[str, ...] = ("text",)) -> Job:
    """Return a job for a small text."""
    return Job("small", "small.xml", tei(body), "", formats)


@pytest.fixture
def rendered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Job]:
    """Use an empty cache; list the jobs that are really rendered."""
    asked: list[Job] = []

    def render(one: Job) -> Rendition:
        asked.append(one)
        files = {name: {f"a.{name}": one.xml.encode()} for name in one.formats}
        return Rendition(one.id, files, "<facts/>", ())

    monkeypatch.setattr(cache, "FOLDER", tmp_path / "renditions")
    monkeypatch.setattr(made, "render", render)
    return asked


def build(*jobs: Job, cached: bool = True) -> list[dict[str, bytes]]:
    """Render in this process; return the pages of each job."""
    with shelf(cached) as place:
        found = list(render_all(jobs, Force(), place))
        every = [[Leaves(some) for some in one.pages.values()] for one in found]
        return [{path: page for some in one for path, page in some.items()} for one in every]


def test_equal_job_is_recalled(rendered: list[Job]) -> None:
    """The second build takes the first one's result, to the byte."""
    assert build(job()) == build(job())
    assert rendered == [job()]


def test_any_difference_renders_anew(rendered: list[Job]) -> None:
    """Another text is rendered, and of an equal one what was not made before: the format alone."""
    build(job())
    found = build(job("<p>Word.</p>"), job(), job(formats=("text", "html")))
    assert rendered == [job(), job("<p>Word.</p>"), job(formats=("html",))]
    assert [sorted(one) for one in found] == [["a.text"], ["a.text"], ["a.html", "a.text"]]


def test_a_format_is_kept_by_what_it_reads(rendered: list[Job]) -> None:
    """Other surroundings make other pages and the same plain text and EPUB; another title makes all
    anew.
    """
    one = job(formats=("html", "text", "epub"))
    build(one)
    build(replace(one, surroundings=Surroundings("<ed:surroundings/>")))
    assert [each.formats for each in rendered[1:]] == [("html",)]
    build(replace(one, edition_title="Another"))
    assert sorted(rendered[2].formats) == ["epub", "html", "text"]


def test_other_house_renders_anew(rendered: list[Job], monkeypatch: pytest.MonkeyPatch) -> None:
    """A changed stylesheet, module or package makes every kept rendition useless."""
    build(job())
    monkeypatch.setattr(cache, "_house", lambda: b"another")
    build(job())
    assert len(rendered) == 2


def test_without_cache(rendered: list[Job]) -> None:
    """--no-cache neither recalls nor keeps."""
    build(job(), cached=False)
    build(job(), cached=False)
    assert len(rendered) == 2
    assert not cache.FOLDER.exists()


def test_damaged_entry_is_made_again(rendered: list[Job]) -> None:
    """A broken file in the cache costs time, not a build."""
    build(job())
    for entry in cache.FOLDER.iterdir():
        entry.write_bytes(b"broken")
    build(job())
    assert len(rendered) == 2


def test_a_damaged_page_is_not_published(rendered: list[Job]) -> None:
    """A page that is not what was kept is told when it is read."""
    build(job())
    for entry in cache.FOLDER.iterdir():
        entry.write_bytes(entry.read_bytes()[:-1] + b"#")
    with pytest.raises(DamagedError):
        build(job())
    assert len(rendered) == 1


def test_failures_are_not_kept(rendered: list[Job], monkeypatch: pytest.MonkeyPatch) -> None:
    """A text that could not be rendered is tried again."""
    monkeypatch.setattr(made, "render", lambda one: Rendition(one.id, {}, "", ()))
    assert build(job()) == [{}]
    assert not list(cache.FOLDER.iterdir())


def test_old_entries_are_dropped(rendered: list[Job], monkeypatch: pytest.MonkeyPatch) -> None:
    """The cache does not grow without end: what was used last stays."""
    for n in range(2):
        build(job(f"<p>{n}</p>"))
    every = sorted(cache.FOLDER.iterdir())
    for n, file in enumerate(every):
        os.utime(file, (n, n))
    last = every[2:]
    monkeypatch.setattr(cache, "MOST", sum(file.stat().st_size for file in last))
    cache.tidy()
    assert sorted(cache.FOLDER.iterdir()) == last
    monkeypatch.setattr(cache, "MOST", 0)
    cache.tidy()
    assert sorted(cache.FOLDER.iterdir()) == last, "they were looked at a moment ago"
    monkeypatch.setattr(cache, "SELDOM", 0)
    cache.tidy()
    assert not list(cache.FOLDER.iterdir())


def test_equal_volume_is_recalled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A book is set again where a text, a register or the design changed, and else recalled."""
    bound: list[str] = []

    def bind(whole: Whole, texts: str, design: Design) -> volume.Bound:
        bound.append(texts)
        return volume.Bound({"edition.pdf": b"a book"}, ("a complaint",))

    monkeypatch.setattr(cache, "FOLDER", tmp_path / "renditions")
    monkeypatch.setattr(volume, "_bound", bind)
    folder = edition(tmp_path, small=tei("<p>Words.</p>"))

    def built(**measures: Any) -> list[str]:
        one, _ = load(discover(folder)[0])
        found = build_edition(Plan(one.printed(**measures), ("pdf",), tmp_path / "out"))
        return [problem.code for problem in found.diagnostics]

    assert built() == built() == ["O003"]
    assert len(bound) == 1
    built(leading=15)
    assert len(bound) == 2
    (folder / "tei/texts/small.xml").write_text(tei("<p>Other words.</p>"), "utf-8")
    built()
    assert len(bound) == 3
