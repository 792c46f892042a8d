"""The rooms of the house and what they import from each other, drawn from the imports:

    python -m tests.house.picture > docs/rooms.svg

A column of floors, from the roof down; an arrow is as wide as there are imports, and its number
stands beside it. Arrows to the ground floor are counted in its box, since every room has them.
"""

from collections import Counter
from xml.sax.saxutils import escape

from tests.house.test_rooms import FLOORS, HOUSE, imports, room

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
    lines += [_box(one, where, counted) for one, where in placed.items()]
    bottom = max(top for _, top, _ in placed.values()) + HEIGHT
    ground = "diagnostics, resources: for every room"
    lines.append(f'<rect x="{LEFT}" y="{bottom}" width="{ACROSS}" height="{HIGH}"/>')
    lines.append(f'<text x="{LEFT + 12}" y="{bottom + 25}" class="n">{ground}</text>')
    tall = bottom + HIGH + DOWN
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {tall}" role="img">'
    title = "<title>The rooms of editio and their imports</title>"
    return "\n".join([head, title, f"<style>{STYLE}</style>", *lines, "</svg>", ""])


def _box(name: str, where: tuple[int, int, int], counted: Counter[tuple[str, str]]) -> str:
    left, top, wide = where
    files = len(list((HOUSE / name).rglob("*.py")))
    below = sum(n for (a, b), n in counted.items() if a == name and b in GROUND)
    return (
        f'<rect x="{left}" y="{top}" width="{wide}" height="{HIGH}"/>'
        f'<text x="{left + 12}" y="{top + 18}">{escape(name)}</text>'
        f'<text x="{left + 12}" y="{top + 33}" class="n">{files} files, {below} to ground</text>'
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
    where = f'x="{0.25 * x + 0.75 * out + 4 * side:.0f}" y="{(y + y2) // 2 + 4}"'
    anchor = "start" if side > 0 else "end"
    words = f'<text {where} text-anchor="{anchor}" class="n">{n}</text>'
    return (
        f'<path id="{"-".join(pair)}" d="{path}" stroke-width="{min(6.0, 1 + n / 12):.1f}"/>{words}'
    )


if __name__ == "__main__":
    print(drawn(), end="")
