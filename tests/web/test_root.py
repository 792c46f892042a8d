"""The output folder is the site: it works at the root of a host, below a path, and from disk."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from urllib.request import urlopen

import pytest
from editio.formats.site import addresses
from lxml import etree, html

from tests.pipeline.editions import ROOT, edition, tei
from tests.pipeline.test_failures import run
from tests.serve.conftest import asking
from tests.web.browser import served

FORMATS = ("html", "text", "tables", "tei", "citations", "places", "epub", "dts", "data")
QUICKLY = [word for name in FORMATS for word in ("--format", name)]
# What no page leads to: lists of files, what scripts ask for, what is sent for nothing.
ASIDE = re.compile(r"\.editio\.json|SHA256SUMS|404\.html|assets/|search/|dts/|text/offsets/")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a small edition, so that its site is at /some/path/ of a folder."""
    out = tmp_path_factory.mktemp("host") / "some" / "path"
    result = run("build", ROOT / "tests" / "mini", "--out", out, *QUICKLY)
    assert result.exit_code == 0, result.output
    return out


def over_the_network(address: str) -> bytes | None:
    """Ask a server for a page."""
    try:
        with urlopen(address, timeout=10) as answer:
            return bytes(answer.read())
    except HTTPError:
        return None


def from_disk(address: str) -> bytes | None:
    """Open a file, as a browser opens it."""
    file = Path(unquote(urlsplit(address).path))
    return file.read_bytes() if file.is_file() else None


def links(address: str, data: bytes) -> Iterator[str]:
    """Find what a page or a style sheet asks for and leads to, in full and without fragments."""
    if data and address.endswith((".html", "/")):
        page = html.document_fromstring(data)
        found: Any = page.xpath("//@href | //@src | //@action | //@data-src")
    elif address.endswith(".css"):
        found = re.findall(r"url\(\"?([^\")]+)", data.decode())
    else:
        found = []
    for link in found:
        yield urldefrag(urljoin(address, str(link)))[0]


def crawled(start: str, get: Callable[[str], bytes | None]) -> dict[str, bytes | None]:
    """Follow every link from a page on, but those to other hosts; return what was there."""
    base = start.rpartition("/")[0]
    found: dict[str, bytes | None] = {}
    waiting = [start, f"{base}/404.html"]
    while waiting:
        if (address := waiting.pop()) in found:
            continue
        found[address] = data = get(address)
        here = f"{urlsplit(base).scheme}://{urlsplit(base).netloc}/"
        waiting += [one for one in links(address, data or b"") if one.startswith(here)]
    return {one.removeprefix(f"{base}/"): data for one, data in found.items()}


@pytest.mark.parametrize("path", ["", "some/path/"])
def test_every_link_leads_somewhere_on_a_host(site: Path, path: str) -> None:
    """At the root and below a path, every link is answered, and stays within the site."""
    with served(site if not path else site.parents[1]) as host:
        whole(crawled(f"{host}/{path}index.html", over_the_network), site)


def test_every_link_leads_somewhere_on_disk(site: Path) -> None:
    """Opened as a file, too."""
    whole(crawled((site / "index.html").as_uri(), from_disk), site)


def whole(found: dict[str, bytes | None], site: Path) -> None:
    """Nothing is missing, nothing is outside the site, and every file is led to."""
    assert [one for one, data in found.items() if data is None] == []
    assert [one for one in found if "://" in one] == []
    files = (one.relative_to(site).as_posix() for one in site.rglob("*") if one.is_file())
    known = {unquote(one) for one in found}
    assert [one for one in files if not ASIDE.match(re.sub(r".*/(?=[^/]*$)", "", one))
            and not ASIDE.match(one) and one not in known] == []  # fmt: skip


@pytest.fixture(scope="module")
def addressed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build an edition whose settings say where its site will stand."""
    folder = edition(tmp_path_factory.mktemp("addressed"), small=tei())
    settings = 'address = "https://example.org/some/path"\n'
    (folder / "edition.toml").write_text(settings, "utf-8")
    result = run("build", folder, "--format", "html", "--format", "dts", "--format", "data")
    assert result.exit_code == 0, result.output
    return folder / "build"


def test_crawlers_find_every_page(addressed: Path) -> None:
    """robots.txt at the root names the sitemap, and this each page but two."""
    sitemap = "https://example.org/some/path/sitemap.xml"
    assert f"Sitemap: {sitemap}\n" in (addressed / "robots.txt").read_text("utf-8")
    locations: Any = etree.parse(addressed / "sitemap.xml").xpath(
        "//*[local-name() = 'loc']/text()"
    )
    named = set(locations)
    pages = {one.relative_to(addressed).as_posix() for one in addressed.rglob("*.html")}
    pages = pages - {"index.html", "404.html", "search.html"} | {""}
    assert named == {urljoin(sitemap, page or ".") for page in pages}


def test_more_pages_than_a_sitemap_may_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """Are in several, which the one at the root names; each page is in one of them."""
    monkeypatch.setattr(addresses, "MOST", 2)
    made = addresses.files("https://example.org/", (), ["a.html", "b.html", "c.html", "404.html"])
    places = {
        name: [str(one.text) for one in etree.fromstring(data).iter("{*}loc")]
        for name, data in made.items()
        if name.endswith(".xml")
    }
    assert places == {
        "sitemap.xml": ["https://example.org/sitemap-1.xml", "https://example.org/sitemap-2.xml"],
        "sitemap-1.xml": ["https://example.org/a.html", "https://example.org/b.html"],
        "sitemap-2.xml": ["https://example.org/c.html"],
    }
    assert etree.fromstring(made["sitemap.xml"]).tag.endswith("}sitemapindex")


def test_what_is_missing_has_its_style_at_any_depth(addressed: Path) -> None:
    """The page for addresses that lead nowhere asks for its style where it stands."""
    ask = asking(addressed)
    for path in ("/none", "/some/path/register/none.html"):
        page = ask(path)
        assert page.status == 404
        (style,) = re.findall(r'rel="stylesheet" href="([^"]+)"', page.body.decode())
        assert style == "/some/path/assets/edition.css"
        assert ask(style).headers["Content-Type"] == "text/css; charset=utf-8"


def test_answers_of_dts_are_where_they_say(addressed: Path) -> None:
    """Each address that an answer gives of itself is that of its file."""
    for file in (addressed / "dts").rglob("*.jsonld"):
        said = json.loads(file.read_text("utf-8"))["@id"]
        if said.startswith("http"):
            path = unquote(said.removeprefix("https://example.org/some/path/"))
            assert (addressed / path).is_file(), said


@pytest.mark.parametrize(
    "address",
    [
        "example.org",
        "ftp://example.org/",
        "https://",
        "https://a b",
        "http://[::1",
        "http://a/%z",
        "http://a/{b}",
    ],
)
def test_what_is_no_address_is_told(tmp_path: Path, address: str) -> None:
    """A setting that pages could not make links of stops the build, with its line."""
    folder = edition(tmp_path, small=tei())
    (folder / "edition.toml").write_text(f'title = "T"\naddress = "{address}"\n', "utf-8")
    result = run("build", folder, "--format", "html")
    assert result.exit_code == 2
    assert "edition.toml:2:" in result.output and "C004" in result.output
