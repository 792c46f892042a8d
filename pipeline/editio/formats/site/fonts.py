"""The face of the site: Source Serif 4 cut to what its languages need, as WOFF2, made once per
machine. Small caps, old-style figures, superiors and fractions are kept. Others: types.py.

The face comes with its package under the SIL Open Font License, whose text is sent with it.
"""

import io
from collections.abc import Callable, Iterable, Mapping, MutableSet
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import Any

import fontpkg_source_serif_4 as face

from editio.edition.reading.files import put
from editio.engines.paged.cutting import span
from editio.model.context import Files
from editio.model.packed import pack, unpack
from editio.resources import CACHE

STYLES = {"": "SourceSerif4[opsz,wght].ttf", "-italic": "SourceSerif4-Italic[opsz,wght].ttf"}
# As the style sheet's unicode-range has them.
RANGES = {
    "latin": "0000-024F 02B0-02FF 0300-036F 1E00-1EFF 2000-218F 2190-22FF",
    "greek-cyrillic": "0370-052F 1F00-1FFF",
}
FEATURES = (
    "calt ccmp clig kern liga locl mark mkmk rlig",
    "onum lnum pnum tnum smcp c2sc sups subs sinf frac case",
)
# Text is read at about 12 points: one optical size serves, and halves the file.
OPTICAL_SIZE = 12
WEIGHTS = (400, 700)


def files() -> Files:
    """Return the cut faces and their licence, from the cache of this machine if they are sound."""
    found = kept("source-serif-4-web3", "fontpkg-source-serif-4", _made)
    return {f"assets/fonts/{name}": data for name, data in found.items()}


def kept(name: str, package: str, make: Callable[[], Files]) -> Files:
    """Return what was cut from the faces of a package, made anew where that is not there."""
    parts = (version(package), version("uharfbuzz"), version("brotli"))
    place = CACHE / "fonts" / "-".join((name, *parts))
    try:
        return unpack(place.read_bytes(), Files)
    except Exception:  # not there, or damaged: it can be made again
        found = make()
        _keep(place, found)
        return found


def _made() -> Files:
    """Cut the faces."""
    found = {"OFL.txt": (face.ROOT / "LICENSE").read_bytes()}
    for suffix, file in STYLES.items():
        for name, ranges in RANGES.items():
            data = (face.ROOT / "files" / file).read_bytes()
            made = cut(data, ranges, FEATURES, {"opsz": OPTICAL_SIZE})
            found[f"source-serif-4-{name}{suffix}.woff2"] = made
    return dict(sorted(found.items()))


def _keep(place: Path, found: Files) -> None:
    """Keep the faces, whole or not at all; where there is no room they are cut each time."""
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        put(place, [pack(found)])


def cut(data: bytes, ranges: str, features: Iterable[str], pinned: Mapping[str, float]) -> bytes:
    """Keep the characters of `ranges` and the weights of text, of other axes the one place that is
    `pinned`; nothing where the face has none of them. The same input, the same bytes.
    """
    import uharfbuzz  # noqa: PLC0415  # faces are cut once a machine
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    whole, asked = uharfbuzz.Face(data), uharfbuzz.SubsetInput()
    asked.flags = uharfbuzz.SubsetFlags.NO_HINTING
    _only(asked.unicode_set, (c for part in ranges.split() for c in span(part)))
    tags = " ".join(features).split()
    _only(asked.layout_feature_tag_set, (int.from_bytes(one.encode()) for one in tags))
    _only(asked.name_id_set, (0, 1, 2, 13, 14))
    for axis, place in pinned.items():
        asked.pin_axis_location(whole, axis, place)
    if "wght" in {one.tag for one in whole.axis_infos}:
        asked.set_axis_range(whole, "wght", *WEIGHTS)
    made = TTFont(io.BytesIO(asked.subset(whole).blob.data), recalcTimestamp=False)
    if not made.getBestCmap():
        return b""
    made.flavor = "woff2"
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def _only(asked: MutableSet[int], wanted: Iterable[int]) -> None:
    asked.clear()
    for one in wanted:
        asked.add(one)


def subsetted(font: Any, characters: Iterable[int], **kept: Any) -> None:
    """Cut a font to these characters, those that they turn into with them; `kept`: what else
    stays, as the options of fontTools.
    """
    from fontTools import subset  # noqa: PLC0415  # slow, and few editions have faces

    cutter = subset.Subsetter(subset.Options(**kept))
    cutter.populate(unicodes=characters)
    cutter.subset(font)
