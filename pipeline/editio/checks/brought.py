"""Checks of other packages, entered when this room is opened; one that cannot be is told (C016)."""

from collections.abc import Iterator

from editio import outside
from editio.diagnostics import Diagnostic, diagnostic

_AMISS: list[tuple[str, str, str]] = []


def enter() -> None:
    """Import the modules that packages declare; each enters its checks."""
    for one in outside.brought(outside.CHECKS):
        try:
            one.load()
        except Exception as error:  # whatever another package raises
            said = " ".join(str(error).split()) or type(error).__name__
            package = one.dist.name if one.dist else one.module.partition(".")[0]
            _AMISS.append((one.name, said, package))


def unusable() -> Iterator[Diagnostic]:
    """Yield the packages whose checks could not be entered."""
    for name, reason, package in _AMISS:
        yield diagnostic("C016", ".", name=name, reason=reason, package=package)
