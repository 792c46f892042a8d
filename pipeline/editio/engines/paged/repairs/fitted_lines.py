"""Added: lines of a paragraph are chosen together, their spaces and letters fitted."""

from editio.engines.paged import fit, justification
from editio.engines.paged.repairs.repair import Mended, Repair
from weasyprint.draw import text
from weasyprint.layout import inline

MENDED = Mended(
    "https://github.com/Kozea/WeasyPrint/blob/v70.0/weasyprint/layout/inline.py",
    (
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
    ),
    {
        inline: {"fitting_width": fit.limit, "align_fitted": justification.align},
    },
)
