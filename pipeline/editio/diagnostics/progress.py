"""How far a build is, as records of the logger `editio.progress`: from whatever process works to
the one that shows it. To receive it, add a handler to the logger and set the level INFO.
"""

import logging
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from logging.handlers import QueueHandler, QueueListener
from multiprocessing.context import BaseContext
from typing import Any

LOG = logging.getLogger("editio.progress")
_ENGINE = logging.getLogger("weasyprint.progress")
# They say in lines of their own what is no finding, such as which tables of a font are left out.
_LIBRARIES = ("fontTools", "PIL", "markdown_it", "mdit_py_plugins", "pydyf", "tinycss2")
_UNHEARD = logging.NullHandler()


def at(words: str) -> None:
    """Tell what is being worked on."""
    LOG.info(words)


def done(words: str) -> None:
    """Tell that one of the steps of a build is done: a text rendered, a format assembled."""
    LOG.info(words, extra={"done": True})


@contextmanager
def pages(name: str) -> Iterator[None]:
    """Tell of each page that the PDF engine lays out meanwhile, as one of `name`."""
    if not LOG.isEnabledFor(logging.INFO):
        yield
        return

    class Pages(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if "Page %d" in str(record.msg) and isinstance(record.args, tuple):
                at(f"{name}, page {record.args[0]}")

    with heard(_ENGINE, Pages()):
        yield


def unheard() -> None:
    """Keep lines of libraries from the terminal; who listens to their loggers has them still."""
    for name in _LIBRARIES:
        logging.getLogger(name).addHandler(_UNHEARD)
    warnings.filterwarnings("ignore", module="|".join(rf"{one}\b" for one in _LIBRARIES))


@contextmanager
def heard(logger: logging.Logger, handler: logging.Handler) -> Iterator[None]:
    """Add a handler to a logger, which lets INFO through, for as long as the block lasts."""
    level = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)


@contextmanager
def from_workers(context: BaseContext) -> Iterator[Callable[[], None] | None]:
    """Yield what each new worker process is to call first, so that its records come here."""
    if not LOG.isEnabledFor(logging.INFO):
        yield None
        return
    queue = context.Queue()
    listener = QueueListener(queue, *LOG.handlers)
    listener.start()
    try:
        yield _Sender(queue)
    finally:
        listener.stop()
        queue.close()


class _Sender:
    """Sends the records of a worker process to the queue of the one that started it."""

    def __init__(self, queue: Any) -> None:
        self._queue = queue

    def __call__(self) -> None:
        LOG.addHandler(QueueHandler(self._queue))
        LOG.setLevel(logging.INFO)
