"""The handbook against the program: its commands run, its settings are read, its links lead."""

import os
import re
import shlex
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from editio.cli.main import main
from editio.edition import starts
from editio.edition.project import discover
from editio.formats.cited import spoken
from editio.resources import LABELS
from packaging.requirements import Requirement

from tests.docs.pictures import finding
from tests.docs.reference import FOLDER
from tests.shared import ROOT

DOCS = ROOT / "docs"
WRITTEN = sorted(file for file in DOCS.rglob("*.md") if file.parent != FOLDER)
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def blocks(file: Path, language: str) -> list[str]:
    """Return the blocks of a page in a language."""
    return [words for kind, words in BLOCK.findall(file.read_text("utf-8")) if kind == language]


@pytest.mark.parametrize("file", WRITTEN, ids=lambda one: one.stem)
def test_commands_and_options_exist(file: Path) -> None:
    """Each `editio …` of the page, in text and blocks."""
    assert isinstance(main, click.Group)
    words = file.read_text("utf-8")
    shown = "\n".join([*re.findall(r"`(editio [^`]+)`", words), *blocks(file, "sh")])
    for command, options in re.findall(r"editio ([a-z]+)((?: +[\w./-]+)*)", shown):
        known = {name for one in main.commands[command].params for name in one.opts}
        asked = {one for one in options.split() if one.startswith("--")}
        assert asked <= known, command


def test_what_is_told_names_pages_of_the_handbook() -> None:
    """By the command that prints them, as no docs/ lies beside an edition; each is there."""
    files = [*(ROOT / "pipeline/editio").rglob("*.py")]
    words = "\n".join(path.read_text("utf-8") for path in files if path.stem != "manual")
    assert not re.findall(r"^(?!#).*docs/[\w/-]+\.md", words, re.M)
    named = {*re.findall(r"`editio help ([\w/-]+)`", words)}
    assert {"own-rules", "settings", "labels"} <= named
    for name in named:
        done = CliRunner().invoke(main, ["help", name])
        assert (done.exit_code, done.output[:2]) == (0, "# "), name


def test_help_lists_the_pages_and_tells_the_nearest() -> None:
    """Each page of docs/ by its name, also by that of its file alone; a slip of the pen."""
    listed = CliRunner().invoke(main, ["help"]).output
    assert "how-to/look  Give it a look of your own\n" in listed
    assert len(listed.splitlines()) == len([*DOCS.rglob("*.md")])
    alone, full = (CliRunner().invoke(main, ["help", one]) for one in ("look", "how-to/look.md"))
    assert alone.output == full.output
    assert "Did you mean labels?" in CliRunner().invoke(main, ["help", "lables"]).output


@pytest.mark.parametrize("file", WRITTEN, ids=lambda one: one.stem)
def test_settings_are_read(file: Path, tmp_path: Path) -> None:
    """Each block of edition.toml is taken; files that it names are not there, which is told."""
    for block in blocks(file, "toml"):
        if "entry-points" in block:
            tomllib.loads(block)
            continue
        (tmp_path / "edition.toml").write_text(block, "utf-8")
        _, found = discover(tmp_path)
        assert {one.code for one in found} <= {"C001", "C006", "C007", "C010", "C015"}, found


# Where the tutorial pushes to; a bare repository in the folder of the test stands for it.
HOST = "https://github.com/YOUR-NAME/"


def walk(folder: Path) -> list[str]:
    """Return the commands of the tutorial in their order, but for the one that goes on until it is
    ended; what the reader has, her TEI and an empty repository, is in the folder.
    """
    (folder / "my-tei").mkdir()
    text = (ROOT / "tests/projects/own/tei/texts/leaf.xml").read_bytes()
    (folder / "my-tei/leaf.xml").write_bytes(text)
    bare = ["git", "init", "--quiet", "--bare", "--initial-branch", "main"]
    subprocess.run([*bare, folder / "host/letters.git"], check=True)
    lines = [line for block in blocks(DOCS / "tutorial.md", "sh") for line in block.splitlines()]
    assert sum(line.startswith("git ") for line in lines) > 4
    return [line for line in lines if not line.startswith("editio serve")]


def surroundings(folder: Path) -> dict[str, str]:
    """What the commands find: git knows who commits, and reaches no network."""
    said = {
        "user.name": "A Reader", "user.email": "reader@example.org",
        f"url.{folder}/host/.insteadOf": HOST,
        "protocol.allow": "never", "protocol.file.allow": "always",
    }  # fmt: skip
    known = {f"GIT_CONFIG_KEY_{n}": name for n, name in enumerate(said)}
    known |= {f"GIT_CONFIG_VALUE_{n}": value for n, value in enumerate(said.values())}
    alone = {"GIT_CONFIG_COUNT": str(len(said)), "GIT_CONFIG_GLOBAL": os.devnull}
    return {**os.environ, "EDITIO_CACHE": str(folder / "cache"), **alone, **known}


def pushed(folder: Path) -> set[str]:
    """Return the files that stand in the repository that was pushed to."""
    asked = ["git", "-C", f"{folder}/host/letters.git", "ls-tree", "-r", "--name-only", "main"]
    done = subprocess.run(asked, check=True, capture_output=True, encoding="utf-8")
    return set(done.stdout.splitlines())


@pytest.mark.slow
def test_the_walk_of_the_tutorial(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each command does what it is there for; pages are not set."""
    monkeypatch.chdir(tmp_path)
    for line in walk(tmp_path):
        name, *words = shlex.split(line)
        if name == "cd":
            monkeypatch.chdir(words[0])
        elif name == "git":
            subprocess.run([name, *words], check=True, env=surroundings(tmp_path))
        else:
            more = ["--format", "text"] if words[0] == "build" else []
            done = CliRunner().invoke(main, [*words, *more])
            assert (name, done.exit_code) == ("editio", 0), done.output
    assert (tmp_path / "letters/build/text").is_dir()
    there = {".github/workflows/edition.yml", "tei/texts/letter-1.xml", "edition.toml"}
    assert there <= pushed(tmp_path)
    assert not [name for name in pushed(tmp_path) if name.startswith("build/")]


@pytest.mark.long
def test_the_walk_takes_what_the_tutorial_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As a new user walks: whole commands, one process each, with nothing in the cache.

    Together they take less than the page promises for the first three and what is read between.
    """
    assert "## A first edition in ten minutes" in (DOCS / "tutorial.md").read_text("utf-8")
    took: dict[str, float] = {}
    place = tmp_path
    for line in walk(tmp_path):
        name, *words = shlex.split(line)
        if name == "cd":
            place = (place / words[0]).resolve()
            continue
        began = time.monotonic()
        asked = [name, *words] if name == "git" else [sys.executable, "-m", *shlex.split(line)]
        subprocess.run(asked, cwd=place, env=surroundings(tmp_path), check=True, timeout=600)
        took[line] = time.monotonic() - began
    with capsys.disabled():
        print("", *(f"{seconds:7.1f} s  {asked}" for asked, seconds in took.items()), sep="\n")
    assert sum(took.values()) < 600
    assert list((tmp_path / "letters/build").rglob("*.pdf"))
    assert "tei/texts/letter-1.xml" in pushed(tmp_path)


@pytest.mark.slow
def test_the_handbook_is_built(tmp_path: Path) -> None:
    """By MkDocs, strictly: a link or an anchor that leads nowhere is an error."""
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", tmp_path],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    pages = {file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*.html")}
    assert {"index.html", "tutorial/index.html", "how-to/moving/index.html"} <= pages
    remote = re.compile(r'<(?:script|link|img)[^>]+(?:src|href)="(?:https?:)?//')
    assert [one for one in pages if remote.search((tmp_path / one).read_text("utf-8"))] == []


@pytest.mark.parametrize("file", WRITTEN, ids=lambda one: one.stem)
def test_links_lead_to_files(file: Path) -> None:
    """Also those out of the handbook, which are followed where the repository is read."""
    links = re.findall(r"\]\(([^)#:]+)[)#]", file.read_text("utf-8"))
    assert [one for one in links if not (file.parent / one).exists()] == []


def test_languages_without_labels_are_as_the_handbook_says() -> None:
    """Their interface is English, also where citations have words in them."""
    said = " ".join((DOCS / "index.md").read_text("utf-8").split())
    assert "such as Latin or Czech, has the words of the interface in English" in said
    assert not {"la", "cs"} & {one.stem for one in LABELS.glob("*.xml")}
    assert spoken("cs") == "cs"


@pytest.mark.slow
def test_the_finding_in_the_picture_is_that_of_the_readme() -> None:
    """What the picture is made of; docs/finding.png is made anew when this changes."""
    shown = (ROOT / "README.md").read_text("utf-8")
    said = finding()
    assert "D001" in said
    assert "\n".join(f"   {line}" for line in said.splitlines()) in shown


def test_pip_takes_the_forms_that_the_tutorial_has() -> None:
    """Names and addresses are requirements (PEP 508, or `git+` and an address)."""
    shown = re.findall(r"`\"?([^`\"]*editio[^`\"]*)\"?`", (DOCS / "tutorial.md").read_text("utf-8"))
    named = [one for one in shown if re.fullmatch(r"editio(\[\w+\])?( @ .+|==.+)?", one)]
    assert {*named} >= {"editio", "editio==0.2.0"}
    for one in named:
        assert Requirement(one).name == "editio"
    addresses = [one for one in shown if one.startswith(("git+", "http"))]
    assert addresses
    assert all(starts.installed(one) == one for one in addresses)
