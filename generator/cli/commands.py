"""The commands: one a file, each parses words and calls one function. `COMMANDS` lists them all.

A module is imported when its command is asked for: most of the time that a small command takes is imports.
"""

from __future__ import annotations

from importlib import import_module

import click

COMMANDS = (
    "add-evidence",
    "build",
    "check",
    "diff",
    "draft",
    "explain",
    "find",
    "fmt",
    "index",
    "init",
    "lock",
    "new",
    "pin",
    "quotes",
    "rename",
    "render",
    "schema",
    "serve",
    "status",
)


class Commands(click.Group):
    """The group of all commands, by name."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Give the names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Give the command named `cmd_name`; None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        name = cmd_name.replace("-", "_")
        command: click.Command = getattr(import_module(f"generator.cli.{name}"), name)
        return command
