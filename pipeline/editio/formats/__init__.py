"""The formats that a text is published in: one module each, named in FORMATS.

A format turns the behaviours of one text into files (`render`), and the facts of all texts
into what spans them (`assemble`). Both are pure: values in, path -> bytes out.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache, partial
from importlib.metadata import EntryPoint

from editio import outside
from editio.edition.config.settings import BROUGHT
from editio.formats import citations, data, epub, html, pdf, places, tables, tei, text
from editio.formats.dts import collection as dts
from editio.model.context import Files, Text, Whole


def _named(words: str) -> frozenset[str]:
    return frozenset(words.split())


# What a format can be given of an edition beside one of its texts.
READABLE = _named("edition_title surroundings options design tei media")


def _nothing(given: Text | Whole) -> Files:
    return {}


@dataclass(frozen=True)
class Format:
    """One way to publish: the stylesheets it compiles and its two functions, of which either may be
    left out.

    Where it `joins`, what `render` gives is not published: `assemble` finds it in `parts`.
    `prepare` is called once, before texts are rendered in several processes. `reads` names what
    `render` is given beside the text itself (`edition_title`, `surroundings`, `options`, `design`,
    `tei`, `media`): it is rendered again when one of these has changed. Without it, that is
    everything; what reads nothing renders nothing. Raises ValueError where it names another.
    """

    stylesheets: tuple[str, ...]
    render: Callable[[Text], Files] = _nothing
    assemble: Callable[[Whole], Files] = _nothing
    joins: bool = False
    prepare: Callable[[], object] = lambda: None
    reads: frozenset[str] | None = None

    def __post_init__(self) -> None:
        if unknown := (self.reads or frozenset()) - READABLE:
            raise ValueError(f"it reads {min(unknown)!r}; there are: {', '.join(sorted(READABLE))}")


@cache
def _loaded(one: EntryPoint) -> Format:
    """Load a format of another package; what cannot be loaded is told where it was asked for."""
    with outside.blaming(_what(one)):
        found = one.load()
    if not isinstance(found, Format):
        raise outside.OutsideError(_what(one), f"{one.value} is not an editio.Format")
    return found


def _what(one: EntryPoint) -> str:
    return f"format “{one.name}”"


def _brought(one: EntryPoint) -> Format:
    """Return a format of another package, which is loaded when it is used."""
    return Format((), partial(_made, one, "render"), partial(_made, one, "assemble"),
                  prepare=partial(_prepared, one))  # fmt: skip


def _made(one: EntryPoint, step: str, given: Text | Whole) -> Files:
    found = _loaded(one)
    with outside.blaming(_what(one)):
        made = getattr(found, step)(given)
    return outside.files(_what(one), made)


def _prepared(one: EntryPoint) -> None:
    found = _loaded(one)
    with outside.blaming(_what(one)):
        found.prepare()


FORMATS: Mapping[str, Format] = {
    "html": Format(
        ("site",), html.render, html.assemble, reads=_named("edition_title surroundings")
    ),
    "pdf": Format(
        ("print", "volume"),
        pdf.render,
        pdf.assemble,
        joins=True,
        prepare=pdf.prepare,
        reads=_named("edition_title design tei media"),
    ),
    "text": Format(("text",), text.render, text.assemble, reads=_named("edition_title options")),
    "epub": Format(
        ("epub",), epub.render, epub.assemble, joins=True, reads=_named("edition_title")
    ),
    "tables": Format(
        ("text",), tables.render, tables.assemble, joins=True, reads=_named("edition_title options")
    ),
    "tei": Format((), assemble=tei.assemble, reads=_named("")),
    "citations": Format((), assemble=citations.assemble, reads=_named("")),
    "places": Format((), assemble=places.assemble, reads=_named("")),
    "dts": Format((), assemble=dts.assemble, reads=_named("")),
    **{one.name: _brought(one) for one in BROUGHT},
    # The last: it lists the files of the others.
    "data": Format(("site",), assemble=data.assemble, reads=_named("")),
}

_BROUGHT = {one.name: one for one in BROUGHT}


def described(name: str) -> Format:
    """Return a format with what it says of itself (`joins`, `reads`); one of another package is
    loaded for that. One that cannot be loaded says nothing: that is told where it is used.
    """
    found = FORMATS[name]
    if name in _BROUGHT:
        with suppress(outside.OutsideError):
            said = _loaded(_BROUGHT[name])
            return replace(found, joins=said.joins, reads=said.reads)
    return found
