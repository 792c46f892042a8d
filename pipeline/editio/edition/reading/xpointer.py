"""XPointers of an xi:include: an id, element(), xpath() and xpointer(), to the nodes they mean.

Turns a tree and a pointer into elements (W3C, XPointer Framework, element() and xmlns() schemes).
"""

import re

from lxml import etree

_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_PART = re.compile(r"([\w-]+)\(((?:[^()^]|\^.|\((?:[^()]|\([^()]*\))*\))*)\)\s*")
_ID_CALL = re.compile(r"""\bid\(\s*("[^"]*"|'[^']*')\s*\)""")


class UnknownPointerError(Exception):
    """A pointer that means nothing here; its words say why."""


def pointed(tree: etree._Element, pointer: str) -> list[etree._Element]:
    """Return the elements that a pointer means; the root for none. Raises UnknownPointerError."""
    if not pointer:
        return [tree]
    if re.fullmatch(r"[\w.-]+", pointer):
        return _found([_by_id(tree, pointer)], pointer)
    parts = _PART.findall(pointer)
    if "".join(_PART.sub("", pointer).split()) or not parts:
        raise UnknownPointerError(f"“{pointer}” is not an XPointer")
    spaces = {"tei": "http://www.tei-c.org/ns/1.0"}
    for scheme, words in parts:
        if scheme == "xmlns":
            prefix, _, uri = words.partition("=")
            spaces[prefix.strip()] = uri.strip()
        elif scheme == "element" and (one := _element(tree, words)) is not None:
            return [one]
        elif scheme in {"xpointer", "xpath", "xpath1"} and (many := _xpath(tree, words, spaces)):
            return many
    return _found([None], pointer)


def _found(nodes: list[etree._Element | None], pointer: str) -> list[etree._Element]:
    found = [one for one in nodes if one is not None]
    if not found:
        raise UnknownPointerError(f"nothing in the file is “{pointer}”")
    return found


def _by_id(tree: etree._Element, name: str) -> etree._Element | None:
    return next((one for one in tree.iter(etree.Element) if one.get(_XML_ID) == name), None)


def _element(tree: etree._Element, words: str) -> etree._Element | None:
    """Follow name/1/2 or /1/2, which count elements (element() scheme)."""
    name, *steps = words.split("/")
    at = _by_id(tree, name) if name else tree
    for number in steps[0 if name else 1 :]:
        if at is None or not number.isdigit():
            return None
        at = next((c for n, c in enumerate(at.iterchildren("*"), 1) if n == int(number)), None)
    return at


def _xpath(tree: etree._Element, words: str, spaces: dict[str, str]) -> list[etree._Element]:
    """Return the elements that an XPath selects; id('x') is read as the element with that xml:id.
    `spaces`: namespaces by prefix. Raises UnknownPointerError.
    """
    path = _ID_CALL.sub(r"//*[@xml:id=\1]", words)
    try:
        found = tree.getroottree().xpath(path, namespaces=spaces)
    except (etree.XPathError, ValueError) as error:
        raise UnknownPointerError(f"“{words}” is not an XPath: {error}") from error
    nodes = found if isinstance(found, list) else []
    return [one for one in nodes if isinstance(one, etree._Element)]
