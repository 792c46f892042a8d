"""In continuous integration (CI=true) a test that is skipped fails: a gate that may be skipped is
no gate. Tests that are expected to fail (xfail) are not meant.
"""

import os
from collections.abc import Generator

import pytest

_Report = pytest.TestReport | pytest.CollectReport


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail what is skipped while it runs, or before."""
    report = yield
    _fail_if_skipped(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Fail what is skipped while it is collected: a whole module."""
    report = yield
    _fail_if_skipped(report)
    return report


def _fail_if_skipped(report: _Report) -> None:
    expected = hasattr(report, "wasxfail")
    if os.environ.get("CI") == "true" and report.outcome == "skipped" and not expected:
        report.outcome = "failed"
        report.longrepr = f"skipped, though CI=true: {report.longrepr}"
