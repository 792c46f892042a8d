"""A Project with its files read: the frozen value that checks and formats work on."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pipeline import source
from pipeline.diagnostics import Diagnostic, diagnostic
from pipeline.project import SETTINGS, Project, discover
from pipeline.source import TEI, Document


@dataclass(frozen=True)
class Edition:
    """All documents of a project, texts in reading order; those that cannot be read are absent."""

    project: Project
    texts: tuple[Document, ...]
    registers: tuple[Document, ...]
    about: Document | None

    @property
    def documents(self) -> tuple[Document, ...]:
        """Every document: texts, registers, the edition's own."""
        return self.texts + self.registers + ((self.about,) if self.about else ())

    def printed(self, **measures: Any) -> "Edition":
        """Give the same edition with other measures of the book (see typesetting/design.py)."""
        settings = self.project.settings
        design = replace(settings.print, **measures)
        project = replace(self.project, settings=replace(settings, print=design))
        return replace(self, project=project)


def load(project: Project) -> tuple[Edition, list[Diagnostic]]:
    """Read every file of the project; what cannot be read is told and left out."""
    found: list[Diagnostic] = []

    def readable(paths: Iterable[Path]) -> list[Document]:
        read = [source.read(path, project.shown(path)) for path in paths]
        for result in read:
            found.extend(result if isinstance(result, list) else not_tei(result))
        return [result for result in read if isinstance(result, Document) and not not_tei(result)]

    texts = readable(project.texts)
    registers = readable(project.registers)
    about = readable([project.about] if project.about else [])
    found += _same_id(texts)
    ids = {text.id for text in texts} | {path.stem for path in project.texts}
    found += unknown_in_order(project.settings.order, ids)
    edition = Edition(
        project, _in_order(project, texts), tuple(registers), about[0] if about else None
    )
    return edition, found


def opened(folder: Path) -> tuple[Edition, list[Diagnostic]]:
    """Find the edition in a folder and read it; with what is wrong with its settings and files."""
    project, amiss = discover(folder)
    edition, found = load(project)
    return edition, amiss + found


def not_tei(document: Document) -> list[Diagnostic]:
    """S001: the root is TEI or teiCorpus."""
    if document.root.tag in {f"{{{TEI}}}TEI", f"{{{TEI}}}teiCorpus"}:
        return []
    name = str(document.root.tag).rpartition("}")[2]
    return [diagnostic("S001", document.path, *document.at(document.root), name=name)]


def _same_id(texts: list[Document]) -> list[Diagnostic]:
    first: dict[str, Document] = {}
    found = []
    for text in texts:
        if (other := first.setdefault(text.id, text)) is not text:
            place = text.at(text.root)
            found.append(diagnostic("P003", text.path, *place, name=text.id, other=other.path))
    return found


def _in_order(project: Project, texts: list[Document]) -> tuple[Document, ...]:
    """Texts that `order` names come first and as named, the others by file name."""
    rank = {name: place for place, name in enumerate(project.settings.order)}
    return tuple(sorted(texts, key=lambda text: (rank.get(text.id, len(rank)), text.path)))


def unknown_in_order(order: tuple[str, ...], ids: set[str]) -> list[Diagnostic]:
    """C005: the reading order names texts that there are."""
    found = []
    for name in order:
        if name not in ids:
            near = difflib.get_close_matches(name, ids, 1)
            advice = (
                f"Did you mean “{near[0]}”?" if near else f"There are: {', '.join(sorted(ids))}."
            )
            found.append(diagnostic("C005", SETTINGS, name=name, advice=advice))
    return found
