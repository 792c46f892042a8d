"""The faces that come as packages under the SIL Open Font License, in the order in which they are
asked for a character: EB Garamond first, for all it has. Which are there is for the machine.
"""

from dataclasses import dataclass
from functools import cache
from importlib.metadata import files
from importlib.util import find_spec
from pathlib import Path


@dataclass(frozen=True)
class Packaged:
    """Files of a family, and the package they come with.

    `size` makes its letters look as large as EB Garamond's; `weights` are cut from a variable
    file; `without` names characters, as ranges in hexadecimal, that the files only pretend to
    have. Where the text is in `language`, the face comes before others that have the same.
    """

    package: str
    family: str
    files: tuple[str, ...]
    size: float = 1
    weights: tuple[int, ...] = ()
    without: str = ""
    language: str = ""

    @property
    def root(self) -> Path | None:
        """The folder that its files are named from; nothing where it is not installed."""
        spec = find_spec(self.package.replace("-", "_"))
        return Path(spec.origin).parent if spec and spec.origin else None

    @property
    def licence(self) -> str:
        """Its licence, which goes with everything that embeds it."""
        found = [one for one in files(self.package) or () if one.name == "LICENSE"]
        return found[0].read_text("utf-8")


FIRST = Packaged(
    "fontpkg-eb-garamond",
    "EB Garamond",
    ("files/EBGaramond[wght].ttf", "files/EBGaramond-Italic[wght].ttf"),
    weights=(400, 600),
)
# Cardo shows one and the same box for these: runes, Gothic, arrows, Fraktur, Latin of Wales.
_BOXES = "16A0-16F8 27F3 2938-293F 10330-1034A 1D504-1D519 A779-A786"
# Those that are italic or bold cannot place the points of Hebrew, and set letters upon each other:
# the upright regular one serves there, too.
_POINTED = "0590-05FF FB1D-FB4F"
# Sizes were chosen by eye, on pages that mix them with EB Garamond.
EVERY = (
    FIRST,
    # Hebrew with points and accents; signs of papyri, metres and grammars.
    Packaged("fontpkg-cardo", "Cardo", ("files/Cardo-Regular.ttf",), size=0.91, without=_BOXES),
    Packaged(
        "fontpkg-cardo",
        "Cardo",
        ("files/Cardo-Italic.ttf", "files/Cardo-Bold.ttf"),
        size=0.91,
        without=f"{_BOXES} {_POINTED}",
    ),
    # All the rest of Latin, of phonetic letters and of Cyrillic, Church Slavonic with it.
    Packaged(
        "fontpkg-noto-serif",
        "Noto Serif",
        ("files/NotoSerif[wdth,wght].ttf", "files/NotoSerif-Italic[wdth,wght].ttf"),
        size=0.8,
        weights=(400, 600),
    ),
    # Arabic is not slanted: the upright face serves in italics too.
    Packaged("fontpkg-amiri", "Amiri", ("files/Amiri-Regular.ttf", "files/Amiri-Bold.ttf")),
    # What editio[cjk] adds: one face for each way in which Chinese characters are drawn.
    Packaged(
        "pylopdf-fonts-zh-cn",
        "Noto Serif SC",
        ("NotoSerifSC-Regular.otf",),
        size=0.9,
        language="zh-Hans",
    ),
    Packaged(
        "pylopdf-fonts-zh-tw",
        "Noto Serif TC",
        ("NotoSerifTC-Regular.otf",),
        size=0.9,
        language="zh-Hant",
    ),
    Packaged(
        "pylopdf-fonts-jp",
        "Noto Serif JP",
        ("NotoSerifJP-Regular.otf",),
        size=0.9,
        language="ja",
    ),
    Packaged(
        "pylopdf-fonts-ko",
        "Noto Serif KR",
        ("NotoSerifKR-Regular.otf",),
        size=0.9,
        language="ko",
    ),
)


@cache
def installed() -> tuple[Packaged, ...]:
    """Return the faces that this machine has, in their order."""
    return tuple(one for one in EVERY if one.root)


def licences() -> str:
    """Return the licence of every face that a book may embed, each under the name of its family."""
    told = {one.family: one.licence for one in installed()}
    return "\n\n".join(f"{family}\n\n{words.strip()}" for family, words in told.items()) + "\n"
