"""`briefing schema`: the JSON Schemas."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.options import FOLDER, in_project, root


@click.command()
@root
@click.option("--site", is_flag=True, help="Write those of this site, with its own identifiers.")
@click.option(
    "--out",
    type=FOLDER,
    help="Where they are written. Default, below the project: generator/content/schema, and build/schema for --site.",
)
def schema(root: Path, site: bool, out: Path | None) -> None:  # noqa: FBT001 - click's flags are given by name
    """Write the JSON Schemas of the files that editors write: what their programs complete, show and refuse.

    With --site, identifiers of sources, parties, speakers and issues are those of this project, as far as it can be read.
    """
    from generator.content.files import read_files  # noqa: PLC0415 - only one of the two
    from generator.content.load import load  # noqa: PLC0415 - likewise
    from generator.edit.schemas import SITE_FOLDER, schemas, site_schemas, write_schemas  # noqa: PLC0415 - likewise

    if site or out is None:
        in_project(root)
    folder = out or root / (SITE_FOLDER if site else "generator/content/schema")
    texts = site_schemas(load(read_files(root)[0])[0]) if site else schemas()
    try:
        changed = write_schemas(folder, texts)
    except OSError as error:
        raise click.ClickException(f"{error.filename} cannot be written: {error.strerror}") from None
    for path in changed:
        click.echo(f"Wrote {path.as_posix()}.")
    if not changed:
        click.echo(f"The {len(texts)} schemas in {folder.as_posix()} are up to date.")
