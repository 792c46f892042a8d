"""Whether anything in the folder of an edition has changed: a digest of each file in it.

Contents count, never dates. Where a folder is too large to be read through, or what is outside it
counts as well, there is no digest.
"""

import hashlib
import os
import posixpath
import re
import stat
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from editio.edition.config.settings import FILE
from editio.edition.reading.files import BUILT, TEI_NAMES, is_remote

# Folders in which no edition has its files; which of those called build is meant, is said.
_PASSED_OVER = BUILT - {"build"}
_MOST = 8 * 1024**3
_BLOCK = 1 << 20
# What a file says of others before its text begins: a schema.
_MODEL = b"<?xml-model"
_NAMED = re.compile(rb"""<\?xml-model[^>]*?href\s*=\s*["']([^"']*)""")
# And what the settings say of them: one name, or several schemas.
_SET = re.compile(rb'^\s*[\w-]+\s*=\s*"([^"]*)"', re.M)
_LISTED = re.compile(rb"^\s*schema\s*=\s*\[([^\]]*)\]", re.M)
# Names of folders that are passed over, and of hidden ones, wherever a file speaks of them.
_ELSEWHERE = tuple(f"{name}/".encode() for name in sorted(_PASSED_OVER))
_DOTS = (b'".', b"'.", b"/.", b"(.")
_HIDDEN = re.compile(rb"""["'/(]\.[\w-]""")
_QUOTED = re.compile(rb"""["']([^"']*)["']""")


def fingerprint(
    root: Path, out: Path, known: Mapping[str, str] = MappingProxyType({})
) -> dict[str, str]:
    """Return a digest of each file below a folder, by its path there, those of the output folder
    left out; nothing where they do not tell all. What `known` digests are of was looked at before.
    """
    if os.environ.get("XML_CATALOG_FILES"):
        return {}
    found: dict[str, str] = {}
    size = 0
    try:
        for folder, names, files in os.walk(root):
            names[:] = sorted(one for one in names if _counts(one, Path(folder), out))
            if any(Path(folder, one).is_symlink() for one in names):
                return {}
            below = Path(folder).relative_to(root)
            for name in sorted(files):
                shown = (below / name).as_posix()
                found[shown], length = _digest(Path(folder, name), shown, known.get(shown, ""))
                size += length
                if size > _MOST:
                    return {}
    except (OSError, _OutsideError):
        return {}
    return found


def _counts(name: str, folder: Path, out: Path) -> bool:
    return not (name.startswith(".") or name in _PASSED_OVER or folder / name == out)


class _OutsideError(Exception):
    """A file names another that is not among those that are read here."""


def _digest(file: Path, shown: str, known: str) -> tuple[str, int]:
    """Return the SHA-256 of a file, and its length; of one that is not known to be confined make
    sure that it is.

    A pipe or a device is never opened: it need not end.
    """
    try:
        state = file.stat()
        length = state.st_size if stat.S_ISREG(state.st_mode) else -1
    except OSError:  # a link that leads nowhere
        length = -1
    digest = hashlib.sha256()
    if length < 0:
        return "", 0
    with file.open("rb", buffering=0) as stream:
        first = block = stream.read(_BLOCK)
        while block:
            digest.update(block)
            block = stream.read(_BLOCK)
    found = digest.hexdigest()
    if found != known:
        _confined(first, shown)
    return found, length


def _confined(block: bytes, shown: str) -> None:
    """Raise an error if a document or the settings name a file elsewhere."""
    if not shown.endswith((*TEI_NAMES, FILE, ".md")):
        return
    # Pictures, links and what is included: looked for only where a name begins with a dot.
    if any(one in block for one in _ELSEWHERE) or (
        any(one in block for one in _DOTS) and _HIDDEN.search(block)
    ):
        raise _OutsideError(shown)
    every = _NAMED.findall(block) if _MODEL in block else []
    if shown.endswith(FILE):
        every += _SET.findall(block)
        every += [one for found in _LISTED.findall(block) for one in _QUOTED.findall(found)]
    for href in (one.decode("utf-8", "replace") for one in every):
        if not is_remote(href) and _lies_elsewhere(href, posixpath.dirname(shown)):
            raise _OutsideError(shown)


def _lies_elsewhere(href: str, folder: str) -> bool:
    path = posixpath.normpath(posixpath.join(folder, href))
    parts = [part for part in path.split("/") if part != "."]
    passed_over = any(part.startswith(".") or part in _PASSED_OVER for part in parts)
    return passed_over or href.startswith(("/", "file:"))
