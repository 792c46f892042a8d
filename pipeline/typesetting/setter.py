"""HTML and CSS to PDF bytes: WeasyPrint with our fonts alone, our repairs, and its complaints
collected. Same input, same bytes: no clock, no system font, no network is consulted.
"""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any

from pipeline.project import ASSETS
from pipeline.typesetting import fonts

if TYPE_CHECKING:
    from weasyprint import CSS, Document
    from weasyprint.text.fonts import FontConfiguration

_LOGGER = "weasyprint"


def set_pages(page: str) -> tuple[bytes, list[str]]:
    """Set one HTML page as a tagged PDF; give its bytes and what the engine complained of."""
    document, said = lay_out(page)
    with _complaints(said):
        data: bytes = document.write_pdf(pdf_variant="pdf/ua-1")
    return data, said


def lay_out(page: str) -> "tuple[Document, list[str]]":
    """Lay out one HTML page: a Document that can be written and walked, and complaints."""
    configuration, styles = _set_up()
    from weasyprint import HTML  # noqa: PLC0415  # a second to import: only when a PDF is set

    said: list[str] = []
    with _complaints(said):
        html = HTML(string=page, base_url=ASSETS.as_uri() + "/", url_fetcher=_refuse)
        document = html.render(stylesheets=[styles], font_config=configuration)
    return document, said


@cache
def _set_up() -> "tuple[FontConfiguration, CSS]":
    """Fonts, repairs and style sheet, once a process; fontconfig must know before the import."""
    os.environ["FONTCONFIG_FILE"] = str(fonts.folder() / "fonts.conf")
    from weasyprint import CSS  # noqa: PLC0415
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415

    from pipeline.typesetting import repairs  # noqa: PLC0415

    repairs.apply()
    configuration = FontConfiguration()
    return configuration, CSS(filename=ASSETS / "print.css", font_config=configuration)


def _refuse(url: str, *_: Any, **__: Any) -> Any:
    raise ValueError(f"remote resources are not opened: {url}")


@contextmanager
def _complaints(said: list[str]) -> Iterator[None]:
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
