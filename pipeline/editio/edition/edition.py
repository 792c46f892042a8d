"""A Project with its files read: the frozen value that checks and formats work on."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Any

from editio.diagnostics import Diagnostic, Severity, diagnostic
from editio.edition import names
from editio.edition.config.configuration import Spotted
from editio.edition.config.settings import FILE, advice
from editio.edition.config.spots import spot_in
from editio.edition.images.facsimile import paged
from editio.edition.images.pictures import pictured
from editio.edition.project import Project, discover
from editio.edition.reading import source
from editio.edition.reading.corpus import is_corpus, members, title
from editio.edition.reading.parts import Includer, parts
from editio.edition.reading.source import TEI, XML_ID, Document
from editio.edition.registers.aims import aimed
from editio.edition.registers.entries import is_register
from editio.edition.registers.gathering import Shelf, gather
from editio.edition.registers.pointing import pointed
from editio.edition.texts.correspondence import by_date, letters
from editio.edition.texts.dress import dressed
from editio.edition.texts.headings import heading
from editio.edition.texts.openers import opened as opened_letter
from editio.edition.texts.passages import led
from editio.edition.texts.translations import beside


@dataclass(frozen=True)
class Edition:
    """All documents of a project, texts in reading order; those that cannot be read are absent."""

    project: Project
    texts: tuple[Document, ...]
    registers: tuple[Document, ...]
    about: Document | None
    # Where all texts stand in one corpus and nothing else says what they are together.
    title: str = ""
    # Pages in TEI that are no texts of the edition.
    pages: tuple[Document, ...] = ()

    @property
    def documents(self) -> tuple[Document, ...]:
        """Every document: texts, registers, the edition's own."""
        about = (self.about,) if self.about else ()
        return self.texts + self.registers + about + self.pages

    @property
    def called(self) -> str:
        """What the edition is called: by its settings, its own document, the header of its corpus,
        the series that all of its texts name; else by its folder, never by its first text.
        """
        heads = [self.about] if self.about else []
        series = [set(heading(one).series) for one in self.texts]
        shared = sorted(set.intersection(*series)) if series else []
        own = (self.project.settings.title, *(heading(one).title for one in heads))
        return next(filter(None, (*own, self.title, *shared[:1])), self.project.root.name)

    def printed(self, **measures: Any) -> "Edition":
        """Return the same edition with other measures of the book (see typesetting/design.py)."""
        settings = self.project.settings
        design = replace(settings.print, **measures)
        project = replace(self.project, settings=replace(settings, print=design))
        return replace(self, project=project)


def load(project: Project) -> tuple[Edition, list[Diagnostic]]:
    """Read every file of the project; what cannot be read is told and left out."""
    documents, found = read(project)
    return gathered(project, documents), found + amiss(project, documents)


def amiss(project: Project, documents: Mapping[Path, Document]) -> list[Diagnostic]:
    """Tell what is wrong with the names of texts."""
    texts = [
        text for path in project.texts if path in documents for text in members(documents[path])
    ]
    roots = [Named(one.id, one.path, *one.at(one.top)) for one in texts]
    named = {*project.texts, project.about}
    others = (one for path, one in documents.items() if path not in named)
    apart = (*texts, *(one for one in others if not is_corpus(one)))
    found = [told for one in apart for told in renamed(one)] + same_id(roots)
    ids = {text.id for text in texts} | {path.stem for path in project.texts}
    return found + unknown_texts(project.root, project.settings.named, ids)


def read(
    project: Project, known: Mapping[Path, Document] = MappingProxyType({})
) -> tuple[dict[Path, Document], list[Diagnostic]]:
    """Return each file that is TEI and no part of another, and what was met in reading them. Those
    that are known are not read.
    """
    found: list[Diagnostic] = []
    documents: dict[Path, Document] = {}
    for path in project.documents:
        one = known.get(path) or source.read(path, project.shown(path), project.stems.get(path, ""))
        if isinstance(one, list):
            found += one
        else:
            documents[path] = one
    documents = without_parts(documents)
    for path, one in list(documents.items()):
        problems = not_tei(one)
        if problems:
            del documents[path]
        # Without a check what could not be included is no reason to publish nothing.
        found += [*(replace(told, severity=Severity.WARNING) for told in one.told), *problems]
    return documents, found


@dataclass(frozen=True)
class Gathering:
    """An edition on its way: its texts with the entries of registers that they mean, the registers
    before they say themselves which they mean, and what was learned in making them.
    """

    edition: Edition
    texts: tuple[Document, ...]
    registers: tuple[Document, ...]
    shelf: Shelf


def gathered(project: Project, documents: Mapping[Path, Document]) -> Edition:
    """Return the edition of those of its documents that could be read, by path."""
    return gathering(project, documents, noted).edition


def gathering(
    project: Project, documents: Mapping[Path, Document], seen: Callable[[Document], None]
) -> Gathering:
    """Return the same, and what it came from. `seen` is shown each text while its tree is held."""
    files, lists, texts = _told_apart(_readable(project, documents, project.texts), project)
    texts = led(texts)
    lists = (*_readable(project, documents, project.registers), *lists)
    registers, shelf = gather(texts, lists)
    made = joined(project, documents, Parts(texts, registers, shelf), seen)
    return replace(made, edition=replace(made.edition, title=title(files)))


@dataclass(frozen=True)
class Parts:
    """Texts and registers, before they say which entries they mean; those that are `done` do."""

    texts: tuple[Document, ...]
    registers: tuple[Document, ...]
    shelf: Shelf
    done: frozenset[str] = frozenset()


def joined(
    project: Project,
    documents: Mapping[Path, Document],
    parts: Parts,
    seen: Callable[[Document], None],
) -> Gathering:
    """Return the edition of its parts, and of the other documents that could be read."""
    about = _readable(project, documents, [project.about] if project.about else [])
    pages = _readable(project, documents, project.pages)
    apart = [pictured(one, project.pictures) for one in (*about, *pages)]
    shelf = parts.shelf
    texts, registers, others = pointed(parts.texts, parts.registers, shelf, apart, seen, parts.done)
    edition = Edition(
        project,
        beside(_in_order(project, texts), dict(project.settings.print.pairs)),
        registers,
        others[0] if about else None,
        pages=others[1:] if about else others,
    )
    return Gathering(edition, texts, parts.registers, shelf)


def _readable(
    project: Project, documents: Mapping[Path, Document], paths: Iterable[Path]
) -> tuple[Document, ...]:
    found = (documents[path] for path in paths if path in documents)
    return tuple(dressed(one, project.settings) for one in found)


def text_of(project: Project, file: Document) -> Document | None:
    """Return the text of a file that has no more than one, as registers are told of it."""
    if is_corpus(file) or file.included or file.whole or not_tei(file):
        return None
    one = dressed(file, project.settings)
    return None if is_register(one.root) else _texts(one, project)[0]


def _told_apart(
    files: tuple[Document, ...], project: Project
) -> tuple[tuple[Document, ...], tuple[Document, ...], tuple[Document, ...]]:
    """Return the files that hold texts, those that are registers where not all are, and the texts.
    Each file is gone through once: of many its tree is not held for long.
    """
    lists: list[Document] = []
    texts: list[Document] = []
    for one in files:
        if is_register(one.root):
            lists.append(one)
        else:
            texts += _texts(one, project)
    if len(lists) == len(files):
        return files, (), tuple(text for one in lists for text in _texts(one, project))
    listed = {one.path for one in lists}
    return tuple(one for one in files if one.path not in listed), tuple(lists), tuple(texts)


def _texts(file: Document, project: Project) -> list[Document]:
    place = project.pictures
    pictures = (paged(pictured(text, place), place) for text in members(file))
    return [aimed(opened_letter(text)) for text in pictures]


def noted(text: Document) -> None:
    """Note what will be asked of a text again, while its tree is held."""
    letters(text)
    heading(text)


def without_parts(documents: Mapping[Path, Document]) -> dict[Path, Document]:
    """Leave out files that another one includes: their words are published in that one."""
    held = parts([
        Includer(one.path, not not_tei(one), one.included, one.whole) for one in documents.values()
    ])  # fmt: skip
    return {path: one for path, one in documents.items() if one.path not in held}


def opened(folder: Path) -> tuple[Edition, list[Diagnostic]]:
    """Find the edition in a folder and read it; with what is wrong with its settings and files."""
    project, amiss = discover(folder)
    edition, found = load(project)
    return edition, amiss + found


def not_tei(document: Document) -> list[Diagnostic]:
    """S001: the root is TEI or teiCorpus."""
    top = document.top
    if top.tag in {f"{{{TEI}}}TEI", f"{{{TEI}}}teiCorpus"}:
        return []
    name = str(top.tag).rpartition("}")[2]
    return [diagnostic("S001", document.path, *document.at(top), name=name)]


@dataclass(frozen=True)
class Named:
    """A text by its name, and where its root is."""

    name: str
    path: str
    line: int
    column: int


def same_id(texts: Iterable[Named]) -> list[Diagnostic]:
    """P003, P022, P044, P045: no two texts have one name, nor names that some systems take for one,
    and none that of a page of another.
    """
    texts = list(texts)
    first: dict[str, Named] = {}
    found = []
    for text in texts:
        if (other := first.setdefault(names.key(text.name), text)) is not text:
            code = "P003" if other.name == text.name else "P022"
            facts = {"name": text.name, "other": other.path, "like": other.name}
            found.append(diagnostic(code, text.path, text.line, text.column, **facts))
    for text in texts:
        whose, ending = names.of_text(text.name)
        if ending and (like := first.get(names.key(whose))) and like.name == whose:
            facts = {"name": text.name, "other": like.path, "like": like.name}
            code = "P044" if ending == "diplomatic" else "P045"
            found.append(diagnostic(code, text.path, text.line, text.column, **facts))
    return found


def renamed(document: Document) -> list[Diagnostic]:
    """P021: the id of the root is what the document is published under."""
    top = document.top
    given = top.get(XML_ID) or PurePosixPath(document.path).stem
    is_counted = document.id.startswith(f"{given}-")  # one of several texts in a file
    if document.id == given or not (XML_ID in top.attrib or names.is_taken(given)):
        return []
    if is_counted and XML_ID not in top.attrib:
        return []
    place = document.at(top)
    return [diagnostic("P021", document.path, *place, given=given, name=document.id)]


def _in_order(project: Project, texts: Iterable[Document]) -> tuple[Document, ...]:
    """Texts that `order` names come first and as named, the others by file name, the numbers in it
    counted (2 before 10), and letters among these by date.
    """
    rank = {name: place for place, name in enumerate(project.settings.order)}

    def place(text: Document) -> int:
        by_file = rank.get(PurePosixPath(text.path).stem, len(rank))
        return rank.get(text.id, by_file)

    ordered = sorted(texts, key=lambda text: (place(text), _counted(text.path), text.path))
    first = [text for text in ordered if place(text) < len(rank)]
    return (*first, *by_date(ordered[len(first) :]))


def _counted(path: str) -> list[tuple[int, str]]:
    """Return what files are ordered by: the words and the numbers of a path, without its ending."""
    parts = re.split(r"([0-9]+)", str(PurePosixPath(path).with_suffix("")))
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts if part]


def unknown_texts(root: Path, given: Iterable[Spotted], ids: set[str]) -> list[Diagnostic]:
    """C005: the settings name texts that there are."""
    found = []
    for table, setting, name in given:
        if name not in ids:
            place, meant = spot_in(root, table, setting, name), advice(name, sorted(ids))
            facts = {"setting": setting, "name": name, "advice": meant}
            found.append(diagnostic("C005", FILE, *place, **facts))
    return found
