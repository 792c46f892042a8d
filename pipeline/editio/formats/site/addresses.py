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
# The protocol allows no more in one file.
MOST = 50_000


def files(address: str, facts: Iterable[Facts], pages: Collection[str]) -> Files:
    """Return the files that name addresses, where the edition has one."""
    if not address:
        return {}
    return {
        **_sitemaps(address, pages),
        "robots.txt": f"User-agent: *\nAllow: /\nSitemap: {address}sitemap.xml\n".encode(),
        "linkset.json": _linkset(address, facts),
    }


def _sitemaps(address: str, pages: Collection[str]) -> Files:
    """Return the sitemap; of more pages than one may name, several, and an index of them."""
    shown = sorted(path for path in pages if path.endswith(".html") and path not in _ASIDE)
    parts = [shown[at : at + MOST] for at in range(0, len(shown), MOST)]
    if len(parts) < 2:
        return {"sitemap.xml": _sitemap(address, "urlset", "url", shown)}
    named = {f"sitemap-{n}.xml": part for n, part in enumerate(parts, 1)}
    files = {name: _sitemap(address, "urlset", "url", part) for name, part in named.items()}
    return files | {"sitemap.xml": _sitemap(address, "sitemapindex", "sitemap", named)}


def _sitemap(address: str, root: str, each: str, paths: Iterable[str]) -> bytes:
    made = etree.Element(f"{{{_SITEMAP}}}{root}", nsmap=_NAMESPACES)  # type: ignore[arg-type]
    for path in paths:
        place = etree.SubElement(made, f"{{{_SITEMAP}}}{each}")
        shown = "" if path == "index.html" else path
        etree.SubElement(place, f"{{{_SITEMAP}}}loc").text = address + quote(shown)
    return etree.tostring(made, encoding="utf-8", xml_declaration=True)


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
