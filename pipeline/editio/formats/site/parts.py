"""Texts that are divided into several pages (xslt/site/parts.xsl): where their places are now, and
links of other pages that lead to a place at once.

An address of a place is that of the first page with the place's id, whether the text is divided or
not: `ID.html#p7`. The first page sends on who comes by it; pages of the site spare readers the way.
"""

import json
import re
from collections.abc import Mapping
from html import unescape
from typing import Any
from urllib.parse import unquote

from lxml import etree

from editio.model.context import Files

_PLACES = "-places.js"
_LINK = re.compile(rb'href="((?:\.\./)*)([^"#/:]+?)(-diplomatic)?\.html#([^"]+)"')
_PART = re.compile(r"-part-(\d+)(?:-\w+)?\.html")

# Text -> place -> number of the page that has it; the first one is not told.
Places = Mapping[str, Mapping[str, str]]


def opened(page: bytes) -> Any:
    """Return a page as a tree."""
    # Without the classes that lxml.html has for elements, which are asked for each of them.
    return etree.fromstring(page, etree.HTMLParser(encoding="utf-8", huge_tree=True))


def places(pages: Mapping[str, bytes]) -> Places:
    """Return where the places of divided texts are."""
    return {
        path.removesuffix(_PLACES): {
            place: number for number, some in _told(pages[path]).items() for place in some
        }
        for path in pages
        if path.endswith(_PLACES)
    }


def _told(script: bytes) -> dict[str, list[str]]:
    found: dict[str, list[str]] = json.loads(script.decode().partition("(")[2].rpartition(")")[0])
    return found


def led(pages: Files, known: Places) -> Files:
    """Return pages whose links lead to where the places of divided texts are."""
    if not known:
        return pages

    def link(found: re.Match[bytes]) -> bytes:
        up, name, view, place = found.groups(b"")
        by_place = known.get(unquote(unescape(name.decode())), {})
        number = by_place.get(unquote(unescape(place.decode())), "")
        part = f"-part-{number}".encode() if number else b""
        return b'href="%b%b%b%b.html#%b"' % (up, name, part, view, place)

    return {
        path: _LINK.sub(link, page) if path.endswith(".html") else page
        for path, page in pages.items()
    }


def whole(pages: Mapping[str, bytes], name: str) -> bytes:
    """Return the page that has the whole reading text."""
    return pages.get(f"{name}-whole.html") or pages.get(f"{name}.html", b"")


def views(pages: Mapping[str, bytes], text: str) -> list[bytes]:
    """Return the pages on which the diplomatic or the reading text of one text stands, in order.

    The names of all pages of a text begin with that of its first, which is the shortest.
    """
    first = min((path for path in pages if path.endswith(".html")), key=len, default="")
    ending = "-diplomatic" if text == "diplomatic" else ""
    shown = re.compile(rf"{re.escape(first.removesuffix('.html'))}(-part-\d+)?{ending}\.html")
    return [pages[path] for path in sorted(filter(shown.fullmatch, pages), key=_number)]


def _number(path: str) -> int:
    found = _PART.search(path)
    return int(found[1]) if found else 1
