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
from editio.edition.reading import source
from editio.edition.registers.entries import HOMES

# Pages that every site has, and one that most have.
ALWAYS = frozenset({"interventions", "search", "about", "data"})
REGISTERS = frozenset(name for _, name in HOMES.values())


def unknown_pages(
    root: Path,
    settings: Settings,
    pages: Collection[str],
    registers: Collection[str],
    files: Collection[Path] = (),
) -> Iterator[Diagnostic]:
    """C015, C026: what edition.toml names as a page is one, and one alone."""
    for one in leaves(settings.site.menu):
        bare, place = parted(one.address, registers)
        known = _instead(bare, pages, registers)
        if known is not None:
            there = {*known} - (REGISTERS - {*registers} - _held(files))
            meant = advice(one.given, sorted(f"{name}{place}" for name in there))
            yield _not_there(root, ("site", "menu"), one.given, meant)
    for name in settings.front:
        if name not in pages:
            yield _not_there(root, ("", "front"), name, advice(name, sorted(pages)))
    site = {*ALWAYS, *registers} & {*pages}
    bare_names = (one.address for one in leaves(settings.site.menu))
    for name in dict.fromkeys(one for one in bare_names if one in site):
        yield diagnostic("C026", FILE, *spot_in(root, "site", "menu", name), name=name)


def holding(register: str) -> set[str]:
    """Return the elements from which a register is made: a list, or entries that stand in none."""
    lists = {holder for holder, home in HOMES.values() if home == register}
    entries = {one for one, (_, home) in HOMES.items() if home == register}
    # Works are also cited where nobody lists them.
    return lists if "bibl" in entries else lists | entries


def _held(files: Iterable[Path]) -> set[str]:
    """Return the registers that are made from files."""
    used = {name for file in files for name in _ELEMENT.findall(source.words(file))}
    return {one for one in REGISTERS if holding(one) & used}


def _not_there(root: Path, setting: tuple[str, str], name: str, meant: str) -> Diagnostic:
    facts = {"setting": setting[1], "name": name, "advice": meant}
    return diagnostic("C015", FILE, *spot_in(root, *setting, name), **facts)


def _instead(
    bare: str, pages: Collection[str], registers: Collection[str]
) -> Collection[str] | None:
    """Return what there is instead of a page that is not there; None where it is, or is none."""
    published = {*ALWAYS, *REGISTERS, *registers}
    if bare in registers:
        return None
    if re.fullmatch(r"pages/([^.]*|[^/]+\.(html|md|xml|tei))", bare):
        own = {f"pages/{one}.html" for one in pages}
        return None if bare in own else own
    if re.fullmatch(r"[^./:\s]+", bare):
        every = {*published, *pages}
        return None if bare in every else every
    return _like(bare, published) if is_lost(bare, published) else None


def by_name(settings: Settings, pages: Mapping[str, str], registers: Collection[str]) -> Settings:
    """Return settings that name pages as they are published, of names by their files."""
    menu = _by_name(settings.site.menu, pages, {*ALWAYS, *REGISTERS, *registers})
    front = tuple(page(one, pages) or one for one in settings.front)
    return replace(settings, front=front, site=replace(settings.site, menu=menu))


def asks(settings: Settings) -> bool:
    """Whether one has to know what texts are called to know where the menu leads."""
    known = ALWAYS | REGISTERS
    addresses = (one.address for one in leaves(settings.site.menu) if one.address)
    plain = (one for one in addresses if not re.match(r"pages/|\w+:", one))
    return any(one not in known for one in plain)


def to_texts(settings: Settings, texts: Mapping[str, str]) -> Settings:
    """Return settings whose menu leads to texts and registers where they are published, to places
    of pages, and to the pages of entries.
    """

    def led(menu: Iterable[Led]) -> tuple[Led, ...]:
        return tuple(
            replace(one, address=_published(one.address, texts), pages=led(one.pages))
            for one in menu
        )

    return replace(settings, site=replace(settings.site, menu=led(settings.site.menu)))


def _published(address: str, texts: Mapping[str, str]) -> str:
    """Return the address of a page that is named; of others what they are."""
    bare, place = parted(address, texts)
    if bare in texts:
        return f"{texts[bare]}.html{place}"
    if place and bare in ALWAYS | REGISTERS:
        return f"{'data/index' if bare == 'data' else bare}.html{place}"
    if re.fullmatch(r"register/[^/]+", bare) and not bare.endswith(".html"):
        return f"{bare}.html{place}"
    return address


def repeated(root: Path, settings: Settings) -> Iterator[Diagnostic]:
    """C029: no two entries of the menu lead to one page or place, however each is written."""
    first: dict[str, str] = {}
    for one in leaves(settings.site.menu):
        bare, place = parted(unquote(one.address).removeprefix("./"))
        name = (bare if ":" in bare else re.sub(r"(/index)?\.html$", "", bare)) + place
        if name and name in first:
            again = f", also written “{first[name]}”" * (first[name] != one.given)
            spot = spot_in(root, "site", "menu", one.given)
            yield diagnostic("C029", FILE, *spot, address=one.given, again=again)
        first.setdefault(name, one.given)


def leaves(menu: Iterable[Led]) -> Iterator[Led]:
    """Yield the entries of a menu and of its groups."""
    for one in menu:
        if one.pages:
            yield from leaves(one.pages)
        else:
            yield one


def parted(address: str, known: Collection[str] = ()) -> tuple[str, str]:
    """Return an address without what leads to a place of its page, and that. What is `known` is a
    name, whatever signs it has.
    """
    bare = address if address in known else re.split("[?#]", address)[0]
    return bare, address[len(bare) :]


def _by_name(
    menu: Collection[Led], pages: Mapping[str, str], ours: Collection[str]
) -> tuple[Led, ...]:
    """Return a menu that names pages so; a name alone is first that of a page of the site."""
    done = []
    for one in menu:
        bare, place = parted(one.address, {*pages, *ours})
        named = page(bare, pages)
        is_own = (place or named != bare) and bare.removesuffix(".html") not in ours
        address = f"pages/{named}.html{place}" if named and is_own else one.address
        done.append(replace(one, address=address, pages=_by_name(one.pages, pages, ours)))
    return tuple(done)


def amiss_addresses(
    root: Path, settings: Settings, texts: Collection[str] = ()
) -> Iterator[Diagnostic]:
    """C021: what the menu leads to outside of its pages is an address that a page may lead to."""
    assets = {one.name for one in settings.site.assets}
    for one in leaves(settings.site.menu):
        bare = parted(one.address, texts)[0]
        if bare in texts or _PAGE.fullmatch(bare):
            continue
        for reason, meant in _amiss(one.address, assets):
            place = spot_in(root, "site", "menu", one.given)
            yield diagnostic("C021", FILE, *place, address=one.given, reason=reason, advice=meant)


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
    elif not bare:
        yield "which names no page", _ALLOWED
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
_ELEMENT = re.compile(r"<(?:[\w-]+:)?([A-Za-z]\w*)")
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
