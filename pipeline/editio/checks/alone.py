"""What is said of a file by its bytes alone: where they are as they were, it is not parsed again.

Turns a Document into what does not depend on another file or on the settings, and keeps it by the
content of the file.
"""

import hashlib
from dataclasses import dataclass, replace
from functools import cached_property

from editio.checks import pictures, results
from editio.checks.index import Index, index
from editio.checks.registry import DOCUMENT_CHECKS, check_document
from editio.checks.schema.models import Model, for_oxygen, models
from editio.diagnostics import Diagnostic
from editio.edition.edition import Named, renamed
from editio.edition.reading import source
from editio.edition.reading.corpus import members
from editio.edition.reading.files import UnreadableError, content
from editio.edition.reading.source import Document
from editio.edition.selection import Sheet
from editio.model.store import Store

# Roles of files that are published under a name.
_NAMED = frozenset({"text", "register", "page"})
# Roles of files whose pictures are.
_SHOWN = frozenset({"text", "about"})


@dataclass(frozen=True)
class Reading:
    """A file that is read when somebody asks for it, once; `brief`: it will not be kept."""

    sheet: Sheet
    brief: bool

    @cached_property
    def found(self) -> Document | list[Diagnostic]:
        """Return the document, or what is wrong."""
        return source.read(self.sheet.path, self.sheet.shown, self.sheet.stem, self.brief)

    @property
    def document(self) -> Document | None:
        """Return the document, if there is one."""
        return self.found if isinstance(self.found, Document) else None

    @cached_property
    def texts(self) -> tuple[Document, ...]:
        """Return the texts in it."""
        if self.document is None:
            return ()
        return members(self.document) if self.sheet.role == "text" else (self.document,)


@dataclass(frozen=True)
class Alone:
    """What a file says by itself. `models`: the schemas that it names, `older`: those that it names
    for oXygen; `pictured`: pictures are named that have to be looked for; `content`: what tells it
    from any other; `unknown`: what our rules say of it, where they were asked.
    """

    texts: tuple[Named, ...]
    index: Index
    diagnostics: tuple[Diagnostic, ...]
    models: tuple[Model, ...]
    older: tuple[Model, ...]
    altered: bool
    included: tuple[str, ...]
    whole: tuple[str, ...]
    pictured: bool
    content: str
    unknown: tuple[Diagnostic, ...] | None = None


def said(reading: Reading, document: Document, published: bool) -> Alone:
    """Return what a file says; `published`: as a text of an edition."""
    sheet, texts = reading.sheet, reading.texts
    found = [*document.told, *check_document(document)]
    if published and sheet.role in _NAMED and sheet.path.suffix != ".odd":
        found += (one for text in texts for one in renamed(text))
    return Alone(
        tuple(Named(one.id, sheet.shown, *one.at(one.root)) for one in texts),
        index(document, sheet.role),
        tuple(found),
        tuple(models(document)),
        tuple(for_oxygen(document)),
        document.altered,
        tuple(document.included),
        document.whole,
        published and sheet.role in _SHOWN and pictures.are_named(document),
        results.of_document(document),
    )


@dataclass(frozen=True)
class Question:
    """What a file says, asked of the results of earlier checks."""

    store: Store
    asked: tuple[object, ...]
    digest: str

    def answer(self) -> Alone | None:
        """Return what it said when it was as it is, or nothing."""
        return self.store.recall((*self.asked, self.digest), Alone)

    def keep(self, document: Document, found: Alone) -> None:
        """Keep what it says, where that depends on nothing else: not on files that it includes."""
        if document.digest == self.digest and not document.assembled:
            if results.are_passing(found.unknown or ()):
                found = replace(found, unknown=None)
            self.store.keep((*self.asked, self.digest), found)


def question(sheet: Sheet, published: bool, store: Store | None) -> Question | None:
    """Return the question what a file says; nothing where it has to be looked at in any case, as
    checks of other packages may depend on more.
    """
    house = __name__.partition(".")[0]
    ours = all(one.__module__.partition(".")[0] == house for one in DOCUMENT_CHECKS.values())
    if store is None or not ours:
        return None
    try:
        digest = hashlib.sha256(content(sheet.path)).hexdigest()
    except UnreadableError:
        return None
    asked = "alone", sheet.shown, sheet.stem or sheet.path.stem, sheet.role, published
    return Question(store, asked, digest)
