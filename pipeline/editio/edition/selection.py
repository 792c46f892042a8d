"""Which files a check is about: paths as they are given, to Sheets with their roles.

A path in an edition brings the rest of the edition along as context, so that pointers find their
registers; anywhere else the files of TEI below a folder are taken as they are.
"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from editio.diagnostics import Diagnostic, diagnostic
from editio.edition.beside.passed_over import FOLDERS
from editio.edition.config.configuration import Sources, Spotted
from editio.edition.config.judgement import Judgement
from editio.edition.config.settings import FILE
from editio.edition.config.unmet import unmet
from editio.edition.project import Project, closed, discover
from editio.edition.reading.files import is_tei_name, walked


@dataclass(frozen=True)
class Sheet:
    """One file: where it is, its name in messages, its role; `named`: someone asked for it;
    `stem`: by what name it goes where that of the file is not its own.

    The role is text, register, about or page; a file of no edition has none.
    """

    path: Path
    shown: str
    role: str
    named: bool = True
    stem: str = ""


@dataclass(frozen=True)
class Selection:
    """The files to check, those that are only pointed to, and the root of their names.

    `whole`: nothing that belongs to them was left out, as far as one can see.
    """

    root: Path
    sheets: tuple[Sheet, ...]
    context: tuple[Sheet, ...]
    named: tuple[Spotted, ...]
    diagnostics: tuple[Diagnostic, ...]
    edition: bool = True
    whole: bool = True
    judgement: Judgement = field(default_factory=Judgement)
    media: Sources = field(default_factory=Sources)
    # Stylesheets of the edition's own: name, what is compiled.
    stylesheets: tuple[tuple[str, str], ...] = ()
    # Looks of the source that the edition dresses itself.
    dressed: frozenset[str] = frozenset()
    # The texts are rendered afterwards, which tells what the rules have to say of them.
    rendered: bool = False


def select(paths: Sequence[Path], schemas: Sequence[Path] = ()) -> Selection:
    """Turn paths into the files that are meant; `schemas` are given to check them against."""
    given = [path.resolve() for path in paths]
    roots = {_edition(path) for path in given}
    root = roots.pop()
    if roots or root is None:
        return _loose(given)
    project, found = discover(root, schemas)
    if given == [root]:
        return whole(project, found)
    everything = list(_parts(project))
    asked = [one for one in everything if any(one.path.is_relative_to(path) for path in given)]
    known = {one.path for one in everything}
    others = [path for path in _files(given) if path not in known]
    sheets = [*asked, *(Sheet(path, project.shown(path), "text", path in given) for path in others)]
    context = tuple(
        Sheet(one.path, one.shown, one.role, stem=one.stem)
        for one in everything
        if one not in asked
    )
    amiss = (*_nothing(sheets), *(one for one in found if one.code != "C001"))
    own, media = project.settings.checks, project.settings.media
    return Selection(
        root, tuple(sheets), context, (), amiss, judgement=own, media=media,
        stylesheets=project.own.stylesheets, dressed=project.dressed,
    )  # fmt: skip


def whole(project: Project, found: Sequence[Diagnostic]) -> Selection:
    """Select every file of an edition; `found` is what its settings and folders are amiss of."""
    named, judgement = project.settings.named, project.settings.checks
    parts, media = tuple(_parts(project)), project.settings.media
    return Selection(
        project.root, parts, (), named, (*found, *unmet(project)), judgement=judgement, media=media,
        stylesheets=project.own.stylesheets, dressed=project.dressed,
    )  # fmt: skip


def _edition(path: Path) -> Path | None:
    """Return the folder of the edition to which a path belongs: it has edition.toml or tei/."""
    for folder in (path, *path.parents):
        if (folder / FILE).is_file():
            return folder
        inside = path == folder or path.is_relative_to(folder / "tei")
        if inside and (folder / "tei").is_dir():
            return folder
    return None


def above(folder: Path) -> Path | None:
    """Return the edition that a folder is a part of, being no edition of its own: one that has
    edition.toml, or of whose texts tei/texts/ consists.
    """
    path = folder.resolve()
    if not path.is_dir() and path.exists():
        return None
    for whole in (path, *path.parents):
        is_part = any(path.is_relative_to(whole / name) for name in FOLDERS)
        if (whole / FILE).is_file() or (whole == path and (path / "tei").is_dir()):
            return whole if is_part else None
        if path.is_relative_to(whole / "tei") and (whole / "tei/texts").is_dir():
            return whole
    return None


def _parts(project: Project) -> Iterator[Sheet]:
    roles = {"text": project.texts, "register": project.registers}
    roles["about"] = (project.about,) if project.about else ()
    roles["page"] = project.pages
    for role, paths in roles.items():
        for path in paths:
            yield Sheet(path, project.shown(path), role, stem=project.stems.get(path, ""))


def _loose(given: list[Path]) -> Selection:
    """Files that belong to no edition; their names begin where all of them meet."""
    folders = [path if path.is_dir() else path.parent for path in given]
    root = Path(os.path.commonpath(folders))
    sheets = tuple(
        Sheet(path, path.relative_to(root).as_posix(), "", path in given) for path in _files(given)
    )
    amiss = (*_nothing(sheets), *closed(root, filter(Path.is_dir, given)))
    return Selection(root, sheets, (), (), amiss, False, given == [root])


def _files(given: Sequence[Path]) -> Iterator[Path]:
    """Yield files as named, and those of TEI below folders."""
    for path in given:
        if path.is_dir():
            yield from (one for one in walked(path) if is_tei_name(one.name))
        else:
            yield path


def _nothing(sheets: Sequence[Sheet]) -> list[Diagnostic]:
    return [] if sheets else [diagnostic("C001", ".")]
