"""`briefing draft`: first position files from a stored text."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.options import root
from generator.cli.sources import read_source
from generator.content.validation import suggest
from generator.edit.quote_finder.draft import draft as drafted


@click.command()
@click.argument("source")
@root
@click.option(
    "--briefing", required=True, help="The briefing that the files are for (the name of its folder)."
)
def draft(root: Path, source: str, briefing: str) -> None:
    """Write a first position file for each party that the stored text SOURCE quotes. Nothing is ever overwritten."""
    corpus, found = read_source(root, source)
    if briefing not in corpus.briefings:
        if f"briefing:{briefing}" in corpus.unread:
            raise click.UsageError(
                f"briefings/{briefing}/briefing.yml has faults: briefing check tells them."
            )
        hint = suggest(briefing, list(corpus.briefings))
        raise click.UsageError(f"there is no briefings/{briefing}/briefing.yml. {hint}")
    result = drafted(corpus, found, corpus.briefings[briefing])
    left_out = list(result.left_out)
    for path, text in result.files.items():
        try:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            with (root / path).open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except OSError as error:
            left_out.append(f"{path} was not written: {error.strerror}.")
        else:
            click.echo(f"Wrote {path}.")
    if not result.files:
        click.echo("Nothing was written: no party of the briefing that has no file yet is quoted there.")
    if left_out:
        click.echo("Left out:")
    for one in left_out:
        click.echo(f"  {one}")
    if result.files:
        click.echo("Now write what each draft leaves to you; briefing check tells where.")
