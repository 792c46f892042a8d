"""The face of the site: Source Serif 4 cut to what its languages need, as WOFF2, made once per
machine. Small caps, old-style figures, superiors and fractions are kept.

The face comes with its package under the SIL Open Font License, whose text is sent with it.
"""

import io
from collections.abc import Iterable
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import Any

import fontpkg_source_serif_4 as face

from editio.edition.reading.files import put
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


def files() -> Files:
    """Give the cut faces and their licence, from the cache of this machine if they are sound."""
    parts = (version("fontpkg-source-serif-4"), version("fonttools"), version("brotli"))
    kept = CACHE / "fonts" / "-".join(("source-serif-4", "web2", *parts))
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
            written = io.BytesIO()
            _cut(face.ROOT / "files" / file, ranges).save(written)
            found[f"source-serif-4-{name}{suffix}.woff2"] = written.getvalue()
    return dict(sorted(found.items()))


def _keep(kept: Path, found: Files) -> None:
    """Keep the faces, whole or not at all; where there is no room they are cut each time."""
    with suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        put(kept, [pack(found)])


def _cut(file: Path, ranges: str) -> Any:
    """Keep the characters of `ranges` and the weights of text; the same input, the same bytes."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415  # slow, and faces are cut once a machine
    from fontTools.varLib import instancer  # noqa: PLC0415

    font = TTFont(file, recalcTimestamp=False)
    features, names = " ".join(FEATURES).split(), [0, 1, 2, 13, 14]
    characters = (c for part in ranges.split() for c in _span(part))
    subsetted(font, characters, layout_features=features, hinting=False, name_IDs=names)
    limits = {"opsz": OPTICAL_SIZE, "wght": (400, 700)}
    cut = instancer.instantiateVariableFont(font, limits)
    cut.flavor = "woff2"
    return cut


def subsetted(font: Any, characters: Iterable[int], **kept: Any) -> None:
    """Cut a font to these characters, those that they turn into with them; `kept`: what else
    stays, as the options of fontTools.
    """
    from fontTools import subset  # noqa: PLC0415  # slow, see above

    cutter = subset.Subsetter(subset.Options(**kept))
    cutter.populate(unicodes=characters)
    cutter.subset(font)


def _span(part: str) -> range:
    first, _, last = part.partition("-")
    return range(int(first, 16), int(last, 16) + 1)
