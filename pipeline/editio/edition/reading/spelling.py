"""Names of elements and attributes that not every parser of XML reads (code W001).

The fifth edition of XML 1.0 lets nearly every character stand in a name; Saxon and jing, as most
parsers, keep to the fourth, whose tables expat has.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from xml.parsers import expat

from editio.diagnostics import Diagnostic, diagnostic
from editio.edition.reading.tokens import Place
from lxml import etree


def misspelt(places: Mapping[etree._Element, Place], shown: str) -> list[Diagnostic]:
    """Tell each name of the elements with these places that cannot be read everywhere, once."""
    found: dict[str, Diagnostic] = {}
    for element, place in places.items():
        for name in _names(element):
            if not name.isascii() and not _is_read(name) and name not in found:
                reason = f"the name “{name}” has a character that most parsers refuse in names"
                advice = "Use letters, digits, hyphens and underscores in names."
                found[name] = diagnostic("W001", shown, *place, reason=reason, advice=advice)
    return list(found.values())


def _names(element: etree._Element) -> Iterator[str]:
    yield etree.QName(element).localname
    yield element.prefix or ""
    for name in element.attrib:
        yield str(name).rpartition("}")[2]


@lru_cache(maxsize=1024)
def _is_read(name: str) -> bool:
    try:
        expat.ParserCreate().Parse(f"<{name}/>".encode(), True)
    except expat.ExpatError:
        return False
    return True
