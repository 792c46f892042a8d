"""Which lines of the package no test reaches: `python -m tests.house.coverage [TESTS …]`.

Runs the tests (by default those of `make test`) and prints, by module, how much of it was run and
which lines were not. coverage is no part of the environment: `pip install coverage==7.17.5`, or
have it in PYTHONPATH. Processes that tests start are counted; one that is killed, as workers are
when their work is done, tells nothing, so texts are rendered in one process where a test does not
ask for more.
"""

import importlib
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.shared import ROOT

USUAL = ("-m", "not (browser or judge or slow or long)")
SETTINGS = """[run]
source = {package}
data_file = {folder}/lines
parallel = true
concurrency = multiprocessing,thread
sigterm = true
disable_warnings = module-not-measured,no-data-collected,module-not-imported,couldnt-parse
"""
# Python runs it where it begins.
BEGUN = "import coverage\ncoverage.process_startup()\n"


def main() -> None:
    """Run the tests and print what they reach; end as they do."""
    with TemporaryDirectory() as folder:
        settings = Path(folder, "settings")
        written = SETTINGS.format(package=ROOT / "pipeline" / "editio", folder=folder)
        settings.write_text(written, "utf-8")
        Path(folder, "sitecustomize.py").write_text(BEGUN, "utf-8")
        paths = (folder, str(ROOT / "pipeline"), str(ROOT), os.environ.get("PYTHONPATH", ""))
        environment = {
            **os.environ,
            "COVERAGE_PROCESS_START": str(settings),
            "PYTHONPATH": os.pathsep.join(filter(None, paths)),
            "EDITIO_JOBS": "1",
        }
        command = (sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *USUAL, *sys.argv[1:])
        done = subprocess.run(command, cwd=ROOT, env=environment, check=False)
        told: Any = importlib.import_module("coverage").Coverage(config_file=str(settings))
        told.combine()
        told.report(show_missing=True, skip_covered=True)
    sys.exit(done.returncode)


if __name__ == "__main__":
    main()
