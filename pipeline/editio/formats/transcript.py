"""The characters of the source, read back out of an encoded text.

An edition may correct, supply and annotate, but it must not lose a character of its source. These
functions drop what the editor added and keep what the source has: the transcript as it was
received, line by line. What is left out is the editor's: additions by name, and notes by their
signature. Notes and passages that the editor moved go back to the line they came from.
"""

import re
from collections.abc import Iterator

from lxml import etree

from editio.edition.reading.source import TEI

_DROPPED = (
    *("teiHeader", "standOff", "corr", "reg", "supplied", "gap", "figDesc", "rdg"),
    *("certainty", "precision", "respons"),
)
_EDITORS = frozenset(f"{{{TEI}}}{name}" for name in _DROPPED)
_LINE = f"{{{TEI}}}lb"
_NOTE = f"{{{TEI}}}note"
_BLOCKS = frozenset(
    f"{{{TEI}}}{name}"
    for name in ("ab", "epigraph", "head", "item", "l", "note", "p", "row", "titlePart")
)


def is_editors(element: etree._Element) -> bool:
    """Whether an element is the editor's: an addition, or a note that someone signs with resp."""
    return element.tag in _EDITORS or (element.tag == _NOTE and "resp" in element.attrib)


def _walk(element: etree._Element, line: int) -> Iterator[tuple[int, str]]:
    """Yield the source's characters under an element, each piece with the number of its line.

    The line is handed in and handed on, for it may begin in one element and end in another.
    """
    if not is_editors(element) and isinstance(element.tag, str):
        if element.tag == _LINE:
            line = int(element.get("n", "0"))
        yield line, element.text or ""
        for child in element:
            for piece in _walk(child, line):
                line = piece[0]
                yield piece
    yield line, element.tail or ""


def words(root: etree._Element) -> str:
    """Return the source's characters in the order of the document."""
    return "".join(text for _, text in _walk(root, 0))


def transcript(root: etree._Element) -> str:
    """Return the transcript as it was received.

    With numbered line beginnings, the lines by their numbers. Without, a block a line: a block
    whose @n goes on counting stands in that line; any other follows the block before it after an
    empty line, after two where a division begins.
    """
    found = lines(root) if any(lb.get("n") for lb in root.iter(_LINE)) else _blocks(root)
    return "\n".join(found.get(number, "") for number in range(1, max(found, default=0) + 1))


def lines(root: etree._Element) -> dict[int, str]:
    """Return the source's lines by their numbers, white space at their edges left out.

    The number is that of the nearest line beginning before the characters, so the lines of a text
    whose order the editor restored can be sorted back into the order of the source. A number that
    occurs twice is a fault of the encoding, and raises.
    """
    numbers = [int(lb.get("n", "0")) for lb in root.iter(_LINE)]
    if len(numbers) != len(set(numbers)):
        twice = sorted({n for n in numbers if numbers.count(n) > 1})
        raise ValueError(f"source lines encoded more than once: {twice}")
    found = dict.fromkeys(numbers, "")
    for line, text in _walk(root, 0):
        if line in found or text.strip():
            found[line] = found.get(line, "") + text
    return {line: text.strip(" \t\r\n") for line, text in sorted(found.items())}


def _blocks(root: etree._Element) -> dict[int, str]:
    """Return blocks by the line that each of them stands in."""
    found: dict[int, str] = {}
    last = -1
    for block in _outermost(root):
        number = block.get("n", "")
        follows = last + (3 if block.getprevious() is None and last > 0 else 2)
        last = int(number) if number.isdecimal() and int(number) > last else follows
        found[last] = re.sub(r"[ \t]*\n\s*", " ", words(block).removesuffix(block.tail or ""))
    return found


def _outermost(element: etree._Element) -> Iterator[etree._Element]:
    """Find blocks of the source, none within another."""
    for child in element:
        if is_editors(child) or not isinstance(child.tag, str):
            continue
        if child.tag in _BLOCKS:
            yield child
        else:
            yield from _outermost(child)
