"""Data from outside the repository: other people's TEI, small inputs that failed, the TEI's schema.

It lies in the folder that EDITIO_SHARED names, by default `shared` beside the checkout. Tests that
read it are marked `shared`; where the folder is absent, as in a stranger's clone, they are left out
and one line says so. In continuous integration its absence is an error.
"""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("EDITIO_SHARED") or ROOT.parent / "shared").resolve()
TEI_ALL = SHARED / "tei_all.rng"
CASES = SHARED / "cases"
CORPORA = SHARED / "corpora"
ABSENT = (
    f"the tests marked “shared” are left out: there is no folder {SHARED} "
    "(EDITIO_SHARED names another)"
)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what reads the folder, where there is none."""
    marked = [one for one in items if one.get_closest_marker("shared")]
    if SHARED.is_dir() or not marked:
        return
    if os.environ.get("CI") == "true":
        raise pytest.UsageError(ABSENT)
    config.hook.pytest_deselected(items=marked)
    items[:] = [one for one in items if one not in marked]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in one line that tests are left out."""
    if not SHARED.is_dir():
        terminalreporter.write_line(ABSENT)
