"""One file examined: read, checked by itself, and reduced to what the others need of it.

A function of values that travel between processes; it keeps no tree.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from lxml import etree

from pipeline import source
from pipeline.checks.elements import unknown_elements
from pipeline.checks.index import Index, index
from pipeline.checks.registry import check_document
from pipeline.checks.schema.models import Language, Model, mapped, models
from pipeline.checks.schematron import engine
from pipeline.checks.schematron.rules import whole
from pipeline.diagnostics import Diagnostic, diagnostic
from pipeline.edition import not_tei
from pipeline.selection import Sheet
from pipeline.source import Document


@dataclass(frozen=True)
class Asked:
    """What is asked of every file: the root of all names, schemas given by hand, the catalog.

    `published`: the files are texts of an edition, so each element needs a rule.
    """

    root: Path
    schemas: tuple[Model, ...] = ()
    catalog: dict[str, str] = field(default_factory=dict)
    published: bool = True


@dataclass(frozen=True)
class Examined:
    """What came of one file. `models`: its schemas; RELAX NG is run for many files at once."""

    sheet: Sheet
    id: str = ""
    index: Index | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    models: tuple[Model, ...] = ()
    doctype: bool = False
    skipped: bool = False


def examine(sheet: Sheet, asked: Asked) -> Examined:
    """Read a file and say all that can be said of it alone; a fault of ours is told like one."""
    try:
        return _examined(sheet, asked)
    except Exception as error:
        reason = f"{type(error).__name__}: {error}"
        return Examined(sheet, diagnostics=(diagnostic("T003", sheet.shown, reason=reason),))


def _examined(sheet: Sheet, asked: Asked) -> Examined:
    document = source.read(sheet.path, sheet.shown)
    if not isinstance(document, Document):
        return Examined(sheet, diagnostics=tuple(document))
    if found := not_tei(document):
        skipped = not sheet.named
        return Examined(sheet, diagnostics=() if skipped else tuple(found), skipped=skipped)
    named = [_located(model, asked) for model in asked.schemas or models(document)]
    problems = [*check_document(document), *_rules(document, named, asked)]
    if asked.published and sheet.role == "text":
        problems += unknown_elements(document)
    return Examined(
        sheet,
        document.id,
        index(document, sheet.role),
        tuple(problems),
        tuple(named),
        any("<!DOCTYPE" in line for line in document.lines[:100]),
    )


def only_indexed(sheet: Sheet) -> Index | None:
    """Read a file for what others point to, without checking it."""
    document = source.read(sheet.path, sheet.shown)
    return index(document, sheet.role, False) if isinstance(document, Document) else None


def _located(model: Model, asked: Asked) -> Model:
    href = mapped(model.href, asked.catalog)
    return Model(href, model.language, model.phase, model.line)


def _rules(document: Document, named: list[Model], asked: Asked) -> Iterator[Diagnostic]:
    """Run Schematron files, and the Schematron inside RELAX NG files."""
    told: set[tuple[int, int, str]] = set()
    for model in named:
        rules = None if model.remote else _read_rules(asked.root / model.href, model)
        if rules is None:
            continue
        if engine.prepared(rules):
            continue  # told once for all files, by whoever gathers
        for one in engine.check(document, rules):
            place = one.line, one.column, one.message
            yield from () if place in told else (one,)
            told.add(place)


@lru_cache(maxsize=64)
def _read_rules(path: Path, model: Model) -> engine.Rules | None:
    root = source.tree(path)
    if root is None:
        return None
    schema = whole(root, str(path), lambda href, base: beside(href, base) if href else root)
    if schema is None:
        return None
    return engine.Rules(etree.tostring(schema, encoding="unicode"), model.href, model.phase)


def beside(href: str, base: str) -> etree._Element | None:
    """Open a schema that another one includes; nothing from the network."""
    local = base.removeprefix("file://").removeprefix("file:")
    return None if Model(href, Language.OTHER).remote else source.tree(Path(local).parent / href)


def faulty_schemas(found: Model, asked: Asked) -> Iterator[Diagnostic]:
    """Tell what is wrong with the rules of one schema, if anything."""
    path = asked.root / found.href
    rules = None if found.remote else _read_rules(path, found)
    if rules is not None and (reason := engine.prepared(rules)):
        yield engine.faulty_rules(found.href, reason)
    if rules is None and found.language is Language.SCHEMATRON and source.exists(path):
        read = source.tree(path) is not None
        reason = "it holds no Schematron" if read else "the file cannot be read as XML"
        yield engine.faulty_rules(found.href, reason)


def same_id(examined: list[Examined]) -> Iterator[Diagnostic]:
    """P003: no two texts have one id."""
    first: dict[str, str] = {}
    for one in examined:
        if one.sheet.role == "text" and one.index:
            other = first.setdefault(one.id, one.sheet.shown)
            if other != one.sheet.shown:
                root = [a for a in one.index.anchors if a.id == one.id][:1]
                place = next(((a.line, a.column) for a in root), (1, 1))
                yield diagnostic("P003", one.sheet.shown, *place, name=one.id, other=other)
