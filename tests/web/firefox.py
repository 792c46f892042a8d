"""Debian's Firefox, asked in the protocol that it speaks itself (Marionette), for what Chromium
alone does not show. Where the package is not installed nothing is asked.
"""

import json
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

PATH = shutil.which("firefox-esr")
# In the profile: the port it listens at, and nothing that it would ask of the network.
_SETTINGS = """user_pref("marionette.port", {port});
user_pref("app.update.enabled", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("browser.shell.checkDefaultBrowser", false);
"""
_PATIENCE = 60


class Firefox:
    """A window of the browser, in a session of its own."""

    def __init__(self, port: int) -> None:
        self._socket = _connected(port)
        self._said = self._socket.makefile("rb")
        self._number = 0
        self._read()
        self.ask("NewSession", {"capabilities": {"alwaysMatch": {}}})
        self.ask("SetTimeouts", {"script": _PATIENCE * 1000})

    def ask(self, command: str, given: dict[str, Any]) -> Any:
        """Ask for something and return the answer; an error is raised."""
        self._number += 1
        written = json.dumps([0, self._number, f"WebDriver:{command}", given]).encode()
        self._socket.sendall(str(len(written)).encode() + b":" + written)
        _, _, error, answer = self._read()
        assert error is None, error
        return answer

    def open(self, address: str, width: int) -> None:
        """Open a page in a window of a width."""
        self.ask("SetWindowRect", {"width": width, "height": 900})
        self.ask("Navigate", {"url": address})

    def run(self, script: str, *given: Any, before: str = "") -> Any:
        """Run a script that no policy of the page reaches, and return what it resolves to."""
        body = f"{before};const done = arguments[arguments.length - 1]; ({script})(...arguments)"
        body += ".then((said) => done([said]), (error) => done(String(error)))"
        said = self.ask("ExecuteAsyncScript", {"script": body, "args": list(given)})["value"]
        assert isinstance(said, list), said
        return said[0]

    def close(self) -> None:
        """Let go of the session."""
        self._said.close()
        self._socket.close()

    def _read(self) -> Any:
        length = b""
        while not length.endswith(b":"):
            length += self._said.read(1)
        return json.loads(self._said.read(int(length[:-1])))


def _connected(port: int) -> socket.socket:
    """Connect as soon as the browser listens."""
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=_PATIENCE)
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


@contextmanager
def launched(profile: Path) -> Iterator[Firefox]:
    """Start the browser with a profile that is made for it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (profile / "user.js").write_text(_SETTINGS.format(port=port), "utf-8")
    command = [str(PATH), "--headless", "--marionette", "--no-remote", "--profile", str(profile)]
    browser = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        with closing(Firefox(port)) as window:
            yield window
    finally:
        browser.terminate()
        browser.wait(_PATIENCE)
