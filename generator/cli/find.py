"""`briefing find`: where words stand in the stored texts."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.options import root
from generator.cli.sources import find_source, source_names
from generator.content.articles import read_article
from generator.content.files import read_files
from generator.content.load import load
from generator.diagnostics import Diagnostic
from generator.edit.quote_finder import find as finding
from generator.edit.quote_finder.findings import FORMATS
from generator.edit.quote_finder.query import QueryError, read_query
from generator.reporting.text import report


@click.command(epilog="Words that begin with a hyphen follow after two: briefing find -- -5 degrees")
@click.argument("words", nargs=-1, required=True)
@root
@click.option(
    "--source", "sources", multiple=True, help="Look in this stored text only; may be given several times."
)
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", help="Default: text.")
def find(root: Path, words: tuple[str, ...], sources: tuple[str, ...], form: str) -> None:
    """Find where WORDS stand in the stored texts, with the evidence to paste; write … where words are left out.

    Where they stand nowhere, the nearest words are told, and the command ends with 1.
    """
    try:
        query = read_query(" ".join(words))
    except QueryError as fault:
        raise click.UsageError(str(fault)) from None
    files, faults = read_files(root)
    known = source_names(files)
    names = tuple(dict.fromkeys(find_source(name, known) for name in sources)) or known
    unread: list[Diagnostic] = [one for one in faults if one.location.file.startswith("seeds")]
    articles = []
    for path in (f"seeds/{name}.txt" for name in names):
        article, wrong = read_article(path[6:-4], files[path], path) if path in files else (None, ())
        unread.extend(wrong)
        articles += [article] if article else []
    if unread:
        click.echo(f"{report(unread)}\nWhat has errors was not searched.\n", err=True)
    found = finding.find(articles, load(files)[0], query)
    click.echo(FORMATS[form](found))
    if not found.total:
        raise SystemExit(1)
