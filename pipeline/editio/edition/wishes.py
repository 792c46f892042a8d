"""The table [behaviours] of edition.toml: what is wrong with a wish, told where it stands."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from editio.diagnostics import Diagnostic, diagnostic
from editio.edition.carried import NAMED
from editio.edition.processing import FRAME
from editio.edition.settings import BEHAVIOURS, FILE
from editio.edition.spots import spot
from editio.edition.unfit import described, misfits

_NAMES = 'called by an element, a type or both: seg, ".aside", "seg.hedge"'
_EXAMPLE = 'seg = { class = "hedge" }'


def _class(value: Any) -> bool:
    return isinstance(value, str) and bool(re.fullmatch(r"[\w -]*", value))


# What a wish may say: in words and as a test.
_KNOWN: dict[str, tuple[str, Callable[[Any], bool]]] = {
    "behaviour": ("one of " + ", ".join(BEHAVIOURS), lambda value: value in BEHAVIOURS),
    "class": ("one or more names of letters, digits, - and _", _class),
    "label": ("a text in quotation marks", lambda value: isinstance(value, str)),
}


def unfit_wishes(table: Mapping[str, Any], source: str) -> Iterator[Diagnostic]:
    """Yield what is wrong with each wish (C003, C004)."""
    for name, wish in table.items():
        place = spot(source, "behaviours", name)
        if not name or not re.fullmatch(NAMED, name):
            yield _told(place, name, _NAMES, f"Write, for example: {_EXAMPLE}.")
        elif not isinstance(wish, dict) or not wish:
            wanted = "a table of behaviour, class and label"
            hint = f"It is {described(wish)}; write, for example: {_EXAMPLE}."
            yield _told(place, name, wanted, hint)
        elif "behaviour" in wish and name.partition(".")[0] in FRAME:
            wanted = "an element within a text"
            yield _told(place, name, wanted, f"These hold texts together: {', '.join(FRAME)}.")
        else:
            yield from misfits("behaviours", wish, _KNOWN, source, name)


def _told(place: tuple[int, int], name: str, wanted: str, hint: str) -> Diagnostic:
    return diagnostic("C004", FILE, *place, name=name, wanted=wanted, hint=hint)
