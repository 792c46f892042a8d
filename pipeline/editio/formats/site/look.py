"""The look that an edition gives its site: colours and faces as a style sheet, files of `site/`,
and what every page has to know of them.
"""

from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from editio.edition.beside.links import settled
from editio.edition.beside.markdown import blocks
from editio.edition.config.led import leaves, parted
from editio.edition.config.settings import FILE
from editio.edition.config.site import Led, Site
from editio.edition.edition import Edition
from editio.edition.reading.source import ED, ROLE, XML_ID
from editio.edition.registers.entries import ENTRIES, name_of
from editio.edition.texts.headings import called as names_of
from editio.edition.texts.titles import main_title
from editio.formats.site import types
from editio.formats.site.own_faces import described, faces, published
from editio.model.context import Files, Whole

STYLE = "site-colours.css"
# Numbers of a proof stand in the margin, of which a narrow page needs some.
PROOF = (
    ".text :is(.p, li, dd) { position: relative; }",
    ".text li .line-number { inset-inline-end: calc(100% + 2rem); }",
    ".pl { display: none; }",
    "@media (max-width: 46rem) { .text { padding-inline-start: 2.2rem; } }",
)


def around(edition: Edition) -> Iterator[etree._Element]:
    """Yield what pages have to know: `ed:look`, and an `ed:page` for each of the edition's own."""
    site = edition.project.settings.site
    styles = [*[f"assets/{STYLE}"] * bool(_style(site)), *filter(None, [site.css])]
    look = etree.Element(f"{{{ED}}}look", nsmap={"ed": ED})
    for name, value in (("logo", site.logo), ("icon", site.icon), ("styles", " ".join(styles))):
        if value:
            look.set(name, value)
    if site.proof:
        look.set("proof", "yes")
    if site.show is not None:
        look.set("show", " ".join(site.show))
    for name, words in (("home", site.home), ("footer", site.footer)):
        if words:
            article = blocks(words)
            settled(article, FILE, edition.project.pictures)
            etree.SubElement(look, f"{{{ED}}}{name}").extend(list(article))
    _lead(look, site.menu, _called(edition, site.menu))
    for href in [published(name) for name in site.faces] or types.first(site.type):
        etree.SubElement(look, f"{{{ED}}}face", href=href)
    if len(look) or look.attrib:
        yield look
    for name, title in titles(edition):
        yield etree.Element(f"{{{ED}}}page", id=name, title=title)


def _called(edition: Edition, menu: Iterable[Led]) -> dict[str, str]:
    """Return what texts are called, and entries of registers to which a menu leads, by page."""
    texts = edition.texts
    found = dict(zip((one.id for one in texts), names_of(texts), strict=True))
    led = {_page(one) for one in leaves(menu)}
    if any(one.startswith("register/") for one in led):
        for register in edition.registers:
            for entry in register.root.iter(*ENTRIES):
                if (page := f"register/{entry.get(XML_ID)}") in led:
                    found[page] = name_of(entry)
    return found


def _page(one: Led) -> str:
    """Return the page to which an entry of a menu leads, without its ending and the place there."""
    return parted(one.address)[0].removesuffix(".html")


def _lead(above: etree._Element, menu: Iterable[Led], called: Mapping[str, str]) -> None:
    """Add an `ed:entry` for each entry of the menu; that of a group holds those of its pages."""
    for one in menu:
        name = _page(one)
        title = one.title or called.get(name, "")
        entry = etree.SubElement(above, f"{{{ED}}}entry", title=title, address=one.address)
        if name in called:
            entry.set("text", "yes")
        _lead(entry, one.pages, called)


def titles(edition: Edition) -> list[tuple[str, str]]:
    """Return names and titles of the pages of the edition's own, by name."""
    written = [(one.name, one.title) for one in edition.project.own.pages]
    encoded = [(one.id, main_title(one.root, ROLE) or one.id) for one in edition.pages]
    return sorted(written + encoded)


def files(whole: Whole, pages: Iterable[tuple[str, bytes]]) -> Files:
    """Return the files of `site/`, fonts as WOFF2 for what these pages hold, and the style sheet
    of the settings.
    """
    project = whole.edition.project
    site = project.settings.site
    style = _style(site)
    found = {f"assets/{STYLE}": style.encode()} if style else {}
    found |= {one.name: one.data for one in site.assets if one.name not in site.faces}
    found |= types.files(site.type) | faces(whole, pages)
    for page in project.own.pages:
        found |= {one.name: one.data for one in page.media}
    for words in filter(None, (site.home, site.footer)):
        done = settled(blocks(words), FILE, project.pictures)
        found |= {one.name: one.data for one in done.media}
    return found


def _style(site: Site) -> str:
    """Return colours and faces as CSS, or nothing."""
    named = {"accent": site.accent, "paper": site.ground}
    lines = [f"  --{name}: light-dark({', '.join(pair)});" for name, pair in named.items() if pair]
    own = [described(one) for one in site.assets if one.name in site.faces]
    chosen = [*[family for family, _ in own[:1]], *[site.type] * (site.type in types.TYPES)]
    if chosen:
        families = ", ".join(f'"{one}"' for one in (*chosen, "Source Serif 4"))
        lines.append(f"  --serif: {families}, Georgia, serif;")
    rules = [*PROOF * site.proof, *(rule for _, rule in own), *types.rules(site.type)]
    root = [":root {", *lines, "}"] if lines else []
    return "".join(f"{one}\n" for one in (*rules, *root))
