"""`briefing rename`: replace an identifier everywhere."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.options import root
from generator.cli.project import open_project, print_files
from generator.edit import rename as renaming


@click.command()
@click.argument("kind", type=click.Choice(renaming.KINDS))
@click.argument("old")
@click.argument("new")
@root
def rename(root: Path, kind: str, old: str, new: str) -> None:
    """Rename the briefing, party, source, issue, proposal or speaker OLD to NEW, in all files and file names.

    Write an issue as BRIEFING/ISSUE, a proposal as BRIEFING/ISSUE/PROPOSAL, and a speaker as PARTY/SPEAKER. The site
    redirects the old pages to the new ones, as recorded in briefings/renamed.yml. If anything fails, nothing changes.
    """
    project = open_project(root)
    change = renaming.rename(project, kind, old, new)
    project.write(change)
    print_files(change)
