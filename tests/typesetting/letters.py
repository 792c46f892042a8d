"""Fonts made for the tests: every letter a black square."""

from io import BytesIO
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
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


def variable() -> TTFont:
    """A font of two weights whose outlines are in CFF2, as those of large families are."""
    made = FontBuilder(1000, isTTF=False)
    made.setupGlyphOrder([".notdef", "a"])
    made.setupCharacterMap({97: "a"})
    made.setupNameTable({"familyName": "Own", "styleName": "Regular"})
    made.setupFvar([("wght", 400, 400, 700, "Weight")], [])
    pen = T2CharStringPen(None, None, CFF2=True)
    for move, point in ((pen.moveTo, (0, 0)), (pen.lineTo, (0, 500)), (pen.lineTo, (500, 500))):
        move(point)
    pen.closePath()
    made.setupCFF2(dict.fromkeys(made.font.glyphOrder, pen.getCharString()))
    made.setupHorizontalMetrics(dict.fromkeys(made.font.glyphOrder, (600, 0)))
    made.setupHorizontalHeader(ascent=800, descent=-200)
    made.setupOS2(usWeightClass=400)
    made.setupPost()
    weights = [{"value": 400, "name": "Regular", "flags": 2}, {"value": 700, "name": "Bold"}]
    made.setupStat([{"tag": "wght", "name": "Weight", "values": weights}])
    written = BytesIO()
    made.save(written)
    return TTFont(written)


def _square(side: int) -> object:
    pen = TTGlyphPen(None)
    if side:
        pen.moveTo((0, 0))
        for corner in ((0, side), (side, side), (side, 0)):
            pen.lineTo(corner)
        pen.closePath()
    return pen.glyph()
