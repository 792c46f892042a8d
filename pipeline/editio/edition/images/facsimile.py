"""The pictures of pages: those of a facsimile, and those that @facs names at once, found on the
disk and taken along; addresses with a prefix of the header's or a base written out.

Turns a text into the same text with, on its elements, where each picture is: `ed:src` on a graphic,
`ed:images` beside @facs. What they show of the text is for the stylesheets to say.
"""

from dataclasses import dataclass, replace

from editio.edition.images.media import Media, NoMediaError, media
from editio.edition.images.pictures import (
    SHOWS,
    Place,
    content_of,
    expanded,
    find,
    is_allowed,
    is_apart,
    is_local,
)
from editio.edition.reading.files import UnreadableError
from editio.edition.reading.source import ED, Document
from editio.edition.registers.prefixes import Prefixes, prefixes
from lxml import etree

# A picture with more pixels on one side is cut to tiles when the site is built; so is one that
# browsers do not show.
LARGE = 3000
TILED = frozenset({"image/tiff"})


@dataclass(frozen=True)
class _Pages:
    """A text whose pages are looked for: where, with which prefixes, and the pictures found."""

    document: Document
    place: Place
    declared: Prefixes
    known: dict[str, Media]

    def graphic(self, element: etree._Element) -> bool:
        """Write on a graphic what it leads to; whether anything was written."""
        address = expanded(element, element.get("url", ""), self.declared)
        if address != element.get("url", ""):
            element.set(f"{{{ED}}}url", address)
        one = self._picture(element, address)
        for name, value in (_said(one) if one else {}).items():
            element.set(f"{{{ED}}}{name}", value)
        return one is not None or f"{{{ED}}}url" in element.attrib

    def named(self, element: etree._Element) -> bool:
        """Write what each token of @facs leads to; a picture with its size and type, by bars."""
        said = []
        for token in element.get("facs", "").split():
            address = expanded(element, token, self.declared)
            one = self._picture(element, address)
            if one is not None:
                address = "|".join(_said(one).values())
            elif is_allowed(address, self.place):
                address = f"{address}|||||yes"
            said.append(address)
        if said == element.get("facs", "").split():
            return False
        element.set(f"{{{ED}}}images", " ".join(said))
        return True

    def _picture(self, element: etree._Element, address: str) -> Media | None:
        """Return the picture at an address, if it is a file of the edition that can be shown."""
        if not is_local(address) or "." not in address.rpartition("/")[2]:
            return None
        found = find(address, self.document.file(element), self.place)
        try:
            one = media(content_of(found.path), address) if found.path else None
        except (NoMediaError, UnreadableError):
            return None  # told by the checks
        if one is None or not one.type.startswith("image/") or not one.width:
            return None
        one = replace(one, of_page=True)
        self.known.setdefault(one.name, one)
        return one


def paged(document: Document, place: Place) -> Document:
    """Return a text with the pictures of its pages, and on its elements where these are."""
    root = document.root
    pages = _Pages(document, place, prefixes(root), {one.name: one for one in document.media})
    changed = False
    for element in root.iter(etree.Element):
        facs = element.get("facs", "")
        if element.tag in SHOWS and is_apart(element):
            changed |= pages.graphic(element)
        elif facs.strip("# ") and not all(one.startswith("#") for one in facs.split()):
            changed |= pages.named(element)
    if not changed:
        return document
    return document.rewritten(root, media=tuple(pages.known.values()))


def is_tiled(one: Media) -> bool:
    """Whether the site shows tiles of a picture."""
    return one.type in TILED or max(one.width, one.height) > LARGE


def _said(one: Media) -> dict[str, str]:
    tiled = "yes" if is_tiled(one) else ""
    size = {"width": str(one.width), "height": str(one.height)}
    return {"src": one.name, "mime": one.type, **size, "tiled": tiled}
