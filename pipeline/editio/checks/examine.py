"""One file examined: read, checked by itself, and reduced to what the others need of it.

A function of values that travel between processes; it keeps no tree, unless one is asked for.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from editio.checks import alone, pictures, results
from editio.checks.alone import Alone, Reading
from editio.checks.elements import unknown_elements
from editio.checks.index import Index, index
from editio.checks.schema.models import Language, Model, mapped
from editio.checks.schematron import engine
from editio.checks.schematron.findings import faulty_rules
from editio.checks.schematron.rules import whole, with_documents
from editio.diagnostics import Diagnostic, faults
from editio.edition.config.configuration import Sources
from editio.edition.config.judgement import TIME_LIMIT
from editio.edition.edition import Named, not_tei
from editio.edition.images.pictures import Place
from editio.edition.reading import source
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
    may take for a file. `default`: the schema of the edition (see `schemas`). `store`: results of
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
    reading = Reading(sheet, not asked.keep)
    question = alone.question(sheet, asked.published, asked.store)
    known = None if asked.keep or question is None else question.answer()
    if known is None:
        document = reading.found
        if not isinstance(document, Document):
            return Examined(sheet, diagnostics=tuple(document))
        if found := not_tei(document):
            skipped = not sheet.named
            return Examined(sheet, diagnostics=() if skipped else tuple(found), skipped=skipped)
        known = alone.said(reading, document, asked.published)
        if _are_asked(sheet, asked) and not asked.own and not document.assembled:
            earlier = question.answer() if question and asked.keep else None
            unknown = earlier.unknown if earlier else None
            if not asked.keep:
                unknown = tuple(_unknown(reading, asked))
            known = replace(known, unknown=unknown)
        if question and not asked.keep:
            question.keep(document, known)
    return _judged(reading, known, asked)


def _are_asked(sheet: Sheet, asked: Asked) -> bool:
    """Whether our rules are asked about a file: a text that is published, and not rendered next."""
    return asked.published and sheet.role == "text" and not asked.rendered


def _judged(reading: Reading, known: Alone, asked: Asked) -> Examined:
    """Add to what a file says alone what others say of it: rules, schemas, the disk."""
    named = [located(model, asked) for model in schemas(known.models, known.older, asked)]
    problems = [*known.diagnostics, *_ruled(reading, known, named, asked)]
    if known.pictured and reading.document:
        problems += pictures.problems(reading.document, Place(asked.root, asked.media))
    return Examined(
        reading.sheet,
        known.texts,
        known.index,
        tuple(problems),
        tuple(named),
        known.altered,
        known.included,
        known.whole,
        document=reading.document if asked.keep else None,
        content=known.content,
    )


def schemas(models: tuple[Model, ...], older: tuple[Model, ...], asked: Asked) -> tuple[Model, ...]:
    """Return the schemas of a file: those given by hand; else those that it names (`older`: for
    oXygen), or the grammar of the edition, and the edition's rules (Schematron) in any case.
    """
    if asked.schemas:
        return asked.schemas
    rules = tuple(one for one in asked.default if one.language is Language.SCHEMATRON)
    grammar = tuple(one for one in asked.default if one not in rules)
    own = models or grammar or older
    return (*own, *(one for one in rules if one.href not in {other.href for other in own}))


def only_indexed(sheet: Sheet) -> Index | None:
    """Read a file for what others point to, without checking it."""
    document = source.read(sheet.path, sheet.shown, sheet.stem, brief=True)
    return index(document, sheet.role, False) if isinstance(document, Document) else None


def located(model: Model, asked: Asked) -> Model:
    """Return a schema with its address as the catalog has it; one on this machine as a path, from
    the root of all names where it is below that.
    """
    href = on_disk(mapped(model.href, asked.catalog))
    if is_remote(href):
        return replace(model, href=href)
    root = asked.root.absolute()
    ways = (href, unquote(href), unquote(re.split("[?#]", href)[0]))
    href = next((one for one in ways if one and is_there(root / one)), href)
    inside = Path(href).is_absolute() and Path(os.path.normpath(href)).is_relative_to(root)
    return replace(model, href=os.path.relpath(href, root) if inside else href)


def _ruled(
    reading: Reading, known: Alone, named: list[Model], asked: Asked
) -> tuple[Diagnostic, ...]:
    """Return what rules say of a file, those of its schemas and, of texts that are published, ours;
    where all is as it was, what they said then.
    """
    rules = [None if m.remote else _rules_of(asked.root / m.href, m, asked.root) for m in named]
    keys = [(m.href, m.phase, one and one.key) for m, one in zip(named, rules, strict=True)]
    store = asked.store
    if any(one and results.depends_on_more(one.xml) for one in rules):
        store = None
    question, asking = ("rules", known.content, keys), partial(_rules, reading, named, asked)
    found = results.found(store, question, asking) if any(rules) else ()
    if not _are_asked(reading.sheet, asked):
        return found
    if known.unknown is not None and not asked.own:
        return found + known.unknown  # kept with what the file says alone, as one file
    names = [one.name for one in known.texts]
    ours = ("elements", known.content, names, asked.own, asked.limit)
    return found + results.found(asked.store, ours, partial(_unknown, reading, asked))


def _unknown(reading: Reading, asked: Asked) -> Iterator[Diagnostic]:
    for text in reading.texts:
        yield from unknown_elements(text, asked.own, asked.limit)


def _rules(reading: Reading, named: list[Model], asked: Asked) -> Iterator[Diagnostic]:
    """Run Schematron files, and the Schematron inside RELAX NG files."""
    document = reading.document
    told: set[tuple[int, int, str]] = set()
    for model in named:
        rules = None if model.remote else _rules_of(asked.root / model.href, model, asked.root)
        if rules is None or document is None:
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


def _holding(path: Path) -> dict[Path, etree._Element]:
    """Return the file of a schema, with those that it includes, in the order in which they are."""
    root = source.tree(path)
    if root is None:
        return {}
    files = {path: root}

    def opened(href: str, base: str) -> etree._Element | None:
        one = beside(href, base) if href else root
        if one is not None and href:
            files.setdefault(Path(on_disk(base)).parent / on_disk(href), one)
        return one

    whole(root, str(path), opened)
    return files


def _unusable(rules: Rules, store: Store | None) -> str:
    """Return in words why rules cannot be used; that they can is kept: to find out takes a process
    in which they are compiled.
    """
    question = "usable", rules.key
    if store and store.recall(question, bool):
        return ""
    reason = engine.unusable(rules)
    if store and not reason:
        store.keep(question, True)
    return reason


def faulty_schemas(found: Model, asked: Asked) -> Iterator[Diagnostic]:
    """Tell what is wrong with the rules of one schema, if anything."""
    path = asked.root / found.href
    rules = None if found.remote else _rules_of(path, found, asked.root)
    if rules is not None and (reason := _unusable(rules, asked.store)):
        file, line = engine.place_of_fault(rules, _holding(path)) or (path, 1)
        shown = found.href if file == path else os.path.relpath(file, asked.root)
        yield faulty_rules(found.href, reason, shown, line)
    if rules is None and found.language is Language.SCHEMATRON and is_file(path):
        read = source.tree_or_reason(path)
        reason = f"it cannot be read: {read}" if isinstance(read, str) else "it holds no Schematron"
        yield faulty_rules(found.href, reason)


def named(examined: list[Examined]) -> Iterator[Named]:
    """Yield the texts of an edition by their names."""
    for one in examined:
        if one.sheet.role == "text" and one.index:
            yield from one.texts
