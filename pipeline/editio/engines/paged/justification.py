"""How the room of a justified line is shared out between its spaces and its letters.

Letters take part by a hundredth or two of their width, as Hàn Thế Thành's font expansion does
(Micro-typographic extensions to the TeX typesetting system, 2000); signs at the edges of a line
stand out into the margin. Letter space is not used: with it the engine drops all ligatures.
Takes the place of the engine's own justification in blocks that fit.py fits (repairs/).
"""

from dataclasses import dataclass
from typing import Any

from editio.engines.paged.measures import measures
from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline
from weasyprint.text.line_break import create_layout

# The word space aimed at, and how far it departs when the letters are at their limit, in em;
# how much letters may be widened or narrowed at the most, as a share of their width.
AIM, STEP, FLEX = 0.22, 0.045, 0.02


@dataclass(frozen=True)
class Frame:
    """The measure and the size of the type, and the least word space, in CSS pixels."""

    measure: float
    em: float
    space: float


def fitted(line: Any) -> bool:
    """Whether the lines of this block are chosen together (fit.py); from left to right alone."""
    style = line.style
    shrinks = style["word_spacing"] < 0 and style["direction"] == "ltr"
    return bool(shrinks and style["text_align_all"] == "justify")


def ends_full(line: Any) -> bool:
    """Whether the last line of this block is to be as wide as the others."""
    return bool(line.style["text_align_last"] == "justify")


def strain(frame: Frame, ink: float, spaces: int, room: float) -> float:
    """How far a line is from well set: 0 is well, 1 is letters at their limit, below 0 tight.

    `ink` is how wide its letters are, `spaces` how many spaces it has, `room` how wide it is.
    """
    missing = room - ink - spaces * AIM * frame.em
    found = missing / (spaces * STEP * frame.em + FLEX * ink + 1e-9)
    if -1 <= found <= 1 or not spaces:
        return found
    space = (room - ink * (1 + FLEX if found > 0 else 1 - FLEX)) / spaces
    return (space / frame.em - AIM) / STEP


def share(
    frame: Frame, ink: float, spaces: int, room: float, strained: float
) -> tuple[float, float]:
    """Share the room of a line out: how wide each space is, by what factor letters are wider.

    A line that is too long for its room has the least spaces, and stands out.
    """
    stretch = 1 + FLEX * max(-1.0, min(1.0, strained))
    return max(frame.space, (room - ink * stretch) / spaces) if spaces else 0.0, stretch


def align(context: Any, line: Any, measure: float, last: bool) -> Any:
    """Align a line, and give how far it is to be moved to the right."""
    if not fitted(line):
        return inline.text_align(context, line, measure, last=last)
    texts = list(_texts(line))
    if not texts:
        return 0
    signs = texts[0].text.lstrip()[:1], texts[-1].text.rstrip()[-1:]
    under = measures(context, texts[0].style).hang(signs[0], "left")
    over = measures(context, texts[-1].style).hang(signs[1], "right")
    frame = Frame(measure, line.style["font_size"], measures(context, line.style).space)
    spaces = inline.count_expandable_spaces(line)
    fixed = line.width - sum(one.width for one in texts)
    ink = line.width - fixed - spaces * frame.space
    room = measure - fixed + under + over
    strained = strain(frame, ink, spaces, room)
    space, stretch = share(frame, ink, spaces, room, strained)
    if last and not ends_full(line) and strained > 0:
        space, stretch = AIM * frame.em, 1
    _spread(context, line, space / stretch - frame.space, stretch, 0.0)
    return -under


def _texts(box: Any) -> Any:
    """The text boxes of a line in the order of the text, those in the flow alone."""
    for child in box.children:
        if isinstance(child, boxes.TextBox):
            yield child
        elif isinstance(child, boxes.InlineBox) and child.is_in_normal_flow():
            yield from _texts(child)


def _spread(context: Any, box: Any, more: float, stretch: float, moved: float) -> float:
    """Widen each space by `more`, then all letters by the factor; give how far the end moved."""
    if isinstance(box, boxes.TextBox):
        box.position_x += moved
        return moved + _widen(context, box, more, stretch)
    if not isinstance(box, (boxes.LineBox, boxes.InlineBox)):
        box.translate(moved, 0)
        return moved
    box.position_x += moved
    start = moved
    for child in box.children if box.style["direction"] == "ltr" else box.children[::-1]:
        if child.is_in_normal_flow():
            moved = _spread(context, child, more, stretch, moved)
    box.width += moved - start
    return moved


def _widen(context: Any, box: Any, more: float, stretch: float) -> float:
    """Set a text box anew, and give by how much it is wider. Repairs.py draws the stretch."""
    spaces, width = inline.count_expandable_spaces(box), box.width
    box.justification_spacing, box.stretch = more, stretch
    if spaces:
        layout = create_layout(box.text, box.style, context, None, more)
        layout.deactivate()
        box.pango_layout = layout
    box.width = (width + more * spaces) * stretch
    return float(box.width - width)
