"""README.md against the program: its commands are run, its example is spoiled and mended, the
files, settings and numbers that it names are there.
"""

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from editio import __version__
from editio.cli.main import main
from editio.edition.config.settings import FORMATS
from lxml import etree

from tests.shared import ROOT

README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^( *)```(\w*)\n(.*?)^ *```$", README, re.DOTALL | re.MULTILINE)
SHOWN = [text for _, language, text in BLOCKS if language == "sh"]
TEXT = Path("tei/texts/khrushchev-at-70.xml")


def run(*arguments: str) -> Result:
    """Run editio as if it were called."""
    return CliRunner().invoke(main, arguments)


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this edition, its plain text built, then spoiled as the tour says."""
    root = tmp_path_factory.mktemp("tour")
    shutil.copytree(ROOT / "tei", root / "tei")
    shutil.copy(ROOT / "edition.toml", root)
    assert run("build", str(root), "--format", "text").exit_code == 0
    whole = (root / TEXT).read_text("utf-8")
    for right, wrong in re.findall(r"the first\s+`([^`]+)` a\s+`([^`]+)`", README):
        assert right in whole
        whole = whole.replace(right, wrong, 1)
    (root / TEXT).write_text(whole, "utf-8")
    return root


def test_the_spoiled_file_is_told_as_the_tour_shows(
    edition: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To the letter; the pointer too, with what was meant."""
    monkeypatch.chdir(edition)
    done = run("check")
    (example,) = (text for _, language, text in BLOCKS if not language)
    shown = "".join(line.removeprefix("   ") for line in example.splitlines(keepends=True))
    assert done.exit_code == 1
    assert shown in done.output
    assert "Did you mean “#stalin”?" in done.output
    (code,) = set(re.findall(r"error (\w\d{3})", shown))
    assert f"editio explain {code}" in README


def test_nothing_is_published_of_a_spoiled_text(edition: Path) -> None:
    """The last good build stays, to the byte."""
    before = {one: one.read_bytes() for one in files(edition / "build")}
    assert before
    assert run("build", str(edition), "--format", "text").exit_code == 1
    assert {one: one.read_bytes() for one in files(edition / "build")} == before


def files(folder: Path) -> list[Path]:
    """Return the files of a folder and of those in it."""
    return [one for one in folder.rglob("*") if one.is_file()]


@pytest.mark.slow
def test_what_the_tour_lists_is_there_after_a_build(tmp_path: Path) -> None:
    """Without a format named, as `make build` builds."""
    assert run("build", str(ROOT / "tests" / "mini"), "--out", str(tmp_path)).exit_code == 0
    listed = set(re.findall(r"`build/([^`]*[^`/])/?`", README))
    assert len(listed) > 8
    assert {one for one in listed if not (tmp_path / one).exists()} == set()
    made = {one.name for one in tmp_path.iterdir()} & {*FORMATS}
    assert made and made <= {one.split("/")[0] for one in listed}


@pytest.mark.slow
def test_an_edition_of_one_s_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands of that section, line by line, with letters that name no register or schema."""
    (tmp_path / "letters").mkdir()
    for file in (ROOT / "tests" / "mini" / "tei" / "texts").glob("*.xml"):
        alone = re.sub(r' ref="[^"]*"|<\?xml-model.*?\?>\s*', "", file.read_text("utf-8"))
        (tmp_path / "letters" / file.name).write_text(alone, "utf-8")
    monkeypatch.chdir(tmp_path)
    copy, *commands = SHOWN[1].splitlines()
    subprocess.run(copy, shell=True, check=True)
    for line in commands:
        arguments = line.partition("#")[0].split()[1:]
        done = run(*arguments, *(("--format", "text") if "build" in line else ()))
        assert done.exit_code == 0, done.output
    assert len(commands) == 2
    assert (tmp_path / "my-edition" / "build" / "text" / "reading").is_dir()


def test_five_lines_to_begin_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first three set editio up, which tests/package does; the others are run as they are."""
    (begun,) = (text for _, language, text in BLOCKS if language == "text" and "venv" in text)
    lines = [line.partition("#")[0].strip() for line in begun.splitlines()]
    assert len(lines) == 5
    assert [line.split()[0] for line in lines[3:]] == ["editio", "editio"]
    monkeypatch.chdir(tmp_path)
    for line in lines[3:]:
        done = run(*line.split()[1:], *(("--format", "html") if " build " in line else ()))
        assert done.exit_code == 0, done.output
    (said,) = re.findall(r"into (my-letters/build/)", begun)
    assert (tmp_path / said / "index.html").is_file()


def test_one_editio_is_called() -> None:
    """In that section the one that its first block puts on the path; in the tour that of make."""
    tour, _, own = README.partition("## Your own edition")
    assert "export PATH=~/editio/bin:$PATH" in own
    assert ".venv/" not in own
    calls = [
        line.partition("#")[0].split()[0]
        for _, _, text in BLOCKS
        for line in text.splitlines()
        if re.match(r"(\S*/)?editio ", line)
    ]
    assert set(calls) == {"editio"}
    assert len(calls) == 4
    assert set(re.findall(r"`(\S*/)editio ", tour)) == {".venv/bin/"}


def test_commands_and_options_exist() -> None:
    """Every `editio …` that is named, with its options."""
    assert isinstance(main, click.Group)
    named = re.findall(
        r"editio ([a-z]+)((?: +--[a-z-]+)*)", " ".join(re.findall(r"`[^`]*`", README))
    )
    assert {command for command, _ in named} >= {"check", "build", "serve", "explain", "schema"}
    for command, options in named:
        known = {name for one in main.commands[command].params for name in one.opts}
        assert set(options.split()) <= known


def test_targets_exist() -> None:
    """Every `make …` is a target of the Makefile."""
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = set(re.findall(r"(?:`|^)make ([a-z-]+)", README, re.MULTILINE))
    assert {"build", "test", "test-all"} <= named <= targets


def test_links_lead_to_files() -> None:
    """Also the picture."""
    links = re.findall(r"\]\(([^)#]+)", README)
    assert len(links) > 10
    assert [one for one in links if not (ROOT / one).exists()] == []


def test_the_version_and_the_address_that_is_cited() -> None:
    """The version is the program's, the paragraph one of the text's, by its xml:id."""
    assert f"version {__version__}" in README
    (text, place) = re.findall(r"`([\w-]+)\.html#(\w+)`", README)[0]
    found = etree.parse(ROOT / "tei" / "texts" / f"{text}.xml").xpath(
        "//@xml:id[. = $place]", place=place
    )
    assert found == [place]


def test_the_python_that_is_needed() -> None:
    """As the package says it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = project["requires-python"].removeprefix(">=")
    assert f"Python {needed} or newer" in README
