"""Characters of words: white space, as xslt/blanks.xsl has it for stylesheets, and what is none."""

import re

from lxml import etree

# What XML cannot hold (XML 1.0, 2.2).
NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def worded(element: etree._Element) -> str:
    """Return all words of an element, white space collapsed."""
    words = "".join(map(str, element.itertext())) if len(element) else element.text or ""
    return " ".join(words.split())
