"""The addresses that readers may have cited: every paragraph, heading, note, page and entry.

At each release, `python -m tests.web.permalinks > tests/web/permalinks.txt` writes them down; from
then on a test asks that none of them is lost.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.web.conftest import built
from tests.web.site import ROOT, Page, Site

RELEASED = Path(__file__).with_name("permalinks.txt")
_CITED = (
    "//article//*[self::p or self::h2 or self::h3 or self::div][@id]/@id"
    " | //section[@role='doc-endnotes']//li/@id | //*[@role='doc-pagebreak']/@id"
)


def permalinks(site: Site) -> Iterator[str]:
    """Yield every address that can be cited, in order."""
    for path, page in site.pages.items():
        yield path
        yield from (f"{path}#{place}" for place in _cited(page))


def _cited(page: Page) -> list[str]:
    return [str(one) for one in page.tree.xpath(_CITED)]


def leads(site: Site, address: str) -> bool:
    """Whether an address that was cited still leads to its place."""
    path, _, place = address.partition("#")
    page = site.pages.get(path)
    return page is not None and (not place or place in page.ids)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        sys.stdout.writelines(f"{one}\n" for one in permalinks(built(ROOT, Path(folder))))
