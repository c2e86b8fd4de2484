"""What several commands have in common: options, and the project examined."""

from __future__ import annotations

from pathlib import Path

import click

from generator.diagnostics import ContentError
from generator.pipeline import Examined, examine_folder, site_of
from generator.reporters.text import report

FOLDER = click.Path(file_okay=False, path_type=Path)
root = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="The project's folder, with seeds/ and briefings/. Default: this folder.",
)
today = click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    envvar="BRIEFING_TODAY",
    help="The day from which overdue reviews are counted. Without it nothing is called overdue.",
)


def sound_project(folder: Path) -> Examined:
    """Examine the project at `folder`; on errors tell them and end with 1."""
    examined = examine_folder(folder)
    try:
        site_of(examined)
    except ContentError as fault:
        click.echo(report(fault.diagnostics), err=True)
        click.echo("Nothing was built, and what was built before is as it was.", err=True)
        raise SystemExit(1) from None
    if examined.faults:
        click.echo(report(examined.faults))
    return examined


def tell_found(examined: Examined) -> None:
    """Say how many passages were found, and in how many sources."""
    corpus, found = examined.content.corpus, len(examined.content.passages)
    click.echo(
        f"{found:,} passages found word for word in {len(corpus.sources):,} stored "
        f"source{'' if len(corpus.sources) == 1 else 's'}; briefings: {', '.join(corpus.briefings) or 'none'}."
    )
