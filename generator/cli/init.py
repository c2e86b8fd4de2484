"""`briefing init`: a new site."""

from __future__ import annotations

from pathlib import Path

import click

from generator.edit.new_site import new_site


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--name", prompt="The name of the site", default="Briefings", help="The name of the site.")
@click.option(
    "--example/--empty", default=False, help="With a small made-up briefing, or without. Default: empty."
)
def init(folder: Path, name: str, example: bool) -> None:  # noqa: FBT001 - click passes flags by name
    """Create a new site in FOLDER, with settings and, if you like, a small made-up briefing to practise with."""
    for path in new_site(folder, name, example=example):
        click.echo(f"Wrote {folder / path}.")
    click.echo(f"\nNext, go to the folder and preview the site: cd {folder} && briefing serve")
    if not example:
        click.echo("Then add a source and a party: briefing new source TEXT, briefing new party")
