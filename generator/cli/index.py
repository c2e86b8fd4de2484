"""`briefing index`: the search index of a site that another program built."""

from __future__ import annotations

from pathlib import Path

import click

from generator.build.search import FOLDER, write_index


@click.command()
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path))
def index(site: Path) -> None:
    """Index the built site in the folder SITE for the search. `briefing build` and `mkdocs build` do it themselves."""
    if not (site / "index.html").is_file():
        raise click.UsageError(f"{site} is not a built site: it has no index.html.")
    click.echo(f"Indexed {write_index(site):,} pages, passages and paragraphs into {site / FOLDER}.")
