"""`briefing rename`: replace an identifier everywhere."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.answers import edit_errors, list_files
from generator.cli.options import root
from generator.cli.project import language_of
from generator.edit.project import Project
from generator.edit.rename import KINDS
from generator.edit.rename import rename as rename_identifier


@click.command()
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("old")
@click.argument("new")
@root
def rename(root: Path, kind: str, old: str, new: str) -> None:
    """Rename the briefing, party, source, issue, proposal or speaker OLD to NEW, in all files and file names.

    Write an issue as BRIEFING/ISSUE, a proposal as BRIEFING/ISSUE/PROPOSAL, and a speaker as PARTY/SPEAKER. The site
    redirects the old pages to the new ones, as recorded in briefings/renamed.yml. If anything fails, nothing changes.
    """
    with edit_errors():
        project = Project(root, language_of(root).code)
        change = rename_identifier(project, kind, old, new)
        project.write(change)
    list_files(change)
