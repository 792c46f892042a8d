"""What each stylesheet takes of a build, by stage: `python -m bench.stages [FOLDER]`.

FOLDER is an edition, by default this repository. Its site and plain text are built once, unchecked,
in one process, with nothing kept. Milliseconds are of processors. What is left of the whole is
reading, comparing of words, the search index, writing, and the start of the program.
For the templates of one stage see bench/templates.py.
"""

import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from editio.cli.main import main as editio
from editio.engines.saxon import Engine, Node, Outcome

ROOT = Path(__file__).resolve().parents[1]


def stages(folder: Path) -> tuple[dict[str, list[float]], float]:
    """Return what each run of each stage took, and the whole build, in seconds of processors."""
    taken: dict[str, list[float]] = defaultdict(list)
    run = Engine.run

    def timed(
        self: Engine, name: str, node: Node, mode: str, parameters: Mapping[str, Any] | None = None
    ) -> Outcome:
        start = time.process_time()
        outcome = run(self, name, node, mode, parameters)
        taken[f"{name}: {mode}"].append(time.process_time() - start)
        return outcome

    start = time.process_time()
    Engine.run = timed  # type: ignore[method-assign]
    try:
        with tempfile.TemporaryDirectory() as out:
            alone = ("--no-check", "--no-cache", "--jobs", "1", "--out", out)
            editio(["build", str(folder), *alone, "--format", "html", "--format", "text"])
    except SystemExit as end:
        if end.code:
            raise
    finally:
        Engine.run = run  # type: ignore[method-assign]
    return taken, time.process_time() - start


def main() -> None:
    """Print a table, the dearest stage first."""
    taken, whole = stages(Path(sys.argv[1]) if sys.argv[1:] else ROOT)
    print(f"\n{whole:.1f} s of processors in all")
    print("| stage | runs | ms a run, median | ms in all |\n|---|--:|--:|--:|")
    for name, every in sorted(taken.items(), key=lambda one: -sum(one[1])):
        median, total = 1000 * statistics.median(every), 1000 * sum(every)
        print(f"| {name} | {len(every)} | {median:.1f} | {total:.0f} |")


if __name__ == "__main__":
    main()
