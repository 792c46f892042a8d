"""Tables: texts, register entries, mentions, corrections and notes as CSV and JSON lines, with a
descriptor (Frictionless Data Package) that says what every column holds.
"""

import json
from collections import Counter
from collections.abc import Iterable

from lxml import etree

from pipeline.formats import rows
from pipeline.formats.context import Files, Text, Whole
from pipeline.formats.dictionary import TABLES, Field, Table
from pipeline.formats.rows import Places, Row, as_csv
from pipeline.formats.text import plain


def render(text: Text) -> Files:
    """Give where mentions, interventions and notes stand in the reading text, for `assemble`."""
    at: dict[str, tuple[int, int]] = {}
    for span in plain(text, "reading").spans:
        for name in ("mention", "key", "id"):
            if name in span.facts:
                at.setdefault(span.facts[name], (span.start, span.end))
    return {f"{text.id}.json": json.dumps(at).encode()}


def assemble(whole: Whole) -> Files:
    """Give `NAME.csv`, `NAME.jsonl` and `datapackage.json`."""
    tables = all_rows(whole)
    files: Files = {}
    for table in TABLES:
        files[f"{table.name}.csv"] = as_csv(table.fields, tables[table.name])
        files[f"{table.name}.jsonl"] = _as_lines(table.fields, tables[table.name])
    licences = sorted({str(row["licence"]) for row in tables["texts"] if row["licence"]})
    descriptor = _descriptor(whole.edition or "An edition", licences, files)
    return files | {"datapackage.json": descriptor}


def all_rows(whole: Whole) -> dict[str, list[Row]]:
    """Give the rows of every table."""
    facts = [etree.fromstring(one) for one in whole.facts]
    entries = rows.entries(whole.registers)
    table_of = {one.get("id", ""): name for name, some in entries.items() for one in some}
    found: dict[str, list[Row]] = {"texts": [rows.text_row(one) for one in facts]}
    for name in ("mentions", "corrections", "notes"):
        found[name] = []
    for one in facts:
        at = _places(whole, one.get("id", ""))
        found["mentions"] += rows.mention_rows(one, table_of, at)
        found["corrections"] += rows.correction_rows(one, at)
        found["notes"] += rows.note_rows(one, at)
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


def _descriptor(title: str, licences: list[str], files: Files) -> bytes:
    """Describe the CSV files as a Tabular Data Package."""
    package: dict[str, object] = {
        "profile": "tabular-data-package",
        "name": "edition",
        "title": title,
        "resources": [_resource(table, files[f"{table.name}.csv"]) for table in TABLES],
    }
    if licences:
        package["licenses"] = [{"path": path} for path in licences]
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode()


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
