"""Processes that work on one text at a time, so that whatever ends one of them costs that text.

Each is spawned, works in its main thread, as Saxon wants it, and is renewed when it has become
large. One that takes too long is ended; one that dies is tried again once, in a process of its own.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from multiprocessing import current_process
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

from editio.diagnostics import progress
from editio.engines.memory import held
from editio.engines.processes import SPAWN, heeding

A = TypeVar("A")
B = TypeVar("B")
# A process that has come to so many bytes is renewed when it has worked on so many texts, since a
# new one has to compile every stylesheet; at twice the size it is renewed at once.
LARGE = 350 * 1024**2
SEVERAL = 100


class Failure(Enum):
    """Why there is no result."""

    DIED = "died"
    ENDLESS = "endless"


@dataclass
class _Hand:
    """One process: what it works on, until when at the latest."""

    process: BaseProcess
    line: Connection
    item: int = -1
    until: float = float("inf")
    ready: bool = False
    done: int = 0

    def is_spent(self, size: int) -> bool:
        """Whether the process, now of so many bytes, is to be renewed."""
        return size > 2 * LARGE or (size > LARGE and self.done >= SEVERAL)

    def end(self) -> None:
        self.line.close()
        self.process.kill()
        self.process.join()


@dataclass(frozen=True)
class _Run(Generic[A, B]):
    """The items of one map: those that wait, results that are not yet due, who was tried twice."""

    items: Sequence[A]
    waiting: list[int]
    results: dict[int, B | Failure] = field(default_factory=dict)
    tried: set[int] = field(default_factory=set)

    def fail(self, item: int, why: Failure) -> None:
        """Try an item again that a process died on; else say why it has no result."""
        if why is Failure.DIED and item not in self.tried:
            self.tried.add(item)
            self.waiting.append(item)
        else:
            self.results[item] = why


class Crew(Generic[A, B]):
    """Maps a function over processes. Use it as a context: at its end no process is left."""

    def __init__(self, work: Callable[[A], B], size: int, limit: float = 0) -> None:
        self._work, self._size, self._limit = work, size, limit
        self._hands: list[_Hand] = []
        self._records = progress.from_workers(SPAWN)
        self._begin: Callable[[], None] | None = None

    def __enter__(self) -> "Crew[A, B]":
        self._begin = self._records.__enter__()
        return self

    def __exit__(self, *error: Any) -> None:
        for hand in self._hands:
            hand.end()
        self._hands = []
        self._records.__exit__(*error)

    def map(self, items: Sequence[A]) -> Iterator[B | Failure]:
        """Yield what comes of each item, in order."""
        run: _Run[A, B] = _Run(items, list(range(len(items)))[::-1])
        for due in range(len(items)):
            while due not in run.results:
                self._assign(run)
                self._gather(run)
            yield run.results.pop(due)

    def _assign(self, run: _Run[A, B]) -> None:
        """Give every idle process the next item; start those that are missing."""
        while run.waiting and (hand := self._idle()):
            item = run.waiting.pop()
            hand.item = item
            self._begins(hand)
            try:
                hand.line.send(run.items[item])
            except OSError:
                self._drop(hand, run, Failure.DIED)

    def _begins(self, hand: _Hand) -> None:
        """Let time count for a process, once it has started."""
        if hand.ready and self._limit:
            hand.until = time.monotonic() + self._limit

    def _idle(self) -> _Hand | None:
        """Return a process with nothing to do, a new one where there may be more, or nothing."""
        for hand in self._hands:
            if hand.item < 0:
                return hand
        if len(self._hands) >= self._size:
            return None
        ours, theirs = SPAWN.Pipe()
        with _with_children():
            process = SPAWN.Process(target=_serve, args=(theirs, self._work, self._begin))
            process.start()
        theirs.close()
        self._hands.append(_Hand(process, ours))
        return self._hands[-1]

    def _gather(self, run: _Run[A, B]) -> None:
        """Wait until a process has a result, has died or has taken too long."""
        busy = {hand.line: hand for hand in self._hands if hand.item >= 0}
        left = min((hand.until for hand in busy.values()), default=0) - time.monotonic()
        ready = wait(list(busy), None if left == float("inf") else max(left, 0))
        for line in ready:
            self._take(busy[line], run)  # type: ignore[index]  # lines are what was waited for
        for hand in busy.values():
            if hand.item >= 0 and time.monotonic() > hand.until:
                self._drop(hand, run, Failure.ENDLESS)

    def _take(self, hand: _Hand, run: _Run[A, B]) -> None:
        try:
            result, size = hand.line.recv()
        except (EOFError, OSError):
            self._drop(hand, run, Failure.DIED)
            return
        if not hand.ready:
            hand.ready = True
            self._begins(hand)
            return
        run.results[hand.item] = result
        hand.item, hand.until = -1, float("inf")
        hand.done += 1
        if hand.is_spent(size):
            self._hands.remove(hand)
            hand.end()

    def _drop(self, hand: _Hand, run: _Run[A, B], why: Failure) -> None:
        self._hands.remove(hand)
        run.fail(hand.item, why)
        hand.end()


def _serve(line: Connection, work: Callable[[Any], Any], begin: Callable[[], None] | None) -> None:
    """Work on what comes until nothing does. Ctrl-C ends a worker at once."""
    heeding()
    if begin is not None:
        begin()
    line.send((None, 0))  # started: from here on time counts
    while True:
        try:
            item = line.recv()
        except EOFError:
            return
        line.send((work(item), held()))


class _with_children:  # noqa: N801  # reads as a phrase
    """Let this process start others, though it was started as one that may not (by Dask)."""

    def __enter__(self) -> None:
        self._config: Any = getattr(current_process(), "_config")  # noqa: B009
        self._daemon = self._config.pop("daemon", None)

    def __exit__(self, *_: object) -> None:
        if self._daemon is not None:
            self._config["daemon"] = self._daemon
