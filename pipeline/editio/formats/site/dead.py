"""Links that editors wrote in words of their own, and that lead to no page of the site or to no
place of one (O028): in pages in Markdown, in the menu, in the words at the foot of each page and at
the head of the first.
"""

import posixpath
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from urllib.parse import quote, unquote

from lxml import etree

from editio.diagnostics import Diagnostic, diagnostic
from editio.edition.beside.called import PAGES
from editio.edition.beside.links import leading, spelled
from editio.edition.beside.markdown import blocks, titled
from editio.edition.config.led import outer
from editio.edition.config.settings import FILE, FORMATS, advice
from editio.edition.config.spots import spot_in
from editio.edition.images.pictures import Place, is_local
from editio.edition.project import SITE, Project
from editio.edition.reading import source
from editio.formats.site.parts import opened, places
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


def dead(whole: Whole, files: Mapping[str, bytes]) -> Iterator[Diagnostic]:
    """Yield each link that leads to none of the files of the site, or to no place of one, nor to
    another format, which may be built at another time: of TEI that which is published, which is not
    that of the folder tei/ of the edition.
    """
    project = whole.edition.project
    others = {*FORMATS} - {SITE}
    corpus = {
        f"tei/{name}.xml" for name in ("corpus", "cmif", *(t.id for t in whole.edition.texts))
    }
    names = {*whole.parts, *files}
    texts = {one.path: f"{one.id}.html" for one in whole.edition.texts}
    for file, place, given, href, folder in _links(project):
        bare, _, fragment = map(unquote, href.partition("#"))
        target = posixpath.normpath(posixpath.join(folder, bare.partition("?")[0]))
        elsewhere = target.partition("/")[0] in others and target not in texts
        if target.startswith("tei/") and target.endswith(".xml"):
            elsewhere = elsewhere and target in corpus
        if target in names and target.endswith(".html") and fragment:
            ids = _ids(whole, files, target)
            if fragment not in ids and fragment != "top" and not fragment.startswith(":~:"):
                meant = advice(fragment, sorted(ids))
                known = meant if meant.startswith("Did") else ""
                yield _told(file, place, given, "place of that page", known)
        elif target not in {*names, "."} and not elsewhere:
            pages = sorted(one for one in names if one.endswith(".html"))
            there = [posixpath.relpath(one, folder or ".") for one in pages]
            meant = advice(posixpath.relpath(target, folder or "."), there)
            known = meant if meant.startswith("Did") else ""
            if target.startswith("tei/") and not known:
                one = posixpath.relpath(f"tei/{whole.edition.texts[0].id}.xml", folder or ".")
                known = f"Of TEI texts are published, by id: {one}."
            if target in texts:
                known = f"Write “{posixpath.relpath(texts[target], folder or '.')}”."
            yield _told(file, place, given, "page of the site", known)


def _told(file: str, place: tuple[int, int], given: str, what: str, meant: str) -> Diagnostic:
    return diagnostic("O028", file, *place, address=given, what=what, advice=meant)


def _ids(whole: Whole, files: Mapping[str, bytes], page: str) -> set[str]:
    """Return the ids of a page; of the first of a divided text also those that it sends on."""
    data = files.get(page) or whole.parts.get(page, b"")
    divided = f"{page.removesuffix('.html')}-places.js"
    sent = places({divided: whole.parts[divided]}) if divided in whole.parts else {}
    return {str(one) for one in opened(data).xpath("//@id")} | {
        place for known in sent.values() for place in known
    }


def _links(project: Project) -> Iterator[Link]:
    """Yield each local link."""
    media = Place(project.root, project.settings.media)
    for page in project.own.pages:
        words = source.words(project.root / page.file)
        for place, given, href in _spelled(words, titled(words, "")[1], page.file, media):
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
        if is_local(href) or href[:1] == "#" != href:
            yield place, form, href
