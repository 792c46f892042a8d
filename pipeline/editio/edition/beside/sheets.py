"""One stylesheet of the edition's own, read with what it includes, and where each part stands.

Turns files of xslt/ into a tree in which nothing is left to be opened, or into the reason why it is
not taken, with its place. What it must be like to stand for one of ours is in extension.py.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from editio.diagnostics.origins import Place, noted
from editio.edition.beside.carried import XSL
from editio.edition.beside.processing import FUNCTIONS, OPENING
from editio.edition.reading.files import UnreadableError, content
from lxml import etree

FOLDER = "xslt"
# What writes files, opens them or looks at the machine.
_REFUSED = ("import", "import-schema", "result-document", "source-document", "evaluate")
_SAID_AGAIN = re.compile(r"(, line \d+, column \d+)?( \(<string>, line \d+\))?$")
_QUOTED = re.compile(r""""[^"]*"|'[^']*'""")
_BRACED = re.compile(r"\{[^{}]*\}")
# On each element while the tree is put together; never in what is compiled.
AT = "editio-at"


@dataclass
class RefusedError(Exception):
    """A stylesheet that is not taken; its words are the reason. `place`: file, line, column."""

    reason: str
    place: Place


def stylesheet(path: Path) -> etree._Element:
    """Return a stylesheet with what it includes. Raises RefusedError."""
    tree = _tree(path, path.name)
    _included(tree, path.parent, (path.resolve(),))
    return tree


def including(folder: Path, path: Path) -> Iterator[str]:
    """Yield what a file includes, by its name from the folder, wherever that leads."""
    try:
        tree = etree.fromstring(content(path), etree.XMLParser(resolve_entities=False))
    except (UnreadableError, etree.XMLSyntaxError):
        return
    for one in tree.iter(f"{{{XSL}}}include"):
        there = (folder / one.get("href", "")).resolve()
        if there.is_relative_to(folder.resolve()):
            yield there.relative_to(folder.resolve()).as_posix()


def text(tree: etree._Element) -> str:
    """Return a tree as what is compiled, with a note behind it of where its lines come from."""
    places = [str(one.attrib.pop(AT, "")) for one in tree.iter(etree.Element)]
    words = etree.tostring(tree, encoding="unicode")
    lines = (_line(one) for one in etree.fromstring(words).iter(etree.Element))
    # Templates of wishes stand in no file, behind what does.
    return words + noted({line: at for line, at in zip(lines, places, strict=True) if at})


def _line(element: etree._Element) -> int:
    return found if isinstance(found := element.sourceline, int) else 1


def _tree(path: Path, name: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    shown = f"{FOLDER}/{name}"
    try:
        data = content(path)
        tree = etree.fromstring(data, parser)
    except UnreadableError as error:
        raise RefusedError(str(error), Place(shown)) from error
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise RefusedError(_SAID_AGAIN.sub("", str(error)), Place(shown, line, column)) from error
    if b"<!DOCTYPE" in data:
        raise RefusedError("a document type is not read", Place(shown, 1, 1))
    lines = data.decode("utf-8", "replace").splitlines()
    for element in tree.iter(etree.Element):
        line = _line(element)
        words = lines[line - 1] if line <= len(lines) else ""
        place = Place(shown, line, len(words) - len(words.lstrip()) + 1)
        if reason := _amiss(element):
            raise RefusedError(reason, place)
        element.set(AT, str(place))
    return tree


def _amiss(element: etree._Element) -> str:
    """Return why an element is not allowed, or nothing."""
    name = etree.QName(element)
    if name.namespace == XSL and name.localname in _REFUSED:
        words = "xsl:include instead" if "import" in name.localname else "what a transform gives"
        return f"<xsl:{name.localname}> is not allowed: use {words}"
    if name.namespace == XSL and any(str(one).startswith("_") for one in element.attrib):
        return "shadow attributes (_select) are not allowed: their value is made before it is read"
    inside = (element.text or "", *(child.tail or "" for child in element))
    for value in (*element.attrib.values(), *inside):
        if called := FUNCTIONS.search(str(value)):
            return f"the function {called[1]}() is not allowed"
    if opened := OPENING.search(_QUOTED.sub("''", " ".join(_paths(element)))):
        return f"the function {opened[1]}() is not allowed: a build opens nothing for a stylesheet"
    return ""


def _paths(element: etree._Element) -> Iterator[str]:
    """Yield what is XPath in an element, or may be: of words for a page what is in braces."""
    is_xsl = etree.QName(element).namespace == XSL
    for value in element.attrib.values():
        yield from [str(value)] if is_xsl else _BRACED.findall(str(value))
    for words in (element.text or "", *(child.tail or "" for child in element)):
        yield from _BRACED.findall(words)


def _included(tree: etree._Element, folder: Path, known: tuple[Path, ...]) -> None:
    """Put what is included in place of its xsl:include."""
    for one in list(tree.iter(f"{{{XSL}}}include")):
        href, place = one.get("href", ""), Place.read(one.get(AT, ""))
        path = (folder / href).resolve()
        if not path.is_relative_to(folder.resolve()) or not path.is_file():
            raise RefusedError(f"“{href}” is not a file of the folder {FOLDER}/", place)
        if path in known:
            raise RefusedError(f"“{href}” includes itself", place)
        part = _tree(path, path.relative_to(folder.resolve()).as_posix())
        _included(part, folder, (*known, path))
        parent = one.getparent()
        if parent is not None:
            at = parent.index(one)
            parent[at : at + 1] = list(part)
