"""PDF: each text set as an offprint, with notes at the foot of the page."""

from pipeline.diagnostics import diagnostic
from pipeline.formats.context import Files, Text
from pipeline.typesetting import composition
from pipeline.typesetting.design import Design


def render(text: Text) -> Files:
    """Give `ID.pdf`; what the engine complains of is reported as O003."""
    pages = text.apply("print")
    made = composition.compose(pages["page"], Design())
    data = composition.for_reading(made, ())
    for words in made.said:
        text.report(diagnostic("O003", text.path, reason=words))
    return {f"{text.id}.pdf": data}
