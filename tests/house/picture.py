"""The rooms of the house and what they import from each other, drawn from the imports:

    python -m tests.house.picture > docs/rooms.svg

A column of floors, from the roof down; an arrow is the wider the more imports there are, in three
widths, so that the picture changes with the house and not with each module. Arrows to the ground
floor are not drawn, since every room has them.
"""

from collections import Counter
from xml.sax.saxutils import escape

from tests.house.test_rooms import FLOORS, imports, room

WIDTH, LEFT, HEIGHT, HIGH, ACROSS, DOWN = 1000, 320, 74, 40, 310, 24
GROUND = FLOORS[-1]
STYLE = (
    "text{font:14px sans-serif;fill:#222}.n{font-size:11px;fill:#666}"
    "rect{fill:#f6f3ec;stroke:#777}path{fill:none;stroke:#8a6d3b;opacity:.55}"
)


def boxes() -> dict[str, tuple[int, int, int]]:
    """Return where each room stands: left, top, width; those of one floor side by side."""
    placed = {}
    for floor, rooms in enumerate(FLOORS[:-1]):
        shown = sorted(one for one in rooms if one != "__main__")
        wide = ACROSS // max(1, len(shown)) - 8
        for n, one in enumerate(shown):
            placed[one] = (LEFT + n * (wide + 16), DOWN + (floor - 1) * HEIGHT, wide)
    return placed


def arrows() -> Counter[tuple[str, str]]:
    """Count the imports from room to room."""
    pairs = ((room(module), room(target)) for module, target in imports())
    return Counter((a, b) for a, b in pairs if a not in {b, "__main__"})


def drawn() -> str:
    """Return the picture as SVG."""
    placed, counted = boxes(), arrows()
    lines = [one for pair, n in sorted(counted.items()) if (one := _arrow(pair, n, placed))]
    lines += [_box(one, where) for one, where in placed.items()]
    bottom = max(top for _, top, _ in placed.values()) + HEIGHT
    ground = "diagnostics, resources, outside: for all"
    lines.append(f'<rect x="{LEFT}" y="{bottom}" width="{ACROSS}" height="{HIGH}"/>')
    lines.append(f'<text x="{LEFT + 12}" y="{bottom + 25}" class="n">{ground}</text>')
    tall = bottom + HIGH + DOWN
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {tall}" role="img">'
    title = "<title>The rooms of editio and their imports</title>"
    return "\n".join([head, title, f"<style>{STYLE}</style>", *lines, "</svg>", ""])


def _box(name: str, where: tuple[int, int, int]) -> str:
    left, top, wide = where
    return (
        f'<rect x="{left}" y="{top}" width="{wide}" height="{HIGH}"/>'
        f'<text x="{left + 12}" y="{top + 25}">{escape(name)}</text>'
    )


def _arrow(pair: tuple[str, str], n: int, placed: dict[str, tuple[int, int, int]]) -> str:
    """Return an arc from a room to one below it, the farther out the longer: at the right, or at
    the left for a room that has another beside it there.
    """
    if pair[0] not in placed or pair[1] not in placed:
        return ""
    ends = [placed[one] for one in pair]
    side = 1 if all(left + wide >= LEFT + ACROSS - 16 for left, _, wide in ends) else -1
    (x, x2), (y, y2) = [
        [left + wide * (side > 0) for left, _, wide in ends],
        [top + HIGH // 2 for _, top, _ in ends],
    ]
    out = x + side * (30 + (y2 - y) * 0.8)
    path = f"M{x},{y} C{out:.0f},{y} {out:.0f},{y2} {x2},{y2}"
    return f'<path id="{"-".join(pair)}" d="{path}" stroke-width="{_width(n)}"/>'


def _width(imports: int) -> int:
    """Return how wide an arrow is: for fewer than 16 imports, for fewer than 56, for more."""
    return 1 if imports < 16 else 3 if imports < 56 else 6


if __name__ == "__main__":
    print(drawn(), end="")
