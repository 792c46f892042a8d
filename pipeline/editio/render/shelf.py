"""What was made of texts, on disk as it comes: memory keeps where each page lies, and its sum.

One file a question (a text in one format, the facts of a text): a small head, then the pages as
they are. With a cache the files stay for later builds; without, they go when the build ends.
"""

import hashlib
import json
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from editio.edition.reading import files
from editio.model.context import Files
from editio.model.packed import pack, unpack
from editio.render import cache

T = TypeVar("T")
_LENGTH = 8


class DamagedError(Exception):
    """A kept page is not what was kept."""


@dataclass(frozen=True)
class Piece:
    """Where a page lies: the file, where in it, how long it is; `sum` is its SHA-256."""

    file: Path
    start: int
    length: int
    sum: str

    def read(self) -> bytes:
        """Return the page. Raises DamagedError where it is not what was kept."""
        with self.file.open("rb") as file:
            file.seek(self.start)
            data = file.read(self.length)
        if hashlib.sha256(data).hexdigest() != self.sum:
            raise DamagedError(f"{self.file.name} in the cache is damaged; delete it")
        return data


class Leaves(Mapping[str, bytes]):
    """Pages by path; those that lie on disk are read when they are asked for."""

    def __init__(self, pages: Mapping[str, Piece | bytes]) -> None:
        self._pages = pages

    def __getitem__(self, path: str) -> bytes:
        page = self._pages[path]
        return page if isinstance(page, bytes) else page.read()

    def __iter__(self) -> Iterator[str]:
        return iter(self._pages)

    def __len__(self) -> int:
        return len(self._pages)

    def __contains__(self, path: object) -> bool:
        return path in self._pages

    def places(self) -> Mapping[str, Piece | bytes]:
        """Return the pages, or where they lie."""
        return self._pages

    def sum(self, path: str) -> str:
        """Return the SHA-256 of a page, without reading what lies on disk."""
        page = self._pages[path]
        return hashlib.sha256(page).hexdigest() if isinstance(page, bytes) else page.sum

    def size(self, path: str) -> int:
        """Return the length of a page."""
        page = self._pages[path]
        return len(page) if isinstance(page, bytes) else page.length


def leaves(pages: Mapping[str, bytes]) -> Leaves:
    """Return pages with their sums, wherever they lie."""
    return pages if isinstance(pages, Leaves) else Leaves(pages)


@dataclass(frozen=True)
class Shelf:
    """A folder of what was made. `recalls`: what lies there from earlier builds counts."""

    folder: Path
    recalls: bool = True

    def find(self, asked: object, kind: type[T]) -> tuple[T, dict[str, Piece]] | None:
        """Return what was put there for an equal question: a value, and where its pages lie."""
        if not self.recalls:
            return None
        file = self.folder / cache.key(asked)
        try:
            found = _opened(file, kind)
            file.touch()
        except Exception:  # whatever is wrong with it, it can be made again
            return None
        return found

    def put(self, asked: object, value: object, pages: Files) -> dict[str, Piece]:
        """Keep a value and its pages; return where these lie. Raises OSError."""
        file = self.folder / cache.key(asked)
        sums = {path: hashlib.sha256(data).hexdigest() for path, data in pages.items()}
        listed = [[path, len(data), sums[path]] for path, data in pages.items()]
        inner = pack(value)
        head = json.dumps([len(inner), listed]).encode() + b"\n"
        front = _front(head, inner)
        self.folder.mkdir(parents=True, exist_ok=True)
        files.put(file, [front, *pages.values()])
        return _pieces(file, len(front), listed)


def _front(head: bytes, inner: bytes) -> bytes:
    length = len(head).to_bytes(_LENGTH, "big")
    return hashlib.sha256(length + head).digest() + length + head + inner


def _opened(file: Path, kind: type[T]) -> tuple[T, dict[str, Piece]]:
    """Read the head of a file. Raises ValueError for one that is damaged."""
    with file.open("rb") as stream:
        digest, length = stream.read(32), stream.read(_LENGTH)
        head = stream.read(int.from_bytes(length, "big"))
        if hashlib.sha256(length + head).digest() != digest:
            raise ValueError("damaged")
        size, listed = json.loads(head)
        value = unpack(stream.read(size), kind)
        start = stream.tell()
        if file.stat().st_size != start + sum(one[1] for one in listed):
            raise ValueError("damaged")
    return value, _pieces(file, start, listed)


def _pieces(file: Path, start: int, listed: list[list[Any]]) -> dict[str, Piece]:
    found = {}
    for path, length, digest in listed:
        found[str(path)] = Piece(file, start, int(length), str(digest))
        start += length
    return found


@contextmanager
def shelf(cached: bool) -> Iterator[Shelf]:
    """Yield the shelf of a build: the cache, or a folder that goes with the build."""
    if cached and _is_writable(cache.FOLDER):
        yield Shelf(cache.FOLDER)
        return
    with tempfile.TemporaryDirectory(prefix="editio-pages-") as folder:
        yield Shelf(Path(folder), recalls=False)


def _is_writable(folder: Path) -> bool:
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    return False
