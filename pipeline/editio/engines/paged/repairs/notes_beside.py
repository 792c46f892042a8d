"""Added: a note of the margin is not divided. See beside.py."""

from math import inf

from editio.engines.paged import beside
from editio.engines.paged.repairs.repair import Mended, Repair
from weasyprint.layout import absolute

MENDED = Mended(
    "https://github.com/Kozea/WeasyPrint/blob/v70.0/weasyprint/layout/absolute.py",
    (
        Repair(
            absolute,
            "absolute_block",
            "    bottom_space += -box.position_y if translate_box_height else translate_y\n",
            "    bottom_space += -box.position_y if translate_box_height else translate_y\n"
            "    bottom_space = -inf if is_beside(box) else bottom_space\n",
            "A note of the margin at the foot of a page was divided. See beside.",
        ),
    ),
    {
        absolute: {"is_beside": beside.is_beside, "inf": inf},
    },
)
