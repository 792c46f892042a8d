"""From an Edition to published folders: render each text, assemble what spans them, publish."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from editio.diagnostics import Diagnostic, Severity, diagnostic, faults, progress
from editio.edition.beside.dressed import is_dressed
from editio.edition.beside.essays import encoded
from editio.edition.beside.own import Own
from editio.edition.edition import Edition
from editio.edition.names import is_safe
from editio.edition.project import within
from editio.edition.reading.source import Document
from editio.edition.texts.headings import told_apart
from editio.edition.texts.languages import of_edition
from editio.engines.saxon import Node
from editio.formats import FORMATS, described, rights
from editio.formats.complaints import unprinted
from editio.formats.rights import Stated, Term
from editio.formats.site.surroundings import around_site, letters, neighbourhood
from editio.model.context import Options, Whole
from editio.model.facts import facts_of_all
from editio.model.header import header_of
from editio.model.lazy import Lazy
from editio.model.registers import Register, register_from
from editio.model.surroundings import Surroundings
from editio.render import cache
from editio.render.cluster import Cluster
from editio.render.job import Job, behaviours, digested, here, labels, register
from editio.render.made import Made, facts_of
from editio.render.publish import misplaced, publish
from editio.render.shelf import Leaves, Piece, Shelf, shelf
from editio.render.workers import Force, render_all


@dataclass(frozen=True)
class Built:
    """What a build wrote (format -> number of files) and what it had to say.

    `words` are in the texts, `kept` of them in every format (render/conservation.py). `stated` is
    what the edition says of itself and of rights.
    """

    written: dict[str, int]
    diagnostics: tuple[Diagnostic, ...]
    words: int = 0
    kept: int = 0
    stated: Stated = field(default_factory=Stated)

    @property
    def terms(self) -> tuple[Term, ...]:
        """The licences that all texts state alike."""
        return self.stated.terms


@dataclass(frozen=True)
class Plan:
    """What to build: `formats` of a faultless edition into `out`, in `workers` processes.

    `cached` recalls renditions of equal texts from earlier builds (see render/cache.py). `judged`
    weighs what is found as the edition wants it: what is an error then holds back everything.
    `cluster` renders the texts, where there is one.
    """

    edition: Edition
    formats: tuple[str, ...]
    out: Path
    workers: int = 1
    cached: bool = True
    options: Options = field(default_factory=Options)
    judged: Callable[[list[Diagnostic]], Iterable[Diagnostic]] = tuple
    cluster: Cluster | None = None

    def failed(self, found: list[Diagnostic]) -> bool:
        """Return whether there is an error, so that nothing may be published."""
        return any(one.severity is Severity.ERROR for one in self.judged(found))


def build(plan: Plan) -> Built:
    """Carry out a plan; with any error nothing is published. See diagnostics/progress.py.

    Where all that is wrong is that no face has a character, everything but the PDF is.
    """
    built, rest = _built(plan), tuple(name for name in plan.formats if name != "pdf")
    unset = [one for one in built.diagnostics if one.code == "O005"]
    others = [one for one in built.diagnostics if one.code != "O005"]
    if not rest or not plan.failed(unset) or plan.failed(others):
        return built
    again = _built(replace(plan, formats=rest))
    return replace(again, diagnostics=(*unprinted(unset), *again.diagnostics))


def _built(plan: Plan) -> Built:
    found = misplaced(plan.out, plan.edition.project)
    if found:
        return Built({}, tuple(found))
    files: dict[str, Leaves] = {}
    renditions: list[Made] = []
    stated = Stated()
    with faults.telling(found.append, _name(plan.edition), "building the edition"):
        with shelf(plan.cached) as place:
            whole = _made(plan, place, found, renditions)
            files = _assembled(whole, renditions) if whole else {}
            stated = rights.stated(whole) if whole else stated
            if not plan.failed(found):
                found += publish(files, plan.out)
        if plan.cached:
            cache.tidy()
    found = faults.folded(found)
    written = {} if plan.failed(found) else {name: len(pages) for name, pages in files.items()}
    words, kept = sum(one.words for one in renditions), sum(one.kept for one in renditions)
    return Built(written, tuple(found), words, kept, stated)


def _made(
    plan: Plan, place: Shelf, found: list[Diagnostic], renditions: list[Made]
) -> Whole | None:
    """Render all texts, and gather what formats are put together from; nothing after an error.
    What is met on the way is added to `found` and `renditions`.
    """
    title, about, problems = _about(plan.edition)
    found += problems
    for name in plan.formats:
        with faults.telling(found.append, _name(plan.edition), f"preparing {name}"):
            FORMATS[name].prepare()
    told: set[str] = set()
    dressed = plan.edition.project.dressed
    force = Force(plan.workers, plan.edition.project.settings.time_limit)
    for rendition in render_all(jobs_of(plan, title), force, place, plan.cluster):
        renditions.append(rendition)
        said = (one for one in rendition.diagnostics if not is_dressed(one, dressed))
        found += [one for one in said if _is_new(one, told)]
    return None if plan.failed(found) else _whole(plan, title, about, renditions, found)


def _is_new(one: Diagnostic, told: set[str]) -> bool:
    """Whether this is to be told: what texts have in common (T006) is told at the first alone."""
    if one.code != "T006":
        return True
    if one.subject in told:
        return False
    told.add(one.subject)
    return True


def _name(edition: Edition) -> str:
    """Name the file to which belongs what is said of the whole edition."""
    one = edition.about or (edition.texts[0] if len(edition.texts) == 1 else None)
    return one.path if one else "."


def jobs_of(plan: Plan, title: str) -> Sequence[Job]:
    """Return one job a text, as `build` carries them out."""
    near, beside = neighbourhood(plan.edition, title, plan.formats), letters(plan.edition)
    around = tuple(near.around(n, others) for n, others in enumerate(beside))
    return Lazy(len(around), lambda n: _job(plan, title, n, around[n]))


def _job(plan: Plan, title: str, at: int, around: Surroundings) -> Job:
    """Return what rendering the text of this rank needs."""
    project, text = plan.edition.project, plan.edition.texts[at]
    return Job(
        id=text.id,
        path=text.path,
        xml=text.xml,
        edition_title=title,
        formats=plan.formats,
        surroundings=around,
        options=plan.options,
        design=project.settings.print,
        tei=text.data,
        media=tuple(one for one in text.media if not one.of_page),
        own=project.own.rendering,
    )


def _whole(
    plan: Plan,
    title: str,
    about: Node | None,
    renditions: list[Made],
    found: list[Diagnostic],
) -> Whole:
    """Return what formats are given of a whole edition; what is met then is added to `found`."""
    edition, formats = plan.edition, plan.formats
    facts_xml = facts_of(renditions, told_apart(edition.texts))
    facts = facts_of_all(facts_xml)
    own = edition.project.own.rendering
    registers = tuple(_register(one, own, plan.cached) for one in edition.registers)
    language = of_edition(
        edition.project.settings.site.language, _tongue(about), (one.lang for one in facts)
    )
    essays = tuple(_page(one.path, one.xml, own, found) for one in edition.pages)
    return Whole(
        engine=here(own),
        labels=labels(own),
        title=title,
        facts=facts,
        facts_xml=facts_xml,
        registers=registers,
        about=about,
        header=header_of(str(about)) if about else None,
        formats=formats,
        surroundings=around_site(edition, title, formats, language),
        edition=edition,
        report=found.append,
        store=cache if plan.cached else None,
        essays=essays,
        headers_of_pages=tuple(header_of(one) for one in essays),
        front=_front(edition, essays, language),
    )


def _assembled(whole: Whole, renditions: list[Made]) -> dict[str, Leaves]:
    """Return all files of all formats."""
    files: dict[str, Leaves] = {}
    for name in (name for name in FORMATS if name in whole.formats):
        progress.at(name)
        with faults.telling(whole.report, _name(whole.edition), f"putting {name} together"):
            files[name] = _files(name, renditions, replace(whole, made=dict(files)))
        progress.done(name)
    return files


def _register(one: Document, own: Own, cached: bool) -> Register:
    question = "register", digested(Job(one.id, one.path, one.xml, "", (), own=own), frozenset())
    with faults.on(one.path, "reading the register"):
        if not cached or (made := cache.recall(question, str)) is None:
            made = register(one.xml, own)
            if cached:
                cache.keep(question, made)
        return register_from(made)


def _front(edition: Edition, essays: Sequence[str], language: str) -> dict[str, str]:
    """Return the pages that stand before the texts as behaviours, in the order of the settings."""
    own = edition.project.own
    named = {one.id: page for one, page in zip(edition.pages, essays, strict=True)}
    for one in own.pages:
        if one.name in edition.project.settings.front:
            named[one.name] = _page(one.file, encoded(one, language), own.rendering, [])
    return {name: named[name] for name in edition.project.settings.front if name in named}


def _page(path: str, xml: str, own: Own, found: list[Diagnostic]) -> str:
    """Return a page in TEI as behaviours, in XML."""
    with faults.on(path, "applying the rules"):
        ruled = behaviours(path, xml, own)
        found += ruled.diagnostics
        return here(own).serialize(ruled.tree)


def _tongue(about: Node | None) -> str:
    """Return the language of the edition's own document."""
    return "" if about is None else str(about.children[0].get_attribute_value("lang") or "")


def _files(name: str, renditions: list[Made], whole: Whole) -> Leaves:
    """All files of one format: those of each text, then those that span them."""
    files: dict[str, Piece | bytes] = {}
    for rendition in renditions:
        _join(name, files, rendition.pages[name], whole)
    spanning = FORMATS[name].assemble(replace(whole, parts=Leaves(files)))
    files = {} if described(name).joins else files
    _join(name, files, spanning, whole)
    return Leaves(files)


def _join(
    name: str, files: dict[str, Piece | bytes], more: Mapping[str, Piece | bytes], whole: Whole
) -> None:
    """Join files of one format; none may take the place of another, or lie outside the folder."""
    for path in more:
        if path in files or not is_safe(path):
            whole.report(diagnostic("O022" if path in files else "O023", within(name, path)))
    files |= more


def _about(edition: Edition) -> tuple[str, Node | None, list[Diagnostic]]:
    """Return the edition's title and its own document as behaviours, where it has one."""
    if edition.about is None:
        return edition.called, None, []
    with faults.on(edition.about.path, "applying the rules"):
        ruled = behaviours(edition.about.path, edition.about.xml, edition.project.own.rendering)
    return edition.called, ruled.tree, list(ruled.diagnostics)
