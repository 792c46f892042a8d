"""What one page has to know of the edition around it: the pages that every page leads to, the
texts before and after, the register entries that it may link to.

Kept as small as the text allows, so that a text is rendered again only when something that its
page shows has changed.
"""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote

from lxml import etree

from editio.edition.blanks import worded
from editio.edition.edition import Edition
from editio.edition.names import composed
from editio.edition.reading.files import is_address
from editio.edition.reading.source import ED, XML_ID, Document
from editio.edition.registers.entries import ENTRIES, HOMES, is_entry
from editio.edition.texts.correspondence import Neighbour, correspondences, neighbours
from editio.edition.texts.headings import called, heading
from editio.edition.texts.numbers import numbers
from editio.edition.texts.pointers import files_named, files_of, words_of
from editio.formats.site import look
from editio.model.surroundings import Surroundings

# Signs of a title that a menu has room for.
_MENU = 24


@dataclass(frozen=True)
class Neighbourhood:
    """What the surroundings of all texts are made from, looked up once an edition: what every page
    shares, the entries, the names of texts by their files.
    """

    edition: Edition
    common: etree._Element
    entries: Mapping[str, int]
    by_file: Mapping[str, str]
    titles: tuple[str, ...]

    def around(self, number: int, beside: Sequence[Neighbour] = ()) -> Surroundings:
        """Return the surroundings of a text: with its neighbours and its entries alone."""
        texts = self.edition.texts
        root = deepcopy(self.common)
        if heading(texts[number]).title not in ("", self.titles[number]):
            root.set("called", self.titles[number])
        for role, neighbour in (("previous", number - 1), ("next", number + 1)):
            if 0 <= neighbour < len(texts):
                _named(root, role, texts[neighbour].id, self.titles[neighbour])
        for one in beside:
            near = etree.SubElement(root, f"{{{ED}}}beside", title=one.title)
            near.set("role", one.role)
            near.set("within", one.within)
            near.set("with", one.partner)
            near.set("id", one.text)
            if one.part:
                near.set("part", one.part)
        meant = self.entries.keys() & words_of(texts[number]) if self.entries else ()
        for entry in sorted(meant, key=self.entries.__getitem__):
            etree.SubElement(root, f"{{{ED}}}entry", id=entry)
        for written in files_of(texts[number]):
            if (name := self.by_file.get(composed(unquote(written)))) is not None:
                etree.SubElement(root, f"{{{ED}}}text", id=name, file=written)
        return _value(root)


def neighbourhood(edition: Edition, title: str, formats: Sequence[str]) -> Neighbourhood:
    """Return what the surroundings of the texts of an edition are made from."""
    common = _common(edition, title, formats)
    named = {name: rank for rank, name in enumerate(dict.fromkeys(entries(edition)))}
    return Neighbourhood(edition, common, named, by_file(edition), _titles(edition))


def by_file(edition: Edition) -> Mapping[str, str]:
    """Return by the names of their files under what names texts and pages are published."""
    texts, pages = edition.texts, edition.project.own.pages
    named = {composed(PurePosixPath(page.path).name): f"pages/{page.id}" for page in edition.pages}
    named |= {composed(PurePosixPath(own.file).name): f"pages/{own.name}" for own in pages}
    named |= {composed(f"{text.id}.xml"): text.id for text in texts}  # of texts in a corpus
    return named | {composed(PurePosixPath(text.path).name): text.id for text in reversed(texts)}


def letters(edition: Edition) -> list[tuple[Neighbour, ...]]:
    """Return the letters beside each text of an edition."""
    return neighbours(edition.texts, list(_titles(edition)))


def _titles(edition: Edition) -> tuple[str, ...]:
    return called(edition.texts)


def around_site(edition: Edition, title: str, formats: Sequence[str], lang: str) -> Surroundings:
    """Return the surroundings of the pages that span texts."""
    root = _common(edition, title, formats)
    root.set("lang", lang)
    for entry in entries(edition):
        etree.SubElement(root, f"{{{ED}}}entry", id=entry)
    _add_named(root, edition)
    for one in correspondences(edition.texts):
        named = {
            "with": one.partner,
            "parties": " ".join(one.parties),
            "slug": one.slug,
            "count": str(len(one.letters)),
        }
        etree.SubElement(root, f"{{{ED}}}correspondence", named, letters=" ".join(one.letters))
    return _value(root)


def _value(root: etree._Element) -> Surroundings:
    xml = etree.tostring(root, encoding="unicode")
    return Surroundings(xml, root.get("address", ""), root.get("lang") or "en")


def _add_named(root: etree._Element, edition: Edition) -> None:
    """Add the texts and pages to which pages that span texts may lead, and those of pages/."""
    files = by_file(edition)
    about = [edition.about] if edition.about else []
    xml = "".join(one.xml for one in (*about, *edition.pages, *edition.registers))
    for written in files_named(xml):
        if (name := files.get(composed(unquote(written)))) is not None:
            etree.SubElement(root, f"{{{ED}}}text", id=name, file=written)


def entries(edition: Edition) -> Iterator[str]:
    """Yield the ids of the entries of all registers."""
    for register in edition.registers:
        for element in register.root.iter(*ENTRIES):
            if (name := element.get(XML_ID)) and is_entry(element):
                yield name


def _common(edition: Edition, title: str, formats: Sequence[str]) -> etree._Element:
    """Return what every page shares: title, address, formats, registers."""
    about = edition.about
    root = etree.Element(f"{{{ED}}}surroundings", nsmap={"ed": ED})
    root.set("title", title)
    root.set("formats", " ".join(formats))
    if address := _address(edition):
        root.set("address", address)
    if split := edition.project.settings.site.split:
        root.set("split", split)
    if about is not None:
        # Ids of the edition's own document, which the headings of its page must not meet.
        ids = (str(one.get(XML_ID, "")) for one in about.root.iter(etree.Element))
        root.set("taken", " ".join(sorted(filter(str.strip, ids))))
    for register in edition.registers:
        _add(root, "register", register)
    _call_briefly(root, edition)
    root.extend(look.around(edition))
    return root


def _call_briefly(root: etree._Element, edition: Edition) -> None:
    """Tell what menus call a register with a long title: by its kind, if it alone has it."""
    kinds = {one.id: {_kind(entry) for entry in one.root.iter(*ENTRIES) if is_entry(entry)}
             for one in edition.registers}  # fmt: skip
    for named in root.iterchildren(f"{{{ED}}}register"):
        mine = kinds[named.get("id", "")]
        alone = [some for some in kinds.values() if mine & some] == [mine]
        if len(mine) == 1 and alone and "" not in mine and len(named.get("title", "")) > _MENU:
            named.set("called", *mine)


def _kind(entry: etree._Element) -> str:
    """Return the usual register of an entry; a group of persons may be a correspondence."""
    name = etree.QName(entry).localname
    return HOMES[name][1] if name in HOMES and name != "personGrp" else ""


def _address(edition: Edition) -> str:
    """Return where the site will stand: as the settings say, or else the edition's own header."""
    stated = [worded(one) for one in numbers(edition.about.root, "URL")] if edition.about else []
    written = edition.project.settings.address or "".join(stated[:1])
    # Another is told of (H021), and cannot be made links of.
    return written.rstrip("/") + "/" if is_address(written) else ""


def _add(root: etree._Element, role: str, document: Document) -> None:
    _named(root, role, document.id, heading(document).title or document.id)


def _named(root: etree._Element, role: str, name: str, title: str) -> None:
    etree.SubElement(root, f"{{{ED}}}{role}", id=name, title=title)
