"""The settings of an edition: edition.toml to Settings, and what is wrong with it.

What each setting is for, and its form for editors, is in settings.py.
"""

import re
import tomllib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

from editio import outside
from editio.diagnostics import Diagnostic, diagnostic
from editio.edition import judgement, toml, unfit
from editio.edition.blanks import NO_XML
from editio.edition.files import UnreadableError, content, host
from editio.edition.judgement import Judgement
from editio.edition.markdown import NoTextError, readable
from editio.edition.settings import APPARATUS, FILE, SIGNS, advice
from editio.edition.site import WANTED, Site, site, unset
from editio.edition.site_faults import site_faults
from editio.edition.spots import Spot, spot
from editio.edition.wishes import unfit_wishes
from editio.engines.paged import design
from editio.engines.paged.design import Design
from editio.engines.paged.faces import faces

# What a build can make, in the order in which it is made (see formats/).
FORMATS = (
    "html", "pdf", "text", "epub", "tables", "tei", "citations", "places", "dts",
    *outside.names(outside.FORMATS), "data",
)  # fmt: skip
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


def is_address(words: str) -> bool:
    """Return whether words are an address at which a site can stand."""
    shape = r"https?://[^\s/?#<>\"{}|\\^`]+(/([^\s?#<>\"{}|\\^`\[\]%]|%[0-9A-Fa-f]{2})*)?"
    return bool(re.fullmatch(shape, words)) and bool(host(words))


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _places(value: Any) -> bool:
    """Whether a value names folders and files of the edition."""
    return _texts(value) and not any(one.startswith("/") or ".." in one.split("/") for one in value)


def _address(value: Any) -> bool:
    return isinstance(value, str) and is_address(value)


def _folder(value: Any) -> bool:
    """Whether a value names a folder that is not outside of that of edition.toml."""
    steps = value.replace("\\", "/").split("/") if isinstance(value, str) else [".."]
    return ".." not in steps and not re.match(r"/|[A-Za-z]:", str(value))


def _hosts(value: Any) -> bool:
    return _texts(value) and all(re.fullmatch(r"[\w-]+(\.[\w-]+)+", one) for one in value)


# Name of a setting -> what is wanted, in words and as a test.
_WANTED: dict[str, tuple[str, Callable[[Any], bool]]] = {
    "title": ("a text in quotation marks", lambda value: isinstance(value, str)),
    "address": ("an address that begins with https:// or http://, in quotation marks", _address),
    "texts": ("a list of folders and files in quotation marks", _places),
    "order": ("a list of texts in quotation marks", _texts),
    "formats": ("a list of texts in quotation marks", _texts),
    "front": ("a list of pages in quotation marks", _texts),
    "schema": (
        'the name of a file in quotation marks, or a list: ["edition.rng", "house.sch"]',
        lambda value: isinstance(value, str) or _texts(value),
    ),
    "print": ("a table of settings: [print]", lambda value: isinstance(value, dict)),
    "checks": ("a table of settings: [checks]", lambda value: isinstance(value, dict)),
    "reading": ("a table of settings: [reading]", lambda value: isinstance(value, dict)),
    "media": ("a table of settings: [media]", lambda value: isinstance(value, dict)),
    "site": ("a table of settings: [site]", lambda value: isinstance(value, dict)),
    "behaviours": ("a table of settings: [behaviours]", lambda value: isinstance(value, dict)),
    "build": ("a table of settings: [build]", lambda value: isinstance(value, dict)),
}
# The same for the settings of each table.
_TABLES: dict[str, dict[str, tuple[str, Callable[[Any], bool]]]] = {
    "print": design.SETTINGS,
    "checks": judgement.SETTINGS,
    "site": WANTED,
    "reading": {
        "leave-out": ("a list of types of divisions in quotation marks", _texts),
        "signs": ("“leiden”, “papyri” or “plain”", lambda value: value in SIGNS),
        "witness": ("the id of a witness in quotation marks", lambda value: isinstance(value, str)),
        "apparatus": ("“negative” or “positive”", lambda value: value in APPARATUS),
        "layers": ("a list of types of entries in quotation marks", _texts),
    },
    "build": {"time-limit": judgement.SETTINGS["time-limit"]},
    "media": {
        "folder": (
            "a folder of the edition, from that of edition.toml, in quotation marks",
            _folder,
        ),
        "hosts": ('a list of servers, as in ["images.example.org"]', _hosts),
    },
}


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
        if not isinstance(error.__cause__, FileNotFoundError):
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
    found = [*unfit.misfits("", table, _WANTED, source)]
    fit = unfit.fitting(table, _WANTED)
    lost = {("", name) for name in table.keys() - fit.keys()}
    for name, known in _TABLES.items():
        given = fit.get(name, {})
        found += unfit.misfits(name, given, known, source)
        fit[name] = unfit.fitting(given, known)
        lost |= {(name, one) for one in given.keys() - fit[name].keys()}
    wishes, formats = fit.get("behaviours", {}), fit.get("formats", ())
    amiss = {name: [*unfit_wishes({name: wish}, source)] for name, wish in wishes.items()}
    found += [*chain.from_iterable(amiss.values()), *_no_formats(formats, source)]
    fit["behaviours"] = {name: wish for name, wish in wishes.items() if not amiss[name]}
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
