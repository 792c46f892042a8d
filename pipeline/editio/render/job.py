"""One text to its rendition: files in every format asked for, and the facts about it.

A pure function of the job, so that it can run in any process and be kept by content.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cache
from typing import Any

from editio.diagnostics import Diagnostic, diagnostic, faults, progress
from editio.diagnostics.codes.conservation import SUSPECTED
from editio.diagnostics.repeats import once, times
from editio.edition.beside.made import judge
from editio.edition.beside.own import NOTHING, Own
from editio.edition.images.media import Media
from editio.edition.reading.formulas import with_formulas
from editio.edition.texts.titles import XML_LANG
from editio.engines.paged.design import PLAIN, Design
from editio.engines.saxon import Engine, Message, Node, engine
from editio.formats import FORMATS, described
from editio.model.context import USUAL, Files, Options, Text
from editio.model.facts import Facts, facts_from
from editio.model.surroundings import NOWHERE, Surroundings
from editio.render.conservation import Counted, conserved
from editio.resources import LABELS, XSLT
from lxml import etree

STYLESHEETS = (
    "prepare",
    "rules",
    "apparatus",
    "facts",
    "registers",
    *dict.fromkeys(name for one in FORMATS.values() for name in one.stylesheets),
)


@dataclass(frozen=True)
class Job:
    """What rendering one text needs, in values that travel between processes."""

    id: str
    path: str
    xml: str
    edition_title: str
    formats: tuple[str, ...]
    surroundings: Surroundings = NOWHERE
    options: Options = USUAL
    design: Design = PLAIN
    tei: bytes = b""
    media: tuple[Media, ...] = ()
    own: Own = NOTHING


@dataclass(frozen=True)
class Rendition:
    """What came of a job: format -> path -> bytes, `ed:facts` as XML text, problems."""

    id: str
    files: dict[str, Files]
    facts: str
    diagnostics: tuple[Diagnostic, ...]
    words: int = 0
    kept: int = 0
    # Of these, what concerns one format, and "" for the text itself: findings, words that are lost.
    told: dict[str, tuple[Diagnostic, ...]] = field(default_factory=dict)
    lost: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Behaviours:
    """A text as the tree that formats read, with what the rules had to say."""

    tree: Node
    diagnostics: tuple[Diagnostic, ...]
    prepared: Node


def here(own: Own = NOTHING) -> Engine:
    """Return this process's engine with every stylesheet of the house, or those in their place."""
    return engine(XSLT, STYLESHEETS, own.stylesheets)


@cache
def labels(own: Own = NOTHING) -> Node:
    """Return the words that the edition adds: one child a language, its own before ours.

    One that has every word that there is in English is marked as `whole`: pages ask for that.
    """
    together = etree.Element("{urn:editio:ns}labels")
    together.extend(etree.fromstring(words) for words in own.labels)
    together.extend(etree.parse(file).getroot() for file in sorted(LABELS.glob("*.xml")))
    keys: dict[str | None, set[str | None]] = defaultdict(set)
    for one in together:
        keys[one.get(XML_LANG)].update(
            label.get("key") for label in one.iterchildren("{urn:editio:ns}label")
        )
    for one in together:
        if keys[one.get(XML_LANG)] >= keys["en"]:
            one.set("whole", "yes")
    return here(own).parse(etree.tostring(together, encoding="unicode"))


def behaviours(path: str, xml: str, own: Own = NOTHING) -> Behaviours:
    """Prepare a text and apply the rules to it. Raises TransformError for a faulty stylesheet."""
    saxon = here(own)
    prepared = saxon.run("prepare", saxon.parse(with_formulas(xml)), "prepare")
    ruled = saxon.run("rules", prepared.value.head, "rules", {"labels": labels(own)})
    judge(saxon, "rules", ruled.value.head, own.stylesheets)
    told = saxon.run("apparatus", ruled.value.head, "apparatus", {"labels": labels(own)})
    judge(saxon, "apparatus", told.value.head, own.stylesheets)
    messages = (*ruled.messages, *told.messages)
    return Behaviours(told.value.head, tuple(_folded(path, messages)), prepared.value.head)


def register(xml: str, own: Own = NOTHING) -> str:
    """Turn a register into its `ed:register`, as XML text."""
    now = here(own)
    return str(now.run("registers", now.parse(xml), "registers").value.head)


def render(job: Job) -> Rendition:
    """Render one text. Problems are told in the rendition, also a failing stylesheet."""
    found: dict[str, list[Diagnostic]] = {name: [] for name in ("", *job.formats)}
    files: dict[str, Files] = {}
    facts, counted = "", Counted()
    with faults.telling(found[""].append, job.path, "applying the rules"):
        progress.at(f"{job.path}: rules")
        now, words = here(job.own), labels(job.own)
        ruled = behaviours(job.path, job.xml, job.own)
        found[""] += ruled.diagnostics
        facts = str(now.run("facts", ruled.tree, "facts", {"labels": words}).value.head)
        known = facts_from(facts)
        for name in job.formats:
            text = _text(
                narrowed(job, described(name).reads), ruled.tree, known, found[name].append
            )
            progress.at(f"{job.path}: {name}")
            with faults.telling(found[name].append, job.path, f"making {name}"):
                files[name] = FORMATS[name].render(text)
        progress.at(f"{job.path}: comparing words")
        counted = conserved(
            job.path, now.serialize(ruled.prepared), now.serialize(ruled.tree), files
        )
    told = {
        name: (*some, *_hinted(counted.told.get(name, ()), job.own)) for name, some in found.items()
    }
    whole = facts and len(files) == len(job.formats)
    return Rendition(
        job.id, files if whole else {}, facts, tuple(one for some in told.values() for one in some),
        counted.words, counted.kept, told, dict(counted.lost),
    )  # fmt: skip


def _hinted(found: Iterable[Diagnostic], own: Own) -> Iterable[Diagnostic]:
    """Say of findings about words that stylesheets of the edition's own may be the cause."""
    names = ", ".join(name for name, _ in own.stylesheets)
    return [replace(one, hint=SUSPECTED.format(own=names)) if names else one for one in found]


def _text(job: Job, tree: Node, facts: Facts, report: Callable[[Diagnostic], None]) -> Text:
    return Text(
        id=job.id,
        path=job.path,
        engine=here(job.own),
        behaviours=tree,
        labels=labels(job.own),
        edition_title=job.edition_title,
        report=report,
        surroundings=job.surroundings,
        options=job.options,
        design=job.design,
        tei=job.tei,
        media=job.media,
        facts=facts,
        own=job.own,
    )


_ALWAYS = frozenset(("id", "path", "xml", "own"))
_EVERY = frozenset(one.name for one in fields(Job)) - {"formats"}


def narrowed(job: Job, reads: frozenset[str] | None) -> Job:
    """Return a job of which these fields alone are filled, beside the text itself; without any
    named, all are.
    """
    reads = _EVERY if reads is None else reads
    unread: dict[str, Any] = {"edition_title": "", "formats": (), "surroundings": NOWHERE,
              "options": USUAL, "design": PLAIN, "tei": b"", "media": ()}  # fmt: skip
    return replace(job, **{name: empty for name, empty in unread.items() if name not in reads})


def digested(job: Job, reads: frozenset[str] | None) -> Mapping[str, object]:
    """Return what tells these fields of a job, and its text, from any others."""
    names = sorted(_EVERY if reads is None else _ALWAYS | reads)
    return {name: _digested(getattr(job, name)) for name in names}


def _digested(value: object) -> object:
    if isinstance(value, str):
        return hashlib.sha256(value.encode("utf-8", "surrogatepass")).hexdigest()
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    if isinstance(value, tuple):
        return [_digested(one) for one in value]
    if isinstance(value, Media | Own | Surroundings):
        return [_digested(getattr(value, one.name)) for one in fields(value)]
    return repr(value)


def _folded(path: str, messages: Iterable[Message]) -> Iterable[Diagnostic]:
    """Tell each code and subject once, at its first place, with how often it occurs."""
    for message, many in once(messages, lambda one: (one.code, one.subject)):
        yield diagnostic(
            message.code,
            message.file or path,
            message.line,
            message.column,
            subject=message.subject,
            times=times(many),
        )
