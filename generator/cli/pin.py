"""`briefing pin`: the version of the generator that builds a site."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.options import root
from generator.cli.project import require_project
from generator.edit.pin import pin as pin_generator


@click.command()
@root
def pin(root: Path) -> None:
    """Pin the site to the version of the generator that runs now, with everything that it needs, in requirements.txt."""
    require_project(root)
    for path in pin_generator(root):
        click.echo(f"Wrote {root / path}.")
