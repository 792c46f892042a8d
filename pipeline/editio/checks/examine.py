"""One file examined: read, checked by itself, and reduced to what the others need of it.

A function of values that travel between processes; it keeps no tree, unless one is asked for.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from editio.checks import pictures, results
from editio.checks.elements import unknown_elements
from editio.checks.index import Index, index
from editio.checks.registry import check_document
from editio.checks.schema.models import Language, Model, for_oxygen, mapped, models
from editio.checks.schematron import engine
from editio.checks.schematron.findings import faulty_rules
from editio.checks.schematron.rules import whole, with_documents
from editio.diagnostics import Diagnostic, faults
from editio.edition.config.configuration import Sources
from editio.edition.config.judgement import TIME_LIMIT
from editio.edition.edition import Named, not_tei, renamed
from editio.edition.images.pictures import Place
from editio.edition.reading import source
from editio.edition.reading.corpus import members
from editio.edition.reading.files import is_file, is_remote, is_there, on_disk
from editio.edition.reading.source import Document
from editio.edition.selection import Sheet
from editio.engines.saxon import Others
from editio.engines.schematron import Rules
from editio.model.store import Store


@dataclass(frozen=True)
class Asked:
    """What is asked of every file: the root of all names, schemas given by hand, the catalog.

    `published`: the files are texts of an edition, so each element needs a rule. `keep`: the
    documents are wanted as well, to be published. `limit`: the seconds that the rules of a schema
    may take for a file. `default`: the schema of the edition (see `_schemas`). `store`: results of
    earlier checks. `media`: where pictures may come from. `own`: stylesheets of the edition's own.
    `rendered`: the texts are rendered afterwards, which says what our rules have to say of them.
    """

    root: Path
    schemas: tuple[Model, ...] = ()
    catalog: dict[str, str] = field(default_factory=dict)
    published: bool = True
    keep: bool = False
    limit: float = TIME_LIMIT
    default: tuple[Model, ...] = ()
    store: Store | None = None
    media: Sources = field(default_factory=Sources)
    own: Others = ()
    rendered: bool = False


@dataclass(frozen=True)
class Examined:
    """What came of one file. `models`: its schemas; RELAX NG is run for many files at once."""

    sheet: Sheet
    texts: tuple[Named, ...] = ()
    index: Index | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    models: tuple[Model, ...] = ()
    altered: bool = False
    included: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    skipped: bool = False
    document: Document | None = None
    content: str = ""


def examine(sheet: Sheet, asked: Asked) -> Examined:
    """Read a file and say all that can be said of it alone; a fault of ours is told like one."""
    try:
        return _examined(sheet, asked)
    except Exception as error:
        return Examined(sheet, diagnostics=(faults.told(error, sheet.shown, code="T003"),))


def _examined(sheet: Sheet, asked: Asked) -> Examined:
    document = source.read(sheet.path, sheet.shown, sheet.stem, not asked.keep)
    if not isinstance(document, Document):
        return Examined(sheet, diagnostics=tuple(document))
    if found := not_tei(document):
        skipped = not sheet.named
        return Examined(sheet, diagnostics=() if skipped else tuple(found), skipped=skipped)
    named = [located(model, asked) for model in _schemas(document, asked)]
    texts = members(document) if sheet.role == "text" else (document,)
    problems = [*document.told, *check_document(document)]
    problems += _ruled(document, texts if sheet.role == "text" else (), named, asked)
    if asked.published and sheet.role in {"text", "about"}:
        problems += pictures.problems(document, Place(asked.root, asked.media))
    if asked.published and sheet.role in {"text", "register"} and not _is_odd(sheet):
        problems += (one for text in texts for one in renamed(text))
    return Examined(
        sheet,
        tuple(Named(one.id, sheet.shown, *one.at(one.root)) for one in texts),
        index(document, sheet.role),
        tuple(problems),
        tuple(named),
        document.altered,
        tuple(document.included),
        document.whole,
        document=document if asked.keep else None,
        content=results.of_document(document),
    )


def _schemas(document: Document, asked: Asked) -> tuple[Model, ...]:
    """Return the schemas of a file: those given by hand; else those that it names, or the grammar
    of the edition, and the edition's rules (Schematron) in any case.
    """
    if asked.schemas:
        return asked.schemas
    rules = tuple(one for one in asked.default if one.language is Language.SCHEMATRON)
    grammar = tuple(one for one in asked.default if one not in rules)
    own = tuple(models(document)) or grammar or tuple(for_oxygen(document))
    return (*own, *(one for one in rules if one.href not in {other.href for other in own}))


def _is_odd(sheet: Sheet) -> bool:
    """Whether a file is a schema in TEI, which is not published as a text."""
    return sheet.path.suffix == ".odd"


def only_indexed(sheet: Sheet) -> Index | None:
    """Read a file for what others point to, without checking it."""
    document = source.read(sheet.path, sheet.shown, sheet.stem)
    return index(document, sheet.role, False) if isinstance(document, Document) else None


def located(model: Model, asked: Asked) -> Model:
    """Return a schema with its address as the catalog has it; one on this machine as a path, from
    the root of all names where it is below that.
    """
    href = on_disk(mapped(model.href, asked.catalog))
    if is_remote(href):
        return replace(model, href=href)
    root, plain = asked.root.absolute(), unquote(href)
    if not is_there(root / href) and is_there(root / plain):
        href = plain
    inside = Path(href).is_absolute() and Path(os.path.normpath(href)).is_relative_to(root)
    return replace(model, href=os.path.relpath(href, root) if inside else href)


def _ruled(
    document: Document, texts: tuple[Document, ...], named: list[Model], asked: Asked
) -> tuple[Diagnostic, ...]:
    """Return what rules say of a file, those of its schemas and, of texts that are published, ours;
    where all is as it was, what they said then.
    """
    rules = [None if m.remote else _rules_of(asked.root / m.href, m, asked.root) for m in named]
    known = [(m.href, m.phase, one and one.key) for m, one in zip(named, rules, strict=True)]
    alone = not any(one and results.depends_on_more(one.xml) for one in rules)
    question = ("rules", results.of_document(document), known)
    asking = partial(_rules, document, named, asked)
    found = results.found(asked.store if alone else None, question, asking) if any(rules) else ()
    if asked.rendered or not (asked.published and texts):
        return found
    ours = (
        "elements",
        results.of_document(document),
        [one.id for one in texts],
        asked.own,
        asked.limit,
    )
    return found + results.found(asked.store, ours, partial(_unknown, texts, asked))


def _unknown(texts: tuple[Document, ...], asked: Asked) -> Iterator[Diagnostic]:
    return (one for text in texts for one in unknown_elements(text, asked.own, asked.limit))


def _rules(document: Document, named: list[Model], asked: Asked) -> Iterator[Diagnostic]:
    """Run Schematron files, and the Schematron inside RELAX NG files."""
    told: set[tuple[int, int, str]] = set()
    for model in named:
        rules = None if model.remote else _rules_of(asked.root / model.href, model, asked.root)
        if rules is None:
            continue
        if engine.unusable(rules):
            continue  # told once for all files, by whoever gathers
        for one in engine.check(document, rules, asked.limit):
            place = one.line, one.column, one.message
            yield from () if place in told else (one,)
            told.add(place)


def _rules_of(path: Path, model: Model, root_folder: Path) -> Rules | None:
    return _read_rules(path, model, root_folder, source.changed(path))


@lru_cache(maxsize=64)
def _read_rules(path: Path, model: Model, root_folder: Path, _changed: int) -> Rules | None:
    root = source.tree(path)
    if root is None:
        return None
    schema = whole(root, str(path), lambda href, base: beside(href, base) if href else root)
    if schema is None:
        return None
    with_documents(schema, partial(_document, path.parent, root_folder))
    return Rules(etree.tostring(schema, encoding="unicode"), model.href, model.phase)


def _document(folder: Path, root: Path, name: str) -> str:
    """Return a document that rules name, if it lies in the folder of the edition."""
    path = (folder / name).resolve()
    tree = source.tree(path) if path.is_relative_to(root.resolve()) else None
    return "" if tree is None else etree.tostring(tree, encoding="unicode", with_tail=False)


def beside(href: str, base: str) -> etree._Element | None:
    """Open a schema that another one includes; nothing from the network."""
    if Model(href, Language.OTHER).remote:
        return None
    return source.tree(Path(on_disk(base)).parent / on_disk(href))


def faulty_schemas(found: Model, asked: Asked) -> Iterator[Diagnostic]:
    """Tell what is wrong with the rules of one schema, if anything."""
    path = asked.root / found.href
    rules = None if found.remote else _rules_of(path, found, asked.root)
    if rules is not None and (reason := engine.unusable(rules)):
        yield faulty_rules(found.href, reason)
    if rules is None and found.language is Language.SCHEMATRON and is_file(path):
        read = source.tree_or_reason(path)
        reason = f"it cannot be read: {read}" if isinstance(read, str) else "it holds no Schematron"
        yield faulty_rules(found.href, reason)


def named(examined: list[Examined]) -> Iterator[Named]:
    """Yield the texts of an edition by their names."""
    for one in examined:
        if one.sheet.role == "text" and one.index:
            yield from one.texts
