"""A process of its own for calls that may never end: it answers one after another, or is ended.

Turns a function and its arguments into what it returns. While it runs Ctrl-C is heeded here, which
native code such as Saxon's does not let happen.
"""

import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

from editio.engines.processes import SPAWN, heeding

A = TypeVar("A")
_GRACE = 5  # seconds after which a process ends by itself, should nobody be left to end it


class TooLongError(Exception):
    """A call lasted longer than it may."""


class DiedError(Exception):
    """A call ended its process."""


class Apart:
    """Calls functions in a process that is started with the first call and kept for the others."""

    def __init__(self) -> None:
        self.generation = 0  # of the process: how many were ended
        self._process: BaseProcess | None = None
        self._line: Connection | None = None

    def call(self, function: Callable[..., A], *arguments: Any, seconds: float) -> A:
        """Return what a function of a module returns, or raise what it raises.

        Raises TooLongError after so many seconds, DiedError where the call ended the process.
        """
        try:
            line = self._started()
            line.send((function, arguments, seconds))
            if not line.poll(seconds):
                raise TooLongError
            succeeded, value = line.recv()
        except (EOFError, OSError) as error:
            self._end()
            raise DiedError from error
        except BaseException:
            self._end()
            raise
        if succeeded:
            return value  # type: ignore[no-any-return]
        raise value

    def _started(self) -> Connection:
        """Return the line to the process, which is started where none is running."""
        if self._line is None:
            self._line, other_end = SPAWN.Pipe()
            process = SPAWN.Process(target=_answer, args=(other_end,), daemon=True)
            process.start()
            self._process = process  # set after the start: _end() cannot end what never started
            other_end.close()
            # Wait until it says that it is ready: the time for its start is not the call's.
            self._line.poll(None)
            self._line.recv()
        return self._line

    def _end(self) -> None:
        if self._line:
            self._line.close()
        if self._process:
            self._process.kill()
            self._process.join()
        self._process = self._line = None
        self.generation += 1


def _answer(line: Connection) -> None:
    """Answer calls until nobody asks any more."""
    heeding()
    line.send(True)
    while True:
        try:
            function, arguments, seconds = line.recv()
        except EOFError:
            return
        _end_after(seconds + _GRACE)
        try:
            line.send((True, function(*arguments)))
        except Exception as error:  # whoever asked tells it
            line.send((False, error))
        _end_after(0)


def _end_after(seconds: float) -> None:
    """Let the system end this process, native code or not; 0 for never."""
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)
