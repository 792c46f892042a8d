"""What pages of the edition's own, its texts and registers are called: each has the name of its
file, and that under which it is published. Menu, `front` and links may say either.
"""

from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path

from editio.edition.beside.markdown import is_empty
from editio.edition.names import composed, of_page, published
from editio.edition.reading import source
from editio.edition.reading.files import UnreadableError, content, is_tei_name, seen
from editio.edition.reading.source import TEI, XML_ID
from lxml import etree

PAGES = "pages"


def page_names(root: Path) -> dict[str, str]:
    """Return by the name of each file of pages/ that is a page under what name it is published."""
    found = {}
    for path in seen(root / PAGES, "*"):
        if path.suffix == ".md" and is_empty(source.words(path)):
            continue  # told as not used, and not published
        if path.suffix == ".md":
            found[composed(path.name)] = of_page(path.stem)
        elif is_tei_name(path.name):
            found[composed(path.name)] = published(top(path)[1], path.stem)
    return found


def top(path: Path) -> tuple[str, str]:
    """Return the name of the root of a file and its id; nothing where it is no XML."""
    try:
        for _, one in etree.iterparse(BytesIO(content(path)), events=("start",)):
            return str(one.tag), one.get(XML_ID, "")
    except (UnreadableError, etree.XMLSyntaxError):
        pass
    return "", ""


def text_names(root: Path, files: Iterable[Path], stems: Mapping[Path, str]) -> dict[str, str]:
    """Return by each name of a text or register under what name it is published: by that name, and
    by the name of its file, with its ending and folder or without, if it is alone there.
    """
    by_file: dict[str, str] = {}
    found: dict[str, str] = {}
    for path in files:
        names = _in_file(path, stems.get(path, path.stem))
        found |= dict(zip(names, names, strict=True))
        if len(names) == 1:
            place = path.relative_to(root) if path.is_relative_to(root) else path
            by_file |= dict.fromkeys((path.stem, path.name, place.as_posix()), names[0])
    return by_file | found


def _in_file(path: Path, stem: str) -> list[str]:
    """Return under what names the texts of a file are published."""
    tag, given = top(path)
    if tag != _CORPUS:
        return [published(given, stem)]
    tree = source.tree(path)
    every = [] if tree is None else tree.iter(f"{{{TEI}}}TEI")
    texts = [one for one in every if getattr(one.getparent(), "tag", "") == _CORPUS]
    return [published(one.get(XML_ID), f"{path.stem}-{n}") for n, one in enumerate(texts, 1)]


_CORPUS = f"{{{TEI}}}teiCorpus"
