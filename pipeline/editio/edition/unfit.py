"""Settings that are unknown or of the wrong kind: what is told of them, and how one writes them."""

import datetime
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from editio.diagnostics import Diagnostic, diagnostic
from editio.edition import colours, languages
from editio.edition.settings import FILE, TABLES, advice, of
from editio.edition.spots import spot

# What a wish for an element has, of which one at least is said.
_WISH = frozenset({"behaviour", "class", "label"})
# Name of a setting -> what is wanted, in words and as a test.
Known = Mapping[str, tuple[str, Callable[[Any], bool]]]


def misfits(
    table: str, given: Mapping[str, Any], known: Known, source: str, below: str = ""
) -> Iterator[Diagnostic]:
    """Yield what is wrong with each setting of a table: unknown (C003), or not as wanted (C004).

    `below`: they stand in a setting of that table.
    """
    for name, value in given.items():
        place = spot(source, table, below or name, inner=name if below else "")
        if name not in known:
            meant = _elsewhere(table, name) or _wished(value) or advice(name, known)
            yield diagnostic("C003", FILE, *place, name=name, advice=meant)
        elif not known[name][1](value):
            hint = f"It is {described(value)}{_instead(name, value) or _sample(table, name)}."
            yield diagnostic("C004", FILE, *place, name=name, wanted=known[name][0], hint=hint)


def fitting(given: Mapping[str, Any], known: Known) -> dict[str, Any]:
    """Return the settings of a table that are known and as wanted."""
    return {name: value for name, value in given.items() if name in known and known[name][1](value)}


def _instead(name: str, value: Any) -> str:
    """Return what may have been meant by a value, for the end of a sentence."""
    words = value.strip() if isinstance(value, str) else ""
    meant = {
        "language": languages.meant(words),
        "address": f"https://{words}/" if re.fullmatch(r"[\w-]+(\.[\w-]+)+", words) else "",
        "accent": colours.meant(words),
        "ground": colours.meant(words),
    }.get(name, "")
    return f'; write: {name} = "{meant}"' if meant else ""


def _elsewhere(table: str, name: str) -> str:
    """Say in which other table there is a setting of this name."""
    homes = [home for home in TABLES if home != table and any(one.name == name for one in of(home))]
    shown = " or ".join(
        f"below the line [{home}]" if home else "above all tables" for home in homes
    )
    return f"It stands {shown}." if homes else ""


def _wished(value: Any) -> str:
    """Say where a wish for an element stands; one whose name has a point is a table in a table."""
    inner = (
        next(iter(value.values()), None) if isinstance(value, dict) and len(value) == 1 else None
    )
    found = any(isinstance(one, dict) and _WISH & one.keys() for one in (value, inner))
    return "A wish for an element stands below the line [behaviours]." if found else ""


def _sample(table: str, name: str) -> str:
    """Return how a setting is written, for the end of a sentence."""
    if not table and name in TABLES:
        return f"; write a line [{name}], and below it the settings that it has"
    sample = next((one.sample for one in of(table) if one.name == name), "")
    return f"; write, for example: {name} = {sample}" if sample else ""


def described(value: Any) -> str:
    """Say of which kind a value of TOML is."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f"the text “{value[:40]}{'…' * (len(value) > 40)}”" if value else "empty"
    if isinstance(value, int | float):
        return f"the number {value}"
    if isinstance(value, list):
        inside = ", ".join(described(one) for one in value[:4])
        return f"a list in square brackets ({inside})" if value else "an empty list"
    if isinstance(value, dict):
        return "a table of settings"
    return (
        "a date or time" if isinstance(value, datetime.date | datetime.time) else "something else"
    )
