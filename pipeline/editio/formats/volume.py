"""The volume: all texts in one book, with front matter, indexes and page numbers of its own."""

from dataclasses import dataclass

from editio.diagnostics import progress
from editio.engines.paged import composition
from editio.engines.paged.attachments import Source
from editio.engines.paged.design import Design
from editio.engines.saxon import EDITIO, strings
from editio.formats.cited import of_edition
from editio.formats.complaints import told
from editio.model.context import Files, Whole

NAME = "edition"


@dataclass(frozen=True)
class Bound:
    """The files of a volume, and what the engine complained of."""

    files: Files
    said: tuple[str, ...]


def volume(whole: Whole, parts: Files, design: Design) -> Files:
    """Return `edition.pdf`, and the same for the press where it is wanted.

    `parts` are the texts as print.xsl made them. A volume that was set before is recalled.
    """
    texts = "".join(part.decode() for part in parts.values())
    about = whole.about and str(whole.about)
    registers = tuple(one.xml for one in whole.registers)
    asked = (NAME, texts, tuple(whole.facts_xml), registers, about, whole.title, design,
             whole.surroundings.lang, of_edition(whole), _sources(whole), whole.media,
             *whole.front.values())  # fmt: skip
    bound = whole.store.recall(asked, Bound) if whole.store else None
    if bound is None:
        bound = _bound(whole, texts, design)
        if whole.store:
            whole.store.keep(asked, bound)
    texts_told = {one.path for one in whole.edition.texts}
    for words in bound.said:
        found = told(words, f"{NAME}.pdf", _searched(whole))
        # Of a number in place of a character, a picture, a formula the text itself has told.
        if found.code not in {"O003", "O030"} or not (found.line and found.file in texts_told):
            whole.report(found)
    return bound.files


def _bound(whole: Whole, texts: str, design: Design) -> Bound:
    """Set the volume and write it."""
    shown = {one.name: one.data for one in whole.media}
    with progress.pages(f"{NAME}.pdf"):
        made = composition.compose_indexed(
            lambda locators: _page(whole, texts + locators), design, shown
        )
        files = {f"{NAME}.pdf": composition.for_reading(made, _sources(whole))}
        if design.press:
            files[f"press/{NAME}.pdf"] = composition.for_press(made, design)
    return Bound(files, tuple(dict.fromkeys(made.said)))


def _searched(whole: Whole) -> dict[str, bytes]:
    """Where a character may be that the volume alone shows: a text would have told of its own."""
    edition = whole.edition
    others = [*edition.registers, *([edition.about] if edition.about else [])]
    return {one.path: one.data for one in (*others, *edition.texts)}


def _page(whole: Whole, bound: str) -> str:
    """Bind facts, registers, parts and locators into the page of the volume."""
    everything = "".join((*whole.facts_xml, *(one.xml for one in whole.registers), bound))
    document = whole.engine.parse(f'<ed:volume xmlns:ed="{EDITIO}">{everything}</ed:volume>')
    parameters = {
        "labels": whole.labels,
        "edition": whole.title,
        "language": whole.surroundings.lang,
        "cited": of_edition(whole),
        **({"about": whole.about} if whole.about else {}),
    }
    if whole.front:
        front = map(whole.engine.parse, whole.front.values())
        parameters["front"] = whole.engine.sequence(*front)
    return strings(whole.engine.run("volume", document, "volume", parameters).value)["page"]


def _sources(whole: Whole) -> tuple[Source, ...]:
    """Every file that the book was made from; those of one name are told apart by folder."""
    return tuple(
        Source(one.path.replace("/", "-"), "TEI source of this edition", one.data)
        for one in whole.edition.documents
    )
