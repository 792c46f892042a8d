"""Publishing is whole or not at all, and the same input gives the same bytes."""

import errno
import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from editio.diagnostics import diagnostic
from editio.edition.reading.files import MARKER
from editio.formats import FORMATS
from editio.model.context import Files, Whole
from editio.render import publish as module
from editio.render.publish import publish

from tests.pipeline.editions import ROOT, edition, tei
from tests.pipeline.test_failures import run

OLD = {"text": {"a.txt": b"old"}, "html": {"a.html": b"old"}}
NEW = {"text": {"a.txt": b"new", "b.txt": b"new"}, "html": {"a.html": b"new"}}


def tree(folder: Path) -> dict[str, str]:
    """Return path -> sha256 of every file below `folder`."""
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def test_swap(tmp_path: Path) -> None:
    """A new build takes the place of the old; files that are no longer built are gone."""
    assert publish(OLD, tmp_path) == []
    assert publish(NEW, tmp_path) == []
    assert publish({"text": {"c.txt": b"third"}}, tmp_path) == []
    assert sorted(tree(tmp_path)) == [
        ".editio.json", "SHA256SUMS", "a.html",
        "text/.editio.json", "text/SHA256SUMS", "text/c.txt",
    ]  # fmt: skip
    assert not list(tmp_path.glob(".editio-*"))


def test_sums(tmp_path: Path) -> None:
    """SHA256SUMS is what `sha256sum -c` reads."""
    publish(OLD, tmp_path)
    sums = (tmp_path / "text/SHA256SUMS").read_text("utf-8")
    assert sums == f"{hashlib.sha256(b'old').hexdigest()}  a.txt\n"


@pytest.mark.parametrize("fault", [OSError(errno.ENOSPC, "No space left on device"), None])
@pytest.mark.parametrize("moment", ["write", "second-rename"])
def test_failure_keeps_the_last_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: OSError | None, moment: str
) -> None:
    """A full disk, or Ctrl-C at any moment, leaves the last good build as it was."""
    publish(OLD, tmp_path)
    before = tree(tmp_path)
    broken = {"text": 0}
    rename = Path.rename

    def stop(self: Path, *arguments: object) -> object:
        broken["text"] += 1
        if moment == "write" or broken["text"] == 4:
            raise fault or KeyboardInterrupt
        return rename(self, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Path, "write_bytes" if moment == "write" else "rename", stop)
    if fault is None:
        with pytest.raises(KeyboardInterrupt):
            publish(NEW, tmp_path)
    else:
        assert [one.code for one in publish(NEW, tmp_path)] == ["O001"]
    monkeypatch.undo()
    assert tree(tmp_path) == before
    assert not list(tmp_path.glob(".editio-*"))


def test_folders_of_others_are_left_alone(tmp_path: Path) -> None:
    """A page of that name that editio did not write is never replaced."""
    (tmp_path / "a.html").write_text("years of work", "utf-8")
    assert [one.code for one in publish(NEW, tmp_path)] == ["O002"]
    assert (tmp_path / "a.html").read_text("utf-8") == "years of work"
    assert not (tmp_path / "text").exists()


def test_faulty_text_keeps_the_last_build(tmp_path: Path) -> None:
    """An error in one text leaves all that was built before."""
    folder = edition(tmp_path, small=tei())
    assert run("build", folder, "--format", "text").exit_code == 0
    before = tree(folder / "build")
    (folder / "tei/texts/small.xml").write_text("<TEI", "utf-8")
    assert run("build", folder, "--format", "text").exit_code == 1
    assert tree(folder / "build") == before


def test_error_in_assembling_keeps_the_last_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An error met when texts are put together publishes nothing either."""
    folder = edition(tmp_path, small=tei())
    assert run("build", folder, "--format", "text").exit_code == 0
    before = tree(folder / "build")

    def assemble(whole: Whole) -> Files:
        whole.report(diagnostic("O001", "book", reason="no room"))
        return {"new.txt": b"new"}

    monkeypatch.setitem(FORMATS, "text", replace(FORMATS["text"], assemble=assemble))
    (folder / "tei/texts/small.xml").write_text(tei("<p>Other words.</p>"), "utf-8")
    result = run("build", folder, "--format", "text")
    assert result.exit_code == 2
    assert "nothing was published" in result.output
    assert tree(folder / "build") == before


@pytest.mark.slow
@pytest.mark.parametrize("folder", [ROOT / "tests/mini", ROOT], ids=str)
def test_two_builds_same_bytes(folder: Path, tmp_path: Path) -> None:
    """An edition that is built twice in different ways is the same to the byte."""
    anew = ("build", folder, "--no-cache")
    assert run(*anew, "--out", tmp_path / "one", "--jobs", "1").exit_code == 0
    assert run(*anew, "--out", tmp_path / "two", "--jobs", "2").exit_code == 0
    one, two = tree(tmp_path / "one"), tree(tmp_path / "two")
    assert one == two
    assert {path.split("/")[0] for path in one} >= {"index.html", "pdf", "text"}


def test_marker_is_what_publish_looks_for() -> None:
    """The name that protects foreign folders is the one that is written."""
    assert (module.SUMS, MARKER) == ("SHA256SUMS", ".editio.json")
