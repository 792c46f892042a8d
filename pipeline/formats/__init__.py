"""The formats that a text is published in: one module each, named in FORMATS.

A format turns the behaviours of one text into files (`render`), and the facts of all texts
into what spans them (`assemble`). Both are pure: values in, path -> bytes out.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pipeline.formats import html, pdf, text
from pipeline.formats.context import Files, Text, Whole


def _nothing(whole: Whole) -> Files:
    return {}


@dataclass(frozen=True)
class Format:
    """One way to publish: the stylesheets it compiles and its two functions."""

    stylesheets: tuple[str, ...]
    render: Callable[[Text], Files]
    assemble: Callable[[Whole], Files] = _nothing


FORMATS: Mapping[str, Format] = {
    "html": Format(("site",), html.render, html.assemble),
    "pdf": Format(("print",), pdf.render),
    "text": Format(("text",), text.render),
}
