"""Every page: whole without script or network, each link leads somewhere, no weight too much."""

import re
from itertools import pairwise
from urllib.parse import urlsplit

from tests.web.site import Site

# What a page may weigh, in bytes: without type, and before anybody searches.
# A commented text of 5,000 words with its apparatus is the heaviest page of this edition.
PAGE, SCRIPT, STYLE = 140_000, 14_000, 45_000


def test_every_link_leads_somewhere(site: Site) -> None:
    """No link of any page names a file or a place that is not there."""
    broken = {page.path: site.broken(page) for page in site.pages.values()}
    assert {path: links for path, links in broken.items() if links} == {}


def test_an_id_names_one_place(site: Site) -> None:
    """No id occurs twice on a page."""
    doubled = {
        page.path: [name for name, times in page.ids.items() if times > 1]
        for page in site.pages.values()
    }
    assert {path: ids for path, ids in doubled.items() if ids} == {}


def test_no_page_is_heavy(site: Site) -> None:
    """A page, the style sheet and the script that every page loads stay small."""
    heavy = {page.path: len(page.data) for page in site.pages.values() if len(page.data) > PAGE}
    assert heavy == {}
    assert (site.folder / "assets/edition.js").stat().st_size < SCRIPT
    assert (site.folder / "assets/edition.css").stat().st_size < STYLE


def test_nothing_is_loaded_from_elsewhere(site: Site) -> None:
    """Pages, style sheet and scripts name no remote resource; links to read may lead out."""
    loaded = "//link[@rel='stylesheet' or @rel='icon']/@href | //script/@src | //img/@src"
    for page in site.pages.values():
        remote = [one for one in page.tree.xpath(loaded) if urlsplit(str(one)).netloc]
        assert remote == [], page.path
    style = (site.folder / "assets/edition.css").read_text("utf-8")
    assert [one for one in re.findall(r'url\("?([^")]*)', style) if ":" in one] == []
    for script in ("edition.js", "search.js"):
        assert "://" not in (site.folder / "assets" / script).read_text("utf-8")


def test_a_strict_policy_holds(site: Site) -> None:
    """No inline style, no inline program, no handler: default-src 'self' breaks nothing."""
    inline = (
        "//style | //*[@style] | //@*[starts-with(name(), 'on')] | "
        "//script[not(@src)][not(@type='application/ld+json')]"
    )
    assert {p.path: p.find(inline) for p in site.pages.values() if p.find(inline)} == {}


def test_a_page_says_what_it_is(site: Site) -> None:
    """Each page has a language, a direction, one first heading, and a title of its own."""
    titles: dict[str, str] = {}
    for page in site.pages.values():
        assert page.tree.get("lang") and page.tree.get("dir") in {"ltr", "rtl"}, page.path
        assert len(page.find("//h1")) == 1, page.path
        title = page.words("//title")[0]
        assert titles.setdefault(title, page.path) == page.path, f"{page.path}: {title}"


def test_headings_skip_no_level(site: Site) -> None:
    """Below a heading comes one of the next level, so that the outline can be walked."""
    for page in site.pages.values():
        levels = [
            int(one.tag[1])
            for one in page.find("//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5]")
        ]
        jumps = [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]
        assert jumps == [], page.path


def test_a_long_address_in_a_text_does_not_widen_a_narrow_page(site: Site) -> None:
    """It is broken, wherever it stands; how a text is cited has its address below its name."""
    style = (site.folder / "assets/edition.css").read_text()
    assert re.search(r"(?:^|\})\s*body\s*\{[^}]*overflow-wrap:\s*break-word", style)
    wide = re.search(r"@media \(min-width: 34rem\)\s*\{\s*\.addresses > div", style)
    assert wide is not None
