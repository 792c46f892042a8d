"""HTML and CSS to a laid out document: WeasyPrint with our fonts alone, our repairs, and its
complaints collected. Same input, same bytes: no clock, no system font, no network is consulted.
"""

import logging
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from editio.engines.paged import fonts, formulas, unset
from editio.engines.paged.design import PLAIN, Design
from editio.engines.paged.faces import Face
from editio.resources import ASSETS

if TYPE_CHECKING:
    from weasyprint import CSS, Document
    from weasyprint.text.fonts import FontConfiguration

READING = "pdf/a-3a"
_SHEETS = ("print.css", "print-matter.css", "print-notes.css")
_LOGGER = "weasyprint"
# As fine as a press prints a picture; finer ones are reduced for it.
PRESS_DPI = 300


# What is said of a character whose number stands in its place.
NUMBERED = "no font of the book contains U+{:04X}: its number stands in its place"
# Signs for the end of a line and a paragraph, as word processors leave them: no face draws them.
_SEPARATORS = {0x2028: " ", 0x2029: " "}


def lay_out(
    page: str,
    design: Design = PLAIN,
    more: str = "",
    *,
    variant: str | None = READING,
    files: Mapping[str, bytes] = MappingProxyType({}),
) -> "tuple[Document, list[str]]":
    """Lay out one HTML page: a Document that can be written and walked, and complaints.

    `more` is CSS that comes last; `variant` the kind of PDF that is wanted of it; `files` what
    the page may show, by address.
    """
    configuration, sheets = styles(design)
    from editio.engines.paged.pictures import BASE, Handed  # noqa: PLC0415  # needs the engine
    from weasyprint import CSS, HTML  # noqa: PLC0415  # a second to import: only for a PDF

    ink = formulas.INK if variant else formulas.PRESS_INK
    page, undrawn = formulas.drawn(page.translate(_SEPARATORS), ink)
    page, without = unset.numbered(page, design.faces)
    said = undrawn + [NUMBERED.format(ord(one)) for one in without]
    with complaints(said):
        html = HTML(string=page, base_url=BASE, url_fetcher=Handed(files))
        last = [CSS(string=more, font_config=configuration)] if more else []
        document = html.render(
            stylesheets=[*sheets, *last],
            font_config=configuration,
            pdf_variant=variant,
            dpi=None if variant else PRESS_DPI,
        )
    return document, [one.replace(BASE, "") for one in said]


@cache
def styles(design: Design = PLAIN) -> "tuple[FontConfiguration, list[CSS]]":
    """Return fonts and style sheets of a design, read once a process."""
    configuration = _engine(design.faces)
    from weasyprint import CSS  # noqa: PLC0415

    sheets = [CSS(string=design.css(), font_config=configuration)]
    sheets += [CSS(filename=ASSETS / name, font_config=configuration) for name in _SHEETS]
    return configuration, sheets


@cache
def _engine(own: tuple[Face, ...]) -> "FontConfiguration":
    """Set up the engine; fontconfig must know of our fonts before the engine is imported."""
    os.environ["FONTCONFIG_FILE"] = str(fonts.folder(own) / "fonts.conf")
    import pyphen  # noqa: PLC0415
    from editio.engines.paged import repairs  # noqa: PLC0415
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415

    repairs.apply()
    # English without a country is hyphenated as in the one that CLDR takes for likely.
    pyphen.LANGUAGES["en"] = pyphen.LANGUAGES["en_US"]
    return FontConfiguration()


@contextmanager
def complaints(said: list[str]) -> Iterator[None]:
    """Collect in `said` what WeasyPrint logs as a warning or worse, each once."""

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if (words := record.getMessage()) not in said:
                said.append(words)

    logger = logging.getLogger(_LOGGER)
    collector = Collector(logging.WARNING)
    logger.addHandler(collector)
    propagated, logger.propagate = logger.propagate, False
    try:
        yield
    finally:
        logger.removeHandler(collector)
        logger.propagate = propagated
