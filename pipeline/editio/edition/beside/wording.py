"""Words of the interface: ours, and those of the edition's own, labels/*.xml in the form of ours,
which are read and held against ours.

Turns a file into `ed:labels` as XML, or tells why it cannot be used; a key that no word of ours has
is told with the nearest (C018), unless it is a value that stands in the texts.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from editio.diagnostics import Diagnostic, diagnostic
from editio.edition.config.settings import advice
from editio.edition.reading.files import UnreadableError, content, seen
from editio.edition.reading.source import AT, at, marked
from editio.edition.texts.languages import is_language, main, meant, named, usual
from editio.edition.texts.titles import XML_LANG
from editio.resources import LABELS
from lxml import etree

FOLDER = "labels"
EDITIO = "urn:editio:ns"
_ROOT, _LABEL = f"{{{EDITIO}}}labels", f"{{{EDITIO}}}label"
# Forms that some languages have besides.
_FORM = re.compile("-(two|few|alone)$")


@cache
def _ours() -> Mapping[str, bool]:
    """Return the keys of our words, and whether they have some in every language."""
    made: dict[str, bool] = {}
    for file in sorted(LABELS.glob("*.xml")):
        for one in etree.parse(file).iter(_LABEL):
            key = str(one.get("key"))
            made[key] = made.get(key, True) and bool((one.text or "").strip())
    return made


def files(root: Path) -> list[Path]:
    """Return the files of labels of an edition."""
    return seen(root / FOLDER, "*.xml")


def read(path: Path, shown: str) -> etree._Element | list[Diagnostic]:
    """Return the root of a file of labels, with its places, or what is wrong with it."""
    try:
        root = marked(content(path), shown)
    except UnreadableError as error:
        return [diagnostic("C012", shown, reason=str(error))]
    if isinstance(root, list):
        return root
    if amiss := list(_amiss(root, path.stem)):
        return [diagnostic("C012", shown, *at(one), reason=reason) for one, reason in amiss]
    return root


def plain(root: etree._Element) -> str:
    """Return labels as XML, without their places, in a language as pages name it."""
    root.set(XML_LANG, usual(root.get(XML_LANG, "")))
    for one in root.iter(etree.Element):
        one.attrib.pop(AT, "")
    return etree.tostring(root, encoding="unicode")


@cache
def words_in(language: str, own: tuple[str, ...] = ()) -> Mapping[str, str]:
    """Return the words of a language by key, ours and then the edition's own; none where we have
    none of it.
    """
    file = LABELS / f"{main(language)}.xml"
    if not file.is_file():
        return {}
    roots = [etree.parse(file).getroot(), *map(etree.fromstring, own)]
    fit = [one for one in roots if one.get(XML_LANG, "") in {main(language), language}]
    return {one.get("key", ""): one.text or "" for root in fit for one in root.iter("{*}label")}


def _amiss(root: etree._Element, name: str) -> Iterator[tuple[etree._Element, str]]:
    """Yield what is not in the form of ours, and why."""
    if root.tag != _ROOT or not root.get(XML_LANG):
        yield root, f'the root is not <labels xmlns="{EDITIO}" xml:lang="…">'
        return
    if not is_language(tag := root.get(XML_LANG, "")):
        better = f"; write {meant(tag)}" if meant(tag) else ""
        yield root, f"xml:lang is “{tag}”, which is not the code of a language (BCP 47){better}"
    elif (said := named(name)) and said.partition("-")[0].lower() != tag.partition("-")[0].lower():
        yield root, f"its name says {said}, its xml:lang {tag}; one of the two is wrong"
    seen: set[str] = set()
    for one in root.iterchildren(etree.Element):
        key = one.get("key", "")
        if one.tag != _LABEL:
            yield one, f"<{etree.QName(one).localname}> stands where <label> should"
        elif not key or key in seen:
            yield one, f"the key “{key}” stands here again" if key else "a label without @key"
        elif _ours().get(key) and not str(one.xpath("normalize-space()")):
            # What leads somewhere would have no name.
            yield one, f"the label “{key}” has no words"
        seen.add(key)


def unknown(root: Path, texts: Iterable[Path]) -> Iterator[Diagnostic]:
    """Yield the keys of the edition's labels that are no key of ours and stand in no text."""
    strange = [
        (f"{FOLDER}/{path.name}", one)
        for path in files(root)
        for one in _labels(read(path, path.name))
        if not {str(one.get("key")), _FORM.sub("", str(one.get("key")))} & _ours().keys()
    ]
    values = _values(texts) if strange else frozenset[str]()
    for shown, one in strange:
        key = str(one.get("key"))
        parts = {key[place + 1 :] for place, sign in enumerate(key) if sign == "-"} | {key}
        if not parts & values:
            yield diagnostic("C018", shown, *at(one), key=key, advice=_meant(key))


def _labels(read: etree._Element | list[Diagnostic]) -> Iterator[etree._Element]:
    if not isinstance(read, list):
        yield from read.iterchildren(_LABEL)


def _meant(key: str) -> str:
    meant = advice(key, sorted(_ours()))
    return meant if meant.startswith("Did you") else "`editio help labels` tells all keys."


def _values(texts: Iterable[Path]) -> frozenset[str]:
    """Return the words of all attributes of the texts, and the names of their elements."""
    found: set[bytes] = set()
    for path in texts:
        try:
            data = content(path)
        except UnreadableError:
            continue
        found.update(re.findall(rb"<(?:[\w-]+:)?([\w.-]+)", data))
        for value in re.findall(rb"""=\s*["']([^"'<>]{1,200})["']""", data):
            found.update(value.split())
    return frozenset(one.decode("utf-8", "replace") for one in found)
