"""The command line as a newcomer meets it."""

from pathlib import Path

import click
import pytest

from pipeline import __version__
from pipeline.cli import main
from tests.pipeline.editions import edition, tei
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


def test_one_file_is_an_edition(tmp_path: Path) -> None:
    """A folder with one TEI file, and nothing else, builds in every format."""
    (tmp_path / "letter.xml").write_text(tei(title="A letter").replace(' xml:id="small"', ""))
    result = run("build", tmp_path)
    assert result.exit_code == 0, result.output
    assert "no errors, no warnings" in result.output
    for path in (
        "html/letter.html",
        "html/index.html",
        "pdf/letter.pdf",
        "text/reading/letter.txt",
    ):
        assert (tmp_path / "build" / path).stat().st_size > 0
    assert "<h1>A letter</h1>" in (tmp_path / "build/html/index.html").read_text("utf-8")


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
    output = run("check", folder).output
    line = '7 | <p>x <ref target="#gone">y</ref></p>'
    assert line in output
    caret = output.splitlines()[output.splitlines().index(line) + 1]
    assert caret.index("^") == line.index("#gone")
