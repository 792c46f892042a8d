"""The small complete editions that `editio init` begins with: kind -> path -> bytes.

Each is what every kind has (starts/every) and the texts of the kind itself. Opens no folder of the
user's; writing is left to the command.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from editio.edition.config import settings
from editio.resources import STARTS

EVERY = "every"
PACKAGE = "editio"
# Where it is said from what CI installs editio.
NAME_SOURCE = (".github/workflows/edition.yml", ".gitlab-ci.yml")
# What the sample edition of a kind is called.
TITLES = {
    "letters": "Letters on Paper",
    "play": "The Lost Page, a Play",
    "manuscript": "A Leaf on Paper Making",
    "apparatus": "A Poem in Three Copies",
    "dictionary": "Words of the Printing House",
    "prose": "The Sack of Sheets, a Tale",
    "facsimile": "A Leaf and its Image",
}
# Numerals beside the lines of the book are for prose that is cited by line; verses have their own.
NUMBERED = ("manuscript",)


def files(kind: str, source: str) -> dict[str, bytes]:
    """Return the files of a new edition; `source` is where editio comes from."""
    found = dict(sorted([*_files(EVERY), *_files(kind)]))
    words = {b"@TITLE@": TITLES[kind].encode(), b"@SOURCE@": installed(source).encode()}
    for name, value in words.items():
        found |= {path: data.replace(name, value) for path, data in found.items()}
    numbers = [("print", "line-numbers", "5")] if kind in NUMBERED else []
    return found | settings.files(numbers)


def installed(source: str) -> str:
    """Return what stands behind `pip install` for a source: a package, an index, a repository."""
    source = source.strip()
    if re.match(r"(git|hg|svn|bzr)\+|-", source):
        return source
    if shell := re.fullmatch(r"([\w.-]+@[\w.-]+):(?!//)(.+)", source):
        return f"git+ssh://{shell[1]}/{shell[2]}"
    if not re.match(r"https?://", source):
        return source
    if re.search(r"\.git(@[\w./-]+)?$", source):
        return f"git+{source}"
    is_file = re.search(r"\.(whl|zip|tar\.gz)$", source)
    return source if is_file else f"--index-url {source} {PACKAGE}"


def _files(kind: str) -> Iterator[tuple[str, bytes]]:
    root: Path = STARTS / kind
    for path in root.rglob("*"):
        if path.is_file():
            yield path.relative_to(root).as_posix(), path.read_bytes()
