"""The foot of a page is torn where pages of two names meet."""

from editio.engines.paged import foot
from editio.engines.paged.repairs.repair import Mended, Repair
from weasyprint.layout import page

MENDED = Mended(
    "https://github.com/Kozea/WeasyPrint/blob/v70.0/weasyprint/layout/page.py",
    (
        Repair(
            page,
            "make_page",
            "    footnote_area = build.create_anonymous_boxes(footnote_area.deepcopy())\n",
            "    footnote_area = ready_foot(footnote_area)\n",
            "Notes from places with different page names were torn apart, and the second was lost.",
        ),
    ),
    {
        page: {"ready_foot": foot.ready},
    },
    "torn",
)
