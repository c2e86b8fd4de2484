"""`briefing status`: what is left to do."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from generator.cli.options import in_project, root
from generator.cli.project import language_of
from generator.edit.status import status as told
from generator.pipeline import examine_folder


@click.command()
@root
@click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day from which reviews are counted. Default: today.",
)
def status(root: Path, today: dt.datetime | None) -> None:
    """Tell what to look at next: reviews that are due, positions that rest on little, texts whose hash is not recorded."""
    in_project(root)
    day = today or dt.datetime.now().astimezone()
    for line in told(examine_folder(root, language_of(root).code), day.date()):
        click.echo(line)
