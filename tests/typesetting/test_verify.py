"""With --verify the words of a text are compared with those that stand on the pages of its book."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from editio.diagnostics import Diagnostic
from editio.edition.edition import load
from editio.edition.project import discover
from editio.engines.paged import given
from editio.render.build import Built, Plan, build

from tests.pipeline.test_failures import run
from tests.rules.outputs import document

LONG = "Responsibilities notwithstanding, administrators characteristically misunderstood. " * 9
BODY = f"""<div><head>Of salt<note>First.</note></head><p>{LONG}<note>Notes of <hi>two</hi> words
<note>and one in it</note>.</note> So mill-wheel and rye-bread.<note place="margin">1723.</note></p>
<lg><l n="5">O salt,</l><l>o rye</l></lg><table><row><cell>Oats<note>dear</note></cell>
<cell>3</cell></row></table><list rend="numbered"><item>hay</item></list>
<p>The <app><lem wit="#A">sky</lem><rdg wit="#B">sea</rdg></app> was <choice><sic>gray</sic>
<corr>grey</corr></choice>.</p></div>"""


def built(folder: Path, verify: bool = True) -> Built:
    """Build the book of a text with long words, notes in many places, verses, a table."""
    (folder / "case.xml").write_text(document(BODY), "utf-8")
    edition, _ = load(discover(folder)[0])
    asked = edition.printed(verify=verify, size=(70, 120))
    return build(Plan(asked, ("pdf",), folder / "out", cached=False))


def told(found: Built) -> list[tuple[str, str, int]]:
    """Return what is said of words: code, message, line."""
    words: list[Diagnostic] = [one for one in found.diagnostics if one.code.startswith("O01")]
    return [(one.code, one.message, one.line) for one in words]


def test_all_words_are_on_the_pages(tmp_path: Path) -> None:
    """Divided at the ends of lines, in notes that go on overleaf; what was compared is no file."""
    found = built(tmp_path)
    assert told(found) == []
    assert 50 < found.words == found.kept
    assert [one.name for one in (tmp_path / "out").rglob("*given*")] == []


@pytest.mark.parametrize(
    ("now", "then", "code"), [("o rye", "o", "O010"), ("Oats", "Oatsthree", "O011")]
)
def test_words_that_the_engine_loses(
    now: str, then: str, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are told with their place in the TEI, and only where it is asked."""
    monkeypatch.setattr(given, "lines", _tampered(given.lines, now, then))
    ((found, message, line),) = told(built(tmp_path))
    assert (found, line) == (code, 5)
    assert message.endswith("in pdf")
    assert told(built(tmp_path, verify=False)) == []


def _tampered(
    lines: Callable[[object], Iterator[str]], now: str, then: str
) -> Callable[[object], Iterator[str]]:
    return lambda document: (line.replace(now, then) for line in lines(document))


def test_it_goes_with_pdf(tmp_path: Path) -> None:
    """There is nothing to compare otherwise; with it a build says so and is as it was."""
    (tmp_path / "case.xml").write_text(document("<p>Salt is dear.</p>"), "utf-8")
    refused = run("build", tmp_path, "--verify", "--format", "text")
    assert (refused.exit_code, "--format pdf" in refused.output) == (2, True)
    done = run("build", tmp_path, "--verify", "--format", "pdf", "--no-check")
    assert (done.exit_code, "words: 3 of 3" in done.output) == (0, True)
