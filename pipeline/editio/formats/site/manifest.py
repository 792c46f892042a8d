"""A text with images as a manifest of the IIIF Presentation API 3.0 (iiif.io/api/presentation/3.0):
a canvas an image, its words and notes as annotations on it.

The names in it are addresses, so it is made where the edition says at which address its site will
stand. Licences stay out: that of the text says nothing of the images.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urljoin

from editio.formats.site.leaves import Leaf, Written, Zone, leaves, written
from editio.model.context import Files, Text

FOLDER = "iiif/"
CONTEXT = "http://iiif.io/api/presentation/3/context.json"
# How large a canvas is whose image nobody has measured: a page stands upright.
UNKNOWN = (1000, 1400)
_TYPES = {"jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "gif": "image/gif",
          "webp": "image/webp", "tif": "image/tiff", "svg": "image/svg+xml"}  # fmt: skip

Json = dict[str, object]


@dataclass(frozen=True)
class _Manifest:
    """The manifest of a text: where it will be, what is written on its images."""

    site: str
    name: str
    lang: str
    leaves: Sequence[Leaf]
    words: Written

    @property
    def base(self) -> str:
        """What all names in it begin with."""
        return f"{self.site}{FOLDER}{quote(self.name)}"

    def canvases(self) -> Iterator[Json]:
        """Yield a canvas for each image with an address."""
        pages = self.words.pages(self.leaves)
        for n, leaf in enumerate(self.leaves):
            if leaf.src or leaf.iiif or _kind(leaf.url):
                yield self._canvas(n, leaf, pages.get(n, (0, 0)))

    def _canvas(self, n: int, leaf: Leaf, page: tuple[int, int]) -> Json:
        name = f"{self.base}/canvas/{n + 1}"
        width, height = measure(leaf)
        painting = _annotation(f"{name}/image", "painting", body(leaf, self.site), name)
        found: Json = {"id": name, "type": "Canvas"}
        if leaf.n:
            found["label"] = {"none": [leaf.n]}
        found |= {"width": width, "height": height, "items": [_page(f"{name}/page", [painting])]}
        told = list(self._told(name, leaf, page))
        return found | ({"annotations": [_page(f"{name}/text", told)]} if told else {})

    def _told(self, canvas: str, leaf: Leaf, page: tuple[int, int]) -> Iterator[Json]:
        """Yield what is written on an image, zone by zone or as a whole; then its notes."""
        marks = [one.to for leaf in self.leaves for one in leaf.zones]
        marks += [one for leaf in self.leaves for one in leaf.at]
        zones = [(target(canvas, leaf, one), self.words.on(one.to, marks)) for one in leaf.zones]
        # What lies in no zone is told with its page.
        every, zoned = self.words.words(*page), " ".join(words for _, words in zones)
        whole = [(canvas, every)] if Counter(every.split()) - Counter(zoned.split()) else []
        said = [(where, words, False) for where, words in [*zones, *whole]]
        said += [(canvas, words, editorial) for words, editorial in self.words.noted(*page)]
        for n, (where, words, editorial) in enumerate(one for one in said if one[1]):
            value = {"type": "TextualBody", "value": words, "format": "text/plain"}
            why = "commenting" if editorial else "supplementing"
            yield _annotation(
                f"{canvas}/text/{n + 1}", why, {**value, "language": self.lang}, where
            )


def manifest(text: Text, pages: Sequence[bytes]) -> Files:
    """Return the manifest of a text, of whose diplomatic text these are the pages."""
    pictured = [one for one in pages if b'class="images"' in one]
    site = text.surroundings.address
    if not (pictured and site):
        return {}
    lang = text.facts.text_lang or text.facts.lang or "none"
    made = _Manifest(site, text.id, lang, leaves(pictured), written(pages))
    canvases = list(made.canvases())
    if not canvases:
        return {}
    title = {lang: [text.facts.title]}
    home: Json = {"id": f"{site}{quote(text.id)}.html", "type": "Text", "label": title}
    whole = {
        "@context": CONTEXT, "id": f"{made.base}.json", "type": "Manifest", "label": title,
        "homepage": [{**home, "format": "text/html"}], "items": canvases,
    }  # fmt: skip
    words = json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
    return {f"{FOLDER}{text.id}.json": words.encode()}


def measure(leaf: Leaf) -> tuple[int, int]:
    """Return how large a canvas is: as its image, else as its surface is measured in the TEI."""
    if all(leaf.size):
        return leaf.size
    if leaf.box:
        left, top, right, bottom = leaf.box
        scale = max(1.0, 1000 / (right - left))
        return round((right - left) * scale), round((bottom - top) * scale)
    return UNKNOWN


def body(leaf: Leaf, site: str) -> Json:
    """Return the image that is painted on a canvas."""
    if leaf.src:
        found: Json = {"id": urljoin(site, quote(leaf.src)), "type": "Image"}
        return found | {"format": _kind(leaf.src), "width": leaf.size[0], "height": leaf.size[1]}
    if not leaf.iiif:
        return {"id": leaf.url, "type": "Image", "format": _kind(leaf.url)}
    # What the service can do, and in which version, is said by itself.
    service = {"@id": leaf.iiif, "@type": "ImageService2",
               "profile": "http://iiif.io/api/image/2/level1.json"}  # fmt: skip
    whole = f"{leaf.iiif}/full/max/0/default.jpg"
    address = leaf.url if _kind(leaf.url) else whole
    return {"id": address, "type": "Image", "format": _kind(address), "service": [service]}


def target(canvas: str, leaf: Leaf, zone: Zone) -> str | Json:
    """Return what a zone covers of a canvas: a rectangle, a polygon, or all that is known."""
    if not (all(leaf.size) or leaf.box):
        return canvas
    width, height = measure(leaf)
    left, top, right, bottom = leaf.box or (0, 0, width, height)
    across, down = width / (right - left), height / (bottom - top)
    given = [float(one) for one in re.findall(r"-?\d+(?:\.\d+)?", zone.points or zone.box)]
    xs = [round((one - left) * across) for one in given[::2]]
    ys = [round((one - top) * down) for one in given[1::2]]
    if len(xs) < 2 or len(xs) != len(ys):
        return canvas
    if not zone.points:
        return f"{canvas}#xywh={xs[0]},{ys[0]},{xs[1] - xs[0]},{ys[1] - ys[0]}"
    path = " ".join(f"{x},{y}" for x, y in zip(xs, ys, strict=True))
    drawn = f'<svg xmlns="http://www.w3.org/2000/svg"><path d="M {path} Z"/></svg>'
    selector = {"type": "SvgSelector", "value": drawn}
    return {"type": "SpecificResource", "source": canvas, "selector": selector}


def _kind(address: str) -> str:
    """Return the type of an image by the end of its address; nothing where that says none."""
    return _TYPES.get(address.partition("?")[0].rpartition(".")[2].lower(), "")


def _annotation(name: str, why: str, value: Json, where: str | Json) -> Json:
    return {"id": name, "type": "Annotation", "motivation": why, "body": value, "target": where}


def _page(name: str, items: list[Json]) -> Json:
    return {"id": name, "type": "AnnotationPage", "items": items}
