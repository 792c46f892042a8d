"""The edition built once for all tests of the site, and a browser to look at it with."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from editio.cli.main import main

from tests.web import firefox
from tests.web.browser import launched, served
from tests.web.site import ROOT, Site

collect_ignore = [] if firefox.PATH else ["test_firefox.py"]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The edition of this repository: its site and plain text."""
    return built(ROOT, tmp_path_factory.mktemp("site"))


def built(folder: Path, out: Path, *more: str, checked: bool = False) -> Site:
    """Build the site of an edition and its plain text, and `more` formats; unless it is `checked`,
    whatever the checks say of it.
    """
    options = ["build", str(folder), "--out", str(out), *["--no-check"] * (not checked)]
    for name in ("html", "text", *more):
        options += ["--format", name]
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


def _is_fault(one: Any) -> bool:
    """Whether it is an error; from disk a browser asks for no face before the page wants it."""
    said = f"{one.text} {one.location.get('url', '')}"
    return one.type == "error" and not ("file://" in said and ".woff2" in said)


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A fresh window in which nothing is remembered; whatever it complains of fails the test."""
    context = browser.new_context(viewport={"width": 1024, "height": 800})
    window = context.new_page()
    said: list[str] = []
    window.on("console", lambda one: said.append(one.text) if _is_fault(one) else None)
    window.on("pageerror", lambda one: said.append(str(one)))
    yield window
    context.close()
    assert said == []
