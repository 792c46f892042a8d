"""The XPaths of citeStructure, in which names without a prefix are TEI's (TEI Guidelines, ST)."""

import re

from lxml import etree

from editio.edition.reading.source import TEI

_TOKEN = re.compile(
    r"""(?P<text>"[^"]*"|'[^']*')|(?P<number>\d+(?:\.\d*)?)|(?P<name>[\w.-]+)|(?P<sign>::|//|[^\s])""",
    re.X,
)
_BEFORE_OPERATOR = re.compile(r"[\w.*)\]'\"]$")
_NAMES = {"tei": TEI}


def in_tei(path: str) -> str:
    """Put `tei:` before the names of elements.

    A name is none where it follows @, $, a prefix or the attribute axis, where (, a colon or ::
    follows it, or where it stands between two values (and, or, div, mod).
    """
    tokens = list(_TOKEN.finditer(path))
    out, end = "", 0
    for at, token in enumerate(tokens):
        out += path[end : token.start()]
        before = "".join(one[0] for one in tokens[max(0, at - 2) : at])
        after = tokens[at + 1][0] if at + 1 < len(tokens) else ""
        out += (
            f"tei:{token[0]}" if token["name"] and _is_name(token[0], before, after) else token[0]
        )
        end = token.end()
    return out + path[end:]


def _is_name(name: str, before: str, after: str) -> bool:
    if name in {".", ".."} or after in {"(", "::", ":"}:
        return False
    if before.endswith(("@", "$", "attribute::")) or re.search(r"(?<!:):$", before):
        return False
    return not (before and _BEFORE_OPERATOR.search(before) and name in {"and", "or", "div", "mod"})


def elements(context: etree._Element, path: str) -> list[etree._Element]:
    """Return the elements that a path leads to; none where it is no XPath."""
    try:
        found = context.xpath(in_tei(path), namespaces=_NAMES)
    except etree.XPathError:
        return []
    nodes = found if isinstance(found, list) else []
    return [one for one in nodes if isinstance(one, etree._Element)]


def words(context: etree._Element, path: str) -> str:
    """Return what a path leads to as a string, white space collapsed."""
    try:
        found = context.xpath(f"normalize-space({in_tei(path)})", namespaces=_NAMES)
    except etree.XPathError:
        return ""
    return str(found)
