"""What the package reads back out of a text as its source, with white space left out.

How lines are broken and words are spaced is not what a character-by-character comparison is about.
"""

from editio.formats.transcript import lines, words
from lxml import etree

TEI = "http://www.tei-c.org/ns/1.0"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
NS = {"tei": TEI}


def squeezed(text: str) -> str:
    """Leave white space out."""
    return "".join(text.split())


def transcript_stream(root: etree._Element) -> str:
    """Return the source's characters in the order of the document."""
    return squeezed(words(root))


def transcript_lines(root: etree._Element) -> dict[int, str]:
    """Return the source's characters line by line, by the number of the line."""
    return {line: squeezed(text) for line, text in lines(root).items()}
