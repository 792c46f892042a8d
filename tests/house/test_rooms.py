"""Arrows between rooms run down only: no import goes to a higher floor, none goes in a circle,
nor among the modules of a room.
"""

import ast
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import editio

from tests.shared import ROOT

HOUSE = Path(editio.__file__).parent
# From the roof to the ground. Rooms of one floor know nothing of each other.
FLOORS = (
    {"__main__"},
    {"cli"},
    {"api"},
    {"serve"},
    {"render"},
    {"formats", "checks"},
    {"model"},
    {"edition"},
    {"engines"},
    {"diagnostics", "resources", "outside", ""},
)
FLOOR = {room: n for n, rooms in enumerate(FLOORS) for room in rooms}


def room(module: str) -> str:
    """Return the room of a module: `editio.formats.site.fonts` is in `formats`."""
    return module.partition(".")[2].partition(".")[0]


@cache
def imports() -> tuple[tuple[str, str], ...]:
    """Return each import of our own as (module, module), also those inside functions."""
    return tuple(_imports())


def _imports() -> Iterator[tuple[str, str]]:
    for file in sorted(HOUSE.rglob("*.py")):
        parts = file.relative_to(HOUSE.parent).with_suffix("").parts
        module = ".".join(part for part in parts if part != "__init__")
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("editio"):
                yield from ((module, f"{node.module}.{name.name}") for name in node.names)
            elif isinstance(node, ast.Import):
                yield from ((module, n.name) for n in node.names if n.name.startswith("editio"))


def test_every_room_has_a_floor() -> None:
    """A new folder or module at the top of the package is placed in FLOORS."""
    assert {room(module) for module, _ in imports()} <= set(FLOOR)


def test_arrows_run_down() -> None:
    """A room imports from rooms below it, and from itself."""
    names = {room(module) for module, _ in imports()}
    up = {
        f"{module} -> {target}"
        for module, target in imports()
        for here, there in [(room(module), room(target) if room(target) in names else "")]
        if here != there and FLOOR[here] >= FLOOR[there]
    }
    assert up == set()


def test_no_module_imports_itself_by_way_of_others() -> None:
    """Within a room, too: modules can be put in an order in which each needs only earlier ones."""
    names = {module for module, _ in imports()}
    needs = {name: set[str]() for name in names}
    for module, target in imports():
        there = target if target in names else target.rpartition(".")[0]
        needs[module] |= {there} & names - {module}
    assert [*TopologicalSorter(needs).static_order()]


def test_the_picture_is_that_of_the_imports() -> None:
    """docs/rooms.svg is what `python -m tests.house.picture` draws, to the letter."""
    from tests.house.picture import drawn  # noqa: PLC0415

    assert drawn().count("<path id=") > 15
    assert (ROOT / "docs" / "rooms.svg").read_text("utf-8") == drawn()
