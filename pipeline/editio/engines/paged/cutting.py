"""A font to the one that a book is set in beside EB Garamond: static, its letters of one size
with those around them, its lines as high and its spaces as wide. Then a letter from another face
moves neither the lines of a page nor the words of a line.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # slow to load, and fonts are cut once a machine
    from fontTools.ttLib import TTFont

# Tables that are of no use in a book, or wrong once the measures have changed. The engine would
# raise a line that mixes Chinese and Latin by what BASE says.
_DROPPED = ("BASE", "DSIG", "hdmx", "LTSH", "VDMX")
_NO_BREAK_SPACE = 0xA0


@dataclass(frozen=True)
class Measures:
    """What lines and words are measured by, as parts of the size of the type."""

    ascent: float
    descent: float
    space: float
    x_height: float

    @staticmethod
    def of(font: TTFont) -> Measures:
        """Take the measures of a font."""
        unit, head = font["head"].unitsPerEm, font["hhea"]
        space = font["hmtx"][font.getBestCmap()[ord(" ")]][0]
        x_height = getattr(font["OS/2"], "sxHeight", 0)
        return Measures(head.ascent / unit, -head.descent / unit, space / unit, x_height / unit)


def instance(font: TTFont, weight: int) -> TTFont:
    """Cut one static font from a variable one; the same input gives the same bytes.

    Without a weight, and along all other axes, it is cut where the maker of the font stands.
    """
    if "fvar" not in font:
        return font
    import uharfbuzz  # noqa: PLC0415
    from fontTools.cffLib import CFF2ToCFF  # noqa: PLC0415
    from fontTools.ttLib import TTFont  # noqa: PLC0415
    from fontTools.varLib.instancer import names  # noqa: PLC0415

    axes = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes}
    if weight:
        axes["wght"] = weight
    face = uharfbuzz.Face(plain(font))
    asked = uharfbuzz.SubsetInput()
    asked.keep_everything()
    for axis, value in axes.items():
        asked.pin_axis_location(face, axis, value)
    data = bytes(asked.subset(face).blob.data)
    cut = TTFont(BytesIO(data), recalcTimestamp=False, recalcBBoxes=False)
    if weight:
        names.updateNameTable(font, axes)
        cut["name"] = font["name"]
    if "CFF2" in cut:
        CFF2ToCFF.convertCFF2ToCFF(cut)
    return cut


def plain(font: TTFont) -> bytes:
    """Return the bytes of a font as it was read, out of a collection or WOFF2 if it was in one."""
    written = BytesIO()
    font.save(written)
    return written.getvalue()


def beside(font: TTFont, measures: Measures, size: float = 0, without: str = "") -> TTFont:
    """Fit a font to the measures of the book, and its letters a `size`: 0, what suits them.

    Characters of `without` are taken out: ranges in hexadecimal.
    """
    _number(font)
    _take_out(font, without)
    for tag in _DROPPED:
        if tag in font:
            del font[tag]
    _resize(font, size or _suitable(font, measures), measures)
    _space(font, measures)
    font.flavor = None
    return font


def _number(font: TTFont) -> None:
    """Call every glyph of a font with character ids (CID) by its place.

    The engine writes places where the PDF has ids; in fonts for one country they differ.
    """
    if "CFF " not in font or not hasattr(font["CFF "].cff[0], "ROS"):
        return
    top, old = font["CFF "].cff[0], font.getGlyphOrder()
    new = [old[0], *(f"cid{number:05}" for number in range(1, len(old)))]
    outlines = top.CharStrings
    outlines.charStrings = {
        name: outlines.charStrings[before] for name, before in zip(new, old, strict=True)
    }
    top.charset, top.CIDCount = new, len(new)
    font.setGlyphOrder(new)


def _suitable(font: TTFont, measures: Measures) -> float:
    """The size at which letters are as high as those of the book, down to nine tenths."""
    x_height = getattr(font["OS/2"], "sxHeight", 0) / font["head"].unitsPerEm
    return min(1, max(0.9, measures.x_height / x_height)) if x_height > 0 else 1


def _resize(font: TTFont, size: float, measures: Measures) -> None:
    """Scale a font by its unit, which leaves every outline alone, and set its line measures."""
    rise = measures.ascent - measures.descent
    around = round(font["head"].unitsPerEm / size)
    # Of the units near that size the one at which the middle of the line is a whole number.
    unit = min(range(around - 9, around + 10), key=lambda n: (abs(rise * n - round(rise * n)), n))
    font["head"].unitsPerEm = unit
    ascent = round(measures.ascent * unit)
    descent = ascent - round(rise * unit)
    head, more = font["hhea"], font["OS/2"]
    head.ascent, head.descent, head.lineGap = ascent, -descent, 0
    more.sTypoAscender, more.sTypoDescender, more.sTypoLineGap = ascent, -descent, 0
    more.usWinAscent, more.usWinDescent = ascent, descent
    if "CFF " in font:
        font["CFF "].cff[0].FontMatrix = [1 / unit, 0, 0, 1 / unit, 0, 0]


def _space(font: TTFont, measures: Measures) -> None:
    """Set the width of the space between words."""
    letters = font.getBestCmap()
    width = round(measures.space * font["head"].unitsPerEm)
    for space in (ord(" "), _NO_BREAK_SPACE):
        if name := letters.get(space):
            font["hmtx"][name] = (width, 0)
            _keep(font, name)
            if "CFF " in font:
                _space_of_cff(font["CFF "].cff[0].CharStrings, name, width)


def _keep(font: TTFont, name: str) -> None:
    """Have a glyph not exchanged for another: Cardo has a wider space in Hebrew."""
    lookups = font["GSUB"].table.LookupList if "GSUB" in font else None
    for lookup in lookups.Lookup if lookups else ():
        for table in lookup.SubTable:
            getattr(getattr(table, "ExtSubTable", table), "mapping", {}).pop(name, None)


def _space_of_cff(outlines: Any, name: str, width: int) -> None:
    """In these fonts an outline says its width once more, against what is usual in the font."""
    outline = outlines[name]
    outline.decompile()
    usual = getattr(outline.private, "nominalWidthX", 0)
    outline.program = [width - usual, "endchar"]


def _take_out(font: TTFont, without: str) -> None:
    gone = {character for part in without.split() for character in span(part)}
    for table in font["cmap"].tables if gone else ():
        table.cmap = {code: name for code, name in table.cmap.items() if code not in gone}


def span(part: str) -> range:
    """A range of characters: `05D0-05EA`, or one: `05C7`."""
    first, _, last = part.partition("-")
    return range(int(first, 16), int(last or first, 16) + 1)
