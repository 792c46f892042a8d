"""What is made of one text, a format at a time: what is kept of it is taken, the rest rendered.

Each format is kept by what it reads of a job (`reads` in formats/__init__.py) and no more, so that
a new title of the neighbour sets no PDF again, and another format renders nothing twice.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from xml.sax.saxutils import quoteattr

from editio.diagnostics import Diagnostic, diagnostic, faults
from editio.formats import described
from editio.model.context import Files
from editio.model.lazy import Lazy
from editio.render.crew import Failure
from editio.render.job import Job, Rendition, digested, render
from editio.render.shelf import Piece, Shelf

_FACTS = "facts.xml"
Place = Piece | bytes


@dataclass(frozen=True)
class Told:
    """What is kept beside pages: findings, the words of the text, those that are not there."""

    diagnostics: tuple[Diagnostic, ...]
    words: int = 0
    lost: tuple[str, ...] = ()


@dataclass(frozen=True)
class Made:
    """What came of a text: format -> path -> where the page lies, its facts, problems."""

    id: str
    pages: Mapping[str, Mapping[str, Place]]
    facts: Place
    diagnostics: tuple[Diagnostic, ...]
    words: int = 0
    kept: int = 0
    pictured: bool = False


@dataclass
class _Gathered:
    pages: dict[str, Mapping[str, Place]] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)
    facts: Place | None = None


def facts_of(texts: Sequence[Made], called: Mapping[str, str]) -> Sequence[str]:
    """Return the facts of texts, in order, each read when it is asked for; of those that lists call
    otherwise than their headers do, with what they are called.
    """

    def read(at: int) -> str:
        place = texts[at].facts
        xml = (place if isinstance(place, bytes) else place.read()).decode()
        if (name := called.get(texts[at].id)) is not None:
            return xml.replace("<ed:facts ", f"<ed:facts called={quoteattr(name)} ", 1)
        return xml

    return Lazy(len(texts), read)


def recalled(job: Job, shelf: Shelf) -> Made | None:
    """Return what is kept of a text, if all of it is."""
    found = _found(job, shelf)
    return _joined(job, found) if not _missing(job, found) else None


def made(job: Job, shelf: Shelf) -> Made:
    """Return what came of a text, on the shelf; a fault of ours is told like one."""
    found = _found(job, shelf)
    wanted = _missing(job, found)
    if wanted:
        rendition = render(replace(job, formats=tuple(wanted - {""})))
        if not rendition.facts or len(rendition.files) < len(wanted - {""}):
            return Made(job.id, {}, b"", rendition.diagnostics)
        _put(job, rendition, wanted, shelf, found)
    return _joined(job, found)


def safely_made(job: Job, shelf: Shelf) -> Made:
    """Return the same, whatever happens."""
    try:
        return made(job, shelf)
    except Exception as error:
        return Made(job.id, {}, b"", (faults.told(error, job.path, "rendering"),))


def lost(job: Job, why: Failure, limit: float) -> Made:
    """Return what there is to say of a text on which a process died, or took too long."""
    told = diagnostic("O004", job.path)
    if why is Failure.ENDLESS:
        own = ", ".join(f"xslt/{name}.xsl" for name, _ in job.own.stylesheets)
        known = "If it never ends, please report it with the text."
        if own:
            known = f"If it never ends, what is of your own may be why ({own}): build without it."
        told = diagnostic("O025", job.path, seconds=f"{limit:g}", advice=known)
    return Made(job.id, {}, b"", (told,))


def placed(job: Job, rendition: Rendition, shelf: Shelf) -> Made:
    """Return a rendition that was made elsewhere, on the shelf."""
    if not rendition.facts or len(rendition.files) < len(job.formats):
        return Made(job.id, {}, b"", rendition.diagnostics)
    found = _Gathered()
    _put(job, rendition, {"", *job.formats}, shelf, found)
    return _joined(job, found)


def _found(job: Job, shelf: Shelf) -> _Gathered:
    found = _Gathered()
    for name in ("", *job.formats):
        if name and described(name).reads == frozenset():
            found.pages[name] = {}
        elif (kept := shelf.find(_question(job, name), Told)) is not None:
            _add(found, name, *kept)
    return found


def _missing(job: Job, found: _Gathered) -> set[str]:
    """Return the formats that are to be rendered; "" stands for the facts."""
    missing = {name for name in job.formats if name not in found.pages}
    return missing if found.facts is not None else {"", *missing}


def _question(job: Job, name: str) -> object:
    """Return all that decides what comes of a text in one format: the cache tells it apart."""
    return "text", name, digested(job, described(name).reads if name else frozenset())


def _put(
    job: Job, rendition: Rendition, wanted: Iterable[str], shelf: Shelf, found: _Gathered
) -> None:
    for name in sorted(wanted):
        told = Told(
            rendition.told.get(name, ()),
            0 if name else rendition.words,
            rendition.lost.get(name, ()),
        )
        pages: Files = rendition.files[name] if name else {_FACTS: rendition.facts.encode()}
        if name and described(name).reads == frozenset():
            found.pages[name] = {}
            continue
        try:
            places: Mapping[str, Place] = shelf.put(_question(job, name), told, pages)
        except OSError:  # no room: what is made is kept in memory
            places = pages
        _add(found, name, told, places)


def _add(found: _Gathered, name: str, told: Told, places: Mapping[str, Place]) -> None:
    found.told.append(told)
    if name:
        found.pages[name] = places
    else:
        found.facts = places[_FACTS]


def _joined(job: Job, found: _Gathered) -> Made:
    words = max((one.words for one in found.told), default=0)
    lost = {one for told in found.told for one in told.lost}
    said = dict.fromkeys(one for told in found.told for one in told.diagnostics)
    pages = {name: found.pages[name] for name in job.formats}
    facts = found.facts or b""
    return Made(
        job.id, pages, facts, tuple(said), words, max(words - len(lost), 0), bool(job.media)
    )
