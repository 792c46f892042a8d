"""The words of a block as widths, and every place where a line may end between or within them.

Reads a line box before it is divided; what is chosen among the places is decided in fit.py.
Widths are CSS pixels, places in a text are counted in bytes (UTF-8), as the engine counts them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import pyphen
from weasyprint.formatting_structure import boxes
from weasyprint.text.line_break import create_layout, get_log_attrs, line_size

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
# No line begins with one of these where it could have ended with it.
_DASHES = ("–", "—")
# What stands between two spaces is measured as a whole up to so many characters: it may be a text
# without spaces, of which every part would be measured with all before and behind it.
_LONGEST = 60
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@dataclass(frozen=True)
class Break:
    """A place where a line may end, and where the next one begins.

    `start` is the byte at which the next line begins. `end` is the width of all that stands
    before, without the `hyphen` that a line ending here gets, and `spaces` how many spaces are in
    it; `resume` and `passed` are the same up to where the next line begins. `over` and `under`
    tell how far the last sign of the line and the first one of the next stand out. The `last`
    place is the end of the block.
    """

    start: int
    end: float
    spaces: int
    resume: float
    passed: int
    hyphen: float = 0
    over: float = 0
    under: float = 0
    last: bool = False


class Words:
    """A block measured. `sound` is False where it holds more than words: it cannot be fitted."""

    def __init__(self, context: Any, line: Any) -> None:
        self.space = space(context, line.style)
        self.breaks = [Break(0, 0, 0, 0, 0)]
        self._context = context
        self._at, self._offset, self._spaces, self._over = 0.0, 0, 0, 0.0
        self.sound = self._walk(line)
        end = self._offset, self._at, self._spaces, self._at, self._spaces
        self.breaks.append(Break(*end, last=True))

    def _walk(self, box: Any) -> bool:
        for child in box.children:
            if isinstance(child, boxes.TextBox):
                self._text(child)
            elif isinstance(child, boxes.InlineBox) and child.is_in_normal_flow():
                self._at += _edge(child, "left")
                if not self._walk(child):
                    return False
                self._at += _edge(child, "right")
            elif child.is_in_normal_flow():
                return False
        return True

    def _text(self, box: Any) -> None:
        allowed = {*_breaks(box.style, box.text), len(box.text)}
        for found in re.finditer(r" +|[^ ]+", box.text):
            if not found[0].startswith(" "):
                inner = [at for at in range(found.start() + 1, found.end()) if at in allowed]
                joints = [at - found.start() for at in inner if box.text[at] not in _DASHES]
                self._pieces(box, found[0], joints)
                continue
            end, before = self._at, self._spaces
            self._at += space(self._context, box.style)
            self._spaces += 1
            self._offset += len(found[0])
            if found.end() in allowed and box.text[found.end() : found.end() + 1] not in _DASHES:
                place = Break(self._offset, end, before, self._at, self._spaces, 0, self._over)
                self.breaks.append(place)

    def _pieces(self, box: Any, piece: str, joints: list[int]) -> None:
        """Measure what stands between two spaces, in parts where it is long.

        At `joints` it may be broken as it is: behind a hyphen or a dash that it has.
        """
        if len(piece) <= _LONGEST:
            self._piece(box, piece, joints)
            return
        for start, end in pairwise([0, *joints, len(piece)]):
            if start:
                here = self._offset, self._at, self._spaces, self._at, self._spaces
                self.breaks.append(Break(*here, 0, self._over))
            self._piece(box, piece[start:end], [])

    def _piece(self, box: Any, piece: str, joints: list[int]) -> None:
        """Measure a word, or several that are joined, with the places to break within.

        A no-break space is one that the line may widen.
        """
        if self.breaks[-1].start == self._offset:
            under = hang(self._context, box.style, piece[0], "left")
            self.breaks[-1] = replace(self.breaks[-1], under=under)
        whole, before = self._width(box, piece), self._spaces
        places = [*((joint, "") for joint in joints), *_divisions(box.style, piece)]
        for place, sign in sorted(places):
            start = self._offset + len(piece[:place].encode())
            spaces = before + piece[:place].count("\u00a0")
            hyphen = self._width(box, sign) if sign else 0.0
            end = self._at + self._width(box, piece[:place] + sign) - hyphen
            # Kerning is undone where a line ends, so the parts are not as wide as the whole.
            resume = self._at + whole - self._width(box, piece[place:])
            over = hang(self._context, box.style, sign or piece[place - 1], "right")
            self.breaks.append(Break(start, end, spaces, resume, spaces, hyphen, over))
        self._at += whole
        self._spaces += piece.count("\u00a0")
        self._offset += len(piece.encode())
        self._over = hang(self._context, box.style, piece[-1], "right")

    def _width(self, box: Any, text: str) -> float:
        return width(self._context, box.style, text)


def said(box: Any) -> str:
    """Give all words in a box."""
    return "".join(one.text for one in box.descendants() if isinstance(one, boxes.TextBox))


def width(context: Any, style: Any, text: str) -> float:
    """How wide a text is in a style, word space as the style declares it."""
    known = style.cache.setdefault("widths", {})
    key = text, style["font_size"], style["word_spacing"], _face(style)
    if key not in known:
        layout = create_layout(text, style, context, None, 0)
        known[key] = float(line_size(layout.get_first_line()[0], style)[0])
    return float(known[key])


def _face(style: Any) -> tuple[Any, ...]:
    names = ("family", "style", "weight", "variant_caps", "variant_position", "variant_numeric",
             "variant_ligatures")  # fmt: skip
    return (*(style[f"font_{name}"] for name in names), style["letter_spacing"], style["lang"])


def space(context: Any, style: Any) -> float:
    """How wide a space between two words is in a style, as it declares it."""
    return width(context, style, "n n") - 2 * width(context, style, "n")


def hang(context: Any, style: Any, sign: str, side: str) -> float:
    """How far a sign stands out at the `side` of its line, left or right."""
    share = (_LEFT if side == "left" else _RIGHT).get(sign, 0.0)
    return share * width(context, style, sign) if share else 0.0


def _edge(box: Any, side: str) -> float:
    values = (box.style[f"{kind}_{side}"] for kind in ("margin", "padding"))
    return sum(float(one.value) for one in values if getattr(one, "unit", "") == "px")


def _breaks(style: Any, text: str) -> Iterator[int]:
    """Where a text may be broken as it is (Unicode Standard Annex 14)."""
    for place, found in enumerate(get_log_attrs(text, style["lang"])):
        if found.is_line_break and 0 < place < len(text):
            yield place


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
