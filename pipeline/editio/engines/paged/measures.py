"""How wide words are, and where they may be divided: each word of a face measured once a document.

Widths are CSS pixels, places in a text are counted in bytes (UTF-8), as the engine counts them.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pyphen
from weasyprint.text.line_break import create_layout, line_size

# How far a sign at the edge of a line stands out into the margin, as a share of its width: the
# edge looks straight where the black of the letters is, not where their boxes are.
_RIGHT = {
    **dict.fromkeys(".,", 0.6), **dict.fromkeys("-\u2010", 0.5), **dict.fromkeys(";:", 0.3),
    **dict.fromkeys("'\"’”»›", 0.45), **dict.fromkeys("!?)]", 0.12), **dict.fromkeys("–—", 0.22),
}  # fmt: skip
_LEFT = {
    **dict.fromkeys("'\"‘“«‹", 0.45), **dict.fromkeys("([", 0.12), **dict.fromkeys("–—", 0.22),
}  # fmt: skip
_HYPHEN = "\u2010"
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_FACE = ("font_family", "font_style", "font_weight", "font_variant_caps", "font_variant_position",
         "font_variant_numeric", "font_variant_ligatures", "letter_spacing", "lang", "font_size",
         "word_spacing")  # fmt: skip
_DIVIDED = ("hyphens", "hyphenate_limit_chars")


class Place(NamedTuple):
    """A place to break within a piece: bytes and spaces before it, the width of what is before it
    and where the next line begins, the width of its hyphen, how far the last sign stands out.
    """

    bytes: int
    spaces: int
    end: float
    resume: float
    hyphen: float
    over: float


class Piece(NamedTuple):
    """A word, or several that are joined: how wide, its bytes and spaces, how far its first and
    last sign stand out, and where it may be divided.
    """

    width: float
    bytes: int
    spaces: int
    under: float
    over: float
    places: tuple[Place, ...]


class Measures:
    """The widths of one face in one size, and its pieces; kept with the document's styles."""

    def __init__(self, context: Any, style: Any) -> None:
        self._context, self._style = context, style
        self._widths: dict[str, float] = {}
        self._pieces: dict[tuple[str, tuple[int, ...]], Piece] = {}
        self.space = self.width("n n") - 2 * self.width("n")

    def width(self, text: str) -> float:
        """Return how wide a text is, word space as the style declares it."""
        found = self._widths.get(text)
        if found is None:
            layout = create_layout(text, self._style, self._context, None, 0)
            found = float(line_size(layout.get_first_line()[0], self._style)[0])
            self._widths[text] = found
        return found

    def hang(self, sign: str, side: str) -> float:
        """Return how far a sign stands out at the `side` of its line, left or right."""
        share = (_LEFT if side == "left" else _RIGHT).get(sign, 0.0)
        return share * self.width(sign) if share else 0.0

    def piece(self, text: str, joints: tuple[int, ...]) -> Piece:
        """Measure what stands between two spaces. At `joints` it may be broken as it is: behind a
        hyphen or a dash that it has. A no-break space is one that the line may widen.
        """
        key = text, joints
        found = self._pieces.get(key)
        if found is None:
            found = self._pieces[key] = Piece(
                self.width(text), len(text.encode()), text.count("\u00a0"),
                self.hang(text[0], "left"), self.hang(text[-1], "right"),
                tuple(self._places(text, joints)),
            )  # fmt: skip
        return found

    def _places(self, text: str, joints: tuple[int, ...]) -> Iterator[Place]:
        """Kerning is undone where a line ends, so the parts are not as wide as the whole."""
        whole = self.width(text)
        for at, sign in sorted(
            [*((joint, "") for joint in joints), *_divisions(self._style, text)]
        ):
            before, hyphen = text[:at], self.width(sign) if sign else 0.0
            yield Place(
                len(before.encode()), before.count("\u00a0"), self.width(before + sign) - hyphen,
                whole - self.width(text[at:]), hyphen, self.hang(sign or before[-1], "right"),
            )  # fmt: skip


def measures(context: Any, style: Any) -> Measures:
    """Return what is known of the face of a style, for the whole document."""
    known: dict[Any, Measures] = style.cache.setdefault("measures", {})
    key = tuple([style[name] for name in (*_FACE, *_DIVIDED)])
    if key not in known:
        known[key] = Measures(context, style)
    return known[key]


def _divisions(style: Any, piece: str) -> Iterator[tuple[int, str]]:
    """Where the words in a piece may be divided with a hyphen, by the language of the text."""
    lang = pyphen.language_fallback(style["lang"]) if style["lang"] else None
    if style["hyphens"] != "auto" or lang is None:
        return
    least, before, after = style["hyphenate_limit_chars"]
    dictionary = pyphen.Pyphen(lang=lang, left=before, right=after)
    for word in _WORD.finditer(piece):
        if len(word[0]) >= least:
            for place in dictionary.positions(word[0]):
                yield word.start() + place, _HYPHEN
