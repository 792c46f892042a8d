"""What pages of the edition's own are called: each has the name of its file, and that under which
it is published. Menu, `front` and links may say either.
"""

from io import BytesIO
from pathlib import Path

from editio.edition.names import composed, of_page, published
from editio.edition.reading.files import UnreadableError, content, is_tei_name, seen
from editio.edition.reading.source import XML_ID
from lxml import etree

PAGES = "pages"


def page_names(root: Path) -> dict[str, str]:
    """Return by the name of each file of pages/ that is a page under what name it is published."""
    found = {}
    for path in seen(root / PAGES, "*"):
        if path.suffix == ".md":
            found[composed(path.name)] = of_page(path.stem)
        elif is_tei_name(path.name):
            found[composed(path.name)] = published(top(path)[1], path.stem)
    return found


def top(path: Path) -> tuple[str, str]:
    """Return the name of the root of a file and its id; nothing where it is no XML."""
    try:
        for _, one in etree.iterparse(BytesIO(content(path)), events=("start",)):
            return str(one.tag), one.get(XML_ID, "")
    except (UnreadableError, etree.XMLSyntaxError):
        pass
    return "", ""
