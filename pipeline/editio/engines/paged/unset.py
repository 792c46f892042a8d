"""Characters that no face of a book has: the number of each stands in its place, as ‹U+2749›, so
that nothing is lost and nothing is an empty box. Where there are many of them nothing is replaced.
"""

import unicodedata
from functools import cache
from pathlib import Path

from editio.engines.paged import fonts
from editio.engines.paged.faces import Face

SIGN = "‹U+{:04X}›"
# So many can be read as numbers, or one in so many characters: more are a script that wants a face.
_FEW, _SELDOM = 20, 100
# What has no form of its own: controls, joiners, blanks, what chooses the form of another.
_FORMLESS = {"Cc", "Cf", "Cs", "Zs", "Zl", "Zp"}
_SELECTORS = {chr(code) for code in (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))}


def numbered(page: str, own: tuple[Face, ...]) -> tuple[str, list[str]]:
    """Return a page with numbers for characters that no face has, and these characters."""
    used = {one for one in set(page) - _SELECTORS if unicodedata.category(one) not in _FORMLESS}
    missing = _missing(frozenset(used), own)
    if not missing or sum(map(page.count, missing)) > max(_FEW, len(page) // _SELDOM):
        return page, []
    signs = {ord(one): SIGN.format(ord(one)) for one in missing}
    return page.translate(signs), missing


def _missing(characters: frozenset[str], own: tuple[Face, ...]) -> list[str]:
    """Return those of the characters that are in no face, in the order of Unicode."""
    left = {ord(one) for one in characters}
    for file in _files(own):
        if left:
            left -= _known(file)
    return [chr(code) for code in sorted(left)]


@cache
def _files(own: tuple[Face, ...]) -> tuple[Path, ...]:
    folders = dict.fromkeys((fonts.folder(), fonts.folder(own)))
    return tuple(file for one in folders for file in sorted(one.glob("*.[ot]tf")))


@cache
def _known(file: Path) -> frozenset[int]:
    """Return the characters that a face has; read once a process."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415  # slow to load

    with TTFont(file, lazy=True) as font:
        return frozenset(font.getBestCmap())
