"""Renditions kept by content: what was rendered before, by this editio, is not rendered again.

The key is everything that a rendition depends on: the job, the stylesheets, our own code, the
packages installed, the text engine of the system. A rendition is a pure function of these.
"""

import ctypes.util
import hashlib
import pickle
import tempfile
from functools import cache
from importlib.metadata import distributions
from pathlib import Path

from pipeline.project import CACHE, HERE, XSLT
from pipeline.render import Job, Rendition

FOLDER = CACHE / "renditions"
# Beyond this number the renditions that were used longest ago are dropped.
MOST = 1000


def recall(job: Job) -> Rendition | None:
    """Give the rendition of an equal job, or nothing."""
    file = FOLDER / _key(job)
    try:
        found = pickle.loads(file.read_bytes())
        file.touch()
    except Exception:  # whatever is wrong with it, it can be made again
        return None
    return found if isinstance(found, Rendition) else None


def keep(job: Job, rendition: Rendition) -> None:
    """Keep a rendition; where there is no room or right to, it is made again next time."""
    try:
        FOLDER.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=FOLDER, prefix=".", delete=False) as aside:
            aside.write(pickle.dumps(rendition))
        Path(aside.name).replace(FOLDER / _key(job))
        for old in sorted(FOLDER.iterdir(), key=lambda file: file.stat().st_mtime)[:-MOST]:
            old.unlink(missing_ok=True)
    except OSError:
        return


def _key(job: Job) -> str:
    return hashlib.blake2b(repr(job).encode() + _house(), digest_size=20).hexdigest()


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
