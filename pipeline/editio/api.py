"""What programs may rely on: an edition opened, checked and built, and what they are told.

`editio` gives each of these names when it is asked for one; nothing else is promised.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from editio.checks.gate import admitted, unchecked
from editio.checks.registry import Finding, document_check, edition_check, here
from editio.diagnostics import Diagnostic, Severity
from editio.edition.config.configuration import Settings
from editio.edition.edition import Edition, opened
from editio.edition.project import Project, discover
from editio.edition.reading.source import Document
from editio.formats import FORMATS, Format
from editio.model.context import Files, Text, Whole
from editio.model.facts import Facts
from editio.model.header import Header
from editio.model.registers import Register
from editio.model.surroundings import Surroundings
from editio.render.build import Built, Plan
from editio.render.build import build as _build

__all__ = [
    "Built",
    "Diagnostic",
    "Document",
    "Edition",
    "Facts",
    "Files",
    "Finding",
    "Format",
    "Header",
    "Project",
    "Register",
    "Settings",
    "Severity",
    "Surroundings",
    "Text",
    "Whole",
    "build",
    "check",
    "document_check",
    "edition_check",
    "here",
    "open_edition",
]


def open_edition(folder: Path | str) -> Edition:
    """Return the edition in a folder, its files read; `check` says what is wrong with them."""
    return opened(Path(folder))[0]


def check(folder: Path | str, *, workers: int = 1) -> tuple[Diagnostic, ...]:
    """Return what `editio check` tells of the edition in a folder."""
    return admitted(*discover(Path(folder)), workers).diagnostics


def build(
    folder: Path | str,
    out: Path | str | None = None,
    *,
    formats: Sequence[str] = (),
    workers: int = 1,
    checked: bool = True,
) -> Built:
    """Check the edition in a folder and build it; with an error nothing is written.

    `out` is else the folder `build` of the edition, `formats` what its settings say, or all.
    """
    project, amiss = discover(Path(folder))
    one = admitted(project, amiss, workers, rendered=True) if checked else unchecked(project, amiss)
    if one.faulty:
        return Built({}, one.diagnostics)
    wanted = tuple(formats or project.settings.formats or FORMATS)
    target = (Path(out) if out else project.out).absolute()
    made = _build(Plan(one.edition, wanted, target, workers, judged=one.policy.counting))
    found = one.policy.counting({*one.diagnostics, *made.diagnostics})
    return replace(made, diagnostics=tuple(found))
