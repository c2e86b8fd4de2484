"""`briefing find`: find words in the stored texts."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.options import root
from generator.cli.project import source_id
from generator.content.files import read_files
from generator.content.load import load
from generator.diagnostics import Severity
from generator.edit.quote_finder import search
from generator.edit.quote_finder.render import FORMATS
from generator.reporting.text import report


@click.command(epilog="If the words start with a hyphen, put -- before them: briefing find -- -5 degrees")
@click.argument("words", nargs=-1, required=True)
@root
@click.option("--source", "names", multiple=True, help="Search only this source. You can repeat this option.")
@click.option("--format", "output", type=click.Choice(list(FORMATS)), default="text", help="Default: text.")
def find(root: Path, words: tuple[str, ...], names: tuple[str, ...], output: str) -> None:
    """Find WORDS in the stored texts, with the evidence to paste. Write … for omitted words.

    If no text has the words, show the most similar passages and exit with 1.
    """
    files, unread = read_files(root)
    corpus, errors = load(files)
    in_seeds = [error for error in (*unread, *errors) if error.location.file.startswith("seeds")]
    if any(error.severity is Severity.ERROR for error in in_seeds):
        click.echo(f"{report(in_seeds)}\nSources with errors were not searched.\n", err=True)
    sources = [corpus.sources[source_id(name, corpus.sources)] for name in names] or corpus.sources.values()
    found = search.find([source.article for source in sources], corpus, " ".join(words))
    click.echo(FORMATS[output](found))
    if not found.total:
        raise SystemExit(1)
