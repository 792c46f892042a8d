"""What `check` says of other people's TEI: a sample to be read beside the sources.

`python -m tests.foreign.findings --seed N --count 200 [CORPUS ...]` prints each finding with its
line of the source, and how many there are of each code. The sample goes round the codes and the
corpora, so that what is told seldom is read as well.
"""

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

from editio.checks.run import check
from editio.diagnostics import Diagnostic
from editio.edition.reading import source
from editio.edition.selection import select

from tests.shared import CORPORA

Told: TypeAlias = tuple[Path, Diagnostic]
_WIDTH = 200


def told(corpora: Iterable[Path], jobs: int = 1) -> Iterator[Told]:
    """Check each corpus; findings with the folder to which their files are relative."""
    for corpus in corpora:
        selection = select((corpus,))
        for one in check(selection, (), jobs, lambda: None).diagnostics:
            yield selection.root, one


def sample(found: Iterable[Told], seed: int, count: int) -> list[Told]:
    """Draw so many findings, going round their codes and corpora."""
    groups: dict[tuple[str, Path], list[Told]] = defaultdict(list)
    for root, one in found:
        groups[one.code, root].append((root, one))
    dice = random.Random(seed)
    for group in groups.values():
        dice.shuffle(group)
    drawn: list[Told] = []
    while len(drawn) < count and any(groups.values()):
        drawn += [group.pop() for group in groups.values() if group]
    return sorted(drawn[:count], key=lambda pair: (pair[1].code, str(pair[0]), pair[1]))


def shown(root: Path, one: Diagnostic) -> str:
    """Write a finding with what stands around its place."""
    line = source.line(root / one.file, one.line) or ""
    start = max(0, one.column - _WIDTH // 2)
    place = f"{root.name}/{one.file}:{one.line}:{one.column}"
    return (
        f"{one.code} {place}\n  {one.message}\n  = {one.hint}\n  | {line[start:][:_WIDTH].strip()}"
    )


def main() -> None:
    """Print the sample and the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("corpora", nargs="*")
    given = parser.parse_args()
    names = given.corpora or sorted(one.name for one in CORPORA.iterdir() if one.is_dir())
    found = list(told((CORPORA / name for name in names), given.jobs))
    drawn = sample(found, given.seed, given.count)
    for root, one in drawn:
        print(shown(root, one), end="\n\n")
    whole, read = Counter(one.code for _, one in found), Counter(one.code for _, one in drawn)
    for code, count in sorted(whole.items()):
        print(f"{code}  {count:5} told  {read[code]:3} drawn")


if __name__ == "__main__":
    main()
