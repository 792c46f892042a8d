"""A map over processes that outlives the death of one of them.

Turns items into results in order; an item whose process dies twice is given to `lost`.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import TypeVar

from editio.engines.processes import processes

A = TypeVar("A")
B = TypeVar("B")
_FEW = 24  # items that one process is as quick with as several
_SHARE = 16


class Spread:
    """Maps functions over processes, or in this one where `jobs` is 1 or the work is small."""

    def __init__(self, pool: ProcessPoolExecutor | None) -> None:
        self._pool = pool

    def map(
        self, function: Callable[[A], B], items: Sequence[A], lost: Callable[[A], B]
    ) -> Iterator[B]:
        """Yield `function(item)` for each item, in order."""
        if self._pool is None:
            yield from map(function, items)
            return
        done = 0
        try:
            for result in self._pool.map(function, items, chunksize=_SHARE):
                yield result
                done += 1
        except BrokenProcessPool:
            yield from (_alone(function, item, lost) for item in items[done:])


def _alone(function: Callable[[A], B], item: A, lost: Callable[[A], B]) -> B:
    """Work on one item in a process of its own."""
    with processes(1) as pool:
        try:
            return pool.submit(function, item).result()
        except BrokenProcessPool:
            return lost(item)


@contextmanager
def spread(jobs: int, count: int) -> Iterator[Spread]:
    """Yield a Spread for about `count` items, and end its processes afterwards."""
    if jobs < 2 or count < _FEW:
        yield Spread(None)
        return
    with processes(min(jobs, count)) as pool:
        yield Spread(pool)
