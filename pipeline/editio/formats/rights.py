"""Which licence a published file is under: the one that its own text or register states, or none.

A text's licence goes with every form of that text. What is made of several texts has a licence only
where all of them state the same; fonts have their own.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from editio.formats import cmif
from editio.formats.dictionary import TABLES
from editio.model.context import Whole

FONTS = "https://openfontlicense.org"
# Files that only describe texts: nothing in them is anybody's but a fact.
_FACTS = frozenset({"citations", "dts"})


def of_texts(whole: Whole) -> dict[str, str]:
    """Return the licence that each text states, by its id; nothing where none is stated."""
    return {one.id: one.header.licence() for one in whole.facts}


def of_registers(whole: Whole) -> dict[str, str]:
    """Return the licence that each register states, by the kind of its entries."""
    found: dict[str, set[str]] = {}
    for one in whole.registers:
        for entry in one.entries:
            found.setdefault(entry.kind, set()).add(one.header.licence())
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
    """Gather what texts and registers state."""
    registers = of_registers(whole)
    kinds = {table.name: registers.get(table.kind, "") for table in TABLES if table.kind}
    return Licences(of_texts(whole), kinds)
