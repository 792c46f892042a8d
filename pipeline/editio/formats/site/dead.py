"""Links that editors wrote in words of their own, and that lead to no page of the site (O028): in
pages in Markdown, in the menu, in the words at the foot of each page and at the head of the first.
"""

import posixpath
import re
from collections.abc import Collection, Iterator
from urllib.parse import unquote

from lxml import etree

from editio.diagnostics import Diagnostic, diagnostic
from editio.edition import source
from editio.edition.configuration import FORMATS
from editio.edition.led import outer
from editio.edition.links import PAGES, settled, written
from editio.edition.markdown import blocks
from editio.edition.pictures import Place, is_local
from editio.edition.project import SITE, Project
from editio.edition.settings import FILE, advice
from editio.edition.spots import spot_in
from editio.model.context import Whole


def dead(whole: Whole, names: Collection[str]) -> Iterator[Diagnostic]:
    """Yield each link that leads to none of the files that are called so, nor to another format,
    which may be built at another time.
    """
    project = whole.source.project
    others = {*FORMATS} - {SITE}
    for file, place, href, folder in _links(project):
        target = posixpath.normpath(posixpath.join(folder, re.split("[?#]", unquote(href))[0]))
        if target not in {*names, "."} and target.partition("/")[0] not in others:
            meant = advice(target, sorted(one for one in names if one.endswith(".html")))
            known = meant if meant.startswith("Did") else ""
            yield diagnostic("O028", file, *place, address=href, advice=known)


def _links(project: Project) -> Iterator[tuple[str, tuple[int, int], str, str]]:
    """Yield file, place, address and the folder from which it counts, of each local link."""
    for page in project.own.pages:
        words = source.words(project.root / page.file)
        for href in _hrefs(etree.fromstring(page.article)):
            yield page.file, written(words, href), href, PAGES
    site = project.settings.site
    for setting, words in (("home", site.home), ("footer", site.footer)):
        article = blocks(words)
        settled(article, FILE, Place(project.root, project.settings.media))
        for href in _hrefs(article):
            yield FILE, spot_in(project.root, "site", setting, href), href, ""
    for href in outer(site.menu):
        if is_local(href):
            yield FILE, spot_in(project.root, "site", "menu", href), href, ""


def _hrefs(article: etree._Element) -> Iterator[str]:
    yield from (href for one in article.iter("a") if is_local(href := one.get("href", "")))
