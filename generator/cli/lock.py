"""`briefing lock`: record the hashes of stored texts."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.options import root
from generator.cli.project import source_id
from generator.content.files import read_files
from generator.content.load.paths import file_kind
from generator.edit.error import EditError
from generator.edit.lock.lock import lock as record_hashes


@click.command()
@click.argument("sources", metavar="[SOURCE]...", nargs=-1)
@root
@click.option(
    "--accept", is_flag=True, help="Record the new hash of each SOURCE even if its text has changed."
)
def lock(root: Path, sources: tuple[str, ...], accept: bool) -> None:  # noqa: FBT001 - click passes flags by name
    """Record the hash of each SOURCE in its sidecar; without SOURCE, of all sources.

    If a text has changed, show which evidence is unmoved, moved or lost, and exit with 1.
    """
    if accept and not sources:
        raise click.UsageError("Name the texts whose changes you accept: briefing lock --accept SOURCE")
    files, unread = read_files(root)
    if errors := tuple(error for error in unread if error.location.file.startswith("seeds")):
        raise EditError("Nothing was recorded, because a file cannot be read.", errors)
    known = sorted({Path(path).stem for path in files if file_kind(path) == "source"})
    names = dict.fromkeys(source_id(name, known) for name in sources) or known
    result = record_hashes(root, files, names, accept=accept)
    click.echo("\n".join(result.lines))
    if result.refused:
        raise SystemExit(1)
