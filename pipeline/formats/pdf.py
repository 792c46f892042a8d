"""PDF: each text set as an offprint, with notes at the foot of the page."""

from pipeline.diagnostics import diagnostic
from pipeline.formats.context import Files, Text
from pipeline.typesetting.setter import set_pages


def render(text: Text) -> Files:
    """Give `ID.pdf`; what the engine complains of is reported as O003."""
    files: Files = {}
    for path, page in text.apply("print").items():
        files[path], said = set_pages(page)
        for words in said:
            text.report(diagnostic("O003", text.path, reason=words))
    return files
