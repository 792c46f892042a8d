"""How long each stage takes on the texts of this edition, as a ratio to reading them.

`python -m bench.stages` prints a table; nothing is asserted, the machine differs.
"""

import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from editio.edition.reading.source import Document, read
from editio.formats import FORMATS
from editio.model.context import Text
from editio.render.job import behaviours, here, labels

TEXTS = sorted((Path(__file__).resolve().parents[1] / "tei" / "texts").glob("*.xml"))
ROUNDS = 5


def median(work: Callable[[], object]) -> float:
    """Return the median seconds of some rounds, after one that warms up."""
    work()
    taken = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def stages(path: Path) -> dict[str, float]:
    """Time every stage for one text."""
    document = read(path, path.name)
    assert isinstance(document, Document)
    parsed = here().parse(document.xml)
    prepared = here().run("prepare", parsed, "prepare").value.head
    tree = behaviours(path.name, document.xml).tree
    text = Text(document.id, path.name, here(), tree, labels(), "", lambda _: None)
    return {
        "read": median(lambda: read(path, path.name)),
        "prepare": median(lambda: here().run("prepare", parsed, "prepare")),
        "rules": median(lambda: here().run("rules", prepared, "rules")),
        **{name: median(partial(one.render, text)) for name, one in FORMATS.items()},
    }


def main() -> None:
    """Print milliseconds and ratios, a line a stage."""
    for path in TEXTS:
        taken = stages(path)
        print(f"\n{path.name} ({path.stat().st_size / 1000:.0f} KB)")
        for name, seconds in taken.items():
            print(f"  {name:<12} {seconds * 1000:9.1f} ms {seconds / taken['read']:8.1f} x read")


if __name__ == "__main__":
    main()
