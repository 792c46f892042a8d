"""Which licence a published file is under: the one that its own text or register states, or none.

A text's licence goes with every form of that text. What is made of several texts has a licence only
where all of them state the same; fonts have their own.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from editio.formats import cmif
from editio.formats.dictionary import TABLES
from editio.model.context import Whole
from editio.model.header import TERMS, Field, Header

FONTS = "https://openfontlicense.org"
# Fields of a header that say something of rights.
_OF_RIGHTS = ("rights", *TERMS, "encoding-licence")
# Files that only describe texts: nothing in them is anybody's but a fact.
_FACTS = frozenset({"citations", "dts"})


Asked = Callable[[Header], str]


@dataclass(frozen=True)
class Term:
    """A licence or a statement of rights: its address, and its name or what the header says."""

    address: str
    words: str


# What a header says of rights, field by field.
Rights = tuple[Field, ...]


@dataclass(frozen=True)
class Stated:
    """What an edition says as a whole: its language and header, the licences that all texts state
    alike, and what each layer of it says of rights, by the files that say the same.
    """

    language: str = ""
    header: Header | None = None
    terms: tuple[Term, ...] = ()
    layers: Mapping[str, Mapping[Rights, list[str]]] = field(default_factory=dict)


def stated(whole: Whole) -> Stated:
    """Gather what an edition says of itself, and of the rights in its texts, registers, pages."""
    edition = whole.edition
    headers = {one.id: one.header for one in whole.facts}
    own = [(edition.about.path, whole.header)] if edition.about and whole.header else []
    registers = zip(edition.registers, whole.registers, strict=True)
    pages = zip(edition.pages, whole.headers_of_pages, strict=True)
    layers = {
        "edition": own,
        "texts": [(one.path, headers[one.id]) for one in edition.texts],
        "registers": [(one.path, read.header) for one, read in registers],
        "pages": [(one.path, header) for one, header in pages],
    }
    alike = {layer: _alike(said) for layer, said in layers.items()}
    return Stated(whole.surroundings.lang, whole.header, of_whole(whole), alike)


def _alike(said: Iterable[tuple[str, Header]]) -> dict[Rights, list[str]]:
    found: dict[Rights, list[str]] = {}
    for path, header in said:
        found.setdefault(tuple(header.named(*_OF_RIGHTS)), []).append(path)
    return found


def in_words(said: Rights, words: Mapping[str, str]) -> str:
    """Return what a header says of rights, with the words of the interface, as in plain text."""
    lines = []
    for one in said:
        if one.name == "rights":
            status = one.words
            is_told = status == "restricted" or (status == "unknown" and not one.said)
            lines += [words[f"rights-{status}"]] if is_told else []
            lines += [one.said] if one.said else []
        else:
            apart = one.name == "encoding-licence"
            before = f"{words['licence-of-encoding']}: " if apart else ""
            more = f" ({one.target})" if one.target and one.target not in one.words else ""
            lines.append(f"{before}{one.words}{more}")
    return " ".join(lines)


def of_whole(whole: Whole) -> tuple[Term, ...]:
    """Return what all texts state alike, and the edition of itself, if it says anything."""
    own = (whole.header,) if whole.header and whole.header.terms() else ()
    headers = (*own, *(one.header for one in whole.facts))
    if not shared(one.terms() for one in headers):
        return ()
    fields = headers[0].named(*TERMS)
    return tuple(dict.fromkeys(Term(one.target, one.words) for one in fields))


def of_texts(whole: Whole, stated: Asked = Header.licence) -> dict[str, str]:
    """Return the licence that each text states, by its id; nothing where none is stated."""
    return {one.id: stated(one.header) for one in whole.facts}


def of_registers(whole: Whole, stated: Asked = Header.licence) -> dict[str, str]:
    """Return the licence that each register states, by the kind of its entries."""
    found: dict[str, set[str]] = {}
    for one in whole.registers:
        for entry in one.entries:
            found.setdefault(entry.kind, set()).add(stated(one.header))
    return {kind: shared(some) for kind, some in found.items()}


def shared(licences: Iterable[str]) -> str:
    """Return the licence that all have; nothing where they differ, or one has none."""
    different = set(licences)
    return different.pop() if len(different) == 1 else ""


@dataclass(frozen=True)
class Licences:
    """The licences of an edition: by text, and by the table that a register's entries are in."""

    texts: Mapping[str, str]
    tables: Mapping[str, str]

    def of(self, path: str) -> str:
        """Return the licence of a published file, by its path; nothing where none is stated."""
        folder, stem = path.split("/", 1)[0], PurePosixPath(path).stem
        if PurePosixPath(path).name == "OFL.txt":
            return FONTS
        if path == f"tei/{cmif.NAME}":
            return cmif.LICENCE
        if folder in _FACTS:
            return ""
        if stem in self.texts and folder not in ("tables", "places"):
            return self.texts[stem]
        return self.tables.get(stem, shared(self.texts.values()))


def licences(whole: Whole) -> Licences:
    """Gather what texts and registers state, of rights too."""
    registers = of_registers(whole, Header.terms)
    kinds = {table.name: registers.get(table.kind, "") for table in TABLES if table.kind}
    return Licences(of_texts(whole, Header.terms), kinds)
