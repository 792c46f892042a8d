"""Which files a check is about: paths as they are given, to Sheets with their roles.

A path in an edition brings the rest of the edition along as context, so that pointers find their
registers; anywhere else the XML files below a folder are taken as they are.
"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.diagnostics import Diagnostic, diagnostic
from pipeline.project import SETTINGS, Project, discover

_PASSED_OVER = frozenset({"build", "dist", "node_modules", "__pycache__", "venv"})


@dataclass(frozen=True)
class Sheet:
    """One file: where it is, its name in messages, its role; `named`: someone asked for it.

    The role is text, register or about; a file of no edition has none.
    """

    path: Path
    shown: str
    role: str
    named: bool = True


@dataclass(frozen=True)
class Selection:
    """The files to check, those that are only pointed to, and the root of their names.

    `whole`: nothing that belongs to them was left out, as far as one can see.
    """

    root: Path
    sheets: tuple[Sheet, ...]
    context: tuple[Sheet, ...]
    order: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    edition: bool = True
    whole: bool = True


def select(paths: Sequence[Path]) -> Selection:
    """Turn paths into the files that are meant."""
    given = [path.resolve() for path in paths]
    roots = {_edition(path) for path in given}
    root = roots.pop()
    if roots or root is None:
        return _loose(given)
    project, found = discover(root)
    everything = list(_parts(project))
    if given == [root]:
        return Selection(root, tuple(everything), (), project.settings.order, tuple(found))
    asked = [one for one in everything if any(one.path.is_relative_to(path) for path in given)]
    known = {one.path for one in everything}
    others = [path for path in _files(given) if path not in known]
    sheets = [*asked, *(Sheet(path, project.shown(path), "text", path in given) for path in others)]
    context = tuple(Sheet(one.path, one.shown, one.role) for one in everything if one not in asked)
    return Selection(root, tuple(sheets), context, (), tuple(_nothing(sheets)))


def _edition(path: Path) -> Path | None:
    """Give the folder of the edition to which a path belongs: it has edition.toml or tei/."""
    for folder in (path, *path.parents):
        if (folder / SETTINGS).is_file():
            return folder
        inside = path == folder or path.is_relative_to(folder / "tei")
        if inside and (folder / "tei").is_dir():
            return folder
    return None


def _parts(project: Project) -> Iterator[Sheet]:
    roles = {"text": project.texts, "register": project.registers}
    roles["about"] = (project.about,) if project.about else ()
    for role, paths in roles.items():
        yield from (Sheet(path, project.shown(path), role) for path in paths)


def _loose(given: list[Path]) -> Selection:
    """Files that belong to no edition; their names begin where all of them meet."""
    folders = [path if path.is_dir() else path.parent for path in given]
    root = Path(os.path.commonpath(folders))
    sheets = tuple(
        Sheet(path, path.relative_to(root).as_posix(), "", path in given) for path in _files(given)
    )
    return Selection(root, sheets, (), (), tuple(_nothing(sheets)), False, given == [root])


def _files(given: Sequence[Path]) -> Iterator[Path]:
    """Give files as named, and the XML files below folders."""
    for path in given:
        if not path.is_dir():
            yield path
            continue
        for folder, names, files in os.walk(path):
            names[:] = sorted(
                one for one in names if one not in _PASSED_OVER and not one.startswith(".")
            )
            yield from (Path(folder, one) for one in sorted(files) if one.endswith(".xml"))


def _nothing(sheets: Sequence[Sheet]) -> list[Diagnostic]:
    return [] if sheets else [diagnostic("C001", ".")]
