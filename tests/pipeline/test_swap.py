"""A build that is ended at any step leaves the old build or the new one, and nothing else."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from editio.edition.reading.files import MARKER
from editio.model.context import Files
from editio.render import swap
from editio.render.publish import SUMS, publish

from tests.pipeline.editions import ROOT, edition, tei
from tests.pipeline.killed import NEW, NOT_STOPPED, OLD
from tests.pipeline.test_failures import run
from tests.pipeline.test_publish import tree

# Others' files, beside ours and among them.
FOREIGN = {".git": "gitdir: x", "CNAME": "example.org", "text/gone/own.txt": "mine"}
DRIVER = """
import shutil, signal, sys
from pathlib import Path
from itertools import count
from tests.pipeline import killed
root, by = Path(sys.argv[1]), signal.Signals[sys.argv[2]]
if by != signal.SIGKILL and signal.getsignal(by) is signal.SIG_IGN:
    signal.signal(by, signal.SIG_DFL)  # where tests run under nohup
for at in count(1):
    folder = root / str(at)
    shutil.copytree(root / "old", folder)
    status = killed.ended(folder, by, at)
    if status >> 8 == killed.NOT_STOPPED:
        shutil.rmtree(folder)
        break
"""


def with_foreign(folder: Path) -> None:
    """Put files of others into a build."""
    for path, words in FOREIGN.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(words, "utf-8")


def published(files: dict[str, Files], folder: Path) -> dict[str, str]:
    """Return what a folder holds after the old build and this one."""
    assert publish(OLD, folder) == []
    with_foreign(folder)
    assert publish(files, folder) == []
    return tree(folder)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked")
@pytest.mark.parametrize(
    "by",
    [
        "SIGKILL",
        "SIGTERM",
        *(pytest.param(one, marks=pytest.mark.slow) for one in ("SIGHUP", "SIGINT")),
    ],
)
def test_ended_at_every_step(by: str, tmp_path: Path) -> None:
    """Whichever signal comes at whichever step: the next command finds a whole build."""
    old, new = published(OLD, tmp_path / "old"), published(NEW, tmp_path / "new")
    assert old != new
    subprocess.run(
        [sys.executable, "-c", DRIVER, str(tmp_path), by], check=True, cwd=ROOT, timeout=300
    )
    ended = sorted(tmp_path.glob("[0-9]*"))
    assert len(ended) > 20
    seen = set()
    for folder in ended:
        swap.sweep(folder)
        assert tree(folder) in (old, new), folder.name
        assert not list(folder.glob(".editio-*")), folder.name
        seen.add(tree(folder) == new)
    assert seen == {True, False}


@pytest.mark.slow
def test_recovery_may_be_ended_too(tmp_path: Path) -> None:
    """A journal that is carried out, and is stopped at any step of that, is carried out later."""
    new = published(NEW, tmp_path / "new")
    stopped = range(1, 200)
    for at in stopped:
        folder = tmp_path / str(at)
        published(OLD, folder)
        killed(folder, 14)
        if killed(folder, at) == NOT_STOPPED:
            break
        swap.sweep(folder)
        assert tree(folder) == new
    assert at > 10


def killed(folder: Path, at: int) -> int:
    """Publish NEW in a process that kills itself at a step."""
    command = [sys.executable, "-m", "tests.pipeline.killed", str(folder), "SIGKILL", str(at)]
    return subprocess.run(command, cwd=ROOT, timeout=60, check=False).returncode


def test_next_command_finds_a_build(tmp_path: Path) -> None:
    """build, check and serve begin by bringing to its end what was left behind."""
    folder = edition(tmp_path, small=tei())
    assert run("build", folder, "--format", "text").exit_code == 0
    before = tree(folder / "build")
    left = folder / "build/.editio-left"
    (left / "old/text").mkdir(parents=True)
    (folder / "build/text").rename(left / "old/text/")
    run("check", folder)
    assert tree(folder / "build") == before
    (left / "new").mkdir(parents=True)
    (folder / "tei/texts/small.xml").write_text("<TEI", "utf-8")
    assert run("build", folder, "--format", "text").exit_code == 1
    assert tree(folder / "build") == before
    assert not left.exists()


def test_only_what_is_ours_is_swept(tmp_path: Path) -> None:
    """A folder of that name which holds anything else is left."""
    (tmp_path / ".editio-mine").mkdir()
    (tmp_path / ".editio-mine/notes.txt").write_text("mine", "utf-8")
    swap.sweep(tmp_path)
    assert (tmp_path / ".editio-mine/notes.txt").exists()


def test_files_of_others_stay(tmp_path: Path) -> None:
    """.git, CNAME and images in a built folder, or in a folder that is built into, stay."""
    with_foreign(tmp_path)
    assert publish(OLD, tmp_path) == []
    assert publish(NEW, tmp_path) == []
    assert publish({"text": {"z.txt": b"z"}, "html": {"z.html": b"z"}}, tmp_path) == []
    lists = {f"{name}{one}" for name in ("", "text/") for one in (MARKER, SUMS)}
    assert set(tree(tmp_path)) == {*FOREIGN, "text/z.txt", "z.html", *lists}


def test_file_in_the_way_stops_the_build(tmp_path: Path) -> None:
    """A file of others at the place of a new one is told; nothing at all is written."""
    publish(OLD, tmp_path)
    (tmp_path / "text/c.txt").write_text("mine", "utf-8")
    (tmp_path / "text/linked").symlink_to(tmp_path)
    before = tree(tmp_path)
    for path in ("c.txt", "c.txt/deeper.txt", "linked/outside.txt"):
        found = publish({"text": {path: b"new"}, "html": {"a.html": b"new"}}, tmp_path)
        assert [one.code for one in found] == ["O002"], path
        assert tree(tmp_path) == before


def test_folder_that_is_a_link_is_not_ours(tmp_path: Path) -> None:
    """A format's folder that leads elsewhere is left alone, whatever is there."""
    publish(OLD, tmp_path / "elsewhere")
    (tmp_path / "out").mkdir()
    (tmp_path / "out/text").symlink_to(tmp_path / "elsewhere/text")
    before = tree(tmp_path / "elsewhere")
    assert [one.code for one in publish({"text": NEW["text"]}, tmp_path / "out")] == ["O002"]
    assert tree(tmp_path / "elsewhere") == before


def test_unchanged_files_are_not_touched(tmp_path: Path) -> None:
    """A file that is the same keeps its date, so that copying a build copies what is new."""
    publish(OLD, tmp_path)
    os.utime(tmp_path / "text/same.txt", (1, 1))
    publish(NEW, tmp_path)
    assert (tmp_path / "text/same.txt").stat().st_mtime == 1


def old_build(folder: Path, files: Files) -> None:
    """Write a folder as version 0.1.0 did."""
    publish({folder.name: files}, folder.parent)
    (folder / MARKER).unlink()


def test_build_of_0_1_0_is_replaced(tmp_path: Path) -> None:
    """What the first version wrote and nobody changed is ours; what stands beside it is not."""
    old_build(tmp_path / "text", {"reading/a.txt": b"old", "b.txt": b"old"})
    (tmp_path / "text/own.txt").write_text("mine", "utf-8")
    assert publish({"text": {"reading/a.txt": b"new"}}, tmp_path) == []
    assert sorted(tree(tmp_path / "text")) == [MARKER, SUMS, "own.txt", "reading/a.txt"]


def test_site_moves_to_the_root(tmp_path: Path) -> None:
    """Pages that an earlier version built in html/ go; what others put beside them stays."""
    publish({"old": {"index.html": b"old", "register/a.html": b"old"}}, tmp_path)
    (tmp_path / "old").rename(tmp_path / "html")
    (tmp_path / "html/own.txt").write_text("mine", "utf-8")
    assert publish({"html": {"index.html": b"new"}}, tmp_path) == []
    assert set(tree(tmp_path)) == {"index.html", MARKER, SUMS, "html/own.txt"}


@pytest.mark.parametrize("changed", [True, False])
def test_sums_of_others_are_no_marker(tmp_path: Path, changed: bool) -> None:
    """A file SHA256SUMS of somebody else, or one that is not right, makes no file ours."""
    old_build(tmp_path / "text", {"thesis.txt" if not changed else "reading/a.txt": b"years"})
    if changed:
        (tmp_path / "text/reading/a.txt").write_bytes(b"changed by hand")
    before = tree(tmp_path)
    found = publish({"text": {"thesis.txt": b"x", "reading/a.txt": b"x"}}, tmp_path)
    assert [one.code for one in found] == ["O002"]
    assert tree(tmp_path) == before


@pytest.mark.parametrize(
    "out", [".", "tei", "tei/out", "..", "tei/texts", "site", "xslt/new", "pages", "labels/new"]
)
def test_sources_are_never_replaced(tmp_path: Path, out: str) -> None:
    """An output folder that holds the sources, or lies among them, is refused."""
    folder = edition(tmp_path / "project", small=tei())
    (folder / "tei/SHA256SUMS").write_text("", "utf-8")
    for name in ("site", "xslt"):
        (folder / name).mkdir()
    before = tree(tmp_path)
    result = run("build", folder, "--out", folder / out, "--format", "tei")
    assert result.exit_code == 2
    assert "O021" in result.output
    assert tree(tmp_path) == before


def test_home_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is spread over the home folder."""
    folder = edition(tmp_path / "project", small=tei())
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    result = run("build", folder, "--out", tmp_path / "home", "--format", "text")
    assert result.exit_code == 2
    assert "O021" in result.output
    assert "O021" in run("build", folder, "--out", "/", "--format", "text").output


def test_two_builds_at_once(tmp_path: Path) -> None:
    """Builds into one folder wait for each other: what is there at the end is one of them."""
    builds = [
        {"text": {f"{name}{n}.txt": name.encode() for n in range(40)}, "html": {"a": name.encode()}}
        for name in "abcdef"
    ]
    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(lambda files: publish(files, tmp_path), builds)) == [[]] * 6
    (last,) = {path.read_text("utf-8") for path in tmp_path.glob("text/*.txt")}
    assert (tmp_path / "a").read_text("utf-8") == last
    listed = json.loads((tmp_path / "text" / MARKER).read_text("utf-8"))["files"]
    assert set(listed) | {MARKER} == set(tree(tmp_path / "text"))
    shutil.rmtree(tmp_path / "text")


@pytest.mark.parametrize(
    ("gone", "new"),
    [("../tei", ""), ("../../victim", ""), ("", "../../.profile"), ("link/a", ""), ("", "link/a")],
)
def test_a_journal_reaches_nothing_outside(tmp_path: Path, gone: str, new: str) -> None:
    """One that was put there, as in a repository of others, is void."""
    folder = edition(tmp_path / "deep/project", small=tei())
    aside = folder / "build/.editio-abcd"
    for name in ("new", "old"):
        (aside / name).mkdir(parents=True)
    (tmp_path / "deep/victim").write_text("mine", "utf-8")
    (folder / "build/.profile").write_text("theirs", "utf-8")
    (folder / "build/link").symlink_to(folder / "tei")
    (folder / "tei/a").write_text("mine", "utf-8")
    named = {"gone": [gone] if gone else [], "new": [new] if new else []}
    (aside / "journal.json").write_text(json.dumps(named), "utf-8")
    before = {k: v for k, v in tree(tmp_path).items() if ".editio-" not in k}
    swap.sweep(folder / "build")
    assert tree(tmp_path) == before


@pytest.mark.parametrize("name", ["../../../victim.txt", "../../README.md", "link/a", "a\0b", ""])
def test_a_marker_reaches_nothing_outside(tmp_path: Path, name: str) -> None:
    """What it lists is removed in its own folder alone."""
    publish(OLD, tmp_path / "a/b/out")
    for mine in ("victim.txt", "a/README.md", "a/b/README.md", "a/b/own"):
        (tmp_path / mine).write_text("mine", "utf-8")
    (tmp_path / "a/b/out/text/link").symlink_to(tmp_path / "a/b")
    (tmp_path / "a/b/a").write_text("mine", "utf-8")
    marker = tmp_path / "a/b/out/text" / MARKER
    listed = json.loads(marker.read_bytes())
    listed["files"][name] = ""
    marker.write_text(json.dumps(listed), "utf-8")
    outside = {k: v for k, v in tree(tmp_path).items() if "out/" not in k}
    assert publish(NEW, tmp_path / "a/b/out") == []
    assert {k: v for k, v in tree(tmp_path).items() if "out/" not in k} == outside


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes")
def test_pipes_are_not_waited_for(tmp_path: Path) -> None:
    """In place of a journal, of a marker, or of a text in a folder that the settings name."""
    folder = edition(tmp_path, small=tei())
    (folder / "build/.editio-pipe").mkdir(parents=True)
    os.mkfifo(folder / "build/.editio-pipe/journal.json")
    (folder / "build/text").mkdir()
    os.mkfifo(folder / "build/text" / MARKER)
    os.mkfifo(folder / "tei/texts/pipe.xml")
    (folder / "edition.toml").write_text('texts = ["tei/texts"]', "utf-8")
    assert "O002" in run("build", folder, "--format", "text").output


def test_an_archive_of_others_stays(tmp_path: Path) -> None:
    """So does what a link of that name leads to; one of ours is replaced."""
    folder = edition(tmp_path, small=tei())
    archive = folder / "archive.zip"
    for kind in ("file", "link"):
        archive.unlink(missing_ok=True)
        (tmp_path / "precious").write_text("mine", "utf-8")
        if kind == "file":
            archive.write_text("mine", "utf-8")
        else:
            archive.symlink_to(tmp_path / "precious")
        result = run("build", folder, "--archive", "--format", "text", "--no-check")
        assert (result.exit_code, "O002" in result.output) == (2, True)
        assert archive.read_text("utf-8") == "mine"
    archive.unlink()
    for _ in range(2):
        assert not run("build", folder, "--archive", "--format", "text", "--no-check").exit_code
    assert archive.read_bytes()[:2] == b"PK"


@pytest.mark.parametrize("whose", ["a crate of others", "one of ours, and a file of others"])
def test_an_archive_is_known_by_a_mark(tmp_path: Path, whose: str) -> None:
    """Not by the metadata that archives of other programs have, too."""
    folder = edition(tmp_path, small=tei())
    archive, build = folder / "archive.zip", ("--archive", "--format", "text", "--no-check")
    if "ours" in whose:
        run("build", folder, *build)
    with zipfile.ZipFile(archive, "a") as others:
        others.writestr("a/ro-crate-metadata.json" if "crate" in whose else "a/letter.txt", "mine")
    held = archive.read_bytes()
    result = run("build", folder, *build)
    assert (result.exit_code, "O002" in result.output) == (2, True)
    assert archive.read_bytes() == held
