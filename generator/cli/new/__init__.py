"""`briefing new`: a briefing, party, source, position or issue, begun in a file that passes the check."""

from __future__ import annotations

import click

from generator.cli.new.briefing import briefing
from generator.cli.new.issue import issue
from generator.cli.new.party import party
from generator.cli.new.position import position
from generator.cli.new.source import source


@click.group()
def new() -> None:
    """Begin something new: what is not given as an option is asked for, and nothing is ever overwritten."""


for command in (briefing, issue, party, position, source):
    new.add_command(command)
