"""A declared word space is not taken for a space between two inlines."""

from editio.engines.paged import characters
from editio.engines.paged.repairs.repair import Mended, Repair
from weasyprint.layout import inline

MENDED = Mended(
    "https://github.com/Kozea/WeasyPrint/blob/v70.0/weasyprint/layout/inline.py",
    (
        Repair(
            inline,
            "split_text_box",
            "        box = box.copy_with_text(layout.text)\n",
            "        box = box.copy_with_text(' ' if layout.text == ' \\u200b' else layout.text)\n"
            "        box.divided = is_divided(layout.text, text, resume_index)\n",
            "With a word space declared, the space between two inlines is not taken for a space: "
            "a line could not end there.",
        ),
    ),
    {
        inline: {"is_divided": characters.is_divided},
    },
    "space",
)
