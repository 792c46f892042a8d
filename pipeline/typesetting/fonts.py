"""The faces of the book: static fonts cut once per machine from the variable ones, and a
fontconfig file that lets the engine see these and no others.

EB Garamond comes with its package under the SIL Open Font License, whose text stands beside
the fonts in the cache.
"""

import shutil
import tempfile
from importlib.metadata import version
from pathlib import Path

import fontpkg_eb_garamond as face
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from pipeline.project import CACHE

FAMILY = face.FAMILY
# Style and weight of each instance (CSS Fonts 4, font-weight).
INSTANCES = {
    "Regular": ("EBGaramond[wght].ttf", 400),
    "SemiBold": ("EBGaramond[wght].ttf", 600),
    "Italic": ("EBGaramond-Italic[wght].ttf", 400),
    "SemiBoldItalic": ("EBGaramond-Italic[wght].ttf", 600),
}

_CONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{fonts}/index</cachedir></fontconfig>
"""


def folder() -> Path:
    """Give the folder with the static fonts and fonts.conf; make it at the first call.

    Its name holds the versions it was made with, so that an update makes a new one.
    """
    parts = (version("fontpkg-eb-garamond"), version("fonttools"))
    target = CACHE / "fonts" / "-".join(("eb-garamond", *parts))
    if not (target / "fonts.conf").is_file():
        _make(target)
    return target


def licence() -> bytes:
    """Give the licence of the faces, which goes with everything that embeds them."""
    return bytes((face.ROOT / "LICENSE").read_bytes())


def _make(target: Path) -> None:
    """Cut the fonts aside and move them in: two processes may do this at once."""
    target.parent.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=".fonts-", dir=target.parent))
    try:
        for style, (file, weight) in INSTANCES.items():
            _instance(file, weight).save(aside / f"EBGaramond-{style}.ttf")
        shutil.copy(face.ROOT / "LICENSE", aside / "OFL.txt")
        (aside / "fonts.conf").write_text(_CONFIG.format(fonts=target), "utf-8")
        if not target.exists():
            aside.rename(target)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _instance(file: str, weight: int) -> TTFont:
    """Cut one static font; the same input gives the same bytes."""
    variable = TTFont(face.ROOT / "files" / file, recalcTimestamp=False)
    return instancer.instantiateVariableFont(variable, {"wght": weight}, updateFontNames=True)
