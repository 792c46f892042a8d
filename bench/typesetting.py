"""How well and how fast paragraphs are set: word spaces and hyphens, line by line, fitted, and by
LuaLaTeX where it is installed, without and with its package microtype.

Run by `make bench`. Each way sets the same paragraphs, in the same face and measure: those of the
edition's texts, without quotations set as blocks, and without notes.
"""

import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from editio.edition.edition import opened
from editio.engines.paged import setter
from editio.engines.paged.design import Design
from editio.engines.paged.lines import classes
from editio.engines.saxon import strings
from editio.render.job import behaviours, here, labels

from bench import lualatex

# The word space of EB Garamond, in em.
OWN = 0.2
_LEFT_OUT = {"blockquote", "footnote"}


@dataclass(frozen=True)
class Row:
    """One justified line: its word space in em, and whether it ends in a hyphen."""

    space: float
    hyphen: bool


def rows(document: Any) -> Iterator[Row]:
    """Every line of the document's paragraphs that is set to the measure."""
    for page in document.pages:
        yield from _rows(page._page_box.children[0], False)


def _rows(box: Any, inside: bool) -> Iterator[Row]:
    names = {box.element_tag, *classes(box)}
    if names & _LEFT_OUT or type(box).__name__ == "FootnoteAreaBox":
        return
    if type(box).__name__ == "LineBox":
        justified = box.style["text_align_all"] == "justify"
        texts = [one for one in box.descendants() if type(one).__name__ == "TextBox"]
        if inside and justified and texts and getattr(box, "resume_at", None) is not None:
            yield _row(box, texts)
        return
    for child in getattr(box, "children", ()):
        yield from _rows(child, inside or "text" in names)


def _row(line: Any, texts: list[Any]) -> Row:
    size = line.style["font_size"]
    stretch = max(one.justification_spacing or 0 for one in texts)
    words = "".join(one.text for one in texts).rstrip()
    widened = getattr(texts[0], "stretch", 1)
    space = (OWN + (line.style["word_spacing"] + stretch) / size) * widened
    return Row(space, words.endswith(("\u2010", "-")))


def told(name: str, way: str, took: float, found: list[Row]) -> str:
    """Return one line of the report: how long it took, what the lines are like."""
    hyphens = 100 * sum(one.hyphen for one in found) / len(found)
    spaces = sorted(one.space for one in found)
    return (
        f"{name:18} {way:22} {took:5.1f} s {len(found):5} lines   "
        f"space {statistics.mean(spaces):.3f} em, sd {statistics.pstdev(spaces):.3f}, "
        f"99 % below {spaces[int(0.99 * len(spaces))]:.3f}   hyphens {hyphens:.1f} %"
    )


def report(name: str, page: str) -> Iterator[str]:
    """Set the paragraphs of one page in every way, and tell of each."""
    for way, fit in (("line by line", False), ("fit", True)):
        started = time.perf_counter()
        document, _ = setter.lay_out(page, Design(fit=fit))
        yield told(name, way, time.perf_counter() - started, list(rows(document)))
    for way, packages in (("LuaLaTeX", ()), ("LuaLaTeX, microtype", ("microtype",))):
        started = time.perf_counter()
        lines = lualatex.lines(page, Design(), packages)
        if lines:
            found = [Row(*line) for line in lines]
            yield told(name, way, time.perf_counter() - started, found)


def main() -> None:
    """Print one line a text and way."""
    edition, _ = opened(Path())
    setter.styles()
    for text in edition.texts:
        ruled = behaviours(text.path, text.xml)
        known = {"labels": labels(), "edition": ""}
        page = strings(here().run("print", ruled.tree, "print", known).value)["page"]
        for line in report(text.id, page):
            print(line, flush=True)


if __name__ == "__main__":
    main()
