"""Which tests run where: none is skipped in continuous integration, and what reads data from
outside is left out, in words, where there is none.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.shared import ROOT

SKIPPED = "import pytest\ndef test_one():\n    pytest.skip('no browser')\n"
MARKED = "import pytest\n@pytest.mark.skip(reason='later')\ndef test_one(): ...\n"
MODULE = "import pytest\npytest.importorskip('nowhere')\ndef test_one(): ...\n"
EXPECTED = "import pytest\n@pytest.mark.xfail(strict=True)\ndef test_one(): assert False\n"
SHARED = (
    "import pytest\n@pytest.mark.shared\ndef test_one(): assert False\n"
    "@pytest.mark.shared\ndef test_two(): assert False\ndef test_three(): ...\n"
)


def run(folder: Path, test: str, *, ci: str, shared: Path) -> subprocess.CompletedProcess[str]:
    """Run a test of its own in a pytest of its own, with the two plugins of these tests."""
    (folder / "test_it.py").write_text(test, "utf-8")
    (folder / "pytest.ini").write_text("[pytest]\nmarkers = shared\n", "utf-8")
    plugins = ("-p", "tests.shared", "-p", "tests.unskipped", "-p", "no:cacheprovider")
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", *plugins, f"--rootdir={folder}", str(folder)],
        cwd=ROOT,
        env={**os.environ, "CI": ci, "EDITIO_SHARED": str(shared)},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize(
    "test",
    [SKIPPED, *(pytest.param(one, marks=pytest.mark.slow) for one in (MARKED, MODULE))],
    ids=["inside", "marked", "module"],
)
def test_a_skipped_test_fails_in_ci(tmp_path: Path, test: str) -> None:
    """However it is skipped; elsewhere it is only told."""
    failed = run(tmp_path, test, ci="true", shared=tmp_path)
    assert failed.returncode != 0
    assert "skipped, though CI=true" in failed.stdout
    assert "1 skipped" in run(tmp_path, test, ci="", shared=tmp_path).stdout


def test_what_is_expected_to_fail_may_fail_in_ci(tmp_path: Path) -> None:
    """An xfail is no skip."""
    assert run(tmp_path, EXPECTED, ci="true", shared=tmp_path).returncode == 0


def test_without_data_from_outside_its_tests_are_left_out(tmp_path: Path) -> None:
    """In one line, which names the folder that was looked for."""
    done = run(tmp_path, SHARED, ci="", shared=tmp_path / "nowhere")
    assert done.returncode == 0
    assert "1 passed, 2 deselected" in done.stdout
    (line,) = (one for one in done.stdout.splitlines() if "nowhere" in one)
    assert "“shared” are left out" in line


def test_in_ci_the_data_must_be_there(tmp_path: Path) -> None:
    """A gate whose data is missing is no gate."""
    done = run(tmp_path, SHARED, ci="true", shared=tmp_path / "nowhere")
    assert (done.returncode, "there is no folder" in done.stderr) == (4, True)
