"""Ace by DAISY, which asks of an EPUB what a reader who does not see it needs."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.web.browser import HOW, TOOLS, chromium

ACE = TOOLS / "@daisy" / "ace-cli" / "bin" / "ace.js"
# What no book of ours has, with the reason.
KNOWN = {
    # A summary says what somebody found who looked at the book: a program did not look.
    "metadata-accessibilitysummary",
}


def complaints(book: Path, made: Path) -> list[str]:
    """Return what Ace finds in a book, but for what is known; its report is made in a folder."""
    if not ACE.is_file():
        pytest.skip(f"no Ace: {HOW}")
    if not (node := shutil.which("node")):
        pytest.skip(f"no Node: {HOW}")
    known = {**os.environ, "PUPPETEER_EXECUTABLE_PATH": chromium()}
    command = [node, str(ACE), "--force", "--silent", "--outdir", str(made), str(book)]
    done = subprocess.run(command, env=known, capture_output=True, timeout=300, check=False)
    report = made / "report.json"
    assert report.is_file(), done.stderr
    return [
        f"{part['earl:testSubject']['url']}: {one['earl:test']['dct:title']}: "
        f"{one['earl:result']['dct:description']}"
        for part in json.loads(report.read_text("utf-8"))["assertions"]
        for one in part["assertions"]
        if one["earl:test"]["dct:title"] not in KNOWN
    ]
