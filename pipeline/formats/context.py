"""What a format is given: one text, or the whole edition."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from pipeline.diagnostics import Diagnostic
from pipeline.edition import Edition
from pipeline.saxon import Engine, Node, strings
from pipeline.typesetting.design import PLAIN, Design

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
    how pages of the book are made up, `tei` the file that the text was read from.
    """

    id: str
    path: str
    engine: Engine
    behaviours: Node
    labels: Node
    edition: str
    report: Callable[[Diagnostic], None]
    surroundings: str = ""
    options: Options = USUAL
    design: Design = PLAIN
    tei: bytes = b""

    def apply(self, stylesheet: str, **parameters: str) -> dict[str, str]:
        """Apply a format's stylesheet to the text: path -> page."""
        known = {"labels": self.labels, "edition": self.edition, **parameters}
        return strings(self.engine.run(stylesheet, self.behaviours, stylesheet, known).value)


@dataclass(frozen=True)
class Whole:
    """The edition as facts, as XML text: one `ed:facts` a text, in reading order, and one
    `ed:register` a register. `about` holds the behaviours of the edition's own document, `source`
    the documents as read, `parts` what the format made of each text, `made` the files of the
    formats before it (in the order of FORMATS). `report` takes problems met while assembling;
    `cached` results of earlier builds may be recalled.
    """

    engine: Engine
    labels: Node
    edition: str
    facts: tuple[str, ...]
    registers: tuple[str, ...]
    about: Node | None
    formats: tuple[str, ...]
    surroundings: str
    source: Edition
    parts: Mapping[str, bytes] = field(default_factory=dict)
    made: Mapping[str, Mapping[str, bytes]] = field(default_factory=dict)
    report: Callable[[Diagnostic], None] = lambda _: None
    cached: bool = False
