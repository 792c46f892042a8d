"""The progress of a build on the terminal: a bar by steps, with the page that is being set."""

import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import click

from editio.diagnostics.progress import LOG, heard


class Bar(logging.Handler):
    """Moves a progress bar of click's by what the logger of the progress says."""

    def __init__(self, bar: Any) -> None:
        super().__init__(logging.INFO)
        self._bar = bar

    def emit(self, record: logging.LogRecord) -> None:
        """Show what a record says; one that is done is a step."""
        self._bar.update(int(getattr(record, "done", False)), record.getMessage())


@contextmanager
def shown(steps: int, label: str = "Building") -> Iterator[Callable[[], None]]:
    """Show a bar of so many steps on a terminal, nothing elsewhere; what it yields is one step."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    bar = click.progressbar(
        length=steps, label=label, file=sys.stderr, show_eta=False, width=24,
        update_min_steps=0, item_show_func=lambda said: said or "",
    )  # fmt: skip
    with bar, heard(LOG, Bar(bar)):
        yield lambda: bar.update(1)
