"""Publish a new build over an old one in a process that ends at step N: run by test_swap.py.

    python -m tests.pipeline.killed FOLDER SIGNAL N

A process that was not stopped says so by its exit code.
"""

import os
import signal
import sys
from itertools import count
from pathlib import Path

from editio.render import swap
from editio.render.publish import publish

OLD = {
    "text": {"a.txt": b"old", "gone/b.txt": b"old", "same.txt": b"same", "c": b"a file"},
    "html": {"a.html": b"old", "d/e.html": b"in a folder"},
}
NEW = {
    "text": {"a.txt": b"new", "same.txt": b"same", "c/d.txt": b"a folder", "more/e.txt": b"new"},
    "html": {"a.html": b"new", "d": b"a file now"},
}
NOT_STOPPED = 77


def ended(folder: Path, by: signal.Signals, at: int) -> int:
    """Return how a process ended that publishes NEW and is sent a signal at one of its steps."""
    process = os.fork()
    if not process:
        steps = count(1)
        swap.step = lambda: os.kill(os.getpid(), by) if next(steps) == at else None
        try:
            publish(NEW, folder)
        except KeyboardInterrupt:
            os._exit(1)
        os._exit(NOT_STOPPED if next(steps) <= at else 0)
    return os.waitpid(process, 0)[1]


if __name__ == "__main__":
    status = ended(Path(sys.argv[1]), signal.Signals[sys.argv[2]], int(sys.argv[3]))
    code = os.waitstatus_to_exitcode(status)
    sys.exit(NOT_STOPPED if code == NOT_STOPPED else 0)
