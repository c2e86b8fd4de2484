"""`briefing draft`: write first position files from a stored text."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.options import root
from generator.cli.sources import read_source
from generator.content.validation import suggest
from generator.edit.atomic_write import write_all
from generator.edit.quote_finder.draft import draft as make_draft


@click.command()
@click.argument("source")
@root
@click.option("--briefing", required=True, help="The briefing for the files: the name of its folder.")
def draft(root: Path, source: str, briefing: str) -> None:
    """Write a first position file for each party that SOURCE quotes. Existing files never change."""
    corpus, stored = read_source(root, source)
    if f"briefing:{briefing}" in corpus.unread:
        raise click.UsageError(f"briefings/{briefing}/briefing.yml has errors. Run `briefing check`.")
    if briefing not in corpus.briefings:
        hint = suggest(briefing, list(corpus.briefings))
        raise click.UsageError(f"There is no briefings/{briefing}/briefing.yml. {hint}")
    result = make_draft(corpus, stored, corpus.briefings[briefing])
    new = {path: text.encode() for path, text in result.files.items() if not (root / path).exists()}
    try:
        write_all(root, new)
    except OSError as error:
        raise click.ClickException(f"Cannot write {error.filename}: {error.strerror}.") from None
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
