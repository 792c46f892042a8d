"""Entries that several files have: what one says otherwise than the other."""

from collections.abc import Iterator

from editio.checks.index import Anchor, Corpus, Index, numbers
from editio.checks.registry import Finding, edition_check
from editio.diagnostics.codes import WARNING


@edition_check(
    "P041",
    WARNING,
    "the entry “{name}” has {part} “{said}” here, and “{other}” in {file}",
    "Correct one of the two; until then the edition has what {file} says.",
)
def entries_that_differ(corpus: Corpus) -> Iterator[Finding]:
    """An entry that stands in several files says the same of birth, death, sex in each.

    Texts may bring their own lists of persons and places; entries with one id, or with one number
    of an authority file, become one entry of the edition. What they say differently is told once
    an entry and part; names may differ, they become further forms.

    Wrong:
        <person xml:id="korn">…<birth when="1801"/> in one letter, <birth when="1810"/> in another
    Right:
        the same <birth when="1801"/> in both
    """
    first: dict[tuple[str, ...], tuple[Anchor, Index]] = {}
    told: set[tuple[str, str]] = set()
    for index in _in_order(corpus):
        for entry in (one for one in index.anchors if one.entry):
            other, home = _first(first, entry, index)
            known = dict(other.says)
            for part, said in entry.says if home is not index and index.checked else ():
                differs = part != "name" and known.get(part, said) != said
                if differs and (other.id, part) not in told:
                    told.add((other.id, part))
                    facts = {"name": entry.id, "part": part, "said": said, "other": known[part]}
                    facts["file"] = home.path + (f"#{other.id}" if other.id != entry.id else "")
                    yield Finding(entry.file or index.path, entry.line, entry.column, facts)


def _first(
    first: dict[tuple[str, ...], tuple[Anchor, Index]], entry: Anchor, index: Index
) -> tuple[Anchor, Index]:
    """Return the entry that this one goes into: that of its number, else that of its id."""
    names = (*((entry.kind, *one) for one in numbers(entry)), (entry.kind, entry.id))
    found = next((first[one] for one in names if one in first), (entry, index))
    for one in names:
        first.setdefault(one, found)
    return found


def _in_order(corpus: Corpus) -> list[Index]:
    """Registers first: what they say is believed."""
    return sorted(corpus.files.values(), key=lambda one: (one.role != "register", one.path))
