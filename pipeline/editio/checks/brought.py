"""Checks of other packages, entered when this room is opened; what cannot be used of them, or of
the formats that packages bring, is told (C016).
"""

from collections.abc import Iterator

from editio import outside
from editio.diagnostics import Diagnostic, diagnostic
from editio.edition.config.settings import REFUSED

_AMISS: list[tuple[str, str, str]] = []


def enter() -> None:
    """Import the modules that packages declare; each enters its checks."""
    for one in outside.brought(outside.CHECKS):
        try:
            one.load()
        except Exception as error:  # whatever another package raises
            said = " ".join(str(error).split()) or type(error).__name__
            _AMISS.append((one.name, said, outside.package(one)))


def unusable() -> Iterator[Diagnostic]:
    """Yield the packages whose checks could not be entered, or whose formats cannot be built."""
    for name, reason, package in _AMISS:
        yield diagnostic("C016", ".", what="checks", name=name, reason=reason, package=package)
    for one, reason in REFUSED:
        facts = {"what": "format", "name": one.name, "package": outside.package(one)}
        yield diagnostic("C016", ".", **facts, reason=reason)
