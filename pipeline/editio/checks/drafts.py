"""Which entries are drafted for names that point nowhere, in which file, and which cannot be.

Turns mentions into drafts, one for each id, and finds each its register. What an entry is like and
how it is written is left to edition/registers/drafting.py.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from editio.checks.ids import is_name
from editio.checks.lacking import Lack
from editio.edition.names import key
from editio.edition.reading.files import content
from editio.edition.reading.source import Document
from editio.edition.registers.drafting import Entry, has_list
from editio.edition.registers.entries import HOMES, holds_only_entries


@dataclass(frozen=True)
class Homes:
    """Where entries may stand: the folder of the edition, and which files are registers."""

    root: Path
    documents: frozenset[str]
    registers: tuple[str, ...]

    def can_hold(self, file: str) -> bool:
        """Whether entries may be written to a file: it is a register, or is not there yet."""
        path = self.root / file
        return file in self.registers or not (path.exists() or path.suffix != ".xml")

    def home(self, kind: str) -> str:
        """Return the register that has a list for a kind, else the one that is made for it."""
        usual = f"tei/registers/{HOMES[kind][1]}.xml"
        every = sorted(self.registers, key=lambda one: one != usual)
        there = (one for one in every if has_list(kind, content(self.root / one)))
        return next(there, usual)


def homes(root: Path, documents: Sequence[Document], named: Iterable[str]) -> Homes:
    """Return where entries may stand; `named` are the files in the folder of registers."""
    lists = {one.path for one in documents if holds_only_entries(one.root)}
    registers = tuple(sorted(lists | set(named)))
    return Homes(root, frozenset(one.path for one in documents), registers)


def refused(
    lacks: Sequence[Lack], names: Iterable[str], places: Homes
) -> Iterator[tuple[Lack, str]]:
    """Yield the mentions for which no entry can be drafted, one for each id, with the reason in
    words: no name, one of other capitals, a home that is no register, a kind without a list.
    """
    first = {key(name): name for name in sorted(names)}
    known = {one.id for one in lacks if one.kind}
    strange = {one.id: one.strange for one in lacks if one.strange and one.id not in known}
    for lack in {one.id: one for one in reversed(lacks)}.values():
        other = first.setdefault(key(lack.id), lack.id)
        if not is_name(lack.id):
            yield lack, "cannot be an xml:id: let the name point to another"
        elif other != lack.id:
            yield lack, f"differs from “{other}” by capitals alone: write one of them everywhere"
        elif lack.home and not places.can_hold(lack.home):
            yield lack, f"is looked for in {lack.home}, which is no register"
        elif lack.id in strange:
            yield lack, f"is of the type “{strange[lack.id]}”, for which there is no list: write it"


def drafts(lacks: Iterable[Lack], places: Homes) -> dict[tuple[str, str], list[Entry]]:
    """Return the drafts of each list that gets some: file and kind -> entries by id."""
    mentions: dict[str, list[Lack]] = defaultdict(list)
    for one in lacks:
        mentions[one.id].append(one)
    found: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for name, alike in sorted(mentions.items()):
        kind = next(iter(_commonest(one.kind for one in alike)), "person")
        home = next((one.home for one in alike if one.home), "") or places.home(kind)
        files = tuple(sorted({one.file for one in alike}))
        forms = _commonest(one.form for one in alike)
        found[home, kind].append(Entry(kind, name, forms, files))
    return dict(sorted(found.items()))


def _commonest(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(word for word, _ in Counter(filter(None, words)).most_common())
