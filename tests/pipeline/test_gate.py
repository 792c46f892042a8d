"""A build begins with the checks: what has an error is told and not built."""

import os
import pickle
import re
from pathlib import Path
from typing import Any

import pytest
from editio.checks.gate import admitted
from editio.edition.project import discover
from editio.edition.reading import source
from editio.edition.reading.source import Document

from tests.checks.editions import broken, laid_over
from tests.pipeline.editions import edition, tei
from tests.pipeline.test_failures import run

TEXTS = ("--format", "text")
POINTER = '<p>Ask <ref target="#nobody">them</ref>.</p>'
DATE = '<p>On <date when="1964-13-17">a day</date>.</p>'
TWICE = '<p xml:id="a">One.</p><p xml:id="a">Two.</p>'


def contents(folder: Path) -> dict[str, bytes]:
    """Read every file below a folder."""
    return {str(one): one.read_bytes() for one in sorted(folder.rglob("*")) if one.is_file()}


@pytest.mark.parametrize(
    ("body", "code"),
    [(POINTER, "P002"), (DATE, "D001"), (TWICE, "P001")],
    ids=["pointer", "date", "id"],
)
def test_an_error_stops_the_build(tmp_path: Path, body: str, code: str) -> None:
    """Exit 1, the finding as `check` has it, the last build as it was."""
    folder = edition(tmp_path, small=tei())
    assert run("build", folder, *TEXTS).exit_code == 0
    before = contents(folder / "build")
    (folder / "tei/texts/small.xml").write_text(tei(body), "utf-8")
    checked, built = run("check", folder), run("build", folder, *TEXTS)
    assert (checked.exit_code, built.exit_code) == (1, 1)
    findings, _, counts = checked.stdout.rstrip().rpartition("\n")
    assert f"error {code}" in findings
    assert built.stderr.startswith(findings)
    errors = f"{findings.count(f'error {code}')} error"
    assert f"nothing was built; 1 file checked, against no schema; {errors}" in built.stderr
    assert counts.partition("; ")[2] in built.stderr
    assert contents(folder / "build") == before


def test_warnings_are_told_and_built(tmp_path: Path) -> None:
    """What can be disputed stops nothing, and is told once."""
    folder = edition(tmp_path, small=tei("<p>Two  blanks and a <foo>bar</foo>.</p>"))
    result = run("build", folder, *TEXTS)
    assert result.exit_code == 0
    assert [result.stderr.count(code) for code in ("warning X005", "warning T001")] == [1, 1]
    assert "1 file checked, against no schema; no errors, 2 warnings" in result.stderr
    assert (folder / "build/text/reading/small.txt").is_file()


def test_against_what_texts_were_checked(tmp_path: Path) -> None:
    """The summary counts files by schema, those without one that can be used apart: as `check`
    does, and where nothing has changed.
    """
    bare, far, own = (tei(id=name).partition("?>")[2].strip() for name in ("bare", "far", "own"))
    far = f'<?xml-model href="https://example.org/a.rng"?>\n{far}'
    own = f'<?xml-model href="own.rnc"?>\n{own}'
    folder = edition(tmp_path, bare=bare, far=far, own=own)
    (folder / "tei/texts/own.rnc").write_text(
        "start = any\nany = element * { any* & text & attribute * { text }* }"
    )
    said = "3 files checked: 1 against own.rnc, 2 against no schema; no errors, 1 warning"
    checked, built, again = run("check", folder), *(run("build", folder, *TEXTS) for _ in "12")
    assert said.partition(": ")[2] in checked.stdout
    assert said in built.stderr
    assert "nothing has changed" in again.stderr
    assert said in again.stderr


def test_what_rules_say_is_told_where_nothing_is_built(tmp_path: Path) -> None:
    """Beside an error an unknown element is told as well; where it is one, nothing is built."""
    unknown = "<p>A <foo>bar</foo>.</p>"
    folder = edition(tmp_path, small=tei(POINTER + unknown))
    result = run("build", folder, *TEXTS)
    assert result.exit_code == 1
    assert [result.stderr.count(code) for code in ("error P002", "warning T001")] == [1, 1]
    (folder / "tei/texts/small.xml").write_text(tei(unknown), "utf-8")
    (folder / "edition.toml").write_text('[checks]\nseverity = { T001 = "error" }\n', "utf-8")
    result = run("build", folder, *TEXTS)
    assert (result.exit_code, result.stderr.count("error T001")) == (1, 1)
    assert not (folder / "build").exists()


def test_without_checks(tmp_path: Path) -> None:
    """--no-check builds what has errors, and claims nothing of what was not looked at."""
    folder = edition(tmp_path, small=tei(POINTER))
    result = run("build", folder, *TEXTS, "--no-check")
    assert result.exit_code == 0
    assert "not checked (--no-check)" in result.stderr
    assert "no errors" not in result.stderr
    assert "Ask them." in (folder / "build/text/reading/small.txt").read_text("utf-8")


def test_nothing_to_check(tmp_path: Path) -> None:
    """That is no --no-check; and a pipe in place of the folder is told by its name."""
    (tmp_path / "edition.toml").symlink_to("gone.toml")
    done = run("build", tmp_path)
    assert (done.exit_code, "0 files checked" in done.stderr) == (1, True)
    assert "not checked" not in done.stderr
    assert "not checked (--no-check)" in run("build", tmp_path, "--no-check").stderr
    os.mkfifo(tmp_path / "fx.xml")
    done = run("build", tmp_path / "fx.xml")
    assert (done.exit_code, "fx.xml is not a folder" in done.stderr) == (2, True)
    assert "edition.toml" not in done.stderr


def test_without_checks_what_is_not_published_is_told(tmp_path: Path) -> None:
    """--no-check is no way to lose a link or a picture in silence; what is ignored stays so."""
    script = '<p><ref target="javascript:x">Run</ref> <ref target="https://a.org">go</ref>.</p>'
    figure = '<figure><graphic url="{}"/><figDesc>A sea.</figDesc></figure>'
    picture = figure.format("https://a.org/x.png") + figure.format("//a.org/y.png")
    folder = edition(tmp_path, small=tei(script + picture + POINTER))
    done = run("build", folder, *TEXTS, "--no-check")
    assert re.findall(r"warning (\w+):", done.stderr) == ["P024", "P025", "P046"]
    assert done.stderr.rstrip().endswith("not checked (--no-check); 3 warnings")
    (folder / "edition.toml").write_text('[checks]\nignore = ["P024"]\n', "utf-8")
    done = run("build", folder, *TEXTS, "--no-check", "--ignore", "P025")
    assert (done.exit_code, "warning P025" in done.stderr) == (0, False)


def test_what_cannot_be_read_is_not_built(tmp_path: Path) -> None:
    """Not even with --no-check: the text would be lost."""
    folder = edition(tmp_path, small=tei("<p>open"), other=tei(id="other"))
    result = run("build", folder, *TEXTS, "--no-check")
    assert result.exit_code == 1
    assert "error W001" in result.stderr
    assert not (folder / "build").exists()


def test_each_file_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is checked is what is published: the same documents, read once."""
    folder = laid_over(tmp_path / "mini")
    names: list[str] = []
    read = source.read

    def counted(file: Path, shown: str, *rest: Any) -> object:
        names.append(shown)
        return read(file, shown, *rest)

    monkeypatch.setattr(source, "read", counted)
    assert run("build", folder, *TEXTS, "--jobs", "1", "--no-cache").exit_code == 0
    assert sorted(names) == sorted(set(names))
    assert "tei/texts/letter.xml" in names


@pytest.mark.slow
def test_many_files_are_checked_in_many_processes(tmp_path: Path) -> None:
    """Documents come back from other processes whole, and are built."""
    folder = edition(tmp_path, **{f"t{n}": tei(f"<p>Text {n}.</p>", id=f"t{n}") for n in range(30)})
    one = admitted(*discover(folder), 2)
    assert (one.checked, one.faulty, len(one.edition.texts)) == (30, False, 30)
    assert run("build", folder, *TEXTS, "--jobs", "2").exit_code == 0
    assert "Text 29." in (folder / "build/text/reading/t29.txt").read_text("utf-8")


def test_what_the_settings_leave_out(tmp_path: Path) -> None:
    """What is checked is dressed as the settings want it, with and without the gate."""
    body = '<div type="stamp"><p>Stamped.</p></div><div><p>Said.</p></div>'
    folder = edition(tmp_path, small=tei(body))
    (folder / "edition.toml").write_text('[reading]\nleave-out = ["stamp"]\n', "utf-8")
    for options in ((), ("--no-check",)):
        assert run("build", folder, *TEXTS, *options).exit_code == 0
        words = (folder / "build/text/reading/small.txt").read_text("utf-8")
        assert ("Stamped." in words, "Said." in words) == (False, True)


def test_a_document_travels(tmp_path: Path) -> None:
    """Tree, places, what stands before the root: nothing is lost between processes."""
    file = tmp_path / "a.xml"
    file.write_text('<?xml-model href="a.rng"?>\n<!-- a word -->\n' + tei().partition("\n")[2])
    document = source.read(file, "a.xml")
    assert isinstance(document, Document)
    again = pickle.loads(pickle.dumps(document))
    assert [str(one) for one in again.root.itersiblings(preceding=True)] == [
        str(one) for one in document.root.itersiblings(preceding=True)
    ]
    assert again.at(again.root[1]) == document.at(document.root[1]) == (7, 1)
    same = ("path", "id", "xml", "digest", "lines", "data")
    assert [getattr(again, one) for one in same] == [getattr(document, one) for one in same]


def test_a_draft_with_an_error_is_not_shown(tmp_path: Path) -> None:
    """A fault that a check finds leaves the last draft, like one of reading."""
    from editio.serve import drafts  # noqa: PLC0415

    folder = laid_over(tmp_path / "mini")
    broken(folder / "tei/texts/letter.xml")
    made = drafts.draft(folder, tmp_path / "out", 1)
    assert not made.published
    assert "P002" in {one.code for one in made.diagnostics}
    assert not (tmp_path / "out").exists()
