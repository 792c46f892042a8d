"""How soon a search shows its first hits: `python -m bench.searching BUILD [ROUNDS] [WORDS]…`.

Serves a built site and opens its search page in Debian's Chromium with nothing in the browser's
cache, as a reader does who follows a link to a query. Of each query (one argument; `"a phrase"` in
quotation marks) it writes, as the least of ROUNDS: milliseconds from the request of the page until
the first hit stands there, and until all facets do; milliseconds of a processor that the main
thread of the page took until the first; requests and kilobytes up to it; and how many hits it says
that there are. Nothing is slowed down: the network is that of this machine.
"""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from tests.web.browser import launched

# Run in the page before its own scripts: when the first hit stood there, when the facets did.
_WATCH = """
window.seen = {};
new MutationObserver(() => {
  if (!seen.first && document.querySelector("#hits li li")) seen.first = performance.now();
  if (!seen.facets && document.querySelector("#facets label")) seen.facets = performance.now();
}).observe(document, { childList: true, subtree: true });
"""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder from a process of its own; give its address."""
    command = [sys.executable, "-u", "-m", "http.server", "0", "--bind", "127.0.0.1"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=folder, stdout=pipe, stderr=subprocess.DEVNULL) as server:
        try:
            said = server.stdout.readline().decode() if server.stdout else ""
            yield said.partition("(")[2].partition("/)")[0]
        finally:
            server.terminate()


class Shown(NamedTuple):
    """Of one query: milliseconds, requests, bytes, and what the page says that it found."""

    first: float
    facets: float
    worked: float
    requests: int
    size: int
    said: str


def shown(browser: Any, root: str, query: str) -> Shown:
    """Ask for a query in a fresh window."""
    context = browser.new_context()
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.send("Performance.enable", {"timeDomain": "threadTicks"})
    got: list[tuple[float, int]] = []
    wire.on(
        "Network.loadingFinished",
        lambda one: got.append((one["timestamp"], one["encodedDataLength"])),
    )
    begun: list[float] = []
    wire.on("Network.requestWillBeSent", lambda one: begun.append(one["timestamp"]))
    page.add_init_script(_WATCH)
    page.goto(f"{root}/search.html?q={quote(query)}", wait_until="commit")
    page.wait_for_function("() => window.seen?.first", polling=5)
    worked = _worked(wire)
    page.wait_for_function("() => window.seen?.facets", polling=20)
    seen = page.evaluate("seen")
    until = begun[0] + seen["first"] / 1000
    early = [size for at, size in got if at <= until]
    said = page.locator("#found").text_content()
    context.close()
    return Shown(seen["first"], seen["facets"], worked, len(early), sum(early), said)


def _worked(wire: Any) -> float:
    """Return the milliseconds that the main thread has been at work."""
    values = {one["name"]: one["value"] for one in wire.send("Performance.getMetrics")["metrics"]}
    return 1000 * float(values["TaskDuration"])


def least(rounds: Sequence[Shown]) -> Shown:
    """Return the least of each."""
    return Shown(*(min(column) for column in zip(*rounds, strict=True)))


def measured(folder: Path, rounds: int, queries: Sequence[str]) -> None:
    """Write a line for each query."""
    heads = ("query", "first ms", "facets ms", "worked ms", "files", "KB")
    print("{:24} {:>9} {:>9} {:>9} {:>5} {:>6}  found".format(*heads))
    with served(folder) as root, launched() as browser:
        ask = partial(shown, browser, root)
        for query in queries:
            one = least([ask(query) for _ in range(rounds)])
            print(f"{query:24} {one.first:9.0f} {one.facets:9.0f} {one.worked:9.0f} "
                  f"{one.requests:5} {one.size / 1000:6.0f}  {one.said}")  # fmt: skip


if __name__ == "__main__":
    built, *more = sys.argv[1:]
    rounds = int(more.pop(0)) if more and more[0].isdigit() else 5
    measured(Path(built), rounds, more or ["the"])
