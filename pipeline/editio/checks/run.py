"""All files checked: each by itself, then against its schema, then all of them together.

Turns a Selection into Diagnostics. Files are spread over processes; what comes back is small.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import lru_cache, partial
from pathlib import Path

from editio.checks import brought
from editio.checks.examine import (
    Asked,
    Examined,
    beside,
    examine,
    faulty_schemas,
    named,
    only_indexed,
)
from editio.checks.index import Corpus
from editio.checks.policy import Policy, judged
from editio.checks.reach import reached
from editio.checks.registry import check_corpus
from editio.checks.schema.early import early
from editio.checks.schema.explain import explain
from editio.checks.schema.grammar import Grammar, grammar
from editio.checks.schema.models import Model, catalog, language
from editio.checks.schema.validation import Complaints, against, validate, without_schema
from editio.checks.schematron import engine
from editio.checks.spread import spread
from editio.checks.stylesheets import uncompiled
from editio.diagnostics import Diagnostic, Severity, diagnostic, faults
from editio.edition.beside.dressed import is_dressed
from editio.edition.config.settings import FILE
from editio.edition.edition import same_id, unknown_texts
from editio.edition.reading import source
from editio.edition.reading.parts import Includer, parts
from editio.edition.reading.source import Document
from editio.edition.selection import Selection, Sheet
from editio.engines import jing
from editio.model.store import Store


@dataclass(frozen=True)
class Checked:
    """What a check found, how many files it read, and how many it left out as not TEI; the
    documents themselves where they were asked for; what the baseline knows; by which policy; how
    many files were validated against which schemas; what nobody wants to be told.
    """

    diagnostics: tuple[Diagnostic, ...]
    files: int
    skipped: int
    documents: Mapping[Path, Document] = field(default_factory=dict)
    known: tuple[Diagnostic, ...] = ()
    policy: Policy = field(default_factory=Policy)
    against: Mapping[str, int] = field(default_factory=dict)
    left_out: tuple[Diagnostic, ...] = ()


def check(  # noqa: PLR0913, PLR0917  # two of them are for callers of a kind
    selection: Selection,
    schemas: tuple[Path, ...],
    jobs: int,
    progress: Callable[[], None],
    keep: bool = False,
    choice: Policy | None = None,
    store: Store | None = None,
) -> Checked:
    """Check the files of a selection; `keep` their documents, so that nobody reads them again.

    `choice` narrows what the edition itself wants to be told; `store` has earlier results.
    """
    asked = _asked(selection, schemas, keep, store)
    engine.forget()
    examined, found, unfit_schemas = _found(selection, asked, jobs, progress)
    found += brought.unusable()
    found += uncompiled(selection.stylesheets, store)
    policy, faults_of_settings = judged(selection.judgement, selection.root)
    if choice:
        policy = policy.narrowed(choice.select, choice.ignore)
    every = folded([*found, *faults_of_settings])
    reported, known = policy.applied(every)
    skipped = sum(one.skipped for one in examined)
    unusable = unfit_schemas | {one.subject for one in found if one.code == "R004"}
    return Checked(
        diagnostics=tuple(reported),
        files=len(examined) - skipped,
        skipped=skipped,
        documents={one.sheet.path: one.document for one in examined if one.document},
        known=tuple(known),
        policy=policy,
        against=against(examined, unusable),
        left_out=policy.left_out(every),
    )


def _found(
    selection: Selection, asked: Asked, jobs: int, progress: Callable[[], None]
) -> tuple[list[Examined], list[Diagnostic], frozenset[str]]:
    """Return the files that were examined, all that was found in them, and the schemas that
    cannot be used.
    """
    sheets = selection.sheets
    with early(sheets, asked, jobs) as begun, spread(jobs, len(sheets)) as processes:
        examined = []
        for one in processes.map(partial(examine, asked=asked), sheets, _lost):
            examined.append(one)
            progress()
        examined = _without_parts(examined)
        in_files = [told for one in examined for told in one.diagnostics]
        found = [told for told in in_files if not is_dressed(told, selection.dressed)]
        found += selection.diagnostics
        # jing is a process of its own: files are compared with each other while it works.
        with ThreadPoolExecutor(1) as thread:
            validating = thread.submit(validate, examined, asked, jobs, begun)
            found += _together(selection, examined, asked)
            complaints, of_schemas, unfit_schemas = validating.result()
        found += of_schemas
        for told in processes.map(_explained, complaints, lambda one: [_died(one.examined.sheet)]):
            found += told
    return examined, found, unfit_schemas


def _asked(
    selection: Selection, schemas: tuple[Path, ...], keep: bool, store: Store | None
) -> Asked:
    """Return what is asked of each file."""
    root, own = selection.root, selection.judgement
    given = tuple(Model(os.path.relpath(path, root), language(path.name)) for path in schemas)
    default = tuple(Model(one, language(one), "", *own.place(one), FILE) for one in own.schemas)
    limit, edition, media = own.time_limit, selection.edition, selection.media
    sheets, rendered = selection.stylesheets, selection.rendered
    return Asked(
        root, given, _catalog(root), edition, keep, limit, default, store, media, sheets, rendered
    )


def _without_parts(examined: list[Examined]) -> list[Examined]:
    """Leave out what another file includes: it was checked there, with its own places."""
    held = parts([
        Includer(one.sheet.shown, one.index is not None, one.included, one.whole)
        for one in examined
    ])  # fmt: skip
    return [one for one in examined if one.sheet.shown not in held]


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
    present = reached(files, selection.root)
    yield from check_corpus(Corpus(files, frozenset(present), whole))
    if selection.edition:
        yield from same_id(named(examined))
        stems = {one.sheet.path.stem for one in examined}
        yield from unknown_texts(
            selection.root,
            selection.named,
            {text.name for one in examined for text in one.texts} | stems,
        )
    if bare := [one for one in examined if _is_bare(one)]:
        yield without_schema(bare)
    rules = {Model(m.href, m.language, m.phase) for one in examined for m in one.models}
    for model in sorted(rules, key=lambda one: one.href):
        yield from faulty_schemas(model, asked)


def _is_bare(one: Examined) -> bool:
    """Whether a text names no schema, and none was given by hand."""
    is_text = one.sheet.role in {"", "text"} and one.sheet.path.suffix != ".odd"
    return bool(one.index) and not one.models and is_text


def folded(found: list[Diagnostic]) -> list[Diagnostic]:
    """Sort, and leave out what says again what a better check says of the same place."""
    found = faults.folded(found)
    saying = [one for one in found if one.severity is not Severity.HINT]  # S011 says nothing else
    places = {(one.file, one.line, one.column, one.code[0]) for one in saying}
    codes = {(one.file, one.code) for one in found}
    covered = {(one.file, code) for one in found for code in one.covers}
    strays = {(one.file, one.line, one.column) for one in found if one.code == "S003"}
    texts = {(one.file, one.line) for one in found if one.code == "S008"}

    def again(one: Diagnostic) -> bool:
        better = {"S007": "D", "T001": "S", "T013": "S", "A001": "S", "A006": "S", "P023": "S"}.get(
            one.code, ""
        )
        same = any((one.file, code) in codes for code in one.same)
        same |= one.code[0] == "R" and (one.file, one.line, one.column) in strays
        same |= one.code == "A001" and (one.file, one.line) in texts
        same |= (one.file, one.code) in covered
        return same or (one.file, one.line, one.column, better) in places

    return sorted({one for one in found if not again(one)})


def _explained(complaints: Complaints) -> list[Diagnostic]:
    """Put jing's complaints about one file into words; the file is read again for it."""
    sheet = complaints.examined.sheet
    kept = complaints.examined.document
    document = kept or source.read(sheet.path, sheet.shown, sheet.stem, brief=True)
    if not isinstance(document, Document):
        return list(document)
    return list(explain(document, _grammar(complaints.schema), complaints.messages, complaints.own))


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
