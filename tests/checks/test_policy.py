"""Which findings count: [checks] in edition.toml, --select and --ignore, the baseline."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from editio.checks.baseline import key
from editio.diagnostics import diagnostic
from editio.diagnostics.codes import CODES, ERROR, WARNING
from editio.edition.config.settings import FORMATS as NAMES
from editio.formats import FORMATS
from editio.model.context import Files, Text
from editio.render import job

from tests.pipeline.editions import edition, tei
from tests.pipeline.test_failures import run

pytestmark = pytest.mark.usefixtures("without_grammar")

# One error P002, warnings X005 and X001.
FAULTY = (
    '<p xml:id="p1">Two  blanks.</p>\n'
    '<p xml:id="p2">A <ref target="#gone">word</ref> with a Cyrillic lettеr.</p>'
)
BASELINE = "checks-baseline.json"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make an edition with an error and two warnings."""
    return edition(tmp_path, small=tei(FAULTY))


def settings(folder: Path, words: str) -> None:
    """Write the settings of an edition."""
    (folder / "edition.toml").write_text(words, "utf-8")


def codes(folder: Path, *options: str) -> dict[str, str]:
    """Check; return the severity of each finding by its code.

    That these small texts name no schema (S011) is left out.
    """
    output = run("check", folder, "--format", "json", *options).stdout
    found = {one["code"]: one["severity"] for one in json.loads(output)}
    return {code: severity for code, severity in found.items() if code != "S011"}


def test_what_is_found_without_settings(folder: Path) -> None:
    """The case that the other tests change."""
    assert codes(folder) == {"X005": "warning", "P002": "error", "X001": "warning"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ('ignore = ["X005"]', {"P002": "error", "X001": "warning"}),
        ('ignore = ["X", "P002"]', {}),
        ('severity = { X005 = "error", P002 = "hint" }',
         {"X005": "error", "P002": "hint", "X001": "warning"}),
        ('severity = { X = "hint" }', {"X005": "hint", "P002": "error", "X001": "hint"}),
    ],
)  # fmt: skip
def test_settings(folder: Path, words: str, expected: dict[str, str]) -> None:
    """Codes, or the letter of all of a kind, are left out or weighed otherwise."""
    settings(folder, f"[checks]\n{words}\n")
    assert codes(folder) == expected


def test_one_file_is_judged_like_the_edition(folder: Path) -> None:
    """The settings count for whoever checks a part, such as a hook before a commit."""
    settings(folder, '[checks]\nignore = ["X"]\n')
    assert codes(folder / "tei/texts/small.xml") == {"P002": "error"}


def test_a_hint_is_shown_and_never_fails(folder: Path) -> None:
    """Not even with --strict; nor does it stop a build."""
    settings(folder, '[checks]\nseverity = { P = "hint", X = "hint" }\n')
    result = run("check", folder, "--strict")
    assert result.exit_code == 0
    assert "hint P002" in result.stdout
    assert "no errors, no warnings, 4 hints" in result.stdout
    assert "::notice " in run("check", folder, "--format", "github").stdout
    assert run("build", folder, "--format", "text").exit_code == 0


def test_a_warning_made_an_error_stops_the_build(folder: Path) -> None:
    """A house may be stricter than editio."""
    settings(folder, '[checks]\nignore = ["P"]\nseverity = { X005 = "error" }\n')
    result = run("build", folder, "--format", "text")
    assert result.exit_code == 1
    assert "error X005" in result.stderr
    assert not (folder / "build").exists()


@pytest.mark.parametrize("severity", ["error", "warning"])
def test_what_is_met_in_rendering_is_weighed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, severity: str
) -> None:
    """A finding of a format that is made an error holds back the whole build."""
    settings(folder, f'[checks]\nignore = ["P"]\nseverity = {{ O010 = "{severity}" }}\n')
    found = diagnostic("O010", "tei/texts/small.xml", 7, words="Two", where="", times="")

    def render(text: Text) -> Files:
        text.report(found)
        return {"reading/small.txt": b"Two blanks."}

    made = {**FORMATS, "text": replace(FORMATS["text"], render=render)}
    monkeypatch.setattr(job, "FORMATS", made)
    result = run("build", folder, "--format", "text", "--no-cache", "--jobs", "1")
    stopped = severity == "error"
    assert result.exit_code == 2 * stopped
    assert f"{severity} O010" in result.stderr
    assert ("nothing was published" in result.stderr) == stopped
    assert (folder / "build").exists() != stopped


def test_a_build_takes_codes_like_a_check(folder: Path) -> None:
    """What is ignored for one build stops nothing; what is not there is told."""
    small = ("--format", "text")
    assert run("build", folder, *small).exit_code == 1
    result = run("build", folder, *small, "--ignore", "p002,X")
    assert (result.exit_code, "error P002" in result.stderr) == (0, False)
    assert run("build", folder, *small, "--select", "X").exit_code == 0
    assert "There is no code X05. Near: X005" in run("build", folder, "--ignore", "X05").output


@pytest.mark.parametrize("way", ["build", "check", "settings", "again"])
def test_what_is_left_out_is_counted(folder: Path, way: str) -> None:
    """No summary says that there is none of what was there; errors are named."""
    words = ["--ignore", "P002,X005"]
    if way == "settings":
        settings(folder, '[checks]\nignore = ["P002", "X005"]\n')
        words = []
    command = ("check", folder) if way == "check" else ("build", folder, "--format", "text")
    for _ in range(2 if way == "again" else 1):
        result = run(*command, *words)
    said = result.output.strip().splitlines()[-1]
    assert "no errors" not in said
    assert "1 warning, " in said
    assert said.endswith("; left out as asked: 1 error, 1 warning (errors: P002)")
    assert ("nothing has changed" in said) == (way == "again")


def test_on_the_command_line(folder: Path) -> None:
    """--select and --ignore take codes and letters, in small letters too."""
    assert set(codes(folder, "--select", "x005,P")) == {"X005", "P002"}
    assert set(codes(folder, "--ignore", "X")) == {"P002"}
    assert set(codes(folder, "--select", "X", "--ignore", "X005")) == {"X001"}
    result = run("check", folder, "--ignore", "X05")
    assert result.exit_code == 2
    assert "There is no code X05. Near: X005" in result.output


@pytest.mark.parametrize(
    ("words", "place", "code", "hint"),
    [
        ('formats = ["html", "htlm"]', "1:21", "C007", "Did you mean “html”?"),
        ('[checks]\nignore = ["X05"]', "2:11", "C007", "Did you mean “X005”?"),
        ('[checks]\nseverity = { H005 = "hnit" }', "2:21", "C007", "Did you mean “hint”?"),
        ('[checks]\nseverity = { "" = "hint" }', "2:14", "C007", "There are: A001"),
        ('[checks]\nignore = ["W001"]', "2:11", "C009", "Take it out of “ignore”"),
        ('[checks]\nseverity = { P003 = "hint" }', "2:14", "C009", "Take it out of “severity”"),
        ('[checks]\nignroe = ["X"]', "2:1", "C003", "Did you mean “ignore”?"),
        (
            '[checks]\nignore = "X"',
            "2:1",
            "C004",
            'It is the text “X”; write, for example: ignore = ["X005"]',
        ),
        ('[checks]\nbaseline = "gone.json"', "2:12", "C008", "editio check --write-baseline"),
    ],
)
@pytest.mark.parametrize("command", ["check", "build"])
def test_settings_that_are_wrong(  # noqa: PLR0917  # one parameter a column of the table
    folder: Path, command: str, words: str, place: str, code: str, hint: str
) -> None:
    """Each is told with its place and the nearest that there is; exit 2, nothing is built."""
    settings(folder, words)
    result = run(command, folder)
    assert result.exit_code == 2
    assert f"edition.toml:{place}: error {code}:" in result.output
    assert hint in result.output
    assert not (folder / "build").exists()


def test_names_of_formats() -> None:
    """The settings know every format, and no other, in the order in which they are made."""
    assert tuple(FORMATS) == NAMES


def test_what_cannot_be_published_cannot_be_ignored(tmp_path: Path) -> None:
    """Ignoring a letter leaves out its warnings, not files that cannot be read."""
    folder = edition(
        tmp_path,
        small=tei('<p xml:id="p1">open'),
        other=tei('<p xml:id="p1">Two  blanks.</p>', id="other"),
    )
    settings(folder, '[checks]\nignore = ["W", "X"]\n')
    assert set(codes(folder)) == {"W001"}
    assert set(codes(folder, "--select", "X001")) == {"W001"}


def test_a_baseline(folder: Path) -> None:
    """What was there when it was written is known, wherever its lines move; what is new is told."""
    result = run("check", folder, "--write-baseline")
    assert (result.exit_code, f"wrote {folder / BASELINE}" in result.stderr) == (0, True)
    assert (
        "no new errors, no new warnings, 4 more that the baseline knows (errors: " in result.stdout
    )
    text = folder / "tei/texts/small.xml"
    text.write_text(
        text.read_text("utf-8").replace(
            '<p xml:id="p1">Two', '\n\n<p xml:id="p0">One.</p>\n<p xml:id="p1">Two'
        ),
        "utf-8",
    )
    assert codes(folder) == {}
    built = run("build", folder, "--format", "text")
    assert built.exit_code == 0
    assert "4 more that the baseline knows" in built.stderr
    text.write_text(text.read_text("utf-8").replace("#gone", "#lost"), "utf-8")
    assert codes(folder) == {"P002": "error"}
    assert run("build", folder, "--format", "text").exit_code == 1


def test_one_more_of_a_kind_tells_all_of_it(folder: Path) -> None:
    """Nobody can say which of equal findings is the new one."""
    run("check", folder, "--write-baseline")
    text = folder / "tei/texts/small.xml"
    text.write_text(
        text.read_text("utf-8").replace(
            '<p xml:id="p1">Two', '<p xml:id="p0">A lettеr.</p><p xml:id="p1">Two'
        ),
        "utf-8",
    )
    found = json.loads(run("check", folder, "--format", "json").stdout)
    assert [(one["code"], one["line"]) for one in found] == [("X001", 7), ("X001", 8)]


def test_a_baseline_of_a_part_keeps_the_rest(folder: Path) -> None:
    """Who writes down what is found in one file forgets nothing of the others."""
    (folder / "tei/texts/other.xml").write_text(
        tei('<p xml:id="p1">Two  blanks.</p>', id="other"), "utf-8"
    )
    run("check", folder, "--write-baseline")
    run("check", folder / "tei/texts/other.xml", "--write-baseline")
    assert codes(folder) == {}
    table = json.loads((folder / BASELINE).read_text("utf-8"))
    listed = [one for one in table["findings"] if one["code"] != "S011"]
    assert [(one["file"].rpartition("/")[2], one["count"]) for one in listed] == [
        ("other.xml", 1), ("small.xml", 1), ("small.xml", 1), ("small.xml", 1),
    ]  # fmt: skip


def test_a_baseline_by_another_name(folder: Path) -> None:
    """The setting names the file, also before there is one; a file that is none is left alone."""
    settings(folder, '[checks]\nbaseline = "known.json"\n')
    assert run("check", folder, "--write-baseline").exit_code == 0
    assert (folder / "known.json").is_file()
    assert codes(folder) == {}
    (folder / "known.json").write_text("mine", "utf-8")
    assert "is not what editio wrote" in run("check", folder).stdout
    result = run("check", folder, "--write-baseline")
    assert (result.exit_code, (folder / "known.json").read_text("utf-8")) == (2, "mine")


def test_what_cannot_be_known(tmp_path: Path) -> None:
    """A file that cannot be read is told for ever."""
    folder = edition(tmp_path, small=tei('<p xml:id="p1">open'))
    assert run("check", folder, "--write-baseline").exit_code == 1
    assert set(codes(folder)) == {"W001"}


def test_lines_in_the_words_of_a_finding_may_move() -> None:
    """Another place that a message names is no part of what it is known by."""
    one = diagnostic("T001", "a.xml", 3, 1, subject="foo", times=" (3 times)")
    two = diagnostic("T001", "a.xml", 9, 4, subject="foo", times=" (17 times)")
    assert key(one) == key(two)
    assert key(one) != key(diagnostic("T001", "b.xml", 3, 1, subject="foo", times=" (3 times)"))


DISPUTED = ["A003", "A004", "A005", "A006", "D003", "H001", "H002", "H003", "P005", "P008", "X005"]
WRONG = [
    "A001", "D001", "D002", "D004", "P001", "P002", "P004", "P006", "P011", "R001", "S003", "S007",
]  # fmt: skip


@pytest.mark.parametrize("code", DISPUTED)
def test_what_an_editor_may_have_meant_is_a_warning(code: str) -> None:
    """A witness twice in an entry, a correction that changes nothing, a person that is a place."""
    assert CODES[code].severity is WARNING


@pytest.mark.parametrize("code", WRONG)
def test_what_misdirects_or_is_forbidden_is_an_error(code: str) -> None:
    """Pointers to nothing, impossible dates, the edition's own schema and rules."""
    assert CODES[code].severity is ERROR
