"""Where the pages are, for search engines and repositories: sitemap.xml (sitemaps.org, protocol
0.9), robots.txt and a link set (RFC 9264). All need the address at which the site will stand
(`address` in edition.toml, else an idno of type URL in the publicationStmt of tei/edition.xml);
without it there is none.
"""

import json
from collections.abc import Collection, Iterable
from urllib.parse import quote

from lxml import etree

from editio.model.context import Files
from editio.model.facts import Facts
from editio.model.header import TERMS

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_NAMESPACES: dict[str | None, str] = {None: _SITEMAP}
_ASIDE = {"404.html", "search.html"}


def files(address: str, facts: Iterable[Facts], pages: Collection[str]) -> Files:
    """Return the files that name addresses, where the edition has one."""
    if not address:
        return {}
    return {
        "sitemap.xml": _sitemap(address, pages),
        "robots.txt": f"User-agent: *\nAllow: /\nSitemap: {address}sitemap.xml\n".encode(),
        "linkset.json": _linkset(address, facts),
    }


def _sitemap(address: str, pages: Collection[str]) -> bytes:
    root = etree.Element(f"{{{_SITEMAP}}}urlset", nsmap=_NAMESPACES)  # type: ignore[arg-type]
    for path in sorted(pages):
        if path.endswith(".html") and path not in _ASIDE:
            place = etree.SubElement(root, f"{{{_SITEMAP}}}url")
            shown = "" if path == "index.html" else path
            etree.SubElement(place, f"{{{_SITEMAP}}}loc").text = address + quote(shown)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def _linkset(address: str, facts: Iterable[Facts]) -> bytes:
    """For each text: what to cite, and its licence or rights; for the site: its texts."""
    sets: list[dict[str, object]] = []
    items = []
    for one in facts:
        page = f"{address}{one.id}.html"
        items.append({"href": page, "type": "text/html"})
        links: dict[str, object] = {"anchor": page, "cite-as": [{"href": page}]}
        stated = dict.fromkeys(each.target for each in one.header.named(*TERMS) if each.target)
        if stated:
            links["license"] = [{"href": at} for at in stated]
        links["collection"] = [{"href": address}]
        sets.append(links)
    whole: dict[str, object] = {"anchor": address, "item": items}
    return (json.dumps({"linkset": [whole, *sets]}, indent=1) + "\n").encode()
