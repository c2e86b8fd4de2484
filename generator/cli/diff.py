"""`briefing diff`: what changed for readers since a revision."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.options import root
from generator.cli.project import language_of
from generator.edit.diff.report import FORMS
from generator.edit.diff.states import compare_with
from generator.edit.error import EditError
from generator.pipeline import examine_folder


@click.command()
@click.argument("revision", metavar="REV")
@root
@click.option(
    "--format",
    "form",
    type=click.Choice([*FORMS]),
    default="text",
    help="text for people, markdown for the summary of a pull request.",
)
@click.option("--called", default="", metavar="NAME", help="Name that the report uses instead of REV.")
def diff(revision: str, root: Path, form: str, called: str) -> None:
    """Report what changed for readers since REV (a branch, tag or commit): positions, texts, issues and sources."""
    language = language_of(root)
    examined = examine_folder(root, language.code)
    if examined.has_errors:
        raise EditError(
            "Content with errors cannot be compared. Fix the errors first.", examined.errors_and_warnings
        )
    click.echo(FORMS[form](compare_with(revision, root, examined, language, called)))
