"""PDF: each text set as an offprint, its notes at the foot of the page, and all in one volume."""

from pathlib import PurePosixPath

from pipeline import progress
from pipeline.formats.complaints import told
from pipeline.formats.context import Files, Text, Whole
from pipeline.formats.volume import volume
from pipeline.typesetting import composition, fonts
from pipeline.typesetting.attachments import Source

# What `render` leaves for the volume, beside what is published.
_PARTS = "parts/"


def prepare() -> None:
    """Have the faces cut once on this machine, not by every worker."""
    fonts.folder()


def render(text: Text) -> Files:
    """Give `ID.pdf`, the same for the press where it is wanted, and parts for the volume.

    What the engine complains of is reported as O003, a character without a form as O005.
    """
    pages = text.apply("print")
    with progress.pages(f"{text.id}.pdf"):
        made = composition.compose(pages["page"], text.design)
        files = {
            f"{text.id}.pdf": composition.for_reading(made, (_source(text),)),
            f"{_PARTS}{text.id}": pages["parts"].encode(),
        }
        if text.design.press:
            files[f"press/{text.id}.pdf"] = composition.for_press(made, text.design)
    for words in dict.fromkeys(made.said):
        text.report(told(words, text.path, {text.path: text.tei}))
    return files


def assemble(whole: Whole) -> Files:
    """Give the offprints, the volume, and the licences of the faces that they embed."""
    design = whole.source.project.settings.print
    kept = {path: data for path, data in whole.parts.items() if path.endswith(".pdf")}
    kept["OFL.txt"] = fonts.licence()
    if not design.volume:
        return kept
    parts = {path: data for path, data in whole.parts.items() if path.startswith(_PARTS)}
    return kept | volume(whole, parts, design)


def _source(text: Text) -> Source:
    return Source(PurePosixPath(text.path).name, "TEI source of this text", text.tei)
