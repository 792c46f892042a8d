"""Notes that are placed already are pushed to the next page to make room for a line."""

from editio.engines.paged.repairs.repair import Mended, Repair
from weasyprint.layout import block

MENDED = Mended(
    "https://github.com/Kozea/WeasyPrint/pull/2437",
    (
        Repair(
            block,
            "_linebox_layout",
            "report = not context.in_column and can_break_now and not could_break_before",
            "report = False",
            "Since version 66 notes already placed are pushed to the next page to "
            "make room for a line: a note could be lost or leave the page of its call.",
        ),
    ),
    {},
    "lost",
)
