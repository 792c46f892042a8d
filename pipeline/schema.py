"""The encoding contract to what others read: an ODD to RELAX NG, Schematron and a manual.

The work is done by xslt/schema/. Only self-contained ODDs are compiled; what they may use is said
there, and anything else is refused with its place.
"""

from collections.abc import Iterator
from pathlib import Path

from pipeline.diagnostics import in_words
from pipeline.project import XSLT
from pipeline.saxon import Message, engine, strings
from pipeline.source import Document, read

STYLESHEETS = {"schema/rng": "rng", "schema/sch": "sch", "schema/manual": "manual"}
COMMITTED = ("edition.rng", "edition.sch")


class OddError(Exception):
    """The ODD cannot be compiled; `problems` says why, each with file, line and column."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def compile_odd(odd: Path) -> dict[str, str]:
    """Compile an ODD to path -> text: edition.rng, edition.sch, and the manual, whose
    pages are HTML articles without the frame of the site.

    Raises OddError when the file is not well-formed or uses what the compiler does not know.
    """
    document = read(odd, odd.name)
    if not isinstance(document, Document):
        raise OddError(tuple(in_words(one) for one in document))
    return _compiled(document)


def write_schema(odd: Path) -> list[Path]:
    """Write edition.rng and edition.sch beside the ODD, and give those that have changed."""
    compiled = compile_odd(odd)
    stale = [odd.with_name(name) for name in COMMITTED if _differs(odd.with_name(name), compiled)]
    for path in stale:
        path.write_text(compiled[path.name], "utf-8", newline="\n")
    return stale


def _differs(path: Path, compiled: dict[str, str]) -> bool:
    return not path.exists() or path.read_bytes() != compiled[path.name].encode()


def _compiled(document: Document) -> dict[str, str]:
    here = engine(XSLT, tuple(STYLESHEETS))
    odd = here.parse(document.xml)
    pages: dict[str, str] = {}
    problems: dict[str, None] = {}
    for name, mode in STYLESHEETS.items():
        outcome = here.run(name, odd, mode)
        problems |= dict.fromkeys(_told(document.path, outcome.messages))
        pages |= strings(outcome.value)
    if problems:
        raise OddError(tuple(problems))
    return pages


def _told(path: str, messages: tuple[Message, ...]) -> Iterator[str]:
    for one in messages:
        yield f"{path}:{one.line}:{one.column}: {one.subject}"
