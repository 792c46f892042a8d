"""Faces of the edition's own: files that edition.toml names, asked before those that come with
editio. A file is looked at here, cut where it is used (cutting.py).
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from editio.diagnostics import Diagnostic, diagnostic
from editio.engines.paged.packaged import EVERY

# OS/2 fsType, bit 1: Restricted License Embedding (OpenType 1.9).
_RESTRICTED = 0x0002
# Bits 8 and 9: No subsetting, Bitmap embedding only.
_NO_SUBSETTING, _BITMAPS = 0x0100, 0x0200
# How files begin that may hold one: TrueType, OpenType with CFF, collections (OpenType 1.9).
_SIGNATURES = (b"\0\1\0\0", b"true", b"OTTO", b"ttcf")


@dataclass(frozen=True)
class Face:
    """A face by its name in edition.toml, its family and a digest of its file.

    Where the file is does not belong to what it is: an edition may be moved.
    """

    name: str
    family: str
    style: str
    digest: str
    path: Path = field(repr=False, compare=False)


class NoFaceError(Exception):
    """Why a name in edition.toml is not that of a face that a book can be set in."""


def faces(
    root: Path, names: Sequence[str], settings: str, source: str
) -> tuple[tuple[Face, ...], list[Diagnostic]]:
    """Look at the files named in the settings file, and tell what is wrong with each (C006)."""
    made: list[Face] = []
    found: list[Diagnostic] = []
    for name in names:
        try:
            made.append(_new(_face(root, name), made))
        except NoFaceError as reason:
            place = _place(name, source)
            found.append(diagnostic("C006", settings, *place, name=name, reason=reason))
    return tuple(made), found


def opened(name: str, data: bytes) -> Any:
    """Open a face; of a collection the first, or the one whose PostScript name follows `#`.

    Raises NoFaceError where there is none. (RFC 8081, 4.2, has the fragment.)
    """
    from fontTools.ttLib import TTFont  # noqa: PLC0415  # slow, and seldom needed

    member = name.partition("#")[2]
    try:
        if data[:4] not in _SIGNATURES:
            raise NoFaceError("is no font of TrueType or OpenType")
        count = int.from_bytes(data[8:12], "big") if data[:4] == b"ttcf" else 1
        every = [
            TTFont(BytesIO(data), fontNumber=n, recalcTimestamp=False, recalcBBoxes=False)
            for n in range(min(count, 64))
        ]
        called = {str(one["name"].getDebugName(6)): one for one in every}
    except NoFaceError:
        raise
    except Exception as error:  # whatever fontTools stumbles over in bytes that it was promised
        raise NoFaceError("is damaged, or cut off") from error
    if not every or (member and member not in called):
        raise NoFaceError(f"holds no face of that name; there are: {', '.join(called)}")
    return called[member] if member else every[0]


def bound(font: Any) -> str:
    """Return why a font is not to be cut, by what its maker says in it; else nothing."""
    said = font["OS/2"].fsType
    if said & _RESTRICTED:
        return "it forbids to be embedded or altered"
    if said & _NO_SUBSETTING:
        return "it forbids to be cut to the characters that are used"
    return "it allows its bitmaps alone to be embedded" if said & _BITMAPS else ""


def _face(root: Path, name: str) -> Face:
    path = root / name.partition("#")[0]
    try:
        state = path.stat()
        return _read(path, name, (state.st_mtime_ns, state.st_size))
    except FileNotFoundError as error:
        raise NoFaceError("is not there") from error
    except OSError as error:
        raise NoFaceError(f"cannot be read: {error.strerror}") from error


@lru_cache(maxsize=64)
def _read(path: Path, name: str, _state: tuple[int, int]) -> Face:
    """Look at a file once while its time and size (`_state`) stay: drafts ask twice a second."""
    if not path.is_file():  # a pipe need not end
        raise NoFaceError("is no file")
    data = path.read_bytes()
    family, style = _examined(opened(name, data))
    digest = hashlib.blake2b(data, digest_size=16).hexdigest()
    return Face(name, family, style, digest, path)


def _examined(font: Any) -> tuple[str, str]:
    """Return family and style of a font that is whole and may be embedded."""
    try:
        tables = [font.reader[tag] for tag in font.reader.tables]
        whole = [entry.length for entry in font.reader.tables.values()] == [*map(len, tables)]
        names, restricted = font["name"], font["OS/2"].fsType & _RESTRICTED
        found = str(names.getBestFamilyName()), str(names.getBestSubFamilyName())
        _ = font["cmap"], font["hhea"], font["head"]
    except KeyError as error:
        raise NoFaceError(f"lacks the table {error}") from error
    except Exception as error:  # see `opened`
        raise NoFaceError("is damaged, or cut off") from error
    if not whole:
        raise NoFaceError("is damaged, or cut off")
    if restricted:
        raise NoFaceError("forbids to be embedded (fsType of its OS/2 table)")
    return found


def _new(face: Face, others: list[Face]) -> Face:
    """Refuse a face that the engine would take for another: it tells them by family and style."""
    if face.family in {one.family for one in EVERY}:
        raise NoFaceError(f"is of the family {face.family}, which comes with editio")
    if (face.family, face.style) in {(one.family, one.style) for one in others}:
        raise NoFaceError(f"is {face.family} {face.style}, which was named before")
    return face


def _place(name: str, source: str) -> tuple[int, int]:
    """Line and column of a name in the settings file."""
    for number, line in enumerate(source.splitlines(), 1):
        if (column := line.find(name)) >= 0:
            return number, column + 1
    return 1, 1
