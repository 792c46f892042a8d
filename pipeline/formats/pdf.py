"""PDF: each text set as an offprint, its notes at the foot of the page, and all in one volume."""

import re
import unicodedata
from pathlib import PurePosixPath

from pipeline import progress
from pipeline.diagnostics import Diagnostic, diagnostic
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
    for words in made.said:
        text.report(_told(words, text))
    return files


def assemble(whole: Whole) -> Files:
    """Give the offprints, the volume, and the licence of the type that they embed."""
    design = whole.source.project.settings.print
    kept = {path: data for path, data in whole.parts.items() if path.endswith(".pdf")}
    kept["OFL.txt"] = fonts.licence()
    if not design.volume:
        return kept
    parts = {path: data for path, data in whole.parts.items() if path.startswith(_PARTS)}
    return kept | volume(whole, parts, design)


def _told(words: str, text: Text) -> Diagnostic:
    """Tell a complaint of the engine; one about a character at the place of that character."""
    missing = re.search(r"\.notdef .*\(U\+([0-9A-F]+)\)", words)
    if missing is None:
        return diagnostic("O003", text.path, reason=words)
    character = chr(int(missing[1], 16))
    name = unicodedata.name(character, f"U+{missing[1]}")
    place = _place(character, text.tei.decode("utf-8", "replace"))
    return diagnostic("O005", text.path, *place, character=character, name=name)


def _place(character: str, source: str) -> tuple[int, int]:
    """Line and column of a character, written as itself or by its number."""
    written = f"{re.escape(character)}|&#0*{ord(character)};|&#x0*{ord(character):x};"
    found = re.search(written, source, re.IGNORECASE)
    if found is None:
        return 1, 1
    before = source[: found.start()]
    return before.count("\n") + 1, found.start() - before.rfind("\n")


def _source(text: Text) -> Source:
    return Source(PurePosixPath(text.path).name, "TEI source of this text", text.tei)
