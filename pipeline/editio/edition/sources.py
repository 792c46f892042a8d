"""Every file that an edition is made of, for who keeps it whole: what lies in the folders of an
edition and what its settings name; what its documents include, show and link to, wherever that is.
"""

from collections.abc import Iterator
from pathlib import Path

from editio.edition.edition import Edition
from editio.edition.images.pictures import led_to
from editio.edition.project import files
from editio.edition.reading.files import hidden


def sources(edition: Edition) -> dict[str, Path]:
    """Return every file by its name from the root of the edition, each once; what lies outside of
    that, or is hidden, stays away.
    """
    project = edition.project
    every = (*files(project.root), *_named(edition))
    inside = (path for path in every if path.resolve().is_relative_to(project.root))
    named = ((project.shown(path), path) for path in inside)
    return {name: path for name, path in named if not hidden(name)}


def _named(edition: Edition) -> Iterator[Path]:
    """Yield the files that documents include, show and link to."""
    project = edition.project
    for one in edition.documents:
        yield from (project.root / name for name in one.included)
        yield from led_to(one, project.pictures)
