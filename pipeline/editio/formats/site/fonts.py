"""The face of the site: Source Serif 4 cut to what its languages need, as WOFF2, made once per
machine. Small caps, old-style figures, superiors and fractions are kept.

The face comes with its package under the SIL Open Font License, whose text is sent with it.
"""

import io
from collections.abc import Iterable, MutableSet
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
    parts = (version("fontpkg-source-serif-4"), version("uharfbuzz"), version("brotli"))
    kept = CACHE / "fonts" / "-".join(("source-serif-4", "web3", *parts))
    try:
        found = unpack(kept.read_bytes(), Files)
    except Exception:  # not there, or damaged: it can be made again
        found = _made()
        _keep(kept, found)
    return {f"assets/fonts/{name}": data for name, data in found.items()}


def _made() -> Files:
    """Cut the faces."""
    found = {"OFL.txt": (face.ROOT / "LICENSE").read_bytes()}
    for suffix, file in STYLES.items():
        for name, ranges in RANGES.items():
            cut = _cut((face.ROOT / "files" / file).read_bytes(), ranges)
            found[f"source-serif-4-{name}{suffix}.woff2"] = cut
    return dict(sorted(found.items()))


def _keep(kept: Path, found: Files) -> None:
    """Keep the faces, whole or not at all; where there is no room they are cut each time."""
    with suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        put(kept, [pack(found)])


def _cut(data: bytes, ranges: str) -> bytes:
    """Keep the characters of `ranges` and the weights of text; the same input, the same bytes."""
    import uharfbuzz  # noqa: PLC0415  # faces are cut once a machine
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    whole, asked = uharfbuzz.Face(data), uharfbuzz.SubsetInput()
    asked.flags = uharfbuzz.SubsetFlags.NO_HINTING
    _only(asked.unicode_set, (c for part in ranges.split() for c in span(part)))
    features = " ".join(FEATURES).split()
    _only(asked.layout_feature_tag_set, (int.from_bytes(one.encode()) for one in features))
    _only(asked.name_id_set, (0, 1, 2, 13, 14))
    asked.pin_axis_location(whole, "opsz", OPTICAL_SIZE)
    asked.set_axis_range(whole, "wght", *WEIGHTS)
    cut = TTFont(io.BytesIO(asked.subset(whole).blob.data), recalcTimestamp=False)
    cut.flavor = "woff2"
    written = io.BytesIO()
    cut.save(written)
    return written.getvalue()


def _only(kept: MutableSet[int], wanted: Iterable[int]) -> None:
    kept.clear()
    for one in wanted:
        kept.add(one)


def subsetted(font: Any, characters: Iterable[int], **kept: Any) -> None:
    """Cut a font to these characters, those that they turn into with them; `kept`: what else
    stays, as the options of fontTools.
    """
    from fontTools import subset  # noqa: PLC0415  # slow, and few editions have faces

    cutter = subset.Subsetter(subset.Options(**kept))
    cutter.populate(unicodes=characters)
    cutter.subset(font)
