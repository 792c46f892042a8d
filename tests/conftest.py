"""What all tests share: the option that rewrites goldens, an ear for the PDF engine, and which
tests run where (`shared.py`, `unskipped.py`).
"""

import logging
import os
import signal
from collections.abc import Iterator

import pytest

from tests import java, shared, unskipped


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --update-golden: take what was found as what is expected; read the diff with care."""
    parser.addoption("--update-golden", action="store_true", help="rewrite expected output")


def pytest_configure(config: pytest.Config) -> None:
    """Leave out what needs absent data; let skipped tests fail in continuous integration.

    Tests keep every processor busy as it is: a command has others of its own where a test asks for
    them (`--jobs 2`).
    """
    os.environ["EDITIO_JOBS"] = "1"
    config.pluginmanager.register(shared)
    config.pluginmanager.register(unskipped)
    config.pluginmanager.register(java)
    # Where tests run under nohup or behind `&`, Ctrl-C is heard by what they start all the same.
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what looks at pages in a browser by the fixture that starts it."""
    for one in items:
        if isinstance(one, pytest.Function) and "browser" in one.fixturenames:
            one.add_marker(pytest.mark.browser)


class _Ear(logging.Handler):
    """Keeps what is logged."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the words of a record."""
        self.heard.append(record.getMessage())


@pytest.fixture(autouse=True)
def _engine_is_content(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let a test fail at which the PDF engine complains, unless it is about complaints."""
    logger, ear = logging.getLogger("weasyprint"), _Ear()
    logger.addHandler(ear)
    try:
        yield
    finally:
        logger.removeHandler(ear)
    if request.node.get_closest_marker("complaints") is None:
        assert ear.heard == [], "the PDF engine complains"
