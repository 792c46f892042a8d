"""`python -m editio` and the script `editio`: the command line, and Ctrl-C before and after it."""

import os
import signal
import sys

from editio.cli import end, is_heard, loading


def main() -> None:
    """Run the command line; before and after it an interrupt ends the process with one line."""
    # Where a stream is closed there is none, and nobody to read what is said.
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    heard = is_heard()
    with loading():
        from editio.cli.main import main as command  # noqa: PLC0415

    try:
        command()
    finally:
        if heard:
            signal.signal(signal.SIGINT, end)


if __name__ == "__main__":
    main()
