"""RELAX NG for many files at once: which schema for which file, jing's words, the schema's faults.

Turns what was examined into complaints by file; schemas that cannot be used are told once.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from pipeline import jing, source
from pipeline.checks.examine import Asked, Examined
from pipeline.checks.registry import Finding, told
from pipeline.checks.schema.models import Language, Model
from pipeline.codes import ERROR, WARNING, coded
from pipeline.diagnostics import Diagnostic
from pipeline.jing import Message

_FEWEST = 250  # files for which another process of jing is worth its start


@dataclass(frozen=True)
class Complaints:
    """What jing says of one file by one schema; `schema` is its path, `grammar` in XML syntax."""

    examined: Examined
    schema: Path
    messages: tuple[Message, ...]


@coded(
    "S009",
    WARNING,
    "the schema {href} {reason}; {count} not validated against it",
    "{advice}",
)
def unusable_schema(finding: Finding) -> Diagnostic:
    """A schema that a file names is not at hand; everything else is checked without it.

    editio never fetches anything from the network. Download the schema once and give it with
    --schema FILE, or say in a catalog.xml beside the texts where it lies:
    <uri name="https://…/tei_all.rng" uri="schema/tei_all.rng"/> (OASIS XML Catalogs). The
    variable XML_CATALOG_FILES is read too.

    Wrong:
        <?xml-model href="https://tei-c.org/release/…/tei_all.rng"?>, and no catalog
    Right:
        <?xml-model href="../schema/tei_all.rng"?>, or the address in a catalog
    """
    return told("S009", finding)


@coded(
    "S010",
    ERROR,
    "this schema is faulty: {reason}",
    "Mend the schema; until then no file is validated against it.",
)
def faulty_schema(finding: Finding) -> Diagnostic:
    """The RELAX NG schema itself has a fault, so nothing can be validated against it.

    Wrong:
        <ref name="letter"/>, and no <define name="letter">
    Right:
        <ref name="letter"/>, and <define name="letter"> once in the schema
    """
    return told("S010", finding)


def validate(
    examined: Iterable[Examined], asked: Asked, jobs: int
) -> tuple[list[Complaints], list[Diagnostic]]:
    """Validate every file against the RELAX NG schemas that it names."""
    by_model: dict[Model, list[Examined]] = defaultdict(list)
    for one in examined:
        for model in one.models:
            by_model[Model(model.href, model.language)].append(one)
    complaints: list[Complaints] = []
    found: list[Diagnostic] = []
    for model, files in by_model.items():
        path = asked.root / model.href
        if reason := _reason(model, path):
            found.append(_unusable(model, files, *reason))
        if reason or model.language is not Language.RELAX_NG:
            continue
        messages = _run(path, files, jobs)
        found += list(_about_schema(model, path, messages))
        for one in files:
            if said := messages.get(str(one.sheet.path)):
                complaints.append(Complaints(one, path, tuple(said)))
    return complaints, found


def _reason(model: Model, path: Path) -> tuple[str, str] | None:
    """Say why a schema cannot be used, and what to do."""
    if model.remote:
        name = model.href.rpartition("/")[2]
        return "is on the network, from which editio fetches nothing", (
            f"Download it and run editio check --schema {name}, or name your copy in catalog.xml: "
            f'<uri name="{model.href}" uri="{name}"/>'
        )
    if not source.exists(path):
        return "is not there", "Mend the path in <?xml-model?>, or give the schema with --schema."
    if model.language is Language.OTHER:
        return "is neither RELAX NG nor Schematron", "Name a .rng, .rnc or .sch file as well."
    return None


def _unusable(model: Model, files: list[Examined], reason: str, advice: str) -> Diagnostic:
    first = files[0]
    place = next((m.line for m in first.models if m.href == model.href), 0)
    count = f"{len(files)} {'file was' if len(files) == 1 else 'files were'}"
    facts = {"href": model.href, "reason": reason, "count": count, "advice": advice}
    shown = first.sheet.shown if place else model.href
    return unusable_schema(Finding(shown, place, 1 if place else 0, facts))


def _run(schema: Path, files: list[Examined], jobs: int) -> Mapping[str, list[Message]]:
    """Run jing, one process for each share of the files; give its messages by file."""
    with source.without_doctype([one.sheet.path for one in files if one.doctype]) as copies:
        paths = [copies.get(one.sheet.path, one.sheet.path) for one in files]
        share = max(_FEWEST, -(-len(paths) // jobs))
        shares = [paths[start : start + share] for start in range(0, len(paths), share)]
        with ThreadPoolExecutor(max(1, min(jobs, len(shares)))) as pool:
            said = list(pool.map(lambda part: jing.validate(schema, part), shares))
        names = {str(copy): str(path) for path, copy in copies.items()}
    messages: dict[str, list[Message]] = defaultdict(list)
    for message in (one for part in said for one in part):
        messages[names.get(message.file, message.file)].append(message)
    return messages


def _about_schema(
    model: Model, path: Path, messages: Mapping[str, list[Message]]
) -> Iterator[Diagnostic]:
    """Give what jing says of the schema, and of itself; each once."""
    own = {one for file in (str(path), "") for one in messages.get(file, ())}
    for one in sorted(own, key=lambda message: (message.line, message.column)):
        reason = re.sub(r"\s+", " ", one.text)
        yield faulty_schema(Finding(model.href, one.line, one.column, {"reason": reason}))
