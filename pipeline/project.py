"""Where everything is: the only module that knows paths and the settings file.

Turns a folder into a Project: texts, registers, the edition's own document, output folder,
settings. Reads edition.toml and lists folders; opens no text.
"""

import difflib
import os
import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.diagnostics import Diagnostic, diagnostic
from pipeline.typesetting import design
from pipeline.typesetting.design import Design
from pipeline.typesetting.faces import faces

HERE = Path(__file__).resolve().parent
XSLT = next(
    folder for folder in (HERE / "xslt", HERE.parent / "xslt") if (folder / "packages.xml").exists()
)
ASSETS = XSLT / "assets"
LABELS = XSLT / "labels.xml"
CITATION_STYLE = XSLT / "data" / "citation.csl"
BOOK_STYLE = XSLT / "data" / "book.css"
SETTINGS = "edition.toml"
ODD = Path("tei/schema/edition.odd")
# What can be made again at any time (XDG Base Directory Specification).
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "editio"


@dataclass(frozen=True)
class Settings:
    """What a header cannot say; every default makes a good edition without edition.toml."""

    title: str = ""
    order: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    print: Design = field(default_factory=Design)


@dataclass(frozen=True)
class Project:
    """A folder with TEI in it, and where its parts are. Paths are absolute; `shown` is short."""

    root: Path
    texts: tuple[Path, ...]
    registers: tuple[Path, ...] = ()
    about: Path | None = None
    settings: Settings = field(default_factory=Settings)

    @property
    def out(self) -> Path:
        """The folder that results go to unless --out names another."""
        return self.root / "build"

    def shown(self, path: Path) -> str:
        """Name a path as people see it: from the root of the project, with slashes."""
        return (
            path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else str(path)
        )


def discover(folder: Path) -> tuple[Project, list[Diagnostic]]:
    """Find the parts of the edition in `folder`, and what is wrong with its settings.

    Texts are the XML files of tei/texts/, else of tei/, else of the folder itself.
    """
    root = folder.resolve()
    settings, found = _settings(root / SETTINGS)
    texts: list[Path] = []
    for place in (root / "tei" / "texts", root / "tei", root):
        texts = texts or [path for path in _xml_files(place) if path.name != "edition.xml"]
    about = root / "tei" / "edition.xml"
    project = Project(
        root,
        tuple(texts),
        tuple(_xml_files(root / "tei" / "registers")),
        about if about.exists() else None,
        settings,
    )
    if not texts and not found:
        found = [diagnostic("C001", "tei/" if (root / "tei").is_dir() else ".")]
    return project, found


def files(folder: Path) -> list[Path]:
    """Every file that an edition in `folder` is made of: its documents, all else below tei/, the
    settings, and the faces that these name.
    """
    project, _ = discover(folder)
    named = [project.root / SETTINGS, *(face.path for face in project.settings.print.faces)]
    beside = sorted((project.root / "tei").rglob("*"))
    every = dict.fromkeys((*project.texts, *project.registers, *beside, *named))
    return [path for path in every if path.is_file()]


def _xml_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*.xml") if path.is_file() or path.is_symlink())


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


# Name of a setting -> what is wanted, in words and as a test.
_WANTED: dict[str, tuple[str, Callable[[Any], bool]]] = {
    "title": ("a text in quotation marks", lambda value: isinstance(value, str)),
    "order": ("a list of texts in quotation marks", _texts),
    "formats": ("a list of texts in quotation marks", _texts),
    "print": ("a table of settings: [print]", lambda value: isinstance(value, dict)),
}


def _settings(file: Path) -> tuple[Settings, list[Diagnostic]]:
    """Read edition.toml; without one every setting has its default."""
    try:
        source = file.read_text("utf-8")
        table = tomllib.loads(source)
    except FileNotFoundError:
        return Settings(), []
    except OSError as error:
        return Settings(), [diagnostic("W002", SETTINGS, reason=error.strerror or str(error))]
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return Settings(), [_not_toml(error)]
    found = _misfits(table, _WANTED, source) or _misfits(
        table.get("print", {}), design.SETTINGS, source
    )
    if found:
        return Settings(), found
    made, found = _design(table.pop("print", {}), file.parent, source)
    given = {name: _frozen(value) for name, value in table.items()}
    return Settings() if found else Settings(print=made, **given), found


def _design(table: dict[str, Any], root: Path, source: str) -> tuple[Design, list[Diagnostic]]:
    """Make the design of the book; its faces are files of the edition."""
    own, found = faces(root, table.get("faces", ()), SETTINGS, source)
    made = design.design(table | {"faces": own})
    if design.too_narrow(made):
        found.append(_no_room(source))
    return made, found


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _not_toml(error: Exception) -> Diagnostic:
    place = re.search(r"line (\d+), column (\d+)", str(error))
    line, column = (int(place[1]), int(place[2])) if place else (1, 1)
    reason = re.sub(r" \(at .*\)$", "", str(error))
    return diagnostic("C002", SETTINGS, line, column, reason=reason)


def _misfits(
    table: dict[str, Any], known: dict[str, tuple[str, Callable[[Any], bool]]], source: str
) -> list[Diagnostic]:
    """Say what is wrong with each setting: unknown, or of the wrong kind."""
    found = []
    for name, value in table.items():
        if name not in known:
            near = difflib.get_close_matches(name, known, 1)
            advice = f"Did you mean “{near[0]}”?" if near else f"There are: {', '.join(known)}."
            place = _line_of(name, source)
            found.append(diagnostic("C003", SETTINGS, place, name=name, advice=advice))
        elif not known[name][1](value):
            found.append(_unfit(name, known[name][0], value, source))
    return found


def _unfit(name: str, wanted: str, value: Any, source: str) -> Diagnostic:
    kind = type(value).__name__
    told = f"{kind} {value}" if isinstance(value, (int, float, bool)) else kind
    return diagnostic(
        "C004", SETTINGS, _line_of(name, source), name=name, wanted=wanted, found=told
    )


def _no_room(source: str) -> Diagnostic:
    wanted = "such that 40 mm and eight lines are left for the text"
    place = _line_of("margins", source)
    return diagnostic(
        "C004", SETTINGS, place, name="margins", wanted=wanted, found="too much for the page"
    )


def _line_of(name: str, source: str) -> int:
    starts = (
        n for n, text in enumerate(source.splitlines(), 1) if text.lstrip(" [").startswith(name)
    )
    return next(starts, 1)
