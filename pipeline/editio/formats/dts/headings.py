"""The title of a unit: its heading as contents name it, corrected, without notes, what is supplied
in its signs (xslt/rules/editorial.xsl says which). Pages take theirs from rendered texts, which a
server does not have.
"""

import re
from collections.abc import Iterator

from lxml import etree

from editio.edition.reading.source import TEI

_LEFT_OUT = frozenset(
    f"{{{TEI}}}{name}"
    for name in ("note", "fw", "rdg", "del", "surplus", "gap", "pb", "cb", "index")
)
# Of several for the same words: what the reading text has.
_READ = frozenset(f"{{{TEI}}}{name}" for name in ("corr", "reg", "expan"))
_SUPPLIED, _CHOICE = f"{{{TEI}}}supplied", f"{{{TEI}}}choice"
_BREAK, _HYPHEN = f"{{{TEI}}}lb", f"{{{TEI}}}pc"
# White space around a line that begins inside a word is the file's.
_JOIN = "\ue000"
_JOINED = re.compile(rf"\s*{_JOIN}\s*")
_SIGNS = {"omitted": ("⟨", "⟩"), "subaudible": ("(", ")"), "explanation": ("(", ")")}


def title(element: etree._Element) -> str:
    """Return the words of a heading with the signs of what is supplied, white space settled."""
    return " ".join(_JOINED.sub("", "".join(_inner(element))).split())


def _inner(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        yield from _words(child)
        yield child.tail or ""


def _words(element: etree._Element) -> Iterator[str]:
    """Yield the words that an element puts into a heading."""
    if not isinstance(element.tag, str) or element.tag in _LEFT_OUT:
        return
    if element.tag == _BREAK:
        yield _JOIN if element.get("break") == "no" else " "
    elif element.tag == _HYPHEN and element.get("force") == "weak":
        return
    elif element.tag == _CHOICE:
        read = [one for one in element if one.tag in _READ] or [*element.iterchildren("*")]
        yield from _inner(read[0]) if read else ()
    elif element.tag == _SUPPLIED:
        opening, closing = _SIGNS.get(element.get("reason", ""), ("[", "]"))
        unsure = "(?)" if element.get("cert") == "low" else ""
        yield from (opening, *_inner(element), unsure, closing)
    else:
        yield from _inner(element)
