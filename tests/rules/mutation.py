"""How many faults put into the stylesheets the cases find: `python -m tests.rules.mutation`.

COUNT (200) mutants of xslt/ are made from SEED (1): in each, one template is taken out, one test
turned round, one predicate dropped, one attribute not written, or one number raised. A mutant is
killed where it does not compile, where any output of any case (test_cases.py) is not its golden, or
where a test of what texts become fails.
Survivors are printed with their place: each is a case that is missing, or words that do nothing.
"""

import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

from tests.shared import ROOT

# Made for what the cases have: texts and their formats.
FOLDERS = (
    "blanks",
    "ends",
    "common",
    "counting",
    "behaviours",
    "prepare",
    "rules",
    "facts",
    "text",
    "html",
    "print",
    "epub",
    "apparatus",
)
_PREDICATE = re.compile(r"\[[^\[\]'\"{}]+\]")
_NUMBER = re.compile(r"(?<=[\s(,])\d(?=[\s),\]]|$)")
_TEMPLATE = re.compile(r"<xsl:template match=.*?</xsl:template>", re.DOTALL)
_ATTRIBUTE = re.compile(r"<xsl:attribute [^>]*/>|<xsl:attribute .*?</xsl:attribute>", re.DOTALL)
_TEST = re.compile(r'(?<= test=")[^"{}]+(?=")')
_SELECT = re.compile(r'(?<= select=")[^"]+(?=")|(?<= match=")[^"]+(?=")')
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
# What is asked where all cases pass.
TESTS = (sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-m",
         "not (browser or judge or slow or long or shared)",
         "tests/rules", "tests/header", "tests/text", "tests/texts")  # fmt: skip
PATIENCE = 900  # seconds; what takes longer than that is killed, too


@dataclass(frozen=True)
class Mutant:
    """A change of one file: what stands at a place in its place."""

    file: str
    start: int
    end: int
    new: str
    done: str

    def of(self, text: str) -> str:
        """Return the file with the change."""
        return text[: self.start] + self.new + text[self.end :]


def files() -> list[Path]:
    """Return the stylesheets that make a text's outputs."""
    top = [ROOT / "xslt" / f"{one}.xsl" for one in FOLDERS]
    below = [one for name in FOLDERS for one in sorted((ROOT / "xslt" / name).glob("*.xsl"))]
    return [one for one in (*top, *below) if one.is_file()]


def mutants(file: Path) -> Iterator[Mutant]:
    """Yield every change that can be made to a file."""
    text = file.read_text("utf-8")
    name = file.relative_to(ROOT).as_posix()
    remarks = [one.span() for one in _COMMENT.finditer(text)]
    for one in _changes(text, name):
        if not any(start <= one.start < end for start, end in remarks):
            yield one


def _changes(text: str, name: str) -> Iterator[Mutant]:
    for one in _TEMPLATE.finditer(text):
        yield Mutant(name, *one.span(), "", "a template is taken out")
    for one in _ATTRIBUTE.finditer(text):
        yield Mutant(name, *one.span(), "", "an attribute is not written")
    for one in _TEST.finditer(text):
        yield Mutant(name, *one.span(), f"not({one[0]})", "a test is turned round")
    for path in _SELECT.finditer(text):
        for one in _PREDICATE.finditer(path[0]):
            start = path.start() + one.start()
            yield Mutant(name, start, start + len(one[0]), "", "a predicate is dropped")
        for one in _NUMBER.finditer(path[0]):
            at = path.start() + one.start()
            yield Mutant(name, at, at + 1, str(int(one[0]) + 1), "a number is raised")


# In a process of its own: the stylesheets of one house are compiled once.
_JUDGE = """
import sys
from pathlib import Path
from tests.rules.outputs import READINGS, outputs, plain, ruled
for case in sorted(Path("tests/rules/cases").iterdir()):
    tei = (case / "tei.xml").read_text("utf-8")
    made = {f"{one}.txt": plain(tei, one) for one in READINGS} | dict(outputs(tei))
    if any((case / name).read_text("utf-8").strip() != text.strip() for name, text in made.items()):
        sys.exit(1)
    told, said = [one.message for one in ruled(tei).diagnostics], case / "reported.txt"
    if told != (said.read_text("utf-8").splitlines() if said.exists() else []):
        sys.exit(1)
"""


def survives(house: Path, mutant: Mutant | None) -> bool:
    """Whether every output of every case is its golden, with this change in a copy of the house."""
    file = house / mutant.file if mutant else None
    whole = file.read_text("utf-8") if file else ""
    if file and mutant:
        file.write_text(mutant.of(whole), "utf-8")
    try:
        paths = os.pathsep.join((str(house / "pipeline"), str(house)))
        return all(_passes(one, house, paths) for one in ((sys.executable, "-c", _JUDGE), TESTS))
    except subprocess.TimeoutExpired:
        return False
    finally:
        if file:
            file.write_text(whole, "utf-8")


def _passes(command: Sequence[str], house: Path, paths: str) -> bool:
    done = subprocess.run(
        command, cwd=house, env={**os.environ, "PYTHONPATH": paths}, check=False,
        capture_output=True, timeout=PATIENCE,
    )  # fmt: skip
    return done.returncode == 0


def main() -> None:
    """Print the survivors, and how many were killed."""
    count, seed = (
        int(os.environ.get(name, usual)) for name, usual in (("COUNT", 200), ("SEED", 1))
    )
    every = [one for file in files() for one in mutants(file)]
    chosen = random.Random(seed).sample(every, min(count, len(every)))
    workers = int(os.environ.get("JOBS", os.cpu_count() or 1))
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(workers) as pool:
        houses: SimpleQueue[Path] = SimpleQueue()
        for number in range(workers):
            house = Path(folder, str(number))
            for name in ("pipeline", "xslt", "tests", "tei", "docs"):
                shutil.copytree(ROOT / name, house / name, symlinks=True)
            for name in ("edition.toml", "pyproject.toml", "README.md"):
                shutil.copy(ROOT / name, house / name)
            houses.put(house)
        first = houses.get()
        if not survives(first, None):
            sys.exit("the cases do not pass as they are")
        houses.put(first)

        def judged(mutant: Mutant) -> bool:
            house = houses.get()
            try:
                return survives(house, mutant)
            finally:
                houses.put(house)

        left = [one for one, alive in zip(chosen, pool.map(judged, chosen), strict=True) if alive]
    for one in left:
        before = (ROOT / one.file).read_text("utf-8")[: one.start]
        print(f"{one.file}:{before.count(chr(10)) + 1}: {one.done}")
    print(f"{len(chosen) - len(left)} of {len(chosen)} killed (of {len(every)}; seed {seed})")


if __name__ == "__main__":
    main()
