"""Stylesheets of an edition's own: whether each can be compiled with the package that it is for."""

from collections.abc import Iterable, Iterator
from functools import partial

from editio.checks import results
from editio.diagnostics import Diagnostic, faults
from editio.engines.saxon import Others, TransformError, engine
from editio.model.context import Store
from editio.resources import XSLT


def uncompiled(sheets: Others, store: Store | None) -> Iterator[Diagnostic]:
    """Yield what is wrong with each, from the store where it is as it was."""
    for name, words in sheets:
        yield from results.found(store, ("stylesheet", name, words), partial(_said, name, words))


def _said(name: str, words: str) -> Iterable[Diagnostic]:
    try:
        engine(XSLT, (), ((name, words),))
    except TransformError as error:
        return (faults.told(error, f"xslt/{name}.xsl"),)
    return ()
