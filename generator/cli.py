"""The command `briefing`, and its subcommands."""

from __future__ import annotations

import click

from generator.commands import COMMANDS


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="briefing-book")
def main() -> None:
    """Build briefings whose every statement traces to the words of a stored source."""


for command in COMMANDS:
    main.add_command(command)
