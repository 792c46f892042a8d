"""Tables: texts, register entries, mentions, corrections and notes as CSV and JSON lines, with a
descriptor (Frictionless Data Package) that says what every column holds.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping

from editio.formats import genres, rights, rows
from editio.formats.apparatus_rows import apparatus_rows
from editio.formats.dictionary import TABLES, Field, Table
from editio.formats.genres import GENRES
from editio.formats.header_rows import text_row
from editio.formats.rows import Places, Row, as_csv
from editio.formats.text import plain
from editio.model.context import Files, Text, Whole
from editio.model.header import SEVERAL


def render(text: Text) -> Files:
    """Return where mentions, interventions and notes stand in the reading text, for `assemble`."""
    at: dict[str, tuple[int, int]] = {}
    for span in plain(text, "reading").spans:
        for name in ("mention", "key", "id"):
            if name in span.facts:
                at.setdefault(span.facts[name], (span.start, span.end))
    return {f"{text.id}.json": json.dumps(at).encode()}


def assemble(whole: Whole) -> Files:
    """Return `NAME.csv`, `NAME.jsonl` and `datapackage.json`."""
    tables = all_rows(whole)
    files: Files = {}
    for table in written(tables):
        files[f"{table.name}.csv"] = as_csv(table.fields, tables[table.name])
        files[f"{table.name}.jsonl"] = _as_lines(table.fields, tables[table.name])
    descriptor = _descriptor(whole, files)
    return files | {"datapackage.json": descriptor}


def written(tables: Mapping[str, list[Row]]) -> tuple[Table, ...]:
    """Return the tables that every edition has, and those of its genres."""
    return (*TABLES, *(one for one in GENRES if tables[one.name]))


def all_rows(whole: Whole) -> dict[str, list[Row]]:
    """Return the rows of every table."""
    entries = rows.entries(whole.registers)
    table_of = {one.id: name for name, some in entries.items() for one in some}
    found: dict[str, list[Row]] = {"texts": [text_row(one) for one in whole.facts]}
    names = ("mentions", "corrections", "apparatus", "notes", *(one.name for one in GENRES))
    for name in names:
        found[name] = []
    for one in whole.facts:
        at = _places(whole, one.id)
        found["mentions"] += rows.mention_rows(one, table_of, at)
        found["corrections"] += rows.correction_rows(one, at)
        found["apparatus"] += apparatus_rows(one, at)
        found["notes"] += rows.note_rows(one, at)
        for table in GENRES:
            found[table.name] += genres.rows(one, table)
    counts = Counter(str(row["entry"]) for row in found["mentions"])
    for name, some in entries.items():
        found[name] = [rows.entry_row(one, counts) for one in some]
    return found


def _places(whole: Whole, text: str) -> Places:
    part = whole.parts.get(f"{text}.json", b"{}")
    return {name: (start, end) for name, (start, end) in json.loads(part).items()}


def _as_lines(fields: Iterable[Field], found: Iterable[Row]) -> bytes:
    """Write rows as JSON, one a line; what a row does not have is null."""
    names = [field.name for field in fields]
    lines = ({n: None if row[n] == "" else row[n] for n in names} for row in found)
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode()


def _descriptor(whole: Whole, files: Files) -> bytes:
    """Describe the CSV files as a Tabular Data Package."""
    registers = rights.of_registers(whole)
    texts = rights.shared(rights.of_texts(whole).values())
    package: dict[str, object] = {
        "profile": "tabular-data-package",
        "name": "edition",
        "title": whole.title or "An edition",
        "resources": [
            _resource(table, files[f"{table.name}.csv"])
            | _licensed(registers.get(table.kind, "") if table.kind else texts)
            for table in (*TABLES, *GENRES)
            if f"{table.name}.csv" in files
        ],
        **_licensed(rights.shared({texts, *registers.values()})),
    }
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode()


def _licensed(licence: str) -> dict[str, object]:
    stated = licence.split(SEVERAL)
    known = all(one.startswith("http") for one in stated)
    return {"licenses": [{"path": one} for one in stated]} if known else {}


def _resource(table: Table, data: bytes) -> dict[str, object]:
    columns = [
        {"name": one.name, "type": one.type, "description": one.description} for one in table.fields
    ]
    schema: dict[str, object] = {"fields": columns, "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = table.key
    if any(one.name == "text" for one in table.fields):
        refers = {"resource": "texts", "fields": "id"}
        schema["foreignKeys"] = [{"fields": "text", "reference": refers}]
    return {
        "name": table.name,
        "title": table.title,
        "path": f"{table.name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "schema": schema,
    }
