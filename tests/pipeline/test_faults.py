"""No exception reaches the user as a stack trace: file, work and what to report are told."""

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
from editio.diagnostics import faults
from editio.edition.reading import files
from editio.formats import FORMATS
from editio.model.context import Files, Text
from editio.render import build as building
from editio.render import cache, job

from tests.pipeline.editions import ROOT, edition, tei
from tests.pipeline.test_failures import run


def failing(error: Exception) -> Any:
    """Return a function that raises."""

    def fail(*_: object, **__: object) -> Any:
        raise error

    return fail


def fails(monkeypatch: pytest.MonkeyPatch, name: str, stage: str, error: Exception) -> None:
    """Let one stage of a format raise."""
    made = dict(FORMATS)
    made[name] = replace(made[name], **cast("dict[str, Any]", {stage: failing(error)}))
    for module in (building, job):
        monkeypatch.setattr(module, "FORMATS", made)


@pytest.mark.parametrize(
    ("stage", "doing"),
    [
        ("render", "making text"),
        ("assemble", "putting text together"),
        ("prepare", "preparing text"),
    ],
)
@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (ValueError("no such thing"), "T004", "ValueError: no such thing"),
        (RecursionError("too deep"), "T004", "nested too deeply"),
        (MemoryError(), "O006", "the memory was used up"),
        (OSError(errno.ENOSPC, "No space left on device", "/x/y"), "O001", "No space left"),
    ],
    ids=["value", "recursion", "memory", "disk"],
)
def test_a_format_that_raises(  # noqa: PLR0917  # one parameter a column of the table
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stage: str, doing: str, error: Exception,
    code: str, words: str,
) -> None:  # fmt: skip
    """Whatever a format raises is told with the file, the format and a code; exit 2."""
    fails(monkeypatch, "text", stage, error)
    folder = edition(tmp_path, small=tei())
    result = run("build", folder, "--format", "text", "--jobs", "1", "--no-cache")
    assert result.exit_code == 2
    assert f"error {code}: " in result.stderr
    assert words in result.stderr
    assert code == "O001" or result.stderr.startswith("tei/texts/small.xml: error")
    assert code != "T004" or (doing in result.stderr and "Please report it" in result.stderr)
    assert not (folder / "build").exists()


def test_a_full_disk_for_the_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be kept is made all the same, to the byte, and nothing is said of it."""
    folder = edition(tmp_path / "e", small=tei())
    asked = ("build", folder, "--format", "html", "--format", "text", "--jobs", "1")
    assert run(*asked, "--no-cache", "--out", tmp_path / "sound").exit_code == 0
    monkeypatch.setattr(cache, "FOLDER", tmp_path / "cache")
    real = files.put

    def full(file: Path, pieces: Iterable[bytes]) -> None:
        if file.is_relative_to(tmp_path / "cache"):
            raise OSError(errno.ENOSPC, "No space left on device", str(file))
        real(file, pieces)

    for module in (files, cache):
        monkeypatch.setattr(module, "put", full)
    result = run(*asked, "--out", tmp_path / "full")
    assert result.exit_code == 0
    assert "No space" not in result.output
    made, whole = (
        {one.relative_to(top): one.read_bytes() for one in top.rglob("*") if one.is_file()}
        for top in (tmp_path / "full", tmp_path / "sound")
    )
    assert made == whole
    assert not list((tmp_path / "cache").glob("*"))


def test_the_other_texts_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One text that makes a format fail hides nothing of the others."""
    rendered = FORMATS["text"].render

    def fail(text: Text) -> Files:
        if text.id == "one":
            raise KeyError("one")
        return rendered(text)

    made = dict(FORMATS)
    made["text"] = replace(made["text"], render=fail)
    monkeypatch.setattr(job, "FORMATS", made)
    folder = edition(
        tmp_path,
        one=tei(id="one"),
        two=tei("<p>A <foo>b</foo></p>", id="two"),
        three=tei(id="three"),
    )
    result = run("build", folder, "--format", "text", "--jobs", "1", "--no-cache", "--no-check")
    assert result.exit_code == 2
    assert "one.xml: error T004: editio failed while making text: KeyError: 'one'" in result.stderr
    assert "two.xml:7:6: warning T001" in result.stderr


def test_any_command_ends_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where nobody thought of it; EDITIO_DEBUG shows the whole trace."""
    monkeypatch.setattr("editio.cli.build.discover", failing(ZeroDivisionError("one by zero")))
    result = run("build", tmp_path)
    assert result.exit_code == 2
    assert "error T004: editio failed: ZeroDivisionError: one by zero" in result.stderr
    monkeypatch.setenv(faults.DEBUG, "1")
    with pytest.raises(ZeroDivisionError):
        run("build", tmp_path)


def test_what_is_remembered_first_counts() -> None:
    """The innermost file is the one that was worked on; our line is in the words."""
    with (
        pytest.raises(ValueError, match="x") as caught,
        faults.on("outer.xml"),
        faults.on("a.xml", "reading"),
    ):
        raise ValueError("x")
    one = faults.told(caught.value, "edition")
    assert (one.file, one.message) == ("a.xml", "editio failed while reading: ValueError: x")


@pytest.mark.parametrize("jobs", [pytest.param("1", marks=pytest.mark.slow), "2"])
def test_an_interrupted_build_is_quiet(tmp_path: Path, jobs: str) -> None:
    """Ctrl-C: exit 130, no stack trace, also of the workers, and nothing is left behind."""
    texts = {f"t{n}": tei("<p>Words.</p>" * 300, id=f"t{n}") for n in range(30)}
    folder = edition(tmp_path, **texts)
    command = f"{sys.executable} -m editio build {folder} --format html --jobs {jobs}"
    kept = {"XDG_CACHE_HOME": str(tmp_path / "cache"), "PYTHONPATH": str(ROOT / "pipeline")}
    with subprocess.Popen(
        command.split(), stderr=subprocess.PIPE, text=True, env={**os.environ, **kept},
        start_new_session=True,
    ) as process:  # fmt: skip
        time.sleep(4)
        os.killpg(process.pid, signal.SIGINT)
        said = process.communicate(timeout=60)[1]
    assert "Traceback" not in said
    assert (process.returncode, said.strip()) == (130, "editio: interrupted")
    assert not (folder / "build").exists()
