"""Results kept by content: what was made before, by this editio, is not made again.

The key is everything that a result depends on: what was asked, the stylesheets, our own code, the
packages installed, the text engine of the system. A rendition is a pure function of these, and so
is the volume.
"""

import ctypes.util
import hashlib
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from editio import outside
from editio.edition.reading.files import put
from editio.model.packed import pack, unpack
from editio.resources import CACHE, HERE, XSLT

T = TypeVar("T")
FOLDER = CACHE / "renditions"
# Beyond so many bytes the results that were used longest ago are dropped.
MOST = 2 * 1024**3
# Seconds between two looks at how many there are.
SELDOM = 600


@dataclass(frozen=True)
class Results:
    """The results that are kept here, as a value that travels between processes."""

    def recall(self, asked: object, kind: type[T], /) -> T | None:
        """Return what came of an equal question, or nothing."""
        return recall(asked, kind)

    def keep(self, asked: object, made: object, /) -> None:
        """Keep a result."""
        keep(asked, made)


def recall(asked: object, kind: type[T]) -> T | None:
    """Return what came of an equal question, or nothing. Questions are told apart by their repr."""
    file = FOLDER / _key(asked)
    try:
        found = unpack(file.read_bytes(), kind)
        file.touch()
    except Exception:  # whatever is wrong with it, it can be made again
        return None
    return found


def keep(asked: object, made: object) -> None:
    """Keep a result; where there is no room or right to, it is made again next time."""
    try:
        FOLDER.mkdir(parents=True, exist_ok=True)
        put(FOLDER / _key(asked), [pack(made)])
    except OSError:
        return


def tidy() -> None:
    """Drop the results used longest ago that are too many. Called once a build.

    To look at all of them takes as long as to check a text: not more often than now and then.
    """
    last = FOLDER.with_suffix(".tidied")
    try:
        if last.exists() and abs(time.time() - last.stat().st_mtime) < SELDOM:
            return
        found = [(file.stat(), file) for file in FOLDER.iterdir()]
        last.touch()
    except OSError:
        return
    size = 0
    for state, file in sorted(found, key=lambda one: one[0].st_mtime, reverse=True):
        size += state.st_size
        if size > MOST:
            with suppress(OSError):
                file.unlink()


def key(asked: object) -> str:
    """Return the name under which the answer to a question is kept."""
    return _key(asked)


def _key(asked: object) -> str:
    return hashlib.blake2b(repr(asked).encode() + _house(), digest_size=20).hexdigest()


@cache
def _house() -> bytes:
    """Digest of what renders: stylesheets, code, packages, the system's text engine."""
    # The folder of a package's metadata is named by its name and version.
    folders = (Path(one) for one in sys.path if one)
    installed = sorted({found.name for one in folders for found in one.glob("*.dist-info")})
    made_by = sources() + outside.code()
    return hashlib.blake2b(made_by + repr((installed, pango())).encode()).digest()


@cache
def sources() -> bytes:
    """Return a digest of our stylesheets and code."""
    digest = hashlib.blake2b()
    for folder in (XSLT, HERE):
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            if "__pycache__" not in file.parts:
                digest.update(file.relative_to(folder).as_posix().encode() + file.read_bytes())
    return digest.digest()


def pango() -> int:
    """Return the version of the system's Pango, which breaks the lines of a PDF; 0 without it."""
    name = ctypes.util.find_library("pango-1.0")
    return int(ctypes.CDLL(name).pango_version()) if name else 0
