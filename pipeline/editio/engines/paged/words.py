"""The words of a block as widths, and every place where a line may end between or within them.

Reads a line box before it is divided; what is chosen among the places is decided in fit.py.
Widths are CSS pixels, places in a text are counted in bytes (UTF-8), as the engine counts them.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from editio.engines.paged.measures import Measures, measures
from weasyprint.formatting_structure import boxes
from weasyprint.text.line_break import get_log_attrs

# No line begins with one of these where it could have ended with it.
_DASHES = ("–", "—")
# What stands between two spaces is measured as a whole up to so many characters: it may be a text
# without spaces, of which every part would be measured with all before and behind it.
_LONGEST = 60


class Break(NamedTuple):
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
        self.space = measures(context, line.style).space
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
        face = measures(self._context, box.style)
        for found in re.finditer(r" +|[^ ]+", box.text):
            if not found[0].startswith(" "):
                inner = (at for at in range(found.start() + 1, found.end()) if at in allowed)
                joints = [at - found.start() for at in inner if box.text[at] not in _DASHES]
                self._pieces(face, found[0], joints)
                continue
            end, before = self._at, self._spaces
            self._at += face.space
            self._spaces += 1
            self._offset += len(found[0])
            if found.end() in allowed and box.text[found.end() : found.end() + 1] not in _DASHES:
                place = Break(self._offset, end, before, self._at, self._spaces, 0, self._over)
                self.breaks.append(place)

    def _pieces(self, face: Measures, piece: str, joints: list[int]) -> None:
        """Add what stands between two spaces, in parts where it is long."""
        if len(piece) <= _LONGEST:
            self._piece(face, piece, tuple(joints))
            return
        for start, end in pairwise([0, *joints, len(piece)]):
            if start:
                here = self._offset, self._at, self._spaces, self._at, self._spaces
                self.breaks.append(Break(*here, 0, self._over))
            self._piece(face, piece[start:end], ())

    def _piece(self, face: Measures, text: str, joints: tuple[int, ...]) -> None:
        """Add a word, or several that are joined, with the places to break within."""
        piece = face.piece(text, joints)
        at, offset, before = self._at, self._offset, self._spaces
        if self.breaks[-1].start == offset:
            self.breaks[-1] = self.breaks[-1]._replace(under=piece.under)
        for size, spaces, end, resume, hyphen, over in piece.places:
            passed = before + spaces
            self.breaks.append(
                Break(offset + size, at + end, passed, at + resume, passed, hyphen, over)
            )
        self._at, self._spaces = at + piece.width, before + piece.spaces
        self._offset, self._over = offset + piece.bytes, piece.over


def said(box: Any) -> str:
    """Return all words in a box, but those that stand out of its flow."""
    if isinstance(box, boxes.TextBox):
        return str(box.text)
    inside = getattr(box, "children", ())
    return "".join(said(one) for one in inside if one.is_in_normal_flow())


def _edge(box: Any, side: str) -> float:
    values = (box.style[f"{kind}_{side}"] for kind in ("margin", "padding"))
    return sum(float(one.value) for one in values if getattr(one, "unit", "") == "px")


def _breaks(style: Any, text: str) -> Iterator[int]:
    """Where a text may be broken as it is (Unicode Standard Annex 14)."""
    for place, found in enumerate(get_log_attrs(text, style["lang"])):
        if found.is_line_break and 0 < place < len(text):
            yield place
