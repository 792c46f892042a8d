"""The folder of an edition, as commands are given it: a part of one is told with the whole."""

import os
import shlex
from pathlib import Path
from typing import Any

import click

from editio.edition.config.settings import FILE
from editio.edition.selection import above


class EditionFolder(click.Path):
    """A folder, but none that is a part of an edition: that would begin a second one there."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Return the folder; one of its parts is refused with the edition that it is of."""
        path = Path(os.fsdecode(super().convert(value, param, ctx)))
        # A pipe or device, which click lets pass.
        if not self.file_okay and path.exists() and not path.is_dir():
            self.fail(f"{click.format_filename(path)} is not a folder.", param, ctx)
        if ctx and (whole := above(path)) is not None:
            arguments = [one.name for one in ctx.command.params if isinstance(one, click.Argument)]
            before = (str(ctx.params[one]) for one in arguments if one in ctx.params)
            raise click.UsageError(
                f"{click.format_filename(path.resolve())} is a part of the edition in "
                f"{click.format_filename(whole)}. For the edition: "
                f"{ctx.command_path} {shlex.join([*before, click.format_filename(whole)])}",
                ctx,
            )
        return path


def inside(file: Path, root: Path | None = None) -> Path:
    """Return a file to be written into an edition; one is refused that links, or its name, lead out
    of that. Without `root` it is the one that the file is in, else the folder of the file.
    """
    named = Path(os.path.abspath(file))  # noqa: PTH100, without the dots of ../
    whole = root or next(filter(_is_edition, named.parents), named.parent)
    try:
        led = file.resolve()
        stays = led.is_relative_to(whole.resolve())
    except (OSError, RuntimeError):  # links that lead in a circle
        led, stays = file, False
    if not stays:
        name, folder, there = map(click.format_filename, (file, whole, led))
        raise click.UsageError(
            f"{name} leads out of {folder}, to {there}: nothing was written there. Put the file "
            "itself into the edition, or name it where it is."
        )
    return file


def _is_edition(folder: Path) -> bool:
    return (folder / FILE).is_file() or (folder / "tei").is_dir()


FOLDER = EditionFolder(exists=True, file_okay=False, path_type=Path)
