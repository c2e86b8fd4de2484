"""`briefing index`: the search of a site that another program built."""

from __future__ import annotations

from pathlib import Path

import click

from generator.build.search import FOLDER, write_index


@click.command()
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path))
def index(site: Path) -> None:
    """Make the search of the built site in the folder SITE. `briefing build` and `mkdocs build` do it themselves."""
    if not (site / "index.html").is_file():
        raise click.UsageError(f"{site} holds no built site: there is no index.html in it.")
    click.echo(f"Indexed {write_index(site):,} pages, passages and paragraphs into {site / FOLDER}.")
