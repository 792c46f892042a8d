"""RELAX NG for many files at once: which schema for which file, jing's words, the schema's faults.

Turns what was examined into complaints by file; schemas that cannot be used are told once.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from editio.checks.examine import Asked, Examined, located
from editio.checks.registry import Finding, told
from editio.checks.schema.early import Early, shares
from editio.checks.schema.heard import Answer, Kept
from editio.checks.schema.models import LANGUAGES, Language, Model
from editio.checks.schema.parts import unfit_part
from editio.checks.schema.unusable import about_schema, at_part, reason_against, unusable
from editio.diagnostics import Diagnostic
from editio.diagnostics.codes import HINT, coded
from editio.edition.reading.copies import copies
from editio.edition.reading.files import beginning
from editio.edition.reading.prolog import names_dtd
from editio.engines import jing
from editio.engines.jing import Message


@dataclass(frozen=True)
class Complaints:
    """What jing says of one file by one schema; `schema` is its path, `own` its name where it is
    the edition's own.
    """

    examined: Examined
    schema: Path
    messages: tuple[Message, ...]
    own: str = ""


@coded(
    "S011",
    HINT,
    "{count} no schema{dtd}: nothing was checked against the TEI’s rules for elements",
    'Begin with <?xml-model href="…/tei_all.rng"?>; or name one for all: schema = "…/tei_all.rng" '
    "in edition.toml, or --schema.",
)
def without_schema(examined: Sequence[Examined]) -> Diagnostic:
    """A text says by which schema it was made, so that everyone can validate it.

    Told once, at the first file. The TEI publishes tei_all.rng, the schema of all its elements.
    A DTD that a file names is not opened.

    Wrong:
        a file that begins with <TEI xmlns="http://www.tei-c.org/ns/1.0">
    Right:
        <?xml-model href="schema/tei_all.rng"?> before it
    """
    count = "the text names" if len(examined) == 1 else f"{len(examined)} files name"
    first = min(examined, key=lambda one: one.sheet.shown)
    place = next(((text.line, text.column) for text in first.texts), (1, 1))
    has_dtd = any(_names_dtd(one.sheet.path) for one in examined)
    dtd = " that is used, and a DTD is not" if has_dtd else ""
    return told("S011", Finding(first.sheet.shown, *place, {"count": count, "dtd": dtd}))


def _names_dtd(path: Path) -> bool:
    return names_dtd(beginning(path, 4096))


def against(examined: Iterable[Examined], useless: frozenset[str]) -> Mapping[str, int]:
    """Count files by the schemas against which they were validated; "" for none."""
    counts: Counter[str] = Counter()
    for one in examined:
        if one.index:
            used = (m for m in one.models if m.language in LANGUAGES and m.href not in useless)
            names = {model.href.rpartition("/")[2] for model in used}
            counts[", ".join(sorted(names))] += 1
    return counts


def validate(
    examined: Iterable[Examined], asked: Asked, jobs: int, begun: Early
) -> tuple[list[Complaints], list[Diagnostic], frozenset[str]]:
    """Validate every file against the RELAX NG schemas that it names; name those that cannot be
    used. `begun`: what jing was asked while files were read.
    """
    by_model: dict[Model, list[Examined]] = defaultdict(list)
    for one in examined:
        for model in one.models:
            by_model[Model(model.href, model.language)].append(one)
    complaints: list[Complaints] = []
    found = _unneeded(asked, {model.href for model in by_model})
    useless: set[str] = set()
    for model, files in by_model.items():
        path = asked.root / model.href
        if reason := reason_against(model, path):
            found += unusable(model, files, *reason)
            useless.add(model.href)
        if reason or model.language is not Language.RELAX_NG:
            continue
        if unfit := unfit_part(path):
            found.append(at_part(model, path, unfit, asked.root))
            useless.add(model.href)
            continue
        messages = _heard(path, files, asked, jobs, begun)
        own = "" if asked.schemas or _is_outside(model.href) else model.href
        faults = list(about_schema(model, path, messages, asked.root, files))
        useless |= {model.href} if faults else set()
        found += faults
        for one in files:
            if said := messages.get(str(one.sheet.path)):
                complaints.append(Complaints(one, path, tuple(said), own))
    return complaints, found, frozenset(useless)


def _is_outside(href: str) -> bool:
    """Whether a schema is not in the folder of the edition, whose editor cannot mend it."""
    return href.startswith(("/", "..", "file:"))


def _unneeded(asked: Asked, used: set[str]) -> list[Diagnostic]:
    """Tell also of the schema of the edition that no text needs whether it can be used."""
    named = () if asked.schemas else (located(one, asked) for one in asked.default)
    rest = (one for one in named if one.href not in used)
    reasons = ((one, reason_against(one, asked.root / one.href)) for one in rest)
    return [told for one, why in reasons if why for told in unusable(one, [], *why)]


def _run(schema: Path, files: list[Examined], jobs: int) -> Mapping[str, list[Message]]:
    """Run jing, one process for each share of the files; give its messages by file."""
    altered = {one.sheet.path: one.sheet.shown for one in files if one.altered}
    with copies(altered) as made:
        parts = shares([made.get(one.sheet.path, one.sheet.path) for one in files], jobs)
        with ThreadPoolExecutor(max(1, min(jobs, len(parts)))) as pool:
            said = list(pool.map(lambda part: jing.validate(schema, part), parts))
        names = {str(copy): str(path) for path, copy in made.items()}
    messages: dict[str, list[Message]] = defaultdict(list)
    for message in (one for part in said for one in part):
        messages[names.get(message.file, message.file)].append(message)
    return messages


def _heard(
    schema: Path, files: list[Examined], asked: Asked, jobs: int, begun: Early
) -> Mapping[str, list[Message]]:
    """Return jing's messages by file: those that are kept, those that it was asked for early, and
    of all others those that it gives now.
    """
    earlier, said = Kept(asked, schema), begun.said(schema)
    kept = earlier.files
    known: dict[str, list[Message]] = {}
    new: list[Examined] = []
    for one in files:
        path = str(one.sheet.path)
        if path in kept and kept[path].content == one.content:
            known[path] = list(kept[path].messages)
        else:
            new.append(one)
    rest = [one for one in new if one.altered or str(one.sheet.path) not in said]
    messages = dict(_run(schema, rest, jobs)) if rest else {}
    if messages.keys() <= {str(one.sheet.path) for one in rest}:  # else the schema has a fault
        answered = {str(one.sheet.path): one.content for one in new}
        messages = {path: [*messages.get(path, said.get(path, ()))] for path in answered}
        answers = {
            path: Answer(content, tuple(messages[path])) for path, content in answered.items()
        }
        earlier.keep(answers)
    return messages | known
