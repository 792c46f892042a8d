"""What other programs find: the Nu HTML Checker in every page, axe-core in every page and in what
opens on it, light and dark.
"""

from typing import Any

import pytest

from tests.web import nu
from tests.web.browser import AXE, HOW
from tests.web.site import Site

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (390, 1024, 1500)
ESSAY = "soviet-admissions.html"
REPORT = "khrushchev-at-70.html"
# Asked for in the world that a policy does not reach: the page itself may run no foreign script.
RUN = "tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})"


@pytest.mark.judge
def test_every_page_is_valid_html(site: Site) -> None:
    """The Nu HTML Checker finds no error."""
    assert nu.complaints(site.folder) == []


@pytest.fixture(scope="module", params=["light", "dark"])
def window(browser: Any, request: pytest.FixtureRequest) -> Any:
    """A window in one of the two themes, in which axe-core can be run on any page."""
    if not AXE.is_file():
        pytest.skip(f"no axe-core: {HOW}")
    context = browser.new_context(color_scheme=request.param, bypass_csp=True)
    context.add_init_script(path=AXE)
    yield context.new_page()
    context.close()


def violations(window: Any) -> list[tuple[str, str]]:
    """Run axe-core on what the window shows: rule and the first element that breaks it."""
    found = window.evaluate(RUN, TAGS)["violations"]
    return [(one["id"], one["nodes"][0]["html"][:120]) for one in found]


def test_every_page_is_accessible(window: Any, address: str, site: Site) -> None:
    """No rule of WCAG 2.2 AA that axe-core knows is broken on any page, at any of three widths.

    Entries of the registers are one kind of page: each is tried in one theme at one width, in turn.
    """
    broken = {}
    dark = window.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    for number, path in enumerate(site.pages):
        if "/" in path and number % 2 == int(dark):
            continue
        widths = WIDTHS if "/" not in path else (WIDTHS[number // 2 % 3],)
        window.goto(f"{address}/{path}")
        for width in widths:
            window.set_viewport_size({"width": width, "height": 900})
            if found := violations(window):
                broken[f"{path} at {width}"] = found
    assert broken == {}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    ("path", "opener"),
    [
        (ESSAY, "a.note-call"),
        (REPORT, "#p1 a.n"),
        (REPORT, "#p5 ~ .p a.c"),
        (REPORT, ".toolbar a.tool"),
    ],
    ids=["note", "entry", "correction", "cite"],
)
def test_what_opens_is_accessible(
    window: Any, address: str, path: str, opener: str, width: int
) -> None:
    """Nor is any broken while a card is open."""
    window.set_viewport_size({"width": width, "height": 900})
    window.goto(f"{address}/{path}")
    window.locator(opener).first.click()
    window.locator(".card:popover-open").wait_for()
    # What the card covers in part is no target until it is closed.
    window.evaluate("document.querySelectorAll('article a').forEach(a => a.inert = true)")
    assert violations(window) == []


def test_what_is_found_is_accessible(window: Any, address: str) -> None:
    """Nor on the search page with facets and hits."""
    window.goto(f"{address}/search.html?q=Lenin")
    window.locator("#hits li li").first.wait_for()
    assert violations(window) == []
