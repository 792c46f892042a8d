"""The characters of the source, read back out of an encoded text.

An edition may correct, supply and annotate, but it must not lose a character of its source. These
functions drop what the editor added and keep what the source has, so that a test can compare the
two. What is left out is the editor's: additions by name, and notes by their signature.
"""

from collections.abc import Iterator

from lxml import etree

TEI = "http://www.tei-c.org/ns/1.0"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
NS = {"tei": TEI}

_DROPPED = ("teiHeader", "standOff", "corr", "reg", "supplied", "gap", "figDesc", "rdg")
_EDITORS = frozenset(f"{{{TEI}}}{name}" for name in _DROPPED)
_LINE = f"{{{TEI}}}lb"
_NOTE = f"{{{TEI}}}note"


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


def transcript_stream(root: etree._Element) -> str:
    """Give the source's characters in the order of the document, without white space."""
    return "".join("".join(text.split()) for _, text in _walk(root, 0))


def transcript_lines(root: etree._Element) -> dict[int, str]:
    """Give the source's characters line by line, without white space, by the number of the line.

    The number is that of the nearest line beginning before the characters, so the lines of a text
    whose order the editor restored can be sorted back into the order of the source. A number that
    occurs twice is a fault of the encoding, and raises.
    """
    numbers = [int(lb.get("n", "0")) for lb in root.iter(_LINE)]
    if len(numbers) != len(set(numbers)):
        twice = sorted({n for n in numbers if numbers.count(n) > 1})
        raise ValueError(f"source lines encoded more than once: {twice}")
    lines = dict.fromkeys(numbers, "")
    for line, text in _walk(root, 0):
        squeezed = "".join(text.split())
        if squeezed:
            lines[line] = lines.get(line, "") + squeezed
    return dict(sorted(lines.items()))
