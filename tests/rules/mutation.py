"""How many faults put into the stylesheets the cases find: `python -m tests.rules.mutation`.

COUNT (200) mutants are drawn by SEED (1), of the stylesheets of texts and their formats, not of
those that span texts. Which ones hangs on the words around each, so that a change elsewhere draws
no others. In each, one template is taken out, one test turned round, one predicate
dropped, one attribute not written, or one number raised. A mutant is killed where it does not
compile, where any output of any case (test_cases.py) is not its golden, or where a test of what
texts become fails; which tests reach which template is found first (tests/house/reached.py).
Survivors are printed with their place: each is a case that is missing, or words that do nothing.
"""

import os
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.house.mutation import asked, asks, copied, survivors
from tests.house.reached import Reached, reached, template
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
AROUND = 40
GOLDENS = "tests/rules/test_cases.py"
# What is asked; how times grow says nothing of words.
ASKED = ("-m", "not (browser or judge or slow or long or shared)",
         "--ignore=tests/text/test_growth.py")  # fmt: skip
TESTS = ("tests/rules", "tests/header", "tests/text", "tests/texts")


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


def drawn(every: Sequence[Mutant], seed: int, count: int) -> list[Mutant]:
    """Return so many mutants, for each seed others."""
    texts = {name: (ROOT / name).read_text("utf-8") for name in {one.file for one in every}}

    def rank(one: Mutant) -> bytes:
        text = texts[one.file]
        words = text[max(one.start - AROUND, 0) : one.end + AROUND]
        return sha256(f"{seed} {one.file} {one.done} {words}".encode()).digest()

    return sorted(every, key=rank)[:count]


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


def questions(mutant: Mutant | None, known: Reached) -> Iterator[tuple[str, ...]]:
    """Yield the tests that can see a change, goldens first. What is matched by another pattern than
    before, or belongs to no template, can be seen by all.
    """
    if mutant is None:
        yield TESTS
        return
    text = (ROOT / mutant.file).read_text("utf-8")
    number = template(text, mutant.start)
    tests = () if number is None else known.get((mutant.file, number), ())
    yield tuple(one for one in tests if one.startswith(GOLDENS))
    yield tuple(one for one in tests if not one.startswith(GOLDENS))
    tag = text[text.rfind("<", 0, mutant.start + 1) : mutant.start]
    if number is None or " match=" in tag:
        yield TESTS


def survives(house: Path, mutant: Mutant | None, known: Reached) -> bool:
    """Whether every test that can see a change passes, with this change in a copy of the house."""
    file = house / mutant.file if mutant else None
    whole = file.read_text("utf-8") if file else ""
    if file and mutant:
        file.write_text(mutant.of(whole), "utf-8")
    try:
        return all(asks(house, ASKED, tests) for tests in questions(mutant, known) if tests)
    finally:
        if file:
            file.write_text(whole, "utf-8")


def main() -> None:
    """Print the survivors, and how many were killed."""
    count, seed = asked("COUNT", 200), asked("SEED", 1)
    every = [one for file in files() for one in mutants(file)]
    chosen = drawn(every, seed, count)
    left = 0
    with TemporaryDirectory() as folder:
        found = reached(copied(Path(folder)), ("xslt",), (*ASKED, *TESTS))
    judge = partial(survives, known=found)
    judged = survivors([None, *chosen], judge, asked("JOBS", os.cpu_count() or 1))
    for one, alive in judged:
        if one is None and not alive:
            sys.exit("the tests do not pass as they are")
        if one is not None and alive:
            left += 1
            before = (ROOT / one.file).read_text("utf-8")[: one.start]
            print(f"{one.file}:{before.count(chr(10)) + 1}: {one.done}", flush=True)
    print(f"{len(chosen) - left} of {len(chosen)} killed (of {len(every)}; seed {seed})")


if __name__ == "__main__":
    main()
