"""What a format is given: one text, or the whole edition."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from editio.diagnostics import Diagnostic
from editio.edition.beside.own import NOTHING, Own
from editio.edition.edition import Edition
from editio.edition.images.media import Media
from editio.engines.paged.design import PLAIN, Design
from editio.engines.saxon import Engine, Node, strings
from editio.model.facts import NOTHING_KNOWN, Facts
from editio.model.header import Header
from editio.model.registers import Register
from editio.model.store import Store
from editio.model.surroundings import NOWHERE, Surroundings

Files = dict[str, bytes]


@dataclass(frozen=True)
class Options:
    """What a user may ask of a build: plain text without header, in lines of up to `wrap`."""

    bare: bool = False
    wrap: int = 0


USUAL = Options()


@dataclass(frozen=True)
class Text:
    """One text on its way into a format. `report` takes problems met while rendering, `design` is
    how pages of the book are made up, `tei` the file that the text was read from,
    `media` its pictures and the files that it links to, `facts` what is known of it, `own`
    words, stylesheets and citation style of the edition's own.
    """

    id: str
    path: str
    engine: Engine
    behaviours: Node
    labels: Node
    edition_title: str
    report: Callable[[Diagnostic], None]
    surroundings: Surroundings = NOWHERE
    options: Options = USUAL
    design: Design = PLAIN
    tei: bytes = b""
    media: tuple[Media, ...] = ()
    facts: Facts = NOTHING_KNOWN
    own: Own = NOTHING

    def apply(self, stylesheet: str, **parameters: str) -> dict[str, str]:
        """Apply a format's stylesheet to the text: path -> page."""
        known = {"labels": self.labels, "edition": self.edition_title, **parameters}
        return strings(self.engine.run(stylesheet, self.behaviours, stylesheet, known).value)


@runtime_checkable
class Sums(Protocol):
    """Pages of which length and SHA-256 are known."""

    def sum(self, path: str, /) -> str:
        """Return the SHA-256 of a page."""

    def size(self, path: str, /) -> int:
        """Return its length in bytes."""


@dataclass(frozen=True)
class Whole:
    """The edition: the facts of its texts, in reading order, and its registers. Stylesheets take
    `facts_xml`, the `ed:facts` that the facts were read from, and the XML of each register. `about`
    holds the behaviours of the edition's own document, `header` its header, `edition` the documents
    as read, `parts` what the format made of each text, `made` the files of the formats before it
    (in the order of FORMATS). `report` takes problems met while assembling; `store` has results of
    earlier builds, if they may be used.
    """

    engine: Engine
    labels: Node
    title: str
    facts: Sequence[Facts]
    facts_xml: Sequence[str]
    registers: tuple[Register, ...]
    about: Node | None
    header: Header | None
    formats: tuple[str, ...]
    surroundings: Surroundings
    edition: Edition
    parts: Mapping[str, bytes] = field(default_factory=dict)
    made: Mapping[str, Mapping[str, bytes]] = field(default_factory=dict)
    report: Callable[[Diagnostic], None] = lambda _: None
    store: Store | None = None
    # Pages in TEI as behaviours, in XML; their headers; and those that stand before the texts, by
    # name.
    essays: tuple[str, ...] = ()
    headers_of_pages: tuple[Header, ...] = ()
    front: Mapping[str, str] = field(default_factory=dict)

    @property
    def media(self) -> tuple[Media, ...]:
        """The pictures and linked files of all texts, each once; those of pages stand apart."""
        return tuple(one for one in self._files() if not one.of_page)

    @property
    def pages(self) -> tuple[Media, ...]:
        """The pictures of pages."""
        return tuple(one for one in self._files() if one.of_page)

    def _files(self) -> tuple[Media, ...]:
        """Return every picture and file once, by its name."""
        about = self.edition.about
        every = (*self.edition.texts, *([about] if about else []), *self.edition.pages)
        files = [one for text in every for one in text.media]
        # Of two with one name the later is kept: a picture of a page that a text shows, too, is the
        # text's.
        pages_first = sorted(files, key=lambda one: not one.of_page)
        return tuple({one.name: one for one in pages_first}.values())
