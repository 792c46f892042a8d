"""The package: its version is written once, the wheel works where nothing of the checkout is, the
sdist tests itself.
"""

import os
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest
from editio import __version__
from lxml import etree

from tests.shared import ROOT, SHARED

MINI = ROOT / "tests" / "mini"
QUICK = "not (browser or judge or slow or long)"


def run(*command: str | Path, cwd: Path, **environment: str) -> str:
    """Run a command away from the checkout and return what it says; it must end well."""
    kept = {k: v for k, v in os.environ.items() if k not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    done = subprocess.run(
        [str(one) for one in command],
        cwd=cwd,
        env={**kept, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=1500,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel and the sdist."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "-d", folder, cwd=ROOT)
    return folder


def test_the_version_is_written_once() -> None:
    """In the package; what must repeat it (headers, citations, README, docs) is the same, or says
    that it was changed since.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert "version" not in project
    assert project["dynamic"] == ["version"]
    for file in (ROOT / "tei").rglob("*.xml"):
        said = etree.parse(file).xpath("//*[local-name() = 'editionStmt']/*/@n")
        assert said in ([], [__version__], [f"{__version__} with changes since"]), file.name
    page = (ROOT / "docs" / "check-before-commit.md").read_text("utf-8")
    assert set(re.findall(r"(?:rev: |@)v(\d+\.\d+\.\d+)", page)) == {__version__}


def test_no_address_is_claimed_that_is_not_known() -> None:
    """A project URL that leads nowhere is worse than none."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert "urls" not in project


@pytest.mark.slow
def test_the_wheel_holds_one_package(packages: Path) -> None:
    """With stylesheets and handbook in it, and nothing called `pipeline`."""
    (wheel,) = packages.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert {one.partition("/")[0] for one in names} == {"editio", f"editio-{__version__}.dist-info"}
    assert {"editio/py.typed", "editio/xslt/rules.xsl", "editio/docs/own-rules.md"} <= set(names)


@pytest.mark.slow
def test_the_wheel_works_without_the_checkout(packages: Path, tmp_path: Path) -> None:
    """Put into a folder of its own, with the packages that it needs from this environment."""
    (wheel,) = packages.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    command = (sys.executable, "-m", "editio", "build", MINI, "--out", tmp_path / "out")
    run(*command, cwd=tmp_path, PYTHONPATH=str(tmp_path / "site"))
    where = run(
        sys.executable, "-c", "import editio; print(editio.__file__)",
        cwd=tmp_path, PYTHONPATH=str(tmp_path / "site"),
    )  # fmt: skip
    assert where.startswith(str(tmp_path / "site"))
    told = run(
        sys.executable, "-m", "editio", "help", "own-rules",
        cwd=tmp_path, PYTHONPATH=str(tmp_path / "site"),
    )  # fmt: skip
    assert told.startswith("# Rules of your own\n")
    assert (tmp_path / "out" / "index.html").is_file()
    assert (tmp_path / "out" / "pdf" / "edition.pdf").is_file()


@pytest.mark.slow
def test_the_wheel_builds_in_an_empty_environment(packages: Path, tmp_path: Path) -> None:
    """`pip install` and `editio build`, elsewhere; one install does everything."""
    (wheel,) = packages.glob("*.whl")
    run(sys.executable, "-m", "venv", tmp_path / "venv", cwd=tmp_path)
    run(tmp_path / "venv/bin/python", "-m", "pip", "install", "--quiet", wheel, cwd=tmp_path)
    run(tmp_path / "venv/bin/editio", "build", MINI, "--out", tmp_path / "out", cwd=tmp_path)
    assert (tmp_path / "out" / "index.html").is_file()
    assert (tmp_path / "out" / "pdf" / "edition.pdf").is_file()


def unpacked(packages: Path, aside: Path) -> Path:
    """Return the folder of the sdist."""
    (sdist,) = packages.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(aside, filter="data")
    return aside / f"editio-{__version__}"


@pytest.mark.slow
def test_the_sdist_has_what_its_tests_read(packages: Path, tmp_path: Path) -> None:
    """Those about the house, the cases of the rules and the README, run in it."""
    folder = unpacked(packages, tmp_path)
    chosen = ("tests/house", "tests/rules/test_cases.py", "tests/readme")
    tests = (*chosen, "-m", QUICK, "-p", "no:cacheprovider")
    said = run(
        sys.executable, "-m", "pytest", "-x", *tests,
        cwd=folder, PYTHONPATH=str(folder / "pipeline"), EDITIO_SHARED=str(SHARED),
    )  # fmt: skip
    assert "failed" not in said


@pytest.mark.long
def test_the_sdist_tests_itself(packages: Path, tmp_path: Path) -> None:
    """All that `make test` runs."""
    folder = unpacked(packages, tmp_path)
    run(
        sys.executable, "-m", "pytest", "-m", QUICK, "-p", "no:cacheprovider",
        cwd=folder, PYTHONPATH=str(folder / "pipeline"), EDITIO_SHARED=str(SHARED),
    )  # fmt: skip
