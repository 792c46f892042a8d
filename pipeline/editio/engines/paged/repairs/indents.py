"""The first line of a paragraph from right to left is indented, or hangs, at its end."""

from editio.engines.paged.repairs.repair import Mended, Repair
from weasyprint.layout import inline

MENDED = Mended(
    "https://github.com/Kozea/WeasyPrint/blob/v70.0/weasyprint/layout/inline.py",
    (
        Repair(
            inline,
            "get_next_linebox",
            """            offset_x *= -1
            offset_x -= line.width
""",
            """            offset_x *= -1
            offset_x -= line.width
            for child in line.children if linebox.text_indent else ():
                child.translate(-linebox.text_indent)
""",
            "What begins on the right was indented on the left.",
        ),
    ),
    {},
    "indent",
)
