"""`briefing lock`: the hashes of stored texts."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.options import root
from generator.cli.sources import find_source, source_names
from generator.content.files import read_files
from generator.edit.lock.lock import lock_named, lock_open
from generator.edit.lock.recorded import LockError
from generator.reporting.text import report


@click.command()
@click.argument("sources", metavar="[SOURCE]...", nargs=-1)
@root
@click.option(
    "--accept", is_flag=True, help="Record the new hash of each SOURCE, though its text was changed."
)
def lock(root: Path, sources: tuple[str, ...], accept: bool) -> None:  # noqa: FBT001 - click's flags are given by name
    """Record the hash of each stored text SOURCE in its sidecar; without SOURCE, of all that have none.

    Of a text that was changed since, tell what moved and what is lost, and record nothing.
    """
    if accept and not sources:
        raise click.UsageError("name the texts whose change is accepted: briefing lock --accept SOURCE")
    files, unread = read_files(root)
    if own := [one for one in unread if one.location.file.startswith("seeds")]:
        click.echo(report(own), err=True)
        raise SystemExit(1)
    known = source_names(files)
    names = dict.fromkeys(find_source(name, known) for name in sources)
    try:
        done = lock_named(root, files, [*names], accept=accept) if names else lock_open(root, files, known)
    except LockError as fault:
        click.echo(f"{fault}\nNothing was recorded.", err=True)
        raise SystemExit(1) from None
    click.echo("\n".join(done.told))
    if done.refused:
        raise SystemExit(1)
