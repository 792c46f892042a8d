"""A note is never divided over pages; notes.py divides it."""

from editio.engines.paged import notes
from editio.engines.paged.repairs.repair import Mended, Repair
from weasyprint.layout import block, page

MENDED = Mended(
    "https://github.com/Kozea/WeasyPrint/issues/1833",
    (
        Repair(
            block,
            "_linebox_layout",
            """            context.overflows_page(bottom_space, new_position_y + offset_y))
        if overflow:
""",
            """            context.overflows_page(bottom_space, new_position_y + offset_y) and
            not notes_give_way(
                context, new_position_y + offset_y + bottom_space, below=not page_is_empty))
        if overflow:
""",
            "A long note in the first line of a paragraph took the room of the second: both went "
            "to the next page, and with them what must stand above. See notes.give_way.",
        ),
        Repair(
            block,
            "_linebox_layout",
            """                overflow = context.layout_footnote(footnote)
                new_footnotes.append(footnote)
                overflow = (
                    overflow or
                    context.reported_footnotes or
                    context.overflows_page(bottom_space, new_position_y + offset_y))
                if overflow:
                    context.report_footnote(footnote)
""",
            """                new_footnotes.append(footnote)
                overflow = not place_note(
                    context, footnote, new_position_y + offset_y + bottom_space,
                    forced=page_is_empty and not new_children,
                    opens=not new_children)
                if overflow:
""",
            "A note is never divided: one that is taller than what is left of the page leaves its "
            "call, or wrecks the pages behind it. notes.place divides it.",
        ),
        Repair(
            page,
            "make_page",
            """    for i, reported_footnote in enumerate(reported_footnotes):
        context.footnotes.append(reported_footnote)
        overflow = context.layout_footnote(reported_footnote)
        if overflow and i != 0:
            context.report_footnote(reported_footnote)
            context.reported_footnotes = reported_footnotes[i:]
            break
""",
            "    alone = page_type.blank or context.notes_alone\n"
            "    go_on_with_notes(context, reported_footnotes, alone=alone)\n",
            "What is left of divided notes opens the foot of the next page.",
        ),
        Repair(
            page,
            "remake_page",
            """        (context.reported_footnotes and resume_at is None))
    side = 'right' if right_page else 'left'
""",
            """        (context.reported_footnotes and
         (resume_at is None or next_page['break'] != 'any')))
    context.notes_alone = bool(blank and context.reported_footnotes)
    side = 'right' if right_page else 'left'
""",
            "Where a text ends, what is left of its notes went to the first page of the next one, "
            "and took the room of its title.",
        ),
        Repair(
            page,
            "remake_page",
            "    page_type = PageType(side, blank, name, index, groups)\n",
            "    styled_blank = blank and not context.notes_alone\n"
            "    page_type = PageType(side, styled_blank, name, index, groups)\n",
            "A page of notes alone has a number and a running head.",
        ),
        Repair(
            page,
            "make_page",
            "    if page_type.blank:\n        previous_resume_at = resume_at\n",
            "    if page_type.blank or context.notes_alone:\n"
            "        previous_resume_at = resume_at\n",
            "A page of notes alone holds no text.",
        ),
        Repair(
            page,
            "make_page",
            "    if page_type.blank:\n        resume_at = previous_resume_at\n",
            "    if page_type.blank or context.notes_alone:\n"
            "        resume_at = previous_resume_at\n",
            "Behind a page of notes alone the text goes on where it was.",
        ),
        Repair(
            page,
            "make_all_pages",
            "            page, resume_at = remake_page(i, context, root_box, html)\n",
            """            bring_over(context, i)
            page, resume_at = remake_page(i, context, root_box, html)
            carry_over(context, i)
""",
            "A page that is made again forgot the notes that the page before it hands on.",
        ),
        Repair(
            page,
            "make_all_pages",
            """            reported_footnotes = None
            yield pages[i]
""",
            """            reported_footnotes = handed_on(context, i)
            yield pages[i]
""",
            "With the last page of the text up to date, pages that only finish "
            "a note were dropped.",
        ),
    ),
    {
        block: {"place_note": notes.place, "notes_give_way": notes.give_way},
        page: {
            "go_on_with_notes": notes.go_on,
            "bring_over": notes.bring_over,
            "carry_over": notes.carry_over,
            "handed_on": notes.handed_on,
        },
    },
    "long",
)
