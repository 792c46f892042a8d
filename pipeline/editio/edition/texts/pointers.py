"""What the XML of a text may point to: words that may be ids of entries, names of files."""

import re
from collections.abc import Iterator
from html import unescape

from editio.edition.reading.noted import Noted
from editio.edition.reading.source import Document
from editio.edition.reading.trees import packed, unpacked

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


# Both of a text; its words are kept deflated, since they are nearly all that it has.
files_of = Noted(lambda text: files_named(text.xml))
words_kept = Noted(lambda text: packed(" ".join(sorted(set(_POINTER.findall(text.xml)))).encode()))


def words_of(text: Document) -> frozenset[str]:
    """Return the words of a text that may be ids of entries."""
    return frozenset(unpacked(words_kept(text)).decode().split(" "))
