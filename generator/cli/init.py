"""`briefing init`: a new site."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.asking import asked, refuse
from generator.cli.naming import program
from generator.edit.change import ChangeError
from generator.edit.new_site import new_site


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--name", help="The name of the site.")
@click.option(
    "--example/--empty", default=False, help="With a small made-up briefing, or without. Default: empty."
)
def init(folder: Path, name: str | None, example: bool) -> None:  # noqa: FBT001 - click's flags are given by name
    """Begin a new site in FOLDER: settings, folders, and a small made-up briefing to practise with where you want one."""
    name = asked("--name", name, "The name of the site", "Briefings")
    try:
        paths = new_site(folder, name, example=example)
    except ChangeError as fault:
        refuse(fault)
    for path in paths:
        click.echo(f"Wrote {folder / path}.")
    click.echo(f"\nNow go there (cd {folder}) and look at it: {program()} serve")
    if not example:
        click.echo("Begin with a stored text and a party: briefing new source TEXT, briefing new party")
