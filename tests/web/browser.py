"""A real browser for tests: Debian's Chromium driven by Playwright, and a server that sends the
strictest policy under which search can work. What is absent is a reason to skip.
"""

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.web.site import ROOT

TOOLS = ROOT / ".venv" / "web" / "node_modules"
AXE = TOOLS / "axe-core" / "axe.min.js"
VNU = TOOLS / "vnu-jar" / "build" / "dist" / "vnu.jar"
HOW = "run tests/web/install.sh to have it"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "frame-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'"
)


def chromium() -> str:
    """Return the path of the browser, or skip the test."""
    pytest.importorskip("playwright", reason=f"no Playwright: {HOW}")
    found = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not found:
        pytest.skip(f"no Chromium: {HOW}")
    return found


class _Strict(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder; give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Strict, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def launched() -> Iterator[Any]:
    """Start the browser; give it."""
    path = chromium()
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  # may be absent

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()
