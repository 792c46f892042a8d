"""Other people's TEI, folder by folder, through the build: what becomes of its words.

`python -m tests.foreign.corpora [CORPUS ...]` prints the table that docs/any-tei.md shows.
"""

import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from editio.checks.gate import unchecked
from editio.diagnostics import Diagnostic
from editio.edition.project import discover
from editio.render.build import Built, Plan, build

from tests.shared import CORPORA

FORMATS = ("html", "text", "epub")
# Findings that say that words did not come through, and those that say that we failed.
NAMES = ("*.xml", "*.tei", "*.odd")
WORDS = {"O010": "lost", "O011": "glued", "O012": "doubled", "O013": "moved"}
FAULTS = frozenset(("T002", "T003", "O004", "O006"))


@dataclass
class Outcome:
    """What came of one folder, or of all folders of a corpus."""

    files: int = 0
    words: int = 0
    kept: int = 0
    seconds: float = 0.0
    found: list[Diagnostic] = field(default_factory=list)

    def count(self) -> Counter[str]:
        """Return how often each code was told."""
        return Counter(one.code for one in self.found)


def corpora() -> tuple[str, ...]:
    """Return the names of the corpora."""
    return tuple(sorted(one.name for one in CORPORA.iterdir() if one.is_dir()))


def folders(corpus: str) -> Iterator[Path]:
    """Yield the folders of a corpus that can be built: those of an edition, or with TEI in them,
    with all that lies below.
    """
    below = CORPORA / corpus
    if (below / "tei").is_dir():
        yield below
        return
    every = {file.parent for name in NAMES for file in below.rglob(name)}
    yield from sorted(one for one in every if every.isdisjoint(one.parents))


def build_folder(folder: Path) -> Outcome:
    """Build one folder, unchecked, in this process, into a folder that is dropped."""
    if not any(folder.rglob("*.xml")):
        with tempfile.TemporaryDirectory() as renamed:
            return build_folder(_renamed(folder, Path(renamed)))
    started = time.monotonic()
    project, found = discover(folder)
    opened = unchecked(project, found)
    built = Built({}, ())
    if opened.edition.texts:
        with tempfile.TemporaryDirectory() as out:
            built = build(Plan(opened.edition, FORMATS, Path(out), cached=False))
    seconds = time.monotonic() - started
    told = [*opened.diagnostics, *built.diagnostics]
    return Outcome(len(opened.edition.texts), built.words, built.kept, seconds, told)


def _renamed(folder: Path, copy: Path) -> Path:
    """Copy what has a name of its own for TEI, under the name that an edition has for it."""
    for name in NAMES:
        for file in sorted(folder.glob(name)):
            shutil.copy(file, copy / f"{file.stem}-{file.suffix[1:]}.xml")
    return copy


def build_corpus(corpus: str) -> Outcome:
    """Build every folder of a corpus."""
    whole = Outcome()
    for folder in folders(corpus):
        one = build_folder(folder)
        whole.files, whole.words = whole.files + one.files, whole.words + one.words
        whole.kept, whole.seconds = whole.kept + one.kept, whole.seconds + one.seconds
        whole.found += one.found
    return whole


def row(corpus: str, outcome: Outcome) -> str:
    """Return a row of the table."""
    count = outcome.count()
    told = sum(n for code, n in count.items() if code not in WORDS)
    cells = [corpus, f"{outcome.files:,}", f"{outcome.words:,}"]
    cells += [f"{count[code]:,}" for code in WORDS]
    return f"| {' | '.join([*cells, f'{told:,}', f'{outcome.seconds:.0f}'])} |"


def main() -> None:
    """Print the table, and on standard error each finding about words and faults of ours."""
    print(f"| corpus | texts | words | {' | '.join(WORDS.values())} | other findings | seconds |")
    print("|---|" + "--:|" * 8)
    for corpus in sys.argv[1:] or corpora():
        outcome = build_corpus(corpus)
        print(row(corpus, outcome), flush=True)
        for one in outcome.found:
            if one.code in WORDS or one.code in FAULTS:
                print(one.file, one.line, one.column, one.code, one.message, file=sys.stderr)


if __name__ == "__main__":
    main()
