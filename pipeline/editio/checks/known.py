"""An edition of which most texts are as they were: what was made of each is kept, and those that
have changed are read.

What a text comes to depends on its own bytes, on files that are no texts, and on the registers. So
all is read anew where one of these others has changed, or where a text gives registers something
else; what cannot be told so simply (files of several texts, files that include others, lists among
the texts) is not kept.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from editio.diagnostics import Diagnostic
from editio.edition.edition import (
    Edition,
    Gathering,
    Parts,
    amiss,
    gathering,
    joined,
    noted,
    read,
    text_of,
)
from editio.edition.project import Project
from editio.edition.reading.source import Document
from editio.edition.registers.gathering import Shelf, lent
from editio.edition.texts.correspondence import Letter, letters
from editio.edition.texts.headings import Heading, heading
from editio.edition.texts.pointers import files_of, words_kept
from editio.edition.texts.translations import names_others
from editio.model.store import Store

Say = Callable[[Document], Iterable[Diagnostic]]
# By the paths of texts and their ids.
Said = Mapping[tuple[str, str], tuple[Diagnostic, ...]]
# Texts in a file: each that changed has its file written anew.
_TOGETHER = 250


@dataclass(frozen=True)
class Taken:
    """What came of the file of a text. `sum`: of its bytes, empty where it is read each time;
    `lent` and `gives`: what registers had of it (see gathering.py), `own` by which ids; what is
    asked of it again; `said`: findings.
    """

    sum: str
    lent: str
    gives: bool
    own: tuple[tuple[str, str], ...]
    text: Document
    letters: tuple[Letter, ...]
    heading: Heading
    names_others: bool
    words: bytes
    files: tuple[str, ...]
    said: tuple[Diagnostic, ...]

    def noted(self) -> None:
        """Note what will be asked again."""
        letters.note(self.text, self.letters)
        heading.note(self.text, self.heading)
        names_others.note(self.text, self.names_others)
        words_kept.note(self.text, self.words)
        files_of.note(self.text, self.files)


@dataclass(frozen=True)
class _Batch:
    """Texts, and the key of the frame that they belong to."""

    frame: str
    texts: tuple[Taken, ...]


@dataclass(frozen=True)
class _Frame:
    """What the texts were read with: a digest of all other files; and registers with what was
    learned in making them.
    """

    key: str
    others: str
    registers: tuple[Document, ...]
    numbers: Mapping[tuple[str, str], str]


@dataclass(frozen=True)
class Known:
    """Where an edition is kept: the sums of its files, by their paths from its root; and what is to
    be kept of it.
    """

    store: Store
    sums: Mapping[str, str]
    made: list[tuple[object, object]] = field(default_factory=list)

    def keep(self) -> None:
        """Keep what was made: once it is sure that no file changed since its sum was taken."""
        for question, answer in self.made:
            self.store.keep(question, answer)

    def sum(self, project: Project, path: Path) -> str:
        """Return that of a file; nothing where it is not known."""
        return self.sums.get(project.shown(path), "")

    def others(self, project: Project) -> str:
        """Return a digest of all files that are no texts, and of the names of those that are."""
        texts = {project.shown(path): project.stems.get(path, "") for path in project.texts}
        rest = {path: one for path, one in self.sums.items() if path not in texts}
        return hashlib.sha256(repr((rest, texts)).encode()).hexdigest()


def load(project: Project, known: Known | None, say: Say) -> tuple[Edition, list[Diagnostic], Said]:
    """Return an edition, what was met in reading it, and what there is to say of each text."""
    if known is None or not known.sums:
        return _all(project, None, say)
    return _again(project, known, say) or _all(project, known, say)


def _all(project: Project, known: Known | None, say: Say) -> tuple[Edition, list[Diagnostic], Said]:
    """Return what `load` does by reading every file. What came of it is put into `known`, to be
    kept for the next time, if the edition is simple enough.
    """
    said: dict[tuple[str, str], tuple[Diagnostic, ...]] = {}

    def seen(text: Document) -> None:
        noted(text)
        said[text.path, text.id] = tuple(say(text))

    documents, found = read(project)
    made = gathering(project, documents, seen)
    if known and _is_simple(project, documents, made):
        taken, others = _taken(project, known, made, said), known.others(project)
        key = hashlib.sha256("".join((others, *(one.lent for one in taken))).encode()).hexdigest()
        frame = _Frame(key, others, made.registers, made.shelf.numbers)
        known.made.append((_question(project), frame))
        _keep(project, known, key, taken)
    return made.edition, found + amiss(project, documents), said


def _again(
    project: Project, known: Known, say: Say
) -> tuple[Edition, list[Diagnostic], Said] | None:
    """Return the same from what is kept; nothing where it cannot be had so."""
    frame = known.store.recall(_question(project), _Frame)
    if frame is None or frame.others != known.others(project):
        return None
    before = _kept(project, known, frame.key)
    if len(before) != len(project.texts):
        return None
    kept = dict(zip(project.texts, before, strict=True))
    still = {p: one for p, one in kept.items() if one.sum and one.sum == known.sum(project, p)}
    documents, found = read(project, {path: one.text for path, one in still.items()})
    if len(documents) != len(project.documents):
        return None
    texts = []
    for path, one in kept.items():
        text = one.text if path in still else text_of(project, documents[path])
        if text is None or (path not in still and not _gives_the_same(text, one)):
            return None
        texts.append(text)
    said: dict[tuple[str, str], tuple[Diagnostic, ...]] = {}
    for one in still.values():
        said[one.text.path, one.text.id] = one.said
        one.noted()

    def seen(text: Document) -> None:
        noted(text)
        said[text.path, text.id] = tuple(say(text))

    done = frozenset(one.text.id for one in still.values())
    parts = Parts(tuple(texts), frame.registers, _shelf(frame, before), done)
    made = joined(project, documents, parts, seen)
    _keep(project, known, frame.key, _taken(project, known, made, said), before)
    return made.edition, found + amiss(project, documents), said


def _gives_the_same(text: Document, before: Taken) -> bool:
    """Whether a text that has changed has its name still, and for registers what it had."""
    return text.id == before.text.id and lent(text, before.gives) == before.lent


def _shelf(frame: _Frame, kept: Iterable[Taken]) -> Shelf:
    """Return what was learned in making the registers."""
    shelf = Shelf(numbers=dict(frame.numbers))
    for one in kept:
        shelf.own.update(((one.text.id, name), entry) for name, entry in one.own)
        shelf.given[one.text.id] = one.lent
        shelf.givers.update([one.text.id] * one.gives)
    return shelf


def _is_simple(project: Project, documents: Mapping[Path, Document], made: Gathering) -> bool:
    """Whether each file is a text alone, a register, or a page."""
    return (
        len(documents) == len(project.documents)
        and len(made.texts) == len(project.texts)
        and all(project.shown(path) == text.path
                for path, text in zip(project.texts, made.texts, strict=True))
        and not any(one.included or one.whole for one in documents.values())
    )  # fmt: skip


def _taken(project: Project, known: Known, made: Gathering, said: Said) -> list[Taken]:
    own: dict[str, list[tuple[str, str]]] = {}
    for (text, name), entry in made.shelf.own.items():
        own.setdefault(text, []).append((name, entry))
    return [
        Taken(
            # Pictures are too large to be kept with a text.
            "" if text.media or text.digest != (one := known.sum(project, path)) else one,
            made.shelf.given.get(text.id, ""),
            text.id in made.shelf.givers,
            tuple(own.get(text.id, ())),
            text,
            letters(text),
            heading(text),
            names_others(text),
            words_kept(text),
            files_of(text),
            said[text.path, text.id],
        )
        for path, text in zip(project.texts, made.texts, strict=True)
    ]


def _question(project: Project, number: int = -1) -> object:
    return "edition", str(project.root), number


def _kept(project: Project, known: Known, key: str) -> list[Taken]:
    """Return what is kept of the texts, in order; of fewer where something is missing."""
    found: list[Taken] = []
    for number in range(0, len(project.texts), _TOGETHER):
        batch = known.store.recall(_question(project, number), _Batch)
        if batch is None or batch.frame != key:
            break
        found += batch.texts
    return found


def _keep(
    project: Project, known: Known, key: str, taken: Sequence[Taken], before: Sequence[Taken] = ()
) -> None:
    """Keep texts, those together of which one is not as it was before."""
    for number in range(0, len(taken), _TOGETHER):
        some = tuple(taken[number : number + _TOGETHER])
        sums = [one.sum for one in some]
        if sums != [one.sum for one in before[number : number + _TOGETHER]]:
            known.made.append((_question(project, number), _Batch(key, some)))
