"""The encoding contract to what others read: an ODD to RELAX NG, Schematron and a manual.

The work is done by xslt/schema/: first the ODD is made complete with what it takes from the TEI or
from another ODD, then the rest is made from that. What cannot be compiled is refused with its
place.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from editio.diagnostics import in_words
from editio.edition.reading.source import Document, read
from editio.engines.saxon import Engine, Message, engine, strings
from editio.formats.schema.sources import sources
from editio.resources import XSLT

CHAIN = "schema/chain"
SCHEMAS = {"schema/rng": "rng", "schema/sch": "sch", CHAIN: "written"}
MANUAL = {"schema/manual": "manual"}
COMPLETE = "edition.compiled.odd"
COMMITTED = ("edition.rng", "edition.sch", COMPLETE)


class OddError(Exception):
    """The ODD cannot be compiled; `problems` says why, each with file, line and column."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True)
class Compiled:
    """What an ODD is compiled to.

    `pages`: path -> text, the two schemas and the complete ODD. `complete`: the ODD with
    all that it takes from elsewhere. `remarks`: what is worth knowing, each with its place.
    """

    pages: dict[str, str]
    complete: str
    remarks: tuple[str, ...]
    chained: bool


def compile_odd(odd: Path, tei: Path | None = None) -> dict[str, str]:
    """Compile an ODD to path -> text: edition.rng, edition.sch, and the manual, whose
    pages are HTML articles without the frame of the site.

    `tei`: the TEI's own definitions (p5subset.xml), for an ODD that takes anything from them.
    Raises OddError when the file is not well-formed or uses what the compiler does not know.
    """
    here, made = _engine(), compiled(odd, tei)
    return made.pages | _pages(here, here.parse(made.complete), odd.name, MANUAL)


def compiled(odd: Path, tei: Path | None = None, behind: tuple[Path, ...] = ()) -> Compiled:
    """Compile an ODD to its schemas.

    `tei` as in `compile_odd`; `behind` are the ODDs that take things from this one.
    """
    document = read(odd, odd.name)
    if not isinstance(document, Document):
        raise OddError(tuple(in_words(one) for one in document))
    if odd.resolve() in behind:
        raise OddError((f"{odd.name}:1:1: this ODD is its own source, by way of others",))
    here = _engine()
    chain = (*behind, odd.resolve())
    found = sources(document, odd, tei, lambda file: compiled(file, tei, chain).complete)
    if found.problems:
        raise OddError(found.problems)
    complete, remarks = _chained(here, document, found.trees)
    pages = _pages(here, complete, document.path, SCHEMAS)
    told = (*found.remarks, *remarks)
    return Compiled(pages, here.serialize(complete), told, bool(found.trees))


def _chained(here: Engine, document: Document, trees: tuple[str, ...]) -> tuple[Any, list[str]]:
    nodes = here.sequence(*map(here.parse, trees))
    outcome = here.run(CHAIN, here.parse(document.xml), "chain", {"sources": nodes})
    problems = tuple(_told(document.path, outcome.messages, "ODD"))
    if problems:
        raise OddError(tuple(dict.fromkeys(problems)))
    remarks = dict.fromkeys(_told(document.path, outcome.messages, "remark"))
    return here.parse(here.serialize(outcome.value.head)), list(remarks)


def _engine() -> Engine:
    return engine(XSLT, (*SCHEMAS, *MANUAL))


def _pages(here: Engine, complete: Any, path: str, made_by: dict[str, str]) -> dict[str, str]:
    pages: dict[str, str] = {}
    problems: dict[str, None] = {}
    for name, mode in made_by.items():
        outcome = here.run(name, complete, mode)
        problems |= dict.fromkeys(_told(path, outcome.messages, "ODD"))
        pages |= strings(outcome.value)
    if problems:
        raise OddError(tuple(problems))
    return pages


def _told(path: str, messages: tuple[Message, ...], code: str) -> Iterator[str]:
    for one in messages:
        if one.code == code:
            yield f"{path}:{one.line}:{one.column}: {one.subject}"
