"""All files checked: each by itself, then against its schema, then all of them together.

Turns a Selection into Diagnostics. Files are spread over processes; what comes back is small.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

from pipeline import jing, source
from pipeline.checks.examine import (
    Asked,
    Examined,
    beside,
    examine,
    faulty_schemas,
    only_indexed,
    same_id,
)
from pipeline.checks.index import Corpus, Index
from pipeline.checks.registry import check_corpus
from pipeline.checks.schema.explain import explain
from pipeline.checks.schema.grammar import Grammar, grammar
from pipeline.checks.schema.models import Model, catalog, language
from pipeline.checks.schema.validation import Complaints, validate
from pipeline.checks.spread import spread
from pipeline.checks.targets import target
from pipeline.diagnostics import Diagnostic, diagnostic
from pipeline.edition import unknown_in_order
from pipeline.selection import Selection, Sheet
from pipeline.source import Document

_FEW = 24  # files that one process is as quick with as several


@dataclass(frozen=True)
class Checked:
    """What a check found, how many files it read, and how many it left out as not TEI."""

    diagnostics: tuple[Diagnostic, ...]
    files: int
    skipped: int


def check(
    selection: Selection, schemas: tuple[Path, ...], jobs: int, progress: Callable[[], None]
) -> Checked:
    """Check the files of a selection."""
    root = selection.root
    given = tuple(Model(os.path.relpath(path, root), language(path.name)) for path in schemas)
    asked = Asked(root, given, _catalog(root), selection.edition)
    with spread(jobs, len(selection.sheets)) as many:
        examined = []
        for one in many.map(partial(examine, asked=asked), selection.sheets, _lost):
            examined.append(one)
            progress()
        found = [*selection.diagnostics, *(d for one in examined for d in one.diagnostics)]
        complaints, more = validate(examined, asked, jobs)
        found += more
        for told in many.map(_explained, complaints, lambda one: [_died(one.examined.sheet)]):
            found += told
    found += _together(selection, examined, asked)
    skipped = sum(one.skipped for one in examined)
    return Checked(tuple(folded(found)), len(examined) - skipped, skipped)


def _died(sheet: Sheet) -> Diagnostic:
    return diagnostic("O004", sheet.shown)


def _lost(sheet: Sheet) -> Examined:
    return Examined(sheet, diagnostics=(_died(sheet),))


def _together(selection: Selection, examined: list[Examined], asked: Asked) -> Iterator[Diagnostic]:
    """Check all files as one edition."""
    files = {one.sheet.shown: one.index for one in examined if one.index}
    for sheet in selection.context:
        if (index := only_indexed(sheet)) is not None:
            files[sheet.shown] = index
    whole = selection.whole and all(one.index or one.skipped for one in examined)
    whole = whole and all(one.shown in files for one in selection.context)
    present = _present(files, selection.root)
    yield from check_corpus(Corpus(files, frozenset(present), whole))
    if selection.edition:
        yield from same_id(examined)
        stems = {one.sheet.path.stem for one in examined}
        yield from unknown_in_order(selection.order, {one.id for one in examined} | stems)
    rules = {Model(m.href, m.language, m.phase) for one in examined for m in one.models}
    for model in sorted(rules, key=lambda one: one.href):
        yield from faulty_schemas(model, asked)


def _present(files: dict[str, Index], root: Path) -> set[str]:
    """Look which files are there to which pointers lead; those in XML are read for their ids."""
    wanted = {
        target(pointer.token, index).file for index in files.values() for pointer in index.pointers
    } - {"", *files}
    present = {name for name in wanted if source.exists(root / name)}
    for name in sorted(one for one in present if one.endswith(".xml")):
        if (index := only_indexed(Sheet(root / name, name, ""))) is not None:
            files[name] = index
    return present


def folded(found: list[Diagnostic]) -> list[Diagnostic]:
    """Sort, and leave out what says again what a better check says of the same place."""
    places = {(one.file, one.line, one.column, one.code[0]) for one in found}
    codes = {(one.file, one.code) for one in found}
    missing = {one.file: one.message for one in found if one.code == "S004"}
    strays = {(one.file, one.line, one.column) for one in found if one.code == "S003"}
    texts = {(one.file, one.line) for one in found if one.code == "S008"}

    def again(one: Diagnostic) -> bool:
        better = {"S007": "D", "T001": "S", "A001": "S", "A006": "S"}.get(one.code, "")
        part = {"H001": "title", "H002": "publicationStmt", "H004": "sourceDesc"}.get(one.code)
        told = bool(part) and f"{part}" in missing.get(one.file, "")
        same = any((one.file, code) in codes for code in one.same)
        same |= one.code[0] == "R" and (one.file, one.line, one.column) in strays
        same |= one.code == "A001" and (one.file, one.line) in texts
        return told or same or (one.file, one.line, one.column, better) in places

    return sorted({one for one in found if not again(one)})


def _explained(complaints: Complaints) -> list[Diagnostic]:
    """Put jing's complaints about one file into words; the file is read again for it."""
    sheet = complaints.examined.sheet
    document = source.read(sheet.path, sheet.shown)
    if not isinstance(document, Document):
        return list(document)
    return list(explain(document, _grammar(complaints.schema), complaints.messages))


@lru_cache(maxsize=8)
def _grammar(path: Path) -> Grammar:
    if path.suffix.lower() == ".rnc":
        root = source.parsed(jing.to_xml_syntax(path))
    else:
        root = source.tree(path)
    return Grammar() if root is None else grammar(root, str(path), beside)


def _catalog(root: Path) -> dict[str, str]:
    """Read catalog.xml of the project, its tei/ and tei/schema/, and XML_CATALOG_FILES."""
    own = [root / folder / "catalog.xml" for folder in ("", "tei", "schema", "tei/schema")]
    named = [Path(name) for name in os.environ.get("XML_CATALOG_FILES", "").split()]
    entries: dict[str, str] = {}
    for file in (*named, *own):
        if (found := source.tree(file)) is not None:
            entries |= catalog(found, str(file.parent))
    return entries
