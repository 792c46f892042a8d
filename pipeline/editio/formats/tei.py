"""TEI for reuse: each text alone in one file, with the register entries that it names, and the
edition as one teiCorpus. Pointers lead to places in the same file; marks of ours are taken away.
"""

from collections.abc import Mapping
from copy import deepcopy
from pathlib import PurePosixPath
from urllib.parse import quote, unquote

from lxml import etree

from editio.edition.edition import Edition
from editio.edition.names import composed
from editio.edition.reading.source import ED, TEI, XML_ID, Document
from editio.formats.cmif import cmif
from editio.formats.inlining import Shelf, inline
from editio.formats.transcript import transcript
from editio.model.context import Files, Whole


def assemble(whole: Whole) -> Files:
    """Return `ID.xml` for each text, `corpus.xml`, the transcripts that texts point to, and of
    letters `cmif.xml`.
    """
    edition = whole.edition
    files = {f"{id_}.xml": _bytes(root) for id_, root in complete(edition).items()}
    for text in edition.texts:
        if any("sources/" in target for target in _relative(text.root)):
            files[f"sources/{text.id}.txt"] = transcript(text.root).encode()
    return files | {"corpus.xml": _bytes(corpus(edition, _shelf(edition)))} | cmif(whole)


def _shelf(edition: Edition) -> Shelf:
    return Shelf(tuple(_clean(one.root) for one in edition.registers))


def complete(edition: Edition) -> dict[str, etree._Element]:
    """Return each text, by its id, with everything that it points to."""
    shelf = _shelf(edition)
    return {text.id: standalone(text, edition, shelf) for text in edition.texts}


def standalone(text: Document, edition: Edition, shelf: Shelf) -> etree._Element:
    """Return a text with the entries that it points to, directly or by way of another entry."""
    root = _clean(text.root)
    root.set(XML_ID, text.id)
    inline(root, shelf)
    _redirect(root, _found(edition, "{}.xml"), quote(text.id))
    return root


def corpus(edition: Edition, shelf: Shelf) -> etree._Element:
    """Return all texts under the header of the edition, each id behind the id of its text."""
    root = etree.Element(f"{{{TEI}}}teiCorpus", nsmap={None: TEI})  # type: ignore[dict-item]  # stubs lack None
    root.set(XML_ID, "corpus")
    texts = {name: unquote(place) for name, place in _found(edition, "#{}").items()}
    for text in edition.texts:
        member = _clean(text.root)
        member.set(XML_ID, text.id)
        _prefix(member, text.id)
        root.append(member)
    head = edition.about or edition.texts[0]
    header = _clean(head.root).find(f"{{{TEI}}}teiHeader")
    if header is not None:
        root.insert(0, header)
    inlined = inline(root, shelf, everything=True)
    _redirect(inlined, texts, "corpus")
    return inlined


def _found(edition: Edition, place: str) -> dict[str, str]:
    """Return where each text is to be found, by the name of its file, or its own in a corpus."""
    texts = edition.texts[::-1]
    of_corpus = {composed(f"{one.id}.xml"): place.format(quote(one.id)) for one in texts}
    return of_corpus | {_file(one): place.format(quote(one.id)) for one in texts}


def _clean(root: etree._Element) -> etree._Element:
    """Copy a document without what was stamped on it when it was read."""
    copy = deepcopy(root)
    for element in copy.iter(etree.Element):
        for name in [name for name in element.attrib if str(name).startswith(f"{{{ED}}}")]:
            del element.attrib[name]
    copy.tail = "\n"
    etree.cleanup_namespaces(copy)
    return copy


def _prefix(member: etree._Element, text: str) -> None:
    """Put the id of the text before each of its ids, and into the pointers to them."""
    own = {
        name: f"{text}.{name}"
        for element in member.iter(etree.Element)
        if element is not member and (name := element.get(XML_ID))
    }
    for element in member.iter(etree.Element):
        for name, value in [(str(n), str(v)) for n, v in element.attrib.items()]:
            if name == XML_ID:
                element.set(name, own.get(value, value))
            elif "#" in value:
                element.set(name, renamed(value, own))


def renamed(pointers: str, names: Mapping[str, str]) -> str:
    """Return pointers with local ids exchanged."""
    if not any(token.startswith("#") for token in pointers.split()):
        return pointers
    return " ".join(
        "#" + names.get(token[1:], token[1:]) if token.startswith("#") else token
        for token in pointers.split()
    )


def _redirect(root: etree._Element, texts: Mapping[str, str], here: str) -> None:
    """Lead relative pointers to what lies beside this file: the other texts, the transcripts."""
    for element in root.iter(f"{{{TEI}}}ref", f"{{{TEI}}}ptr"):
        moved = [_moved(token, texts, here) for token in element.get("target", "").split()]
        if moved:
            element.set("target", " ".join(moved))


def _moved(target: str, texts: Mapping[str, str], here: str) -> str:
    file, hash_, place = target.partition("#")
    last = PurePosixPath(file).name
    name = composed(unquote(last))
    if "://" in file or not file:
        return target
    if name in texts:
        there = texts[name]
        return f"#{place or here}" if there == f"{here}.xml" else _joined(there, hash_ + place)
    return f"sources/{last}" if PurePosixPath(file).parent.name == "sources" else target


def _joined(there: str, place: str) -> str:
    """A text in the same corpus has the place's id prefixed; in another file it keeps it."""
    return f"{there}.{place[1:]}" if there.startswith("#") and place else there + place


def _relative(root: etree._Element) -> list[str]:
    targets = [one.get("target", "") for one in root.iter(f"{{{TEI}}}ref", f"{{{TEI}}}ptr")]
    return [one for target in targets for one in target.split() if "://" not in one]


def _file(document: Document) -> str:
    return composed(PurePosixPath(document.path).name)


def _bytes(root: etree._Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, with_tail=False) + b"\n"
