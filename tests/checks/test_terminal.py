"""What the terminal shows: the caret under its character, lines within the width, colours."""

import os
import unicodedata
from pathlib import Path

import pytest
from click.testing import CliRunner
from editio.cli.main import main
from editio.diagnostics import diagnostic, in_words
from editio.edition.reading import source

from tests.checks.editions import broken, found, laid_over
from tests.pipeline.editions import edition, tei

# Every encoding and every end of a line at every change, all pairs of them before a landing.
ENCODINGS = ("utf-8", "utf-8-sig", "iso-8859-1", "utf-16", "cp1252")
SAVED = [
    pytest.param(one, end, marks=[] if one == "utf-8" or end == "\n" else pytest.mark.slow)
    for one in ENCODINGS
    for end in ("\n", "\r\n", "\r")
]


def cells(words: str) -> int:
    """Count the cells of a terminal that a line takes."""
    wide = sum(unicodedata.east_asian_width(one) in "WF" for one in words)
    return len(words) + wide - sum(unicodedata.category(one) == "Mn" for one in words)


def pointed(line: str, column: int) -> str:
    """Return what stands above the caret."""
    shown, caret = in_words(diagnostic("X002", "a.xml", 7, column), line).split("\n")[2:4]
    assert max(cells(shown), cells(caret)) <= 80
    at = cells(caret) - 1
    return next(shown[i:] for i in range(len(shown)) if cells(shown[:i]) == at)


@pytest.mark.parametrize(
    "before",
    [
        "",
        "\t\ta\tb ",
        "紅樓夢第一回 ",
        "e\u0301te\u0301 שָׁלוֹם ",
        "ab\u200bcd",
        "The quick brown fox. " * 40,
        "紅樓夢" * 50,
        "שָׁלוֹם " * 40,
    ],
)
@pytest.mark.parametrize("after", ["", " and on" * 40, "紅樓夢" * 50])
def test_caret(before: str, after: str) -> None:
    """Tabs, wide and combining characters, and long lines, which are cut around the fault."""
    assert pointed(f"{before}<here/>{after}", len(before) + 1).startswith("<here/>")


def test_a_line_that_is_cut_says_so() -> None:
    """Dots stand where something was left out, and only there."""
    words = in_words(diagnostic("X002", "a.xml", 7, 500), "word " * 200).split("\n")[2]
    assert (words[4], words[-1]) == ("…", "…")
    assert "…" not in in_words(diagnostic("X002", "a.xml", 7, 1), "<here/>").split("\n")[2]


def test_long_words_are_folded_on_a_terminal_only() -> None:
    """Messages and hints are folded between words; in a file a message is one line."""
    facts = {"prefix": "psn", "attribute": "ref", "advice": "Declare it in the header, " * 3}
    one = diagnostic("P009", "tei/a long name of a file.xml", 7, 1, **facts)
    lines = in_words(one, "", 60).split("\n")
    assert all(len(line) <= 60 for line in lines)
    assert len(lines) > len(in_words(one).split("\n")) == 2
    assert lines[0].startswith("tei/a long name of a file.xml:7:1: warning P009: ")


@pytest.mark.parametrize(("encoding", "end"), SAVED)
def test_encodings_and_line_ends(tmp_path: Path, encoding: str, end: str) -> None:
    """The line is shown as it reads, and found where it is, in whatever way the file is saved."""
    root = laid_over(tmp_path / "mini")
    letter = root / "tei/texts/letter.xml"
    broken(letter, "<head>A letter</head>", "<head>A lettre, été <persname>x</persname></head>")
    text = letter.read_text("utf-8")
    for sign in "“”’…–":
        text = text.replace(sign, "'") if encoding == "iso-8859-1" else text
    text = text.replace('encoding="UTF-8"', f'encoding="{encoding.removesuffix("-sig")}"')
    letter.write_bytes(text.replace("\n", end).encode(encoding))
    (one,) = [one for one in found(root) if one.code == "S002"]
    line = source.line(letter, one.line)
    assert line[one.column - 1 :].startswith("<persname>")
    assert "été" in line


def test_characters_that_java_counts_twice(tmp_path: Path) -> None:
    """Cuneiform, Gothic and the like before a fault do not move it to another element."""
    root = laid_over(tmp_path / "mini")
    signs = "<hi>𒀀𒀁𒀂</hi> " * 10
    faults = f"<head>A letter {signs}<persname>x</persname>{'<hi>a</hi>' * 9}</head>𒀀𒀁"
    letter = root / "tei/texts/letter.xml"
    broken(letter, "<head>A letter</head>", faults)
    told = [one for one in found(root) if one.code[0] == "S"]
    ends = [source.line(letter, one.line)[one.column - 1 :][:9] for one in told]
    assert [(one.code, end[:2]) for one, end in zip(told, ends, strict=True)] == [
        ("S002", "<p"),
        ("S008", "𒀀𒀁"),
    ]


def test_entities_that_hold_tags(tmp_path: Path) -> None:
    """Elements that come with an entity do not move a fault to another element."""
    root = laid_over(tmp_path / "mini")
    letter = root / "tei/texts/letter.xml"
    broken(letter, "<TEI ", '<!DOCTYPE TEI [<!ENTITY one "<hi>1</hi> <hi>2</hi>">]>\n<TEI ')
    broken(letter, "A letter</head>", "A letter &one; <persname>x</persname></head>")
    (one,) = [one for one in found(root) if one.code[0] == "S"]
    assert "<persname>" in one.message
    assert source.line(letter, one.line)[one.column - 1 :].startswith("<persname>")


@pytest.mark.parametrize(("no_color", "coloured"), [("", True), ("1", False)])
def test_no_color(tmp_path: Path, no_color: str, coloured: bool) -> None:
    """Colours only where nobody has asked to leave them out (NO_COLOR)."""
    root = laid_over(tmp_path / "mini")
    broken(root / "tei/texts/letter.xml")
    run = CliRunner(env={"NO_COLOR": no_color})
    output = run.invoke(main, ["check", str(root)], color=True).output
    assert ("\x1b[" in output) is coloured
    assert "error" in output


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_file_names_that_are_no_utf_8(tmp_path: Path, form: str) -> None:
    """They come from old archives; the name is written with escapes, which JSON reads as it is."""
    folder = edition(tmp_path, small=tei())
    odd = Path(os.fsdecode(os.fsencode(folder / "tei" / "texts") + b"/caf\xe9.xml"))
    odd.write_text(tei("<p>x</p>").replace(' xml:id="small"', ""), "utf-8")
    done = CliRunner().invoke(main, ["check", str(folder), "--format", form])
    assert (done.exit_code, done.exception) == (0, None)
    assert ("caf%E9.xml" if form == "sarif" else "caf\\udce9.xml") in done.stdout
