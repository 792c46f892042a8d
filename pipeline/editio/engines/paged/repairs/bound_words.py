"""A line breaks after its first word where only the no-break space behind a text does not fit."""

from editio.engines.paged.repairs.repair import Mended, Repair
from weasyprint.text import line_break

MENDED = Mended(
    "https://github.com/Kozea/WeasyPrint/blob/v70.0/weasyprint/text/line_break.py",
    (
        Repair(
            line_break,
            "split_first_line",
            """    first_line_width, _ = line_size(first_line, style)
    if resume_index is None and first_line_width <= max_width:""",
            """    first_line_width, _ = line_size(first_line, style)
    if resume_index is None and first_line_width > max_width and text.endswith('\\xa0'):
        bare = create_layout(text.rstrip('\\xa0'), style, context, None, justification_spacing)
        bare_width, _ = line_size(bare.get_first_line()[0], style)
        if bare_width <= max_width:
            return split_first_line(
                text, style, context, bare_width - 1, justification_spacing, is_line_start, minimum)
    if resume_index is None and first_line_width <= max_width:""",
            "A line broke after its first word where its last one was bound to an inline.",
        ),
    ),
    {},
    "bound",
)
