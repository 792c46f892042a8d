"""Large and odd files: what is compared stays bounded, and Ctrl-C ends a check at once."""

import difflib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from editio.checks.near import Names

from tests.checks.editions import found

TEXT = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc>
<titleStmt><title>A large text</title></titleStmt><publicationStmt><p>Free.</p></publicationStmt>
<sourceDesc><p>Made.</p></sourceDesc></fileDesc></teiHeader>
<text><body>{}</body></text></TEI>"""


def letters(number: int) -> str:
    """Write a number in letters, so that names differ in nothing else."""
    return "".join(chr(97 + number // 26**place % 26) for place in range(4))


def test_the_nearest_name_is_sought_among_few(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many there are; and the slip is found all the same."""
    compared: list[int] = []
    nearest = difflib.get_close_matches

    def counted(word: str, among: dict[str, str], n: int, cutoff: float) -> list[str]:
        compared.append(len(among))
        return nearest(word, among, n, cutoff)

    monkeypatch.setattr(difflib, "get_close_matches", counted)
    names = Names(f"entry{letters(one)}" for one in range(10_000))
    assert names.nearest(f"entri{letters(9_999)}") == f"entry{letters(9_999)}"
    assert [names.nearest("entry" * 50), names.nearest("something-else")] == ["", ""]
    assert max(compared) <= 500


POINTERS = "".join(f'<ref target="#e{letters(one)}"/>' for one in range(5_000))


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("<hi>a</hi>" * 50_000, {}),
        ('<hi n="' + "word " * 400_000 + '">a</hi>', {}),
        ("He said “so” and went, " * 40_000, {}),
        ("“" * 50_000, {"X004": 1}),
        ('5"' * 50_000, {}),
        ('<seg xml:id="a"/>' * 3_000, {"P001": 3_000}),
        (POINTERS, {"P002": 5_000}),
    ],
    ids=["siblings", "attribute", "paragraph", "quotes", "inches", "ids", "pointers"],
)
def test_large_texts(tmp_path: Path, body: str, told: dict[str, int]) -> None:
    """Seconds of this process, where what grows with the square would take minutes."""
    (tmp_path / "a.xml").write_text(TEXT.format(f"<p>{body}</p>"), "utf-8")
    started = time.process_time()
    diagnostics = found(tmp_path)
    assert time.process_time() - started < 20
    codes = [one.code for one in diagnostics if one.code != "S011"]
    assert {code: codes.count(code) for code in codes} == told


@pytest.mark.slow
def test_ctrl_c_stops_a_check(tmp_path: Path) -> None:
    """Exit code 130, without a traceback, while a large file is read and checked."""
    (tmp_path / "a.xml").write_text(TEXT.format("<p>" + "<hi>a</hi>" * 2_500_000 + "</p>"), "utf-8")
    command = [sys.executable, "-m", "editio", "check", str(tmp_path)]
    with subprocess.Popen(command, start_new_session=True, stderr=subprocess.PIPE) as process:
        time.sleep(5)
        os.kill(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert (process.returncode, b"Traceback" in said) == (130, False)
