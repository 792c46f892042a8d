"""What a request asks and what is answered, apart from WSGI."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, BinaryIO

PLAIN = "text/plain; charset=utf-8"
LD_JSON = "application/ld+json"


@dataclass(frozen=True)
class Asked:
    """A request: method, path and query as text, the address of the server, the headers on what
    the client has already (If-None-Match) and which part it wants (Range, If-Range).
    """

    method: str
    path: str
    query: str
    base: str
    known: str = ""
    part: str = ""
    part_of: str = ""


_PIECE = 1 << 16


@dataclass(frozen=True)
class Stretch:
    """A stretch of an open file, handed out piece by piece; whoever takes it closes it."""

    file: BinaryIO
    part: range

    def __len__(self) -> int:
        return len(self.part)

    def __iter__(self) -> Iterator[bytes]:
        with self.file as file:
            file.seek(self.part.start)
            left = len(self.part)
            while left and (piece := file.read(min(left, _PIECE))):
                left -= len(piece)
                yield piece

    def close(self) -> None:
        """Close the file."""
        self.file.close()


@dataclass(frozen=True)
class Reply:
    """An answer: status, body, type, further headers."""

    status: int
    body: bytes | Stretch = b""
    media: str = PLAIN
    headers: tuple[tuple[str, str], ...] = ()

    @property
    def line(self) -> str:
        """The status as WSGI wants it."""
        return f"{self.status} {HTTPStatus(self.status).phrase}"


def refusal(status: int, reason: str = "", *headers: tuple[str, str]) -> Reply:
    """Return an answer that says no, in one line."""
    words = reason or HTTPStatus(status).phrase
    return Reply(status, f"{status} {words}\n".encode(), PLAIN, headers)


def answer(found: dict[str, Any]) -> Reply:
    """Return an answer in JSON-LD."""
    return Reply(200, (json.dumps(found, ensure_ascii=False) + "\n").encode(), LD_JSON)
