"""Numbers under which a header says that its file is published, by their kind."""

from collections.abc import Iterator

from editio.edition.reading.source import TEI
from lxml import etree

_PUBLISHED = f".//{{{TEI}}}fileDesc/{{{TEI}}}publicationStmt//{{{TEI}}}idno"


def numbers(root: etree._Element, kind: str) -> Iterator[etree._Element]:
    """Yield those of a kind (DOI, URL), whose name may be in small letters."""
    for one in root.iterfind(_PUBLISHED):
        if one.get("type", "").strip().upper() == kind:
            yield one
