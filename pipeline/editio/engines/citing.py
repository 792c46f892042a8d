"""The citation processor: a style of the Citation Style Language, and what it makes of an item.

Turns an item as citation processors take it into a line. Whose style it is, and what is cited, is
said by others.
"""

import re
import warnings
from functools import cache, lru_cache
from io import BytesIO
from typing import Any

import citeproc
from citeproc import CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc import formatter as formatters
from citeproc.model import CitationStylesElement
from citeproc.source.json import CiteProcJSON

# A sentence that ends before its quotation mark, and again after it: “Is it dear?”.
_TWICE = re.compile(r"(?<=[.!?…])([”“’»«\"])\.(?=\s|$)")
_SHAPES = {"plain": formatters.plain, "html": formatters.html}


def style(source: str, locale: str) -> CitationStylesStyle:
    """Return a style, from a file or as XML, with the words of a locale."""
    _remember()
    file = BytesIO(source.encode()) if source.lstrip().startswith("<") else source
    return CitationStylesStyle(file, locale, validate=False)


def line(item: dict[str, Any], by: CitationStylesStyle, markup: str = "plain") -> str:
    """Return an item as the style wants it, as plain text or as HTML."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of fields that the processor does not know
        bibliography = CitationStylesBibliography(by, CiteProcJSON([item]), _SHAPES[markup])
        bibliography.register(citeproc.Citation([CitationItem(item["id"])]))
        made = bibliography.bibliography()
    return _TWICE.sub(r"\1", str(made[0])) if made else ""


def known() -> frozenset[str]:
    """Return the elements of a style that the processor knows, by their names."""
    classes = CitationStylesElement.__subclasses__()
    return frozenset(one.__name__.replace("_", "-").lower() for one in classes)


@cache
def _remember() -> None:
    """Have what the processor finds in styles remembered: it searches them some fifty times a
    citation, always alike, and never changes them. Done once, for all locales.
    """
    search: Any = CitationStylesElement.xpath_search
    CitationStylesElement.xpath_search = lru_cache(maxsize=65536)(search)
