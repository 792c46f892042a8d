"""What rules and schemas said of a file, kept by content: where all is as it was, it is not asked
again.

A question names everything that the answer depends on: the file and what it includes, the rules,
the schema with all its parts. Where that cannot be known for sure, nothing is kept.
"""

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from editio.checks.schema.parts import local_part, parts
from editio.diagnostics import Diagnostic
from editio.edition.reading import source
from editio.edition.reading.source import Document
from editio.model.store import Store

# What makes the answer of a rule depend on more than the file: other files, the time.
_READING = re.compile(
    r"\b(doc|document|collection|uri-collection|doc-available|unparsed-text(-lines|-available)?|"
    r"json-doc|transform|load-xquery-module|environment-variable|available-environment-variables|"
    r"current-(date|time|dateTime)|random-number-generator|implicit-timezone|static-base-uri)\s*\("
)
# Findings that may be others next time: of rules that fail, or do not end in time.
_PASSING = frozenset({"R003", "R005", "T002"})
_INCLUDING = re.compile(r"\b(include|external)\b")


@dataclass(frozen=True)
class Findings:
    """What was found in a file."""

    diagnostics: tuple[Diagnostic, ...]


def of_document(document: Document) -> str:
    """Return what tells the content of a document from any other, its places included."""
    return of_bytes(document.path, document.digest, tuple(document.included))


def of_bytes(path: str, digest: str, included: tuple[str, ...] = ()) -> str:
    """Return the same of what is not read yet: the SHA-256 of a file, and what it includes."""
    return repr((path, digest, included))


@lru_cache(maxsize=64)
def depends_on_more(rules: str) -> bool:
    """Whether the answer of these rules depends on more than the file that they are run on."""
    return bool(_READING.search(rules))


def are_passing(found: Iterable[Diagnostic]) -> bool:
    """Whether findings may be others next time."""
    return any(one.code in _PASSING for one in found)


def found(
    store: Store | None, question: object, ask: Callable[[], Iterable[Diagnostic]]
) -> tuple[Diagnostic, ...]:
    """Return the answer to a question, from the store if it is there."""
    known = store.recall(question, Findings) if store else None
    if known is None:
        known = Findings(tuple(ask()))
        if store and not are_passing(known.diagnostics):
            store.keep(question, known)
    return known.diagnostics


def of_schema(schema: Path, seen: frozenset[Path] = frozenset()) -> str:
    """Return what tells a schema and all its parts from any other; nothing if one is not known."""
    if schema in seen:
        return "again"
    words = source.words(schema) if source.exists(schema) else ""
    named = parts(schema)
    is_compact = schema.suffix.lower() == ".rnc"
    if not words or "<!DOCTYPE" in words or len(seen) > 50:
        return ""
    if is_compact and len(_INCLUDING.findall(words)) != len(named):
        return ""
    inner = [
        of_schema((schema.parent / local_part(one)).resolve(), seen | {schema}) for one in named
    ]
    own = hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()
    return "" if "" in inner else repr((schema.suffix, own, named, inner))
