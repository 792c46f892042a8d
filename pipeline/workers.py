"""Many texts in many processes: what is kept is taken, the rest rendered, a death survived."""

from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context

from pipeline import kept, progress
from pipeline.diagnostics import diagnostic
from pipeline.render import Job, Rendition, render


def render_all(jobs: tuple[Job, ...], workers: int, cached: bool) -> Iterator[Rendition]:
    """Render all jobs in order, in `workers` processes; one job or worker stays in this one.

    With `cached`, equal jobs of earlier builds are recalled, and renditions that did not fail
    are kept.
    """
    found = {job: kept.recall(job, Rendition) for job in jobs} if cached else {}
    wanted = [job for job in jobs if found.get(job) is None]
    with _pool(min(workers, len(wanted))) as pool:
        made = _supervised(wanted, pool) if pool else map(render, wanted)
        for job in jobs:
            if (rendition := found.get(job)) is None:
                rendition = next(made)
                if cached and rendition.files:
                    kept.keep(job, rendition)
            progress.done(job.path)
            yield rendition


@contextmanager
def _pool(size: int) -> Iterator[Executor | None]:
    """Give a pool of spawned processes, or nothing where one process will do."""
    if size < 2:
        yield None
        return
    spawning = get_context("spawn")
    with (
        progress.from_workers(spawning) as begin,
        ProcessPoolExecutor(size, spawning, initializer=begin) as pool,
    ):
        yield pool


def _supervised(jobs: Iterable[Job], pool: Executor) -> Iterator[Rendition]:
    """Take results in order; a text whose process dies is told, those behind it go on alone."""
    waiting = [(job, pool.submit(render, job)) for job in jobs]
    for job, future in waiting:
        try:
            yield future.result()
        except BrokenProcessPool:
            yield _alone(job)


def _alone(job: Job) -> Rendition:
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        try:
            return pool.submit(render, job).result()
        except BrokenProcessPool:
            return Rendition(job.id, {}, "", (diagnostic("O004", job.path),))
