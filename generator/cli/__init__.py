"""The command `briefing`. Each subcommand parses its arguments and calls functions of other packages."""

from importlib import import_module
from typing import Any, NamedTuple

import click

from generator.edit.error import EditError
from generator.variables import VariableError, check_numbers


class Entry(NamedTuple):
    """A command in the list of commands: the module that has it, and the first sentence of its help."""

    module: str
    summary: str


COMMANDS = {
    "add-evidence": Entry("new", "Add evidence for a position."),
    "build": Entry("build", "Check all content and build the site."),
    "check": Entry("check", "Report every error and warning in the content."),
    "diff": Entry("reports", "Report what changed for readers since a revision."),
    "draft": Entry("sources", "Write a position file for each party that is quoted."),
    "explain": Entry("reports", "Explain an error or warning and how to fix it."),
    "fill": Entry("files", "Fill empty cells with “no position found”."),
    "find": Entry("sources", "Find words in the stored texts."),
    "fmt": Entry("files", "Format the indentation and line ends of YAML files."),
    "index": Entry("site", "Index the built site in SITE for the search."),
    "init": Entry("site", "Create a new site in FOLDER."),
    "lock": Entry("sources", "Record the hashes of stored texts."),
    "new": Entry("new", "Add a source, party, briefing, issue or position."),
    "pin": Entry("site", "Pin the site to this version of the generator."),
    "quotes": Entry("sources", "List the direct quotations of a source."),
    "rename": Entry("files", "Rename an identifier in all files and file names."),
    "render": Entry("site", "Write plain files for another site builder."),
    "schema": Entry("files", "Write JSON Schemas for editors' programs."),
    "serve": Entry("serve", "Open the desk and preview the site while you edit."),
    "source": Entry("sources", "Show what is known of a source and of its original."),
    "status": Entry("reports", "Show what to do next."),
}
"""All commands by name."""


class Commands(click.Group):
    """The group of all commands. A module is imported when its command runs, because imports take most of the time."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names of all commands, sorted."""
        return sorted(COMMANDS)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """Write the list of commands."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.summary) for name, entry in COMMANDS.items()])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command named `cmd_name`. Raise UsageError, with the most similar name, if there is none."""
        if cmd_name not in COMMANDS:
            if not ctx.resilient_parsing:  # else a shell asks for completions
                from generator.content.validation import suggest

                raise click.UsageError(
                    f"There is no command “{cmd_name}”. {suggest(cmd_name, sorted(COMMANDS))}"
                )
            return None
        module = import_module(f"generator.cli.{COMMANDS[cmd_name].module}")
        command: click.Command = getattr(module, cmd_name.replace("-", "_"))
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command. Show an EditError with its diagnostics, as click shows errors, and exit with 1."""
        try:
            check_numbers()
            return super().invoke(ctx)
        except EditError as error:
            from generator.pipeline import first_errors
            from generator.reporting.text import report

            details = f"\n\n{report(tuple(first_errors(error.diagnostics)))}" if error.diagnostics else ""
            raise click.ClickException(f"{error}{details}") from None
        except VariableError as error:
            raise click.ClickException(str(error)) from None


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="briefing-book")
def main() -> None:
    """Build briefings in which every statement is backed by the exact words of a stored source."""
