"""The face of the site: Source Serif 4 cut to what its languages need, as WOFF2, made once per
machine. Small caps, old-style figures, superiors and fractions are kept.

The face comes with its package under the SIL Open Font License, whose text is sent with it.
"""

import shutil
import tempfile
from importlib.metadata import version
from pathlib import Path

import fontpkg_source_serif_4 as face
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from pipeline.formats.context import Files
from pipeline.project import CACHE

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
    """Give the cut faces and their licence, from the cache of this machine."""
    folder = _folder()
    return {f"assets/fonts/{file.name}": file.read_bytes() for file in sorted(folder.iterdir())}


def _folder() -> Path:
    """Give the folder of the faces; its name holds the versions they were made with."""
    parts = (version("fontpkg-source-serif-4"), version("fonttools"), version("brotli"))
    target = CACHE / "fonts" / "-".join(("source-serif-4", "web1", *parts))
    if not target.is_dir():
        _make(target)
    return target


def _make(target: Path) -> None:
    """Cut the faces aside and move them in: two processes may do this at once."""
    target.parent.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=".fonts-", dir=target.parent))
    try:
        for suffix, file in STYLES.items():
            for name, ranges in RANGES.items():
                _cut(face.ROOT / "files" / file, ranges).save(
                    aside / f"source-serif-4-{name}{suffix}.woff2"
                )
        shutil.copy(face.ROOT / "LICENSE", aside / "OFL.txt")
        aside.chmod(0o755)
        if not target.exists():
            aside.rename(target)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _cut(file: Path, ranges: str) -> TTFont:
    """Keep the characters of `ranges` and the weights of text; the same input, the same bytes."""
    font = TTFont(file, recalcTimestamp=False)
    options = subset.Options(
        layout_features=" ".join(FEATURES).split(), hinting=False, name_IDs=[0, 1, 2, 13, 14]
    )
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[c for part in ranges.split() for c in _span(part)])
    cutter.subset(font)
    limits = {"opsz": OPTICAL_SIZE, "wght": (400, 700)}
    cut = instancer.instantiateVariableFont(font, limits)
    cut.flavor = "woff2"
    return cut


def _span(part: str) -> range:
    first, _, last = part.partition("-")
    return range(int(first, 16), int(last, 16) + 1)
