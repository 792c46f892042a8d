"""Processes that die, never end or grow cost one text each, and that is told."""

import os
import signal
import time
from collections import Counter
from dataclasses import replace
from functools import partial
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from editio.edition.beside.own import Own
from editio.engines.processes import SPAWN, heeding
from editio.render import crew
from editio.render.crew import Crew, Failure
from editio.render.job import Job
from editio.render.made import lost


def work(item: int, folder: Path) -> tuple[int, int]:
    """Return the item and who worked on it; 3 kills its process, 5 kills it the first time, 7
    never ends.
    """
    seen = folder / str(item)
    again = seen.exists()
    seen.touch()
    if item == 3 or (item == 5 and not again):
        os._exit(99)
    while item == 7:
        time.sleep(1)
    return item, os.getpid()


def test_one_text_is_lost(tmp_path: Path) -> None:
    """What follows a text on which a process dies, or that does not end, is made all the same."""
    with Crew(partial(work, folder=tmp_path), 2, limit=4) as some:
        found = list(some.map(range(9)))
    why = {n: one for n, one in enumerate(found) if isinstance(one, Failure)}
    assert why == {3: Failure.DIED, 7: Failure.ENDLESS}
    assert [one[0] for one in found if isinstance(one, tuple)] == [0, 1, 2, 4, 5, 6, 8]


@pytest.mark.slow
def test_large_processes_are_renewed(tmp_path: Path) -> None:
    """A process that has become large ends after its text; another takes its place."""
    crew.LARGE, before = 0, crew.LARGE
    try:
        with Crew(partial(work, folder=tmp_path), 1) as some:
            found = [one for one in some.map([0, 1, 2]) if isinstance(one, tuple)]
    finally:
        crew.LARGE = before
    assert [item for item, _ in found] == [0, 1, 2]
    assert max(Counter(process for _, process in found).values()) == 1


def held_back(line: Connection) -> None:
    """Tell whether Ctrl-C is held back at the start, and afterwards."""
    blocked = signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, [])
    heeding()
    line.send((blocked, signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, [])))


@pytest.mark.skipif(os.name == "nt", reason="holds no signal back")
def test_an_interrupt_waits_until_a_process_has_begun() -> None:
    """While it starts it would say where it was; the one that starts it hears again at once."""
    ours, theirs = SPAWN.Pipe()
    with ours, theirs:
        process = SPAWN.Process(target=held_back, args=(theirs,))
        process.start()
        assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, [])
        assert ours.recv() == (True, False)
        process.join()


def test_when_a_process_is_renewed() -> None:
    """A new one has to compile everything: a large one has done many texts before, or is huge."""
    line, other = Pipe()
    hand = crew._Hand(SPAWN.Process(), line)
    with line, other:
        assert [hand.is_spent(size * crew.LARGE // 4) for size in (3, 5, 9)] == [False, False, True]
        hand.done = crew.SEVERAL
        assert [hand.is_spent(size * crew.LARGE // 4) for size in (3, 5, 9)] == [False, True, True]


def test_what_is_told() -> None:
    """The finding names the text and, where there was one, the limit."""
    job = Job("a", "tei/texts/a.xml", "<TEI/>", "", ())
    assert [one.code for one in lost(job, Failure.DIED, 9).diagnostics] == ["O004"]
    (told,) = lost(job, Failure.ENDLESS, 9).diagnostics
    assert (told.code, told.file) == ("O025", "tei/texts/a.xml")
    assert "within 9 seconds" in told.message
    assert told.hint.endswith("please report it with the text.")
    own = replace(job, own=Own(stylesheets=(("rules", "<a/>"),)))
    (told,) = lost(own, Failure.ENDLESS, 9).diagnostics
    assert told.hint.endswith("may be why (xslt/rules.xsl): build without it.")


@pytest.mark.slow
def test_a_process_is_as_large_as_it_is(tmp_path: Path) -> None:
    """A process that is small stays, however large the one is that started it."""
    ballast = bytearray(os.urandom(1024) * (crew.LARGE // 1024 + 64 * 1024))
    with Crew(partial(work, folder=tmp_path), 1) as some:
        found = [one for one in some.map([0, 1, 2]) if isinstance(one, tuple)]
    assert len(ballast) > crew.LARGE
    assert len({process for _, process in found}) == 1
