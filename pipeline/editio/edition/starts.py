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


# Paths: of this computer, or up from the folder of the edition.
_LOCAL = re.compile(r"(\w+\+)?file:|[A-Za-z]:/|[/~]|\.\.?(/|$)")
_PACKED = re.compile(r"\.(whl|zip|tar\.gz)$")
# Repositories as a browser has their address, maybe with a version; and one without a scheme.
_HOSTS = r"(www\.)?(github\.com|gitlab\.com|codeberg\.org|bitbucket\.org)"
_HOSTED = re.compile(rf"https?://{_HOSTS}/[\w.-]+/[\w.-]+/*(@[\w./-]+)?")
# A page of one there, which shows a version.
_PAGE = re.compile(
    rf"(https?://{_HOSTS}/[\w.-]+/[\w.-]+)/(-/)?(tree|commits?|releases/tag|tags|src/\w+)/([\w./-]+)"
)
_BARE = re.compile(rf"({_HOSTS}|[\w-]+(\.[\w-]+)+)/\S+")
_INDEX = re.compile(r"https?://.*/simple/?")
# Blanks that a requirement may have around its signs, which a shell would take for its end.
_LOOSE = re.compile(r"\s*(@|,|[<>=~!]=|[<>]|\[|\])\s*")


def unreachable(source: str) -> str:
    """Return why CI could not install from a source, "" where it may."""
    source = _tight(source)
    goes_along = source.startswith("./") and ".." not in source and _PACKED.search(source)
    if _LOCAL.match(source) and not goes_along:
        return (
            f"“{source}” is on this computer, where CI does not find it. Give the address of the "
            "repository (git+https://…), or make one file of the folder that goes with the "
            "edition: python -m pip wheel --no-deps --wheel-dir FOLDER SOURCE, and give "
            "./NAME.whl, as it is called in FOLDER"
        )
    if not source.startswith("-") and re.search(r"\s", source):
        return f"“{source}” has blanks, which pip install takes for the end of a name"
    if _BARE.fullmatch(source) and not _PACKED.search(source):
        return f"“{source}” has no scheme; write “https://{source}”"
    if page := _PAGE.fullmatch(source):
        return f"“{source}” is a page of a repository, write “git+{page[1]}@{page[6]}”"
    if re.match("https?://", source) and not (_INDEX.fullmatch(source) or _is_fetched(source)):
        return (
            f"“{source}” may be a repository, write “git+{source}”, or an index, write "
            f"“--index-url {source} {PACKAGE}”"
        )
    return ""


def installed(source: str) -> str:
    """Return what stands behind `pip install` for a source: a package, an index, a repository."""
    source = _tight(source)
    if re.match(r"(git|hg|svn|bzr)\+|-", source):
        return source
    if shell := re.fullmatch(r"([\w.-]+@[\w.-]+):(?!//)(.+)", source):
        return f"git+ssh://{shell[1]}/{shell[2]}"
    if not re.match(r"https?://", source):
        return source
    source = re.sub(r"/+(@|$)", r"\1", source) if _HOSTED.fullmatch(source) else source
    if re.search(r"\.git(@[\w./-]+)?$", source) or _HOSTED.fullmatch(source):
        return f"git+{source}"
    return source if _PACKED.search(source) else f"--index-url {source} {PACKAGE}"


def _is_fetched(source: str) -> bool:
    """Whether an address is that of a file or of a repository, and of no index."""
    return bool(_PACKED.search(source)) or installed(source).startswith("git+")


def _tight(source: str) -> str:
    source = source.strip()
    return source if source.startswith("-") else _LOOSE.sub(r"\1", source)


def _files(kind: str) -> Iterator[tuple[str, bytes]]:
    root: Path = STARTS / kind
    for path in root.rglob("*"):
        if path.is_file():
            yield path.relative_to(root).as_posix(), path.read_bytes()
