"""Results of earlier builds, as formats and checks are given them; a module of its own, so that a
check loads nothing that formats need.
"""

from typing import Protocol, TypeVar

T = TypeVar("T")


class Store(Protocol):
    """Results of earlier builds, kept by content (see render/cache.py)."""

    def recall(self, asked: object, kind: type[T], /) -> T | None:
        """Return what came of an equal question, or nothing."""

    def keep(self, asked: object, made: object, /) -> None:
        """Keep a result."""
