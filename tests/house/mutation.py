"""How many faults put into formats/ and model/ the tests find: `python -m tests.house.mutation`.

COUNT (60) mutants are drawn from SEED (1) of those that mutmut makes: an argument left out, a word
or number changed, a condition turned round. mutmut is no part of the environment: `pip install
mutmut==3.8.1`, or have it in PYTHONPATH. A mutant is killed where a test fails; which tests reach
which function is found first (reached.py). Survivors are printed as a diff: each is a test that is
missing, or a change that means nothing.
"""

import difflib
import importlib
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from typing import Any, TypeVar

from tests.house.reached import Reached, function, reached
from tests.shared import ROOT

T = TypeVar("T")
ROOMS = ("pipeline/editio/formats", "pipeline/editio/model")
COPIED = ("pipeline", "xslt", "tests", "tei", "docs", "bench", "edition.toml", "pyproject.toml",
          "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "CITATION.cff", "mkdocs.yml")  # fmt: skip
TESTS = ("tests/data", "tests/web", "tests/serve", "tests/header", "tests/text", "tests/init",
         "tests/projects", "tests/schema", "tests/pipeline", "tests/typesetting",
         "tests/edition", "tests/docs", "tests/readme", "tests/rules")  # fmt: skip
PYTEST = (sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider")
MARKED = ("-m", "not (browser or judge or slow or long)")
PATIENCE = 1800  # seconds of processors; what takes more is killed, too


@dataclass(frozen=True)
class Mutant:
    """A file as it is with one change."""

    file: str
    text: str

    def shown(self) -> str:
        """Return the change as a diff without its head."""
        before = (ROOT / self.file).read_text("utf-8").splitlines()
        lines = difflib.unified_diff(before, self.text.splitlines(), n=0, lineterm="")
        return "\n".join((self.file, *[*lines][2:]))


def every() -> Iterator[Callable[[], Mutant]]:
    """Yield what makes each mutant, in the order of files and of their lines."""
    configured: Any = importlib.import_module("mutmut.configuration")
    made: Any = importlib.import_module("mutmut.mutation.file_mutation")
    configured._config = configured.Config.__new__(configured.Config)
    configured._config.do_not_mutate_patterns = []
    for file in sorted(one for room in ROOMS for one in (ROOT / room).rglob("*.py")):
        module, changes, _, _ = made.create_mutations(file.name, file.read_text("utf-8"))
        for one in (one for one in changes if one.contained_by_top_level_function is not None):
            yield _maker(file.relative_to(ROOT).as_posix(), module, one)


def _maker(file: str, module: Any, change: Any) -> Callable[[], Mutant]:
    def make() -> Mutant:
        return Mutant(file, module.deep_replace(change.original_node, change.mutated_node).code)

    return make


def questions(mutant: Mutant, known: Reached) -> Iterator[tuple[str, ...]]:
    """Yield the tests that can see a change: those that reach its function, or all."""
    before = (ROOT / mutant.file).read_text("utf-8")
    pairs = enumerate(zip(before.splitlines(), mutant.text.splitlines(), strict=False), start=1)
    line = next((number for number, (one, other) in pairs if one != other), 1)
    number = function(before, line)
    yield TESTS if number is None else tuple(known.get((mutant.file, number), TESTS))


def survives(house: Path, mutant: Mutant, known: Reached) -> bool:
    """Whether every test that can see a change passes in a copy of the house that has it."""
    file = house / mutant.file
    whole = file.read_text("utf-8")
    file.write_text(mutant.text, "utf-8")
    try:
        return all(asks(house, MARKED, tests) for tests in questions(mutant, known) if tests)
    finally:
        file.write_text(whole, "utf-8")


def asks(house: Path, options: Sequence[str], tests: Sequence[str]) -> bool:
    """Whether tests pass in a copy of the house."""
    listed = house / "listed.txt"
    listed.write_text("\n".join(tests), "utf-8")
    return passes(house, (*PYTEST, *options, f"@{listed}"))


def passes(house: Path, command: Sequence[str]) -> bool:
    """Whether a command ends well in a copy of the house; it is ended where it needs too long."""
    paths = os.pathsep.join((str(house / "pipeline"), str(house)))
    limited = ("sh", "-c", f'ulimit -t {PATIENCE}; exec "$@"', "sh", *command)
    environment = {**os.environ, "PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(limited, cwd=house, env=environment, check=False, capture_output=True)
    return done.returncode == 0


def survivors(
    mutants: Sequence[T], survives: Callable[[Path, T], bool], jobs: int
) -> Iterator[tuple[T, bool]]:
    """Yield each mutant, and whether it survives, in their order; so many at a time, each in a copy
    of the house of its own.
    """
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(jobs) as pool:
        houses: SimpleQueue[Path] = SimpleQueue()
        for number in range(jobs):
            houses.put(copied(Path(folder, str(number))))

        def judged(mutant: T) -> bool:
            house = houses.get()
            try:
                return survives(house, mutant)
            finally:
                houses.put(house)

        yield from zip(mutants, pool.map(judged, mutants), strict=True)


def copied(house: Path) -> Path:
    """Copy the house into a folder, and return the folder."""
    for name in COPIED:
        place = ROOT / name
        if place.is_dir():
            left_out = shutil.ignore_patterns("__pycache__", "node_modules")
            shutil.copytree(place, house / name, symlinks=True, ignore=left_out)
        else:
            shutil.copy(place, house / name)
    return house


def asked(name: str, usual: int) -> int:
    """Return a number of the environment."""
    return int(os.environ.get(name, usual))


def main() -> None:
    """Print the survivors, and how many were killed."""
    count, seed = asked("COUNT", 60), asked("SEED", 1)
    makers = list(every())
    chosen = [make() for make in random.Random(seed).sample(makers, min(count, len(makers)))]
    left = 0
    with tempfile.TemporaryDirectory() as folder:
        found = reached(copied(Path(folder)), ROOMS, (*MARKED, *TESTS))
    judge = partial(survives, known=found)
    for one, alive in survivors(chosen, judge, asked("JOBS", os.cpu_count() or 1)):
        left += alive
        print(*[one.shown()] * alive, sep="", end="\n" * alive, flush=True)
    print(f"{count - left} of {count} killed (of {len(makers)}; seed {seed})")


if __name__ == "__main__":
    main()
