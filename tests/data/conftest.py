"""Our edition and the smallest edition, built once, as everyone who downloads them has them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from editio.edition.edition import Edition, load
from editio.edition.project import discover
from editio.render.build import Plan, build

from tests.pipeline.editions import ROOT

FORMATS = ("text", "tables", "tei", "citations", "places", "epub")


@dataclass(frozen=True)
class Published:
    """An edition as it was read, and the folder that it was built into."""

    edition: Edition
    folder: Path


@pytest.fixture(scope="session")
def publishing(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Published]:
    """Build editions, each at the first call."""

    @cache
    def made(name: str) -> Published:
        edition, found = load(discover(ROOT / name)[0])
        assert not found
        folder = tmp_path_factory.mktemp("build")
        built = build(Plan(edition, FORMATS, folder, cached=False))
        assert set(built.written) == set(FORMATS)
        return Published(edition, folder)

    return made


@pytest.fixture(params=[".", "tests/mini"], ids=["ours", "mini"])
def published(request: pytest.FixtureRequest, publishing: Callable[[str], Published]) -> Published:
    """Return an edition, built."""
    return publishing(str(request.param))
