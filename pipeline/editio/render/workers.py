"""Many texts in many processes: what is kept is taken, the rest rendered, results in order."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from editio.diagnostics import progress
from editio.model.lazy import Lazy
from editio.render.cluster import Cluster
from editio.render.crew import Crew, Failure
from editio.render.job import Job
from editio.render.made import Made, lost, placed, recalled, safely_made
from editio.render.shelf import Shelf

# Seconds that a text may take in a process of its own where edition.toml says nothing.
LONGEST = 1800.0


@dataclass(frozen=True)
class Force:
    """With what texts are rendered: how many processes, and the seconds that one text may take
    (0: as many as it needs).
    """

    size: int = 1
    limit: float = 0


def render_all(
    jobs: Sequence[Job], force: Force, shelf: Shelf, cluster: Cluster | None = None
) -> Iterator[Made]:
    """Render all jobs in order; one job or worker stays in this process, unless it has a limit.

    With a cluster it does the work. What is on the shelf for equal jobs of earlier builds is taken
    from there.
    """
    found, paths = dict[int, Made](), list[str]()
    for n, job in enumerate(jobs):
        paths.append(job.path)
        if (one := recalled(job, shelf)) is not None:
            found[n] = one
    places = [n for n in range(len(jobs)) if n not in found]
    wanted = Lazy(len(places), lambda n: jobs[places[n]])
    results = _rendered(wanted, force, shelf, cluster)
    for n, path in enumerate(paths):
        made = found.pop(n) if n in found else next(results)
        progress.done(path)
        yield made


def _rendered(
    wanted: Sequence[Job], force: Force, shelf: Shelf, cluster: Cluster | None
) -> Iterator[Made]:
    """Yield what comes of each job, done by a cluster, here, or by processes beside this one."""
    size = min(force.size, len(wanted))
    work = partial(safely_made, shelf=shelf)
    if cluster is not None:
        return _clustered(wanted, cluster, shelf)
    if size < 2 and not (wanted and force.limit):
        return map(work, wanted)
    return _crewed(wanted, Force(size, force.limit), work)


def _clustered(jobs: Sequence[Job], cluster: Cluster, shelf: Shelf) -> Iterator[Made]:
    """Yield what the cluster makes of the jobs, put on the shelf here."""
    for job, one in zip(jobs, cluster.map(jobs), strict=True):
        if isinstance(one, Failure):
            yield lost(job, one, cluster.limit)
        else:
            yield placed(job, one, shelf)


def _crewed(jobs: Sequence[Job], force: Force, work: Callable[[Job], Made]) -> Iterator[Made]:
    """Yield what processes make of the jobs; a text whose process ends is told."""
    limit = force.limit or LONGEST
    with Crew(work, force.size, limit) as crew:
        for n, one in enumerate(crew.map(jobs)):
            yield lost(jobs[n], one, limit) if isinstance(one, Failure) else one
