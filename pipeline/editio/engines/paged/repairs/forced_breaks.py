"""Each break within pages of one name is taken for a forced one."""

from editio.engines.paged.repairs.repair import Mended, Repair
from weasyprint.layout import page

MENDED = Mended(
    "https://github.com/Kozea/WeasyPrint/blob/v70.0/weasyprint/layout/page.py",
    (
        Repair(
            page,
            "remake_page",
            "    context.forced_break = (next_page['break'] != 'any' or next_page['page'])\n",
            """    names = context.__dict__.setdefault('page_names', {})
    names[index] = name
    context.forced_break = next_page['break'] != 'any' or names.get(index - 1) != name
""",
            "Within pages of a name every page break was taken for a forced one, and headings and "
            "quotations kept the space above them at the head of a page.",
        ),
    ),
    {},
    "space above",
)
