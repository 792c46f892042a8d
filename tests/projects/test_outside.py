"""Another package adds a format and a check; a program uses editio by its public names."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import replace
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Any

import editio
import pytest
from editio import Format, Text, api, document_check, formats, outside
from editio.diagnostics import faults
from editio.diagnostics.codes import CODES
from editio.render import job

from tests.shared import ROOT

OWN = Path(__file__).parent / "own"
TINY = '''
from editio import Finding, Format, document_check, here
from editio.diagnostics import Severity


def render(text):
    return {f"{text.id}.words": str(len(str(text.behaviours).split())).encode()}


def assemble(whole):
    return {"all.txt": "\\n".join(sorted(whole.parts)).encode()}


TINY = Format((), render, assemble)


@document_check("Z101", Severity.WARNING, "the text has {count} seg", "Say why.")
def segs(document):
    """Segments are counted.

    Wrong:
        <seg/>
    Right:
        <w/>
    """
    found = list(document.root.iter("{*}seg"))
    for one in found:
        yield here(document, one, count=len(found))
'''


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of packages with one that brings a format and a check."""
    site = tmp_path_factory.mktemp("site")
    (site / "tiny.py").write_text(TINY, "utf-8")
    about = site / "tiny-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n", "utf-8")
    points = (
        "[editio.formats]\ntiny = tiny:TINY\nbroken = nowhere:X\n[editio.checks]\ntiny = tiny\n"
    )
    (about / "entry_points.txt").write_text(points, "utf-8")
    return site


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("import nowhere_at_all", "No module named"),
        (TINY.replace("Z101", "X001"), "the code X001 is taken"),
        (TINY.replace("Z101", ""), "the code “” is not a capital letter and three figures"),
        ("1 / 0", "division by zero"),
        (TINY.replace("list(document.root", "list(document.rot"), "has no attribute 'rot'"),
    ],
)
def test_checks_that_cannot_be_used_are_told(tmp_path: Path, words: str, reason: str) -> None:
    """With the package and what to do; the checks of editio are made all the same."""
    (tmp_path / "bad.py").write_text(words, "utf-8")
    about = tmp_path / "bad-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: bad-one\nVersion: 1.0\n", "utf-8")
    (about / "entry_points.txt").write_text("[editio.checks]\nbad = bad\n", "utf-8")
    done = run(tmp_path, "check", OWN)
    said = done.stdout + done.stderr
    assert "error C016: the checks “" in said
    assert reason in said
    assert "pip uninstall bad" in said
    assert done.returncode == 2
    assert "Traceback" not in said


def run(site: Path, *words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run editio where that package is installed."""
    path = os.pathsep.join([str(site), str(Path(editio.__file__).parent.parent)])
    return subprocess.run(
        [sys.executable, "-m", "editio", *map(str, words)],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


def test_a_check_of_another_package(tiny: Path) -> None:
    """It is told like ours, with its place; `explain` has its manual."""
    done = run(tiny, "check", OWN)
    assert "leaf.xml:14:9: warning Z101: the text has 3 seg" in done.stdout + done.stderr
    assert "Segments are counted." in run(tiny, "explain", "Z101").stdout


def test_the_letter_of_a_package_is_for_all_its_codes(tiny: Path, tmp_path: Path) -> None:
    """On the command line and in the settings."""
    shutil.copytree(OWN, tmp_path / "own")
    with (tmp_path / "own/edition.toml").open("a", encoding="utf-8") as settings:
        settings.write('\n[checks]\nignore = ["Z"]\n')
    done = run(tiny, "check", tmp_path / "own")
    assert not {"Z101", "C007"} & set(re.findall(r"[A-Z][0-9]{3}", done.stdout + done.stderr))
    done = run(tiny, "check", OWN, "--select", "Z")
    assert set(re.findall(r" ([A-Z][0-9]{3}):", done.stdout + done.stderr)) == {"Z101"}


@pytest.mark.slow
def test_a_code_of_a_package_can_be_ignored_whatever_its_letter(tmp_path: Path) -> None:
    """An error of a package is none after which nothing can be published."""
    site, own = tmp_path / "site", tmp_path / "own"
    for code in ("W900", "C900"):
        words = TINY.replace("Z101", code).replace("Severity.WARNING", "Severity.ERROR")
        package(site, code.lower(), words, "[editio.checks]")
    shutil.copytree(OWN, own)
    done = run(site, "check", own)
    assert set(re.findall(r"error ([A-Z][0-9]{3}):", done.stdout)) == {"W900", "C900"}
    assert done.returncode == 1
    assert run(site, "check", own, "--ignore", "W900,C").returncode == 0
    with (own / "edition.toml").open("a", encoding="utf-8") as settings:
        settings.write('\n[checks]\nignore = ["W", "C030"]\nseverity = { C900 = "hint" }\n')
    done = run(site, "check", own)
    assert re.findall(r" (?:error|warning) ([A-Z][0-9]{3}):", done.stdout) == []
    assert done.returncode == 0


@pytest.mark.slow
@pytest.mark.parametrize("name", ["html", "Data", "pages", "assets", "a/b"])
def test_a_format_whose_name_is_taken_is_told(tmp_path: Path, name: str) -> None:
    """Ours is made as always; so is nothing of another's beside the pages of the site."""
    package(tmp_path, "tiny", TINY.replace("Z101", "Z102"), f"[editio.formats]\n{name} = tiny:TINY")
    done = run(tmp_path, "check", OWN)
    assert f"error C016: the format “{name}” of the package tiny cannot be used" in done.stdout
    assert done.returncode == 2
    done = run(tmp_path, "build", OWN, "--no-check", "--format", "html", "--out", tmp_path / "out")
    assert (tmp_path / "out/leaf.html").is_file()
    assert not (tmp_path / "out/leaf.words").exists()


@pytest.mark.slow
def test_the_package_of_the_handbook_is_one(tmp_path: Path) -> None:
    """Copied from the page: its format is built, its check is told and explained."""
    page = (ROOT / "docs/how-to/extend.md").read_text("utf-8")
    said, module = re.findall(r"```(?:toml|python)\n(.*?)```", page, re.S)
    project = tomllib.loads(said)["project"]
    points = "\n".join(
        "\n".join([f"[{group}]", *(f"{name} = {place}" for name, place in named.items())])
        for group, named in project["entry-points"].items()
    )
    package(tmp_path, project["name"], module, points)
    out = tmp_path / "out"
    done = run(tmp_path, "build", OWN, "--no-check", "--format", "words", "--out", out)
    assert done.returncode == 0
    assert (out / "words/leaf.count").read_text("utf-8") == "34"
    assert "warning Z101: a segment of type" in run(tmp_path, "check", OWN).stdout
    assert "Segments are told." in run(tmp_path, "explain", "Z101").stdout


def package(site: Path, name: str, words: str, points: str) -> None:
    """Write a package of one module; a heading of checks alone has that module under it."""
    about = site / f"{name}-1.0.dist-info"
    about.mkdir(parents=True)
    (site / f"{name}.py").write_text(words, "utf-8")
    said = f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n"
    (about / "METADATA").write_text(said, "utf-8")
    points += f"\n{name} = {name}" if points == "[editio.checks]" else ""
    (about / "entry_points.txt").write_text(f"{points}\n", "utf-8")


@pytest.mark.parametrize("code", ["", "Z", "z101", "Z1", "Z1010", "ZZ01", "Z10²", "Z101\n"])
def test_a_code_is_a_letter_and_three_figures(code: str) -> None:
    """Another one is not entered."""
    with pytest.raises(ValueError, match="is not a capital letter and three figures"):
        document_check(code, editio.Severity.WARNING, "", "")(lambda _: iter(()))
    assert code not in CODES


@pytest.mark.slow
def test_a_format_of_another_package(tiny: Path, tmp_path: Path) -> None:
    """It is built by its name, from behaviours, and assembled; one that is broken says why."""
    out = tmp_path / "out"
    done = run(tiny, "build", OWN, "--format", "tiny", "--out", out, "--no-cache")
    assert done.returncode == 0, done.stderr
    assert (out / "tiny/all.txt").read_text("utf-8") == "leaf.words"
    assert int((out / "tiny/leaf.words").read_text("utf-8")) > 10
    told = [run(tiny, "build", OWN, "--format", "tiny", "--out", out) for _ in range(2)][1]
    assert "nothing has changed" in told.stderr
    (tiny / "tiny.py").write_text(
        TINY.replace(".join(", '.join(["new", *').replace("parts))", "parts)])"), "utf-8"
    )
    again = run(tiny, "build", OWN, "--format", "tiny", "--out", out)
    assert again.returncode == 0, again.stderr
    assert (out / "tiny/all.txt").read_text("utf-8") == "new\nleaf.words"
    (tiny / "tiny.py").write_text(
        TINY.replace(
            "render, assemble)", "render, assemble, joins=True, reads=frozenset({'tei'}))"
        ),
        "utf-8",
    )
    joined = run(tiny, "build", OWN, "--format", "tiny", "--out", out)
    assert joined.returncode == 0, joined.stderr
    assert (out / "tiny/all.txt").read_text("utf-8") == "leaf.words"
    assert not (out / "tiny/leaf.words").exists()
    broken = run(tiny, "build", OWN, "--format", "broken", "--out", out)
    assert "error T007: the format “broken” of another package failed: " in broken.stderr
    assert "ModuleNotFoundError: No module named 'nowhere'" in broken.stderr


@pytest.mark.parametrize("changed", ["pkg/template.txt", "pkg/inner/of.py", "sibling.py"])
@pytest.mark.parametrize("listed", [True, False])
def test_any_file_of_a_package_is_its_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changed: str, *, listed: bool
) -> None:
    """Its data and its other modules, where it is installed and where it is in the making."""
    home = tmp_path / "home"
    sources = home if listed else tmp_path / "sources"
    names = ("pkg/__init__.py", "pkg/inner/of.py", "pkg/template.txt", "sibling.py")
    for name in names:
        (sources / name).parent.mkdir(parents=True, exist_ok=True)
        (sources / name).write_text("", "utf-8")
    package(home, "other", "", "[editio.formats]\nother = pkg:X")
    record = "\n".join(f"{one},," for one in (names if listed else ("other.pth",)))
    (home / "other-1.0.dist-info/RECORD").write_text(record, "utf-8")
    monkeypatch.syspath_prepend(sources)
    monkeypatch.syspath_prepend(home)
    found = tuple(entry_points(group=outside.FORMATS, name="other"))
    monkeypatch.setattr(outside, "brought", lambda group: found * (group == outside.FORMATS))
    read = outside.code.__wrapped__
    before = read()
    assert read() == before
    (sources / "pkg/__pycache__").mkdir()
    (sources / "pkg/__pycache__/of.pyc").write_bytes(b"1")
    assert read() == before
    (sources / changed).write_text("1", "utf-8")
    assert read() != before


def test_a_format_reads_what_there_is() -> None:
    """All that a text is rendered with, by name; another name is told when it is written."""
    assert job._EVERY == job._ALWAYS | formats.READABLE
    with pytest.raises(ValueError, match="it reads 'titel'; there are: design, edition_title"):
        Format((), reads=frozenset(("tei", "titel")))


FORMAT = Format((), lambda text: {}, lambda whole: {})


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        ({"a": "words"}, "it gives 'words' where it must give files"),
        (["a"], "it gives ['a'] where it must give files"),
        (None, "ZeroDivisionError: integer division or modulo by zero (test_outside.py:"),
    ],
)
def test_a_format_that_fails_is_not_a_fault_of_ours(
    made: object, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it gives instead of files, or where in its code it stopped."""

    def render(text: Text) -> Any:
        return made or 1 // 0

    point = EntryPoint("odd", "odd:ODD", outside.FORMATS)
    monkeypatch.setattr(EntryPoint, "load", lambda _: replace(FORMAT, render=render))
    with pytest.raises(outside.OutsideError) as caught:
        formats._brought(point).render(None)  # type: ignore[arg-type]  # nobody looks at it
    formats._loaded.cache_clear()
    told = faults.told(caught.value, "a.xml")
    assert (told.code, told.file) == ("T007", "a.xml")
    assert reason in told.message


def test_programs_open_check_and_build(tmp_path: Path) -> None:
    """By the names of the package alone."""
    one = editio.open_edition(OWN)
    assert [text.id for text in one.texts] == ["leaf"]
    assert [told.code for told in editio.check(OWN) if told.severity is editio.Severity.ERROR] == []
    made = editio.build(OWN, tmp_path / "out", formats=["text"])
    assert made.words == made.kept > 0
    assert set(made.written) == {"text"}
    assert [term.words for term in made.terms] == ["CC BY 4.0"]


def test_each_public_name_is_there() -> None:
    """What type checkers are told is what programs find."""
    told = Path(editio.__file__).with_suffix(".pyi").read_text("utf-8")
    assert sorted(re.findall(r"^from editio\.api import (\w+) as \1$", told, re.M)) == api.__all__
    assert set(api.__all__) == set(editio._HOME)
    assert all(getattr(editio, name) is getattr(api, name) for name in api.__all__)


def test_names_that_are_not_promised_are_not_there() -> None:
    """A name that is asked for and is not public is told with those that are."""
    with pytest.raises(AttributeError, match="there are: build"):
        _ = editio.render_all  # type: ignore[attr-defined]


def test_nothing_heavy_is_loaded_to_check() -> None:
    """The package alone loads none of its rooms, and a check that is made no engine of pages."""
    code = (
        "import sys, editio; assert 'lxml' not in sys.modules; "
        f"assert editio.check({str(OWN)!r}); import editio.cli.check; "
        "print({one.partition('.')[0] for one in sys.modules}"
        " & {'weasyprint', 'pydyf', 'pyphen', 'ziamath'})"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False
    )
    assert done.stdout.strip() == "set()", done.stderr
