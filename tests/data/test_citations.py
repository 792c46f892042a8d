"""References: read back by the parsers that others use, they say what the headers say."""

import json
from pathlib import Path

import jsonschema
import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from lxml import etree

from pipeline.formats.references import bibtex, in_words, item, ris
from pipeline.saxon import EDITIO
from tests.data.conftest import Published

# Of CSL-JSON 1.0.2, the parts that are used here: names, dates, types, no unknown variable.
NAME = {
    "anyOf": [{"required": ["family"]}, {"required": ["literal"]}],
    "properties": {name: {"type": "string"} for name in ("family", "given", "literal")},
    "additionalProperties": False,
}
DATE = {
    "required": ["date-parts"],
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer"}},
        }
    },
    "additionalProperties": False,
}
STRING = {"type": "string", "minLength": 1}
CSL = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["type", "id"],
        "properties": {
            "type": {"enum": ["book", "chapter", "document"]},
            **dict.fromkeys(("id", "title", "container-title", "publisher"), STRING),
            **dict.fromkeys(("version", "language", "URL"), STRING),
            **{name: {"type": "array", "items": NAME} for name in ("author", "editor")},
            **dict.fromkeys(("issued", "original-date"), DATE),
        },
        "additionalProperties": False,
    },
}


def folder(published: Published) -> Path:
    """Give the folder of references."""
    return published.folder / "citations"


def test_csl_json(published: Published) -> None:
    """CSL-JSON is valid, and has an item a text."""
    items = json.loads((folder(published) / "edition.json").read_text("utf-8"))
    jsonschema.validate(items, CSL)
    assert [one["id"] for one in items if one["type"] != "book"] == [
        text.id for text in published.edition.texts
    ]


def test_bibtex(published: Published) -> None:
    """BibTeX is read back without a failure, with the titles of the headers."""
    library = parse_string((folder(published) / "edition.bib").read_text("utf-8"))
    assert library.failed_blocks == []
    items = json.loads((folder(published) / "edition.json").read_text("utf-8"))
    for one in items:
        entry = library.entries_dict[one["id"]]
        assert entry.fields_dict["title"].value.strip("{}") == one["title"]
        assert ("year" in entry.fields_dict) == ("issued" in one)
        if "issued" in one:
            assert entry.fields_dict["year"].value == str(one["issued"]["date-parts"][0][0])


def test_ris(published: Published) -> None:
    """RIS is read back with authors, titles and years."""
    entries = rispy.loads((folder(published) / "edition.ris").read_bytes().decode())
    items = json.loads((folder(published) / "edition.json").read_text("utf-8"))
    for entry, one in zip(entries, items, strict=True):
        assert entry["title"] == one["title"]
        year = one["issued"]["date-parts"][0][0] if "issued" in one else None
        assert entry.get("year") == (year and str(year))
        names = [n.get("literal") or f"{n['family']}, {n['given']}" for n in one.get("author", [])]
        assert entry.get("authors", []) == names


def test_words(published: Published) -> None:
    """The citation names author, title, edition and version, and ends with a full stop."""
    items = json.loads((folder(published) / "edition.json").read_text("utf-8"))
    lines = (folder(published) / "edition.txt").read_text("utf-8").splitlines()
    for line, one in zip(lines, items, strict=True):
        assert one["title"] in line
        assert one.get("container-title", "") in line
        assert all((n.get("family") or n["literal"]) in line for n in one.get("author", []))
        assert line.endswith(".")
        assert not line.endswith("..")


FACTS = f"""<ed:facts xmlns:ed="{EDITIO}" id="t" lang="en">
<ed:field name="title">Profit &amp; Loss: 100% of_it</ed:field>
<ed:field name="author" family="Böhm" given="Stephan">Stephan Böhm</ed:field>
<ed:field name="author">Office of {{Current}} Intelligence</ed:field>
<ed:field name="date" when="1964-04"/></ed:facts>"""


def test_awkward_titles() -> None:
    """Signs that LaTeX reads as commands are escaped; a divided name is sorted, a body is not."""
    of = item(etree.fromstring(FACTS), "An edition")
    entry = bibtex(of)
    assert r"title = {{Profit \& Loss: 100\% of\_it}}" in entry
    assert r"author = {Böhm, Stephan and {Office of \{Current\} Intelligence}}" in entry
    assert "note = {Text of 1964-04}" in entry
    assert "AU  - Böhm, Stephan\r\nAU  - Office of {Current} Intelligence" in ris(of)
    assert in_words(of).startswith("Böhm, Stephan and Office of")
    assert in_words(of, "html").count("<i>An edition</i>") == 1


@pytest.mark.parametrize("when", ["1964", "1964-04", "1964-04-17"])
def test_dates_keep_their_exactness(when: str) -> None:
    """A year stays a year, a month a month."""
    of = item(etree.fromstring(FACTS.replace('when="1964-04"', f'when="{when}"')), "")
    assert of["original-date"] == {"date-parts": [[int(part) for part in when.split("-")]]}
