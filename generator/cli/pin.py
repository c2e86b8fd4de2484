"""`briefing pin`: the version of the generator that builds a site."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.answers import edit_errors
from generator.cli.options import in_project, root
from generator.edit.pin import pin as pin_generator


@click.command()
@root
def pin(root: Path) -> None:
    """Pin the site to the version of the generator that runs now, with everything that it needs, in requirements.txt."""
    in_project(root)
    with edit_errors():
        paths = pin_generator(root)
    for path in paths:
        click.echo(f"Wrote {root / path}.")
