"""What an edition brings beside its TEI: words (labels/), pages (pages/), stylesheets (xslt/), and
how it is cited (citation.csl).

Turns the folders into a frozen value that travels with each text, so that what is rendered with it
is kept by what it says. What cannot be used is told with its place.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from editio.diagnostics import Diagnostic, diagnostic
from editio.edition.beside import style, wording
from editio.edition.beside.called import PAGES, top
from editio.edition.beside.extension import NAMES, is_about_ours, is_ours, stylesheets
from editio.edition.beside.links import addresses, settled, spelled
from editio.edition.beside.markdown import (
    NoTextError,
    blocks,
    is_empty,
    parted,
    readable,
    titled,
    typed,
)
from editio.edition.beside.raw import instead, tag_name
from editio.edition.beside.sheets import FOLDER, including
from editio.edition.config.configuration import Settings
from editio.edition.config.settings import FILE, advice
from editio.edition.config.site import Site
from editio.edition.config.spots import spot_in
from editio.edition.images.media import Media
from editio.edition.images.pictures import Place
from editio.edition.names import is_device, key, of_page, published
from editio.edition.reading import source
from editio.edition.reading.files import UnreadableError, content, is_tei_name, seen
from editio.edition.reading.source import TEI
from lxml import etree

CITATION = "citation.csl"
_FRONT = (
    "The order of pages is that of “menu” in [site]; a page in another language is written in TEI. "
    "Take the other lines out."
)
_ONE_TITLE = "Take one of the two out."
_EMPTY = "Write it, or take the file out of pages/."
# As many stylesheets are no workshop of somebody else's.
_FEW = 3


@dataclass(frozen=True)
class Page:
    """A page in Markdown: its name, its title, its blocks as XHTML, what is taken along with it."""

    name: str
    title: str
    article: str
    media: tuple[Media, ...] = field(default=(), repr=False)
    file: str = ""


@dataclass(frozen=True)
class Own:
    """The words of the edition's own, as XML of `ed:labels`, a file each; its pages."""

    labels: tuple[str, ...] = ()
    pages: tuple[Page, ...] = ()
    # Names of stylesheets, and what is compiled in their place.
    stylesheets: tuple[tuple[str, str], ...] = ()
    # How citations are written: a style of the Citation Style Language.
    citation: str = ""

    @property
    def rendering(self) -> "Own":
        """What texts are rendered with."""
        return replace(self, pages=())


NOTHING = Own()


def own(root: Path, settings: Settings, sure: bool = True) -> tuple[Own, list[Diagnostic]]:
    """Read what is beside the TEI. Where it is not `sure` that the folder is one of editio, having
    no edition.toml, files that say nothing of editio are somebody else's.
    """
    rules, found = stylesheets(root, dict(settings.behaviours), sure)
    place = Place(root, settings.media)
    labels = tuple(_labels(root, found, sure))
    found += _unused(root / FOLDER, sure)
    pages = tuple(_pages(place, found))
    found += _called_alike(root, pages)
    found += _elsewhere(place, settings.site)
    return Own(labels, pages, rules, _citation(root / CITATION, found)), found


def _citation(file: Path, found: list[Diagnostic]) -> str:
    """Return the style of citations of the edition's own, if it has one that can be used."""
    if not source.exists(file):
        return ""
    try:
        read = source.marked(content(file), CITATION)
    except UnreadableError as error:
        found.append(diagnostic("C012", CITATION, reason=str(error)))
        return ""
    if isinstance(read, list):
        first = read[0]
        reason = first.message
        found.append(diagnostic("C012", CITATION, first.line, first.column, reason=reason))
        return ""
    reason, place = style.fault(read)
    if reason:
        line, _, column = (place or "1:1").partition(":")
        found.append(diagnostic("C012", CITATION, int(line), int(column), reason=reason))
        return ""
    return style.plain(read)


def _labels(root: Path, found: list[Diagnostic], sure: bool) -> Iterator[str]:
    for path in wording.files(root):
        if sure or is_about_ours(path, wording.EDITIO):
            name = path.relative_to(root).as_posix()
            read = wording.read(path, name)
            if isinstance(read, list):
                found += read
            else:
                yield wording.plain(read)


def _pages(place: Place, found: list[Diagnostic]) -> Iterator[Page]:
    for path in seen(place.root / PAGES, "*.md"):
        name = path.relative_to(place.root).as_posix()
        try:
            words = readable(_inside(path, place.root))
        except UnreadableError as error:
            found.append(diagnostic("C012", name, reason=str(error)))
            continue
        except NoTextError as error:
            found.append(diagnostic("C012", name, *error.place, reason=error.reason))
            continue
        is_blank = is_empty(words)
        given, words = parted(words)
        title, article = titled(words, path.stem, given.get("title", ""))
        found += _unread(name, given, title)
        if is_blank:
            found.append(_not_used(name, "page", "nothing stands in it", _EMPTY))
            continue
        done = settled(article, name, place)
        found += _tags(name, typed(words, noted=True))
        amiss = list(addresses(done))
        places = spelled(words, (one.address for one in amiss))
        for one, (at, _) in zip(amiss, places, strict=True):
            found.append(diagnostic(one.code, name, *at, **one.facts))
        article_xml = etree.tostring(article, encoding="unicode")
        called = of_page(path.stem)
        if is_device(path.stem):
            found.append(diagnostic("P021", name, 1, 1, given=path.stem, name=called))
        yield Page(called, title, article_xml, tuple(done.media), name)


def _unread(name: str, given: Mapping[str, str], title: str) -> Iterator[Diagnostic]:
    """Tell what stands in front of a page in Markdown and is not read."""
    left = [key for key, value in given.items() if key != "title" or not value]
    if left:
        reason = f"a page takes nothing from it but “title”, and not {', '.join(left)}"
        yield _not_used(name, "front matter", reason, _FRONT)
    if (given.get("title") or title) != title:
        yield _not_used(name, "title", f"the page opens with another one, “{title}”", _ONE_TITLE)


def _tags(name: str, left: Iterable[tuple[str, int, int]]) -> Iterator[Diagnostic]:
    """C030: tags of HTML stand as they are typed; of several of one name the first is told."""
    told: set[str] = set()
    for tag, *at in left:
        called = tag_name(tag)
        if called not in told:
            yield diagnostic("C030", name, *at, tag=tag, advice=instead(tag))
        told.add(called)


def _not_used(name: str, what: str, reason: str, advice: str) -> Diagnostic:
    return diagnostic("C022", name, 1, 1, what=what, reason=reason, also="", advice=advice)


def _inside(path: Path, root: Path) -> bytes:
    """Return what is in a file; UnreadableError where a link leads out of the edition's folder."""
    data = content(path)
    if not path.resolve().is_relative_to(root.resolve()):
        raise UnreadableError("it is a link that leads out of the folder of the edition")
    return data


def _elsewhere(place: Place, site: Site) -> Iterator[Diagnostic]:
    """Tell which pictures of words in edition.toml cannot be shown."""
    for setting, words in (("home", site.home), ("footer", site.footer)):
        for one in addresses(settled(blocks(words), FILE, place)) if words else ():
            at = spot_in(place.root, "site", setting, one.address)
            yield diagnostic(one.code, FILE, *at, **one.facts)
        tags = (one for one, *_ in typed(words))
        yield from _tags(FILE, ((one, *spot_in(place.root, "site", setting, one)) for one in tags))


def encoded_pages(root: Path, sure: bool) -> tuple[Path, ...]:
    """Return the pages in TEI; where it is not `sure` that they are ours, those that are TEI."""
    files = [path for path in seen(root / PAGES, "*") if is_tei_name(path.name)]
    return tuple(path for path in files if sure or top(path)[0] == f"{{{TEI}}}TEI")


def _called_alike(root: Path, pages: Iterable[Page]) -> Iterator[Diagnostic]:
    """C017: no two pages have one name, nor names that some systems take for one."""
    first: dict[str, str] = {}
    named = [(one.name, one.file) for one in pages]
    for path in encoded_pages(root, False):
        named.append((published(top(path)[1], path.stem), path.relative_to(root).as_posix()))
    for name, file in named:
        other = first.setdefault(key(name), file)
        if other != file:
            yield diagnostic("C017", file, 1, 1, name=name, other=other)


def _unused(folder: Path, sure: bool) -> Iterator[Diagnostic]:
    """Tell stylesheets that stand for none of ours, and that none of these includes. Many, none of
    which has to do with editio, are somebody else's, but for those that are called much as ours.
    """
    files = {path.relative_to(folder).as_posix(): path for path in seen(folder, "**/*.xsl")}
    used = [f"{name}.xsl" for name in NAMES if f"{name}.xsl" in files]
    if any(is_ours(files[name]) for name in used):
        return
    for name in used:  # grows while it is gone through
        used += [one for one in including(folder, files[name]) if one in files and one not in used]
    are_few = len(files) <= _FEW
    are_meant = sure and (are_few or any(map(is_about_ours, files.values())))
    for name in sorted(files.keys() - set(used)):
        told = advice(Path(name).stem, NAMES)
        is_near = sure and told.startswith("Did you")
        if are_meant or is_near or is_about_ours(files[name]):
            yield diagnostic("C019", f"{FOLDER}/{name}", advice=told)
