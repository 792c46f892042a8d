"""From a page in HTML to finished PDFs: key its textual notes to their lines, set its margins,
write it. Each step adds style rules or looks at boxes; the page stays as it is.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.typesetting import lines, locators, setter
from pipeline.typesetting.attachments import Source
from pipeline.typesetting.design import Design

if TYPE_CHECKING:
    from weasyprint import Document

# Keys move a textual note's words, these may move a line, and that the key: it settles soon.
_ROUNDS = 5


@dataclass
class Composed:
    """A page laid out as it will be printed, the lines of its textual notes, and complaints."""

    page: str
    document: "Document"
    keys: dict[str, int]
    said: list[str] = field(default_factory=list)


def compose(page: str, design: Design) -> Composed:
    """Lay out a page in its final form."""
    made = _keyed(page, design, {})
    _set_margins(made.document, design)
    return made


def compose_indexed(page: Callable[[str], str], design: Design) -> Composed:
    """Lay out a page whose indexes name its own pages. `page` takes the locators."""
    document, _ = setter.lay_out(page(""), design)
    keys, found = lines.keys(document.pages), _places(document)
    for _ in range(_ROUNDS):
        made = _keyed(page(locators.as_xml(found)), design, keys)
        keys, seen = made.keys, _places(made.document)
        if seen == found:
            break
        found = seen
    else:
        made.said.append("the pages in the indexes do not settle")
    _set_margins(made.document, design)
    return made


def _keyed(page: str, design: Design, found: dict[str, int]) -> Composed:
    """Lay out a page until the lines that its textual notes name are those they are called in."""
    for _ in range(_ROUNDS):
        document, said = setter.lay_out(page, design, lines.key_sheet(found))
        seen = lines.keys(document.pages)
        if seen == found:
            return Composed(page, document, found, said)
        found = seen
    said.append("the line numbers of the textual notes do not settle")
    return Composed(page, document, found, said)


def _places(document: "Document") -> dict[str, list[locators.Place]]:
    from pipeline.typesetting.archive import main_part  # noqa: PLC0415  # needs the engine

    return locators.places(document.pages, main_part(document))


def _set_margins(document: "Document", design: Design, ink: str = "") -> None:
    from pipeline.typesetting.margins import number_lines  # noqa: PLC0415  # needs the engine

    configuration, sheets = setter.styles(design)
    if ink:
        from weasyprint import CSS  # noqa: PLC0415

        sheets = [*sheets, CSS(string=ink, font_config=configuration)]
    number_lines(document, design.line_numbers, sheets, configuration)


def for_reading(made: Composed, sources: tuple[Source, ...]) -> bytes:
    """Write the PDF that is read and kept; complaints are added to those of the layout."""
    from pipeline.typesetting import archive  # noqa: PLC0415

    return _written(made, lambda: archive.for_reading(made.document, sources))


def for_press(made: Composed, design: Design) -> bytes:
    """Lay out the same lines in black ink, with bleed and marks, and write them."""
    from pipeline.typesetting import archive  # noqa: PLC0415

    more = f"{lines.key_sheet(made.keys)}\n{design.press_css()}"
    document, said = setter.lay_out(made.page, design, more, variant=None)
    made.said.extend(said)
    _set_margins(document, design, design.press_css())
    return _written(made, lambda: archive.for_press(document))


def _written(made: Composed, write: Callable[[], bytes]) -> bytes:
    with setter.complaints(made.said):
        return write()
