"""The measures of the book, as edition.toml may ask for them, and as CSS custom properties.

Lengths of the page are in millimetres, those of the type in points. What the page looks like
is in xslt/assets/print.css, which reads the properties.
"""

from dataclasses import dataclass
from typing import Any

from editio.engines.paged import forms
from editio.engines.paged.faces import Face
from editio.engines.paged.packaged import FIRST, installed

_POINTS = 72 / 25.4
# Between text and what stands in a margin, between that and the edge of the paper; a narrower
# column than the least is none. Millimetres.
GAP, EDGE, LEAST = 3.0, 3.5, 9.0
# Notes of a hand, or of a series that has a name.
_NOTES = '.footnote[class~="{0}"], .footnote[data-series="{0}"]'


@dataclass(frozen=True)
class Design:
    """How the book is made up; every default makes a good book."""

    # Trimmed page: width, height.
    size: tuple[float, ...] = (148, 210)
    # Top, outer, bottom, inner. The bottom grows to a full number of lines.
    margins: tuple[float, ...] = (20, 19, 20, 17)
    type_size: float = 10.5
    leading: float = 14
    # A numeral in the margin at every line of this number; 0: none; unset: where entries of an
    # apparatus have no other key (composition.py).
    line_numbers: int | None = None
    # Not of the settings: in the texts alone whose apparatus has no other keys.
    numbers_where_asked: bool = False
    # The lines of a paragraph chosen together: better spaces, fewer hyphens, slower.
    fit: bool = True
    # By what entries of an apparatus are found: unset, as lines and chapters are numbered.
    apparatus_key: str = ""
    # How an entry names several lines: as 12–14, or "sq": 12 sq., 12 sqq.
    apparatus_range: str = ""
    # Whether entries run on in a paragraph, each has a line of its own, or they stand in columns:
    # all, or each layer by its name ("": the others).
    apparatus_form: forms.Forms = "paragraph"
    # The same for notes: by whose they are, note or editorial.
    notes_form: forms.Forms = "lines"
    # Where notes stand: at the foot, behind the text or each of its parts; unset: as in the TEI.
    notes: str = ""
    # A translation on facing pages, in columns, or after its text; unset: as the TEI has it.
    parallel: str = ""
    # Texts and the texts that translate them, by name.
    pairs: tuple[tuple[str, str], ...] = ()
    # One volume of the whole edition, beside the texts one by one.
    volume: bool = True
    # The files for the press, beside those for reading.
    press: bool = False
    # Whether the words of its pages are compared with those of the text (--verify).
    verify: bool = False
    bleed: float = 3
    marks: bool = False
    # The edition's own faces, asked for what EB Garamond lacks before those that editio has.
    faces: tuple[Face, ...] = ()

    @property
    def lines(self) -> int:
        """How many lines of text a page holds."""
        height = (self.size[1] - self.margins[0] - self.margins[2]) * _POINTS
        return int(height / self.leading + 1e-6)

    @property
    def measure(self) -> float:
        """How wide a line is, in millimetres."""
        return self.size[0] - self.margins[1] - self.margins[3]

    def beside(self, side: str) -> float:
        """How wide a note in the outer or inner margin is, in millimetres: 0, there is no room."""
        room = self.margins[1 if side == "outer" else 3] - GAP - EDGE
        return room if room >= LEAST else 0

    def css(self) -> str:
        """Return the custom properties that the style sheet reads."""
        bottom = self.size[1] - self.margins[0] - self.lines * self.leading / _POINTS
        values = {
            "page-width": f"{self.size[0]:g}mm",
            "page-height": f"{self.size[1]:g}mm",
            "top": f"{self.margins[0]:g}mm",
            "outer": f"{self.margins[1]:g}mm",
            "bottom": f"{bottom - 0.05:.4f}mm",
            "inner": f"{self.margins[3]:g}mm",
            "type-size": f"{self.type_size:g}pt",
            "leading": f"{self.leading:g}pt",
            "beside": f"{max(self.beside('outer'), LEAST):g}mm",
            "beside-least": f"{max(min(map(self.beside, ('outer', 'inner'))), LEAST):g}mm",
            "shrink": "-0.05em" if self.fit else "0em",
            "faces": self._families(),
        }
        sheet = f":root {{ {' '.join(f'--{name}: {value};' for name, value in values.items())} }}"
        languages = [one.language for one in installed() if one.language]
        dress = [
            *forms.rules(self.apparatus_form, '.variant[data-layer="{}"]', ".footnote.variant"),
            *forms.rules(self.notes_form, _NOTES, ".footnote.note, .footnote.editorial"),
        ]
        return "\n".join([sheet, *dress, *map(self._language_css, languages)])

    def _language_css(self, language: str) -> str:
        """A passage in a language has Chinese characters as that language draws them."""
        return f":lang({language}) {{ font-family: {self._families(language)}; }}"

    def _families(self, language: str = "") -> str:
        """The families in the order in which they are asked for a character."""
        others = sorted(
            installed(), key=lambda one: 0 if not one.language else 2 - (one.language == language)
        )
        own = [one.family for one in self.faces]
        names = [FIRST.family, *own, *(one.family for one in others)]
        return ", ".join(f'"{forms.escaped(name)}"' for name in dict.fromkeys(names))

    def press_css(self) -> str:
        """Return what the press wants beside: bleed, marks, and black that is black ink alone."""
        marks = "crop cross" if self.marks else "none"
        black = "device-cmyk(0 0 0 1)"
        return (
            f"@page {{ bleed: {self.bleed:g}mm; marks: {marks}; color: {black}; "
            f"@footnote {{ border-color: {black}; }} }} html {{ color: {black}; }}"
        )


PLAIN = Design()


def design(table: dict[str, Any]) -> Design:
    """Make the Design of settings that are known to fit."""
    given: dict[str, Any] = {
        name.replace("-", "_"): _frozen(value) for name, value in table.items()
    }
    return Design(**given)


def _frozen(value: Any) -> Any:
    """Return a value of TOML that cannot change; 5.0 is 5."""
    if isinstance(value, dict):
        return tuple(sorted(value.items()))
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return tuple(value) if isinstance(value, list) else value


def too_narrow(made: Design) -> bool:
    """Whether the margins leave no room for text: 40 mm and eight lines at least."""
    return made.measure < 40 or made.lines < 8
