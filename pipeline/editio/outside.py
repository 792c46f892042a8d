"""What other packages bring: formats and checks, found by the entry points that they declare."""

import hashlib
import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from pathlib import Path

# What a format gives.
_FILES = "files as a mapping from paths to bytes"
FORMATS = "editio.formats"
CHECKS = "editio.checks"


class OutsideError(Exception):
    """What another package brings failed: `what`, by its name; the words are the reason."""

    def __init__(self, what: str, reason: str) -> None:
        super().__init__(what, reason)
        self.what = what
        self.reason = reason


@contextmanager
def blaming(what: str) -> Iterator[None]:
    """Say of an exception of this block that what another package brings raised it."""
    try:
        yield
    except OutsideError:
        raise
    except Exception as error:  # whatever another package raises
        raise OutsideError(what, f"{type(error).__name__}: {error}") from error


def files(what: str, made: object) -> dict[str, bytes]:
    """Return what a format made, which must be files. Raises OutsideError."""
    if isinstance(made, dict):
        odd = [one for pair in made.items() for one, kind in zip(pair, (str, bytes), strict=True)
               if not isinstance(one, kind)]  # fmt: skip
        if not odd:
            return made
        raise OutsideError(what, f"it gives {odd[0]!r:.60} where it must give {_FILES}")
    raise OutsideError(what, f"it gives {made!r:.60} where it must give {_FILES}")


@cache
def brought(group: str) -> tuple[EntryPoint, ...]:
    """Return the entry points of a group, by name; nothing is imported."""
    return tuple(sorted(entry_points(group=group), key=lambda one: one.name))


def package(one: EntryPoint) -> str:
    """Return the package that brings something."""
    return one.dist.name if one.dist else one.module.partition(".")[0]


def formats(
    taken: Collection[str],
) -> tuple[tuple[EntryPoint, ...], tuple[tuple[EntryPoint, str], ...]]:
    """Return the formats that can be built beside what is `taken`, and the others, with why not."""
    found: list[EntryPoint] = []
    refused = []
    for one in brought(FORMATS):
        others = {other.name.casefold() for other in found}
        if one.name.casefold() in taken:
            refused.append((one, "editio has this name itself"))
        elif one.name.casefold() in others:
            refused.append((one, "another format has this name"))
        elif not re.fullmatch(r"\w[\w-]*", one.name):
            refused.append((one, "a name is of letters, digits, - and _"))
        else:
            found.append(one)
    return tuple(found), tuple(refused)


@cache
def code() -> bytes:
    """Return a digest of the packages that bring something, with their data: one in the making
    changes and has one version. Nothing is imported.
    """
    digest = hashlib.blake2b()
    for one in (each for group in (FORMATS, CHECKS) for each in brought(group)):
        for name, file in sorted(_files(one).items()):
            held = file.read_bytes()
            digest.update(f"{package(one)} {name} {len(held)} ".encode() + held)
    return digest.digest()


def _files(one: EntryPoint) -> dict[str, Path]:
    """Return the files of the distribution of an entry point, by their paths in it.

    One that is installed lists them. One in the making (`pip install --editable`) lists none of
    its code: its module is looked for, and what lies beside that.
    """
    of = one.dist.files if one.dist else None
    listed = {str(path): Path(str(path.locate())) for path in of or ()}
    home = Path(str(one.dist.locate_file(""))).resolve() if one.dist else None
    for place in _places(one.module.partition(".")[0]):
        beside = place.parent.resolve() != home if one.dist else False
        for root in _parts(place.parent) if beside else (place,):
            inside = root.rglob("*") if root.is_dir() else (root,)
            listed.update({path.relative_to(place.parent).as_posix(): path for path in inside})
    return {
        name: path
        for name, path in listed.items()
        if path.is_file() and "__pycache__" not in path.parts
    }


def _places(top: str) -> Iterator[Path]:
    """Yield the folders of a package, or the file of a module; none of one that is not there."""
    spec = find_spec(top)
    if spec is not None and spec.submodule_search_locations:
        yield from map(Path, spec.submodule_search_locations)
    elif spec is not None and spec.origin and Path(spec.origin).is_file():
        yield Path(spec.origin)


def _parts(folder: Path) -> Iterator[Path]:
    """Yield the files and the packages in a folder of sources."""
    for path in folder.iterdir():
        if path.is_file() or (path / "__init__.py").is_file():
            yield path
