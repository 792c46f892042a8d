"""PDF: each text set as an offprint, with notes at the foot of the page."""

from pathlib import PurePosixPath

from pipeline.diagnostics import diagnostic
from pipeline.formats.context import Files, Text
from pipeline.typesetting import composition
from pipeline.typesetting.attachments import Source


def render(text: Text) -> Files:
    """Give `ID.pdf`, and the same for the press where it is wanted.

    What the engine complains of is reported as O003.
    """
    pages = text.apply("print")
    made = composition.compose(pages["page"], text.design)
    files = {f"{text.id}.pdf": composition.for_reading(made, (_source(text),))}
    if text.design.press:
        files[f"press/{text.id}.pdf"] = composition.for_press(made, text.design)
    for words in made.said:
        text.report(diagnostic("O003", text.path, reason=words))
    return files


def _source(text: Text) -> Source:
    return Source(PurePosixPath(text.path).name, "TEI source of this text", text.tei)
