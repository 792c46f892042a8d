"""Stylesheets of an edition's own: whether each can be compiled with the package that it is for."""

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from editio.checks import results
from editio.diagnostics import Diagnostic, faults
from editio.edition.beside import offered
from editio.engines.saxon import Others, TransformError, engine
from editio.model.store import Store
from editio.resources import XSLT

# How the compiler names what it does not find.
_LOST = re.compile(r"(?:ed:|Q\{urn:editio:ns\})([\w-]+)")


def uncompiled(sheets: Others, store: Store | None) -> Iterator[Diagnostic]:
    """Yield what is wrong with each, from the store where it is as it was."""
    for name, words in sheets:
        yield from results.found(store, ("stylesheet", name, words), partial(_said, name, words))


def _said(name: str, words: str) -> Iterable[Diagnostic]:
    try:
        engine(XSLT, (), ((name, words),))
    except TransformError as error:
        told = faults.told(error, f"xslt/{name}.xsl")
        return (replace(told, hint=f"{_meant(told.message)}{told.hint}"),)
    return ()


def _meant(message: str) -> str:
    """Return which name of ours may be meant by one that is not found, or nothing."""
    lost = _LOST.search(message.partition("XPST0017")[2] or message)
    near = difflib.get_close_matches(lost[1], offered.names(), 1, 0.75) if lost else []
    return f"Did you mean ed:{near[0]}? " if near and lost and near[0] != lost[1] else ""
