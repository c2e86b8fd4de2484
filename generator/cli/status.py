"""`briefing status`: what to do next."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from generator.cli.options import root
from generator.cli.project import language_of, require_project
from generator.edit.status import status as status_lines
from generator.pipeline import examine_folder


@click.command()
@root
@click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The date from which overdue reviews are counted. Default: today.",
)
def status(root: Path, today: dt.datetime | None) -> None:
    """Show what to do next: overdue reviews, positions with little support, sources without a hash."""
    require_project(root)
    day = today or dt.datetime.now().astimezone()
    for line in status_lines(examine_folder(root, language_of(root).code), day.date()):
        click.echo(line)
