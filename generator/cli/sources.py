"""Commands for stored sources: find words and quotations, write first position files, record hashes, and show the original."""

from pathlib import Path

import click

from generator.cli.options import root
from generator.cli.project import read_source, source_id
from generator.content.files import read_files
from generator.content.load import load
from generator.content.originals import original_errors
from generator.content.paths import file_kind
from generator.diagnostics import Severity
from generator.edit.articles.again import about, changes
from generator.edit.atomic_write import write_all
from generator.edit.error import EditError
from generator.edit.lock import lock as record_hashes
from generator.edit.names import find_name
from generator.edit.quote_finder import draft as drafts
from generator.edit.quote_finder import search
from generator.edit.quote_finder.render import FORMATS
from generator.pipeline import first_errors
from generator.reporting.text import report


@click.command()
@click.argument("source")
@root
@click.option("--format", "output", type=click.Choice(list(FORMATS)), default="text", help="Default: text.")
@click.option("--party", help="Only quotations of this party and its speakers.")
@click.option("--unused", is_flag=True, help="Only quotations that no evidence cites yet.")
def quotes(root: Path, source: str, output: str, party: str | None, unused: bool) -> None:
    """List the direct quotations of a source.

    Each has its speaker and the evidence to paste.
    """
    corpus, stored = read_source(root, source)
    if party:
        find_name("party", party, corpus.parties)
    click.echo(FORMATS[output](search.quotes(corpus, stored, party, unused=unused)))


@click.command(epilog="If the words start with a hyphen, put -- before them: briefing find -- -5 degrees")
@click.argument("words", nargs=-1, required=True)
@root
@click.option("--source", "names", multiple=True, help="Search only this source. You can repeat this option.")
@click.option("--format", "output", type=click.Choice(list(FORMATS)), default="text", help="Default: text.")
def find(root: Path, words: tuple[str, ...], names: tuple[str, ...], output: str) -> None:
    """Find words in the stored texts.

    Each place has the evidence to paste. Write … for omitted words. If no text has the words, show the most similar
    passages and exit with 1.
    """
    files, unread = read_files(root)
    corpus, errors = load(files)
    in_seeds = [error for error in (*unread, *errors) if error.location.file.startswith("seeds")]
    if any(error.severity is Severity.ERROR for error in in_seeds):
        click.echo(
            f"{report(tuple(first_errors(in_seeds)))}\nSources with errors were not searched.\n", err=True
        )
    sources = [corpus.sources[source_id(name, corpus.sources)] for name in names] or corpus.sources.values()
    found = search.find([source.article for source in sources], corpus, " ".join(words))
    click.echo(FORMATS[output](found))
    if not found.total:
        raise SystemExit(1)


@click.command()
@click.argument("source")
@root
@click.option("--briefing", required=True, help="The briefing for the files: the name of its folder.")
def draft(root: Path, source: str, briefing: str) -> None:
    """Write a position file for each party that is quoted.

    SOURCE is the source that quotes the parties. Existing files never change.
    """
    corpus, stored = read_source(root, source)
    result = drafts.draft(corpus, stored, corpus.briefings[find_name("briefing", briefing, corpus.briefings)])
    new = {path: text.encode() for path, text in result.files.items() if not (root / path).exists()}
    write_all(root, new, read={})
    for path in new:
        click.echo(f"Wrote {path}.")
    for path in result.existing:
        click.echo(f"{path} exists already. To paste more evidence: briefing quotes {stored.id} --unused")
    if result.not_clear:
        click.echo(
            f"Quotations whose speaker is not certain: {result.not_clear}. See: briefing quotes {stored.id}"
        )
    if result.left_out:
        click.echo(f"Quotations whose speaker belongs to no party of this briefing: {result.left_out}.")
    if new:
        click.echo("Next, replace every TODO. `briefing check` lists them.")
    else:
        click.echo("Nothing was written: every party that the source quotes has a file already.")


@click.command()
@click.argument("sources", metavar="[SOURCE]...", nargs=-1)
@root
@click.option(
    "--accept", is_flag=True, help="Record the new hash of each SOURCE even if its text has changed."
)
def lock(root: Path, sources: tuple[str, ...], accept: bool) -> None:
    """Record the hashes of stored texts.

    The hash of each SOURCE is written to its .yml file; without SOURCE, of all sources. If a text has changed, show which evidence is lost, and exit with 1.
    """
    if accept and not sources:
        raise click.UsageError("Name the texts whose changes you accept: briefing lock --accept SOURCE")
    files, unread = read_files(root)
    if errors := tuple(error for error in unread if error.location.file.startswith("seeds")):
        raise EditError("Nothing was recorded, because a file cannot be read.", errors)
    if errors := original_errors(root):
        raise EditError("Nothing was recorded, because an original is not what its source says.", errors)
    known = sorted({Path(path).stem for path in files if file_kind(path) == "source"})
    names = dict.fromkeys(source_id(name, known) for name in sources) or known
    result = record_hashes(root, files, names, accept=accept)
    click.echo("\n".join(result.lines))
    if result.refused:
        raise SystemExit(1)


@click.command()
@click.argument("source_name", metavar="SOURCE")
@root
@click.option("--again", is_flag=True, help="Convert the original again, and show what would change.")
def source(root: Path, source_name: str, again: bool) -> None:
    """Show what is known of a source and of its original.

    Nothing is changed.
    """
    _, stored = read_source(root, source_name)
    if not again:
        click.echo(about(root, stored))
    elif found := changes(root, stored):
        click.echo(found)
    else:
        click.echo("A new conversion gives the same text.")
