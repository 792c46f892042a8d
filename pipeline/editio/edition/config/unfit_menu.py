"""Entries of the menu that are not as wanted: each is told, with what it has too much (C003) or
lacks (C004).
"""

from collections.abc import Iterator
from typing import Any

from editio.diagnostics import Diagnostic, diagnostic
from editio.edition.config.form import described
from editio.edition.config.settings import FILE, advice, known
from editio.edition.config.spots import Spot, spot

_LED, _GROUP = ("title", "address"), ("title", "address", "pages")


def unfit_entries(
    menu: list[Any], source: str, place: Spot, group: str = ""
) -> Iterator[Diagnostic]:
    """Yield what is wrong with the entries of a menu, or of one of its groups."""
    may_have = _LED if group else _GROUP
    for number, one in enumerate(menu, 1):
        called = f"entry {number} of {f'“{group}”' if group else 'the menu'}"
        unknown = [key for key in one if key not in may_have] if isinstance(one, dict) else []
        for key in unknown:
            meant = advice(key, may_have)
            if key == "pages":
                meant = "A group holds pages and no groups."
            facts = {"name": key, "advice": f"It stands in {called}. {meant}"}
            yield diagnostic("C003", FILE, *_place(one, key, source, place), **facts)
        if not unknown and (lack := _lack(one, bool(group))):
            wanted, at = known("site")["menu"].wanted, _place(one, "", source, place)
            hint = f"E{called[1:]} {lack}."
            yield diagnostic("C004", FILE, *at, name="menu", wanted=wanted, hint=hint)
        elif not unknown and isinstance(one, dict) and "pages" in one:
            yield from unfit_entries(one["pages"], source, place, one["title"] or "a group")


def _lack(one: Any, is_in_group: bool) -> str:
    """Say what is wrong with an entry whose keys are known; nothing where nothing is."""
    if not isinstance(one, dict):
        return "" if isinstance(one, str) else f"is {described(one)}"
    for key, value in one.items():
        if not isinstance(value, list if key == "pages" else str):
            return f"has {described(value)} as its {key}"
    if "title" not in one:
        return "lacks a title"
    if not {"address", "pages"} & one.keys():
        return "lacks an address" + " or pages" * (not is_in_group)
    if {"address", "pages"} <= one.keys():
        return "has an address and pages, of which it may have one"
    return "has no pages" if one.get("pages") == [] else ""


def _place(one: Any, key: str, source: str, menu: Spot) -> Spot:
    """Return where a key of an entry stands, or the entry, by its words; else the menu."""
    inner = spot(source, "site", "menu", inner=key) if key and key != "pages" else menu
    if inner != menu:
        return inner
    words = (
        (value for value in one.values() if isinstance(value, str)) if isinstance(one, dict) else ()
    )
    wanted = [key] * (key not in ("", "pages")) or [*words][:1]
    return spot(source, "site", "menu", wanted[0]) if wanted and wanted[0] else menu
