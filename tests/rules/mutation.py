"""How many faults put into the stylesheets the cases find: `python -m tests.rules.mutation`.

COUNT (200) mutants are made from SEED (1), of the stylesheets of texts and their formats, not of
those that span texts: in each, one template is taken out, one test turned round, one predicate
dropped, one attribute not written, or one number raised. A mutant is killed where it does not
compile, where any output of any case (test_cases.py) is not its golden, or where a test of what
texts become fails. Survivors are printed with their place: each is a case that is missing, or words
that do nothing. One that stands takes a minute of processors, one that falls a few seconds.
"""

import os
import random
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.house.mutation import asked, passes, survivors
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
# What of a case a folder can change; what stands under another name can change all.
OUTPUTS = {
    "text": ("reading.txt", "diplomatic.txt"),
    "facts": ("facts.xml",),
    "print": ("print.html",),
    "epub": ("epub.xhtml",),
    "html": ("reading.html", "diplomatic.html", "print.html", "epub.xhtml"),
}
EVERY = ("reading.txt", "diplomatic.txt", "reading.html", "diplomatic.html",
         "print.html", "epub.xhtml", "facts.xml")  # fmt: skip
# What is asked where all cases pass; the cases themselves need no second question, and how times
# grow says nothing of words.
TESTS = (sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-m",
         "not (browser or judge or slow or long or shared)",
         "--ignore=tests/rules/test_cases.py", "--ignore=tests/text/test_growth.py",
         "tests/rules", "tests/header", "tests/text", "tests/texts")  # fmt: skip


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
from tests.rules.outputs import READINGS, made, plain, ruled
asked = sys.argv[1:]
for case in sorted(Path("tests/rules/cases").iterdir()):
    tei = (case / "tei.xml").read_text("utf-8")
    for name in asked:
        text = plain(tei, name[:-4]) if name.endswith(".txt") else made(name, tei)
        if (case / name).read_text("utf-8").strip() != text.strip():
            sys.exit(1)
    told, said = [one.message for one in ruled(tei).diagnostics], case / "reported.txt"
    if told != (said.read_text("utf-8").splitlines() if said.exists() else []):
        sys.exit(1)
"""


def outputs_of(file: str) -> tuple[str, ...]:
    """Return the outputs of a case that a stylesheet can change."""
    folder = file.removeprefix("xslt/").removesuffix(".xsl").partition("/")[0]
    return OUTPUTS.get(folder, EVERY)


def survives(house: Path, mutant: Mutant | None) -> bool:
    """Whether every output of every case is its golden, with this change in a copy of the house,
    and all tests of what texts become pass.
    """
    file = house / mutant.file if mutant else None
    whole = file.read_text("utf-8") if file else ""
    if file and mutant:
        file.write_text(mutant.of(whole), "utf-8")
    try:
        judge = (sys.executable, "-c", _JUDGE, *(outputs_of(mutant.file) if mutant else EVERY))
        return all(passes(house, one) for one in (judge, TESTS))
    finally:
        if file:
            file.write_text(whole, "utf-8")


def main() -> None:
    """Print the survivors, and how many were killed."""
    count, seed = asked("COUNT", 200), asked("SEED", 1)
    every = [one for file in files() for one in mutants(file)]
    chosen = random.Random(seed).sample(every, min(count, len(every)))
    left = 0
    judged = survivors([None, *chosen], survives, asked("JOBS", os.cpu_count() or 1))
    for one, alive in judged:
        if one is None and not alive:
            sys.exit("the cases do not pass as they are")
        if one is not None and alive:
            left += 1
            before = (ROOT / one.file).read_text("utf-8")[: one.start]
            print(f"{one.file}:{before.count(chr(10)) + 1}: {one.done}", flush=True)
    print(f"{len(chosen) - left} of {len(chosen)} killed (of {len(every)}; seed {seed})")


if __name__ == "__main__":
    main()
