"""`briefing find`: find words in the stored texts."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.answers import edit_errors
from generator.cli.options import root
from generator.cli.sources import find_source, source_names
from generator.content.articles import read_article
from generator.content.files import read_files
from generator.content.load import load
from generator.edit.quote_finder import search
from generator.edit.quote_finder.render import FORMATS
from generator.reporting.text import report


@click.command(epilog="If the words start with a hyphen, put -- before them: briefing find -- -5 degrees")
@click.argument("words", nargs=-1, required=True)
@root
@click.option(
    "--source", "sources", multiple=True, help="Search only this source. You can repeat this option."
)
@click.option("--format", "output", type=click.Choice(list(FORMATS)), default="text", help="Default: text.")
def find(root: Path, words: tuple[str, ...], sources: tuple[str, ...], output: str) -> None:
    """Find WORDS in the stored texts, with the evidence to paste. Write … for omitted words.

    If no text has the words, show the most similar passages and exit with 1.
    """
    files, unread = read_files(root)
    known = source_names(files)
    paths = {f"seeds/{name}.txt": name for name in ([find_source(name, known) for name in sources] or known)}
    errors = [error for error in unread if error.location.file.startswith("seeds")]
    articles = []
    for path, name in paths.items():
        if path in files:
            article, wrong = read_article(name, files[path], path)
            errors.extend(wrong)
            articles += [article] if article else []
    if errors:
        click.echo(f"{report(errors)}\nTexts with errors were not searched.\n", err=True)
    with edit_errors():
        found = search.find(articles, load(files)[0], " ".join(words))
    click.echo(FORMATS[output](found))
    if not found.total:
        raise SystemExit(1)
