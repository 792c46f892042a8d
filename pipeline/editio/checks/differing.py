"""Entries that several files have: what one says otherwise than the other."""

from collections.abc import Iterator

from editio.checks.index import Anchor, Corpus, Index
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
    first: dict[tuple[str, str], tuple[Anchor, Index]] = {}
    told: set[tuple[str, str]] = set()
    for index in _in_order(corpus):
        for entry in index.anchors:
            if not entry.entry:
                continue
            other, home = first.setdefault((entry.kind, entry.id), (entry, index))
            known = dict(other.says)
            for part, said in entry.says if home is not index and index.checked else ():
                differs = part != "name" and known.get(part, said) != said
                if differs and (entry.id, part) not in told:
                    told.add((entry.id, part))
                    facts = {"name": entry.id, "part": part, "said": said, "other": known[part]}
                    facts["file"] = home.path
                    yield Finding(entry.file or index.path, entry.line, entry.column, facts)


def _in_order(corpus: Corpus) -> list[Index]:
    """Registers first: what they say is believed."""
    return sorted(corpus.files.values(), key=lambda one: (one.role != "register", one.path))
