"""Where everything is: the only module that knows paths.

Turns a folder into a Project: texts, registers, the edition's own document, output folder,
settings. Lists folders; opens no text.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from editio.diagnostics import Diagnostic, diagnostic
from editio.edition.below import below, stems
from editio.edition.below import files as every_file
from editio.edition.beside import wording
from editio.edition.beside.called import page_names, text_names
from editio.edition.beside.dressed import dressed
from editio.edition.beside.own import CITATION, NOTHING, Own, encoded_pages, own
from editio.edition.beside.passed_over import FOLDERS, passed_over
from editio.edition.config.configuration import Settings
from editio.edition.config.configuration import settings as read_settings
from editio.edition.config.judgement import BASELINE
from editio.edition.config.led import (
    amiss_addresses,
    asks,
    by_name,
    repeated,
    to_texts,
    unknown_pages,
)
from editio.edition.config.settings import FILE
from editio.edition.config.spots import spot_in
from editio.edition.images.pictures import Place
from editio.edition.reading.files import MARKER, is_tei_name, is_there, seen, unlisted

ODD = Path("tei/schema/edition.odd")
SITE = "html"


def within(form: str, path: str = "") -> str:
    """Return where a file of a format is in the output folder, or the folder of the format.

    The pages of the site are at the root, so that the whole folder is the site as it is uploaded.
    """
    return "/".join(step for step in ("" if form == SITE else form, path) if step)


@dataclass(frozen=True)
class Project:
    """A folder with TEI in it, and where its parts are. Paths are absolute; `shown` is short."""

    root: Path
    texts: tuple[Path, ...]
    registers: tuple[Path, ...] = ()
    about: Path | None = None
    settings: Settings = field(default_factory=Settings)
    # Words, pages and stylesheets of the edition's own.
    own: Own = NOTHING
    # Pages in TEI.
    pages: tuple[Path, ...] = ()
    # By what names texts go that are called as others are.
    stems: Mapping[Path, str] = field(default_factory=dict)

    @property
    def out(self) -> Path:
        """The folder that results go to unless --out names another."""
        return self.root / "build"

    @property
    def documents(self) -> tuple[Path, ...]:
        """Every TEI file of the edition: texts, registers, the edition's own."""
        about = (self.about,) if self.about else ()
        return (*self.texts, *self.registers, *about, *self.pages)

    @property
    def pictures(self) -> Place:
        """Where pictures and other files that a text names are looked for."""
        return Place(self.root, self.settings.media)

    @property
    def dressed(self) -> frozenset[str]:
        """Looks of the source that the edition dresses itself."""
        return dressed(self.root, self.settings.site.css, self.own.stylesheets)

    def shown(self, path: Path) -> str:
        """Name a path as people see it: from the root of the project, with slashes."""
        return (
            path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else str(path)
        )


def discover(folder: Path, given: Iterable[Path] = ()) -> tuple[Project, list[Diagnostic]]:
    """Find the parts of the edition in `folder`, and what is wrong with its settings; files that
    are `given` by hand have their use.

    Texts are the files *.xml and *.tei of tei/texts/, else of tei/, else of the folder itself and,
    where it has no settings, below it; or those of TEI below the folders that the settings name.
    """
    project, found = _parts(folder.resolve())
    root, settings = project.root, project.settings
    found += wording.unknown(root, project.documents)
    is_ours = (root / FILE).is_file()
    used = [*_used(project), *(one.resolve() for one in given)]
    return project, [*found, *passed_over(root, used, is_ours, not settings.texts)]


def _parts(root: Path) -> tuple[Project, list[Diagnostic]]:
    """Do the same without looking at what is not used, for which texts may have to be read."""
    settings, found = read_settings(root / FILE)
    is_ours = (root / FILE).is_file()
    pages = page_names(root)
    beside, amiss = own(root, settings, is_ours)
    about = root / "tei" / "edition.xml"
    texts = list(dict.fromkeys(below(root, settings.texts)))
    for place in (root / "tei" / "texts", root / "tei"):
        texts = texts or [path for path in _tei_files(place) if path != about]
    places = [root / one for one in (*FOLDERS, *settings.texts, settings.media.folder) if one]
    places = places if texts else [root]
    texts = texts or _lying_about(root, is_ours)
    found += _not_there(root, settings.texts)
    found += closed(root, places)
    project = Project(
        root,
        tuple(texts),
        tuple(_tei_files(root / "tei" / "registers")),
        about if is_there(about) else None,
        settings,
        beside,
        encoded_pages(root, is_ours),
        stems(texts),
    )
    if not texts and not found:
        found = [diagnostic("C001", "tei/" if (root / "tei").is_dir() else ".")]
    # Texts have pages, too, and lists may stand in a file of their own among them.
    lists = text_names(root, (*project.registers, *texts), project.stems) if asks(settings) else {}
    settings = by_name(settings, pages, lists)
    amiss += amiss_addresses(root, settings, lists)
    amiss += unknown_pages(root, settings, {*pages.values()}, lists, project.documents)
    settings = to_texts(settings, lists)
    amiss += repeated(root, settings)
    return replace(project, settings=settings), found + amiss


def _lying_about(root: Path, is_ours: bool) -> list[Path]:
    """Return the TEI files of a folder without tei/, and where it has no settings, or else no such
    file of its own, all that lie below it; but not those of another edition below.
    """
    here = _tei_files(root)
    if here and is_ours:
        return here
    found = {path: path.relative_to(root).parents[:-1] for path in below(root, ["."])}
    # Folders of another edition, or of something that was built.
    others = {
        folder
        for folder in {one for folders in found.values() for one in folders}
        if any((root / folder / name).is_file() for name in (FILE, MARKER))
    }
    own = (path for path, folders in found.items() if others.isdisjoint(folders))
    return list(dict.fromkeys([*here, *own]))


def _used(project: Project) -> list[Path]:
    """Return what has its use: documents, and the files that settings name."""
    said = project.settings
    shown = (said.site.css, said.site.logo, said.site.icon, *said.site.faces, *said.checks.schemas)
    named = [*(project.root / one for one in shown if one), *(one.path for one in said.print.faces)]
    return [*project.documents, *named]


def _not_there(root: Path, places: tuple[str, ...]) -> list[Diagnostic]:
    """C007: folders and files of texts are there."""
    facts = {"setting": "texts", "kind": "a folder or a file of the edition"}
    facts["advice"] = f"Paths begin at the folder of {FILE}."
    lost = [one for one in places if not is_there(root / one)]
    return [
        diagnostic("C007", FILE, *spot_in(root, "", "texts", one), name=one, **facts)
        for one in lost
    ]


def files(folder: Path) -> list[Path]:
    """Every file that an edition in `folder` is made of: its documents, all else in the folders
    that an edition may have, the settings, and what these name: faces, schema, pictures.
    """
    project, _ = _parts(folder.resolve())
    root, said = project.root, project.settings
    named = [root / FILE, root / CITATION, *(face.path for face in said.print.faces)]
    named += [root / one for one in (*said.checks.schemas, said.checks.baseline or BASELINE)]
    beside = [path for name in FOLDERS for path in seen(root / name, "**/*")]
    pictures = every_file(root / said.media.folder) if said.media.folder else ()
    every = dict.fromkeys((*project.texts, *project.registers, *beside, *named, *pictures))
    return [path for path in every if path.is_file()]


def closed(root: Path, places: Iterable[Path]) -> Iterator[Diagnostic]:
    """W002: folders that cannot be listed, so that nobody knows what they hold."""
    for folder, reason in unlisted(places):
        shown = folder.relative_to(root) if folder.is_relative_to(root) else folder
        yield diagnostic("W002", shown.as_posix(), reason=reason)


def _tei_files(folder: Path) -> list[Path]:
    """Return all that is called like TEI; what is no file is told when it is read."""
    return [path for path in seen(folder, "*") if is_tei_name(path.name)]
