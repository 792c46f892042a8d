"""Results kept by content: what was made before, by this editio, is not made again.

The key is everything that a result depends on: what was asked, the stylesheets, our own code, the
packages installed, the text engine of the system. A rendition is a pure function of these, and so
is the volume.
"""

import ctypes.util
import hashlib
import pickle
import tempfile
from contextlib import suppress
from functools import cache
from importlib.metadata import distributions
from pathlib import Path
from typing import TypeVar

from pipeline.project import CACHE, HERE, XSLT

T = TypeVar("T")
FOLDER = CACHE / "renditions"
# Beyond so many bytes the results that were used longest ago are dropped.
MOST = 2 * 1024**3


def recall(asked: object, kind: type[T]) -> T | None:
    """Give what came of an equal question, or nothing. Questions are told apart by their repr."""
    file = FOLDER / _key(asked)
    try:
        found = pickle.loads(file.read_bytes())
        file.touch()
    except Exception:  # whatever is wrong with it, it can be made again
        return None
    return found if isinstance(found, kind) else None


def keep(asked: object, made: object) -> None:
    """Keep a result; where there is no room or right to, it is made again next time."""
    try:
        FOLDER.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=FOLDER, prefix=".", delete=False) as aside:
            aside.write(pickle.dumps(made))
        Path(aside.name).replace(FOLDER / _key(asked))
    except OSError:
        return


def tidy() -> None:
    """Drop the results used longest ago that are too many. Called once a build."""
    try:
        found = [(file.stat(), file) for file in FOLDER.iterdir()]
    except OSError:
        return
    size = 0
    for state, file in sorted(found, key=lambda one: one[0].st_mtime, reverse=True):
        size += state.st_size
        if size > MOST:
            with suppress(OSError):
                file.unlink()


def _key(asked: object) -> str:
    return hashlib.blake2b(repr(asked).encode() + _house(), digest_size=20).hexdigest()


@cache
def _house() -> bytes:
    """Digest of what renders: stylesheets, code, packages, the system's text engine."""
    digest = hashlib.blake2b()
    for folder in (XSLT, HERE):
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            if "__pycache__" not in file.parts:
                digest.update(file.relative_to(folder).as_posix().encode() + file.read_bytes())
    installed = sorted(f"{one.name} {one.version}" for one in distributions())
    digest.update(repr((installed, _pango())).encode())
    return digest.digest()


def _pango() -> int:
    """Give the version of the system's Pango, which breaks the lines of a PDF; 0 without it."""
    name = ctypes.util.find_library("pango-1.0")
    return int(ctypes.CDLL(name).pango_version()) if name else 0
