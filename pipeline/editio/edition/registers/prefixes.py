"""Private prefixes of pointers, as headers declare them (TEI Guidelines, prefixDef)."""

import re
from typing import TypeAlias

from editio.edition.reading.source import TEI
from lxml import etree

# A prefix, the pattern of what stands behind it, and what takes the place of both.
Prefix: TypeAlias = tuple[str, str, str]
Prefixes: TypeAlias = tuple[Prefix, ...]


def prefixes(root: etree._Element) -> Prefixes:
    """Return the prefixes that a file declares, in order."""
    return tuple(
        (one.get("ident", ""), one.get("matchPattern", ""), one.get("replacementPattern", ""))
        for one in root.iter(f"{{{TEI}}}prefixDef")
    )


def written_out(prefix: Prefix, rest: str) -> str:
    """Return what a declaration makes of what stands behind its prefix ($1 in TEI is \\1 here);
    nothing if it is not about that. Raises re.error for a pattern that is none.
    """
    _, pattern, replacement = prefix
    found = re.fullmatch(pattern, rest)
    return found.expand(re.sub(r"\$(\d)", r"\\\1", replacement)) if found else ""


def full(address: str, declared: Prefixes) -> str:
    """Return an address as the first declaration of its prefix that makes another of it has it."""
    name, colon, rest = address.partition(":")
    for one in declared if colon else ():
        try:
            if one[0] == name and (made := written_out(one, rest)) not in {"", address}:
                return made
        except re.error:
            continue
    return address
