"""The commands of editio that have a module of their own.

What a command that is interrupted says and returns is here, where it is known before anything else
is loaded.
"""

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

INTERRUPTED = 130
INTERRUPTION = "editio: interrupted"


def end(*_: object) -> None:
    """End this process at once, with one line; a handler for Ctrl-C."""
    os.write(2, f"{INTERRUPTION}\n".encode())
    os._exit(INTERRUPTED)


def is_heard() -> bool:
    """Whether Ctrl-C reaches this process as usual; it may be ignored, as nohup asks."""
    is_main = threading.current_thread() is threading.main_thread()
    return is_main and signal.getsignal(signal.SIGINT) is signal.default_int_handler


@contextmanager
def loading() -> Iterator[None]:
    """Let Ctrl-C end this process at once while modules are loaded, in which Python would answer
    it with a stack trace.
    """
    heard = is_heard()
    if heard:
        signal.signal(signal.SIGINT, end)
    try:
        yield
    finally:
        if heard:
            signal.signal(signal.SIGINT, signal.default_int_handler)
