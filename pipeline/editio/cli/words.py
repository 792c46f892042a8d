"""Commands that end in words: whatever is raised in one is told as a finding, with exit code 2."""

import errno
import os
from typing import Any

import click

from editio.cli import INTERRUPTED, INTERRUPTION
from editio.cli.terminal import told
from editio.diagnostics import faults


class Commands(click.Group):
    """A group of commands in which no exception reaches the user as a stack trace."""

    def add_command(self, cmd: click.Command, name: str | None = None) -> None:
        """Add a command, which is asked for help as the group is, also where it is called alone."""
        for setting, value in self.context_settings.items():
            cmd.context_settings.setdefault(setting, value)
        super().add_command(cmd, name)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise
        except KeyboardInterrupt:
            click.echo(INTERRUPTION, err=True)
            ctx.exit(INTERRUPTED)
        except Exception as error:
            if os.environ.get(faults.DEBUG) or getattr(error, "errno", 0) == errno.EPIPE:
                raise
            click.echo(told(faults.told(error), "", error=True), err=True)
            ctx.exit(2)
