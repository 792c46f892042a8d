"""Schemas that cannot be used: not there, on the network, of another language, faulty.

Turns what a schema was named as, and jing's words about it, into Diagnostics.
"""

import re
import shlex
from collections.abc import Iterator, Mapping
from pathlib import Path

from editio.checks.examine import Examined
from editio.checks.registry import Finding, document_check, told
from editio.checks.schema.models import LANGUAGES, Language, Model, unquoted
from editio.checks.schema.parts import Unfit
from editio.diagnostics import Diagnostic
from editio.diagnostics.codes import ERROR, WARNING, coded
from editio.edition.reading import source
from editio.edition.reading.files import is_elsewhere, no_file, on_disk
from editio.edition.reading.source import Document
from editio.engines.jing import Message

_ABSENT = "is not there"
_OTHER = "is neither RELAX NG nor Schematron"
_MEND = "Correct the path (<?xml-model?>, or edition.toml), or give the schema with --schema."


@coded(
    "S009",
    WARNING,
    "the schema {href} {reason}; {count} not validated against it",
    "{advice}",
)
def unused_schema(finding: Finding) -> Diagnostic:
    """A schema that a file names is not used; everything else is checked without it.

    editio never fetches anything from the network. Download the schema once and give it with
    --schema FILE, or say in a catalog.xml beside the texts where it lies:
    <uri name="https://…/tei_all.rng" uri="schema/tei_all.rng"/> (OASIS XML Catalogs). The
    variable XML_CATALOG_FILES is read too. A schema on this machine that cannot be used is an
    error (S012).

    What a text names for the editor oXygen (<?oxygen RNGSchema="tei_all.rnc" type="compact"?>) is
    used where neither xml-model nor edition.toml names a schema.

    Wrong:
        <?xml-model href="https://tei-c.org/release/…/tei_all.rng"?>, and no catalog
    Right:
        <?xml-model href="../schema/tei_all.rng"?>, or the address in a catalog
    """
    return told("S009", finding)


@coded(
    "S012",
    ERROR,
    "the schema {href} {reason}; {count} not validated against it",
    "{advice}",
)
def unusable_schema(finding: Finding) -> Diagnostic:
    """A schema on this machine cannot be used: it is not there, is no file, or no schema of ours.

    editio validates by RELAX NG and Schematron. A W3C schema (.xsd), a DTD, an NVDL script or an
    ODD can be named in a text for other programs, beside one of these; alone it would leave the
    text unchecked. Where that is meant: severity = {S012 = "warning"} in [checks].

    Wrong:
        schema = "tei/schema/tei_all.xsd" in edition.toml, or <?xml-model href="tei_all.xsd"?>
    Right:
        schema = "tei/schema/tei_all.rng", or <?xml-model href="tei_all.rng"?> before the other
    """
    return told("S012", finding)


@coded(
    "S010",
    ERROR,
    "this schema is faulty: {reason}",
    "Correct the schema; until then no file is validated against it.",
)
def faulty_schema(finding: Finding) -> Diagnostic:
    """The RELAX NG schema itself has a fault, so nothing can be validated against it.

    Wrong:
        <ref name="letter"/>, and no <define name="letter">
    Right:
        <ref name="letter"/>, and <define name="letter"> once in the schema
    """
    return told("S010", finding)


@document_check(
    "S013",
    WARNING,
    "this xml-model names no schema: its href is not in quotation marks",
    'Write href="{href}".',
)
def unquoted_address(document: Document) -> Iterator[Finding]:
    """What an <?xml-model?> says stands in quotation marks, as attributes do.

    No program can read it otherwise, and the text is validated against nothing.

    Wrong:
        <?xml-model href=../schema/tei_all.rng?>
    Right:
        <?xml-model href="../schema/tei_all.rng"?>
    """
    for line, href in unquoted(document):
        yield Finding(document.path, line, 1, {"href": href})


def reason_against(model: Model, path: Path) -> tuple[str, str] | None:
    """Say why a schema cannot be used, and what to do."""
    if not model.remote and (kind := no_file(path)):
        return kind.removeprefix("it "), _MEND
    if model.remote and not is_elsewhere(model.href):
        return "is no file, and nothing on another server", _MEND
    if model.language is Language.OTHER and (model.remote or source.exists(path)):
        return _OTHER, "Name a .rng, .rnc or .sch file as well."
    if model.remote:
        name = model.href.rpartition("/")[2]
        return "is a remote URL; editio never downloads schemas", (
            f"Download it and run editio check --schema {shlex.quote(name)}, or name your copy in "
            f'catalog.xml: <uri name="{model.href}" uri="{name}"/>'
        )
    if not source.exists(path):
        return _ABSENT, _MEND
    return None


def unusable(model: Model, files: list[Examined], reason: str, advice: str) -> Iterator[Diagnostic]:
    """Tell it where the schema is named: an error, but for what lies on other servers, or is named
    for oXygen. One of another language is told of texts alone that name nothing better.
    """
    if reason == _OTHER and files:
        files = [one for one in files if not any(m.language in LANGUAGES for m in one.models)]
        if not files:
            return
    names = next((one for file in files for one in file.models if one.href == model.href), model)
    count = {0: "files without one are", 1: "1 file was"}.get(len(files))
    facts = {
        "href": model.href,
        "reason": reason,
        "count": count or f"{len(files)} files were",
        "advice": advice,
    }
    shown = names.namer or (files[0].sheet.shown if names.line else model.href)
    is_for_others = not names.namer and (is_elsewhere(model.href) or names.apart)
    tell = unused_schema if is_for_others else unusable_schema
    yield tell(Finding(shown, names.line, names.column if names.line else 0, facts))


def about_schema(
    model: Model,
    path: Path,
    messages: Mapping[str, list[Message]],
    root: Path,
    files: list[Examined],
) -> Iterator[Diagnostic]:
    """Yield what jing says of the schema, of those that it includes, and of itself; each once."""
    texts = {str(one.sheet.path) for one in files}
    own = {one for file, said in messages.items() if file not in texts for one in said}
    for one in sorted(own, key=lambda message: (message.file, message.line, message.column)):
        part = Path(on_disk(one.file)) if one.file else path
        reason = re.sub(r"\s+", " ", one.text)
        # jing tells no place of what it meets before it reads, as an encoding that there is not.
        place = max(one.line, 1), max(one.column, 1)
        yield faulty_schema(Finding(_shown(part, model, path, root), *place, {"reason": reason}))


def at_part(model: Model, path: Path, unfit: Unfit, root: Path) -> Diagnostic:
    """Tell of a part of a schema that cannot be read, where it is named."""
    shown = _shown(unfit.file, model, path, root)
    return faulty_schema(Finding(shown, unfit.line, unfit.column, {"reason": unfit.reason}))


def _shown(part: Path, model: Model, path: Path, root: Path) -> str:
    """Return how a part of a schema is called: as from the root of the edition, or as it is."""
    if part == path:
        return model.href
    return part.relative_to(root).as_posix() if part.is_relative_to(root) else str(part)
