"""Options that several commands take."""

from __future__ import annotations

from pathlib import Path

import click

FOLDER = click.Path(file_okay=False, path_type=Path)
root = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="The project's folder, with seeds/ and briefings/. Default: this folder.",
)
today = click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    envvar="BRIEFING_TODAY",
    help="The day from which overdue reviews are counted. Without it nothing is called overdue.",
)
