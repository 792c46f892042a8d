"""How much memory this process holds, where the system says so."""

import os
import sys
from pathlib import Path

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

_STATE = Path("/proc/self/statm")


def held() -> int:
    """Return the bytes that this process holds in memory; 0 where nobody knows.

    Elsewhere than on Linux it is the most that it has held. There that figure is of no use: a
    process begins with what the one held that started it.
    """
    try:
        return int(_STATE.read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        pass
    if resource is None:
        return 0
    size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return size if sys.platform == "darwin" else size * 1024
