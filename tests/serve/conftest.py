"""A built edition, and a way to ask for it without a network."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from editio.edition.edition import load
from editio.edition.project import discover
from editio.render.build import Plan, build
from editio.serve import application

from tests.pipeline.editions import ROOT


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes


Ask = Callable[..., Answer]


def asking(folder: Path, hosts: frozenset[str] = frozenset()) -> Ask:
    """Return a function that asks the application of a folder."""
    app = application(folder, hosts)

    def ask(path: str, query: str = "", method: str = "GET", **more: Any) -> Answer:
        said: list[Any] = []
        environ = {
            "REQUEST_METHOD": method,
            "PATH_INFO": path.encode().decode("latin-1"),
            "QUERY_STRING": query,
            "HTTP_HOST": "localhost:8000",
            "wsgi.url_scheme": "http",
        } | more
        body = b"".join(app(environ, lambda *given: said.extend(given)))
        return Answer(int(said[0].split()[0]), dict(said[1]), body)

    return ask


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build our edition's texts as TEI and as static DTS."""
    edition, _ = load(discover(ROOT)[0])
    folder = tmp_path_factory.mktemp("served")
    build(Plan(edition, ("tei", "dts", "text"), folder, cached=False))
    return folder


@pytest.fixture(scope="session")
def ask(built: Path) -> Ask:
    """Ask for it."""
    return asking(built)
