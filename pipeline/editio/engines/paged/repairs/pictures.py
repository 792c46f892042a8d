"""Added: a picture that does not fit goes to the head of the next page. See floats.py."""

from editio.engines.paged import floats
from editio.engines.paged.repairs.repair import Mended, Repair
from weasyprint.layout import block, page

MENDED = Mended(
    "https://github.com/Kozea/WeasyPrint/blob/v70.0/weasyprint/layout/block.py",
    (
        Repair(
            block,
            "_in_flow_layout",
            "    abort = stop = False\n",
            """    abort = stop = False
    margins_before = list(adjoining_margins)
    if picture_passes(context, box, index, child):
        return (
            False, False, None, position_y, adjoining_margins, next_page, new_children,
            max_lines)
""",
            "Pictures never leave their place. See floats.",
        ),
        Repair(
            block,
            "_in_flow_layout",
            "        # Nothing fits in the remaining space of this page: break.\n",
            """        if new_children and picture_waits(context, box, index, child):
            return (
                False, False, None, position_y, margins_before, next_page, new_children,
                max_lines)
""",
            "A picture that did not fit left the rest of its page empty. See floats.",
        ),
        Repair(
            page,
            "make_page",
            "    # Display out-of-flow boxes broken on the previous page.\n",
            "    pictures = set_pictures(context, page, root_box, blank=page_type.blank)\n",
            "Pictures never open a page that they do not stand on. See floats.",
        ),
        Repair(
            page,
            "make_page",
            "    root_box.children = out_of_flow_boxes + root_box.children\n",
            "    root_box.children = pictures + out_of_flow_boxes + root_box.children\n",
            "Pictures that open a page stand before its text. See floats.",
        ),
        Repair(
            page,
            "make_all_pages",
            "            page, resume_at = remake_page(i, context, root_box, html)\n",
            """            begin_pictures(context, i)
            page, resume_at = remake_page(i, context, root_box, html)
            end_pictures(context, i)
""",
            "A page that is made again forgot the pictures that the page before it "
            "hands on. See floats.",
        ),
    ),
    {
        block: {"picture_passes": floats.passes, "picture_waits": floats.waits},
        page: {
            "begin_pictures": floats.begin,
            "end_pictures": floats.end,
            "set_pictures": floats.set_at_head,
        },
    },
)
