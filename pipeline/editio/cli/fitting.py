"""The settings that fit a folder of TEI that others made: each a table, a name, a value in TOML.

Looks at an edition as it was read. What was found is told by survey.py.
"""

import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TypeAlias

from lxml import etree

from editio.checks.bearers import bearers
from editio.checks.schema.models import models
from editio.edition.config.settings import FORMATS
from editio.edition.edition import Edition
from editio.edition.images.pictures import Place, expanded, find, is_local, is_remote
from editio.edition.reading.files import host
from editio.edition.reading.source import TEI, Document
from editio.edition.registers.prefixes import prefixes
from editio.edition.texts.headings import heading
from editio.edition.texts.languages import main
from editio.edition.texts.titles import XML_LANG
from editio.resources import LABELS

# A setting: its table, its name, its value in TOML.
Fit: TypeAlias = tuple[str, str, str]
PICTURES = {".jpg", ".jpeg", ".png", ".tif", ".tiff", ".gif", ".svg", ".webp"}
# Kinds that are cited by line, and those of which one looks at the pages.
_NUMBERED = {"drama", "verse", "critical apparatus"}
_SEEN = {"manuscripts", "documentary transcription", "facsimile"}
_LONG = 200_000  # characters of a text that is read chapter by chapter
_CHAPTERS = 3


def fitting(edition: Edition, files: Sequence[Path], genres: Mapping[str, int]) -> Iterator[Fit]:
    """Yield the settings that fit; `genres` says how many texts are of a kind."""
    texts = edition.texts
    yield "", "title", _toml(_title(edition))
    yield from _texts_read(edition)
    yield from _schema(edition, files)
    yield from _formats(edition)
    yield from _media(edition, files)
    yield from _site(edition, genres)
    mostly = {name for name, count in genres.items() if 2 * count >= len(texts)}
    # Verses that are numbered show their own numbers.
    if _NUMBERED & mostly and not any(one.get("n") for text in texts for one in _every(text, "l")):
        yield "print", "line-numbers", "5"
    yield from _apparatus(texts, mostly)


def _toml(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _title(edition: Edition) -> str:
    """Return what the edition is called; a folder's name as words."""
    if len(edition.texts) == 1 and (own := heading(edition.texts[0]).title):
        return own
    name = edition.project.root.name
    words = re.sub(r"[-_]+", " ", name).strip()
    return edition.called if edition.called != name else words[:1].upper() + words[1:]


def _texts_read(edition: Edition) -> Iterator[Fit]:
    if edition.project.settings.texts:
        yield "", "texts", _toml(list(edition.project.settings.texts))


def _schema(edition: Edition, files: Iterable[Path]) -> Iterator[Fit]:
    """For texts that name no schema: the one that others name most, else the only one there is."""
    root = edition.project.root
    named = Counter(m.href for text in edition.texts for m in models(text) if not m.remote)
    there = [href for href, _ in named.most_common() if (root / href).is_file()]
    lone = [path.relative_to(root).as_posix() for path in files if path.suffix in {".rng", ".rnc"}]
    bare = any(next(models(text), None) is None for text in edition.texts)
    found = there[:1] or (lone if len(lone) == 1 else [])
    if bare and found:
        yield "", "schema", _toml(found[0])


def _formats(edition: Edition) -> Iterator[Fit]:
    """All but a map where no place is named."""
    has_places = any(_has(one, "placeName", "place", "geo") for one in edition.documents)
    yield "", "formats", _toml([one for one in FORMATS if one != "places" or has_places])


def _media(edition: Edition, files: Iterable[Path]) -> Iterator[Fit]:
    """The folder that has most of the pictures, where they are not beside the texts."""
    root = edition.project.root
    folders = Counter(path.parent for path in files if path.suffix.lower() in PICTURES)
    beside = {(root / text.path).parent for text in edition.texts}
    apart = [folder for folder, _ in folders.most_common() if folder not in beside]
    if apart:
        yield "media", "folder", _toml(apart[0].relative_to(root).as_posix())


def hosts(edition: Edition) -> list[str]:
    """Return the servers of pictures. Whether pages ask them for some is for editors to say."""
    addresses = (one.get("url", "") for text in edition.texts for one in _every(text, "graphic"))
    found = {host(one) for one in addresses if re.match("https?://", one)}
    return sorted(one for one in found if re.fullmatch(r"[\w-]+(\.[\w-]+)+", one))


def led_to(edition: Edition, files: Iterable[Path]) -> dict[str, int]:
    """Return how many names of pictures, in texts and of their pages, lead where; a folder of
    pictures counts that has yet to be named.
    """
    sources = edition.project.settings.media
    for _, _, folder in _media(edition, files) if not sources.folder else ():
        sources = replace(sources, folder=json.loads(folder))
    place = Place(edition.project.root, sources)
    counted = Counter(
        "on servers" if is_remote(address)
        else "here" if find(address, text.file(element), place).path
        else "not found"
        for text in edition.texts
        for element, address in _pointing(text)
        if is_remote(address) or is_local(address)
    )  # fmt: skip
    return {one: counted[one] for one in ("here", "on servers", "not found") if counted[one]}


def _pointing(text: Document) -> Iterator[tuple[etree._Element, str]]:
    """Yield what points to pictures, with the address. What has no ending is a key, no file."""
    declared = prefixes(text.root)
    for one in _every(text, "graphic"):
        yield one, expanded(one, one.get("url", ""), declared)
    for one in bearers(text.root, "facs"):
        for token in one.get("facs", "").split():
            address = expanded(one, token, declared)
            ending = PurePosixPath(re.split("[?#]", address)[0]).suffix.lower()
            if is_remote(address) or ending in PICTURES:
                yield one, address


def _site(edition: Edition, genres: Collection[str]) -> Iterator[Fit]:
    texts = edition.texts
    languages = Counter(filter(None, map(spoken, texts)))
    # What half of the texts say, where others say nothing, is not the language of the edition.
    most = [name for name, count in languages.most_common(1) if 2 * count > len(texts)]
    if most and (LABELS / f"{most[0]}.xml").is_file():
        yield "site", "language", _toml(most[0])
    long = list(filter(_is_long, texts))
    if long and 2 * len(long) >= len(texts):
        yield "site", "split", _toml("chapter")
    if _SEEN.intersection(genres) and any(_has(one, "graphic") for one in texts):
        yield "site", "show", _toml(["marks", "pages", "image"])


def _is_long(text: Document) -> bool:
    body = text.root.find(f".//{{{TEI}}}body")
    parts = [] if body is None else body.findall(f"{{{TEI}}}div")
    if body is None or len(parts) < _CHAPTERS:
        return False
    return sum(map(len, map(str, body.itertext()))) > _LONG


def spoken(text: Document) -> str:
    """Return the language that a text says it is in, without what stands for a region."""
    inner = text.root.find(f"{{{TEI}}}text")
    said = "" if inner is None else inner.get(XML_LANG, "")
    used = {one.get("ident", "") for one in _every(text, "language")}
    lone = used.pop() if len(used) == 1 else ""
    return main(said or text.root.get(XML_LANG, "") or lone)


def _apparatus(texts: Iterable[Document], mostly: Collection[str]) -> Iterator[Fit]:
    """Kinds of entries that are kept apart, the witness where there is no lemma, how one finds."""
    entries = [one for text in texts for one in _every(text, "app")]
    if not entries:
        return
    kinds = list(dict.fromkeys(filter(None, (one.get("type", "") for one in entries))))
    if len(kinds) > 1 and all(one.get("type") for one in entries):
        yield "reading", "layers", _toml(kinds)
    lemmas = [one.find(f"{{{TEI}}}lem") for one in entries]
    first = Counter(_first(one) for one, lem in zip(entries, lemmas, strict=True) if lem is None)
    witness = next((name for name, _ in first.most_common(1)), "")
    if witness:
        yield "reading", "witness", _toml(witness)
    if any(lem is not None and lem.get("wit") for lem in lemmas):
        yield "reading", "apparatus", _toml("positive")
    if "verse" in mostly:
        yield "print", "apparatus-key", _toml("verse")


def _first(entry: etree._Element) -> str:
    reading = entry.find(f"{{{TEI}}}rdg")
    wit = "" if reading is None else reading.get("wit", "")
    return PurePosixPath(wit.split()[0].rpartition("#")[2]).name if wit.split() else ""


def _every(text: Document, name: str) -> Iterator[etree._Element]:
    return text.root.iter(f"{{{TEI}}}{name}")


def _has(text: Document, *names: str) -> bool:
    return next(text.root.iter(*(f"{{{TEI}}}{name}" for name in names)), None) is not None
