"""Links in words of the edition's own, in pages in Markdown, at the head of the first page and at
the foot of each, that lead to no page of the site, as far as that is known before it is built
(O028). What a build alone knows, such as the counted places of a text, formats/site/dead.py tells.
"""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple
from urllib.parse import quote, unquote, urlsplit

from editio.diagnostics import Diagnostic, diagnostic
from editio.edition.beside.called import PAGES, page_names, text_names
from editio.edition.beside.links import leading, spelled
from editio.edition.beside.markdown import blocks, parted, titled
from editio.edition.beside.sheets import FOLDER
from editio.edition.config.led import ALWAYS, REGISTERS, is_lost, is_published, leaves
from editio.edition.config.settings import FILE, advice
from editio.edition.config.spots import spot_in
from editio.edition.images.pictures import Place, is_local
from editio.edition.project import Project
from editio.edition.reading import source
from editio.edition.reading.files import seen
from editio.edition.texts.identify import CITED
from lxml import etree

_ID = re.compile(r"""\bxml:id\s*=\s*["']([^"'<>]+)["']""")
# Ids as `editio ids` gives them, and as some call a place by its element: p9, note2.
_CALLED = re.compile(f"({'|'.join({*CITED, *CITED.values()} - {'surface'})})[0-9]+")
_INCLUDED = "http://www.w3.org/2001/XInclude"
_ENTRY = re.compile(r"register/([^/]+)\.html")
_FILE = re.compile(r"\.(md|xml|tei)([?#]|$)")
_PAGE = re.compile(rf"{PAGES}/([^/]+)\.html")


class Link(NamedTuple):
    """A link: its file, line and column there, its address as it is written and as it leads, the
    folder from which that counts.
    """

    file: str
    place: tuple[int, int]
    given: str
    href: str
    folder: str

    @property
    def is_rooted(self) -> bool:
        """Whether it begins at the root of the server, where the site may not stand."""
        return is_rooted(self.href)

    @property
    def target(self) -> str:
        """Where it leads, from the root of the site, without a place there."""
        bare = unquote(self.href.partition("#")[0]).partition("?")[0]
        return posixpath.normpath(posixpath.join(self.folder, bare))

    @property
    def fragment(self) -> str:
        """The place there."""
        return unquote(self.href.partition("#")[2])

    def told(self, what: str, meant: str) -> Diagnostic:
        """O028: it leads to nothing of that kind."""
        known = "" if meant.startswith("There are") else meant
        facts = {"address": self.given, "what": what, "advice": known}
        return diagnostic("O028", self.file, *self.place, **facts)

    def nearest(self, pages: list[str]) -> str:
        """Return which of the pages may be meant, as it would be written, with the same place."""
        place = f"#{self.fragment}" * bool(self.fragment)
        there = [f"{self.written(one)}{place}" for one in pages]
        return advice(f"{self.written(self.target)}{place}", there)

    def written(self, page: str) -> str:
        """Return the address of a page as it is written from where the link stands."""
        return posixpath.relpath(page, self.folder or ".")


@dataclass(frozen=True)
class _Known:
    """What is known of a site before it is built, gathered when it is asked for."""

    project: Project

    @cached_property
    def texts(self) -> dict[str, str]:
        """Texts and registers as published, by each of their names."""
        project = self.project
        return text_names(project.root, (*project.registers, *project.texts), project.stems)

    @cached_property
    def names(self) -> set[str]:
        """Pages at the root."""
        return {*ALWAYS, *REGISTERS, *self.texts.values()}

    @cached_property
    def pages(self) -> set[str]:
        """Pages of the edition's own."""
        return {*page_names(self.project.root).values()}

    def by_file(self, meant: str) -> str:
        """Return advice that names a page of the edition's own by its file."""
        for file, name in page_names(self.project.root).items():
            meant = re.sub(rf"(?<=[“/]){re.escape(name)}\.html(?=[#”])", file, meant)
        return meant

    @cached_property
    def words(self) -> str:
        """All TEI, as it is written."""
        return "\n".join(source.words(path) for path in self.project.documents)

    @cached_property
    def ids(self) -> set[str]:
        """What in TEI has an id, of which entries have pages."""
        return {*_ID.findall(self.words)}

    @cached_property
    def is_plain(self) -> bool:
        """Whether places of texts are those that we give them: no stylesheet makes others, and no
        part of a text stands elsewhere.
        """
        sheets = self.project.own.stylesheets and seen(self.project.root / FOLDER, "*.xsl")
        return not sheets and _INCLUDED not in self.words

    @cached_property
    def encoded(self) -> set[str]:
        """Pages that are made of TEI."""
        own = self.pages - {one.name for one in self.project.own.pages}
        names = {*self.texts.values(), "about", *(f"{PAGES}/{name}" for name in own)}
        return {f"{name}.html" for name in names}

    def lacks(self, one: Link) -> bool:
        """Whether a page surely has no place of that name: one as an editor would call it. Places
        that are counted have the way to them in their names.
        """
        called = one.target in self.encoded and _CALLED.fullmatch(one.fragment)
        return bool(called and self.is_plain and one.fragment not in self.ids)

    def has(self, target: str) -> bool:
        """Whether a target may be there."""
        if target.startswith(f"{PAGES}/"):
            page = _PAGE.fullmatch(target)
            return bool(page and page[1] in self.pages)
        if entry := _ENTRY.fullmatch(target):
            return entry[1] in self.ids
        if target in self.texts or is_lost(target, self.names):
            return False
        return target == "." or is_published(target)

    def places(self, target: str) -> set[str]:
        """Return the places of a page in Markdown; of others they are not known."""
        name = target.removeprefix(f"{PAGES}/").removesuffix(".html")
        page = next((one for one in self.project.own.pages if one.name == name), None)
        if page is None or not target.startswith(f"{PAGES}/"):
            return set()
        ids = (one.get("id", "") for one in etree.fromstring(page.article).iter(etree.Element))
        return {"main", "top", *filter(None, ids)}

    def near(self, target: str) -> list[str]:
        """Return what may be meant by a target."""
        if target.startswith("tei/"):
            return sorted(f"tei/{name}.xml" for name in {*self.texts.values()})
        every = [f"{name}.html" for name in self.names if "/" not in name]
        every += [f"{PAGES}/{name}.html" for name in self.pages]
        every += [f"register/{name}.html" for name in self.ids if _ENTRY.fullmatch(target)]
        return sorted(every)


def astray(project: Project) -> Iterator[Diagnostic]:
    """Yield each link that leads to nothing, wherever that is known by now."""
    known = _Known(project)
    # That a page of the menu is not there is told with the settings (C015).
    menu = (one for one in of_menu(project)
            if one.is_rooted or _ENTRY.fullmatch(one.target) or known.has(one.target))  # fmt: skip
    for one in (*links(project), *menu):
        places = known.places(one.target) if one.fragment else set()
        if one.is_rooted:
            what = "page of the site: it begins at the root of the server"
            yield one.told(what, _from_here(one, known))
        elif not known.has(one.target):
            yield one.told("page of the site", _meant(one, known))
        elif known.lacks(one):
            yield one.told("place of that page", advice(one.fragment, sorted(known.ids)))
        elif places and one.fragment not in places and not one.fragment.startswith(":~:"):
            yield one.told("place of that page", advice(one.fragment, sorted(places)))


def _from_here(one: Link, known: _Known) -> str:
    """Return how an address from the root of the server may be written."""
    path = urlsplit(known.project.settings.address).path or "/"
    there = one._replace(href=one.href.removeprefix(path).lstrip("/") or "index.html", folder="")
    if known.has(there.target):
        place = f"#{there.fragment}" * bool(there.fragment)
        return f"Write “{one.written(there.target)}{place}”."
    return "Write it from here, or whole (https://…) where it is no page of the site."


def _meant(one: Link, known: _Known) -> str:
    """Return what may be meant: a text that is named by its file, TEI by its id, the nearest."""
    folder, texts = one.folder or ".", known.texts
    if one.target in texts:
        return f"Write “{posixpath.relpath(f'{texts[one.target]}.html', folder)}”."
    meant = one.nearest(known.near(one.target))
    if one.target.startswith("tei/") and texts and not meant.startswith("Did"):
        first = posixpath.relpath(f"tei/{[*texts.values()][-1]}.xml", folder)
        return f"Of TEI texts are published, by id: {first}."
    return known.by_file(meant) if _FILE.search(one.given) else meant


def links(project: Project) -> Iterator[Link]:
    """Yield each local link in words of the edition's own."""
    media = project.pictures
    for page in project.own.pages:
        words = source.words(project.root / page.file)
        for place, given, href in _spelled(
            words, titled(parted(words)[1], "")[1], page.file, media
        ):
            here = f"{quote(page.name)}.html" * href.startswith("#")
            yield Link(page.file, place, given, here + href, PAGES)
    site = project.settings.site
    for setting, words in (("home", site.home), ("footer", site.footer)):
        for _, given, href in _spelled(words, blocks(words), FILE, media):
            # At the foot of every page, a place of each is one of none in particular.
            if not (setting == "footer" and href.startswith("#")):
                place = spot_in(project.root, "site", setting, given)
                here = "index.html" * href.startswith("#")
                yield Link(FILE, place, given, here + href, "")


def _spelled(
    words: str, article: etree._Element, file: str, media: Place
) -> Iterator[tuple[tuple[int, int], str, str]]:
    """Yield of each local link in words its place there, its address as written and as it leads."""
    found = leading(article, file, media)
    places = spelled(words, (given for given, _ in found))
    for (_, href), (place, form) in zip(found, places, strict=True):
        if is_local(href) or is_rooted(href) or href[:1] == "#" != href:
            yield place, form, href


def of_menu(project: Project) -> Iterator[Link]:
    """Yield each link of the menu to a place or a page that has an address there."""
    for one in leaves(project.settings.site.menu):
        href = one.address
        if re.search("[./]", href) and (is_local(href) or is_rooted(href)):
            place = spot_in(project.root, "site", "menu", one.given)
            yield Link(FILE, place, one.given, href, "")


def is_rooted(href: str) -> bool:
    """Whether an address begins at the root of the server."""
    return bool(re.match(r"\s*/(?!/)", href))
