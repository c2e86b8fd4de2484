"""`briefing quotes`: list the quotations of a stored text."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.options import root
from generator.cli.project import read_source
from generator.edit.names import find_name
from generator.edit.quote_finder.quotes import quotes as find_quotes
from generator.edit.quote_finder.render import FORMATS


@click.command()
@click.argument("source")
@root
@click.option("--format", "output", type=click.Choice(list(FORMATS)), default="text", help="Default: text.")
@click.option("--party", help="Only quotations of this party and its speakers.")
@click.option("--unused", is_flag=True, help="Only quotations that no evidence cites yet.")
def quotes(root: Path, source: str, output: str, party: str | None, unused: bool) -> None:  # noqa: FBT001 - click passes flags by name
    """List every direct quotation of SOURCE, with its speaker and the evidence to paste."""
    corpus, stored = read_source(root, source)
    if party:
        find_name("party", party, corpus.parties)
    click.echo(FORMATS[output](find_quotes(corpus, stored, party, unused=unused)))
