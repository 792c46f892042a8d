"""What a request asks and what is answered, apart from WSGI."""

import json
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

PLAIN = "text/plain; charset=utf-8"
LD_JSON = "application/ld+json"


@dataclass(frozen=True)
class Asked:
    """A request: method, path and query as text, the address of the server, one header."""

    method: str
    path: str
    query: str
    base: str
    known: str = ""


@dataclass(frozen=True)
class Reply:
    """An answer: status, body, type, further headers."""

    status: int
    body: bytes = b""
    media: str = PLAIN
    headers: tuple[tuple[str, str], ...] = ()

    @property
    def line(self) -> str:
        """The status as WSGI wants it."""
        return f"{self.status} {HTTPStatus(self.status).phrase}"


def refusal(status: int, reason: str = "", *headers: tuple[str, str]) -> Reply:
    """Give an answer that says no, in one line."""
    words = reason or HTTPStatus(status).phrase
    return Reply(status, f"{status} {words}\n".encode(), PLAIN, headers)


def answer(found: dict[str, Any]) -> Reply:
    """Give an answer in JSON-LD."""
    return Reply(200, (json.dumps(found, ensure_ascii=False) + "\n").encode(), LD_JSON)
