"""The settings of an edition: edition.toml to Settings, and what is wrong with it.

What each setting is for and must be like is in settings.py.
"""

import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

from editio.diagnostics import Diagnostic, diagnostic
from editio.edition.beside.markdown import NoTextError, readable
from editio.edition.blanks import NO_XML
from editio.edition.config import judgement, toml, unfit
from editio.edition.config.judgement import Judgement
from editio.edition.config.settings import FILE, FORMATS, TABLES, advice
from editio.edition.config.site import Site, site, unset
from editio.edition.config.site_faults import site_faults
from editio.edition.config.spots import Spot, spot
from editio.edition.reading.files import UnreadableError, content
from editio.engines.paged import design
from editio.engines.paged.design import Design
from editio.engines.paged.faces import faces

# Table, setting, and a text that it names.
Spotted = tuple[str, str, str]


@dataclass(frozen=True)
class Sources:
    """Where pictures come from: a folder of the edition, and servers whose pictures are shown."""

    folder: str = ""
    hosts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Settings:
    """What a header cannot say; every default makes a good edition without edition.toml."""

    title: str = ""
    # Where the site will stand, with a slash at the end.
    address: str = ""
    # Where the texts are, from the folder of the edition.
    texts: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    # Pages of pages/ that stand before the texts, by name.
    front: tuple[str, ...] = ()
    print: Design = field(default_factory=Design)
    checks: Judgement = field(default_factory=Judgement)
    # Types of divisions that record how a text reached us: in the diplomatic text alone.
    left_out: tuple[str, ...] = ()
    # The signs of what editors saw and did: "leiden", "papyri" or "plain"; unset, as the text is.
    signs: str = ""
    # The witness whose reading is the text where an entry has no lemma.
    base: str = ""
    # Kinds of entries of an apparatus that are kept apart, in this order.
    layers: tuple[str, ...] = ()
    note_series: tuple[str, ...] = ()
    # Whether entries name the witnesses of the lemma, too.
    positive: bool = False
    # The seconds that one text may take to be rendered; 0: nobody said.
    time_limit: float = 0.0
    # Where pictures lie that are not beside the text that names them.
    media: Sources = field(default_factory=Sources)
    # How the site looks, and what it leads to.
    site: Site = field(default_factory=Site)
    # What becomes of elements and types: see extension.py.
    behaviours: tuple[tuple[str, Mapping[str, str]], ...] = ()

    @property
    def named(self) -> tuple[Spotted, ...]:
        """The texts that the settings name, and where they do."""
        pairs = (one for pair in self.print.pairs for one in pair)
        ordered = (("", "order", name) for name in self.order)
        return (*ordered, *(("print", "pairs", name) for name in pairs))


# What cannot be judged where another setting cannot be used.
_HANGING = {
    ("", "texts"): (("", "order"), ("site", "menu")),
    ("site", "ground"): (("site", "accent"),),
    ("print", "size"): (("print", "margins"),),
    ("print", "margins"): (("print", "size"),),
}


def settings(file: Path) -> tuple[Settings, list[Diagnostic]]:
    """Read edition.toml; without one every setting has its default."""
    try:
        source = readable(content(file)).replace("\r\n", "\n")
        table = _printable(tomllib.loads(source))
    except UnreadableError as error:
        # A link that leads nowhere stands for settings that somebody wrote.
        if not isinstance(error.__cause__, FileNotFoundError) or file.is_symlink():
            return Settings(), [diagnostic("W002", FILE, reason=str(error))]
        look = unset(file.parent)
        return Settings(site=look), [*site_faults(look, "")]
    except NoTextError as error:
        return Settings(), [toml.no_text(error)]
    except (ValueError, RecursionError) as error:
        return Settings(), [toml.faulty(error, source)]
    table, found = _fitting(table, source)
    named = table.pop("schema", [])
    schemas = dict.fromkeys(filter(None, [named] if isinstance(named, str) else named))
    checks = judgement.judgement(table.pop("checks", {}), source, tuple(schemas))
    look = site(file.parent, table.pop("site", {}))
    made, amiss = _design(table.pop("print", {}), file.parent, source)
    given = _given(table) | {"site": look, "print": made, "checks": checks}
    return Settings(**given), [*found, *amiss, *site_faults(look, source)]


def _fitting(table: dict[str, Any], source: str) -> tuple[dict[str, Any], list[Diagnostic]]:
    """Return the settings that can be used, and what is wrong with the others, so that all faults
    are told at once.
    """
    fit = unfit.fitting("", table)
    found = [*unfit.misfits("", table, source)]
    lost = {("", name) for name in table.keys() - fit.keys()}
    for name in filter(None, TABLES):
        given = fit.get(name, {})
        found += unfit.misfits(name, given, source)
        fit[name] = unfit.fitting(name, given)
        lost |= {(name, one) for one in given.keys() - fit[name].keys()}
    formats = fit.get("formats", ())
    found += _no_formats(formats, source)
    fit["formats"] = [name for name in formats if name in FORMATS]
    for home, name in (one for other in lost for one in _HANGING.get(other, ())):
        (fit[home] if home else fit).pop(name, None)
    return fit, found


def _given(table: dict[str, Any]) -> dict[str, Any]:
    """Return the settings of a table, those of its tables beside them, as they are kept."""
    tables = {name: table.pop(name, {}) for name in ("behaviours", "reading", "media", "build")}
    reading, media = tables["reading"], tables["media"]
    given = {name: _frozen(value) for name, value in table.items()}
    given |= {
        "behaviours": tuple(tables["behaviours"].items()),
        "left_out": tuple(reading.get("leave-out", ())),
        "signs": reading.get("signs", ""),
        "base": reading.get("witness", ""),
        "layers": tuple(reading.get("layers", ())),
        "note_series": tuple(reading.get("note-series", ())),
        "positive": reading.get("apparatus") == "positive",
        "media": Sources(media.get("folder", ""), tuple(media.get("hosts", ()))),
        "time_limit": float(tables["build"].get("time-limit", 0)),
    }
    if "address" in table:
        given["address"] = table["address"].rstrip("/") + "/"
    return given


def _no_formats(names: Sequence[str], source: str) -> list[Diagnostic]:
    """C007: what is to be built is a format."""
    return [
        not_one_of("formats", name, "a format", FORMATS, spot(source, "", "formats", name))
        for name in names
        if name not in FORMATS
    ]


def not_one_of(
    setting: str, name: str, kind: str, known: Collection[str], place: Spot
) -> Diagnostic:
    """C007: a setting names what there is not; with the nearest name that there is."""
    facts = {"setting": setting, "name": name, "kind": kind, "advice": advice(name, known)}
    return diagnostic("C007", FILE, *place, **facts)


def _design(table: dict[str, Any], root: Path, source: str) -> tuple[Design, list[Diagnostic]]:
    """Make the design of the book; its faces are files of the edition."""
    own, found = faces(root, table.get("faces", ()), FILE, source)
    made = design.design(table | {"faces": own})
    if design.too_narrow(made):
        found.append(_no_room(source))
    return Design() if found else made, found


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _printable(table: dict[str, Any]) -> dict[str, Any]:
    """Return the settings as they are; ValueError where no page could have a character of them."""
    for found in filter(None, map(NO_XML.search, _words(table))):
        raise ValueError(f"U+{ord(found[0]):04X} is not a character of a text")
    return table


def _words(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for one in chain(value, value.values() if isinstance(value, dict) else ()):
            yield from _words(one)


def _no_room(source: str) -> Diagnostic:
    wanted = "such that 40 mm and eight lines are left for the text"
    place = spot(source, "print", "margins")
    hint = "They are too much for the page: make them smaller, or the page larger (size)."
    return diagnostic("C004", FILE, *place, name="margins", wanted=wanted, hint=hint)
