"""The command line as a newcomer meets it."""

import subprocess
import sys
import tomllib
from pathlib import Path

import click
import pytest
from editio import __version__
from editio.cli.main import main

from tests.pipeline.editions import ROOT, edition, tei
from tests.pipeline.test_failures import run


def test_version() -> None:
    """`editio --version` names the program and its version."""
    assert run("--version").output == f"editio, version {__version__}\n"


@pytest.mark.parametrize("name", sorted(main.commands))
def test_help_has_an_example(name: str) -> None:
    """Every command's help has an example that names it."""
    text = run(name, "--help").output
    assert "Example" in text
    assert f"editio {name}" in text.split("Example", 1)[1]


def test_every_option_is_explained() -> None:
    """No option without a word of help."""
    for command in main.commands.values():
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert parameter.help, f"{command.name} {parameter.opts}"


@pytest.mark.parametrize("command", ["build", "check"])
def test_the_environment_says_how_many(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """EDITIO_JOBS counts where --jobs does not, and is held to the same."""
    folder = edition(tmp_path, small=tei())
    monkeypatch.setenv("EDITIO_JOBS", "0")
    refused = run(command, folder)
    assert (refused.exit_code, "--jobs" in refused.output) == (2, True)
    assert run(command, folder, "--jobs", "1").exit_code == 0


def test_one_file_is_an_edition(tmp_path: Path) -> None:
    """A folder with one TEI file, and nothing else, builds in every format."""
    (tmp_path / "letter.xml").write_text(tei(title="A letter").replace(' xml:id="small"', ""))
    result = run("build", tmp_path)
    assert result.exit_code == 0, result.output
    assert "no errors, no warnings" in result.output
    for path in (
        "letter.html",
        "index.html",
        "pdf/letter.pdf",
        "text/reading/letter.txt",
    ):
        assert (tmp_path / "build" / path).stat().st_size > 0
    home = (tmp_path / "build/index.html").read_text("utf-8")
    assert f"<h1>{tmp_path.name}</h1>" in home and ">A letter</a>" in home


def test_unknown_element_is_a_warning(tmp_path: Path) -> None:
    """An unknown element is published and told once, at its first place; --strict fails on it."""
    body = "<p>a <foo>b</foo></p>\n<p><foo>c</foo></p>"
    folder = edition(tmp_path, small=tei(body))
    result = run("build", folder, "--format", "text")
    assert result.exit_code == 0
    assert "tei/texts/small.xml:7:6: warning T001: no rule for <foo> (2 times)" in result.output
    assert "a b\n\nc" in (folder / "build/text/reading/small.txt").read_text("utf-8")
    assert "no errors, 1 warning" in result.output


def test_only_the_formats_asked_for(tmp_path: Path) -> None:
    """--format limits what is written, --out where."""
    folder = edition(tmp_path / "e", small=tei())
    assert run("build", folder, "--format", "text", "--out", tmp_path / "o").exit_code == 0
    assert [path.name for path in (tmp_path / "o").iterdir()] == ["text"]
    assert not (folder / "build").exists()


def test_the_source_line_is_shown(tmp_path: Path) -> None:
    """A diagnostic shows the line with a caret under the column."""
    folder = edition(tmp_path, small=tei('<p>x <ref target="#gone">y</ref></p>'))
    output = run("check", folder, "--ignore", "P028").output
    line = '7 | <p>x <ref target="#gone">y</ref></p>'
    assert line in output
    caret = output.splitlines()[output.splitlines().index(line) + 1]
    assert caret.index("^") == line.index("#gone")


# Ctrl-C comes when a module is asked for; the program starts as `python -m` or as the script does.
WHILE_LOADING = """
import importlib, os, runpy, signal, sys

_, asked, start, *sys.argv[1:] = sys.argv

class At:
    def find_spec(self, name, path=None, target=None):
        if name == asked:
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, At())
module, _, name = start.partition(":")
if name:
    getattr(importlib.import_module(module), name)()
runpy.run_module(module, run_name="__main__")
"""


@pytest.mark.parametrize(
    ("module", "word"), [("click", "check"), ("lxml", "check"), ("lxml", "--help")]
)
@pytest.mark.parametrize("start", ["editio", "script"])
def test_interrupted_while_it_is_loaded(start: str, module: str, word: str) -> None:
    """Ctrl-C before the program has begun: one line and exit code 130, no stack trace."""
    if start == "script":
        start = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["scripts"]["editio"]
    done = subprocess.run(
        [sys.executable, "-c", WHILE_LOADING, module, start, word],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "editio: interrupted\n")


@pytest.mark.parametrize(
    ("words", "unneeded"),
    [
        ("--version", "lxml"),
        ("check --help", "editio.formats"),
        ("build --help", "editio.checks"),
        ("build --help", "editio.formats"),
    ],
)
def test_a_command_loads_what_it_needs(words: str, unneeded: str) -> None:
    """And nothing that others need."""
    code = (
        "import sys; from editio.cli.main import main; main(standalone_mode=False); "
        f"print([one for one in sys.modules if one.startswith({unneeded!r})])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *words.split()], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_from_a_folder_that_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is said what is wrong, and not that editio failed."""
    folder = tmp_path / "gone"
    folder.mkdir()
    monkeypatch.chdir(folder)
    folder.rmdir()
    done = run("check", edition(tmp_path, small=tei()))
    assert (done.exit_code, "is not there any more" in done.output) == (2, True)


def test_places_that_are_not_there(tmp_path: Path) -> None:
    """Where one asks for what cannot be written, it is said where."""
    folder = edition(tmp_path, small=tei())
    (tmp_path / "file").write_text("x", "utf-8")
    for command in (("init", tmp_path / "file/below"), ("proof", folder, "--out", "/none/a.zip")):
        done = run(*command)
        assert (done.exit_code, "T004" in done.output) == (2, False), done.output


def test_closed_streams(tmp_path: Path) -> None:
    """Where nobody reads, nothing fails."""
    folder = edition(tmp_path, small=tei())
    command = f'"{sys.executable}" -m editio check "{folder}" >&- 2>&-'
    assert subprocess.run(command, shell=True, check=False, timeout=60).returncode == 0
