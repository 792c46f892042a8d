"""The Nu HTML Checker, for a whole folder at once."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.web.browser import HOW, VNU


def complaints(folder: Path) -> list[tuple[str, str]]:
    """Return the errors that it finds in the pages of a folder: page and message."""
    if not VNU.is_file():
        pytest.skip(f"no Nu HTML Checker: {HOW}")
    if not (java := shutil.which("java")):
        pytest.skip(f"no Java runtime: {HOW}")
    command = [java, "-jar", str(VNU), "--errors-only", "--skip-non-html", "--format", "json"]
    done = subprocess.run([*command, str(folder)], capture_output=True, timeout=300, check=False)
    said = json.loads(done.stderr or b'{"messages": []}')["messages"]
    found = [(one["url"].rpartition("/")[2], one["message"]) for one in said]
    assert found or done.returncode == 0, done.stderr
    return found
