"""The command `briefing` and its subcommands."""

from __future__ import annotations

import click

from generator.cli.commands import Commands


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="briefing-book")
def main() -> None:
    """Build briefings in which every statement is backed by the exact words of a stored source."""
