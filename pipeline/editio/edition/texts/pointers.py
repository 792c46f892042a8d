"""What the XML of a text may point to: words that may be ids of entries, names of files."""

import re
from collections.abc import Iterator
from html import unescape

from editio.edition.reading.noted import Noted

_POINTER = re.compile(r'["\s#]#?([^"\s#<>]+)(?=["\s])')
# The name of a file in a pointer, as it is written there.
_FILE = re.compile(r"""([^\s"'/<>=]+\.(?:xml|tei|md))\b""")
_ENDING = re.compile(r"\.(?:xml|tei|md)\b")


def files_named(xml: str) -> tuple[str, ...]:
    """Return the names of files that pointers may hold, as they are written, from A to Z."""
    return tuple(sorted({unescape(one) for one in _files_named(xml)}))


def _files_named(xml: str) -> Iterator[str]:
    """Find them from their ends, which are few."""
    for end in _ENDING.finditer(xml):
        at = end.start()
        start = max(xml.rfind(sign, max(at - 1000, 0), at) for sign in "\"'/<>=") + 1
        yield from _FILE.findall(xml[start : end.end()])


# Both of a text; words with blanks between them, which take less room than a set.
files_of = Noted(lambda text: files_named(text.xml))
words_of = Noted(lambda text: " ".join(sorted(set(_POINTER.findall(text.xml)))))
