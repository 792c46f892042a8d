"""Pointers into the file of a teiCorpus: each is led to the text of the corpus that has the id.

A corpus is published as its texts, so no page has the name of its file.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from urllib.parse import unquote

from editio.edition.names import composed
from editio.edition.reading.source import XML_ID, Document
from lxml import etree

# Name of a file -> id of an element of it, or nothing for the whole -> what leads there.
Homes = Mapping[str, Mapping[str, str]]


def led(texts: Iterable[Document]) -> tuple[Document, ...]:
    """Return the texts with their pointers into files that hold several of them led on."""
    texts = tuple(texts)
    homes = _homes(texts)
    return tuple(_led(one, homes) for one in texts) if homes else texts


def _homes(texts: tuple[Document, ...]) -> Homes:
    shared = Counter(text.path for text in texts)
    homes: dict[str, dict[str, str]] = {}
    for text in texts:
        if shared[text.path] > 1:
            own = homes.setdefault(composed(PurePosixPath(text.path).name), {})
            for name, target in _targets(text):
                own.setdefault(name, target)
    return homes


def _targets(text: Document) -> Iterator[tuple[str, str]]:
    """Return what leads to a text, to its root, and to each element of it with an id."""
    file, root = f"{text.id}.xml", text.root
    yield "", file
    for element in root.iter(etree.Element):
        if name := element.get(XML_ID, ""):
            yield name, file if element is root else f"{file}#{name}"


def _led(text: Document, homes: Homes) -> Document:
    root = text.copied()
    changed = False
    for element in root.iter(etree.Element):
        for name, value in [(str(n), str(v)) for n, v in element.attrib.items()]:
            if "." in value and (new := _leading(value, homes)) != value.split():
                element.set(name, " ".join(new))
                changed = True
    if not changed:
        return text
    return text.rewritten(root)


def _leading(value: str, homes: Homes) -> list[str]:
    return [token if ":" in token else _on(token, homes) for token in value.split()]


def _on(token: str, homes: Homes) -> str:
    file, _, place = unquote(token).partition("#")
    return homes.get(composed(file.rpartition("/")[2]), {}).get(place, token)
