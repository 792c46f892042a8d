"""Pages that edition.toml names, in the menu and before the texts: whether they are there.

Which registers an edition has, its texts say too; so a name that a register may have is one.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

from editio.diagnostics import Diagnostic, diagnostic
from editio.edition.config.configuration import Settings
from editio.edition.config.settings import FILE, advice
from editio.edition.config.site import FOLDER, Led
from editio.edition.config.spots import spot_in
from editio.edition.names import page
from editio.edition.registers.entries import HOMES

# Pages that every site has, and one that most have.
ALWAYS = frozenset({"interventions", "search", "about", "data"})
REGISTERS = frozenset(name for _, name in HOMES.values())


def unknown_pages(
    root: Path, settings: Settings, pages: Collection[str], registers: Collection[str]
) -> Iterator[Diagnostic]:
    """C015, C026: what edition.toml names as a page is one, and one alone."""
    every = {*ALWAYS, *REGISTERS, *registers, *pages}
    menu = names(settings.site.menu, registers)
    named = [("menu", one, every) for one in menu]
    named += [("front", one, {*pages}) for one in settings.front]
    published = {*ALWAYS, *REGISTERS, *registers}
    named += [
        ("menu", one, {*_like(one, published)})
        for one in outer(settings.site.menu)
        if one not in registers and is_lost(one, published)
    ]
    own = {f"pages/{one}.html" for one in pages}
    named += [
        ("menu", one, own)
        for one in outer(settings.site.menu)
        if re.fullmatch(r"pages/[^.?#]*", one)
    ]
    for setting, name, known in named:
        if name not in known:
            place = spot_in(root, "site" if setting == "menu" else "", setting, name)
            meant = advice(name, sorted(known))
            yield diagnostic("C015", FILE, *place, setting=setting, name=name, advice=meant)
    site = {*ALWAYS, *registers} & {*pages}
    for name in dict.fromkeys(one for one in _bare(settings.site.menu) if one in site):
        yield diagnostic("C026", FILE, *spot_in(root, "site", "menu", name), name=name)


def by_name(settings: Settings, pages: Mapping[str, str], registers: Collection[str]) -> Settings:
    """Return settings that name pages as they are published, of names by their files."""
    menu = _by_name(settings.site.menu, pages, {*ALWAYS, *REGISTERS, *registers})
    front = tuple(page(one, pages) or one for one in settings.front)
    return replace(settings, front=front, site=replace(settings.site, menu=menu))


def asks(settings: Settings) -> bool:
    """Whether one has to know what texts are called to know where the menu leads."""
    known = ALWAYS | REGISTERS
    plain = (one for one in _addresses(settings.site.menu) if not re.match(r"pages/|\w+:", one))
    return any(one not in known for one in plain)


def to_texts(settings: Settings, texts: Mapping[str, str]) -> Settings:
    """Return settings whose menu leads to texts and registers where they are published."""

    def led(menu: Iterable[Led]) -> tuple[Led, ...]:
        return tuple(
            Led(one.title, f"{texts[one.address]}.html" if one.address in texts else one.address,
                led(one.pages))
            for one in menu
        )  # fmt: skip

    return replace(settings, site=replace(settings.site, menu=led(settings.site.menu)))


def _addresses(menu: Iterable[Led]) -> Iterator[str]:
    for one in menu:
        yield from filter(None, [one.address])
        yield from _addresses(one.pages)


def _by_name(
    menu: Collection[Led], pages: Mapping[str, str], ours: Collection[str]
) -> tuple[Led, ...]:
    """Return a menu that names pages so; a name alone is first that of a page of the site."""
    done = []
    for one in menu:
        named = page(one.address, pages)
        is_own = named != one.address and one.address.removesuffix(".html") not in ours
        address = f"pages/{named}.html" if named and is_own else one.address
        done.append(Led(one.title, address, _by_name(one.pages, pages, ours)))
    return tuple(done)


def _bare(menu: Collection[Led]) -> Iterator[str]:
    """Yield names in a menu that say nothing of a folder or an ending."""
    for one in menu:
        if re.fullmatch(r"[\w-]+", one.address):
            yield one.address
        yield from _bare(one.pages)


def names(menu: Collection[Led], known: Collection[str] = ()) -> Iterator[str]:
    """Yield what a menu names as pages of the site, without the ending that they may have. What is
    `known` is a name, whatever signs it has.
    """
    for one in _addresses(menu):
        if one in known:
            yield one
        elif _PAGE.fullmatch(one):
            yield re.sub(r"\.(html|md|xml|tei)$", "", one.removeprefix("pages/"))


def amiss_addresses(
    root: Path, settings: Settings, texts: Collection[str] = ()
) -> Iterator[Diagnostic]:
    """C021: what the menu leads to outside of its pages is an address that a page may lead to."""
    assets = {one.name for one in settings.site.assets}
    for one in (each for each in outer(settings.site.menu) if each not in texts):
        for reason, meant in _amiss(one, assets):
            place = spot_in(root, "site", "menu", one)
            yield diagnostic("C021", FILE, *place, address=one, reason=reason, advice=meant)


def outer(menu: Collection[Led]) -> Iterator[str]:
    """Yield the addresses of a menu that are no names of pages."""
    for one in menu:
        if not one.pages and not _PAGE.fullmatch(one.address):
            yield one.address
        yield from outer(one.pages)


def is_lost(address: str, known: Collection[str]) -> bool:
    """Whether an address is that of a page or of TEI of the site, and there is no such text,
    register or page; a page beside that of a text (letter-1-diplomatic.html) is not asked for.
    """
    bare = unquote(re.split("[?#]", address)[0]).removeprefix("./")
    if found := re.fullmatch(r"([^/:]+)\.html", bare):
        return found[1] not in {*known, *_ALONE} and not any(
            found[1].startswith(f"{one}-") for one in known
        )
    if found := re.fullmatch(r"tei/([^/]+)\.xml", bare):
        return found[1] not in {*known, *_WHOLE}
    return bool(re.fullmatch(r"(tei/.*|[^/:]+)\.(xml|tei)", bare)) and bare != _SITEMAP


def is_published(address: str) -> bool:
    """Whether an address is of the kind that a build may publish: a file or a folder."""
    return bool(_ON_SITE.match(address) or _ON_SITE.match(f"{address}/"))


def _like(address: str, known: Collection[str]) -> list[str]:
    """Return what may be written instead of an address: names with its ending."""
    plain = [one for one in known if not re.search(r"[./]", one)]
    if address.endswith(".html"):
        return [f"{one}.html" for one in plain]
    if re.fullmatch(r"tei/[^/]+", address):
        return [f"tei/{one}.xml" for one in plain]
    return [one for one in known if one.endswith((".xml", ".tei"))]


def _amiss(address: str, assets: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield why nothing can lead to an address, and what to write."""
    scheme = re.match(r"([A-Za-z][\w+.-]*):(?!\d+(/|$))", address)
    bare = re.split("[?#]", address)[0]
    if not address.strip():
        yield "which is empty", _ALLOWED
    elif scheme and scheme[1].lower() not in _SCHEMES:
        yield f"and {scheme[1]}: is nothing that a page leads to", _ALLOWED
    elif re.search(r"\s", address) or re.fullmatch(r"https?:/*", address, re.I):
        yield "which is no address", _ALLOWED
    elif not scheme and _HOST.match(bare) and not _FILE.search(bare.partition("/")[0]):
        yield "which lacks its beginning", f"Write: https://{address}"
    elif not scheme and bare.startswith(f"{FOLDER}/") and bare not in assets:
        yield "which is not there", advice(bare, sorted(assets)[:20])
    elif not scheme and _FILE.search(bare) and not _ON_SITE.match(bare):
        yield "which is not published", f"Put the file into site/ and write: {FOLDER}/…"


# Pages and TEI of a site besides those of texts, registers and pages/.
_ALONE, _WHOLE, _SITEMAP = ("index", "404"), ("corpus", "cmif"), "sitemap.xml"
_PAGE = re.compile(r"[\w-]+|pages/[^/]+\.(html|md|xml|tei)")
_SCHEMES = frozenset(("http", "https", "mailto", "doi", "urn"))
_ALLOWED = "Write a page by its name, https://…, mailto:…, or a file of the folder site/."
_HOST = re.compile(r"[\w-]+(\.[\w-]+)+(:\d+)?(/|$)")
_FILE = re.compile(r"\.(html?|pdf|xml|tei|md|txt|json|csv|zip|epub|svg|png|jpe?g|docx?|odt)$", re.I)
# What a build publishes beside the files of site/.
_ON_SITE = re.compile(
    r"(//|\.?/|[\w.-]+\.(html|xml|json)$|(site|pages|register|lists|search|media|assets|api|"
    r"pdf|text|epub|tables|tei|citations|places|dts|data)/)"
)
