"""Bad input is told with its place, its code and what to do; what was built before stays."""

import errno
import os
import re
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from editio.cli.main import main

from tests.pipeline.editions import edition, tei

TENFOLD = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 8))
BOMB = f'<!DOCTYPE TEI [<!ENTITY e0 "ha">{TENFOLD}<!ENTITY c "&e7;">]>'
SPY = '<!DOCTYPE TEI [<!ENTITY f SYSTEM "file:///etc/passwd">]>'


def run(*arguments: str | Path) -> Result:
    """Run the command line as a user does; a stack trace fails the test."""
    result = CliRunner().invoke(main, [str(one) for one in arguments])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def declared(doctype: str, body: str) -> str:
    """Return a TEI document with a document type declaration."""
    return tei(body).replace("?>\n", f"?>\n{doctype}\n", 1)


@pytest.mark.parametrize("command", ["build", "check"])
@pytest.mark.parametrize(
    ("document", "place", "code", "hint"),
    [
        (tei("<p>open <hi>for ever</p>"), "bad.xml:7:", "W001", "<hi> on line 7 is still open"),
        (tei("<p>AT&T</p>"), "bad.xml:7:", "W001", "Write &amp;"),
        (tei("<p>&nbsp;</p>"), "bad.xml:7:", "W001", "in place of &nbsp;"),
        (tei("<p n=1>x</p>"), "bad.xml:7:", "W001", "quotation marks"),
        ("", "bad.xml:", "W005", "Put a TEI document into it"),
        (tei().replace("UTF-8", "UTF-16"), "bad.xml:1:1", "W001", "Correct the XML declaration"),
        (declared(BOMB, "<p>&c;</p>"), "bad.xml:2:", "W004", "Write the text out"),
        (declared(SPY, "<p>&f;</p>"), "bad.xml:2:", "W003", "Entities open no files here"),
        ("<html><body/></html>", "bad.xml:1:1", "S001", "Begin with <TEI"),
    ],
    ids=["tag", "ampersand", "entity", "attribute", "empty", "wide", "bomb", "spy", "html"],
)
def test_faulty_file(  # noqa: PLR0917  # one parameter a column of the table
    tmp_path: Path, command: str, document: str, place: str, code: str, hint: str
) -> None:
    """A faulty file is told with place, code and hint; exit code 1; nothing is built."""
    folder = edition(tmp_path, bad=document, good=tei())
    result = run(command, folder)
    assert result.exit_code == 1
    assert place in result.output
    assert f"error {code}:" in result.output
    assert hint in result.output
    assert "root:" not in result.output  # nothing of the file that the entity names
    assert not (folder / "build").exists()


@pytest.mark.parametrize(
    "doctype",
    [
        f'<!DOCTYPE TEI [<!ENTITY c "&e7;">{TENFOLD}<!ENTITY e0 "ha">]>',
        BOMB.replace("&", "&#38;"),
        '<!DOCTYPE TEI [<!ENTITY c "&#38;b;"><!ENTITY b "&#38;c;">]>',
    ],
    ids=["declared-later", "hidden", "circle"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_disguised_bombs(tmp_path: Path, doctype: str, encoding: str) -> None:
    """The order of declarations, character references and encodings hide no bomb."""
    document = declared(doctype, "<p>&c;</p>").replace("UTF-8", encoding.upper())
    folder = edition(tmp_path, good=tei())
    (folder / "tei/texts/bad.xml").write_bytes(document.encode(encoding))
    result = run("build", folder)
    assert result.exit_code == 1
    assert "error W004" in result.output


def test_rest_is_checked(tmp_path: Path) -> None:
    """A file that cannot be read does not hide the faults of the others."""
    folder = edition(tmp_path, bad="<TEI", worse=tei('<p corresp="#nowhere">x</p>', id="worse"))
    output = run("check", folder).output
    assert "bad.xml" in output
    assert re.search(r"worse.xml:7:\d+: error", output)


def test_internal_entities_are_resolved(tmp_path: Path) -> None:
    """A plain entity of the file's own is text like any other."""
    folder = edition(tmp_path, a=declared('<!DOCTYPE TEI [<!ENTITY e "Łódź">]>', "<p>in &e;</p>"))
    assert run("build", folder, "--format", "text").exit_code == 0
    assert "in Łódź" in (folder / "build/text/reading/small.txt").read_text("utf-8")


def test_no_text(tmp_path: Path) -> None:
    """A folder without TEI is a matter of configuration: exit code 2."""
    (tmp_path / "tei").mkdir()
    result = run("build", tmp_path)
    assert (result.exit_code, "error C001" in result.output) == (2, True)


def test_folder_missing(tmp_path: Path) -> None:
    """A folder that is not there is a matter of usage: exit code 2."""
    result = run("build", tmp_path / "none")
    assert (result.exit_code, "does not exist" in result.output) == (2, True)


def test_unreadable_file(tmp_path: Path) -> None:
    """A link that leads nowhere, like a file without rights, is told and the rest goes on."""
    folder = edition(tmp_path, good=tei())
    (folder / "tei/texts/gone.xml").symlink_to("nowhere.xml")
    result = run("check", folder)
    assert result.exit_code == 1
    assert "tei/texts/gone.xml: error W002: cannot be read: No such file" in result.output


@pytest.mark.parametrize(
    ("settings", "code", "hint"),
    [
        ("order = [", "C002", "edition.toml:1"),
        ('ordre = ["a"]', "C003", "Did you mean “order”?"),
        ("title = 3", "C004", "a text in quotation marks"),
        ('order = ["smal"]', "C005", "Did you mean “small”?"),
        (f"order = {'[' * 5000}", "C002", "edition.toml:1"),
        ('[site]\nfooter = "a\\u0007"', "C002", "U+0007 is not a character"),
        ('[print]\nfaces = ["pipe"]', "C006", "is no file"),
        ('[checks]\nbaseline = "pipe"', "C008", "a named pipe"),
    ],
)
def test_settings(tmp_path: Path, settings: str, code: str, hint: str) -> None:
    """A fault in edition.toml is told like any other: exit code 2."""
    folder = edition(tmp_path, small=tei())
    os.mkfifo(folder / "pipe")
    (folder / "edition.toml").write_text(settings, "utf-8")
    result = run("build", folder)
    assert result.exit_code == 2
    assert f"error {code}:" in result.output
    assert hint in result.output


def test_settings_that_are_no_file(tmp_path: Path) -> None:
    """A pipe in their place, which never ends, is not waited for."""
    folder = edition(tmp_path, small=tei())
    os.mkfifo(folder / "edition.toml")
    for command in ("check", "build"):
        result = run(command, folder)
        assert (result.exit_code, "it is a named pipe" in result.output) == (1, True)
    assert run("ids", folder / "edition.toml").exit_code == 2
    (folder / "edition.toml").unlink()
    (folder / "edition.toml").symlink_to("settings-of-ours.toml")
    assert "edition.toml: error W002: cannot be read: No such file" in run("check", folder).output


@pytest.mark.parametrize("name", ["tei/texts/more", "tei/registers", "pages", "xslt", "tei"])
def test_a_folder_that_cannot_be_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """What it holds would be lost in silence: it is told, and nothing is built."""
    folder = edition(tmp_path, small=tei())
    (folder / name).mkdir(parents=True, exist_ok=True)
    listing = os.scandir

    def refused(path: str = ".") -> Iterator[os.DirEntry[str]]:
        if Path(path) == folder / name:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
        return listing(path)

    monkeypatch.setattr(os, "scandir", refused)
    for words in (["check"], ["build", "--no-check"]):
        done = run(*words, folder)
        assert done.exit_code == 1
        assert f"{name}: error W002: cannot be read: Permission denied" in done.output
    assert not (folder / "build").exists()


def test_settings_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    """As some editors write it."""
    folder = edition(tmp_path, small=tei())
    (folder / "edition.toml").write_text('\ufefftitle = "Letters"\r\n', "utf-8")
    assert run("check", folder).exit_code == 0


def test_out_is_a_file(tmp_path: Path) -> None:
    """A place that cannot be written is told: exit code 2."""
    folder = edition(tmp_path, small=tei())
    (tmp_path / "out").write_text("mine", "utf-8")
    result = run("build", folder, "--format", "text", "--out", tmp_path / "out" / "below")
    assert result.exit_code == 2
    assert "error O001: cannot be written" in result.output
    assert (tmp_path / "out").read_text("utf-8") == "mine"


def test_stylesheet_fault_is_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When a stylesheet fails, that is said to be our fault: exit code 2, no stack trace."""
    import editio.render.job as module  # noqa: PLC0415
    from editio.engines.saxon import TransformError  # noqa: PLC0415

    def fail(*_: object) -> None:
        raise TransformError("rules.xsl: XTDE0001 on line 3")

    monkeypatch.setattr(module, "behaviours", fail)
    folder = edition(tmp_path, small=tei())
    result = run("build", folder, "--jobs", "1", "--no-cache")
    assert result.exit_code == 2
    assert "error T002" in result.output
    assert "line 3" in result.output


@pytest.mark.parametrize("name", ["re\U000e0001ason", "re\u0220", "\U00010400"])
def test_names_that_few_parsers_read(tmp_path: Path, name: str) -> None:
    """libxml2 takes them, Saxon and jing do not: told at their place, and no fault of editio."""
    folder = edition(tmp_path, bad=tei(f'<p><hi {name}="x">a</hi> <{name}/></p>'), good=tei())
    for command in ("check", "build"):
        result = run(command, folder)
        assert (result.exit_code, "bad.xml:7:1: error W001" in result.output) == (1, True)
    assert "W001" not in run("check", edition(tmp_path / "x", t=tei("<p n\u00e9='1'/>"))).stdout


def test_a_shell_that_allows_few_addresses(tmp_path: Path) -> None:
    """SaxonC ends the process that it cannot reserve them for: it is not begun."""
    folder = edition(tmp_path, small=tei())
    words = [sys.executable, "-m", "editio", "build", folder, "--format", "text"]
    allowed = (16 << 30, 16 << 30)
    done = subprocess.run(
        [str(one) for one in words],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, allowed),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, "error O006: " in done.stderr + done.stdout) == (2, True)
