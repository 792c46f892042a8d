"""From an Edition to published folders: render each text, assemble what spans them, publish."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from pipeline import kept, progress
from pipeline.diagnostics import Diagnostic, Severity
from pipeline.edition import Edition
from pipeline.formats import FORMATS
from pipeline.formats.context import Files, Options, Whole
from pipeline.publish import publish
from pipeline.render import Job, Rendition, behaviours, here, labels, register
from pipeline.saxon import Node
from pipeline.site.surroundings import around_site, around_text
from pipeline.source import TEI
from pipeline.workers import render_all


@dataclass(frozen=True)
class Built:
    """What a build wrote (format -> number of files) and what it had to say."""

    written: dict[str, int]
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True)
class Plan:
    """What to build: `formats` of a faultless edition into `out`, in `workers` processes.

    `cached` recalls renditions of equal texts from earlier builds (see pipeline/kept.py).
    """

    edition: Edition
    formats: tuple[str, ...]
    out: Path
    workers: int = 1
    cached: bool = True
    options: Options = field(default_factory=Options)


def build(plan: Plan) -> Built:
    """Carry out a plan; with any error nothing is published. See pipeline/progress.py."""
    title, about, found = _about(plan.edition)
    for name in plan.formats:
        FORMATS[name].prepare()
    renditions = []
    for rendition in render_all(_jobs(plan, title), plan.workers, plan.cached):
        renditions.append(rendition)
        found += rendition.diagnostics
    if _failed(found):
        return Built({}, tuple(found))
    files = _assembled(plan, title, about, renditions, found)
    if not _failed(found):
        found += publish(files, plan.out)
    if plan.cached:
        kept.tidy()
    written = {} if _failed(found) else {name: len(pages) for name, pages in files.items()}
    return Built(written, tuple(found))


def _failed(found: list[Diagnostic]) -> bool:
    return any(one.severity is Severity.ERROR for one in found)


def _jobs(plan: Plan, title: str) -> tuple[Job, ...]:
    """Give one job a text."""
    edition, formats = plan.edition, plan.formats
    return tuple(
        Job(
            text.id,
            text.path,
            text.xml,
            title,
            formats,
            around_text(edition, title, formats, n),
            plan.options,
            edition.project.settings.print,
            text.data,
        )
        for n, text in enumerate(edition.texts)
    )


def _assembled(
    plan: Plan,
    title: str,
    about: Node | None,
    renditions: list[Rendition],
    found: list[Diagnostic],
) -> dict[str, Files]:
    """Give all files of all formats; what is met in assembling them is added to `found`."""
    edition, formats = plan.edition, plan.formats
    facts = tuple(one.facts for one in renditions)
    registers = tuple(register(one.xml) for one in edition.registers)
    around = around_site(edition, title, formats)
    whole = Whole(
        here(), labels(), title, facts, registers, about, formats, around, edition,
        report=found.append, cached=plan.cached,
    )  # fmt: skip
    files: dict[str, Files] = {}
    for name in (name for name in FORMATS if name in formats):
        progress.at(name)
        files[name] = _files(name, renditions, replace(whole, made=dict(files)))
        progress.done(name)
    return files


def _files(name: str, renditions: list[Rendition], whole: Whole) -> Files:
    """All files of one format: those of each text, then those that span them."""
    files: Files = {}
    for rendition in renditions:
        files |= rendition.files[name]
    way = FORMATS[name]
    return ({} if way.joins else files) | way.assemble(replace(whole, parts=files))


def _about(edition: Edition) -> tuple[str, Node | None, list[Diagnostic]]:
    """Give the edition's title and its own document as behaviours, where it has one."""
    title = edition.project.settings.title
    if edition.about is None:
        return title, None, []
    ruled = behaviours(edition.about.path, edition.about.xml)
    main = edition.about.root.find(f".//{{{TEI}}}titleStmt/{{{TEI}}}title")
    words = "" if main is None else " ".join("".join(map(str, main.itertext())).split())
    return title or words, ruled.tree, list(ruled.diagnostics)
