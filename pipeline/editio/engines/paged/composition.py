"""From a page in HTML to finished PDFs: key its textual notes to their lines, set its margins,
write it. Each step adds style rules or looks at boxes; the page stays as it is.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from editio.engines.paged import beside, lines, locators, setter, turned
from editio.engines.paged.attachments import Source
from editio.engines.paged.design import Design

if TYPE_CHECKING:
    from weasyprint import Document

_NONE: Mapping[str, bytes] = MappingProxyType({})
# Keys move a textual note's words, these may move a line, and that the key: it settles soon.
_ROUNDS = 5
# Where the edition says nothing of it, lines are counted for entries of an apparatus that no verse
# or chapter is the key of, by fives.
_KEYLESS = re.compile(
    r'class="footnote variant"[^>]* data-layer=[^>]*><a class="line-key"[^>]*></a>'
)
_USUAL = 5


@dataclass(frozen=True)
class Known:
    """What a layout shows that the next one is made with: the lines of textual notes by key, the
    notes of the margin that have no room there, and the tables that are too wide for the page.
    """

    keys: Mapping[str, lines.Key] = field(default_factory=dict)
    foot: frozenset[str] = frozenset()
    tables: frozenset[turned.Turned] = frozenset()

    def sheet(self, design: Design) -> str:
        """Return style rules for the next layout."""
        keys = lines.key_sheet(self.keys, design.apparatus_range)
        parts = keys, beside.foot_sheet(self.foot), turned.sheet(self.tables)
        return "\n".join(parts).strip()


@dataclass(frozen=True)
class Composed:
    """A page laid out as it will be printed, what it was laid out with, and complaints."""

    page: str
    document: "Document"
    known: Known
    said: list[str] = field(default_factory=list)
    files: Mapping[str, bytes] = field(default_factory=dict)


def compose(page: str, design: Design, files: Mapping[str, bytes] = _NONE) -> Composed:
    """Lay out a page in its final form; `files` are those that it may show, by address."""
    design = _counting(page, design)
    made = _settled(page, design, Known(), files)
    _set_margins(made.document, design)
    return made


def compose_indexed(
    page: Callable[[str], str], design: Design, files: Mapping[str, bytes] = _NONE
) -> Composed:
    """Lay out a page whose indexes name its own pages. `page` takes the locators."""
    bare = page("")
    if locators.MENTION not in bare:
        return compose(bare, design, files)
    design = _counting(bare, design)
    known, found = _first(bare, design, files)
    for left in reversed(range(_ROUNDS)):
        made = _settled(page(locators.as_xml(found)), design, known, files)
        known, seen = made.known, _places(made.document)
        if seen == found:
            break
        found = seen
        if left:
            del made  # two layouts of a large book are more than there is room for
    else:
        made.said.append("the pages in the indexes do not settle")
    _set_margins(made.document, design)
    return made


def _counting(page: str, design: Design) -> Design:
    """Return the design of a page with its lines counted, or not."""
    if design.line_numbers is not None:
        return design
    every = _USUAL if _KEYLESS.search(page) else 0
    return replace(design, line_numbers=every, numbers_where_asked=True)


def _first(
    page: str, design: Design, files: Mapping[str, bytes]
) -> tuple[Known, dict[str, list[locators.Place]]]:
    """Lay out a page once: what the next layout has to know, and where its entries are named."""
    document, _ = setter.lay_out(page, design, files=files)
    return _seen(document, design, Known()), _places(document)


def _settled(page: str, design: Design, known: Known, files: Mapping[str, bytes]) -> Composed:
    """Lay out a page until the lines that its textual notes name are those they are called in, and
    all notes of the margin have room there or stand at the foot.
    """
    for left in reversed(range(_ROUNDS)):
        document, said = setter.lay_out(page, design, known.sheet(design), files=files)
        seen = _seen(document, design, known)
        if seen == known:
            return Composed(page, document, known, said, files)
        known = seen
        if left:
            del document
    said.append("the line numbers of the textual notes do not settle")
    return Composed(page, document, known, said, files)


def _seen(document: "Document", design: Design, before: Known) -> Known:
    """Set the notes of the margin; return what the next layout has to know.

    Where no line has its number beside it, no textual note names one, but its verse or chapter. A
    note that is at the foot stays there: with it gone the margin has room, and would not without.
    """
    counted = lines.counted(design)
    keys = lines.keys(document.pages, counted, _start(document), before.keys)
    foot = before.foot | beside.place(document.pages, design)
    return Known(keys, foot, before.tables | turned.too_wide(document.pages, design))


def _places(document: "Document") -> dict[str, list[locators.Place]]:
    return locators.places(document.pages, _start(document))


def _start(document: "Document") -> int:
    from editio.engines.paged.archive import main_part  # noqa: PLC0415  # needs the engine

    return main_part(document)


def _set_margins(document: "Document", design: Design, ink: str = "") -> None:
    from editio.engines.paged.margins import number_lines  # noqa: PLC0415  # needs the engine

    configuration, sheets = setter.styles(design)
    if ink:
        from weasyprint import CSS  # noqa: PLC0415

        sheets = [*sheets, CSS(string=ink, font_config=configuration)]
    number_lines(document, lines.counted(design), sheets, configuration)


def for_reading(made: Composed, sources: tuple[Source, ...]) -> bytes:
    """Write the PDF that is read and kept; complaints are added to those of the layout."""
    from editio.engines.paged import archive  # noqa: PLC0415

    return _written(made, lambda: archive.for_reading(made.document, sources, made.said))


def for_press(made: Composed, design: Design) -> bytes:
    """Lay out the same lines in black ink, pictures in grey, with bleed and marks; write them."""
    design = _counting(made.page, design)
    from editio.engines.paged import archive, pictures  # noqa: PLC0415

    more = f"{made.known.sheet(design)}\n{design.press_css()}"
    files = pictures.in_grey(made.files)
    document, said = setter.lay_out(made.page, design, more, variant=None, files=files)
    made.said.extend(said)
    beside.place(document.pages, design)
    _set_margins(document, design, design.press_css())
    return _written(made, lambda: archive.for_press(document))


def _written(made: Composed, write: Callable[[], bytes]) -> bytes:
    with setter.complaints(made.said):
        return write()
