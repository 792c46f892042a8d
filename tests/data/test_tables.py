"""Tables: valid by Frictionless, with a row for everything that the TEI has, no more, no less."""

import csv
import json
import re
from collections import Counter
from pathlib import Path

import frictionless
import pytest
from editio.edition.reading.source import TEI, Document
from editio.formats.dictionary import TABLES
from lxml import etree

from tests.data.conftest import Published

_REGISTERS = {
    "persons": "standOff//{t}person",
    "places": "standOff//{t}place",
    "organisations": "standOff//{t}org",
    "events": "standOff//{t}event",
}


def rows(published: Published, name: str) -> list[dict[str, str]]:
    """Read a table as a spreadsheet would."""
    with (published.folder / "tables" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def in_text(document: Document, *names: str) -> list[etree._Element]:
    """Return the elements of those names in the text itself."""
    text = document.root.find(f"{{{TEI}}}text")
    return [] if text is None else list(text.iter(*(f"{{{TEI}}}{name}" for name in names)))


def test_package_is_valid(published: Published) -> None:
    """The judge of the format finds nothing: types, keys, references, encoding."""
    report = frictionless.validate(str(published.folder / "tables" / "datapackage.json"))
    assert report.valid, report.flatten(["name", "type", "message"])
    written = list((published.folder / "tables").glob("*.csv"))
    assert len(report.tasks) == len(written) >= len(TABLES)


def test_a_fault_would_be_found(published: Published, tmp_path: Path) -> None:
    """The validity above means something: a word in a column of numbers is refused."""
    for file in (published.folder / "tables").iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    texts = tmp_path / "texts.csv"
    header, first, *others = texts.read_text("utf-8").splitlines()
    number = next(csv.DictReader([header, first]))["words"]
    texts.write_text("\r\n".join([header, first.replace(number, "many"), *others]), "utf-8")
    assert not frictionless.validate(str(tmp_path / "datapackage.json")).valid


@pytest.mark.parametrize("register", _REGISTERS)
def test_register_entries(published: Published, register: str) -> None:
    """Each entry of a register has one row, under its own id."""
    path = ".//{t}" + _REGISTERS[register]
    ids = [
        entry.get("{http://www.w3.org/XML/1998/namespace}id")
        for one in published.edition.registers
        for entry in one.root.iterfind(path.format(t=f"{{{TEI}}}"))
    ]
    assert sorted(row["id"] for row in rows(published, register)) == sorted(map(str, ids))


def test_mentions(published: Published) -> None:
    """Each pointer of a name to a register entry is a row; entries count theirs."""
    wanted: Counter[tuple[str, str, str]] = Counter()
    for text in published.edition.texts:
        for element in in_text(text, "*"):
            tag = etree.QName(element).localname
            for token in element.get("ref", "").split():
                if "#" in token:
                    wanted[text.id, token.partition("#")[2], tag] += 1
    found = rows(published, "mentions")
    assert Counter((row["text"], row["entry"], row["element"]) for row in found) == wanted
    counts = Counter(row["entry"] for row in found)
    for name in ("persons", "places", "organisations", "events", "works"):
        for row in rows(published, name):
            assert int(row["mentions"]) == counts[row["id"]]


def test_mentions_are_where_they_say(published: Published) -> None:
    """The offsets of a mention lead to its words in the plain text of the same build."""
    placed = 0
    for row in rows(published, "mentions"):
        text = (published.folder / f"text/reading/{row['text']}.txt").read_text("utf-8")
        if row["start"]:
            words = text[int(row["start"]) : int(row["end"])]
            for added in ("[", "]"):
                words = words.replace(added, "") if added not in row["form"] else words
            assert words.split() == row["form"].split(), row
            placed += 1
        else:
            assert row["in"], "a mention that both texts have stands in the reading text"
    assert placed or not rows(published, "mentions")


def test_corrections(published: Published) -> None:
    """Each choice, variant, gap, word supplied or left out, and mark restored is a row."""
    for text in published.edition.texts:
        outer = in_text(text, "choice", "app", "subst", "gap")
        inner = [
            element
            for element in in_text(text, "supplied", "surplus", "sic", "unclear")
            if etree.QName(element.getparent()).localname not in {"choice", "app", "subst", "lem"}
            and "".join(map(str, element.itertext())) + str(len(element))
        ]
        found = [row for row in rows(published, "corrections") if row["text"] == text.id]
        assert len(found) == len(outer) + len(inner)


def test_grounds(published: Published) -> None:
    """On what ground the editors did what they did, as the encoding says it."""
    for text in published.edition.texts:
        said = [one.get("evidence") for one in in_text(text, "corr", "supplied")]
        found = [row["grounds"] for row in rows(published, "corrections") if row["text"] == text.id]
        assert Counter(filter(None, found)) == Counter(filter(None, said))


def test_notes(published: Published) -> None:
    """Each note is a row, with its words; notes of editors are told from those of authors."""
    found = rows(published, "notes")
    wanted = [note for text in published.edition.texts for note in in_text(text, "note")]
    assert len(found) == len(wanted)
    signed = [note for note in wanted if note.get("resp") or note.get("type") == "editorial"]
    assert sum(row["kind"] == "editor" for row in found) == len(signed)
    assert all(row["words"] for row in found)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_lines_say_the_same(published: Published, table: object) -> None:
    """JSON lines hold the rows of the CSV: lists as lists, numbers as numbers, null for nothing."""
    name = table.name  # type: ignore[attr-defined]
    lines = (published.folder / "tables" / f"{name}.jsonl").read_text("utf-8").splitlines()
    # Letters stand as they are, so that lines can be read and searched without being parsed.
    assert lines == [json.dumps(json.loads(line), ensure_ascii=False) for line in lines]
    for line, row in zip(map(json.loads, lines), rows(published, name), strict=True):
        shown = {
            key: "|".join(value) if isinstance(value, list) else "" if value is None else str(value)
            for key, value in line.items()
        }
        # An apostrophe keeps a spreadsheet from taking words for a formula (test_formulas.py).
        told = {key: re.sub("^'(?='*[=+@\t\r-])", "", value) for key, value in row.items()}
        assert shown == told
