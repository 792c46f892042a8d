"""The volume: all texts in one book, with front matter, indexes and page numbers of its own."""

from pipeline.diagnostics import diagnostic
from pipeline.formats.context import Files, Whole
from pipeline.saxon import EDITIO, strings
from pipeline.typesetting import composition
from pipeline.typesetting.attachments import Source
from pipeline.typesetting.design import Design

NAME = "edition"


def volume(whole: Whole, parts: Files, design: Design) -> Files:
    """Give `edition.pdf`, and the same for the press where it is wanted.

    `parts` are the texts as print.xsl made them.
    """
    texts = "".join(part.decode() for part in parts.values())
    made = composition.compose_indexed(lambda locators: _page(whole, texts + locators), design)
    files = {f"{NAME}.pdf": composition.for_reading(made, _sources(whole))}
    if design.press:
        files[f"press/{NAME}.pdf"] = composition.for_press(made, design)
    for words in made.said:
        whole.report(diagnostic("O003", f"{NAME}.pdf", reason=words))
    return files


def _page(whole: Whole, bound: str) -> str:
    """Bind facts, registers, parts and locators into the page of the volume."""
    everything = "".join((*whole.facts, *whole.registers, bound))
    document = whole.engine.parse(f'<ed:volume xmlns:ed="{EDITIO}">{everything}</ed:volume>')
    parameters = {
        "labels": whole.labels,
        "edition": whole.edition,
        **({"about": whole.about} if whole.about else {}),
    }
    return strings(whole.engine.run("volume", document, "volume", parameters).value)["page"]


def _sources(whole: Whole) -> tuple[Source, ...]:
    """Every file that the book was made from; those of one name are told apart by folder."""
    return tuple(
        Source(one.path.replace("/", "-"), "TEI source of this edition", one.data)
        for one in whole.source.documents
    )
