"""What the comparison of words takes, beside rendering: `python -m bench.comparing FOLDER ...`.

Each FOLDER is built once, unchecked, as site, plain text and EPUB, in one process, with nothing
kept. Seconds are of processors: all of the rendering but the comparison; the comparison, with
writing out the trees that it reads; and what part of the first the second is.
"""

import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

from editio.checks.gate import unchecked
from editio.edition.project import discover
from editio.engines.saxon import Engine
from editio.render import conservation, job
from editio.render.build import Plan, build

FORMATS = ("html", "text", "epub")


def compared(folder: Path) -> tuple[float, float]:
    """Return the seconds of rendering without the comparison of words, and of that alone."""
    taken: dict[str, float] = defaultdict(float)

    def timed(name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def run(*given: Any) -> Any:
            start = time.process_time()
            try:
                return work(*given)
            finally:
                taken[name] += time.process_time() - start

        return run

    with (
        patch("editio.render.made.render", timed("all", job.render)),
        patch("editio.render.job.conserved", timed("words", conservation.conserved)),
        patch.object(Engine, "serialize", timed("words", Engine.serialize)),
        tempfile.TemporaryDirectory() as out,
    ):
        edition = unchecked(*discover(folder)).edition
        build(Plan(edition, FORMATS, Path(out), cached=False))
    return taken["all"] - taken["words"], taken["words"]


def main() -> None:
    """Print a row for each folder."""
    job.here()  # stylesheets are compiled once, which is no part of rendering the first folder
    print("| folder | rendering, s | comparing, s | % |\n|---|--:|--:|--:|")
    for name in sys.argv[1:]:
        rendering, words = compared(Path(name))
        share = 100 * words / rendering
        print(f"| {Path(name).name} | {rendering:.2f} | {words:.2f} | {share:.1f} |", flush=True)


if __name__ == "__main__":
    main()
