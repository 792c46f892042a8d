"""What a text is called, and the series that it says it stands in: read once, asked for often."""

from dataclasses import dataclass

from editio.edition.reading.noted import Noted
from editio.edition.reading.source import ROLE, Document
from editio.edition.texts.titles import main_title, series_titles


@dataclass(frozen=True)
class Heading:
    """The title of a text, empty where it has none, and those of its series."""

    title: str
    series: tuple[str, ...]


def _heading(document: Document) -> Heading:
    root = document.root
    return Heading(main_title(root, ROLE), series_titles(root, ROLE))


# The titles of a text.
heading = Noted(_heading)
