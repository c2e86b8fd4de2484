"""The command `briefing`. Each subcommand parses its arguments and calls functions of other packages."""

from importlib import import_module
from typing import Any

import click

from generator.clock import DayError
from generator.edit.error import EditError
from generator.reporting.text import report

_MODULES = {
    "check": ("check",),
    "files": ("fill", "fmt", "rename", "schema"),
    "new": ("new", "add-evidence"),
    "reports": ("diff", "explain", "status"),
    "site": ("build", "index", "init", "pin", "render", "serve"),
    "sources": ("draft", "find", "lock", "quotes"),
}
COMMANDS = {command: module for module, commands in _MODULES.items() for command in commands}
"""All commands, with the module that has each."""


class Commands(click.Group):
    """The group of all commands. Modules are imported when they are used, because imports take most of the time."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names of all commands, sorted."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command named `cmd_name`. Raise UsageError, with the most similar name, if there is none."""
        if cmd_name not in COMMANDS:
            if not ctx.resilient_parsing:  # else a shell asks for completions
                from generator.content.validation import suggest  # noqa: PLC0415 - slow to import

                raise click.UsageError(
                    f"There is no command “{cmd_name}”. {suggest(cmd_name, sorted(COMMANDS))}"
                )
            return None
        module = import_module(f"generator.cli.{COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, cmd_name.replace("-", "_"))
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command. Show an EditError with its diagnostics, as click shows errors, and exit with 1."""
        try:
            return super().invoke(ctx)
        except EditError as error:
            from generator.pipeline import first_errors  # noqa: PLC0415 - slow to import

            details = f"\n\n{report(tuple(first_errors(error.diagnostics)))}" if error.diagnostics else ""
            raise click.ClickException(f"{error}{details}") from None
        except DayError as error:
            raise click.ClickException(str(error)) from None


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="briefing-book")
def main() -> None:
    """Build briefings in which every statement is backed by the exact words of a stored source."""
