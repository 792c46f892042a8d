"""What is in a folder of TEI that others made: for `editio init --from`, in words and as settings.

Looks at files where they lie and changes nothing.
"""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from lxml import etree

from editio.checks.gate import Admitted, admitted
from editio.checks.schema.models import for_oxygen, models
from editio.cli.fitting import PICTURES, Fit, fitting, hosts, led_to, spoken
from editio.diagnostics import CODES, Diagnostic, Severity
from editio.edition import below
from editio.edition.edition import Edition
from editio.edition.project import Project, discover
from editio.edition.reading.files import is_tei_name
from editio.edition.reading.source import TEI
from editio.edition.registers.entries import ENTRIES, is_entry

# What an element says of the kind of a text, in the order in which it is told.
GENRES = {
    "letters": ("correspDesc", "opener"),
    "drama": ("sp", "castList"),
    "verse": ("lg",),
    "manuscripts": ("msDesc",),
    "documentary transcription": ("sourceDoc",),
    "critical apparatus": ("rdg",),
    "dictionary": ("entry", "entryFree", "superEntry"),
    "transcripts of speech": ("u",),
    "facsimile": ("facsimile",),
}
SCHEMAS = {".rng", ".rnc", ".sch", ".odd"}
_MOST = 8


@dataclass(frozen=True)
class Survey:
    """What was found: lines to tell, settings as table, name and TOML, and how many texts."""

    lines: tuple[str, ...]
    texts: int = 0
    settings: tuple[Fit, ...] = field(default=())
    # A page to begin with, in Markdown, where the edition has none and says nothing of itself.
    page: str = ""


def survey(folder: Path) -> Survey:
    """Look at the TEI in a folder, and in all folders below it."""
    project, amiss = _project(folder)
    if not project.texts:
        return Survey((f"no TEI was found in {folder}, or in any folder below it",))
    looked = admitted(project, amiss)
    edition, genres = looked.edition, _genres(looked.edition)
    files = sorted(below.files(project.root))
    lines = tuple(_lines(looked, files, genres))
    return Survey(
        lines, len(edition.texts), tuple(fitting(edition, files, genres)), _intro(edition)
    )


def _project(folder: Path) -> tuple[Project, list[Diagnostic]]:
    """Return the edition in a folder; where its texts are not at the usual places, with those."""
    project, amiss = discover(folder)
    root = project.root
    every = list(below.below(root, ["."]))
    usual = {root / "tei/texts", root / "tei", root}
    others = [one for one in every if one not in project.texts or one.parent not in usual]
    if project.settings.texts or not others:
        return project, amiss
    places = _places(root, every)
    texts = tuple(dict.fromkeys(below.below(root, places)))
    settings = replace(project.settings, texts=places)
    made = replace(project, texts=texts, settings=settings, stems=below.stems(texts))
    return made, [one for one in amiss if one.code != "C001"]


def _places(root: Path, texts: Sequence[Path]) -> tuple[str, ...]:
    """Return the folders below which all texts are: the innermost that hold a part of them."""
    shown = [path.relative_to(root).parent for path in texts]
    if any(not one.parts for one in shown):
        return (".",)
    found = []
    for first in sorted({one.parts[0] for one in shown}):
        inside = [one for one in shown if one.parts[0] == first]
        found.append(Path(os.path.commonpath(inside)).as_posix())
    return tuple(found)


def _lines(looked: Admitted, files: list[Path], genres: dict[str, int]) -> Iterator[str]:
    """Tell what was found, a kind of thing a line."""
    edition, root = looked.edition, looked.edition.project.root
    places = edition.project.settings.texts
    yield (f"texts: {len(edition.texts)}{' in ' + ', '.join(places) if places else ''}, registers: "
           f"{_registers(edition) or 0}, a document of the edition’s own: "
           f"{'yes' if edition.about else 'no'}")  # fmt: skip
    yield from _apart(edition)
    known = {*edition.project.documents}
    others = [path for path in files if is_tei_name(path.name) and path not in known]
    if others:
        yield f"not TEI, or no texts: {_folders(root, others)}"
    if edition.texts:
        yield f"kinds: {_listed(genres) or 'prose'}"
        languages = Counter(spoken(one) or "not said" for one in edition.texts)
        yield f"languages: {_listed(dict(languages.most_common(_MOST)))}"
    yield f"files of pictures: {_folders(root, _of(files, PICTURES)) or 'none'}"
    if named := led_to(edition, files):
        yield f"pictures that texts name: {_listed(named)}"
    if servers := hosts(edition):
        yield f"pictures on servers (shown where [media] hosts names them): {', '.join(servers)}"
    yield f"schemas: {_folders(root, _of(files, SCHEMAS)) or 'none'}"
    named_in = ((*models(text), *for_oxygen(text)) for text in edition.texts)
    schemas = Counter(href for some in named_in for href in dict.fromkeys(one.href for one in some))
    if schemas:
        yield f"schemas that texts name: {_listed(dict(schemas.most_common(_MOST)))}"
    yield from _faults(looked.diagnostics)
    if not edition.texts:
        yield from _nothing_read(looked.diagnostics)


def _apart(edition: Edition) -> Iterator[str]:
    """Tell in which folders there are texts, where the settings name a folder above several of
    them: only its editors know which of these hold pages about the edition.
    """
    root = edition.project.root
    paths = {root / one.path for one in edition.texts}
    folders = {one.parent.relative_to(root).as_posix() for one in paths}
    if 1 < len(folders) <= _MOST and not folders <= {*edition.project.settings.texts}:
        yield f"folders of texts: {_folders(root, sorted(paths))}"
        yield ("  (pages about the edition are no texts: name the other folders in “texts”, and "
               "put them into pages/)")  # fmt: skip


def _registers(edition: Edition) -> str:
    """Return the registers with how many entries each has, also those that texts bring along."""
    counted = {
        one.id: sum(is_entry(entry) for entry in one.root.iter(*ENTRIES))
        for one in edition.registers
    }
    return _listed(counted)


def _of(files: Iterable[Path], endings: set[str]) -> list[Path]:
    return [path for path in files if path.suffix.lower() in endings]


def _intro(edition: Edition) -> str:
    """Return a page to begin with, for its editors to write."""
    if edition.about or edition.pages or edition.project.own.pages:
        return ""
    count = len(edition.texts)
    return (
        f"# Introduction\n\nThis is a draft of a page. The edition has {count} "
        f"{'text' if count == 1 else 'texts'}. Say here what they are, from which sources they "
        "are edited, and by which rules; or take the file out of `pages/`.\n"
    )


def _genres(edition: Edition) -> dict[str, int]:
    """Return how many texts are of a kind, for each kind that there is."""
    counted: Counter[str] = Counter()
    for text in edition.texts:
        found = Counter(etree.QName(one).localname for one in text.root.iter(f"{{{TEI}}}*"))
        # A poem in a novel makes no book of verse.
        present = set(found) - ({"lg"} if found["l"] < found["p"] else set())
        counted.update(name for name, signs in GENRES.items() if present.intersection(signs))
    return {name: counted[name] for name in GENRES if counted[name]}


def _listed(counted: dict[str, int]) -> str:
    return ", ".join(f"{name} ({count})" for name, count in counted.items())


def _folders(root: Path, files: Iterable[Path]) -> str:
    """Return how many of these files each folder has."""
    counted = Counter(path.parent.relative_to(root).as_posix() for path in files)
    more = len(counted) - _MOST
    shown = ", ".join(f"{name}/ ({count})" for name, count in counted.most_common(_MOST))
    return f"{shown} and {more} more" if more > 0 else shown


def _nothing_read(found: Iterable[Diagnostic]) -> Iterator[str]:
    """Say why no settings are written, with the first error of each file."""
    yield "nothing was written: no file could be read as a text. First mend:"
    first: dict[str, Diagnostic] = {}
    for one in found:
        if one.severity is Severity.ERROR:
            first.setdefault(one.file, one)
    for one in [*first.values()][:_MOST]:
        yield f"  {one.file}:{one.line}:{one.column}: {one.code}: {one.message}"


def _faults(found: Iterable[Diagnostic]) -> Iterator[str]:
    """Tell the commonest findings by kind, with what each is about."""
    counted = Counter((one.severity.value, one.code) for one in found)
    yield f"findings: {counted.total()}" + ("; the commonest:" if counted else "")
    for (severity, code), count in counted.most_common(_MOST):
        yield f"  {count:>5} {severity} {code}: {CODES[code].title}"
