"""A draft follows what is edited, quickly, and never loses the last good one."""

import os
from pathlib import Path

import pytest
from editio.cli import serve
from editio.edition.config.settings import FORMATS
from editio.edition.project import files
from editio.engines.saxon import TransformError
from editio.render import cache
from editio.serve import drafts
from pikepdf import Pdf

from tests.pipeline.editions import edition, tei
from tests.pipeline.test_failures import run


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a small edition that asks for everything, and an empty cache."""
    monkeypatch.setattr(cache, "FOLDER", tmp_path / "kept")
    made = edition(tmp_path / "edited", small=tei("<p>First words.</p>"))
    (made / "edition.toml").write_text('formats = ["text"]\n[print]\npress = true\n', "utf-8")
    return made


def test_a_draft_is_pages_and_offprints(folder: Path, tmp_path: Path) -> None:
    """No volume, no files for the press, nothing else; build/ is not touched."""
    out = tmp_path / "out"
    made = drafts.draft(folder, out, 1)
    assert (made.published, {one.code for one in made.diagnostics}) == (True, {"S011", "P028"})
    assert (out / "index.html").is_file()
    assert {path.name for path in out.iterdir() if path.name in FORMATS} == {"pdf"}
    books = [path.relative_to(out / "pdf").as_posix() for path in out.rglob("*.pdf")]
    assert books == ["small.pdf"]
    with Pdf.open(out / "pdf/small.pdf") as book:
        assert len(book.pages) >= 1
    assert not (folder / "build").exists()


def test_a_fault_leaves_the_last_draft(folder: Path, tmp_path: Path) -> None:
    """What is not well-formed is told; the pages are those before it, until it is mended."""
    out, text = tmp_path / "out", folder / "tei/texts/small.xml"
    page = out / "small.html"
    drafts.draft(folder, out, 1)
    text.write_text(tei("<p>Second words.<p>"), "utf-8")
    made = drafts.draft(folder, out, 1)
    assert not made.published
    assert {one.code for one in made.diagnostics} == {"W001"}
    assert "First words." in page.read_text("utf-8")
    text.write_text(tei("<p>Second words.</p>"), "utf-8")
    assert drafts.draft(folder, out, 1).published
    assert "Second words." in page.read_text("utf-8")


def test_a_text_with_an_error_leaves_the_last_draft(folder: Path, tmp_path: Path) -> None:
    """Its page may be seen until it is checked; then the last one without errors is back."""
    out, text = tmp_path / "out", folder / "tei/texts/small.xml"
    page = out / "small.html"
    assert drafts.draft(folder, out, 1).published
    for words in ("Second", "Third"):
        text.write_text(tei(f'<p>{words} <date when="1964-13">day</date>.</p>'), "utf-8")
        assert drafts.first(folder, out, frozenset({text}))
        assert words in page.read_text("utf-8")
    made = drafts.draft(folder, out, 1)
    assert (made.published, "D001" in {one.code for one in made.diagnostics}) == (False, True)
    assert "First words." in page.read_text("utf-8")
    text.write_text(tei("<p>Fourth words.</p>"), "utf-8")
    drafts.first(folder, out, frozenset({text}))
    assert drafts.draft(folder, out, 1).published
    assert "Fourth words." in page.read_text("utf-8")


def test_every_change_is_seen_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text, a new register, a setting, a file taken away; what is not of the edition is not."""

    def nothing(seconds: float) -> None:
        raise TimeoutError

    monkeypatch.setattr("editio.serve.drafts.time.sleep", nothing)

    def changed(*files: tuple[str, str | None]) -> bool:
        """Whether the loop comes back after these files were written, or taken away."""
        seen = drafts.changes(folder)
        next(seen)
        for name, words in files:
            path = folder / name
            path.parent.mkdir(exist_ok=True, parents=True)
            path.unlink() if words is None else path.write_text(words, "utf-8")
        try:
            next(seen)
        except TimeoutError:
            return False
        return True

    assert changed(("tei/texts/small.xml", tei("<p>Other words.</p>")))
    assert changed(("tei/registers/persons.xml", "<TEI/>"))
    assert changed(("edition.toml", 'title = "A title"\n'))
    assert changed(("tei/registers/persons.xml", None))
    assert not changed(("build/index.html", "<p>"), ("notes.txt", "words"))
    assert not changed()


def test_a_file_of_the_same_size_is_seen_by_its_date(folder: Path) -> None:
    """One letter for another."""
    text, seen = folder / "tei/texts/small.xml", drafts.changes(folder)
    next(seen)
    text.write_text(text.read_text("utf-8").replace("First", "Third"), "utf-8")
    os.utime(text, (1, 1))
    next(seen)


def test_draft_and_out_do_not_go_together(folder: Path) -> None:
    """A draft is served from a folder of its own."""
    result = run("serve", folder, "--draft", "--out", folder)
    assert result.exit_code == 2
    assert "does not go with --out" in result.output


def test_texts_beside_a_folder_without_texts_are_watched(tmp_path: Path) -> None:
    """What counts is where the texts are found, not where they might be."""
    (tmp_path / "tei/schema").mkdir(parents=True)
    (tmp_path / "tei/schema/house.rng").write_text("<grammar/>", "utf-8")
    (tmp_path / "letter.xml").write_text(tei(), "utf-8")
    found = [path.relative_to(tmp_path).as_posix() for path in files(tmp_path)]
    assert found == ["letter.xml", "tei/schema/house.rng"]


def test_a_fault_of_ours_is_told_and_the_server_goes_on(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stylesheet that fails while pages are put together ends no server."""

    def fail(*_: object) -> None:
        raise TransformError("a stylesheet failed")

    monkeypatch.setattr(drafts, "build", fail)
    made = drafts.draft(folder, tmp_path / "out", 1)
    assert not made.published
    assert {one.code for one in made.diagnostics} == {"T002", "S011", "P028"}


def failing(*_: object) -> None:
    """Raise what nobody thought of."""
    raise PermissionError(13, "no right to look")


@pytest.mark.parametrize("what", ["discover", "drafts.draft"])
def test_what_is_raised_around_a_draft_is_told(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str], what: str,
) -> None:  # fmt: skip
    """In looking for files as well as in making the draft; the server goes on with a bar."""
    out = tmp_path / "out"
    out.mkdir()
    with monkeypatch.context() as patch:
        patch.setattr(f"editio.cli.serve.{what}", failing)
        serve._draft_once(folder, out)
    assert "no right to look" in serve._SAID[-1]
    assert "There is no draft yet" in serve._SAID[-1]
    said = capsys.readouterr().err
    assert "error O001" in said
    assert "editio: build failed (" in said
    serve._draft_once(folder, out)
    assert "no right to look" not in serve._SAID[-1]
    monkeypatch.setattr(f"editio.cli.serve.{what}", failing)
    serve._draft_once(folder, out)
    assert "This is the last good draft" in serve._SAID[-1]
    assert "build failed; still serving the previous draft" in capsys.readouterr().err


def test_what_cannot_be_looked_at_is_a_change(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The loop comes back once for it, and again when it is mended; it never ends."""
    monkeypatch.setattr("editio.serve.drafts.time.sleep", lambda _: monkeypatch.undo())
    seen = drafts.changes(folder)
    next(seen)
    monkeypatch.setattr(drafts, "files", failing)
    next(seen)
    next(seen)
