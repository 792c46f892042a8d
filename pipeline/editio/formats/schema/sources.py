"""Where an ODD takes things from: the TEI, other ODDs, grammars; found in files, never fetched.

Turns the addresses in an ODD into trees for the stylesheets, each under the name that the ODD has
for it, the TEI (or what the schema names as its source) under none.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from xml.sax.saxutils import quoteattr

from lxml import etree

from editio.edition.reading.source import ED, TEI, Document, changed, tree_or_reason

# The TEI's own definitions, by the addresses and the short names that are in use for them.
_OF_THE_TEI = re.compile(r"tei:|https?://(www\.)?tei-c\.org/|.*\b(p5subset|guidelines-en)\.xml$")
_DECLARATIONS = re.compile(r"(Ref|Spec|Grp)$")
_UNSEEN = "is not here: where it is referred to, any element that is not of the TEI is admitted"
_ABSENT = "is not here, and nothing is fetched"

Place = tuple[int, int]


@dataclass(frozen=True)
class Sources:
    """The sources of an ODD as `ed:source` trees, what is wrong with them, and remarks."""

    trees: tuple[str, ...]
    problems: tuple[str, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True)
class _Named:
    """An address in an ODD, of its `source` or of a `grammar`; `key` is "" for the schema's own."""

    key: str
    address: str
    kind: str
    place: str


def sources(
    document: Document, odd: Path, tei: Path | None, complete: Callable[[Path], str]
) -> Sources:
    """Find the sources that an ODD names; `complete` makes another ODD complete."""
    trees = {"": _tree("", tei, complete)} if tei else {}
    told: dict[str, list[str]] = {"source": [], "grammar": []}
    if tei and isinstance(read := _read(tei, changed(tei)), str):
        told["source"].append(f"{document.path}:1:1: {tei.name} cannot be read: {read}")
        return Sources((), tuple(told["source"]), ())
    for one in _named(document):
        file = _file(one.address, odd, tei if one.kind == "source" else None)
        if file and isinstance(read := _read(file, changed(file)), str):
            told["source"].append(f"{one.place}: {one.address} cannot be read: {read}")
        elif file:
            trees[one.key] = _tree(one.key, file, complete)
        elif one.kind == "grammar":
            trees[one.key] = _wrapped(one.key, "")
            told["grammar"].append(f"{one.place}: {one.address} {_UNSEEN}")
        elif one.key or not _OF_THE_TEI.match(one.address):
            told["source"].append(f"{one.place}: {one.address} {_ABSENT}")
    return Sources(tuple(trees.values()), tuple(told["source"]), tuple(told["grammar"]))


def _named(document: Document) -> Iterator[_Named]:
    for element in document.root.iter(f"{{{TEI}}}*"):
        name = etree.QName(element).localname
        place = "{}:{}:{}".format(document.path, *document.at(element))
        source, url = element.get("source"), element.get("url")
        if source and _DECLARATIONS.search(name):
            yield _Named("" if name == "schemaSpec" else source, source, "source", place)
        if url and name == "moduleRef":
            yield _Named(url, url, "grammar", place)
        file = (element.get("target") or "").partition("#")[0]
        if file and name == "specGrpRef":
            yield _Named(file, file, "source", place)


def _file(address: str, odd: Path, tei: Path | None) -> Path | None:
    """Return the file at an address: beside the ODD, or the TEI where its address is one of it."""
    if "://" not in address and (odd.parent / address).is_file():
        return odd.parent / address
    return tei if _OF_THE_TEI.match(address) else None


def _tree(key: str, file: Path, complete: Callable[[Path], str]) -> str:
    read = _read(file, changed(file))
    if isinstance(read, str):
        return _wrapped(key, f"<ed:unreadable xmlns:ed={quoteattr(ED)}/>")
    written, chained = read
    return _wrapped(key, complete(file) if chained else written)


@lru_cache(maxsize=4)
def _read(file: Path, _time: int) -> tuple[str, bool] | str:
    """Return a source as XML without a prolog, and whether it is an ODD with a schema; or in words
    why it cannot be read.
    """
    root = tree_or_reason(file)
    if isinstance(root, str):
        return root
    chained = next(root.iter(f"{{{TEI}}}schemaSpec"), None) is not None
    return etree.tostring(root, encoding="unicode", with_tail=False), chained


def _wrapped(key: str, tree: str) -> str:
    return f"<ed:source xmlns:ed={quoteattr(ED)} uri={quoteattr(key)}>{tree}</ed:source>"
