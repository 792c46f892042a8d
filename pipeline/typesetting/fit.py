"""Paragraph fit: word space, and how readily words are divided, chosen paragraph by paragraph.

The engine breaks line by line and only stretches spaces. So the text is laid out in several
ways, each paragraph is scored from its lines, and the best way becomes a style rule for its id.
Letter space is not used: with it the engine drops all ligatures.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

# The word space of the face, the one that is aimed at, the greatest that passes (in em).
OWN, AIM, WIDE = 0.2, 0.225, 0.34
# What a line of a paragraph may cost on average for the search to end there.
GOOD = 0.5
# Neither pages nor notes nor tables are wanted to see how lines break.
_ONE_PAGE = (
    "@page { size: var(--page-width) 30000mm; } "
    ".footnote, .apparatus, .contents, .title, .imprint, .index { display: none; }"
)


@dataclass(frozen=True)
class Way:
    """One way to set a paragraph."""

    space: float
    division: str

    def css(self, selector: str) -> str:
        """Give the style rule that sets a paragraph this way."""
        return (
            f"{selector} {{ word-spacing: {self.space:g}em; "
            f"hyphenate-limit-chars: {self.division}; }}"
        )


# Change of the word space in em; the least word that may be divided, with the letters before
# and after. What suits most paragraphs comes first.
WAYS = tuple(
    Way(space, division)
    for division in ("6 3 3", "99 9 9", "9 4 4")
    for space in (-0.025, -0.045, 0.0, -0.035)
)


@dataclass(frozen=True)
class Row:
    """What the eye sees of a line: its word space in em, whether it ends in a hyphen, how much
    of the measure it fills."""

    space: float
    hyphen: bool
    filled: float


def fit(lay_out: Callable[[str], Any]) -> str:
    """Give style rules that set each paragraph its best way. `lay_out` takes extra CSS.

    Paragraphs that are set well already are not laid out again.
    """
    best: dict[str, tuple[float, Way]] = {}
    done: set[str] = set()
    for way in WAYS:
        hidden = "".join(f'[id="{name}"] {{ display: none; }}' for name in sorted(done))
        document = lay_out(f"{_ONE_PAGE} {hidden} {way.css('p, .p')}")
        for name, rows in paragraphs(document.pages, way.space):
            found = cost(rows)
            if name not in best or found < best[name][0]:
                best[name] = found, way
            if best[name][0] <= GOOD * len(rows):
                done.add(name)
    return "\n".join(way.css(f'[id="{name}"]') for name, (_, way) in best.items())


def paragraphs(pages: list[Any], space: float) -> Iterator[tuple[str, list[Row]]]:
    """Every paragraph with an id that is set in justified lines, with what its lines are like."""
    for page in pages:
        for box in page._page_box.children[0].descendants():
            if type(box).__name__ == "BlockBox" and box.style["text_align_all"] == "justify":
                name = box.element.get("id") if box.element is not None else None
                lines = [one for one in box.children if type(one).__name__ == "LineBox"]
                if name and lines:
                    yield name, [row(line, box.width, space) for line in lines]


def row(line: Any, measure: float, space: float) -> Row:
    """Read one line. The space that justifies it is the same in all its texts."""
    texts = [one for one in line.descendants() if type(one).__name__ == "TextBox"]
    size = line.style["font_size"]
    stretch = max((one.justification_spacing or 0 for one in texts), default=0) / size
    words = "".join(one.text for one in texts).rstrip()
    filled = sum(one.width for one in texts) / measure
    return Row(OWN + space + stretch, words.endswith("\u2010"), filled)


def cost(rows: list[Row]) -> float:
    """How bad a paragraph looks: uneven and wide spaces, hyphens, ladders, a stub at the end."""
    total, ladder = 0.0, 0
    for place in rows[:-1]:
        total += ((place.space - AIM) / 0.05) ** 2 + (max(0.0, place.space - WIDE) / 0.03) ** 2
        ladder = ladder + 1 if place.hyphen else 0
        total += (0, 0.8, 2.5, 7)[min(ladder, 3)]
    stub = len(rows) > 1 and rows[-1].filled < 0.12
    return total + (5 if stub else 0)
