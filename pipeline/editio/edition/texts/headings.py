"""What a text is called, and the series that it says it stands in: read once, asked for often."""

from dataclasses import dataclass
from functools import lru_cache

from editio.edition.reading.source import ROLE, Document
from editio.edition.reading.trees import TREES
from editio.edition.texts.titles import main_title, series_titles


@dataclass(frozen=True)
class Heading:
    """The title of a text, empty where it has none, and those of its series."""

    title: str
    series: tuple[str, ...]


def heading(document: Document) -> Heading:
    """Return the titles of a text."""
    return _heading(document.before, document.stamped)


@lru_cache(maxsize=2**16)
def _heading(before: str, stamped: bytes) -> Heading:
    root = TREES.tree(before, stamped)
    return Heading(main_title(root, ROLE), series_titles(root, ROLE))
