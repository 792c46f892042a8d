"""Characters of a cluster are told of its first glyph alone."""

from editio.engines.paged import characters
from editio.engines.paged.repairs.repair import Mended, Repair
from weasyprint.draw import text

MENDED = Mended(
    "https://github.com/Kozea/WeasyPrint/blob/v70.0/weasyprint/draw/text.py",
    (
        Repair(
            text,
            "draw_text",
            "    emojis = draw_first_line(\n",
            "    tell_characters(stream, textbox.pango_layout)\n    emojis = draw_first_line(\n",
            "Where a cluster has several glyphs all its characters went to the first one drawn: a "
            "point of Hebrew was read as the letter that it first stood under. See characters.",
        ),
    ),
    {
        text: {"tell_characters": characters.tell},
    },
    "characters",
)
