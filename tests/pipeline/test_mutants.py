"""Whatever is done to a text, editio answers in words: no exception, no fault of its own, no hang.

Seeded mutants of our texts, of the miniature edition and of other people's small files go through
the checks, the web pages and the plain text. Which ones follows from the program's own bytes: every
change of it meets others, and the same program the same ones, wherever it runs. EDITIO_SEED sets
others, EDITIO_MUTANTS how many there are, EDITIO_MUTANT takes one of them alone.
"""

import faulthandler
import hashlib
import json
import os
import shutil
import time
import traceback
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory, mkstemp
from typing import Any

import pytest

from tests.pipeline.editions import ROOT
from tests.pipeline.mutations import mutant
from tests.pipeline.test_failures import run
from tests.shared import CORPORA

LIMIT = 30  # seconds, on a machine that has nothing else to do
# Of one file alone speak its well-formedness, the schema, dates; a schema speaks of itself (S010).
ALONE = ("W", "S", "D")
OURS = {"T002", "T003", "T004", "O004", "O006"}
EDITIONS = (ROOT, ROOT / "tests/mini")
LARGEST = 60_000
PROGRAM = ("pipeline/**/*.py", "xslt/**/*.xsl")
COUNT = int(os.environ.get("EDITIO_MUTANTS") or 500)
ONE = os.environ.get("EDITIO_MUTANT")


def _of_the_program() -> str:
    """Return a number that changes when a byte of the program does."""
    files = sorted(file for pattern in PROGRAM for file in ROOT.glob(pattern))
    told = b"".join(hashlib.sha256(file.read_bytes()).digest() for file in files)
    return str(int.from_bytes(hashlib.sha256(told).digest()[:3]))


SEED = os.environ.get("EDITIO_SEED") or _of_the_program()


@dataclass(frozen=True)
class Mutant:
    """One of a run: which, of what file, in which edition."""

    number: int
    file: Path

    @property
    def home(self) -> Path | None:
        """The edition to which the file belongs, if it is one of ours."""
        return next((one for one in reversed(EDITIONS) if self.file.is_relative_to(one)), None)


def mutants() -> list[Mutant]:
    """Choose the files of a run: an eighth each ours and the miniature's, then others'."""
    ours = sorted((ROOT / "tei").glob("*/*.xml"))
    mini = sorted((ROOT / "tests/mini/tei").glob("**/*.xml"))
    small = (one for one in CORPORA.rglob("*.xml") if one.stat().st_size < LARGEST)
    theirs = sorted(one for one in small if b"tei-c.org/ns/1.0" in one.read_bytes())
    random = Random(SEED)
    groups = [ours, mini, *(theirs,) * 6]
    every = [Mutant(n, random.choice(groups[n % len(groups)])) for n in range(COUNT)]
    return [one for one in every if ONE in {None, str(one.number)}]


def _laid_out(one: Mutant, folder: Path) -> tuple[Path, tuple[str, ...]]:
    """Write the edition of a mutant into a folder."""
    if one.home:
        shutil.copytree(one.home / "tei", folder / "tei")
        place = folder / one.file.relative_to(one.home)
    else:
        place = folder / "tei/texts" / one.file.name
        place.parent.mkdir(parents=True)
    data, done = mutant(one.file.read_bytes(), Random(f"{SEED} {one.number}"))
    place.write_bytes(data)
    return place, done


def _amiss(found: list[dict[str, Any]], codes: tuple[int, ...], place: Path) -> list[str]:
    """Say what is wrong with what was said; the mutant is in its place in an edition that is else
    as it was, so that what is said of one file alone is said of it.
    """
    folder = next(one.parent for one in place.parents if one.name == "tei")
    wrong = [f"exit {code}" for code in codes if code not in {0, 1, 2}]
    wrong += [f"{one['code']} {one['message']}" for one in found if one["code"] in OURS]
    return wrong + [
        f"names {one['file']}: {one['code']}"
        for one in found
        if not (folder / one["file"]).exists()
        or (one["code"][0] in ALONE and one["code"] != "S010" and folder / one["file"] != place)
    ]


def examined(one: Mutant) -> list[str]:
    """Check and build one mutant; say what is amiss with the answers, not with the text."""
    with TemporaryDirectory() as aside:
        folder = Path(aside)
        place, done = _laid_out(one, folder)
        os.chdir(folder)
        try:
            checked = run("check", "--format", "json", "--jobs", "1")
            formats = ("--format", "html", "--format", "text")
            built = run("build", "--no-check", *formats, "--jobs", "1", "--no-cache")
            wrong = _amiss(
                json.loads(checked.stdout or "[]"), (checked.exit_code, built.exit_code), place
            )
            said = (checked.stderr + built.stderr).splitlines()
            wrong += [line for line in said if any(f" error {code}: " in line for code in OURS)]
        except Exception:
            wrong = [traceback.format_exc()]
        finally:
            os.chdir(ROOT)
    return [f"{one.number} {one.file} {' '.join(done)}: {words}" for words in wrong]


def work(line: Connection, stack: str) -> None:
    """Examine what comes over the line until nothing does; write where each is after a while."""
    with Path(stack).open("w") as file:
        while (one := line.recv()) is not None:
            faulthandler.dump_traceback_later(LIMIT, file=file)
            found = examined(one)
            faulthandler.cancel_dump_traceback_later()
            line.send(found)


class Worker:
    """A process that examines; one that hangs or dies is ended and told, and a new one begun."""

    def __init__(self) -> None:
        spawning = get_context("spawn")
        self._line, end = spawning.Pipe()
        file, self._stack = mkstemp()
        os.close(file)
        self._process = spawning.Process(target=work, args=(end, self._stack))
        self._process.start()
        end.close()

    def examine(self, one: Mutant) -> list[str] | None:
        """Return what is amiss (its own end, too); nothing if no answer came in time."""
        try:
            self._line.send(one)
            return self._line.recv() if self._answers() else None
        except (EOFError, OSError):
            self._process.join()
            return [f"{one.number} {one.file}: its process ended with {self._process.exitcode}"]

    def _answers(self) -> bool:
        """Say whether an answer comes; a busy machine is given more time."""
        begun = time.monotonic()
        while not self._line.poll(LIMIT):
            busy = max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))
            if time.monotonic() - begun > LIMIT * busy:
                return False
        return True

    def end(self) -> str:
        """End the process, whatever it does; return where it was when its time was over."""
        self._process.kill()
        self._process.join()
        self._line.close()
        where = Path(self._stack).read_text()
        Path(self._stack).unlink()
        return where

    @property
    def lives(self) -> bool:
        """Whether it can be asked again."""
        return self._process.is_alive()


def share(mutants: list[Mutant]) -> list[str]:
    """Examine some mutants, one after the other; say what is amiss."""
    wrong, worker = [], Worker()
    for one in mutants:
        found = worker.examine(one)
        if found is None:
            print(f"{one.number} {one.file} was not ready after {LIMIT} s:\n{worker.end()}")
            worker = Worker()
            found = again(one)
        elif not worker.lives:
            worker.end()
            worker = Worker()
        wrong += found
    worker.end()
    return wrong


def again(one: Mutant) -> list[str]:
    """Examine in a process of its own what gave no answer: a machine may stand still for a while,
    what never ends does so twice.
    """
    worker = Worker()
    found = worker.examine(one)
    where = worker.end()
    return [f"{one.number} {one.file}: no answer, twice\n{where}"] if found is None else found


@pytest.mark.slow
@pytest.mark.shared
def test_mutants(capsys: pytest.CaptureFixture[str]) -> None:
    """No exception, no fault of editio, exit 0, 1 or 2, and each finding names a file there is."""
    with capsys.disabled():
        print(f"\nEDITIO_SEED={SEED} EDITIO_MUTANTS={COUNT}")
    every, workers = mutants(), os.cpu_count() or 1
    with ThreadPoolExecutor(workers) as pool:
        parts = list(pool.map(share, (every[n::workers] for n in range(workers))))
    wrong = [one for part in parts for one in part]
    assert not wrong, f"EDITIO_SEED={SEED}:\n" + "\n".join(wrong)
