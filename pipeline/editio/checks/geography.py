"""Coordinates: a pair of degrees, latitude first (TEI Guidelines, geo)."""

import re
from collections.abc import Iterator

from editio.checks.registry import Finding, document_check, here
from editio.diagnostics.codes import WARNING
from editio.edition.blanks import worded
from editio.edition.reading.source import TEI, Document

_PLACES = f"{{{TEI}}}place"


@document_check(
    "P042",
    WARNING,
    "“{words}” is not a latitude and a longitude in degrees",
    "Write both as decimal numbers with a space between: <geo>46.95 7.44</geo>.",
)
def no_degrees(document: Document) -> Iterator[Finding]:
    """The coordinates of a place are its latitude and its longitude, in degrees, in this order.

    Read are “46.95 7.44”, “46.95, 7.44” and, with decimal commas, “46,95 7,44”. A latitude goes
    from -90 to 90, a longitude from -180 to 180. Where geoDecl names another datum than WGS84, or
    the element holds a list of points, nothing is told, and the place is on no map.

    Wrong:
        <geo>46°57′ N 7°26′ E</geo>
    Right:
        <geo>46.95 7.44</geo>
    """
    other = any(
        one.get("datum", "WGS84") != "WGS84" for one in document.root.iter(f"{{{TEI}}}geoDecl")
    )
    for geo in () if other else document.root.iter(f"{{{TEI}}}geo"):
        words = worded(geo)
        single = next(geo.iterancestors(_PLACES), None) is not None and len(words.split()) <= 4
        if words and single and not are_degrees(words):
            yield here(document, geo, words=words)


def are_degrees(words: str) -> bool:
    """Whether words are a latitude and a longitude, as registers/parts.xsl reads them."""
    tokens = [one.removesuffix(",") for one in words.split()]
    pair = re.split("[,;]", tokens[0]) if len(tokens) == 1 else tokens
    try:
        numbers = [float(one.replace(",", ".")) for one in pair]
    except ValueError:
        return False
    return len(numbers) == 2 and abs(numbers[0]) <= 90 and abs(numbers[1]) <= 180
