"""The file of the colour profile is left open."""

from io import BytesIO

from editio.engines.paged.repairs.repair import Mended, Repair
from weasyprint import pdf

MENDED = Mended(
    "https://github.com/Kozea/WeasyPrint/blob/v70.0/weasyprint/pdf/__init__.py",
    (
        Repair(
            pdf,
            "generate_pdf",
            "(files(__package__) / 'sRGB2014.icc').open('rb')",
            "BytesIO((files(__package__) / 'sRGB2014.icc').read_bytes())",
            "The file of the colour profile was left open.",
        ),
    ),
    {
        pdf: {"BytesIO": BytesIO},
    },
    "profile",
)
