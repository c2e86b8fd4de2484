"""`briefing draft`: write first position files from a stored text."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.options import root
from generator.cli.project import read_source
from generator.edit.atomic_write import write_all
from generator.edit.names import find_name
from generator.edit.quote_finder.draft import draft as make_draft


@click.command()
@click.argument("source")
@root
@click.option("--briefing", required=True, help="The briefing for the files: the name of its folder.")
def draft(root: Path, source: str, briefing: str) -> None:
    """Write a first position file for each party that SOURCE quotes. Existing files never change."""
    corpus, stored = read_source(root, source)
    result = make_draft(corpus, stored, corpus.briefings[find_name("briefing", briefing, corpus.briefings)])
    new = {path: text.encode() for path, text in result.files.items() if not (root / path).exists()}
    write_all(root, new)
    for path in new:
        click.echo(f"Wrote {path}.")
    for path in result.existing:
        click.echo(f"{path} exists already. To paste more evidence: briefing quotes {stored.id} --unused")
    if result.left_out:
        click.echo(f"Quotations without a known party of this briefing: {result.left_out}.")
    if new:
        click.echo("Next, replace every TODO. `briefing check` lists them.")
    else:
        click.echo("Nothing was written: the source quotes no party of the briefing that has no file yet.")
