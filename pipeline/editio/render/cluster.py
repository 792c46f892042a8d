"""The same jobs on a Dask cluster: batches go out, renditions come back as they are made.

Dask runs tasks beside the main thread of its workers, and Saxon wants a main thread: each worker
has a process of its own for it (crew.py), which a text can kill without killing the worker. Lost
workers are the scheduler's business; what it gives up is tried text by text, and told.
"""

import hashlib
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from itertools import islice
from threading import Lock
from typing import Any

from editio.render.cache import pango, sources
from editio.render.crew import Crew, Failure
from editio.render.job import Job, Rendition, render

LOCAL = "local"
# A batch holds so many texts, and about so many characters of them.
_MOST, _CHARACTERS = 25, 2_000_000
_PACKAGES = ("saxonche", "lxml", "weasyprint", "citeproc-py", "fonttools", "uharfbuzz", "pillow",
             "pyphen", "latex2mathml", "tinycss2", "pydyf",
             "ziamath", "ziafont")  # fmt: skip
_LOCK = Lock()
# Seconds in which a cluster must have answered.
_PATIENCE = 15.0


class ClusterError(Exception):
    """A cluster cannot be used; the words say why."""


@dataclass(frozen=True)
class Cluster:
    """A cluster that was connected, and the seconds that a text may take there."""

    client: Any
    limit: float

    def map(self, jobs: Sequence[Job]) -> Iterator[Rendition | Failure]:
        """Yield the rendition of each job, in order. Raises ClusterError for workers that are not
        like this machine.
        """
        ours, waiting = house(), _batches(jobs)
        running: deque[tuple[tuple[Job, ...], Any]] = deque()
        most = 4 * max(len(self.client.nthreads()), 1)
        for batch in islice(waiting, most):
            running.append((batch, self._submit(batch, ours)))
        while running:
            yield from self._results(*running.popleft(), ours)
            for batch in islice(waiting, most - len(running)):
                running.append((batch, self._submit(batch, ours)))

    def _submit(self, batch: tuple[Job, ...], ours: str) -> Any:
        return self.client.submit(carry, batch, ours, self.limit, pure=False, retries=2)

    def _results(
        self, batch: tuple[Job, ...], future: Any, ours: str
    ) -> Iterator[Rendition | Failure]:
        """Yield what came of a batch; where its workers died again and again, of each alone."""

        try:
            results = future.result()
        except import_module("distributed").KilledWorker:
            if len(batch) == 1:
                yield Failure.DIED
                return
            for job in batch:
                yield from self._results((job,), self._submit((job,), ours), ours)
            return
        finally:
            future.release()
        if isinstance(results, str):
            raise ClusterError(results)
        yield from results


def _batches(jobs: Sequence[Job]) -> Iterator[tuple[Job, ...]]:
    batch: list[Job] = []
    size = 0
    for job in jobs:
        if batch and (len(batch) >= _MOST or size + len(job.xml) > _CHARACTERS):
            yield tuple(batch)
            batch, size = [], 0
        batch.append(job)
        size += len(job.xml)
    if batch:
        yield tuple(batch)


def carry(batch: tuple[Job, ...], theirs: str, limit: float) -> list[Rendition | Failure] | str:
    """Render a batch on a worker; say in words why this worker may not."""
    if house() != theirs:
        return "a worker has another editio, or other versions of what it is made with"
    with _LOCK:
        return list(_own_crew(limit).map(batch))


@cache
def _own_crew(limit: float) -> Crew[Job, Rendition]:
    """Return this worker's process for texts, which lives as long as the worker."""
    return Crew(render, 1, limit).__enter__()


@cache
def house() -> str:
    """Return a digest of what renders: it must be the same on all machines."""
    digest = hashlib.sha256(sources())
    for name in _PACKAGES:
        try:
            digest.update(f"{name} {version(name)}".encode())
        except PackageNotFoundError:
            digest.update(name.encode())
    digest.update(str(pango()).encode())
    return digest.hexdigest()


@contextmanager
def connected(address: str, size: int, limit: float) -> Iterator[Cluster]:
    """Yield the cluster at an address, or one of `size` processes on this machine for "local"."""
    try:
        dask: Any = import_module("distributed")  # an extra
    except ImportError as error:
        raise ClusterError("Dask is not installed: pip install 'editio[dask]'") from error
    own = None
    try:
        if address == LOCAL:
            own = dask.LocalCluster(size, threads_per_worker=1, dashboard_address=None)
        client = dask.Client(own or address, timeout=_PATIENCE)
    except (OSError, ValueError, TimeoutError) as error:
        raise ClusterError(f"no cluster at {address}: {error}") from error
    try:
        yield Cluster(client, limit)
    finally:
        client.close()
        if own is not None:
            own.close()
