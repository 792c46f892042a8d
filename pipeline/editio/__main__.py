"""`python -m editio` and the script `editio`: the command line, and Ctrl-C while it is loaded.

Loading takes most of a second, in which Python would answer an interrupt with a stack trace.
"""

import os
import signal
import sys

from editio.cli import INTERRUPTED, INTERRUPTION


def main() -> None:
    """Run the command line; before and after it an interrupt ends the process with one line."""
    # Where a stream is closed there is none, and nobody to read what is said.
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    usual = signal.default_int_handler
    heard = signal.getsignal(signal.SIGINT) is usual  # it may be ignored, as nohup asks
    if heard:
        signal.signal(signal.SIGINT, _end)
    from editio.cli.main import main as command  # noqa: PLC0415

    try:
        if heard:
            signal.signal(signal.SIGINT, usual)
        command()
    finally:
        if heard:
            signal.signal(signal.SIGINT, _end)


def _end(*_: object) -> None:
    os.write(2, f"{INTERRUPTION}\n".encode())
    os._exit(INTERRUPTED)


if __name__ == "__main__":
    main()
