"""Words in Markdown to XHTML, for pages and settings. What HTML in them means, raw.py says.

Lists of definitions are read everywhere, footnotes on pages alone, where headings have ids as well,
as many programs make them of their words: words of a setting are on many pages, where notes and ids
would have no place. Notes come as the plug-in makes them, behind the words.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from editio.diagnostics.origins import line_and_column
from editio.edition.beside import raw
from editio.edition.blanks import NO_XML
from editio.edition.reading.addresses import REFUSED, scheme
from lxml import etree


@dataclass
class NoTextError(Exception):
    """Bytes that are no text for a page; its words are the reason."""

    reason: str
    place: tuple[int, int]


def readable(data: bytes) -> str:
    """Return the words of a file. Raises NoTextError."""
    try:
        words = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        place = line_and_column(before, len(before))
        raise NoTextError("bytes that are not UTF-8; save it as UTF-8", place) from error
    if found := NO_XML.search(words):
        reason = f"U+{ord(found[0]):04X} is not a character of a text"
        raise NoTextError(reason, line_and_column(words, found.start()))
    return words


# What other programs take from the head of a page, in YAML, between two lines of three hyphens.
_MATTER = re.compile(
    r"\A---[ \t]*\r?\n((?=[\w-]+[ \t]*:)(?:(?:[\w-]+[ \t]*:|[ \t]|-|#).*\n|\r?\n)*?)"
    r"(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)"
)
_KEY = re.compile(r"(?m)^([\w-]+)[ \t]*:[ \t]*(.*?)[ \t]*$")


def parted(words: str) -> tuple[dict[str, str], str]:
    """Return what stands in front of a page, by its keys, and the page; its lines stay the same."""
    found = _MATTER.match(words)
    said = dict(_KEY.findall(found[1])) if found else {}
    if not found or not said:
        return {}, words
    # What goes on over several lines is not read.
    plain = {
        key: re.sub(r"""^(["'])(.*)\1$|^[|>][+-]?$""", r"\2", value) for key, value in said.items()
    }
    return plain, "\n" * found[0].count("\n") + words[found.end() :]


_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@cache
def _reader(noted: bool) -> Any:
    from markdown_it import MarkdownIt  # noqa: PLC0415  # most editions have no Markdown
    from mdit_py_plugins.anchors import anchors_plugin  # noqa: PLC0415
    from mdit_py_plugins.deflist import deflist_plugin  # noqa: PLC0415
    from mdit_py_plugins.footnote import footnote_plugin  # noqa: PLC0415

    plain: Any = MarkdownIt("commonmark", {"html": True, "xhtmlOut": True}).use(deflist_plugin)
    plain.validateLink = lambda _: True  # _withhold looks at all
    if not noted:
        return raw.added(plain.enable(["table", "strikethrough"]))
    plain = raw.added(plain.enable(["table", "strikethrough"]).use(footnote_plugin))
    return plain.use(anchors_plugin, max_level=6)


def blocks(words: str) -> etree._Element:
    """Return the blocks of words for a page with a title, in an `article` without a namespace."""
    article = _blocks(words)
    _rank(article.iter(*_HEADINGS))
    return article


def _rank(headings: Iterable[etree._Element]) -> None:
    """Put headings of the first rank, and those below them, a rank lower: a page has one title."""
    lower = 0
    for one in headings:
        lower |= one.tag == "h1"
        one.tag = f"h{min(int(one.tag[1]) + lower, 6)}"


def _blocks(words: str, noted: bool = False) -> etree._Element:
    seen: dict[str, Any] = {}
    made = _reader(noted).render(words, seen)
    notes = seen.get("footnotes", {}).get("refs", {})
    if uncalled := [label[1:] for label, call in notes.items() if call < 0]:
        # A note that nothing calls would be nowhere: it stands as it is typed.
        typed = "|".join(map(re.escape, uncalled))
        return _blocks(re.sub(rf"(?m)^( {{0,3}})(?=\[\^(?:{typed})\]:)", r"\1\\", words), noted)
    article = etree.fromstring(f"<article>{made}</article>")
    _withhold(article)
    return article


# Of pictures that an address holds, those that are published.
_HELD = re.compile(r"\s*data:image/(gif|png|jpeg|webp);", re.IGNORECASE)


def _withhold(article: etree._Element) -> None:
    """Make `withheld` of links and pictures whose address may not be followed, with it and, of a
    picture, with its description.
    """
    for one in list(article.iter("a", "img")):
        address = one.get("href", one.get("src", ""))
        is_picture = one.tag == "img"
        if scheme(address) in REFUSED and not (is_picture and _HELD.match(address)):
            one.text = one.get("alt", "") if is_picture else one.text
            one.tag = "withheld"
            one.attrib.clear()
            one.set("picture" if is_picture else "link", address)


def typed(words: str, noted: bool = False) -> Iterator[tuple[str, int, int]]:
    """Yield each tag of HTML that stands as it is typed, with its line and column."""
    if "<" not in words:
        return
    seen: dict[str, Any] = {}
    _reader(noted).render(words, seen)
    yield from raw.placed(words, seen["tags"])


@lru_cache(maxsize=256)
def is_empty(words: str) -> bool:
    """Whether a page has neither words nor a picture."""
    if NO_XML.search(words):  # told by itself
        return False
    article = _blocks(parted(words)[1], noted=True)
    return not article.xpath("normalize-space()") and article.find(".//img") is None


def heading_ids(article: str) -> list[str]:
    """Return the ids of the headings of a page, which its words make."""
    return [one.get("id", "") for one in etree.fromstring(article).iter(*_HEADINGS)]


def titled(words: str, usual: str, given: str = "") -> tuple[str, etree._Element]:
    """Return the title of a text and its blocks: the heading that opens it, the title that is
    given, its first heading, or the usual one. The heading that opens it is alone of the first
    rank.
    """
    article = _blocks(words, noted=True)
    heading = article.find("h1")
    title = str(heading.xpath("normalize-space()")) if heading is not None else ""
    opens = heading is not None and heading.getprevious() is None
    _rank(one for one in article.iter(*_HEADINGS) if not opens or one is not heading)
    return (title if opens else "") or given or title or usual, article
