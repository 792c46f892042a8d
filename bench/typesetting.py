"""How well and how fast paragraphs are set: word spaces and hyphens, with and without the fit.

Run by `make bench`. The texts of the edition are laid out as offprints. For comparison, measured
once on 300 other paragraphs in the same face and measure: LuaLaTeX without microtype has word
spaces of 0.224 em on average, standard deviation 0.045, 16 % of lines hyphenated; with microtype
0.209, 0.027, 3 %.
"""

import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.edition import load
from pipeline.project import discover
from pipeline.render import behaviours, here, labels
from pipeline.saxon import strings
from pipeline.typesetting import setter
from pipeline.typesetting.design import Design

# The word space of EB Garamond, in em.
OWN = 0.2


@dataclass(frozen=True)
class Row:
    """One justified line: its word space in em, and whether it ends in a hyphen."""

    space: float
    hyphen: bool


def rows(document: Any) -> Iterator[Row]:
    """Every line of the document that is stretched to the measure, notes left out."""
    for page in document.pages:
        for box in page._page_box.children[0].descendants():
            if type(box).__name__ == "LineBox" and box.style["text_align_all"] == "justify":
                texts = [one for one in box.descendants() if type(one).__name__ == "TextBox"]
                if texts and getattr(box, "resume_at", None) is not None:
                    yield _row(box, texts)


def _row(line: Any, texts: list[Any]) -> Row:
    size = line.style["font_size"]
    stretch = max(one.justification_spacing or 0 for one in texts)
    words = "".join(one.text for one in texts).rstrip()
    return Row(OWN + (line.style["word_spacing"] + stretch) / size, words.endswith("\u2010"))


def report(name: str, page: str, fit: bool) -> str:
    """Lay out one page and tell what its lines are like."""
    started = time.perf_counter()
    document, _ = setter.lay_out(page, Design(fit=fit))
    took = time.perf_counter() - started
    found = list(rows(document))
    spaces = sorted(one.space for one in found)
    hyphens = 100 * sum(one.hyphen for one in found) / len(found)
    return (
        f"{name:18} {'fit' if fit else 'line by line':12} {took:5.1f} s {len(found):5} lines   "
        f"space {statistics.mean(spaces):.3f} em, sd {statistics.pstdev(spaces):.3f}, "
        f"99 % below {spaces[int(0.99 * len(spaces))]:.3f}   hyphens {hyphens:.1f} %"
    )


def main() -> None:
    """Print one line a text and way."""
    edition, _ = load(discover(Path())[0])
    setter.styles()
    for text in edition.texts:
        ruled = behaviours(text.path, text.xml)
        known = {"labels": labels(), "edition": ""}
        page = strings(here().run("print", ruled.tree, "print", known).value)["page"]
        for fit in (False, True):
            print(report(text.id, page, fit))


if __name__ == "__main__":
    main()
