"""Links and pictures of words in Markdown, made to lead where they mean on the site.

Turns the blocks of a page, or of words in edition.toml, into the same with addresses that hold: a
link to a page as it is written leads to the page as it is published, a picture that lies in the
folder is taken along, one of another server is linked and not shown, unless edition.toml names the
server, as for pictures of the texts. Of what leads nowhere, or may not be followed, the words stay.
"""

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote, unquote

from editio.diagnostics.origins import line_and_column
from editio.edition.beside.called import PAGES, page_names
from editio.edition.config.site import FOLDER
from editio.edition.images.media import Media, NoMediaError, linked, media
from editio.edition.images.pictures import (
    Place,
    content_of,
    find,
    is_allowed,
    is_local,
    is_remote,
)
from editio.edition.names import page
from editio.edition.reading.addresses import names_no_server, scheme
from editio.edition.reading.files import UnreadableError, host
from lxml import etree

# What is code or a comment in Markdown, and no link.
_CODE = re.compile(
    r"<!--.*?-->|^(```|~~~).*?^\1|(`+)(?!`).*?(?<!`)\2(?!`)", re.DOTALL | re.MULTILINE
)
# Files that are pages, and no files to be taken along.
_PAGE = re.compile(r"\.(xml|tei|md|html?|odd|xsl)$", re.I)
_OWN = re.compile(rf"^{PAGES}/([^/]+)\.(md|xml|tei|html)$")


@dataclass(frozen=True)
class Amiss:
    """What is amiss with an address: a code and the facts of the case."""

    address: str
    code: str
    facts: dict[str, str]


@dataclass(frozen=True)
class Settled:
    """Files that are taken along, and what is amiss."""

    media: list[Media] = field(default_factory=list)
    amiss: list[Amiss] = field(default_factory=list)


def leading(article: etree._Element, file: str, place: Place) -> list[tuple[str, str]]:
    """Settle the links of blocks; return of each the address as it is written, and as it leads."""
    links = [(one.get("href", ""), one) for one in article.iter("a")]
    settled(article, file, place)
    return [(written, one.get("href", "")) for written, one in links]


def settled(article: etree._Element, file: str, place: Place) -> Settled:
    """Settle the links and pictures of blocks that are written in `file`, in their place."""
    done = Settled()
    for one in list(article.iter("img", "withheld")):
        if one.tag == "img":
            _picture(one, file, place, done)
        else:
            done.amiss.append(_refused(one))
    etree.strip_tags(article, "withheld")
    links = [one for one in article.iter("a") if is_local(one.get("href", ""))]
    pages = page_names(place.root) if links else {}
    for one in links:
        _link(one, file, place, done, pages)
    return done


def _refused(one: etree._Element) -> Amiss:
    """Tell of a link or picture whose address runs, holds or opens something."""
    if address := one.get("picture", ""):
        reason = f"a “{scheme(address)}:” address is not published"
        return Amiss(address, "P031", {"name": address, "reason": reason})
    address = one.get("link", "")
    facts = {"address": address, "what": "address that is published", "advice": _FOLLOWED}
    return Amiss(address, "O028", facts)


_FOLLOWED = "Give one that begins with https:, http:, mailto:, doi: or urn:, or a relative one."


def _picture(one: etree._Element, file: str, place: Place, done: Settled) -> None:
    address = one.get("src", "")
    if names_no_server(address):
        facts = {"name": address, "reason": "it names no server"}
        _described(one, Amiss(address, "P031", facts), done)
        return
    if is_remote(address):
        one.set("loading", "lazy")
        one.set("referrerpolicy", "no-referrer")
        if not is_allowed(address, place):
            done.amiss.append(Amiss(address, "P025", {"host": host(address), "times": ""}))
            _linked(one, address)
        return
    if not is_local(address) or _whole(file, address).startswith(f"{FOLDER}/"):
        return
    found = find(address, file, place)
    if not found.path:
        _described(one, Amiss(address, found.code, found.facts), done)
        return
    if found.code:
        done.amiss.append(Amiss(address, found.code, found.facts))
    try:
        _taken(one, "src", _shown(found.path, address), file, done)
    except (NoMediaError, UnreadableError) as error:
        facts = {"name": address, "reason": str(error)}
        _described(one, Amiss(address, "P032", facts), done)


def _described(one: etree._Element, amiss: Amiss, done: Settled) -> None:
    """Leave of a picture that cannot be shown its description, and tell of it."""
    done.amiss.append(amiss)
    one.text = one.get("alt")
    one.tag = "withheld"


def _linked(one: etree._Element, address: str) -> None:
    """Make a link of a picture, of its description in words."""
    words = one.get("alt") or address
    one.tag = "a"
    one.attrib.clear()
    one.set("href", address)
    one.text = words


def _link(
    one: etree._Element, file: str, place: Place, done: Settled, pages: Mapping[str, str]
) -> None:
    address = one.get("href", "")
    bare = re.split("[?#]", address)[0]
    whole = _whole(file, bare)
    own = _OWN.match(whole)
    named = page(whole, pages) or (own[1] if own else "")
    if own and (own[2] != "html" or named != own[1]):
        name = f"{PAGES}/{quote(named)}.html"
        one.set("href", f"{_up(file)}{name}{address[len(bare) :]}")
    elif not whole.startswith(f"{FOLDER}/") and not _PAGE.search(bare):
        found = find(bare, file, place)
        if found.path:
            _taken(one, "href", _carried(found.path, bare), file, done)


def _taken(one: etree._Element, name: str, taken: Media, file: str, done: Settled) -> None:
    done.media.append(taken)
    one.set(name, _up(file) + taken.name)
    if name == "src" and taken.width and taken.height:
        one.set("width", str(taken.width))
        one.set("height", str(taken.height))


def _whole(file: str, address: str) -> str:
    """Return a relative address as it is from the root of the edition."""
    bare = re.split("[?#]", unquote(address))[0]
    return posixpath.normpath(posixpath.join(posixpath.dirname(file), bare))


def _up(file: str) -> str:
    """Return the way from a page, as it is published, to the root."""
    return "../" * file.count("/")


def _shown(path: Path, address: str) -> Media:
    return _media(path, address, _state(path))


def _carried(path: Path, address: str) -> Media:
    return linked(content_of(path), address)


def _state(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_mtime_ns, found.st_size


@lru_cache(maxsize=64)
def _media(path: Path, address: str, _changed: tuple[int, int]) -> Media:
    """Look at a picture once while it stays as it is: drafts ask for it twice a second."""
    return media(content_of(path), address)


def spelled(words: str, addresses: Iterable[str]) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield line and column of each address in the words that hold it, and its form there; those
    that are alike are met one after the other.
    """
    plain = _CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), words)
    before: Counter[str] = Counter()
    for address in addresses:
        forms = "|".join(re.escape(form) for form in dict.fromkeys((address, unquote(address))))
        found = list(re.finditer(rf"(?:\]\(\s*<?|\]:\s*<?)({forms})(?![^\s)>])", plain))
        found = found or list(re.finditer(f"({forms})", plain))
        at = found[min(before[address], len(found) - 1)] if found else None
        before[address] += 1
        yield (line_and_column(words, at.start(1)), at[1]) if at else ((1, 1), unquote(address))


def addresses(found: Settled) -> Iterator[Amiss]:
    """Yield what is amiss; of a server whose pictures are not shown, the first."""
    told: set[str] = set()
    for one in found.amiss:
        server = one.facts.get("host", "")
        if not server or server not in told:
            yield one
        told.add(server)
