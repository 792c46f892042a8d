"""Links that editors wrote in words of their own, and that lead to no page of the site (O028): in
pages in Markdown, in the menu, in the words at the foot of each page and at the head of the first.
"""

import posixpath
import re
from collections.abc import Collection, Iterator
from typing import NamedTuple
from urllib.parse import unquote

from lxml import etree

from editio.diagnostics import Diagnostic, diagnostic
from editio.edition.beside.links import PAGES, leading, spelled
from editio.edition.beside.markdown import blocks, titled
from editio.edition.config.led import outer
from editio.edition.config.settings import FILE, FORMATS, advice
from editio.edition.config.spots import spot_in
from editio.edition.images.pictures import Place, is_local
from editio.edition.project import SITE, Project
from editio.edition.reading import source
from editio.model.context import Whole


class Link(NamedTuple):
    """A link: its file, line and column there, its address as it is written and as it leads, the
    folder from which that counts.
    """

    file: str
    place: tuple[int, int]
    given: str
    href: str
    folder: str


def dead(whole: Whole, names: Collection[str]) -> Iterator[Diagnostic]:
    """Yield each link that leads to none of the files that are called so, nor to another format,
    which may be built at another time.
    """
    project = whole.source.project
    others = {*FORMATS} - {SITE}
    texts = {one.path: f"{one.id}.html" for one in whole.source.texts}
    for file, place, given, href, folder in _links(project):
        target = posixpath.normpath(posixpath.join(folder, re.split("[?#]", unquote(href))[0]))
        elsewhere = target.partition("/")[0] in others and target not in texts
        if target not in {*names, "."} and not elsewhere:
            pages = sorted(one for one in names if one.endswith(".html"))
            there = [posixpath.relpath(one, folder or ".") for one in pages]
            meant = advice(posixpath.relpath(target, folder or "."), there)
            known = meant if meant.startswith("Did") else ""
            if target in texts:
                known = f"Write “{posixpath.relpath(texts[target], folder or '.')}”."
            yield diagnostic("O028", file, *place, address=given, advice=known)


def _links(project: Project) -> Iterator[Link]:
    """Yield each local link."""
    media = Place(project.root, project.settings.media)
    for page in project.own.pages:
        words = source.words(project.root / page.file)
        for place, given, href in _spelled(words, titled(words, "")[1], page.file, media):
            yield Link(page.file, place, given, href, PAGES)
    site = project.settings.site
    for setting, words in (("home", site.home), ("footer", site.footer)):
        for _, given, href in _spelled(words, blocks(words), FILE, media):
            place = spot_in(project.root, "site", setting, given)
            yield Link(FILE, place, given, href, "")
    for href in outer(site.menu):
        if is_local(href):
            yield Link(FILE, spot_in(project.root, "site", "menu", href), href, href, "")


def _spelled(
    words: str, article: etree._Element, file: str, media: Place
) -> Iterator[tuple[tuple[int, int], str, str]]:
    """Yield of each local link in words its place there, its address as written and as it leads."""
    links = leading(article, file, media)
    places = spelled(words, (given for given, _ in links))
    for (_, href), (place, form) in zip(links, places, strict=True):
        if is_local(href):
            yield place, form, href
