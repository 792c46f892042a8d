"""Repairs to WeasyPrint at run time, each with its cause; loud when upstream changed beneath.

The version is pinned in pyproject.toml. tests/typesetting/test_repairs.py shows each fault in the
engine as shipped, so that a repair that upstream has made unnecessary is found and removed. The
other repairs add to the engine: notes divided over pages, lines chosen together.
"""

import inspect
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from types import ModuleType

from weasyprint import document, draw, layout, pdf
from weasyprint.draw import text
from weasyprint.layout import block, inline, page
from weasyprint.pdf import tags
from weasyprint.text import line_break

from pipeline.typesetting import characters, fit, foot, justification, notes, structure


@dataclass(frozen=True)
class Repair:
    """One piece of one function of the engine, what takes its place, and why.

    `fault` names the case in tests/typesetting/test_repairs.py that shows a fault of the engine
    as shipped; without one the repair adds something that the engine never set out to do.
    """

    module: ModuleType
    function: str
    old: str
    new: str
    cause: str
    fault: str = ""


REPAIRS = (
    Repair(
        block,
        "_linebox_layout",
        "report = not context.in_column and can_break_now and not could_break_before",
        "report = False",
        "Since version 66 (pull request 2437) notes already placed are pushed to the next page to "
        "make room for a line: a note could be lost or leave the page of its call.",
        "lost",
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
                    forced=page_is_empty and not new_children)
                if overflow:
""",
        "A note is never divided: one that is taller than what is left of the page leaves its "
        "call, or wrecks the pages behind it. notes.place divides it.",
        "long",
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
        "    go_on_with_notes(context, reported_footnotes, alone=page_type.blank)\n",
        "What is left of divided notes opens the foot of the next page.",
    ),
    Repair(
        page,
        "make_page",
        "    footnote_area = build.create_anonymous_boxes(footnote_area.deepcopy())\n",
        "    footnote_area = ready_foot(footnote_area)\n",
        "Notes from places with different page names were torn apart, and the second was lost.",
        "torn",
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
        "With the last page of the text up to date, pages that only finish a note were dropped.",
    ),
    Repair(
        tags,
        "_build_box_tree",
        """    # Handle special cases.
    if tag == 'Figure':
""",
        """    say_more_of(element, box, parent)
    if tag == 'Figure':
""",
        "Structure elements had no language, and notes were not told from spans.",
        "language",
    ),
    Repair(
        pdf,
        "generate_pdf",
        "(files(__package__) / 'sRGB2014.icc').open('rb')",
        "BytesIO((files(__package__) / 'sRGB2014.icc').read_bytes())",
        "The file of the colour profile was left open.",
        "profile",
    ),
    Repair(
        inline,
        "split_text_box",
        "        box = box.copy_with_text(layout.text)\n",
        "        box = box.copy_with_text(' ' if layout.text == ' \\u200b' else layout.text)\n",
        "With a word space declared, the space between two inlines is not taken for a space, so "
        "that a line could not end there.",
        "space",
    ),
    Repair(
        inline,
        "get_next_linebox",
        "        max_x = position_x + available_width\n",
        "        max_x = position_x + fitting_width(\n"
        "            context, linebox, skip_stack, available_width)\n",
        "Lines are filled one by one, and their spaces only stretched. See fit.",
    ),
    Repair(
        inline,
        "get_next_linebox",
        """        offset_x = text_align(
            context, line, new_available_width,
""",
        """        offset_x = align_fitted(
            context, line, new_available_width,
""",
        "Only spaces took part in justification, and none of them shrank. See justification.",
    ),
    Repair(
        text,
        "draw_text",
        "Matrix(d=-1, e=x, f=y)",
        "Matrix(a=getattr(textbox, 'stretch', 1), d=-1, e=x, f=y)",
        "Letters could not be widened. See justification.",
    ),
    Repair(
        text,
        "draw_text",
        "    emojis = draw_first_line(\n",
        "    tell_characters(stream, textbox.pango_layout)\n    emojis = draw_first_line(\n",
        "Where a cluster has several glyphs all its characters went to the first one drawn: a "
        "point of Hebrew was read as the letter that it first stood under. See characters.",
        "characters",
    ),
    Repair(
        line_break,
        "split_first_line",
        "    # Step #3: Try to put the first word",
        """    if resume_index is None and space_collapse and text.endswith(' '):
        bare = create_layout(text.rstrip(' '), style, context, max_width, justification_spacing)
        bare_line, bare_index = bare.get_first_line()
        if bare_index is None and line_size(bare_line, style)[0] <= max_width:
            return first_line_metrics(
                first_line, text, layout, resume_index, space_collapse, style)
    # Step #3: Try to put the first word""",
        "A line broke after its first word where only the space before an inline did not fit.",
        "early",
    ),
)


@cache
def apply() -> None:
    """Mend the engine once per process. Raises RuntimeError if it is not as expected."""
    block.__dict__["place_note"] = notes.place
    text.__dict__["tell_characters"] = characters.tell
    pdf.__dict__["BytesIO"] = BytesIO
    inline.__dict__.update(fitting_width=fit.limit, align_fitted=justification.align)
    tags.__dict__["say_more_of"] = structure.say_more_of
    page.__dict__.update(
        go_on_with_notes=notes.go_on,
        ready_foot=foot.ready,
        bring_over=notes.bring_over,
        carry_over=notes.carry_over,
        handed_on=notes.handed_on,
    )
    for module, function in dict.fromkeys((one.module, one.function) for one in REPAIRS):
        _mend(module, function)
    inline.split_first_line = line_break.split_first_line
    block.iter_line_boxes = inline.iter_line_boxes
    layout.make_all_pages = page.make_all_pages
    document.generate_pdf = pdf.generate_pdf
    pdf.add_tags = tags.add_tags
    draw.draw_text = text.draw_text
    layout.LayoutContext._update_footnote_area = foot.set_area
    layout.LayoutContext.unlayout_footnote = notes.take_back


def _mend(module: ModuleType, function: str) -> None:
    """Recompile one function of the engine with all its repairs."""
    text = inspect.getsource(getattr(module, function))
    for one in REPAIRS:
        if (one.module, one.function) == (module, function):
            if text.count(one.old) != 1:
                place = f"{module.__name__}.{function}"
                raise RuntimeError(f"WeasyPrint changed {place}: review {__file__}")
            text = text.replace(one.old, one.new)
    code = compile(text, str(module.__file__), "exec")
    exec(code, module.__dict__)  # the module's own source, a few lines changed
