"""Searches in the tree of a text, compiled once.

Turns an XPath into a function of an element; `tei:` is the namespace of the TEI.
"""

from collections.abc import Callable
from typing import Any, cast

from lxml import etree

from editio.edition.reading.source import TEI


def elements(path: str) -> Callable[[etree._Element], list[etree._Element]]:
    """Return a search for elements."""
    return cast("Callable[[etree._Element], list[etree._Element]]", _compiled(path))


def values(path: str) -> Callable[[etree._Element], list[str]]:
    """Return a search for attributes."""
    return cast("Callable[[etree._Element], list[str]]", _compiled(path))


def _compiled(path: str) -> Any:
    return etree.XPath(path, namespaces={"tei": TEI}, smart_strings=False)
