"""`briefing build`: the site, built aside and put in the place of the last one."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click
from rich.console import Console

from generator.commands.options import FOLDER, root, today
from generator.commands.project import sound_project
from generator.publish import BuildFailedError, build_aside


@click.command()
@root
@today
@click.option("--out", type=FOLDER, default=Path("site"), help="The folder of the site, below the project's.")
def build(root: Path, out: Path, today: dt.datetime | None) -> None:
    """Check all content and build the site. With a fault, the last site stays as it was."""
    examined = sound_project(root)
    click.echo(examined.found)
    console = Console(stderr=True)
    try:
        if console.is_terminal:
            with console.status("Building the pages …"):
                pages = build_aside(root, root / out, f"{today:%Y-%m-%d}" if today else None)
        else:
            click.echo("Building the pages …")
            pages = build_aside(root, root / out, f"{today:%Y-%m-%d}" if today else None)
    except BuildFailedError as fault:
        click.echo(fault, err=True)
        click.echo(f"The site was not built. {root / out}, if there was one, is as it was.", err=True)
        raise SystemExit(1) from None
    click.echo(f"Built {pages} pages. Look at them: open {root / out / 'index.html'}, or run: make serve")
