"""The Data page: every file that was built beside the site, with its purpose, size and checksum,
what each column of the tables holds, and how to take the files into other tools.
"""

import hashlib
import re
from collections.abc import Mapping

from lxml import etree

from editio.edition.project import within
from editio.engines.saxon import EDITIO
from editio.formats import rights, rows
from editio.formats.dictionary import TABLES, Field
from editio.formats.genres import GENRES
from editio.formats.site.marked import ASKED, written
from editio.model.context import Files, Sums, Whole

# What a file is for, by its path; the words are labels. The first pattern that fits counts.
PURPOSES = (
    (r"tei/corpus\.xml", "tei-corpus"),
    (r"tei/cmif\.xml", "cmif"),
    (r"tei/[^/]+\.xml", "tei"),
    (r"tei/sources/.*", "transcript"),
    (r"text/reading/.*", "text-reading"),
    (r"text/diplomatic/.*", "text-diplomatic"),
    (r"text/witness/.*", "text-witness"),
    (r"text/registers/.*", "text-register"),
    (r"text/front/.*", "text-front"),
    (r"text/offsets/.*", "offsets"),
    (r"text/metadata\.csv", "metadata"),
    (r"tables/datapackage\.json", "datapackage"),
    (r"tables/.*\.csv", "table-csv"),
    (r"tables/.*\.jsonl", "table-jsonl"),
    (r"places/.*", "places"),
    (r"citations/.*\.bib", "bibtex"),
    (r"citations/.*\.ris", "ris"),
    (r"citations/.*\.json", "csl-json"),
    (r"citations/.*\.txt", "citation"),
    (r"epub/.*", "epub"),
    (r"pdf/OFL\.txt", "font-licence"),
    (r"pdf/.*", "pdf"),
    (r"dts/entry\.jsonld", "dts"),
)
_COLUMNS = tuple(
    Field(name, "") for name in ("path", "format", "purpose", "bytes", "sha256", "licence")
)


def assemble(whole: Whole) -> Files:
    """Return `index.html` and `files.csv`."""
    files = listed(whole)
    around = whole.engine.parse(whole.surroundings.xml)
    lang = whole.surroundings.lang
    page = whole.engine.run(
        "site",
        whole.engine.parse(etree.tostring(_content(files, lang), encoding="unicode")),
        "data-page",
        {"labels": whole.labels, **ASKED, "edition": whole.title, "surroundings": around},
    )
    (page_of_data,) = written(page.value).values()
    return {"index.html": page_of_data, "files.csv": rows.as_csv(_COLUMNS, files)}


def listed(whole: Whole) -> list[rows.Row]:
    """Return a row for each file with a purpose of its own; of many alike, the first to open."""
    stated = rights.licences(whole)
    return [
        {
            "path": within(name, path),
            "format": name,
            "purpose": purpose,
            **measured(files, path),
            "licence": stated.of(within(name, path)),
        }
        for name, files in whole.made.items()
        for path in sorted(files)
        if (purpose := _purpose(within(name, path)))
    ]


def measured(files: Mapping[str, bytes], path: str) -> rows.Row:
    """Return length and checksum of a file; what lies on disk is not read for it."""
    if isinstance(files, Sums):
        return {"bytes": files.size(path), "sha256": files.sum(path)}
    return {"bytes": len(files[path]), "sha256": hashlib.sha256(files[path]).hexdigest()}


def _purpose(path: str) -> str:
    return next((key for pattern, key in PURPOSES if re.fullmatch(pattern, path)), "")


def _content(files: list[rows.Row], lang: str) -> etree._Element:
    """Return what the page says, for xslt/data/page.xsl."""
    root = etree.Element(f"{{{EDITIO}}}data", lang=lang, nsmap={"ed": EDITIO})
    for row in files:
        made = etree.SubElement(root, f"{{{EDITIO}}}file")
        for name, value in row.items():
            made.set(name, str(value))
    if any(row["format"] == "tables" for row in files):
        paths = {row["path"] for row in files}
        for table in (*TABLES, *(one for one in GENRES if f"tables/{one.name}.csv" in paths)):
            made = etree.SubElement(root, f"{{{EDITIO}}}table", name=table.name, title=table.title)
            for field in table.fields:
                column = etree.SubElement(made, f"{{{EDITIO}}}column", name=field.name)
                column.set("type", field.type)
                column.text = field.description
    return root
