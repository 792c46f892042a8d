"""PDF: each text set as an offprint, its notes at the foot of the page, and all in one volume."""

from pathlib import PurePosixPath

from pipeline.diagnostics import diagnostic
from pipeline.formats.context import Files, Text, Whole
from pipeline.formats.volume import volume
from pipeline.typesetting import composition, fonts
from pipeline.typesetting.attachments import Source

# What `render` leaves for the volume, beside what is published.
_PARTS, _RULES = "parts/", "rules/"


def render(text: Text) -> Files:
    """Give `ID.pdf`, the same for the press where it is wanted, and parts for the volume.

    What the engine complains of is reported as O003.
    """
    pages = text.apply("print")
    made = composition.compose(pages["page"], text.design)
    files = {
        f"{text.id}.pdf": composition.for_reading(made, (_source(text),)),
        f"{_PARTS}{text.id}": pages["parts"].encode(),
        f"{_RULES}{text.id}": made.fit.encode(),
    }
    if text.design.press:
        files[f"press/{text.id}.pdf"] = composition.for_press(made, text.design)
    for words in made.said:
        text.report(diagnostic("O003", text.path, reason=words))
    return files


def assemble(whole: Whole) -> Files:
    """Give the offprints, the volume, and the licence of the type that they embed."""
    design = whole.source.project.settings.print
    kept = {path: data for path, data in whole.parts.items() if path.endswith(".pdf")}
    kept["OFL.txt"] = fonts.licence()
    if not design.volume:
        return kept
    parts = {path: data for path, data in whole.parts.items() if path.startswith(_PARTS)}
    rules = [data.decode() for path, data in whole.parts.items() if path.startswith(_RULES)]
    return kept | volume(whole, parts, "\n".join(rules), design)


def _source(text: Text) -> Source:
    return Source(PurePosixPath(text.path).name, "TEI source of this text", text.tei)
