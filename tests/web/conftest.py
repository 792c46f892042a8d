"""The edition built once for all tests of the site, and a browser to look at it with."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from pipeline.cli import main
from tests.web.browser import launched, served
from tests.web.site import ROOT, Site


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The edition of this repository: its site and plain text."""
    return built(ROOT, tmp_path_factory.mktemp("site"))


def built(folder: Path, out: Path) -> Site:
    """Build the site of an edition."""
    options = ["build", str(folder), "--out", str(out), "--format", "html", "--format", "text"]
    result = CliRunner().invoke(main, options)
    assert result.exit_code == 0, result.output
    return Site(out)


@pytest.fixture(scope="module")
def address(site: Site) -> Iterator[str]:
    """Where the site is served, under a strict Content-Security-Policy."""
    with served(site.folder) as root:
        yield root


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A real browser, or the test is skipped."""
    with launched() as one:
        yield one


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A fresh window in which nothing is remembered; whatever it complains of fails the test."""
    context = browser.new_context(viewport={"width": 1024, "height": 800})
    window = context.new_page()
    said: list[str] = []
    window.on("console", lambda one: said.append(one.text) if one.type == "error" else None)
    window.on("pageerror", lambda one: said.append(str(one)))
    yield window
    context.close()
    assert said == []
