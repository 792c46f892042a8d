"""Goldens: expected output in files beside the cases, rewritten by --update-golden."""

import difflib
from pathlib import Path

import pytest


def assert_golden(file: Path, found: str, request: pytest.FixtureRequest) -> None:
    """Compare `found` with the golden `file`; fail with a diff, or rewrite it on request."""
    if request.config.getoption("--update-golden"):
        file.write_text(found, "utf-8", newline="\n")
    wanted = file.read_text("utf-8") if file.exists() else ""
    if found != wanted:
        diff = difflib.unified_diff(
            wanted.splitlines(), found.splitlines(), str(file.name), "found", lineterm=""
        )
        pytest.fail("\n".join(diff), pytrace=False)
