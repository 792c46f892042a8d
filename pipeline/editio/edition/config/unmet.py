"""Names in edition.toml that nothing in the edition has: types, witnesses, elements, registers, a
folder. Told of a whole edition alone: who looks at a part does not know what the others have.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from editio.diagnostics import Diagnostic, diagnostic
from editio.edition.beside.astray import astray
from editio.edition.beside.called import page_names
from editio.edition.config.led import holding, leaves, parted
from editio.edition.config.settings import FILE, advice
from editio.edition.config.spots import spot_in
from editio.edition.config.unmatched import unmatched
from editio.edition.config.unreached import unreached
from editio.edition.config.unspoken import unspoken
from editio.edition.project import Project
from editio.edition.reading import source
from editio.edition.reading.files import is_tei_name, is_there, listed, seen
from editio.edition.registers.entries import HOMES

_MOST = 20
_TAG = re.compile(r"<(?:[\w-]+:)?([A-Za-z][\w.-]*)([^<>]*)>")
_VALUE = re.compile(r"""([\w:.-]+)\s*=\s*["']([^"'<>]*)["']""")


@dataclass(frozen=True)
class Used:
    """What the files of an edition use, gathered when it is first asked for."""

    files: tuple[Path, ...]

    @cached_property
    def tags(self) -> frozenset[tuple[str, str, str]]:
        """Element, attribute and value, of types, ids, numbers and pointers; elements alone."""
        found: set[tuple[str, str, str]] = set()
        for file in self.files:
            for element, rest in _TAG.findall(source.words(file)):
                found.add((element, "", ""))
                for name, value in _VALUE.findall(rest):
                    if name in {"type", "xml:id", "wit", "n", "resp", "place"}:
                        found.update((element, name, one.lstrip("#")) for one in value.split())
        return frozenset(found)

    def elements(self) -> set[str]:
        """Return the names of elements."""
        return {element for element, _, _ in self.tags}

    def types(self, *elements: str) -> set[str]:
        """Return the types of these elements, or of all."""
        return {value for element, name, value in self.tags
                if name == "type" and (not elements or element in elements)}  # fmt: skip

    def notes(self) -> set[str]:
        """Return by what notes are kept apart: their types, hands and places."""
        return {value for element, name, value in self.tags
                if element == "note" and name in {"type", "resp", "place"}}  # fmt: skip

    def witnesses(self) -> set[str]:
        """Return what readings and witnesses are called."""
        return {value for element, name, value in self.tags
                if name == "wit" or (element == "witness" and name in {"xml:id", "n"})}  # fmt: skip


def unmet(project: Project) -> Iterator[Diagnostic]:
    """Yield what settings name and nothing in the edition has."""
    used, settings = Used(_files(project)), project.settings
    for name in settings.left_out:
        known = used.types(*(f"div{n}" for n in ("", *range(8))))
        yield from _missing(project, ("reading", "leave-out"), "the type of divisions", name, known)
    for name in settings.layers:
        yield from _missing(
            project, ("reading", "layers"), "the type of entries", name, used.types()
        )
    yield from _series(project, used)
    if settings.base:
        known = used.witnesses()
        yield from _missing(project, ("reading", "witness"), "the witness", settings.base, known)
    for name, _ in settings.behaviours:
        yield from _of_behaviour(project, name, used)
    yield from _folder_of_pictures(project)
    yield from _registers(project, used)
    yield from unreached(project, used.files)
    yield from unmatched(project, used.files)
    yield from unspoken(project)
    yield from astray(project)


def _series(project: Project, used: Used) -> Iterator[Diagnostic]:
    """Yield what notes are to be kept apart by and none has; forms of series that there are not."""
    series, asked = project.settings.note_series, project.settings.print.notes_form
    for name in series:
        yield from _missing(
            project, ("reading", "note-series"), "the type of notes", name, used.notes()
        )
    for name, _ in () if isinstance(asked, str) else asked:
        known = {"note", "editorial", *series}
        yield from _missing(project, ("print", "notes-form"), "the series of notes", name, known)


def _of_behaviour(project: Project, name: str, used: Used) -> Iterator[Diagnostic]:
    """Yield what of an element.type, of which both may be left out, is in no text."""
    element, _, kind = name.partition(".")
    if element:
        known = used.elements()
        yield from _missing(project, ("behaviours", name), "the element", element, known)
    if kind:
        known = used.types(*[element] * bool(element))
        yield from _missing(project, ("behaviours", name), "the type", kind, known)


def _folder_of_pictures(project: Project) -> Iterator[Diagnostic]:
    folder = project.settings.media.folder
    there = project.root / folder
    if folder and not (is_there(there) and there.is_dir()):
        folders = (one.name for one in listed(project.root) if one.is_dir())
        known = {name for name in folders if not name.startswith(".")}
        yield from _missing(project, ("media", "folder"), "the folder", folder, known)


def _files(project: Project) -> tuple[Path, ...]:
    """Return every file of TEI in which something may stand, also those that others include."""
    inside = (path for path in seen(project.root / "tei", "**/*") if is_tei_name(path.name))
    return tuple(dict.fromkeys((*project.documents, *inside)))


def _missing(
    project: Project, setting: tuple[str, str], kind: str, name: str, known: Collection[str]
) -> Iterator[Diagnostic]:
    """C020: what a setting of a table names is there."""
    if name not in known:
        place = spot_in(project.root, *setting, name)
        shown = setting[0] if setting[0] == "behaviours" else setting[1]
        facts = {"setting": shown, "kind": kind, "name": name}
        meant = _meant(name, sorted(one for one in known if one))
        yield diagnostic("C020", FILE, *place, **facts, advice=meant)


def _meant(name: str, known: list[str]) -> str:
    """Return the nearest that there is, else all, or the first of many."""
    meant = advice(name, known)
    if len(known) <= _MOST or meant.startswith("Did"):
        return meant
    return advice(name, [*known[:_MOST], "…"])


def _registers(project: Project, used: Used) -> Iterator[Diagnostic]:
    """C015: a register that the menu names has a file of its own, or entries in the texts."""
    lists = {home: holder for holder, home in HOMES.values()}
    pages = {path.stem for path in (*project.registers, *project.texts)}
    pages |= {*page_names(project.root).values()}
    for one in leaves(project.settings.site.menu):
        name = parted(one.address)[0].removesuffix(".html")
        if name in lists and name not in pages and not holding(name) & used.elements():
            there = ", ".join(sorted(pages & set(lists))) or "none"
            meant = f"There is no <{lists[name]}>. Registers: {there}."
            place = spot_in(project.root, "site", "menu", one.given)
            facts = {"setting": "menu", "name": one.given, "advice": meant}
            yield diagnostic("C015", FILE, *place, **facts)
