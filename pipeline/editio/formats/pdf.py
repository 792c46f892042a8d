"""PDF: each text set as an offprint, its notes at the foot of the page, and all in one volume."""

from pathlib import PurePosixPath

from editio.diagnostics import progress
from editio.engines.paged import composition, fonts
from editio.engines.paged.attachments import Source
from editio.engines.paged.given import given
from editio.formats.cited import of_text
from editio.formats.complaints import told
from editio.formats.volume import volume
from editio.model.context import Files, Text, Whole

# What `render` leaves for the volume, beside what is published.
_PARTS = "parts/"
# The words of the pages of a text, where they are compared; not published.
GIVEN = "given/"


def prepare() -> None:
    """Have the faces cut once on this machine, not by every worker."""
    fonts.folder()


def render(text: Text) -> Files:
    """Return `ID.pdf`, the same for the press where it is wanted, and parts for the volume.

    What the engine complains of is reported as O003, a character without a form as O005.
    """
    design = text.design
    asked = {"notes-at": design.notes, "range": design.apparatus_range, "cited": of_text(text)}
    pages = text.apply("print", parallel=design.parallel, **asked)
    with progress.pages(f"{text.id}.pdf"):
        shown = {one.name: one.data for one in text.media}
        made = composition.compose(pages["page"], text.design, shown)
        files = {
            f"{text.id}.pdf": composition.for_reading(made, (_source(text),)),
            f"{_PARTS}{text.id}": pages["parts"].encode(),
        }
        if text.design.verify:
            files[f"{GIVEN}{text.id}"] = given(made.document).encode()
        if text.design.press:
            files[f"press/{text.id}.pdf"] = composition.for_press(made, text.design)
    for words in dict.fromkeys(made.said):
        text.report(told(words, text.path, {text.path: text.tei}))
    return files


def assemble(whole: Whole) -> Files:
    """Return the offprints, the volume, and the licences of the faces that they embed."""
    design = whole.edition.project.settings.print
    kept = {path: data for path, data in whole.parts.items() if path.endswith(".pdf")}
    kept["OFL.txt"] = fonts.licence()
    if not design.volume:
        return kept
    parts = {path: data for path, data in whole.parts.items() if path.startswith(_PARTS)}
    return kept | volume(whole, parts, design)


def _source(text: Text) -> Source:
    return Source(PurePosixPath(text.path).name, "TEI source of this text", text.tei)
