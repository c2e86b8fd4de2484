"""Options that several commands take."""

from __future__ import annotations

from pathlib import Path

import click

from generator.content.files import FOLDERS, missing_folders
from generator.reporting.text import report

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
    show_envvar=True,  # where it is wrong, the message names it
    help="The day from which overdue reviews are counted. Without it nothing is called overdue.",
)


def in_project(root: Path) -> None:
    """End with 1, and say why, where the folder `root` is no project: none of those of its content is there."""
    missing = missing_folders(root)
    if len(missing) == len(FOLDERS):
        click.echo(report(missing), err=True)
        raise SystemExit(1)
