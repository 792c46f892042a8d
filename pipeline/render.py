"""One text to its rendition: files in every format asked for, and the facts about it.

A pure function of the job, so that it can run in any process and be kept by content.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from pipeline.diagnostics import Diagnostic, diagnostic
from pipeline.formats import FORMATS
from pipeline.formats.context import USUAL, Files, Options, Text
from pipeline.project import LABELS, XSLT
from pipeline.saxon import Engine, Message, Node, TransformError, engine
from pipeline.typesetting.design import PLAIN, Design

STYLESHEETS = (
    "prepare",
    "rules",
    "facts",
    "registers",
    *(name for one in FORMATS.values() for name in one.stylesheets),
)


@dataclass(frozen=True)
class Job:
    """What rendering one text needs, in values that travel between processes."""

    id: str
    path: str
    xml: str
    edition: str
    formats: tuple[str, ...]
    surroundings: str = ""
    options: Options = USUAL
    design: Design = PLAIN
    tei: bytes = b""


@dataclass(frozen=True)
class Rendition:
    """What came of a job: format -> path -> bytes, `ed:facts` as XML text, problems."""

    id: str
    files: dict[str, Files]
    facts: str
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True)
class Behaviours:
    """A text as the tree that formats read, with what the rules had to say."""

    tree: Node
    diagnostics: tuple[Diagnostic, ...]


def here() -> Engine:
    """Give this process's engine with every stylesheet of the house."""
    return engine(XSLT, STYLESHEETS)


@cache
def labels() -> Node:
    """Give the words that the edition adds."""
    return here().parse(LABELS.read_text("utf-8"))


def behaviours(path: str, xml: str) -> Behaviours:
    """Prepare a text and apply the rules to it. Raises TransformError for a fault of ours."""
    prepared = here().run("prepare", here().parse(xml), "prepare")
    ruled = here().run("rules", prepared.value.head, "rules")
    return Behaviours(ruled.value.head, tuple(_folded(path, ruled.messages)))


def register(xml: str) -> str:
    """Turn a register into its `ed:register`, as XML text."""
    return str(here().run("registers", here().parse(xml), "registers").value.head)


def render(job: Job) -> Rendition:
    """Render one text. Problems are told in the rendition, also a failing stylesheet."""
    found: list[Diagnostic] = []
    try:
        ruled = behaviours(job.path, job.xml)
        found += ruled.diagnostics
        text = Text(
            job.id, job.path, here(), ruled.tree, labels(), job.edition, found.append,
            job.surroundings, job.options, job.design, job.tei,
        )  # fmt: skip
        files = {name: FORMATS[name].render(text) for name in job.formats}
        facts = str(here().run("facts", ruled.tree, "facts", {"labels": text.labels}).value.head)
    except TransformError as error:
        found.append(diagnostic("T002", job.path, reason=str(error)))
        return Rendition(job.id, {}, "", tuple(found))
    return Rendition(job.id, files, facts, tuple(found))


def _folded(path: str, messages: Iterable[Message]) -> Iterable[Diagnostic]:
    """Tell each code and subject once, at its first place, with how often it occurs."""
    first: dict[tuple[str, str], Message] = {}
    count: dict[tuple[str, str], int] = {}
    for message in messages:
        key = message.code, message.subject
        first.setdefault(key, message)
        count[key] = count.get(key, 0) + 1
    for key, message in first.items():
        times = f" ({count[key]} times)" if count[key] > 1 else ""
        yield diagnostic(
            message.code, path, message.line, message.column, subject=message.subject, times=times
        )
