"""How a site looks and what it leads to: the table [site] of edition.toml and the folder `site/`.

Turns the table into a Site, with the files that it names as bytes. What is in `site/` is published
under that name beside the pages, so that a style sheet of the edition's own finds its pictures.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from editio.edition.config import colours
from editio.edition.reading.files import UnreadableError, content, seen
from editio.edition.texts.languages import usual

FOLDER = "site"


@dataclass(frozen=True)
class Asset:
    """A file of `site/`: its name below the pages, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Led:
    """What the menu leads to: a title, and an address or the pages of a group. A page of the site
    is named without its ending, and needs no title. `given`: the address as it is written.
    """

    title: str = ""
    address: str = ""
    pages: tuple["Led", ...] = ()
    given: str = ""


@dataclass(frozen=True)
class Site:
    """What the site looks like; every default is the look that editio has."""

    language: str = ""
    logo: str = ""
    icon: str = ""
    css: str = ""
    # A face that comes with editio; none: Source Serif 4.
    type: str = ""
    faces: tuple[str, ...] = ()
    # Light and dark.
    accent: tuple[str, ...] = ()
    ground: tuple[str, ...] = ()
    footer: str = ""
    home: str = ""
    # What a text page shows before its reader chooses; None: what editio shows.
    show: tuple[str, ...] | None = None
    # "chapter": a page each; "never": one page a text; else by length.
    split: str = ""
    menu: tuple[Led, ...] = ()
    assets: tuple[Asset, ...] = ()
    # For a colleague to correct: numbers beside the text.
    proof: bool = False


def site(root: Path, table: Mapping[str, Any]) -> Site:
    """Make the Site of settings that are of the right kind."""
    assets = tuple(_assets(root / FOLDER, root))
    given = {name: table[name] for name in ("language", "footer", "home", "split") if name in table}
    given |= {"language": usual(table["language"])} if "language" in table else {}
    given |= {"css": _only_style(assets)}
    given |= {name: table[name] for name in ("logo", "icon", "css", "type") if name in table}
    given |= {
        "faces": tuple(table.get("faces", ())),
        "show": tuple(table["show"]) if "show" in table else None,
        "menu": tuple(map(_led, table.get("menu", ()))),
    }
    for name, ground in (("ground", colours.INK), ("accent", colours.PAPER)):
        given[name] = _pair(table[name], ground) if name in table else ()
    return Site(**given, assets=assets)


def unset(root: Path) -> Site:
    """Return the Site of a folder without edition.toml: with the style sheet of `site/`, where that
    is no site that somebody else made.
    """
    made = not seen(root / FOLDER, "**/*.html")
    return site(root, {}) if made and seen(root / FOLDER, "*.css") else Site()


def _only_style(assets: Iterable[Asset]) -> str:
    """Return the one style sheet of `site/`, which needs no setting."""
    styles = [one.name for one in assets if one.name.endswith(".css") and one.name.count("/") == 1]
    return styles[0] if len(styles) == 1 else ""


def _led(one: Any) -> Led:
    if isinstance(one, str):
        return Led(address=one, given=one)
    address = one.get("address", "")
    return Led(one["title"], address, tuple(map(_led, one.get("pages", ()))), address)


def _pair(value: str | list[str], ground: tuple[str, str]) -> tuple[str, ...]:
    """Return a colour for light and one for dark pages."""
    if isinstance(value, list):
        return tuple(value)
    dark = colours.PAPER[1]
    return (value, dark if ground == colours.INK else colours.for_dark(value, dark))


def _assets(folder: Path, root: Path) -> Iterator[Asset]:
    """Yield what is in `site/`; what is hidden, or leads out of the folder, stays away."""
    for path in seen(folder, "**/*"):
        name = path.relative_to(root)
        inside = path.resolve().is_relative_to(folder.resolve())
        if path.is_file() and inside:
            try:
                yield Asset(name.as_posix(), content(path))
            except UnreadableError:
                continue
