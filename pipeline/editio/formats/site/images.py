"""The pictures of pages as the site shows them: as they are, or cut to tiles where they are large
or of a kind that browsers do not show; and the viewer, which a page asks for when it is opened.
"""

from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageOps

from editio.diagnostics import diagnostic
from editio.edition.images.facsimile import is_tiled
from editio.edition.images.media import FOLDER, Media
from editio.model.context import Files, Whole
from editio.model.store import Store
from editio.resources import ASSETS

TILE = 512
VIEWER = ("images.js", "openseadragon/openseadragon.min.js", "openseadragon/LICENSE.txt")


@dataclass(frozen=True)
class Tiles:
    """A picture in tiles: path and bytes of each."""

    files: tuple[tuple[str, bytes], ...]


def files(whole: Whole) -> Files:
    """Return the pictures of pages; with the viewer, where a text has any."""
    found: Files = {}
    for one in whole.pages:
        found[one.name] = one.data
        if is_tiled(one):
            found |= dict(_kept(one, whole.store).files)
    viewed = [one for one in whole.facts if one.counts.images]
    if viewed and not whole.surroundings.address:
        whole.report(diagnostic("O027", "edition.toml", times=str(len(viewed))))
    return found | (viewer() if viewed else {})


def viewer() -> Files:
    """Return the files of the viewer."""
    return {f"assets/{name}": (ASSETS / name).read_bytes() for name in VIEWER}


def _kept(one: Media, store: Store | None) -> Tiles:
    """Return the tiles of a picture, made once for as long as it is the same."""
    asked = ("tiles", TILE, one.name)
    known = store.recall(asked, Tiles) if store else None
    if known is None:
        known = Tiles(tuple(tiles(one).items()))
        if store:
            store.keep(asked, known)
    return known


def tiles(one: Media) -> Files:
    """Cut a picture, halved again and again, to squares: level/column_row.jpg, the last level whole
    in size (as the Deep Zoom format has it). The smallest level is one tile.
    """
    with Image.open(BytesIO(one.data)) as opened:
        image = ImageOps.exif_transpose(opened).convert("RGB")
    folder = f"{FOLDER}{one.name.removeprefix(FOLDER).rpartition('.')[0]}/"
    level = (max(image.size) - 1).bit_length()
    found: Files = {}
    while True:
        for column in range(0, image.width, TILE):
            for row in range(0, image.height, TILE):
                box = (column, row, min(column + TILE, image.width), min(row + TILE, image.height))
                name = f"{folder}{level}/{column // TILE}_{row // TILE}.jpg"
                found[name] = _jpeg(image.crop(box))
        if max(image.size) <= TILE:
            return found
        level -= 1
        half = (-(-image.width // 2), -(-image.height // 2))
        image = image.resize(half, Image.Resampling.LANCZOS)


def _jpeg(image: Image.Image) -> bytes:
    out = BytesIO()
    image.save(out, "JPEG", quality=82, optimize=True)
    return out.getvalue()
