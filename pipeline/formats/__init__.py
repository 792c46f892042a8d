"""The formats that a text is published in: one module each, named in FORMATS.

A format turns the behaviours of one text into files (`render`), and the facts of all texts
into what spans them (`assemble`). Both are pure: values in, path -> bytes out.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pipeline.formats import citations, data, dts, epub, html, pdf, places, tables, tei, text
from pipeline.formats.context import Files, Text, Whole


def _nothing(whole: Whole) -> Files:
    return {}


@dataclass(frozen=True)
class Format:
    """One way to publish: the stylesheets it compiles and its two functions.

    Where it `joins`, what `render` gives is not published: `assemble` finds it in `parts`.
    `prepare` is called once, before texts are rendered in several processes.
    """

    stylesheets: tuple[str, ...]
    render: Callable[[Text], Files]
    assemble: Callable[[Whole], Files] = _nothing
    joins: bool = False
    prepare: Callable[[], object] = lambda: None


FORMATS: Mapping[str, Format] = {
    "html": Format(("site",), html.render, html.assemble),
    "pdf": Format(("print", "volume"), pdf.render, pdf.assemble, joins=True, prepare=pdf.prepare),
    "text": Format(("text",), text.render, text.assemble),
    "epub": Format(("epub",), epub.render, epub.assemble, joins=True),
    "tables": Format(("text",), tables.render, tables.assemble, joins=True),
    "tei": Format((), tei.render, tei.assemble),
    "citations": Format((), citations.render, citations.assemble),
    "places": Format((), places.render, places.assemble),
    "dts": Format((), dts.render, dts.assemble),
    # The last: it lists the files of the others.
    "data": Format(("site",), data.render, data.assemble),
}
