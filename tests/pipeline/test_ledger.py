"""Where nothing has changed nothing is made; whatever has changed is seen."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from editio.edition import fingerprint as fingerprints
from editio.edition.fingerprint import fingerprint
from editio.render import build, cache, workers
from editio.render.made import Made

from tests.pipeline.editions import edition, tei
from tests.pipeline.test_failures import run


def _touch(folder: Path) -> None:
    text = folder / "tei/texts/small.xml"
    os.utime(text, (1, 1))


def _text(folder: Path) -> None:
    """Exchange two letters: length and time stay as they are."""
    text = folder / "tei/texts/small.xml"
    state = text.stat()
    text.write_text(text.read_text("utf-8").replace("Words", "Sword"), "utf-8")
    os.utime(text, ns=(state.st_atime_ns, state.st_mtime_ns))


def _settings(folder: Path) -> None:
    (folder / "edition.toml").write_text('title = "Another"\n')


def _output(folder: Path) -> None:
    (folder / "build/text/reading/small.txt").write_text("by hand")


def _lost(folder: Path) -> None:
    (folder / "build/text/reading/small.txt").unlink()


@pytest.mark.parametrize(
    ("change", "again"),
    [(_touch, False), (_text, True), (_settings, True), (_output, True), (_lost, True)],
)
def test_what_is_seen(
    change: Callable[[Path], None], again: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file's time is nothing; a letter, a setting, a page that others changed is something."""
    monkeypatch.setattr(cache, "FOLDER", tmp_path / "renditions")
    folder = edition(tmp_path / "edition", small=tei("<p>Words.</p>"))
    asked = ("build", folder, "--format", "text")
    first = run(*asked)
    assert first.exit_code == 0
    change(folder)
    jobs: list[object] = []
    whole = workers.render_all

    def counted(*given: Any) -> Iterator[Made]:
        jobs.append(given)
        return whole(*given)

    monkeypatch.setattr(build, "render_all", counted)
    second = run(*asked)
    assert second.exit_code == 0
    assert bool(jobs) is again
    assert ("nothing has changed" in second.output) is not again
    assert "Words" in (folder / "build/text/reading/small.txt").read_text() or change is _text


def test_what_was_told_is_told_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The findings of the last build, and its exit code, are those of this one."""
    monkeypatch.setattr(cache, "FOLDER", tmp_path / "renditions")
    folder = edition(tmp_path / "edition", small=tei("<p><persname>Ann</persname></p>"))
    first, second = (run("build", folder, "--format", "text", "--no-check") for _ in range(2))
    assert "T001" in first.output and "nothing has changed" in second.output
    told = [[line for line in one.output.splitlines() if "T001" in line] for one in (first, second)]
    assert told[0] == told[1]
    assert first.exit_code == second.exit_code


def _schema_elsewhere(folder: Path) -> None:
    text = folder / "tei/texts/small.xml"
    text.write_text(f'<?xml-model href="../../../a.rng"?>{text.read_text("utf-8")}', "utf-8")


def _known_elsewhere(folder: Path) -> None:
    (folder / "edition.toml").write_text('[checks]\nbaseline = "../known.json"\n')


def _folder_elsewhere(folder: Path) -> None:
    (folder.parent / "more").mkdir()
    (folder / "more").symlink_to(folder.parent / "more")


def _hidden(folder: Path) -> None:
    text = folder / "tei/texts/small.xml"
    text.write_text(f"<?xml-model href='../../.own/a.rng'?>{text.read_text('utf-8')}", "utf-8")


def _by_address(folder: Path) -> None:
    text = folder / "tei/texts/small.xml"
    text.write_text(f'<?xml-model href="file:///a.rng"?>{text.read_text("utf-8")}', "utf-8")


def _of_another_name(folder: Path) -> None:
    _schema_elsewhere(folder)
    (folder / "tei/texts/small.xml").rename(folder / "tei/texts/small.tei")


def _picture_passed_over(folder: Path) -> None:
    text = folder / "tei/texts/small.xml"
    text.write_text(text.read_text("utf-8").replace("Words", '<graphic url="dist/a.png"/>'))


def _hidden_words(folder: Path) -> None:
    text = folder / "tei/texts/small.xml"
    text.write_text(text.read_text("utf-8").replace("Words", "<ref target='.own/a.txt'>a</ref>"))


@pytest.mark.parametrize(
    "change",
    [
        _picture_passed_over,
        _hidden_words,
        _schema_elsewhere,
        _known_elsewhere,
        _folder_elsewhere,
        _hidden,
        _by_address,
        _of_another_name,
    ],
)
def test_what_lies_elsewhere_is_read_anew(change: Callable[[Path], None], tmp_path: Path) -> None:
    """Where a file counts that is not in the folder, nobody says that nothing has changed."""
    folder = edition(tmp_path / "edition", small=tei("<p>Words.</p>"))
    assert fingerprint(folder, folder / "build")
    known = fingerprint(folder, folder / "build")
    change(folder)
    assert not fingerprint(folder, folder / "build")
    assert not fingerprint(folder, folder / "build", known)


def test_what_is_known_is_not_looked_through_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of many files as of few: what a file names is looked for where its bytes are not known."""
    looked: list[str] = []
    monkeypatch.setattr(fingerprints, "_confined", lambda _, shown: looked.append(shown))
    for count in (2, 4):
        texts = {f"t{n}": tei("<p>Words.</p>", id=f"t{n}") for n in range(count)}
        folder = edition(tmp_path / f"{count}", **texts)
        known = fingerprint(folder, folder / "build")
        assert len(looked) == count
        looked.clear()
        assert fingerprint(folder, folder / "build", known) == known
        (folder / "tei/texts/t1.xml").write_text(tei("<p>Others.</p>", id="t1"))
        assert fingerprint(folder, folder / "build", known) != known
        assert looked == ["tei/texts/t1.xml"]
        looked.clear()


@pytest.mark.skipif(os.name == "nt", reason="has no pipes in folders")
def test_what_never_ends_is_not_read(tmp_path: Path) -> None:
    """A pipe and a device are known by their names."""
    folder = edition(tmp_path / "edition", small=tei("<p>Words.</p>"))
    bare = fingerprint(folder, folder / "build")
    os.mkfifo(folder / "tei/pipe.xml")
    (folder / "tei/endless.xml").symlink_to("/dev/zero")
    assert fingerprint(folder, folder / "build") not in ({}, bare)
