"""`briefing schema`: the JSON Schemas of the files that editors write."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.options import FOLDER, root
from generator.cli.project import require_project
from generator.content.files import read_files
from generator.content.load import load
from generator.edit.schemas import SITE_FOLDER, schemas, site_schemas, write_schemas


@click.command()
@root
@click.option("--site", is_flag=True, help="Write the schemas of this site, with its own identifiers.")
@click.option(
    "--out",
    type=FOLDER,
    help="The folder to write to. Default: generator/content/schema in the project; with --site, build/schema.",
)
def schema(root: Path, site: bool, out: Path | None) -> None:  # noqa: FBT001 - click passes flags by name
    """Write the JSON Schemas of the files that editors write, so that editors' programs complete and check them.

    With --site, the schemas list the sources, parties, speakers and issues of this project, as far as it can be read.
    """
    if site or out is None:
        require_project(root)
    folder = out or root / (SITE_FOLDER if site else "generator/content/schema")
    texts = site_schemas(load(read_files(root)[0])[0]) if site else schemas()
    try:
        changed = write_schemas(folder, texts)
    except OSError as error:
        raise click.ClickException(f"Cannot write {error.filename}: {error.strerror}.") from None
    for path in changed:
        click.echo(f"Wrote {path.as_posix()}.")
    if not changed:
        click.echo(f"The {len(texts)} schemas in {folder.as_posix()} are up to date.")
