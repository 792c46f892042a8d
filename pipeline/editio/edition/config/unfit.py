"""Settings that are unknown or of the wrong form: what is told of them, and what can be used."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from editio.diagnostics import Diagnostic, diagnostic
from editio.edition.config.form import Form, described, fits
from editio.edition.config.settings import (
    FILE,
    LIMITS,
    TABLES,
    WISH,
    WISHED,
    WISHES,
    advice,
    known,
    of,
    wish,
)  # fmt: skip
from editio.edition.config.spots import Spot, spot
from editio.edition.config.unfit_menu import unfit_entries

_EXAMPLE = 'seg = { class = "hedge" }'


def misfits(table: str, given: Mapping[str, Any], source: str) -> Iterator[Diagnostic]:
    """Yield what is wrong with each setting of a table: unknown (C003), or not as wanted (C004)."""
    for name, value in given.items():
        place = spot(source, table, name)
        if table == "behaviours":
            yield from _unfit_wish(name, value, place, source)
        elif (table, name) == ("site", "menu") and isinstance(value, list):
            yield from unfit_entries(value, source, place)
        else:
            yield from _misfit(table, name, value, known(table), place)


def fitting(table: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the settings of a table that are known and as wanted."""
    forms = known(table)
    if table == "behaviours":
        forms = {name: wish(name) for name in given if WISHED.fits(name)}
    fit = (name for name, form in forms.items() if name in given and form.fits(given[name]))
    return {name: given[name] for name in fit}


def _misfit(
    table: str, name: str, value: Any, forms: Mapping[str, Form], place: Spot
) -> Iterator[Diagnostic]:
    if name not in forms:
        meant = _elsewhere(table, name) or _wished(value) or advice(name, forms)
        yield diagnostic("C003", FILE, *place, name=name, advice=meant)
    elif not forms[name].fits(value):
        instead = _instead(name, value, forms[name]) or _sample(table, name)
        yield _unfit(name, forms[name], f"It is {described(value)}{instead}.", place)


def _unfit_wish(name: str, given: Any, place: Spot, source: str) -> Iterator[Diagnostic]:
    """Yield what is wrong with the name of a wish, with the wish, or with each thing it says."""
    if not WISHED.fits(name):
        yield _unfit(name, WISHED, f"Write, for example: {_EXAMPLE}.", place)
    elif not fits(given, {"type": "object", "minProperties": 1}):
        hint = f"It is {described(given)}; write, for example: {_EXAMPLE}."
        yield _unfit(name, WISHES, hint, place)
    elif fits(given, WISHES.schema) and not wish(name).fits(given):
        names = next(names for names, _ in LIMITS if name.partition(".")[0] in names)
        yield _unfit(name, wish(name), f"So must these: {', '.join(names)}.", place)
    else:
        for part, value in given.items():
            inside = spot(source, "behaviours", name, inner=part)
            if isinstance(value, dict):
                meant = f'Write the name in quotation marks: "{name}.{part}".'
                yield diagnostic("C003", FILE, *inside, name=part, advice=meant)
                continue
            yield from _misfit("behaviours", part, value, WISH, inside)


def _unfit(name: str, form: Form, hint: str, place: Spot) -> Diagnostic:
    return diagnostic("C004", FILE, *place, name=name, wanted=form.wanted, hint=hint)


def _instead(name: str, value: Any, form: Form) -> str:
    """Return what may have been meant by a value, for the end of a sentence."""
    if isinstance(value, list):
        return _nearest(value, form)
    meant = form.meant(value.strip()) if form.meant and isinstance(value, str) else ""
    return f'; write: {name} = "{meant}"' if meant else ""


def _nearest(values: list[Any], form: Form) -> str:
    """Return the nearest word that a list may have for the first that it may not, likewise."""
    known = form.schema.get("items", {}).get("enum", ())
    for one in (one for one in values if isinstance(one, str) and one not in known):
        if near := get_close_matches(one, known, 1):
            return f"; for “{one}” write: {near[0]}"
    return ""


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
    found = any(isinstance(one, dict) and WISH.keys() & one.keys() for one in (value, inner))
    return "A wish for an element stands below the line [behaviours]." if found else ""


def _sample(table: str, name: str) -> str:
    """Return how a setting is written, for the end of a sentence."""
    if not table and name in TABLES:
        return f"; write a line [{name}], and below it the settings that it has"
    sample = next((one.sample for one in of(table) if one.name == name), "")
    return f"; write, for example: {name} = {sample}" if sample else ""
