"""The site in Firefox: nothing sticks out, axe-core finds nothing, scripts do what they are for.

The file is collected where Debian's package is installed (conftest.py).
"""

from collections.abc import Iterator

import pytest

from tests.web.browser import AXE, HOW, served
from tests.web.conftest import built
from tests.web.firefox import Firefox, launched
from tests.web.site import ROOT
from tests.web.test_gates import TAGS
from tests.web.test_genres import KINDS

pytestmark = pytest.mark.browser
AUDIT = """async (tags) => {
  const found = await axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
  return found.violations.map((one) => [one.id, one.nodes[0].html.slice(0, 120)]);
}"""
STICKS_OUT = "async () => document.documentElement.scrollWidth - innerWidth"
# Wait until something can be seen; return its words.
SEEN = """async (what) => {
  const soon = () => new Promise((done) => setTimeout(done, 50));
  let found = null;
  for (let n = 0; n < 200 && !found?.textContent.trim(); n += 1, await soon())
    found = document.querySelector(what);
  return found?.textContent ?? "";
}"""
CLICK = "async (what) => document.querySelector(what).click()"


@pytest.fixture(scope="module")
def at(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the site of six kinds of text is served."""
    site = built(ROOT / "tests/web/genres", tmp_path_factory.mktemp("kinds"), checked=True)
    with served(site.folder) as root:
        yield root


@pytest.fixture(scope="module")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """A window."""
    with launched(tmp_path_factory.mktemp("profile")) as one:
        yield one


@pytest.mark.parametrize("width", [600, 1500])
def test_pages_are_accessible(firefox: Firefox, at: str, width: int) -> None:
    """Each kind of text, the first page, search."""
    if not AXE.is_file():
        pytest.skip(f"no axe-core: {HOW}")
    source, broken = AXE.read_text("utf-8"), {}
    for name in (*KINDS, "index", "search"):
        firefox.open(f"{at}/{name}.html", width)
        found = firefox.run(AUDIT, TAGS, before=source)
        if found or firefox.run(STICKS_OUT) > 0:
            broken[name] = found or "sticks out"
    assert broken == {}


def test_a_word_is_found(firefox: Firefox, at: str) -> None:
    """Under the policy of the site, and from a word of the address."""
    firefox.open(f"{at}/search.html?q=mill", 1024)
    assert "mill" in firefox.run(SEEN, "#hits li li mark").lower()


def test_a_note_opens_in_a_card(firefox: Firefox, at: str) -> None:
    """The card has its words."""
    firefox.open(f"{at}/letter.html", 1024)
    firefox.run(CLICK, "a.note-call")
    assert firefox.run(SEEN, ".card:popover-open").strip()
