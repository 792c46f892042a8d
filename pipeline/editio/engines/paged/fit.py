"""Paragraph fit: the lines of a paragraph are chosen together, not one after the other.

The engine fills line by line and only stretches spaces. Here, where a justified block declares
a negative word space (how far spaces may shrink), all ways to break it are weighed (after Knuth
and Plass, Breaking Paragraphs into Lines, 1981), and the engine is told how wide the words of
each line may be. How the room of a line is then shared out is decided in justification.py.
"""

from dataclasses import dataclass
from math import inf
from typing import Any, NamedTuple

from editio.engines.paged import balance
from editio.engines.paged.justification import FLEX, Frame, ends_full, fitted, strain
from editio.engines.paged.words import Break, Words, said
from weasyprint.formatting_structure import boxes

# What a line costs beside its strain: a hyphen; the second and the third in succession; a last
# line that is hardly one; strain beyond this, with spaces that rivers are made of.
HYPHEN, LADDER, STUB, WIDE = 3.0, (0.0, 2.0, 10.0), 6.0, 2.5
# How much wider than its words a line may be told to be: less than any letter.
SLACK = 0.7


class Trail(NamedTuple):
    """The best way found to a break: its cost, hyphens in succession, the way before, its line."""

    cost: float
    ladder: int
    before: "Trail | None"
    at: Break
    told: float


@dataclass(frozen=True)
class Plan:
    """What is known of one block: its words, and how wide the engine may fill each line."""

    words: str
    frame: Frame
    full: bool
    measured: Words
    lines: dict[int, float]


def limit(context: Any, line: Any, skip_stack: Any, measure: float) -> float:
    """How wide the words of the next line of a block may be, of a `measure` that is free."""
    is_title = balance.balanced(line)
    if not (is_title or fitted(line)) or context.in_column:
        return measure
    start, plan = _offset(line, skip_stack), _plan(context, line, measure)
    if not plan.measured.sound or not plan.words or "\n" in plan.words:
        return measure
    if start not in plan.lines:
        indent = line.text_indent if skip_stack is None else 0.0
        if is_title:
            plan.lines.update(balance.lines(plan.words, plan.measured, measure, indent))
        else:
            plan.lines.update(_lines(plan, start, indent))
    found = plan.lines.get(start)
    return measure if found is None else found + SLACK


def _plan(context: Any, line: Any, measure: float) -> Plan:
    """Return what is known of a block, kept with its line box; made when that is another's."""
    plan: Plan | None = line.__dict__.get("plan")
    words = said(line)
    if plan is None or plan.words != words or abs(plan.frame.measure - measure) > 0.01:
        measured = Words(context, line)
        frame = Frame(measure, line.style["font_size"], measured.space)
        plan = line.plan = Plan(words, frame, ends_full(line), measured, {})
    return plan


def _lines(plan: Plan, start: int, indent: float) -> dict[int, float]:
    """Choose the lines from byte `start` on: start of each -> how wide it may be filled."""
    breaks = plan.measured.breaks
    first = next((one for one in breaks if one.start == start), None)
    if first is None:
        return {}
    active = [Trail(0, 0, None, first, 0)]
    for place in breaks:
        if place.start > start:
            active = _extended(active, place, plan, indent)
    best = min((one for one in active if one.at.last), key=lambda one: one.cost)
    found = {}
    while best.before is not None:
        found[best.before.at.start] = best.told
        best = best.before
    return found


def _extended(active: list[Trail], place: Break, plan: Plan, indent: float) -> list[Trail]:
    """Go on from all active places to one more; drop those that are too far back for a line.

    Active places are in the order of the text. Those so near that the line would be hardly more
    than half full are not weighed where another will do.
    """
    best, least, fits, frame = None, inf, len(active), plan.frame
    for number, trail in enumerate(active):
        lead = indent if trail.before is None else 0.0
        told = place.end + place.hyphen - trail.at.resume + lead
        spaces = place.spaces - trail.at.passed
        ink = told - lead - spaces * frame.space
        room = frame.measure - lead + place.over + trail.at.under
        if ink * (1 - FLEX) + spaces * frame.space > room:  # too long
            continue
        fits = min(fits, number)
        cost = _cost(trail, place, plan, (ink, spaces, room)) if trail.cost < least else inf
        if cost < least:
            best, least = (trail, told), cost
        if told < 0.6 * frame.measure and not place.last:
            break
    if best is None:  # a word that is wider than the line
        told = min(place.end + place.hyphen - active[-1].at.resume, frame.measure)
        best, least = (active[-1], told), active[-1].cost + 1e4
    return [*active[fits:], Trail(least, _ladder(best[0], place), best[0], place, best[1])]


def _ladder(trail: Trail, place: Break) -> int:
    """How many lines in succession end in a hyphen."""
    return trail.ladder + 1 if place.hyphen else 0


def _cost(trail: Trail, place: Break, plan: Plan, line: tuple[float, int, float]) -> float:
    """Weigh one more line, from the end of a trail to a place: its ink, spaces and room.

    A last line has good spaces if it has room for them, unless it is to be full as well.
    """
    strained = strain(plan.frame, *line)
    if place.last and not plan.full:
        stub = trail.before is not None and line[0] < 0.12 * plan.frame.measure
        return trail.cost + (STUB if stub else 0.0) + min(0.0, strained) ** 2
    cost = trail.cost + strained**2 + (2 * max(0.0, strained - WIDE)) ** 2
    ladder = _ladder(trail, place)
    return cost + HYPHEN + LADDER[min(ladder, 3) - 1] if ladder else cost


def _offset(box: Any, stack: Any) -> int:
    """Return how many bytes of the text in a box stand before a place. `stack` leads to the place:
    the index of a child, below it that of a child of the child, at last a byte in a text.
    """
    if not stack:
        return 0
    ((index, below),) = stack.items()
    if isinstance(box, boxes.TextBox):
        return int(index)
    before = [box.children[place] for place in range(index)]
    texts = (one.text if isinstance(one, boxes.TextBox) else said(one) for one in before
             if isinstance(one, (boxes.TextBox, boxes.InlineBox)))  # fmt: skip
    return sum(len(text.encode()) for text in texts) + _offset(box.children[index], below)
