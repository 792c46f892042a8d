"""An edition of which one text has changed: that one is read, and what is built is the same to the
byte as what is built of all.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any

import pytest
from editio.checks import known
from editio.edition.edition import Edition
from editio.edition.fingerprint import fingerprint
from editio.edition.project import discover
from editio.edition.reading import source
from editio.engines.saxon import Engine
from editio.render import cache

from tests.pipeline.editions import edition, tei
from tests.pipeline.test_failures import run


def letter(name: str, more: str = "", alone: str = "") -> str:
    """Return a letter that brings two entries with it, of which one is in all letters; the other
    in this one, unless it is said whose it is.
    """
    alone = alone or name
    body = (
        f'<p>{more}To <persName ref="#of-{alone}">a friend</persName>, <rs ref="#both">both</rs>.'
    )
    back = "".join(
        f'<person xml:id="{one}"><persName>Friend {one}</persName></person>'
        for one in (f"of-{alone}", "both")
    )
    whole = tei(f"{body}</p>", name, f"Letter {name}")
    return whole.replace("</body>", f"</body><back><listPerson>{back}</listPerson></back>")


def letters(folder: Path, count: int) -> Path:
    """Write an edition of so many letters."""
    return edition(folder, **{f"l{n}": letter(f"l{n}") for n in range(count)})


@dataclass
class Kept:
    """A store in memory; which files were read, and what was written."""

    held: dict[str, Any] = field(default_factory=dict)
    read: list[str] = field(default_factory=list)

    def recall(self, asked: object, kind: type) -> Any:
        """Return an answer of this kind."""
        found = self.held.get(repr(asked))
        return found if isinstance(found, kind) else None

    def keep(self, asked: object, made: object) -> None:
        """Keep an answer."""
        self.held[repr(asked)] = made


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Kept:
    """Return a store that counts the files that are read."""
    kept, read = Kept(), source.read

    def counted(file: Path, shown: str, stem: str = "") -> Any:
        kept.read.append(shown)
        return read(file, shown, stem)

    monkeypatch.setattr(source, "read", counted)
    return kept


def loaded(folder: Path, store: Kept | None) -> tuple[Edition, list[Any], list[str]]:
    """Read an edition; return it, what was met, and the files that were read."""
    project, _ = discover(folder)
    there = known.Known(store, fingerprint(project.root, project.out)) if store else None
    if store:
        store.read.clear()
    made, found, said = known.load(project, there, lambda text: ())
    assert {name for _, name in said} == {one.id for one in made.texts}
    if there:
        there.keep()
    return made, found, list(store.read) if store else []


@pytest.mark.parametrize("count", [3, 6])
def test_of_more_texts_no_more_are_read(count: int, tmp_path: Path, store: Kept) -> None:
    """With twice as many texts one that changed is still the only one that is read."""
    folder = letters(tmp_path, count)
    assert len(loaded(folder, store)[2]) == count
    assert loaded(folder, store)[2] == []
    (folder / "tei/texts/l1.xml").write_text(letter("l1", "Now "), "utf-8")
    made, _, read = loaded(folder, store)
    assert read == ["tei/texts/l1.xml"]
    assert made == loaded(folder, None)[0]


def test_files_are_told_apart_in_proportion_to_their_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With four times as many texts no more is looked up of each."""
    asked: list[str] = []
    hashed = PurePath.__hash__

    def counted(path: PurePath) -> int:
        asked.append(path.name)
        return hashed(path)

    many = []
    for count in (10, 40):
        folder = letters(tmp_path / str(count), count)
        with monkeypatch.context() as watched:
            watched.setattr(PurePath, "__hash__", counted)
            loaded(folder, None)
        many.append(len(asked))
        asked.clear()
    assert many[1] < 5 * many[0]


def test_entries_may_move_where_another_text_has_them(tmp_path: Path, store: Kept) -> None:
    """A new line makes a register anew only where the register has its entry from that text."""
    folder = letters(tmp_path, 3)
    place = folder / "tei/texts/l2.xml"
    place.write_text(letter("l2", alone="l1"), "utf-8")
    loaded(folder, store)
    place.write_text(letter("l2", "A new\nline ", alone="l1"), "utf-8")
    made, _, read = loaded(folder, store)
    assert read == ["tei/texts/l2.xml"]
    assert made == loaded(folder, None)[0]


def _words(folder: Path) -> None:
    (folder / "tei/texts/l1.xml").write_text(letter("l1", "More words. "), "utf-8")


def _title(folder: Path) -> None:
    file = folder / "tei/texts/l1.xml"
    file.write_text(letter("l1").replace("Letter l1", "Another title"), "utf-8")


def _faulty(folder: Path) -> None:
    (folder / "tei/texts/l1.xml").write_text(letter("l1").replace("<p>", "<p", 1), "utf-8")


def _entry(folder: Path) -> None:
    file = folder / "tei/texts/l1.xml"
    file.write_text(letter("l1").replace("Friend of-l1", "Foe of-l1"), "utf-8")


def _other_entry(folder: Path) -> None:
    file = folder / "tei/texts/l2.xml"
    file.write_text(letter("l2").replace("Friend both", "Foe both"), "utf-8")


def _lines(folder: Path) -> None:
    (folder / "tei/texts/l0.xml").write_text(letter("l0", "A line\nand\nmore "), "utf-8")


def _id(folder: Path) -> None:
    (folder / "tei/texts/l1.xml").write_text(letter("l9"), "utf-8")


def _new(folder: Path) -> None:
    (folder / "tei/texts/l7.xml").write_text(letter("l7"), "utf-8")


def _gone(folder: Path) -> None:
    (folder / "tei/texts/l0.xml").unlink()


def _register(folder: Path) -> None:
    (folder / "tei/registers").mkdir()
    more = '<listPerson><person xml:id="both"><persName>Both</persName></person></listPerson>'
    (folder / "tei/registers/people.xml").write_text(tei(more, "people"), "utf-8")


def _settings(folder: Path) -> None:
    (folder / "edition.toml").write_text('title = "Letters"\norder = ["l2"]\n', "utf-8")


def _pair(folder: Path) -> None:
    one = letter("l1").replace("<sourceDesc>", '<sourceDesc><bibl><relatedItem type="translation"'
                               ' target="l2.xml"/></bibl>')  # fmt: skip
    (folder / "tei/texts/l1.xml").write_text(one, "utf-8")


CHANGES = [
    _words, _title, _faulty, _entry, _other_entry, _lines, _id, _new, _gone, _register, _settings,
    _pair,
]  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_an_edition_is_the_same_however_it_is_read(
    change: Callable[[Path], None], tmp_path: Path, store: Kept
) -> None:
    """After each change, and after it is taken back, what is read is what is read of all files."""
    folder = letters(tmp_path, 3)
    before = {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    loaded(folder, store)
    change(folder)
    for _ in range(2):
        assert loaded(folder, store)[:2] == loaded(folder, None)[:2]
    for file in [one for one in folder.rglob("*") if one.is_file()]:
        file.unlink()
    for file, data in before.items():
        file.write_bytes(data)
    assert loaded(folder, store)[:2] == loaded(folder, None)[:2]


def test_what_changes_while_it_is_read_is_not_kept(tmp_path: Path, store: Kept) -> None:
    """A sum that is not that of the bytes that were read is no sum of a text."""
    folder = letters(tmp_path, 2)
    project, _ = discover(folder)
    sums = fingerprint(project.root, project.out)
    _words(folder)
    there = known.Known(store, sums)
    known.load(project, there, lambda text: ())
    there.keep()
    assert loaded(folder, store)[:2] == loaded(folder, None)[:2]


def test_what_is_built_is_the_same_to_the_byte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pages, search and registers of an edition of which one text has changed, and what is told."""
    monkeypatch.setattr(cache, "FOLDER", tmp_path / "renditions")
    folder = letters(tmp_path / "edition", 3)
    asked = ("build", folder, "--format", "html", "--format", "tei", "--no-check", "--jobs", "1")
    run(*asked)
    _words(folder)
    warm = run(*asked)
    cold = run(*asked, "--no-cache", "--out", tmp_path / "cold")
    assert warm.exit_code == cold.exit_code == 0
    assert told(warm.output) == told(cold.output)
    assert files(folder / "build") == files(tmp_path / "cold")


def told(output: str) -> list[str]:
    """Return the findings of a build, without the summary, which has the time."""
    return [line for line in output.splitlines() if not line.startswith("editio: ")]


def files(folder: Path) -> dict[str, bytes]:
    """Return what is in a folder."""
    return {
        one.relative_to(folder).as_posix(): one.read_bytes()
        for one in folder.rglob("*")
        if one.is_file()
    }


@pytest.mark.parametrize("count", [22, 44])
def test_pages_that_span_texts_are_kept_where_they_show_nothing_new(
    count: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Words far from any name change the pages of their text and the search alone; one next to a
    name is shown in its register, too. With twice as many texts no more files are written.
    """
    monkeypatch.setattr(cache, "FOLDER", tmp_path / "renditions")
    runs: list[str] = []
    run_one = Engine.run

    def counted(self: Engine, name: str, *given: Any) -> Any:
        runs.append(f"{name}: {given[1]}")
        return run_one(self, name, *given)

    monkeypatch.setattr(Engine, "run", counted)
    folder = letters(tmp_path / "edition", count)
    place = folder / "tei/texts/l1.xml"
    asked = ("build", folder, "--format", "html", "--no-check", "--jobs", "1")
    assert run(*asked).exit_code == 0
    more_words = "<p>A friend.</p>" * 20
    far = letter("l1").replace("</p>\n</body>", f"</p>{more_words}\n</body>")
    assert far != letter("l1")
    near = far.replace("To <", "For <")
    for text, more in (
        (far, set()),
        (near, {"register/of-l1.html", "register/both.html"}),
    ):
        before = files(folder / "build")
        place.write_text(text, "utf-8")
        runs.clear()
        assert run(*asked).exit_code == 0
        now = files(folder / "build")
        changed = {path for path in now if now[path] != before.get(path)}
        assert ("site: site-pages" in runs) is (text is near)
        assert runs.count("site: text-pages") == 1
        assert "registers: registers" not in runs
        always = {
            "l1.html",
            "l1-diplomatic.html",
            "search/passages/l1-0.js",
            ".editio.json",
            "SHA256SUMS",
        }
        words = {path for path in changed if path.startswith("search/words/")}
        assert changed - words == always | more
        assert words  # those of the text alone
    run(*asked, "--no-cache", "--out", tmp_path / "cold")
    assert files(folder / "build") == files(tmp_path / "cold")
