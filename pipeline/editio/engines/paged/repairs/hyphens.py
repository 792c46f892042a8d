"""Added: a hyphen that divides a word is told from one of the word."""

from editio.engines.paged import characters
from editio.engines.paged.repairs.repair import Mended, Repair
from weasyprint.draw import text

MENDED = Mended(
    "https://github.com/Kozea/WeasyPrint/blob/v70.0/weasyprint/draw/text.py",
    (
        Repair(
            text,
            "draw_text",
            "    stream.end_text()\n",
            "    tell_hyphen(stream, textbox)\n    stream.end_text()\n",
            "A hyphen that divides a word at the end of a line was read as one of the word.",
        ),
    ),
    {
        text: {"tell_hyphen": characters.tell_hyphen},
    },
)
