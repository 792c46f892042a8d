"""Addresses as browsers read them: which lead to the web, and which may not be followed at all.

What stylesheets publish as links is the same (xslt/common.xsl, ed:address).
"""

import re

from editio.edition.reading.files import host

# Where words and pictures may lead.
PUBLISHED = frozenset({"http", "https", "mailto", "doi", "urn"})
# What runs a script, holds a page, or opens a file of whoever reads.
REFUSED = frozenset({
    "javascript", "vbscript", "data", "file", "blob", "about", "intent", "jar", "filesystem",
    "view-source",
})  # fmt: skip
# What a browser passes over in an address.
PASSED_OVER = re.compile(r"[\s\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\ufeff]")
_WEB = re.compile(r"https?:", re.IGNORECASE)


def plain(address: str) -> str:
    """Return an address as a browser reads it."""
    if address.isascii() and address.isprintable() and " " not in address:
        return address  # of most there is nothing to pass over
    return PASSED_OVER.sub("", address)


def scheme(address: str) -> str:
    """Return what an address begins with, before a colon; nothing for a relative one."""
    first = re.match(r"([^/?#:]*):", plain(address))
    return first[1].lower() if first else ""


def is_on_drive(address: str) -> bool:
    """Whether this is a path as Windows writes it: C:/scans, C:\\scans."""
    return bool(re.match(r"\s*[A-Za-z]:[/\\]", address))


def names_no_server(address: str) -> bool:
    """Whether this begins as an address of the web, and is none: http:page, https:///page, or a
    number of a server whose bracket is not closed.
    """
    written = plain(address)
    return bool(_WEB.match(written)) and not host(written)


def is_followed(address: str) -> bool:
    """Whether an identifier may be given as the address at which something is found."""
    return scheme(address) not in REFUSED and not names_no_server(address)
