"""Commands that end in words: whatever is raised in one is told as a finding, with exit code 2."""

import errno
import os
from collections import UserDict
from collections.abc import Mapping
from importlib import import_module
from typing import Any, cast

import click

from editio.cli import INTERRUPTED, INTERRUPTION, loading
from editio.cli.terminal import told
from editio.diagnostics import faults


class _Loaded(UserDict[str, Any]):
    """Commands by their names, each loaded when it is asked for: together they need all that editio
    has, and no command needs it all.
    """

    def __init__(self, homes: Mapping[str, str], settings: Mapping[str, Any]) -> None:
        super().__init__()
        self.data = dict.fromkeys(homes)
        self._homes, self._settings = homes, settings

    def __getitem__(self, name: str) -> click.Command:
        if self.data[name] is None:
            with loading():
                home = import_module(f"editio.cli.{self._homes[name]}")
            self.data[name] = found = getattr(home, f"{name}_command")
            for setting, value in self._settings.items():
                found.context_settings.setdefault(setting, value)
        return cast("click.Command", self.data[name])


class Commands(click.Group):
    """A group of commands in which no exception reaches the user as a stack trace.

    `homes` names each command, NAME_command, and its module. It is asked for help as the group is,
    also where it is called alone.
    """

    def __init__(self, *given: Any, homes: Mapping[str, str], **settings: Any) -> None:
        super().__init__(*given, **settings)
        self.commands = _Loaded(homes, self.context_settings)

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
