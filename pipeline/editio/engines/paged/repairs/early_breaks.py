"""A line breaks early where only the space before an inline does not fit."""

from editio.engines.paged.repairs.repair import Mended, Repair
from weasyprint.text import line_break

MENDED = Mended(
    "https://github.com/Kozea/WeasyPrint/blob/v70.0/weasyprint/text/line_break.py",
    (
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
        ),
    ),
    {},
    "early",
)
