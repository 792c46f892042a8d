"""Where in the file something stands: an element, an attribute.

Turns the lines of a Document into places that a tree has forgotten; line and column from 1.
"""

import re
from functools import lru_cache

from lxml import etree

from editio.edition.reading.source import Document
from editio.edition.reading.tokens import Place

_LONGEST = 4_000  # characters of a tag, as a rule


@lru_cache(maxsize=512)
def _written(attribute: str) -> re.Pattern[str]:
    name = re.escape(attribute)  # that it is a whole name is asked second, which is quicker
    return re.compile(rf"""{name}(?<=\s{name})(\s*=\s*["'])""")


def place_of(document: Document, element: etree._Element, attribute: str = "") -> Place:
    """Return the place of an element's start tag, or of the value of one of its attributes.

    After @ the attribute's name is meant and not its value.
    """
    line, column = document.at(element)
    if not attribute or not document.lines or not line:
        return line, column
    lines = document.lines_of(document.file(element))
    return attribute_place(lines, (line, column), attribute)


def attribute_place(lines: tuple[str, ...], start: Place, attribute: str) -> Place:
    """Find an attribute's value, or its name after @, in the start tag that begins at `start`."""
    line, column = start
    # Of a file without line ends, a tag is looked for in what can be one.
    tag, count = lines[line - 1][column - 1 : column + _LONGEST], 0
    if ">" not in tag:
        tag = lines[line - 1][column - 1 :]
    while ">" not in tag and line + count < len(lines):
        count += 1
        tag += "\n" + lines[line - 1 + count]
    match = _written(attribute.lstrip("@")).search(tag)
    if match is None:
        return start
    before = tag[: match.start() if attribute.startswith("@") else match.end()]
    row = before.count("\n")
    return line + row, len(before) - before.rfind("\n") + (0 if row else column - 1)
