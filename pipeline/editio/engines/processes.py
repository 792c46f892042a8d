"""Processes of our own: spawned, as Saxon needs it, and gone without a word when one interrupts."""

import signal
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import active_children
from multiprocessing.context import SpawnContext, SpawnProcess

from editio.diagnostics import progress

_HAS_MASK = hasattr(signal, "pthread_sigmask")  # Windows has none


class _Process(SpawnProcess):
    """A process that Ctrl-C does not reach before it can end quietly: while it starts, it would
    say where it was.
    """

    def start(self) -> None:
        with _held():
            super().start()


class _Spawn(SpawnContext):
    Process = _Process


SPAWN = _Spawn()


@contextmanager
def _held() -> Iterator[None]:
    """Hold Ctrl-C back, here and in the processes that are started meanwhile (`heeding`)."""
    if not _HAS_MASK:
        yield
        return
    from multiprocessing import resource_tracker  # noqa: PLC0415  # not for every system

    # Its own start would let Ctrl-C through again.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def heeding() -> None:
    """Let Ctrl-C end this process at once; the process that owns it says what happened."""
    progress.unheard()
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if _HAS_MASK:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


@contextmanager
def processes(size: int) -> Iterator[ProcessPoolExecutor]:
    """Yield a pool of so many processes; end it when interrupted."""
    with ProcessPoolExecutor(size, SPAWN, initializer=heeding) as pool:
        try:
            yield pool
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            for child in active_children():
                child.terminate()
            raise
