"""Looks of the source that the edition dresses itself, so that none of them has to be told (T006):
values of @rend that its style sheet asks for (data-rend), or its stylesheets and models (@rend).
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from editio.diagnostics import Diagnostic
from editio.edition.reading import source
from editio.edition.reading.files import is_file

_ASKED = re.compile(r"""\[\s*data-rend\s*[~|^$*]?=\s*(?:"([^"]*)"|'([^']*)'|([^\]\s]+))""")
# A path that asks for @rend, in an attribute as it is written out again; the strings in it.
_PATH = re.compile(r'@rend(?:ition)?\b[^"<>]*')
_STRING = re.compile(r"'([^']*)'|&quot;(.*?)&quot;")


def dressed(root: Path, css: str, stylesheets: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Return these words, in small letters."""
    paths = (path for _, words in stylesheets for path in _PATH.findall(words))
    said = [one for path in paths for pair in _STRING.findall(path) for one in pair]
    said += _of_style(root / css) if css else ()
    return frozenset(word for one in said for word in one.lower().split())


def _of_style(file: Path) -> Iterator[str]:
    if is_file(file):
        for forms in _ASKED.findall(source.words(file)):
            yield from forms


def is_dressed(one: Diagnostic, words: frozenset[str]) -> bool:
    """Whether a finding is about a look that is among these."""
    return one.code == "T006" and one.subject.lower() in words
