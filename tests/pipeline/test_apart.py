"""Calls in a process of their own."""

import math

import pytest
from editio.engines.apart import Apart
from editio.engines.processes import SPAWN


def test_a_process_that_does_not_start(monkeypatch: pytest.MonkeyPatch) -> None:
    """Why it did not is what is raised, and the next call has a process again."""

    def start(_process: object) -> None:
        raise RuntimeError("no process today")

    apart = Apart()
    with monkeypatch.context() as patched:
        patched.setattr(SPAWN.Process, "start", start)
        with pytest.raises(RuntimeError, match="no process today"):
            apart.call(math.sqrt, 4, seconds=60)
    assert apart.call(math.sqrt, 4, seconds=60) == 2
    apart._end()
