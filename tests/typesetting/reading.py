"""What a PDF gives back to its readers: its words, by PDFium; its faces, by pikepdf."""

from pathlib import Path

import pikepdf
import pypdfium2


def given_back(file: Path) -> str:
    """Return the text of all pages, as a reader that copies it has it."""
    pdf = pypdfium2.PdfDocument(file)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf)
    finally:
        pdf.close()


def faces(file: Path) -> set[str]:
    """Return the PostScript names of the faces, without the mark of a subset."""
    with pikepdf.open(file) as pdf:
        return {
            str(one.FontName).rpartition("+")[2].lstrip("/")
            for one in pdf.objects
            if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor"
        }
