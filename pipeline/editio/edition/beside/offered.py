"""What our packages offer to stylesheets of an edition's own: their public components, which such a
stylesheet may call and put its own in place of.
"""

from collections.abc import Iterator

from editio.edition.beside.carried import XSL
from editio.edition.beside.extension import NAMES
from editio.resources import XSLT
from lxml import etree

_X = f"{{{XSL}}}"
_KINDS = ("template", "function", "mode", "variable")
# `html` stands under site, print and epub, which have what it has.
PACKAGES = (*NAMES, "html")


def components(package: str) -> Iterator[etree._Element]:
    """Yield each component of an XSLT package that is public and has a name."""
    top = etree.parse(XSLT / f"{package}.xsl").getroot()
    included = [XSLT / one.get("href", "") for one in top.iter(f"{_X}include")]
    # By kind and name; functions by their arity, too, if it is written: name#2.
    exposed = {
        (one.get("component"), *name.split("#"))
        for one in top.iter(f"{_X}expose")
        for name in one.get("names", "").split()
    }
    for root in (top, *(etree.parse(file).getroot() for file in included)):
        for kind in _KINDS:
            for one in root.findall(_X + kind):
                name, arity = one.get("name", ""), str(len(one.findall(f"{_X}param")))
                is_exposed = not exposed.isdisjoint({(kind, name), (kind, name, arity)})
                if name and (one.get("visibility") == "public" or is_exposed):
                    yield one


def names() -> frozenset[str]:
    """Return the names of all of them, without our prefix."""
    return frozenset(
        one.get("name", "").removeprefix("ed:")
        for package in PACKAGES
        for one in components(package)
    )
