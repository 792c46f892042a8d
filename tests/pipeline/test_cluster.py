"""A Dask cluster makes the same bytes as this machine, also when one of its workers dies."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer

import pytest
from editio.edition.edition import load
from editio.edition.project import discover
from editio.render.build import Plan, build
from editio.render.cluster import ClusterError, carry, connected

from tests.pipeline.editions import edition, tei

pytest.importorskip("distributed")


def test_another_house_is_refused() -> None:
    """A worker with other stylesheets, code or packages says so in place of a rendition."""
    assert "another editio" in str(carry((), "another digest", 60))


def test_no_cluster(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing answers this is said."""
    monkeypatch.setattr("editio.render.cluster._PATIENCE", 0.5)
    with pytest.raises(ClusterError, match="no cluster at"), connected("tcp://127.0.0.1:9", 1, 9):
        pass


@contextmanager
def cluster(folder: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """Start a scheduler and two workers, each a process of its own; end them afterwards."""
    file = folder / "scheduler.json"
    here = f"--scheduler-file={file}"
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": folder}
    start = [sys.executable, "-m", "distributed.cli.dask_scheduler", here, "--no-dashboard"]
    start += ["--port=0", "--host=127.0.0.1"]
    some = [subprocess.Popen(start, **quiet)]  # type: ignore[call-overload]
    work = [sys.executable, "-m", "distributed.cli.dask_worker", here, "--nthreads=1"]
    work += ["--no-nanny", "--no-dashboard", "--host=127.0.0.1"]
    try:
        until = time.monotonic() + 120
        while not file.exists() and time.monotonic() < until:
            time.sleep(0.2)
        some += [subprocess.Popen(work, **quiet) for _ in range(2)]  # type: ignore[call-overload]
        address = file.read_text().split('"address": "')[1].split('"')[0]
        yield address, some[1:]
    finally:
        for one in some:
            one.kill()
            one.wait()


@pytest.mark.slow
def test_same_bytes_with_a_worker_that_dies(tmp_path: Path) -> None:
    """Two workers, one of which is killed while texts are rendered: as in this process alone."""
    names = [f"t{n:02}" for n in range(60)]
    body = f"<p>{'Words and words. ' * 40}</p>"
    texts = {one: tei(f"{body}<p>{one}</p>").replace('"small"', f'"{one}"', 1) for one in names}
    one, _ = load(discover(edition(tmp_path, **texts))[0])

    def files(name: str) -> dict[str, bytes]:
        out = tmp_path / name
        found = (path for path in sorted(out.rglob("*")) if path.is_file())
        return {path.relative_to(out).as_posix(): path.read_bytes() for path in found}

    assert not build(Plan(one, ("text",), tmp_path / "here", cached=False)).diagnostics
    with cluster(tmp_path) as (address, workers), connected(address, 2, 300) as some:
        some.client.wait_for_workers(2, timeout=120)
        Timer(2, workers[0].kill).start()
        plan = Plan(one, ("text",), tmp_path / "there", cached=False, cluster=some)
        assert not build(plan).diagnostics
        assert workers[0].wait(60) == -signal.SIGKILL
    assert files("there") == files("here")
