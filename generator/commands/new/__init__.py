"""`briefing new`: a briefing, party, source, position or issue, begun in a file that passes the check."""

from __future__ import annotations

import click

from generator.commands.new.briefing import briefing
from generator.commands.new.issue import issue
from generator.commands.new.party import party
from generator.commands.new.position import position
from generator.commands.new.source import source


@click.group()
def new() -> None:
    """Begin something new: what is not given as an option is asked for, and nothing is ever overwritten."""


for command in (briefing, issue, party, position, source):
    new.add_command(command)
