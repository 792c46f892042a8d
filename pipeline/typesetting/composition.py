"""From a page in HTML to finished PDFs: fit its paragraphs, key its textual notes to their lines,
set its margins, write it. Each step adds style rules or looks at boxes; the page stays as it is.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.typesetting import lines, setter
from pipeline.typesetting.attachments import Source
from pipeline.typesetting.design import Design

if TYPE_CHECKING:
    from weasyprint import Document

# Keys move a textual note's words, these may move a line, and that the key: it settles soon.
_ROUNDS = 5


@dataclass
class Composed:
    """A page laid out as it will be printed, the rules that this took, and complaints."""

    page: str
    document: "Document"
    rules: str
    said: list[str] = field(default_factory=list)


def compose(page: str, design: Design, rules: str | None = None) -> Composed:
    """Lay out a page in its final form. `rules` from an earlier composition spare the fit."""
    if rules is None:
        rules = fitted(page, design) if design.fit else ""
    found: dict[str, int] = {}
    for _ in range(_ROUNDS):
        keyed = f"{rules}\n{lines.key_sheet(found)}"
        document, said = setter.lay_out(page, design, keyed)
        seen = lines.keys(document.pages)
        if seen == found:
            break
        found = seen
    else:
        said.append("the line numbers of the textual notes do not settle")
    _margins(document, design)
    return Composed(page, document, keyed, said)


def fitted(page: str, design: Design) -> str:
    """Give the rules that set each paragraph of the page its best way."""
    from pipeline.typesetting.fit import fit  # noqa: PLC0415

    return fit(lambda more: setter.lay_out(page, design, more)[0])


def _margins(document: "Document", design: Design) -> None:
    from pipeline.typesetting.margins import number_lines  # noqa: PLC0415  # needs the engine

    configuration, sheets = setter.styles(design)
    number_lines(document, design.line_numbers, sheets, configuration)


def for_reading(made: Composed, sources: tuple[Source, ...]) -> bytes:
    """Write the PDF that is read and kept; complaints are added to those of the layout."""
    from pipeline.typesetting import archive  # noqa: PLC0415

    return _written(made, lambda: archive.for_reading(made.document, sources))


def for_press(made: Composed, design: Design) -> bytes:
    """Lay out the same lines in black ink, with bleed and marks, and write them."""
    from pipeline.typesetting import archive  # noqa: PLC0415

    more = f"{made.rules}\n{design.press_css()}"
    document, said = setter.lay_out(made.page, design, more, variant=None)
    made.said.extend(said)
    _margins(document, design)
    return _written(made, lambda: archive.for_press(document))


def _written(made: Composed, write: Callable[[], bytes]) -> bytes:
    with setter.complaints(made.said):
        return write()
