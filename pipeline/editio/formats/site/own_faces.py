"""Faces of the edition's own, as WOFF2: cut to the characters that its pages hold, and what a style
sheet says of them. Which words they are for is the style sheet's affair.

A face whose maker does not want it cut is published whole (C023, which the settings are told).
"""

import hashlib
import io
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from editio.diagnostics import diagnostic
from editio.edition.config.settings import FILE
from editio.edition.config.site import Asset
from editio.engines.paged.faces import bound
from editio.formats.site.fonts import subsetted
from editio.model.context import Files, Whole

# What pages and their scripts may add to themselves: letters of addresses, hyphens, an ellipsis.
_ALWAYS = frozenset((*map(chr, range(0x20, 0x7F)), "\u00a0", "\u00ad", "\u2010", "\u2026"))
_WITH_WORDS = (".html", ".css", ".js", ".svg")


@dataclass(frozen=True)
class Cut:
    """A face as it is published; `whole`: it could not be cut."""

    data: bytes
    whole: bool = False


def faces(whole: Whole, pages: Iterable[tuple[str, bytes]]) -> Files:
    """Return the faces that the settings name, for what is written on these pages."""
    site = whole.edition.project.settings.site
    own = [one for one in site.assets if one.name in site.faces]
    if not own:
        return {}
    beside = ((one.name, one.data) for one in site.assets)
    wanted = characters(data for path, data in (*pages, *beside) if path.endswith(_WITH_WORDS))
    made = {one: _kept(one, wanted, whole) for one in own}
    for one in (face for face, cut in made.items() if cut.whole):
        facts = {"file": one.name, "reason": "it is of a kind that cannot be cut"}
        whole.report(diagnostic("C023", FILE, **facts))
    return {published(one.name): cut.data for one, cut in made.items()}


def characters(pages: Iterable[bytes]) -> frozenset[str]:
    """Return the characters of pages, in either case, composed and not."""
    found = set(_ALWAYS)
    for page in pages:
        words = page.decode("utf-8", "replace")
        found.update(words)
        if not unicodedata.is_normalized("NFC", words):
            found.update(unicodedata.normalize("NFC", words))
    return frozenset(form for one in found for form in _forms(one))


def _forms(one: str) -> Iterator[str]:
    yield from (*one, *one.upper(), *one.lower(), *unicodedata.normalize("NFD", one))


def described(one: Asset) -> tuple[str, str]:
    """Return the family of a font, and the rule by which pages find it."""
    font = _opened(one, lazy=True)
    family = (font["name"].getBestFamilyName() or "Own").replace('"', "")
    weight = font["OS/2"].usWeightClass
    slant = "italic" if font["OS/2"].fsSelection & 1 else "normal"
    return family, (
        f'@font-face {{ font-family: "{family}"; src: url("../{published(one.name)}") '
        f'format("woff2"); font-weight: {weight}; font-style: {slant}; font-display: swap; }}'
    )


def published(name: str) -> str:
    """Return under which name a face is published."""
    return name.rpartition(".")[0] + ".woff2"


def _opened(one: Asset, **how: bool) -> Any:
    from fontTools.ttLib import TTFont  # noqa: PLC0415  # slow, and few editions have faces

    return TTFont(io.BytesIO(one.data), fontNumber=0, **how)


def _kept(one: Asset, wanted: frozenset[str], whole: Whole) -> Cut:
    """Return a face, from an earlier build if it was cut to the same characters there."""
    asked = ("face", hashlib.sha256(one.data).hexdigest(), "".join(sorted(wanted)))
    known = whole.store.recall(asked, Cut) if whole.store else None
    made = known or cut(one, wanted)
    if whole.store and not known:
        whole.store.keep(asked, made)
    return made


def cut(one: Asset, wanted: frozenset[str]) -> Cut:
    """Return a face cut to these characters, or whole; the same input, the same bytes."""
    font = _opened(one, recalcTimestamp=False)
    if bound(font):
        return Cut(_woff2(one))
    keep = {"layout_features": ["*"], "name_IDs": ["*"], "name_languages": ["*"]}
    try:
        subsetted(font, map(ord, wanted), **keep)
        return Cut(_written(font))
    except Exception:  # whatever fontTools stumbles over: a browser may make more of it
        return Cut(_woff2(one), whole=True)


def _woff2(one: Asset) -> bytes:
    """Return a font as WOFF2, whole; the same input, the same bytes."""
    return one.data if one.data[:4] == b"wOF2" else _written(_opened(one, recalcTimestamp=False))


def _written(font: Any) -> bytes:
    written = io.BytesIO()
    font.flavor = "woff2"
    font.save(written)
    return written.getvalue()
