"""Fonts made for the tests: every letter a black square."""

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont


def font(file: Path, family: str, letters: str, side: int = 600, embedding: int = 0) -> Path:
    """Write a font of a family that has some letters, squares of one `side`; give its file."""
    names = {ord(letter): f"u{ord(letter):04X}" for letter in letters}
    made = FontBuilder(1000, isTTF=True)
    made.setupGlyphOrder([".notdef", "space", *names.values()])
    made.setupCharacterMap({32: "space", **names})
    made.setupGlyf({name: _square(side * name.startswith("u")) for name in made.font.glyphOrder})
    made.setupHorizontalMetrics(dict.fromkeys(made.font.glyphOrder, (side + 50, 0)))
    made.setupHorizontalHeader(ascent=1500, descent=-900)
    postscript = f"{family.replace(' ', '')}-Regular"
    made.setupNameTable({"familyName": family, "styleName": "Regular", "psName": postscript})
    made.setupOS2(sTypoAscender=1500, sTypoDescender=-900, sxHeight=side, fsType=embedding)
    made.setupPost()
    file.parent.mkdir(parents=True, exist_ok=True)
    made.save(file)
    return file


def collection(file: Path, *fonts: Path) -> Path:
    """Bind fonts into a collection (TTC)."""
    from fontTools.ttLib import TTCollection  # noqa: PLC0415

    bound = TTCollection()
    bound.fonts = [TTFont(one) for one in fonts]
    bound.save(file)
    return file


def _square(side: int) -> object:
    pen = TTGlyphPen(None)
    if side:
        pen.moveTo((0, 0))
        for corner in ((0, side), (side, side), (side, 0)):
            pen.lineTo(corner)
        pen.closePath()
    return pen.glyph()
