"""`briefing schema`: the JSON Schemas."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands.options import FOLDER
from generator.schemas import write_schemas


@click.command()
@click.option("--out", type=FOLDER, default=Path("generator/schema"), help="Where the schemas are written.")
def schema(out: Path) -> None:
    """Write the JSON Schemas of the files that editors write."""
    for path in write_schemas(out):
        click.echo(f"Wrote {path}.")
