"""`briefing quotes`: the quotations of a stored text, ready to paste."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.options import root
from generator.cli.sources import read_source
from generator.edit.quote_finder.listing import FORMATS
from generator.edit.quote_finder.quotes import pick


@click.command()
@click.argument("source")
@root
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", help="Default: text.")
@click.option("--party", help="Only what this party, or one of its speakers, says (its identifier).")
@click.option("--unused", is_flag=True, help="Only what no evidence uses yet.")
def quotes(root: Path, source: str, form: str, party: str | None, unused: bool) -> None:  # noqa: FBT001 - click's flags are given by name
    """List every direct quotation of the stored text SOURCE, with its speaker and the evidence to paste."""
    corpus, found = read_source(root, source)
    if party is not None and party not in corpus.parties:
        known = ", ".join(corpus.parties) or "none"
        raise click.UsageError(f"there is no party “{party}” in briefings/parties.yml. The parties: {known}.")
    picked = [
        one
        for one in pick(corpus, found)
        if (party is None or one.party == party) and not (unused and one.used)
    ]
    click.echo(FORMATS[form](found.article, picked))
