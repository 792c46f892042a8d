"""Elements of the structure have no language."""

from editio.engines.paged import structure
from editio.engines.paged.repairs.repair import Mended, Repair
from weasyprint.pdf import tags

MENDED = Mended(
    "https://github.com/Kozea/WeasyPrint/blob/v70.0/weasyprint/pdf/tags.py",
    (
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
        ),
    ),
    {
        tags: {"say_more_of": structure.say_more_of},
    },
    "language",
)
