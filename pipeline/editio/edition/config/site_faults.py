"""What of [site] and the folder `site/` cannot be used: files that are missing, of another kind or
ask other servers for more (C010), what style sheets name and is not there (C024), colours that are
hard to read (C011), faces that may not be cut (C023); told where it stands.
"""

import io
import posixpath
import re
from collections.abc import Collection, Iterator
from functools import lru_cache, partial
from typing import Any
from urllib.parse import unquote

from editio.diagnostics import Diagnostic, diagnostic
from editio.diagnostics.origins import line_and_column
from editio.edition.config import colours
from editio.edition.config.settings import FILE, advice
from editio.edition.config.site import Asset, Site
from editio.edition.config.spots import spot
from editio.edition.images.media import NoMediaError, media
from editio.engines.paged.faces import NoFaceError, bound, opened

# Another server, an address without a scheme, a style sheet from elsewhere.
_REMOTE = re.compile(r"""@import|url\(\s*["']?\s*(?:https?:)?//""", re.I)
_URL = re.compile(r"""url\(\s*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"')]*))\s*\)""", re.I)
# Of the pages themselves, and what is written in the address.
_NO_FILE = re.compile(r"#|[a-z][a-z0-9+.-]*:|//|$", re.I)
_OURS = ("assets/", "media/")
_COMMENT = re.compile(r"/\*.*?\*/", re.S)
# An icon of a browser, which is no picture of a page.
_ICONS = (".ico",)
_PICTURE = "Name an SVG, PNG, JPEG, GIF or WebP of the folder site/, beside the TEI."
_ADVICE = {
    "logo": _PICTURE,
    "icon": _PICTURE,
    "css": "Put a style sheet (.css) into the folder site/, beside the TEI.",
    "faces": "Name WOFF2, TTF or OTF files of the folder site/, beside the TEI.",
}
_ALONE = "Put what it asks for into the folder site/, and name it by its relative address."


def site_faults(made: Site, source: str) -> Iterator[Diagnostic]:
    """Yield what of the look of a site cannot be used; `source` is edition.toml."""
    there = {one.name: one for one in made.assets}
    for name, value in (("logo", made.logo), ("icon", made.icon), ("css", made.css),
                        *(("faces", face) for face in made.faces)):  # fmt: skip
        reason = _unusable(name, there.get(value)) if value else ""
        if reason:
            place = spot(source, "site", name, value)
            facts = {"file": value, "reason": reason, "advice": _ADVICE[name]}
            yield diagnostic("C010", FILE, *place, **facts)
        elif name == "faces" and (reason := bound(_face(there[value]))):
            yield diagnostic(
                "C023", FILE, *spot(source, "site", name, value), file=value, reason=reason
            )
    for one in made.assets:
        if one.name.lower().endswith(".css"):
            yield from _asked(one, there)
    yield from _unreadable(made, source)


def _unusable(name: str, asset: Asset | None) -> str:
    """Say why a file cannot be what a setting wants; nothing where it can."""
    if asset is None:
        return "there is no such file"
    if name == "css" and not asset.name.lower().endswith(".css"):
        return "it is no style sheet: its name does not end in .css"
    try:
        if name == "faces":
            _face(asset)
        if name in {"logo", "icon"} and not asset.name.lower().endswith(_ICONS):
            media(asset.data, asset.name)
    except NoFaceError as error:
        return f"it {error}"
    except NoMediaError as error:
        return str(error)
    return ""


@lru_cache(maxsize=16)  # drafts ask for it twice a second
def _face(asset: Asset) -> Any:
    """Open a font; NoFaceError where it is none."""
    if asset.data[:4] not in {b"wOF2", b"wOFF"}:
        return opened(asset.name, asset.data)
    from fontTools.ttLib import TTFont  # noqa: PLC0415  # slow, and few editions have faces

    try:
        font = TTFont(io.BytesIO(asset.data))
        _ = font["name"], font["OS/2"]
    except Exception as error:  # whatever fontTools stumbles over
        raise NoFaceError("is damaged, or cut off") from error
    return font


def _asked(one: Asset, there: Collection[str]) -> Iterator[Diagnostic]:
    """Yield what a style sheet asks for that it may not (C010), or that is not there (C024)."""
    words = one.data.decode("utf-8", "replace")
    blanked = _COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), words)
    if found := _REMOTE.search(blanked):
        place = line_and_column(words, found.start())
        reason = "it asks for a file of another server, or imports one"
        facts = {"file": one.name, "reason": reason, "advice": _ALONE}
        yield diagnostic("C010", one.name, *place, **facts)
    for found in _URL.finditer(blanked):
        address = next(filter(None, found.groups()), "")
        name = re.split("[?#]", unquote(address))[0]
        aim = posixpath.normpath(posixpath.join(posixpath.dirname(one.name), name))
        if not _NO_FILE.match(address) and aim not in there and not aim.startswith(_OURS):
            reason = "it lies outside of it" if aim.startswith("..") else f"there is no {aim}"
            near = advice(aim, there)
            facts = {"reason": reason, "advice": near if near.startswith("Did") else ""}
            place = line_and_column(words, found.start())
            yield diagnostic("C024", one.name, *place, address=address, **facts)


def _unreadable(made: Site, source: str) -> Iterator[Diagnostic]:
    """C011: links and words can be read on their ground."""
    grounds = made.ground or colours.PAPER
    ours = (colours.INK, colours.QUIET, *[colours.ACCENT] * (not made.accent))
    pairs = [
        ("ground", min(inks, key=partial(colours.contrast, ground)), ground)
        for *inks, ground in zip(*ours, grounds, strict=True)
    ]
    pairs += [("accent", one, ground) for one, ground in zip(made.accent, grounds, strict=False)]
    for name, colour, ground in pairs:
        found = colours.contrast(colour, ground)
        if found < colours.ENOUGH:
            place = spot(source, "site", name, ground if name == "ground" else colour)
            facts = {"colour": colour, "ground": ground, "found": f"{found:.1f}"}
            yield diagnostic("C011", FILE, *place, name=name, **facts)
