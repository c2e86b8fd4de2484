"""All commands, one module each: a command parses its arguments and calls one function.

A command's module is imported when the command is used: most of the time of a small command is imports.
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
    """The group of all commands."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Return the command named `cmd_name`; None if there is none."""
        if cmd_name not in COMMANDS:
            return None
        name = cmd_name.replace("-", "_")
        command: click.Command = getattr(import_module(f"generator.cli.{name}"), name)
        return command
