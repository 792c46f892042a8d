"""The folder of an edition, as commands are given it: a part of one is told with the whole."""

import os
import shlex
from pathlib import Path
from typing import Any

import click

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


FOLDER = EditionFolder(exists=True, file_okay=False, path_type=Path)
