"""Strings that are shown begin with an empty one, and PDFium forgets the move behind it."""

from editio.engines.paged.repairs.repair import Mended, Repair
from weasyprint.draw import text

_CAUSE = (
    "Where a run begins with a glyph that is moved (the space of a justified line in Hebrew or "
    "Arabic, a point), PDFium, and so Chrome, drew it where it would stand unmoved: letters stood "
    "on each other, and lines were not full."
)
MENDED = Mended(
    "https://github.com/Kozea/WeasyPrint/blob/v70.0/weasyprint/draw/text.py",
    (
        Repair(
            text,
            "draw_first_line",
            """            if string:
                stream.show_text(string)
            string = ''
            stream.set_font_size(""",
            """            if string:
                stream.show_text(string.removeprefix('<>'))
            string = ''
            stream.set_font_size(""",
            _CAUSE,
        ),
        Repair(
            text,
            "draw_first_line",
            """                if string:
                    stream.show_text(string)
                stream.set_text_rise(-rise)
""",
            """                if string:
                    stream.show_text(string.removeprefix('<>'))
                stream.set_text_rise(-rise)
""",
            _CAUSE,
        ),
        Repair(
            text,
            "draw_first_line",
            "    # Draw text.\n    stream.show_text(string)\n",
            "    # Draw text.\n    stream.show_text(string.removeprefix('<>'))\n",
            _CAUSE,
        ),
    ),
    {},
    "empty strings",
)
