"""The site as tests see it: built once from the edition, each page parsed."""

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml import html

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Page:
    """One page: its path in the site, its bytes, its tree."""

    path: str
    data: bytes
    tree: Any = field(repr=False)

    @property
    def ids(self) -> Counter[str]:
        """Every id of the page and how often it occurs."""
        return Counter(str(one) for one in self.tree.xpath("//@id"))

    @property
    def links(self) -> list[str]:
        """Every address that the page names."""
        return [str(one) for one in self.tree.xpath("//@href | //@src | //@action")]

    def find(self, path: str) -> list[Any]:
        """Return the elements at an XPath."""
        found: list[Any] = self.tree.xpath(path)
        return found

    def words(self, path: str) -> list[str]:
        """Return the text of the elements at an XPath, white space settled."""
        return [" ".join("".join(map(str, one.itertext())).split()) for one in self.find(path)]


@dataclass(frozen=True)
class Site:
    """A built site: the folder with the pages, and the other formats in folders of theirs."""

    build: Path

    @property
    def folder(self) -> Path:
        """Where the pages are."""
        return self.build

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Every page by its path."""
        found = {}
        for file in sorted(self.folder.rglob("*.html")):
            data = file.read_bytes()
            path = file.relative_to(self.folder).as_posix()
            found[path] = Page(path, data, html.document_fromstring(data))
        return found

    def broken(self, page: Page) -> list[str]:
        """Return the links of a page that lead nowhere: no such file, or no such place in it."""
        return [link for link in page.links if not self._leads(page, link)]

    def _leads(self, page: Page, link: str) -> bool:
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            return True
        base = self.folder if parts.path.startswith("/") else (self.folder / page.path).parent
        file = (base / unquote(parts.path).lstrip("/")).resolve()
        target = file if parts.path else (self.folder / page.path).resolve()
        if target == self.folder.resolve():
            return True
        if not target.is_file():
            return False
        inside = target.is_relative_to(self.folder.resolve()) and target.suffix == ".html"
        if not (parts.fragment and inside):
            return True
        path = target.relative_to(self.folder.resolve()).as_posix()
        return unquote(parts.fragment) in self.pages[path].ids
