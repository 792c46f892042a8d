"""What a change to the engine is made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import ModuleType


@dataclass(frozen=True)
class Repair:
    """One piece of one function of the engine, what takes its place, and why."""

    module: ModuleType
    function: str
    old: str
    new: str
    cause: str


@dataclass(frozen=True)
class Mended:
    """One fault of the engine, or one thing that it never set out to do.

    `link` is where upstream speaks of it, or the file of the engine that has it; `names` are what
    the changed functions call, by the module into which it is put; `case` names what in
    tests/typesetting/test_repairs.py shows the fault in the engine as shipped, if it is one.
    """

    link: str
    repairs: tuple[Repair, ...]
    names: Mapping[ModuleType, Mapping[str, object]] = field(default_factory=dict)
    case: str = ""
